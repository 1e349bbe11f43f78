import type { YearNumbersInput } from '@etatlotse/contracts/capacity';
import { type TaskForecast, type TaskNumbers, VOLUME_MAX, type VolumeKind } from '@etatlotse/contracts/capacity/plain';
import { monthsBetween, monthsFrom, type YearMonth } from '@etatlotse/domain/capacity';

/* The grid in which numbers are typed, as plain texts by kind, year and month. Pure. */

export type Grid = Readonly<Record<VolumeKind, Readonly<Record<number, readonly string[]>>>>;

const EMPTY: readonly string[] = Array<string>(12).fill('');

export function gridOf({ years }: TaskNumbers): Grid {
  const of = (kind: VolumeKind): Record<number, readonly string[]> =>
    Object.fromEntries(
      years.map((year) => [year.fiscalYear, year[kind].map((count) => (count === null ? '' : String(count)))]),
    );
  return { actual: of('actual'), planned: of('planned') };
}

export const cellsOfYear = (grid: Grid, kind: VolumeKind, year: number): readonly string[] => grid[kind][year] ?? EMPTY;

/** A number as typed: blank is not known, and anything but a whole number from 0 on is none. */
export function readCount(text: string): number | null | 'wrong' {
  const plain = text
    .trim()
    .replace(
      /^(\d{1,3})((?:[.\u00A0\u202F ]\d{3})+)$/,
      (_, first: string, rest: string) => first + rest.replace(/\D/g, ''),
    );
  if (plain === '') return null;
  if (!/^\d{1,8}$/.test(plain)) return 'wrong';
  const count = Number(plain);
  return count <= VOLUME_MAX ? count : 'wrong';
}

export function typeCell(grid: Grid, kind: VolumeKind, { year, month }: YearMonth, text: string): Grid {
  const cells = cellsOfYear(grid, kind, year).map((cell, at) => (at === month - 1 ? text : cell));
  return { ...grid, [kind]: { ...grid[kind], [year]: cells } };
}

/**
 * What was copied from a spreadsheet, from a cell on: lines go down the months and columns over to the next years; one single
 * line goes down the months.
 */
export function pasteInto(grid: Grid, kind: VolumeKind, from: YearMonth, text: string): Grid {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const [only] = rows;
  const table = rows.length === 1 && only !== undefined ? only.map((cell) => [cell]) : rows;
  let filled = grid;
  table.forEach((row, down) => {
    row.forEach((cell, over) => {
      const place = { year: from.year + over, month: from.month + down };
      if (place.month <= 12) filled = typeCell(filled, kind, place, cell.trim());
    });
  });
  return filled;
}

/** Blank planned months become what the forecast expects. */
export function fillFromForecast(grid: Grid, forecast: TaskForecast): Grid {
  return forecast.months.reduce((filled, { year, month, cases }) => {
    const isBlank = (cellsOfYear(filled, 'planned', year)[month - 1] ?? '').trim() === '';
    return isBlank ? typeCell(filled, 'planned', { year, month }, String(Math.round(cases))) : filled;
  }, grid);
}

/** Months between the first and the last number that have none. */
export function gapsOf(grid: Grid, kind: VolumeKind): YearMonth[] {
  const filled = Object.entries(grid[kind])
    .flatMap(([year, cells]) =>
      cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ year: Number(year), month: at + 1 }])),
    )
    .sort((a, b) => a.year * 12 + a.month - b.year * 12 - b.month);
  return filled.flatMap((month, at) => {
    const before = filled[at - 1];
    return before === undefined ? [] : monthsFrom(before, monthsBetween(before, month)).slice(1);
  });
}

/** What differs from what is stored, year by year; null where a cell is no count. */
export function changesOf(
  grid: Grid,
  stored: Grid,
): { readonly years: readonly YearNumbersInput[] | null; readonly cells: number } {
  let [cells, isWrong] = [0, false];
  const years: YearNumbersInput[] = [];
  for (const kind of ['actual', 'planned'] as const) {
    for (const [name, row] of Object.entries(grid[kind])) {
      const fiscalYear = Number(name);
      const before = cellsOfYear(stored, kind, fiscalYear);
      const changed = row.filter((cell, at) => cell.trim() !== before[at]).length;
      if (changed === 0) continue;
      cells += changed;
      const counts = row.map(readCount);
      if (counts.includes('wrong')) isWrong = true;
      else years.push({ fiscalYear, kind, counts: counts as (number | null)[] });
    }
  }
  return { years: isWrong ? null : years, cells };
}
