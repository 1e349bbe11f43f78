import type { TaskForecast, TaskNumbers, TaskOutlook, TaskRow } from '@etatlotse/contracts/capacity/plain';
import { monthsBetween, monthsFrom, type YearMonth } from '@etatlotse/domain/capacity';
import type { BarChart, LineChart, LineSeries } from '../ui/chart/chart.types';
import { monthText } from './task-look';
import { taskPageLabels } from './task-page.labels';

/* The pictures of a task's page as plain descriptions; each carries its own table. Pure. */

/** So many counted months are shown before what may come. */
const MONTHS_BACK = 36;
const MONTHS_AHEAD = 24;

interface Counted extends YearMonth {
  readonly count: number;
}

function cellsOf({ years }: TaskNumbers, kind: 'actual' | 'planned'): Counted[] {
  return years.flatMap((year) =>
    year[kind].flatMap((count, at) => (count === null ? [] : [{ year: year.fiscalYear, month: at + 1, count }])),
  );
}

/** Months that the picture of the numbers shows: the last years that were counted, and what is foreseen. */
function monthsShown(numbers: TaskNumbers, forecast: TaskForecast | null): YearMonth[] {
  const [actual, planned] = [cellsOf(numbers, 'actual'), cellsOf(numbers, 'planned')];
  const ahead = [...(forecast?.months ?? []), ...planned];
  const all: YearMonth[] = [...actual, ...ahead];
  const [first, ...others] = all;
  if (first === undefined) return [];
  const earliest = others.reduce<YearMonth>((a, b) => (monthsBetween(a, b) < 0 ? b : a), first);
  const lastCounted = actual.at(-1) ?? earliest;
  const begin = Math.max(0, monthsBetween(earliest, lastCounted) - MONTHS_BACK + 1);
  const latest = others.reduce<YearMonth>((a, b) => (monthsBetween(a, b) > 0 ? b : a), first);
  const end = Math.min(monthsBetween(earliest, latest), monthsBetween(earliest, lastCounted) + MONTHS_AHEAD);
  return monthsFrom(earliest, end + 1).slice(begin);
}

export function volumesChart(
  task: TaskRow,
  numbers: TaskNumbers,
  forecast: TaskForecast | null,
  outlook: TaskOutlook | null,
  sentence: string,
): LineChart {
  const words = taskPageLabels().volumes;
  const months = monthsShown(numbers, forecast);
  const on = <Row extends YearMonth>(rows: readonly Row[], value: (row: Row) => number | null): (number | null)[] => {
    const byMonth = new Map(rows.map((row) => [row.year * 12 + row.month, value(row)]));
    return months.map(({ year, month }) => byMonth.get(year * 12 + month) ?? null);
  };
  const ahead = forecast?.months ?? [];
  const moved = (outlook?.months ?? []).filter(
    ({ origin, lawFactor, renewals }) => origin === 'planned' && (lawFactor !== 1 || (renewals ?? 0) > 0),
  );
  const series: (LineSeries | null)[] = [
    { label: words.actual, tone: 'ist', values: on(cellsOf(numbers, 'actual'), ({ count }) => count) },
    {
      label: words.planned,
      tone: 'ansatz',
      values: on(cellsOf(numbers, 'planned'), ({ count }) => count),
      isDashed: true,
    },
    moved.length === 0 ? null : { label: words.withDrivers, tone: 'change', values: on(moved, ({ volume }) => volume) },
    ahead.length === 0
      ? null
      : {
          label: words.wide,
          tone: 'avail',
          values: months.map(() => null),
          band: { low: on(ahead, ({ low95 }) => low95), high: on(ahead, ({ high95 }) => high95) },
        },
    ahead.length === 0
      ? null
      : {
          label: words.forecast,
          tone: 'avail',
          isDashed: true,
          values: on(ahead, ({ cases }) => cases),
          band: { low: on(ahead, ({ low80 }) => low80), high: on(ahead, ({ high80 }) => high80) },
        },
    ahead.some(({ lastYear }) => lastYear !== null)
      ? { label: words.lastYear, tone: 'unknown', isDashed: true, values: on(ahead, ({ lastYear }) => lastYear) }
      : null,
    ahead.some(({ underLaw }) => underLaw !== null)
      ? { label: words.underLaw, tone: 'change', isDashed: true, values: on(ahead, ({ underLaw }) => underLaw) }
      : null,
  ];
  return {
    kind: 'line',
    question: task.kind === 'hours' ? words.questionHours : words.question,
    sentence,
    unit: 'number',
    categories: months.map(monthText),
    series: series.filter((one) => one !== null),
  };
}

export function needChart(outlook: TaskOutlook, sentence: string): LineChart {
  const words = taskPageLabels().need;
  const { months } = outlook;
  const available: LineSeries = {
    label: words.available,
    tone: 'avail',
    values: months.map(({ availableFte }) => availableFte),
  };
  return {
    kind: 'line',
    question: words.question,
    sentence,
    unit: 'fte',
    categories: months.map(monthText),
    series: [
      { label: words.required, tone: 'ist', values: months.map(({ requiredFte }) => requiredFte) },
      ...(outlook.isProtected ? [] : [available]),
    ],
  };
}

export function backlogChart(outlook: TaskOutlook, sentence: string): BarChart {
  const words = taskPageLabels().backlog;
  const months = outlook.months.filter(({ backlog }) => backlog !== null);
  return {
    kind: 'bar',
    question: words.question,
    sentence,
    unit: 'number',
    isStacked: true,
    categories: months.map(monthText),
    series: [
      { label: words.workable, tone: 'obligo', values: months.map(({ backlog }) => backlog) },
      { label: words.waiting, tone: 'reserv', values: months.map(({ waiting }) => waiting) },
    ],
  };
}
