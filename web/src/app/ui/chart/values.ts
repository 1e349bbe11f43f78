import { formatAmount } from '../amount/amount';
import { formatFte, formatNumber, formatPercent, formatShortEuro } from '../amount/format';
import { unknownLabels } from '../unknown/unknown.labels';
import { chartLabels } from './chart.labels';
import type { ChartDescription, ChartUnit } from './chart.types';

/** A value as it stands in the table and in the tooltip: exact. */
export function exactValue(value: number | null, unit: ChartUnit): string {
  if (value === null) return unknownLabels().unknown;
  switch (unit) {
    case 'cents':
      return formatAmount(Math.round(value), 'euro');
    case 'percent':
      return formatPercent(value, 1);
    case 'fte':
      return formatFte(value);
    case 'number':
      return formatNumber(value);
  }
}

/** A value on an axis or a label: short. */
export function shortValue(value: number, unit: ChartUnit): string {
  if (unit === 'cents') return formatShortEuro(Math.round(value));
  return unit === 'percent' ? formatPercent(value) : exactValue(value, unit);
}

/** A name on at most two lines, broken between words; what has no room on the second ends in dots. */
export function folded(name: string, letters: number): string | string[] {
  if (name.length <= letters) return name;
  const gap = name.lastIndexOf(' ', letters);
  if (gap <= 0) return `${name.slice(0, letters - 1)}…`;
  const rest = name.slice(gap + 1);
  return [name.slice(0, gap), rest.length <= letters ? rest : `${rest.slice(0, letters - 1)}…`];
}

export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** The same figures as a table: nothing may be readable only in the picture. */
export function tableOf(chart: ChartDescription): FigureTable {
  const words = chartLabels();
  if (chart.kind === 'treemap') {
    const hasGroups = chart.tiles.some((tile) => tile.group);
    return {
      head: hasGroups ? [words.name, words.group, words.value] : [words.name, words.value],
      rows: chart.tiles.map((tile) => ({
        name: tile.label,
        cells: [...(hasGroups ? [tile.group ?? ''] : []), exactValue(tile.value, chart.unit)],
      })),
    };
  }
  const columns = columnsOf(chart);
  return {
    head: [words.name, ...columns.map((column) => column.label)],
    rows: chart.categories.map((name, index) => ({
      name,
      cells: columns.map((column) => cellOf(column.values[index], chart.unit, column.isGapEmpty)),
    })),
  };
}

interface FigureColumn {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly isGapEmpty: boolean;
}

function columnsOf(chart: Exclude<ChartDescription, { kind: 'treemap' }>): readonly FigureColumn[] {
  const words = chartLabels();
  if (chart.kind === 'bar') return chart.series.map((series) => ({ ...series, isGapEmpty: false }));
  return chart.series.flatMap((series) => {
    const own = { label: series.label, values: series.values, isGapEmpty: true };
    if (!series.band) return [own];
    return [
      own,
      { label: words.low(series.label), values: series.band.low, isGapEmpty: true },
      { label: words.high(series.label), values: series.band.high, isGapEmpty: true },
    ];
  });
}

/** A line ends where it ends: a gap is "not applicable", a missing bar is "unknown". */
function cellOf(value: number | null | undefined, unit: ChartUnit, isGapEmpty: boolean): string {
  if ((value === null || value === undefined) && isGapEmpty) return '–';
  return exactValue(value ?? null, unit);
}

/** The points in reading order, for the arrow keys. */
export function pointsOf(chart: ChartDescription): readonly string[] {
  const table = tableOf(chart);
  return table.rows.map((row) => {
    const cells = row.cells.map((cell, index) => (row.cells.length === 1 ? cell : `${table.head[index + 1]} ${cell}`));
    return `${row.name}: ${cells.join(', ')}`;
  });
}
