import type { Allowance } from '@etatlotse/domain/capacity';
import type { Tongue } from '../platform/problem/problem-body';

/** A formula of the sheet: what it gives, and how. */
type Formula = readonly [name: string, formula: string];

/** For which of the figures of a sheet a formula is told. */
interface SheetKind {
  readonly basis: Allowance['basis'];
  readonly isCounted: boolean;
  readonly hasGoLive: boolean;
}

interface FormulaWords {
  readonly heading: string;
  readonly note: string;
  readonly perCase: Readonly<Record<Allowance['basis'], Formula>>;
  readonly need: Readonly<Record<Allowance['basis'], Formula>>;
  readonly always: readonly Formula[];
  readonly goLive: readonly Formula[];
  readonly backlog: readonly Formula[];
}

const DE: FormulaWords = {
  heading: 'Formeln dieses Blatts',
  note: 'Die Kürzel stehen auch im Rechenweg: B Organisationshandbuch des Bundes, K Stellenbemessung der KGSt, A verfügbare Zeit, D Wirkung eines Vorhabens.',
  perCase: {
    surcharge_on_base_time: ['B1 Minuten je Fall', 'Grundzeit × (1 + Verteilzeit) + Erholungszeit'],
    deduction_from_yearly_minutes: ['K1 Minuten je Fall', 'Grundzeit + Erholungszeit; die Verteilzeit steckt im Abzug'],
  },
  need: {
    surcharge_on_base_time: ['B2 nötige VZÄ', 'Summe aus Fällen × Minuten je Fall ÷ Jahresminuten'],
    deduction_from_yearly_minutes: [
      'K1 nötige VZÄ',
      'Summe aus Fällen × Minuten je Fall ÷ (Jahresminuten × (1 − Verteilzeit))',
    ],
  },
  always: [
    ['K2 Zuschlag und Abzug', 'Abzug = Zuschlag ÷ (1 + Zuschlag): 10 % Zuschlag sind 9,0909 % Abzug'],
    [
      'B3 Jahresminuten',
      '60 × Wochenstunden ÷ 5 × (Arbeitstage − Urlaub − Krankheit − übrige Abwesenheit); hier als Kennzahl mit Quelle',
    ],
    [
      'Nötige VZÄ eines Monats',
      'Fälle × Minuten je Fall ÷ (Minuten für Fälle × Arbeitstage des Monats ÷ Arbeitstage des Jahres)',
    ],
    ['A1 verfügbare VZÄ eines Tages', 'Summe aus Stellenanteil × besetzt × eingearbeitet × (1 − lange abwesend)'],
    ['A2 verfügbare VZÄ eines Monats', 'Mittel der Tage, jeder Arbeitstag zählt gleich'],
    ['A3 Minuten eines Monats', 'verfügbare VZÄ × Jahresminuten × Arbeitstage des Monats ÷ Arbeitstage des Jahres'],
    ['B4 Differenz', 'verfügbare VZÄ − nötige VZÄ; Auslastung = nötig ÷ verfügbar'],
  ],
  goLive: [
    [
      'D1 Minuten nach dem Start',
      '(1 + Mehraufwand der Umstellung) × (Anteil alt × Minuten alt + Anteil online × Minuten online)',
    ],
    ['D5 mehr Fälle durch den Start', 'Fälle × (1 + Zuwachs × Anteil online)'],
  ],
  backlog: [
    [
      'Rückstand am Monatsende',
      'Rückstand davor + neue Fälle − bearbeitbare Fälle, nie unter null; wer auf Antragstellende wartet, zählt nicht mit',
    ],
    ['Bearbeitbare Fälle', 'Minuten des Monats (A3) ÷ Minuten je Fall'],
    [
      'VZÄ für den Abbau in n Monaten',
      '(Rückstand + neue Fälle der n Monate) × Minuten je Fall ÷ (Minuten für Fälle × Arbeitstage der n Monate ÷ Arbeitstage des Jahres)',
    ],
  ],
};

const EN: FormulaWords = {
  heading: 'Formulas of this sheet',
  note: 'The marks stand in the reckoning, too: B handbook of the Federation, K staffing method of the KGSt, A available time, D effect of a project.',
  perCase: {
    surcharge_on_base_time: ['B1 minutes of a case', 'base time × (1 + Verteilzeit) + recovery time'],
    deduction_from_yearly_minutes: [
      'K1 minutes of a case',
      'base time + recovery time; Verteilzeit is in the deduction',
    ],
  },
  need: {
    surcharge_on_base_time: ['B2 needed FTE', 'sum of cases × minutes of a case ÷ yearly minutes'],
    deduction_from_yearly_minutes: [
      'K1 needed FTE',
      'sum of cases × minutes of a case ÷ (yearly minutes × (1 − Verteilzeit))',
    ],
  },
  always: [
    ['K2 surcharge and deduction', 'deduction = surcharge ÷ (1 + surcharge): 10 % surcharge are 9.0909 % deduction'],
    [
      'B3 yearly minutes',
      '60 × weekly hours ÷ 5 × (working days − leave − sickness − other absence); here a figure with its source',
    ],
    [
      'Needed FTE of a month',
      'cases × minutes of a case ÷ (minutes for cases × working days of the month ÷ working days of the year)',
    ],
    ['A1 available FTE of a day', 'sum of share of a post × occupied × learnt × (1 − long absence)'],
    ['A2 available FTE of a month', 'mean of its days, each working day counts the same'],
    ['A3 minutes of a month', 'available FTE × yearly minutes × working days of the month ÷ working days of the year'],
    ['B4 difference', 'available FTE − needed FTE; utilisation = needed ÷ available'],
  ],
  goLive: [
    [
      'D1 minutes after the go-live',
      '(1 + effort of the change) × (old share × old minutes + online share × online minutes)',
    ],
    ['D5 more cases by the go-live', 'cases × (1 + growth × online share)'],
  ],
  backlog: [
    [
      'Backlog at the end of a month',
      'backlog before + new cases − cases that can be done, never below nothing; what waits for applicants is not in it',
    ],
    ['Cases that can be done', 'minutes of the month (A3) ÷ minutes of a case'],
    [
      'FTE to clear it in n months',
      '(backlog + new cases of the n months) × minutes of a case ÷ (minutes for cases × working days of the n months ÷ working days of the year)',
    ],
  ],
};

/** Every formula that a sheet of this kind is reckoned with. */
export function sheetFormulas(
  { basis, isCounted, hasGoLive }: SheetKind,
  tongue: Tongue,
): { readonly heading: string; readonly note: string; readonly rows: readonly Formula[] } {
  const { heading, note, perCase, need, always, goLive, backlog } = tongue === 'de' ? DE : EN;
  const rows = [
    perCase[basis],
    need[basis],
    ...always,
    ...(hasGoLive ? goLive : []),
    // Work in hours has no cases that lie.
    ...(isCounted ? backlog : []),
  ];
  return { heading, note, rows };
}
