import type { CreateDriver, SetGoLive } from '@etatlotse/contracts/capacity';
import { MICROS, type SurveyMethod, type TaskKind } from '@etatlotse/contracts/capacity/plain';
import type { Deadline } from '@etatlotse/domain/capacity';

/** What lies there: how many cases can be worked, how many wait for the applicant, and how many new ones lack something. */
interface DemoStock {
  readonly workable: number;
  readonly waiting: number;
  readonly incompletePercent: number;
  readonly returnPercent: number;
}

/** A task of a unit: cases or hours a year, minutes a case; null is not known. All are invented. */
export interface DemoTask {
  readonly unit: string;
  readonly name: string;
  readonly kind: TaskKind;
  readonly product: string;
  readonly minutes: number | null;
  readonly method: SurveyMethod;
  /** Years before this one in which the minutes were surveyed, and how many cases were looked at. */
  readonly surveyedYearsAgo: number;
  readonly sample: number | null;
  readonly yearly: number | null;
  readonly season: readonly number[];
  /** How much a year has more than the one before it. */
  readonly growth: number;
  readonly deadline: Deadline | null;
  readonly stock: DemoStock | null;
}

const EVEN = Array<number>(12).fill(1);
/** Before the summer holidays people need passports. */
const TRAVEL = [0.85, 0.9, 1.05, 1.1, 1.25, 1.35, 1.15, 0.95, 0.95, 0.9, 0.85, 0.7];
/** Children are registered in spring. */
const SCHOOL = [0.6, 1.4, 2.6, 2.2, 1.3, 0.9, 0.5, 0.8, 0.6, 0.4, 0.4, 0.3];
/** People build when the frost is gone. */
const BUILDING = [0.8, 0.9, 1.15, 1.2, 1.15, 1.1, 1.0, 0.9, 1.0, 1.05, 0.95, 0.8];
/** Cars are bought in spring and re-registered in autumn. */
const CARS = [0.85, 0.9, 1.2, 1.2, 1.1, 1.05, 0.95, 0.9, 1.0, 1.05, 0.95, 0.85];
/** Heating bills come in winter. */
const WINTER = [1.35, 1.15, 1.05, 0.95, 0.9, 0.85, 0.85, 0.9, 0.95, 1.0, 1.05, 1.0];
/** New classes and new devices begin with the school year. */
const TERM = [1.0, 1.0, 0.95, 0.9, 0.95, 0.9, 0.6, 1.4, 1.5, 1.05, 1.0, 0.75];

const stock = (workable: number, waiting = 0, incompletePercent = 0, returnPercent = 0): DemoStock => ({
  ...{ workable, waiting, incompletePercent, returnPercent },
});
const cases = (
  unit: string,
  name: string,
  product: string,
  minutes: number,
  yearly: number | null,
  more: Partial<DemoTask> = {},
): DemoTask => ({
  ...{
    unit,
    name,
    product,
    kind: 'cases',
    minutes,
    method: 'self_recording',
    surveyedYearsAgo: 2,
    sample: 240,
    yearly,
  },
  ...{ season: EVEN, growth: 0.02, deadline: null, stock: null },
  ...more,
});
const hours = (unit: string, name: string, product: string, yearly: number, season = EVEN): DemoTask => ({
  ...cases(unit, name, product, 0, yearly, { method: 'analytical_estimate', season }),
  ...{ kind: 'hours', minutes: null, sample: null },
});

export const DEMO_TASKS: readonly DemoTask[] = [
  cases('FB 32', 'Personalausweise und Reisepässe', '12.2.04 Einwohnerwesen', 18, 26_000, {
    season: TRAVEL,
    stock: stock(210),
  }),
  cases('FB 32', 'An-, Um- und Abmeldungen', '12.2.04 Einwohnerwesen', 12, 21_500, { growth: 0.01, stock: stock(60) }),
  cases('FB 32', 'Führungszeugnisse und Auskünfte', '12.2.04 Einwohnerwesen', 8, 9_800, {
    growth: -0.03,
    stock: stock(0),
  }),
  cases('32.2', 'Fahrzeuge zulassen und umschreiben', '12.2.07 Kfz-Zulassung', 12, 34_000, {
    season: CARS,
    growth: 0.01,
    stock: stock(140),
  }),
  cases('32.2', 'Fahrzeuge außer Betrieb setzen', '12.2.07 Kfz-Zulassung', 6, 14_000, {
    growth: -0.02,
    stock: stock(20),
  }),
  cases('32.2', 'Führerscheine umtauschen', '12.2.08 Fahrerlaubnisse', 14, 5_200, {
    growth: 0.06,
    stock: stock(310, 90, 15, 70),
  }),
  cases('FB 50', 'Wohngeld: Erst- und Weiterleistungsanträge', '31.5.01 Wohngeld', 95, 7_000, {
    ...{ method: 'time_study', sample: 180, season: WINTER, growth: 0.05, deadline: 'vwgo_75' },
    stock: stock(1_240, 310, 20, 60),
  }),
  cases('FB 50', 'Wohngeld: Beratung ohne Antrag', '31.5.01 Wohngeld', 20, null, {
    ...{ method: 'analytical_estimate', sample: null },
  }),
  cases('FB 51', 'Elterngeldanträge', '36.3.05 Elterngeld', 190, 1_450, {
    ...{ method: 'time_study', sample: 60, growth: -0.01, deadline: 'sgg_88' },
    stock: stock(260, 120, 30, 65),
  }),
  cases('FB 51', 'Unterhaltsvorschuss: Anträge und Überprüfungen', '34.1.01 Unterhaltsvorschuss', 130, 900, {
    ...{ growth: 0.03, deadline: 'vwgo_75' },
    stock: stock(115, 40, 20, 50),
  }),
  cases('FB 60', 'Bauanträge: Baugenehmigungen', '52.1.01 Bauordnung', 780, 500, {
    ...{ method: 'time_study', sample: 36, season: BUILDING, growth: -0.02, deadline: 'vwgo_75', surveyedYearsAgo: 7 },
    stock: stock(135, 70, 35, 45),
  }),
  cases('FB 60', 'Bauvoranfragen', '52.1.01 Bauordnung', 300, 210, {
    ...{ season: BUILDING, deadline: 'vwgo_75' },
    stock: stock(32, 6, 15, 60),
  }),
  hours('FB 60', 'Bauberatung', '52.1.01 Bauordnung', 1_300),
  cases('FB 40', 'Schulanmeldungen', '24.3.01 Schulverwaltung', 25, 4_600, { season: SCHOOL, stock: stock(35) }),
  hours('FB 40', 'Schulentwicklungsplanung', '24.3.01 Schulverwaltung', 3_400),
  cases('40.2', 'Störungen und Anfragen der Schulen', '24.3.04 Schul-IT', 38, 5_600, {
    season: TERM,
    growth: 0.08,
    stock: stock(95),
  }),
  hours('40.2', 'Geräte ausrollen und pflegen', '24.3.04 Schul-IT', 1_300, TERM),
  cases('10.3', 'Service-Desk: Störungen und Anfragen', '11.1.08 IT-Betrieb', 35, 14_400, {
    growth: 0.03,
    stock: stock(380),
  }),
  cases('10.3', 'Arbeitsplätze einrichten und umziehen', '11.1.08 IT-Betrieb', 110, 1_900, {
    ...{ method: 'comparison', sample: null, surveyedYearsAgo: 6 },
    stock: stock(45),
  }),
  hours('10.3', 'Mitarbeit in Vorhaben', '11.1.08 IT-Betrieb', 5_200),
  cases('10.2', 'DMS: Rechte, Postkörbe und Vertretungen', '11.1.07 Dokumentenmanagement', 25, 2_600, {
    growth: 0.12,
    stock: stock(55),
  }),
  cases('10.2', 'DMS: Störungen und Fragen', '11.1.07 Dokumentenmanagement', 22, 3_100, {
    growth: 0.1,
    stock: stock(70),
  }),
  hours('10.2', 'DMS: Aktenplan, Vorlagen und Schulungen', '11.1.07 Dokumentenmanagement', 1_900),
];

/** What a project of the programme changes about a task, by the names of both. */
export const DEMO_GO_LIVES: readonly ({ task: string; milestone: string } & Omit<
  SetGoLive,
  'milestoneId' | 'version'
>)[] = [
  {
    task: 'Wohngeld: Erst- und Weiterleistungsanträge',
    milestone: 'Fünfzig Dienste online',
    onlineSeconds: 70 * 60,
    course: 's_curve',
    onlinePercent: 60,
    months: 12,
    dipPercents: [10, 5],
    reboundPercent: 5,
  },
  {
    task: 'Schulanmeldungen',
    milestone: 'Fünfzig Dienste online',
    onlineSeconds: 14 * 60,
    course: 'step',
    onlinePercent: 70,
    months: 0,
    dipPercents: [10],
    reboundPercent: 0,
  },
];

/** What moves planned numbers, by the name of the task. A year counts from this one. */
export function demoDrivers(fiscalYear: number): readonly { task: string; driver: CreateDriver }[] {
  return [
    {
      task: 'Wohngeld: Erst- und Weiterleistungsanträge',
      driver: {
        kind: 'law_change',
        name: `Anpassung des Wohngeldes ${fiscalYear + 1}`,
        source: 'Demo: § 43 WoGG, Anpassung alle zwei Jahre; Schätzung des Fachbereichs',
        isActive: true,
        from: `${fiscalYear + 1}-01-01`,
        factorMicros: 1.08 * MICROS,
        overMonths: 3,
      },
    },
    {
      task: 'Personalausweise und Reisepässe',
      driver: {
        kind: 'renewal',
        name: `Ausweise aus ${fiscalYear - 9}, die über dem Üblichen lagen`,
        source: 'Demo: eigene Statistik der ausgestellten Ausweise',
        isActive: true,
        holdsForMonths: 120,
        returnPercent: 88,
        issuedFrom: `${fiscalYear - 9}-01-01`,
        issued: [310, 340, 420, 460, 520, 560, 430, 300, 280, 240, 220, 180],
      },
    },
    {
      task: 'Führerscheine umtauschen',
      driver: {
        kind: 'law_change',
        name: 'Nächster Jahrgang des Pflichtumtauschs',
        source: 'Demo: Anlage 8e FeV; Schätzung des Fachbereichs',
        isActive: false,
        from: `${fiscalYear + 1}-02-01`,
        factorMicros: 1.25 * MICROS,
        overMonths: 0,
      },
    },
  ];
}
