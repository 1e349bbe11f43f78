import type { CapacityMonthRow, CapacityUnitRow, ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { formatNumber, formatPercent } from '../ui/amount/format';
import type { BarChart } from '../ui/chart/chart.types';
import type { HeatRow } from '../ui/heat-table/heat-table';
import type { IconName } from '../ui/icon/icons';
import { capacityLabels } from './capacity.labels';

/* How capacity is shown: words, tags, percents. Pure; every figure comes from the API. */

/** A gap of less than this is "knapp": about one day a week. */
const TIGHT_FTE = 0.2;

export interface Look {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
  readonly word: string;
}

export function gapLook({ gapFte }: Pick<CapacityUnitRow, 'gapFte'>): Look {
  const words = capacityLabels().states;
  if (gapFte === null) return { kind: 'plain', icon: 'help', word: words.unknown };
  if (gapFte < -TIGHT_FTE) return { kind: 'bad', icon: 'error', word: words.missing };
  return gapFte < TIGHT_FTE
    ? { kind: 'warn', icon: 'warning', word: words.tight }
    : { kind: 'ok', icon: 'check_circle', word: words.enough };
}

/** Needed through available FTE, both as employees' FTE; null while one of them is not known or not told. */
export function monthPercent({ requiredFte, gapFte }: CapacityMonthRow): number | null {
  if (requiredFte === null || gapFte === null) return null;
  const availableFte = requiredFte + gapFte;
  return availableFte > 0 ? (requiredFte / availableFte) * 100 : null;
}

export function heatRows(rows: readonly CapacityUnitRow[]): HeatRow[] {
  return rows.map((row) => ({
    key: row.unit.id,
    name: row.unit.name,
    detail: row.isComplete ? row.unit.code : `${row.unit.code}, ${capacityLabels().atLeast}`,
    percents: row.months.map(monthPercent),
    totalPercent: row.utilisation === null ? null : row.utilisation * 100,
    link: ['/capacity/units', row.unit.id],
  }));
}

/** The month with the highest load of all units, for the sentence above the picture. */
export function hardestMonth(
  rows: readonly CapacityUnitRow[],
): { readonly unit: string; readonly month: number; readonly percent: number } | null {
  const all = rows.flatMap((row) =>
    row.months.flatMap((one, at) => {
      const percent = monthPercent(one);
      return percent === null ? [] : [{ unit: row.unit.name, month: at + 1, percent }];
    }),
  );
  return all.reduce<(typeof all)[number] | null>(
    (hardest, one) => (hardest === null || one.percent > hardest.percent ? one : hardest),
    null,
  );
}

/** Working days that lie in each unit at the end of December; null where no unit's are known. */
export function backlogBars(rows: readonly CapacityUnitRow[]): BarChart | null {
  const words = capacityLabels();
  const lying = rows.map(({ unit, months }) => ({ unit, end: months.at(-1) }));
  const known = lying.filter(({ end }) => typeof end?.backlogDays === 'number');
  const [most] = known.sort((a, b) => (b.end?.backlogDays ?? 0) - (a.end?.backlogDays ?? 0));
  if (most === undefined) return null;
  return {
    kind: 'bar',
    question: words.backlogHeading,
    sentence: words.backlogFinding(
      most.unit.name,
      formatNumber(most.end?.backlogCases ?? 0),
      formatNumber(most.end?.backlogDays ?? 0, 1),
    ),
    unit: 'number',
    isHorizontal: true,
    categories: lying.map(({ unit }) => unit.name),
    series: [{ label: words.backlogEnd, tone: 'ist', values: lying.map(({ end }) => end?.backlogDays ?? null) }],
  };
}

const MICROS = 1_000_000;
const MINUTES_PER_HOUR = 60;

/** A dated figure in its unit: minutes and hours of a year, a share, minutes of a case. */
export function parameterValue({ kind, valueMicros }: ParameterRow): string {
  const value = valueMicros / MICROS;
  const words = capacityLabels();
  switch (kind) {
    case 'yearly_minutes':
      return words.minutes(formatNumber(value), formatNumber(value / MINUTES_PER_HOUR));
    case 'allowance':
    case 'overhead':
      return formatPercent(value, 2);
    default:
      return formatNumber(value, 2);
  }
}
