import {
  MICROS,
  type ParameterRow,
  type SheetFigures,
  type SheetPart,
  type TaskDetail,
  type TaskForecast,
  type TaskMonthRow,
  type TaskOutlook,
} from '@etatlotse/contracts/capacity/plain';
import { type Allowance, minutesPerCase, workMinutes, workShare, type YearMeasure } from '@etatlotse/domain/capacity';
import type { Tongue } from '../platform/problem/problem-body';
import { ownAllowance } from './task-facts';
import { sheetFormulas } from './task-sheet.formulas';
import { SHEET_WORDS } from './task-sheet.words';

/** What the sheet of a task is made of; every figure is one that the page of the task shows. */
export interface SheetFacts {
  readonly task: TaskDetail;
  readonly outlook: TaskOutlook;
  readonly forecast: TaskForecast;
  readonly measure: YearMeasure | null;
  readonly land: string;
}

type Cells = readonly string[];

const DIGITS = 4;
/** What sums of many numbers may differ by, as a share. */
const ROUNDING = 1e-9;

/** Figures and days as a reader of the language writes them. */
class Pen {
  readonly words;

  constructor(readonly tongue: Tongue) {
    this.words = SHEET_WORDS[tongue];
  }

  number(value: number | null, digits = 0): string {
    if (value === null) return this.words.unknown;
    const tag = this.tongue === 'de' ? 'de-DE' : 'en-GB';
    return new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(value)
      .replace('-', '\u2212');
  }

  /** As many digits as are needed, up to four. */
  exact(value: number): string {
    const tag = this.tongue === 'de' ? 'de-DE' : 'en-GB';
    return new Intl.NumberFormat(tag, { maximumFractionDigits: DIGITS }).format(value);
  }

  percent(share: number): string {
    return `${this.exact(share * 100)} %`;
  }

  day(iso: string): string {
    const [year = '', month = '', day = ''] = iso.split('-');
    return this.tongue === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
  }

  month({ year, month }: TaskMonthRow): string {
    return `${String(month).padStart(2, '0')}/${year}`;
  }
}

/** The year once more by the formula of the sheet: minutes of all cases through the minutes that are left for them. */
export function sheetFigures({
  task,
  outlook,
  measure,
}: Pick<SheetFacts, 'task' | 'outlook' | 'measure'>): SheetFigures | null {
  const months = outlook.months.slice(0, 12);
  if (measure === null || months.some(({ cases, minutesPerCase }) => cases === null || minutesPerCase === null))
    return null;
  const allowance = allowanceOf(task, measure);
  const ofTask = workMinutes({ yearlyMinutes: measure.yearlyMinutes.employee, allowance });
  // Months tell minutes in the time of the unit; a task with its own deduction is told in its own here.
  const scale = ofTask / (measure.yearlyMinutes.employee * workShare(measure));
  const casesOfYear = months.reduce((sum, { cases }) => sum + (cases ?? 0), 0);
  const minutesOfYear = months.reduce(
    (sum, month) => sum + (month.cases ?? 0) * (month.minutesPerCase ?? 0) * scale,
    0,
  );
  return {
    minutesPerCase: casesOfYear === 0 ? (months[0]?.minutesPerCase ?? 0) * scale : minutesOfYear / casesOfYear,
    casesOfYear,
    minutesOfYear,
    workMinutes: ofTask,
    requiredFte: minutesOfYear / ofTask,
  };
}

function allowanceOf(task: TaskDetail, measure: YearMeasure): Allowance {
  return ownAllowance(task) ?? measure.allowance;
}

/** The parts of the sheet in the order in which an auditor reads them. */
export function sheetParts(facts: SheetFacts, tongue: Tongue): SheetPart[] {
  const pen = new Pen(tongue);
  const figures = sheetFigures(facts);
  return [
    resultPart(facts, pen),
    surveyPart(facts, pen),
    ...(figures === null || facts.measure === null ? [] : [stepsPart(facts, facts.measure, figures, pen)]),
    monthsPart(facts, pen),
    driversPart(facts, pen),
    ...(facts.task.kind === 'hours' ? [] : [backlogPart(facts, pen)]),
    forecastPart(facts, pen),
    figuresPart(facts, pen),
    ...(facts.measure === null ? [] : [formulasPart(facts.task, facts.measure, pen)]),
  ];
}

const plain = (heading: string, paragraphs: readonly string[]): SheetPart => ({
  ...{ heading, paragraphs, columns: [], rows: [] },
});

function table(
  heading: string,
  paragraphs: readonly string[],
  columns: readonly (readonly [label: string, isNumber?: boolean])[],
  rows: readonly Cells[],
): SheetPart {
  return {
    heading,
    paragraphs,
    columns: columns.map(([label, isNumber = false]) => ({ label, isNumber })),
    rows: rows.map((cells) => ({ cells, isSum: false })),
  };
}

function resultPart({ outlook }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.result;
  const { year, isProtected, fiscalYear } = outlook;
  if (year.unknownMonths > 0 || year.requiredFte === null) {
    return plain(words.heading, [words.unknown(pen.number(year.unknownMonths)), pen.words.privacy]);
  }
  const available =
    isProtected || year.availableFte === null
      ? words.notShown
      : words.available(pen.number(year.availableFte, DIGITS), pen.number(year.gapFte, DIGITS));
  return plain(words.heading, [
    words.known(pen.number(year.requiredFte, DIGITS), fiscalYear),
    available,
    pen.words.privacy,
  ]);
}

function surveyPart({ task }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.survey;
  const rows: Cells[] = [
    [words.product, task.product || '–'],
    [words.kind, words.kinds[task.kind]],
    ...(task.kind === 'hours'
      ? []
      : [
          [
            words.base,
            task.baseSeconds === null ? pen.words.unknown : pen.words.minutes(pen.exact(task.baseSeconds / 60)),
          ],
          [words.recovery, pen.words.minutes(pen.exact(task.recoverySeconds / 60))],
        ]),
    [words.method, pen.words.methods[task.method]],
    [words.day, task.surveyedOn === null ? pen.words.unknown : pen.day(task.surveyedOn)],
    [words.sample, task.sampleCases === null ? '–' : pen.words.cases(pen.number(task.sampleCases))],
    [words.source, task.source || '–'],
    [words.deadline, task.deadline === null ? words.noDeadline : pen.words.deadlines[task.deadline]],
    [
      words.trigger,
      task.goLive === null
        ? words.triggerNone
        : words.triggerText(task.goLive.milestone, pen.day(task.goLive.goLiveOn)),
    ],
  ];
  return table(words.heading, [], [[pen.words.fact], [pen.words.value]], rows);
}

function stepsPart({ task, outlook }: SheetFacts, measure: YearMeasure, figures: SheetFigures, pen: Pen): SheetPart {
  const words = pen.words.steps;
  const allowance = allowanceOf(task, measure);
  const isSurcharge = allowance.basis === 'surcharge_on_base_time';
  const [base, recovery] = [task.kind === 'hours' ? 60 : (task.baseSeconds ?? 0) / 60, task.recoverySeconds / 60];
  const rate = pen.percent(allowance.rate);
  // A project may change the task before the year, within it or after: only where the year shows it, there is a mean.
  const plain = minutesPerCase(base, allowance, recovery);
  const perCase =
    Math.abs(figures.minutesPerCase - plain) > ROUNDING * plain
      ? words.mean
      : isSurcharge
        ? words.surcharge(pen.exact(base), rate, pen.exact(recovery))
        : words.deduction(pen.exact(base), pen.exact(recovery));
  const yearly = measure.yearlyMinutes.employee;
  const { year } = outlook;
  const shown = (value: number | null): string => (value === null ? pen.words.notShown : pen.number(value, DIGITS));
  const rows: Cells[] = [
    [words.perCase, pen.number(figures.minutesPerCase, DIGITS), perCase],
    [task.kind === 'hours' ? words.hours : words.cases, pen.exact(figures.casesOfYear), words.casesFormula],
    [words.minutes, pen.exact(figures.minutesOfYear), words.minutesFormula],
    [words.yearly, pen.exact(yearly), words.yearlyFormula],
    [
      words.work,
      pen.exact(figures.workMinutes),
      isSurcharge ? words.workSurcharge : words.workDeduction(pen.exact(yearly), rate),
    ],
    [
      words.required,
      pen.number(figures.requiredFte, DIGITS),
      words.requiredFormula(pen.exact(figures.minutesOfYear), pen.exact(figures.workMinutes)),
    ],
    [words.available, shown(year.availableFte), words.availableFormula],
    [words.gap, shown(year.gapFte), words.gapFormula],
  ];
  return table(words.heading, [words.note], [[pen.words.fact], [pen.words.value, true], [pen.words.formula]], rows);
}

function monthsPart({ outlook, land }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.months;
  const months = outlook.months.slice(0, 12);
  const days = months.reduce((sum, { workingDays }) => sum + workingDays, 0);
  const told = (value: number | null, digits: number): string =>
    value === null && outlook.isProtected ? pen.words.notShown : pen.number(value, digits);
  const rows = months.map((month): Cells => [
    pen.month(month),
    pen.number(month.workingDays),
    month.cases === null ? pen.words.unknown : pen.exact(month.cases),
    month.origin === null ? '–' : words.origins[month.origin],
    pen.number(month.minutesPerCase, 2),
    pen.number(month.requiredFte, DIGITS),
    told(month.availableFte, DIGITS),
    told(month.gapFte, DIGITS),
    told(month.backlog, 0),
  ]);
  const columns = [
    [words.month],
    [words.days, true],
    [words.cases, true],
    [words.origin],
    [words.perCase, true],
    [words.required, true],
    [words.available, true],
    [words.gap, true],
    [words.backlog, true],
  ] as const;
  return table(words.heading, [words.note(pen.number(days), land)], columns, rows);
}

function driversPart({ task }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.drivers;
  if (task.drivers.length === 0) return plain(words.heading, [words.none]);
  const rows = task.drivers.map((driver): Cells => {
    const issued = (driver.issued ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const effect =
      driver.kind === 'law_change'
        ? words.law(pen.exact((driver.factorMicros ?? MICROS) / MICROS), pen.day(driver.from ?? ''))
        : words.wave(
            pen.number(issued),
            pen.number(driver.holdsForMonths),
            pen.percent((driver.returnPercent ?? 0) / 100),
          );
    return [driver.name, effect, driver.source, driver.isActive ? pen.words.yes : pen.words.no];
  });
  return table(words.heading, [words.note], [[words.name], [words.effect], [pen.words.source], [words.active]], rows);
}

function backlogPart({ outlook: { stock, deadline } }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.backlog;
  if (stock === null) return plain(words.heading, [words.none]);
  const paragraphs = [
    words.counted(pen.number(stock.workable), pen.number(stock.waiting), pen.day(stock.countedOn)),
    ...(deadline === null
      ? []
      : [
          deadline.firstBreachOn === null ? words.breachNone : words.breach(pen.day(deadline.firstBreachOn)),
          words.needed(pen.number(deadline.neededFte, DIGITS)),
        ]),
  ];
  if (stock.clear.length === 0) return plain(words.heading, paragraphs);
  const rows = stock.clear.map(({ months, fte, extraFte }): Cells => [
    words.monthsText(months),
    pen.number(fte, DIGITS),
    pen.number(extraFte, DIGITS),
  ]);
  return table(words.heading, paragraphs, [[words.clearIn], [words.fte, true], [words.extra, true]], rows);
}

function forecastPart({ forecast }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.forecast;
  if (forecast.method === null) return plain(words.heading, [words.none]);
  const { test } = forecast;
  return plain(words.heading, [
    words.method(words.names[forecast.method] ?? forecast.method),
    ...(test === null
      ? []
      : [words.test(pen.number(test.mase, 3), pen.number(test.naiveMase, 3), pen.number(test.origins))]),
    ...forecast.warnings.map((warning) => words.warnings[warning]),
  ]);
}

function figuresPart({ task, outlook }: SheetFacts, pen: Pen): SheetPart {
  const words = pen.words.figures;
  const nameOf = (kind: ParameterRow['kind'], key: string): string =>
    key === '' ? words.kinds[kind] : `${words.kinds[kind]} (${words.keys[key] ?? key})`;
  const own = ownAllowance(task);
  const rows: Cells[] = [
    ...outlook.parameters.map((row): Cells => {
      const value = row.valueMicros / MICROS;
      const text = row.basis === null ? pen.exact(value) : `${pen.percent(value)}, ${words.bases[row.basis]}`;
      const source = `${row.source}, ${row.sourceYear}${row.isExample ? ` (${words.example})` : ''}`;
      return [nameOf(row.kind, row.key), text, pen.day(row.validFrom), source, row.id];
    }),
    ...(own === null
      ? []
      : [[words.own, `${pen.percent(own.rate)}, ${words.bases[own.basis]}`, '', task.source, task.id]]),
  ];
  const missing = outlook.missingParameters.map((one) => {
    const [kind = '', key = ''] = one.split(' ');
    return nameOf(kind as ParameterRow['kind'], key);
  });
  const paragraphs = missing.length === 0 ? [] : [words.missing(missing.join(', '))];
  const columns = [[pen.words.fact], [pen.words.value], [words.from], [pen.words.source], [words.record]] as const;
  return table(words.heading, paragraphs, columns, rows);
}

function formulasPart(task: TaskDetail, measure: YearMeasure, pen: Pen): SheetPart {
  const { basis } = allowanceOf(task, measure);
  const kind = { basis, isCounted: task.kind === 'cases', hasGoLive: task.goLive !== null };
  const { heading, note, rows } = sheetFormulas(kind, pen.tongue);
  return table(heading, [note], [[pen.words.fact], [pen.words.formula]], rows);
}
