import type { JudgedStatus, ProjectPhase, ProjectState } from '@etatlotse/domain/project';

/** A day of the sample city: years from the running one and month and day, or a day that the source paper names. */
export type DemoDay = readonly [yearsFromNow: number, monthAndDay: string] | `${number}-${number}-${number}`;

export interface DemoMilestone {
  readonly name: string;
  readonly plannedOn: DemoDay;
  readonly weight: number;
  readonly reachedOn?: DemoDay;
  readonly forecastOn?: DemoDay;
}

export interface DemoProject {
  readonly name: string;
  readonly description: string;
  readonly origin: 'source' | 'demo';
  readonly unit: string;
  /** How the names of its lines begin. */
  readonly lines: readonly string[];
  readonly phase: ProjectPhase;
  readonly state: ProjectState;
  /** Cost against what its lines have a year, in percent: last year, this year, next year. */
  readonly cost: readonly [number, number, number];
  readonly milestones: readonly DemoMilestone[];
  readonly isBaselined: boolean;
  /** The second baseline moves the last milestone and the end here and adds this share of next year's money. */
  readonly rebaseline?: { readonly end: DemoDay; readonly morePercent: number; readonly reason: string };
  readonly judged?: readonly [JudgedStatus, string];
  readonly risk?: readonly [title: string, percent: number, low: number, likely: number, high: number, days: number];
  /** What it buys: net, wanted so many days from today, from which framework contract. */
  readonly purchases?: readonly (readonly [name: string, netCents: number, daysAhead: number, framework: string])[];
  /** What operation costs a year once the last milestone is reached, and the name of the line that bears it. */
  readonly followUp?: readonly [name: string, line: string, yearlyCents: number];
  readonly reportedDaysAgo: number;
}

const SOURCE = 'Aus der Quelle (Mitteilung vom 27.04.2026)';

/** The systems that the source paper names, as projects of one programme. Amounts, days and judgements are invented. */
export const DEMO_PROJECTS: readonly DemoProject[] = [
  {
    name: 'DMS-Ausbau stadtweit',
    description: `${SOURCE}: Ablösung der Papierakte, über 70 % der Büroarbeitsplätze sind angeschlossen. Beträge und Anteile: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['DMS-Ausbau stadtweit'],
    phase: 'roll_out',
    state: 'running',
    cost: [90, 100, 0],
    milestones: [
      { name: 'Pilotbereiche produktiv', plannedOn: [-1, '06-30'], weight: 30, reachedOn: [-1, '07-15'] },
      {
        name: 'Über 70 % der Büroarbeitsplätze angeschlossen',
        plannedOn: [0, '03-31'],
        weight: 50,
        reachedOn: '2026-04-27',
      },
      { name: 'Alle Büroarbeitsplätze angeschlossen', plannedOn: [0, '10-31'], weight: 20, forecastOn: [1, '03-31'] },
    ],
    isBaselined: true,
    rebaseline: {
      end: [1, '03-31'],
      morePercent: 25,
      reason: 'Zwei Fachbereiche ziehen um und werden erst danach angeschlossen (Demo).',
    },
    judged: ['green', 'Demo: Der Anschluss der letzten Bereiche ist mit dem Dienstleister verabredet.'],
    risk: ['Demo: Dienstleister hat zu wenig Personal', 30, 2_000_000, 4_500_000, 9_000_000, 60],
    purchases: [
      ['Demo: Lizenzen für die letzten Bereiche', 6_420_000, 120, ''],
      ['Demo: Scanner für drei Standorte', 1_180_000, 60, ''],
      ['Demo: Einführungsberatung', 12_750_000, 80, ''],
      ['Demo: Monitore für die Scanstelle', 890_000, 45, 'Demo: Landesrahmenvertrag Monitore'],
    ],
    followUp: ['Demo: Betrieb der zusätzlichen Arbeitsplätze', 'Rechenzentrum: Betrieb und Wartung', 3_840_000],
    reportedDaysAgo: 6,
  },
  {
    name: 'Digitale Post',
    description: `${SOURCE}: Eingangspost läuft in mehreren Organisationseinheiten digital. Beträge und Tage: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['Digitaler Posteingang'],
    phase: 'roll_out',
    state: 'running',
    cost: [100, 100, 60],
    milestones: [
      { name: 'Scanstelle eingerichtet', plannedOn: [-1, '09-30'], weight: 40, reachedOn: [-1, '09-22'] },
      { name: 'Hälfte der Bereiche produktiv', plannedOn: [0, '06-30'], weight: 30, reachedOn: [0, '07-10'] },
      { name: 'Alle Bereiche produktiv', plannedOn: [1, '06-30'], weight: 30 },
    ],
    isBaselined: true,
    judged: ['green', 'Demo: Die Bereiche folgen im Abstand von vier Wochen.'],
    followUp: ['Demo: Scandienst für alle Bereiche', 'Druck- und Kopierdienste', 2_160_000],
    reportedDaysAgo: 12,
  },
  {
    name: 'Allgemeine Schriftgutverwaltung',
    description: `${SOURCE}: Einführung in den übrigen Bereichen bis Ende 2026. Beträge und Anteile: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['Allgemeine Schriftgutverwaltung'],
    phase: 'roll_out',
    state: 'running',
    cost: [60, 100, 0],
    milestones: [
      { name: 'Aktenplan beschlossen', plannedOn: [-1, '11-30'], weight: 30, reachedOn: [-1, '12-05'] },
      { name: 'Hälfte der übrigen Bereiche', plannedOn: [0, '07-31'], weight: 30 },
      { name: 'Alle übrigen Bereiche', plannedOn: '2026-12-31', weight: 40, forecastOn: [1, '04-30'] },
    ],
    isBaselined: true,
    judged: ['yellow', 'Demo: Zwei Bereiche warten auf Schulungstermine.'],
    risk: ['Demo: Altakten sind unvollständig', 50, 500_000, 1_200_000, 3_000_000, 45],
    reportedDaysAgo: 20,
  },
  {
    name: 'Schulungen und E-Learning',
    description: `${SOURCE}: Live-Online-Schulungen, E-Learning-Portal, UC, Beck-Online, KI. Beträge: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['E-Learning-Portal'],
    phase: 'implementation',
    state: 'running',
    cost: [100, 100, 100],
    milestones: [
      { name: 'Portal für alle Beschäftigten offen', plannedOn: [-1, '10-31'], weight: 50, reachedOn: [-1, '10-20'] },
      { name: 'Jeder Bereich hat zwei geschulte Personen', plannedOn: [1, '09-30'], weight: 50 },
    ],
    isBaselined: true,
    judged: ['green', 'Demo: Die Nachfrage ist höher als die Zahl der Plätze.'],
    reportedDaysAgo: 44,
  },
  {
    name: 'Prozessmanagement',
    description: `${SOURCE}: dauerhaftes Prozessmanagement nach Abschluss des DMS-Ausbaus. Beträge und Tage: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['Prozessmanagement'],
    phase: 'preparation',
    state: 'planned',
    cost: [0, 0, 100],
    milestones: [
      { name: 'Prozessregister eingerichtet', plannedOn: [1, '06-30'], weight: 60 },
      { name: 'Zwanzig Prozesse optimiert', plannedOn: [1, '12-15'], weight: 40 },
    ],
    isBaselined: true,
    reportedDaysAgo: 9,
  },
  {
    name: 'Workflows mit der eigenen Gesellschaft',
    description: `${SOURCE}: Prozesse werden mit der städtischen Gesellschaft aufgenommen und als Workflow umgesetzt. Beträge: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['Workflow-Aufbau'],
    phase: 'implementation',
    state: 'running',
    cost: [80, 100, 40],
    milestones: [
      { name: 'Erste zehn Workflows', plannedOn: [-1, '12-15'], weight: 45, reachedOn: [0, '02-10'] },
      { name: 'Dreißig Workflows', plannedOn: [0, '09-30'], weight: 40, reachedOn: [0, '10-02'] },
      { name: 'Übergabe an die Bereiche', plannedOn: [1, '05-31'], weight: 15 },
    ],
    isBaselined: true,
    judged: ['green', 'Demo: Die Bereiche bestellen inzwischen selbst.'],
    reportedDaysAgo: 15,
  },
  {
    name: 'OZG-Dienste und Serviceportal',
    description: `${SOURCE}: eigene Formulare, EfA sofern verfügbar und wirtschaftlich. Beträge und Tage: Demo.`,
    origin: 'source',
    unit: '10.2',
    lines: ['Serviceportal', 'EfA-Dienste', 'Formularmanagement'],
    phase: 'implementation',
    state: 'running',
    cost: [100, 100, 100],
    milestones: [
      { name: 'Serviceportal neu', plannedOn: [-1, '08-31'], weight: 40, reachedOn: [-1, '09-12'] },
      { name: 'Fünfzig Dienste online', plannedOn: [0, '08-31'], weight: 25, forecastOn: [1, '01-31'] },
      { name: 'Formular, Verfahren und DMS verzahnt', plannedOn: [1, '11-30'], weight: 35 },
    ],
    isBaselined: true,
    judged: ['yellow', 'Demo: Drei EfA-Dienste kommen später als zugesagt.'],
    risk: ['Demo: Gemeinsame Finanzierung endet', 40, 1_500_000, 3_000_000, 6_000_000, 0],
    reportedDaysAgo: 3,
  },
  {
    name: 'Endgeräte für alle Arbeitsplätze',
    description: `${SOURCE}: Notebooks, Tablets, Smartphones, Telefone, Monitore, Dockingstations. Beträge: Demo.`,
    origin: 'source',
    unit: '10.3',
    lines: ['Endgeräte-Ersatz', 'Smartphones und Tablets', 'Telefone und Headsets'],
    phase: 'implementation',
    state: 'running',
    cost: [100, 100, 100],
    milestones: [
      { name: 'Erste Tranche', plannedOn: [-1, '10-31'], weight: 33, reachedOn: [-1, '10-28'] },
      { name: 'Zweite Tranche', plannedOn: [0, '10-31'], weight: 33, reachedOn: [0, '11-05'] },
      { name: 'Dritte Tranche', plannedOn: [1, '10-31'], weight: 34 },
    ],
    isBaselined: true,
    judged: ['green', 'Demo: Die Lieferzeiten haben sich entspannt.'],
    reportedDaysAgo: 18,
  },
  {
    name: 'Datennetze der Schulen',
    description: `${SOURCE}: Modernisierung und Ausbau, 1,5 Mio. € im Jahr. Aufteilung und Tage: Demo.`,
    origin: 'source',
    unit: 'FB 40',
    lines: ['LAN-Ausbau'],
    phase: 'implementation',
    state: 'running',
    cost: [100, 100, 100],
    milestones: [
      { name: 'Ein Drittel der Schulen', plannedOn: [-1, '12-15'], weight: 46, reachedOn: [0, '01-30'] },
      { name: 'Zwei Drittel der Schulen', plannedOn: [0, '12-15'], weight: 24, forecastOn: [1, '01-31'] },
      { name: 'Alle Schulen', plannedOn: [1, '12-15'], weight: 30 },
    ],
    isBaselined: true,
    judged: ['yellow', 'Demo: Eine Schule wird umgebaut und kommt später dran.'],
    reportedDaysAgo: 8,
  },
  {
    name: 'Getrennte Netze der Verwaltung',
    description: `${SOURCE}: Verwaltung, Pädagogik, Telefonie, Gebäudetechnik, externe Nutzung. Beträge und Tage: Demo.`,
    origin: 'source',
    unit: '10.3',
    lines: ['Datennetz Verwaltung: Erneuerung', 'WLAN in Verwaltungsgebäuden'],
    phase: 'procurement',
    state: 'running',
    cost: [70, 100, 60],
    milestones: [
      { name: 'Netzkonzept', plannedOn: [-1, '09-30'], weight: 20, reachedOn: [-1, '09-30'] },
      { name: 'Kernnetz erneuert', plannedOn: [0, '05-31'], weight: 45, forecastOn: [1, '01-15'] },
      { name: 'Alle Standorte getrennt', plannedOn: [1, '08-31'], weight: 35 },
    ],
    isBaselined: true,
    judged: ['red', 'Demo: Die Vergabe musste wiederholt werden.'],
    risk: ['Demo: Geräte nicht lieferbar', 60, 1_000_000, 4_000_000, 12_000_000, 90],
    reportedDaysAgo: 37,
  },
  {
    name: 'Unified Communications',
    description: `${SOURCE}: Schulungen nach Bedarf, Umstellung der Telefonie. Beträge und Tage: Demo.`,
    origin: 'source',
    unit: '10.3',
    lines: ['Umstellung auf Unified Communications'],
    phase: 'roll_out',
    state: 'running',
    cost: [100, 100, 0],
    milestones: [
      { name: 'Verwaltungshauptgebäude umgestellt', plannedOn: [-1, '11-30'], weight: 65, reachedOn: [-1, '11-25'] },
      { name: 'Außenstellen umgestellt', plannedOn: [0, '12-15'], weight: 35 },
    ],
    isBaselined: true,
    reportedDaysAgo: 22,
  },
  {
    name: 'KI-Assistenz: Erprobung',
    description: `${SOURCE}: Schulungen zu KI. Die Erprobung ist erfunden (Demo).`,
    origin: 'demo',
    unit: '10.2',
    lines: ['KI-Assistenz'],
    phase: 'idea',
    state: 'planned',
    cost: [0, 0, 100],
    milestones: [],
    isBaselined: false,
    reportedDaysAgo: 5,
  },
];
