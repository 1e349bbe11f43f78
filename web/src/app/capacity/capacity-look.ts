import type {
  CapacityGroupRow,
  CapacityMonthRow,
  CapacityOverview,
  CapacityUnitRow,
  ParameterRow,
} from '@etatlotse/contracts/capacity/plain';
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
export function monthPercent({ requiredFte, gapFte }: Pick<CapacityMonthRow, 'requiredFte' | 'gapFte'>): number | null {
  if (requiredFte === null || gapFte === null) return null;
  const availableFte = requiredFte + gapFte;
  return availableFte > 0 ? (requiredFte / availableFte) * 100 : null;
}

/** How far down the picture goes. */
export const HEAT_DEPTHS = ['directorate', 'department', 'unit'] as const;
export type HeatDepth = (typeof HEAT_DEPTHS)[number];

/** Directorates, the departments in them, and the units in those, as far down as asked for. */
export function heatRows({ rows, groups }: Pick<CapacityOverview, 'rows' | 'groups'>, down: HeatDepth): HeatRow[] {
  const departmentOf = (unitId: string): CapacityGroupRow | undefined =>
    groups.find(({ level, unitIds }) => level === 'department' && unitIds.length > 1 && unitIds.includes(unitId));
  /** The rows of some units, departments with several of them as one. */
  const inside = (of: readonly CapacityUnitRow[], depth: 0 | 1): HeatRow[] =>
    of.flatMap((row) => {
      const department = departmentOf(row.unit.id);
      if (department === undefined) return [unitHeat(row, depth)];
      const all = of.filter(({ unit }) => department.unitIds.includes(unit.id));
      if (all[0] !== row) return [];
      // What the department does itself stands before its parts.
      const members = [...all].sort((one, other) => Number(isOwn(other, department)) - Number(isOwn(one, department)));
      const units = down === 'unit' ? members.map((one) => unitHeat(one, depth === 0 ? 1 : 2, department)) : [];
      return [groupHeat(department, depth), ...units];
    });
  const directorates = groups.filter(({ level }) => level === 'directorate');
  const placed = new Set(directorates.flatMap(({ unitIds }) => unitIds));
  return [
    ...directorates.flatMap((group) => {
      const own = rows.filter(({ unit }) => group.unitIds.includes(unit.id));
      return [groupHeat(group, 0), ...(down === 'directorate' ? [] : inside(own, 1))];
    }),
    ...inside(
      rows.filter(({ unit }) => !placed.has(unit.id)),
      0,
    ),
  ];
}

/** How far down somebody may look: only as there is something to see. */
export function heatDepthsOf(groups: readonly CapacityGroupRow[]): readonly HeatDepth[] {
  const has = (level: CapacityGroupRow['level'], units: number): boolean =>
    groups.some((group) => group.level === level && group.unitIds.length >= units);
  return [
    ...(has('directorate', 1) ? (['directorate'] as const) : []),
    ...(has('department', 2) ? (['department'] as const) : []),
    'unit',
  ];
}

const isOwn = (row: CapacityUnitRow, group: CapacityGroupRow): boolean => group.unit.id === row.unit.id;

function groupHeat({ unit, unitIds, knownUnits, months, utilisation }: CapacityGroupRow, depth: 0 | 1): HeatRow {
  return {
    key: `group ${unit.id}`,
    name: unit.name,
    detail: capacityLabels().groupOf(unit.code, formatNumber(knownUnits), formatNumber(unitIds.length)),
    percents: months.map(monthPercent),
    totalPercent: utilisation === null ? null : utilisation * 100,
    isGroup: true,
    depth,
  };
}

function unitHeat(row: CapacityUnitRow, depth: 0 | 1 | 2, group?: CapacityGroupRow): HeatRow {
  const words = capacityLabels();
  const code = group !== undefined && isOwn(row, group) ? words.withoutParts(row.unit.code) : row.unit.code;
  return {
    key: row.unit.id,
    name: row.unit.name,
    detail: row.isComplete ? code : `${code}, ${words.atLeast}`,
    percents: row.months.map(monthPercent),
    totalPercent: row.utilisation === null ? null : row.utilisation * 100,
    link: ['/capacity/units', row.unit.id],
    depth,
  };
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
