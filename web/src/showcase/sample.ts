import type { ChartDescription } from '../app/ui/chart/chart.types';
import type { Proof } from '../app/ui/proof/proof.types';
import type { StageFigures } from '../app/ui/stage-bar/stage-bar.types';
import type { TaskItem } from '../app/ui/task-list/task-list';
import type { WaterfallStep } from '../app/ui/waterfall/waterfall';
import type { WayOut } from '../app/ui/ways-out/ways-out';

export const CORE: StageFigures = {
  actualCents: 190_000_000,
  commitmentCents: 61_000_000,
  reservationCents: 4_000_000,
  lockCents: 35_000_000,
  availableCents: 75_000_000,
};
export const SCHOOL: StageFigures = {
  actualCents: 61_000_000,
  commitmentCents: 54_500_000,
  reservationCents: 2_500_000,
  lockCents: 15_000_000,
  availableCents: 32_000_000,
};
export const FEES: StageFigures = {
  actualCents: 21_248_000,
  commitmentCents: 8_400_000,
  reservationCents: 0,
  lockCents: 0,
  availableCents: null,
};
export const OVERDRAWN: StageFigures = {
  actualCents: 9_500_000,
  commitmentCents: 3_000_000,
  reservationCents: 0,
  lockCents: 1_000_000,
  availableCents: -1_500_000,
};

export const STEPS: readonly WaterfallStep[] = [
  { label: 'Ansatz', cents: 68_000_000, kind: 'base', proof: 'a' },
  { label: 'Haushaltsrest 2025', cents: 6_400_000, kind: 'change', proof: 'b' },
  { label: 'Überplanmäßig bewilligt', cents: 8_000_000, kind: 'change', proof: 'c' },
  { label: 'Umbuchung an FB 65', cents: -5_000_000, kind: 'change', proof: 'd' },
  { label: 'Fortgeschriebener Ansatz', cents: 77_400_000, kind: 'total', proof: 'e' },
  { label: 'Gesperrt', cents: -6_800_000, kind: 'lock', proof: 'f' },
  { label: 'Reserviert', cents: -1_850_000, kind: 'reservation', proof: 'g' },
  { label: 'Obligo, offen', cents: -21_465_000, kind: 'commitment', proof: 'h' },
  { label: 'Ist, angeordnet', cents: -41_223_746, kind: 'actual', proof: 'i' },
  { label: 'Verfügbar', cents: 6_061_254, kind: 'available', proof: 'j' },
];

export const PROOF: Proof = {
  title: 'verfügbar',
  cents: 6_061_254,
  formula: [
    { operator: '', label: 'Ansatz', cents: 68_000_000 },
    { operator: '+', label: 'Haushaltsrest 2025', cents: 6_400_000 },
    { operator: '+', label: 'überplanmäßig', cents: 8_000_000 },
    { operator: '-', label: 'Umbuchung hinaus', cents: 5_000_000 },
    { operator: '=', label: 'fortgeschriebener Ansatz', cents: 77_400_000 },
    { operator: '-', label: 'gesperrt', cents: 6_800_000 },
    { operator: '-', label: 'reserviert', cents: 1_850_000 },
    { operator: '-', label: 'Obligo, offen', cents: 21_465_000 },
    { operator: '-', label: 'Ist, angeordnet', cents: 41_223_746 },
    { operator: '=', label: 'verfügbar', cents: 6_061_254 },
  ],
  movementsTitle: 'Obligo 214.650,00 €: drei offene Aufträge',
  movements: [
    {
      id: '1',
      bookedOn: '2026-09-02',
      document: 'B-26-0412',
      text: 'Lizenzerweiterung 600 Arbeitsplätze',
      cents: 14_120_000,
      link: ['/x'],
    },
    {
      id: '2',
      bookedOn: '2026-06-18',
      document: 'B-26-0555',
      text: 'Scan-Dienstleistung Altakten',
      cents: 5_245_000,
      link: ['/x'],
    },
    {
      id: '3',
      bookedOn: '2026-05-11',
      document: 'B-26-0601',
      text: 'Workflow Poststelle',
      cents: 2_100_000,
      link: ['/x'],
    },
  ],
  movementCount: 15,
  differenceCents: 0,
  checkedAt: '2026-10-05T05:30:00Z',
  rule: 'Regel R1, § 27 Abs. 3 KomHKVO, Regelpaket 2026.',
};

export const TASKS: readonly TaskItem[] = [
  {
    id: '1',
    icon: 'error',
    tone: 'bad',
    text: 'Auftrag 131.400,00 € abgelehnt',
    detail: 'DMS-Ausbau: 34.340,98 € fehlen, drei Wege offen',
    link: ['/x'],
  },
  {
    id: '2',
    icon: 'warning',
    tone: 'warn',
    text: 'Endgeräte-Ersatz: 107.485,45 € noch frei',
    detail: 'Letzter Bestelltermin im Rahmenvertrag 13.11.2026',
    link: ['/x'],
  },
  {
    id: '3',
    icon: 'schedule',
    tone: 'warn',
    text: 'Rest 2025 von 38.000,00 € verfällt in 87 Tagen',
    detail: 'Fachverfahren Bauaufsicht, § 20 KomHKVO',
    link: ['/x'],
  },
  {
    id: '4',
    icon: 'upload_file',
    tone: 'info',
    text: 'Plandatei 2027 prüfen',
    detail: '2 von 1.284 Zeilen brauchen eine Angabe',
    link: ['/x'],
  },
];

const MONTHS = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];
export const BARS: ChartDescription = {
  kind: 'bar',
  question: 'Geben wir das Geld gleichmäßig aus?',
  sentence: 'Ist je Monat 2026, höchstens 268.295 € im September; Prognose Dezember 446 Tsd. €.',
  unit: 'cents',
  categories: MONTHS,
  series: [
    {
      label: 'Ist',
      tone: 'ist',
      values: [14.6, 16.1, 20.2, 18.7, 21.4, 23, 19.6, 24, 26.8, 27.4, 35.8, 44.6].map((v) =>
        Math.round(v * 1_000_000),
      ),
      hatched: MONTHS.map((_, index) => index > 8),
    },
  ],
  target: { label: 'Ansatz / 12 =', value: 29_166_700 },
  notes: [...Array<null>(11).fill(null), 'Prognose\n446 Tsd.'],
};
export const LINE: ChartDescription = {
  kind: 'line',
  question: 'Reicht das Geld bis zum Jahresende?',
  sentence: 'Aufgelaufen bis September 412 Tsd. €, erwartet 658 Tsd. €.',
  unit: 'cents',
  categories: MONTHS,
  series: [
    {
      label: 'Ist',
      tone: 'ist',
      values: [0, 14.5, 14.5, 14.5, 24.5, 31, 36, 39, 41.2, null, null, null].map((v) =>
        v === null ? null : v * 1_000_000,
      ),
      note: 'Ist 412 Tsd. €',
    },
    {
      label: 'Prognose',
      tone: 'ist',
      isDashed: true,
      values: [...Array<null>(8).fill(null), 41_200_000, 49_000_000, 57_500_000, 65_800_000],
      band: {
        low: [...Array<null>(8).fill(null), 41_200_000, 47_000_000, 54_000_000, 61_500_000],
        high: [...Array<null>(8).fill(null), 41_200_000, 51_000_000, 61_000_000, 70_000_000],
      },
      note: '658 Tsd. €',
    },
  ],
  target: { label: 'fortgeschrieben ohne Sperre:', value: 70_600_000 },
};
export const TILES: ChartDescription = {
  kind: 'treemap',
  question: 'Wohin gehen die 3,5 Mio. €?',
  sentence: '59 % hält den Betrieb am Laufen, 41 % verändert etwas.',
  unit: 'cents',
  tiles: (
    [
      ['DMS-Ausbau', 680, 'change'],
      ['Rechenzentrum', 610, 'run'],
      ['Bürosoftware', 540, 'run'],
      ['Endgeräte-Ersatz', 380, 'run'],
      ['Serviceportal', 260, 'change'],
      ['FV Bauaufsicht', 240, 'change'],
      ['IT-Sicherheit', 220, 'run'],
      ['FV Wohngeld', 210, 'change'],
      ['Datennetz', 190, 'run'],
      ['Telefonanlage', 90, 'run'],
      ['Schulungen', 50, 'run'],
      ['Prozesse', 30, 'change'],
    ] as const
  ).map(([label, value, tone]) => ({
    label,
    value: value * 100_000,
    tone,
    group: tone === 'run' ? 'Betrieb' : 'Vorhaben',
  })),
};

export const WAYS: readonly WayOut[] = [
  {
    code: 'ONE_SIDED',
    title: 'Einseitige Deckung durch Prozessmanagement',
    detail: 'Haushaltsvermerk Nr. 7: Prozessmanagement darf für das DMS herangezogen werden. Reicht nicht allein.',
    coversCents: 2_400_000,
    coversAll: false,
    action: 'Mit Weg 2 verbinden',
  },
  {
    code: 'TRANSFER',
    title: 'Umbuchung von Endgeräte-Ersatz',
    detail: 'Beide Zeilen liegen im Budget FB 10 und im laufenden Betrieb. Dort bleiben 73.144,47 €.',
    coversCents: 3_434_098,
    coversAll: true,
    decider: 'Kämmerei, zweite Person gibt frei',
    action: 'Umbuchen',
  },
  {
    code: 'OVER_PLAN',
    title: 'Überplanmäßig, Beschluss des Rates',
    detail: 'Über 100.000 € entscheidet der Rat (§ 117 NKomVG; Schwelle: Beispielwert, bitte bestätigen).',
    coversCents: 3_434_098,
    coversAll: true,
    decider: 'Rat, 10.11.2026',
    action: 'Antrag öffnen',
  },
];

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly frame: string;
  readonly adjusted: number;
  readonly figures: StageFigures;
  readonly available: number;
  readonly state: 'ok' | 'warn' | 'bad';
}

const NAMES = [
  'Bürosoftware-Lizenzen',
  'DMS-Ausbau und Postdigitalisierung',
  'Rechenzentrum: Betrieb und Wartung',
  'LAN-Ausbau Schulen',
  'Wartung Schulnetze',
  'Endgeräte-Ersatz',
  'Fachverfahren Wohngeld',
  'WLAN-Erneuerung',
];

export function rows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => {
    const actualCents = 1_000_000 + ((index * 7_919_000) % 39_000_000);
    const commitmentCents = (index * 3_571_100) % 21_000_000;
    const lockCents = (index * 1_113_000) % 4_000_000;
    const available = 500_000 + ((index * 2_717_345) % 17_000_000);
    return {
      id: String(index),
      name: index < NAMES.length ? (NAMES[index] ?? '') : `${NAMES[index % NAMES.length]} ${index}`,
      frame: index % 3 === 0 ? 'Schulnetze' : 'Kern-IT',
      adjusted: actualCents + commitmentCents + lockCents + available,
      figures: { actualCents, commitmentCents, reservationCents: 0, lockCents, availableCents: available },
      available,
      state: (['ok', 'warn', 'bad'] as const)[index % 3] ?? 'ok',
    };
  });
}
