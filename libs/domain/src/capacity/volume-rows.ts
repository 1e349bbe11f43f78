import { type YearMonth, monthsBetween, monthsFrom } from './time-axis';

/** A number of cases of a month as a file or a person gives it. */
export interface VolumeCell extends YearMonth {
  readonly kind: 'actual' | 'planned';
  readonly count: number;
}

/** Why the numbers of a task cannot be taken over. */
export type VolumeFault =
  | { readonly code: 'VOLUME_TWICE'; readonly at: number; readonly first: number }
  | { readonly code: 'VOLUME_GAP'; readonly at: number; readonly missing: YearMonth };

/**
 * What is wrong with the numbers of one task: two for one month, or months left out between others. A month that was left
 * out is not 0; whoever had no case writes 0. Months that are known already close a gap.
 */
export function volumeFaults(cells: readonly VolumeCell[], known: readonly VolumeCell[] = []): VolumeFault[] {
  const faults: VolumeFault[] = [];
  const firstAt = new Map<string, number>();
  cells.forEach((cell, at) => {
    const first = firstAt.get(keyOf(cell));
    if (first === undefined) firstAt.set(keyOf(cell), at);
    else faults.push({ code: 'VOLUME_TWICE', at, first });
  });
  for (const kind of ['actual', 'planned'] as const) {
    const own = [...firstAt.values()].filter((at) => cells[at]?.kind === kind);
    const there = new Set([...cells, ...known].filter((cell) => cell.kind === kind).map(keyOf));
    const sorted = own.sort((a, b) => placeOf(cells[a]) - placeOf(cells[b]));
    sorted.forEach((at, place) => {
      const cell = cells[at];
      const before = place === 0 ? lastBefore(cell, known, kind) : cells[sorted[place - 1] ?? -1];
      if (before === undefined || cell === undefined) return;
      const between = monthsFrom(before, monthsBetween(before, cell)).slice(1);
      const missing = between.find((month) => !there.has(keyOf({ ...month, kind })));
      if (missing !== undefined) faults.push({ code: 'VOLUME_GAP', at, missing });
    });
  }
  return faults;
}

/** The newest month of a kind that is known and lies before a cell. */
function lastBefore(
  cell: VolumeCell | undefined,
  known: readonly VolumeCell[],
  kind: VolumeCell['kind'],
): VolumeCell | undefined {
  return known
    .filter((one) => one.kind === kind && placeOf(one) < placeOf(cell))
    .sort((a, b) => placeOf(b) - placeOf(a))[0];
}

/** A month that has not begun on a day cannot have had cases. */
export function isMonthAhead({ year, month }: YearMonth, today: string): boolean {
  return `${year}-${String(month).padStart(2, '0')}` > today.slice(0, 7);
}

function keyOf({ kind, year, month }: Pick<VolumeCell, 'kind' | 'year' | 'month'>): string {
  return `${kind} ${year} ${month}`;
}

function placeOf(cell: VolumeCell | undefined): number {
  return cell === undefined ? 0 : cell.year * 12 + cell.month;
}
