import type { CapacityMonthRow, CapacityUnitYear, UnitTaskRow } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber } from '../ui/amount/format';
import type { LineChart } from '../ui/chart/chart.types';
import { formatDate, formatMonth, formatMonthName } from '../ui/date/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { unitLabels } from './unit.labels';

/* The year of a unit in sentences, curves and rows. Pure; every figure comes from the API. */

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** The tightest month in one sentence, and what lies there in December. */
export function unitLead({ row }: CapacityUnitYear): string {
  const words = unitLabels();
  const known = row.months.flatMap(({ gapFte }, at) => (gapFte === null ? [] : [{ gapFte, month: at + 1 }]));
  const [tightest] = known.sort((a, b) => a.gapFte - b.gapFte);
  const backlog = row.months.at(-1)?.backlogCases ?? null;
  const rest = backlog === null ? '' : ` ${words.leadBacklog(formatNumber(backlog))}`;
  if (tightest === undefined) return words.leadUnknown + rest;
  const month = formatMonthName(tightest.month);
  return tightest.gapFte < 0
    ? words.lead(month, formatFte(-tightest.gapFte, 2)) + rest
    : words.leadEnough(month, formatFte(tightest.gapFte, 2)) + rest;
}

export function fteCurve({ row }: CapacityUnitYear): LineChart | null {
  const words = unitLabels();
  if (row.requiredFte === null) return null;
  const required = formatFte(row.requiredFte, 2);
  return {
    kind: 'line',
    question: words.fte,
    sentence:
      row.availableNormFte === null
        ? words.fteFindingOpen(required)
        : words.fteFinding(required, formatFte(row.availableNormFte, 2)),
    unit: 'fte',
    categories: MONTHS.map(formatMonth),
    series: [
      { label: words.planned, tone: 'plan', values: row.months.map(({ plannedFte }) => plannedFte), isDashed: true },
      { label: words.availableNorm, tone: 'avail', values: row.months.map((one) => one.availableNormFte) },
      { label: words.required, tone: 'ist', values: row.months.map(({ requiredFte }) => requiredFte) },
    ],
  };
}

export function backlogCurve({ row }: CapacityUnitYear): LineChart | null {
  const words = unitLabels();
  const last = row.months.at(-1);
  if (typeof last?.backlogCases !== 'number' || row.backlogCases === null || row.backlogCountedOn === null) return null;
  return {
    kind: 'line',
    question: words.backlogHeading,
    sentence: words.backlogFinding(
      formatNumber(row.backlogCases),
      formatDate(row.backlogCountedOn),
      formatNumber(last.backlogCases),
      formatNumber(last.backlogDays ?? 0, 1),
    ),
    unit: 'number',
    categories: MONTHS.map(formatMonth),
    series: [{ label: words.backlog, tone: 'ist', values: row.months.map(({ backlogCases }) => backlogCases) }],
  };
}

/** The departures in one sentence: cases with and without them. */
export function departureFinding({ row, departures, withoutDepartures }: CapacityUnitYear): string {
  const words = unitLabels();
  if (departures === null) return words.planHidden;
  if (departures.length === 0) return words.planNone;
  const [after, before] = [row.months.at(-1), withoutDepartures?.at(-1)];
  if (typeof after?.backlogCases !== 'number' || typeof before?.backlogCases !== 'number') {
    return words.planFindingOpen(formatNumber(departures.length));
  }
  const days = formatNumber(after.backlogDays ?? 0, 1);
  return words.planFinding(formatNumber(after.backlogCases), formatNumber(before.backlogCases), days);
}

export interface DriverRow {
  readonly name: string;
  readonly fte: number | null;
  readonly isSum: boolean;
}

/** From the posts of the plan to what is there, and from there, task by task, to what is missing. */
export function driverRows({ row, tasks }: CapacityUnitYear): DriverRow[] {
  const words = unitLabels();
  const line = (name: string, fte: number | null, isSum = false): DriverRow => ({ name, fte, isSum });
  const minus = (first: number | null, second: number | null): number | null =>
    first === null || second === null ? null : first - second;
  const needs = [...tasks].sort((a, b) => (b.requiredFte ?? 0) - (a.requiredFte ?? 0));
  return [
    line(words.byPlan, row.plannedFte, true),
    line(words.vacant, row.occupiedFte - row.plannedFte),
    line(words.away, minus(row.availableFte, row.occupiedFte)),
    line(words.status, minus(row.availableNormFte, row.availableFte)),
    line(words.there, row.availableNormFte, true),
    ...needs.map(({ name, requiredFte }) => line(words.needs(name), requiredFte === null ? null : -requiredFte)),
    line(words.rest, row.gapFte, true),
  ];
}

/** The task that needs most, in one sentence. */
export function driverFinding({ tasks }: CapacityUnitYear): string {
  const known = tasks.filter(({ requiredFte }) => requiredFte !== null);
  const [most] = [...known].sort((a, b) => (b.requiredFte ?? 0) - (a.requiredFte ?? 0));
  return most === undefined
    ? unitLabels().driversNone
    : unitLabels().driversFinding(most.name, formatFte(most.requiredFte ?? 0, 2));
}

/** Months as rows: three columns of posts beside the need, and the backlog. */
export function monthShape(year: number): RecordTableShape<CapacityMonthRow & { readonly month: number }> {
  const words = unitLabels();
  type Row = CapacityMonthRow & { readonly month: number };
  const fte = (head: string, of: (row: Row) => number | null, isSigned = false) => ({
    head,
    kind: 'number' as const,
    of: (row: Row): string | null => {
      const value = of(row);
      return value === null ? null : formatNumber(value, 2, isSigned);
    },
  });
  return {
    caption: words.months,
    nameHead: words.month,
    name: ({ month }) => `${formatMonthName(month)} ${year}`,
    link: () => null,
    columns: [
      fte(words.required, ({ requiredFte }) => requiredFte),
      fte(words.planned, ({ plannedFte }) => plannedFte),
      fte(words.occupied, ({ occupiedFte }) => occupiedFte),
      fte(words.available, ({ availableFte }) => availableFte),
      fte(words.gap, ({ gapFte }) => gapFte, true),
      { head: words.backlog, kind: 'number', of: ({ backlogCases }) => whole(backlogCases) },
      {
        head: words.backlogDays,
        kind: 'number',
        of: ({ backlogDays }) => (backlogDays === null ? null : formatNumber(backlogDays, 1)),
      },
    ],
  };
}

function whole(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}

/** "20.000", or "640 Stunden" where work is told in hours. */
export function volumeText({ kind, yearVolume }: UnitTaskRow): string | null {
  if (yearVolume === null) return null;
  return kind === 'hours' ? unitLabels().hours(formatNumber(yearVolume)) : formatNumber(yearVolume);
}

const SECONDS = 60;

export function minutesText({ kind, baseSeconds }: UnitTaskRow): string | null {
  if (kind === 'hours') return '–';
  return baseSeconds === null ? null : formatNumber(baseSeconds / SECONDS, 1);
}
