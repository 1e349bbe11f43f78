import { cents, scaleCents } from '@etatlotse/domain/shared';
import type { GridColumn } from './plan-columns';
import type { GridRow, PlanLine, Side } from './plan-rows';
import type { Block } from './plan-selection';

/*
 * What the selected cells come to, as spreadsheets say it at their lower edge. Pure.
 */

/** Figures of one side in the selection. Sides are never added to each other (R26). */
export interface SelectedSum {
  readonly side: Side;
  /** Cells with a figure; an empty one is no zero and does not lower the mean. */
  readonly count: number;
  readonly sumCents: number;
  /** Rounded to cents, half away from zero. */
  readonly meanCents: number;
}

const SIDES: readonly Side[] = ['spending', 'income', 'internal'];

/**
 * Sums the selected lines by side. Heads of groups are sums already, and a difference is no amount: where amounts are
 * selected, too, it stays out.
 */
export function sumSelected(
  block: Block,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  centsOf: (column: GridColumn, line: PlanLine) => number | null,
): readonly SelectedSum[] {
  const chosen = columns.slice(Math.max(0, block.left - 1), block.right);
  const amounts = chosen.filter(({ kind }) => kind !== 'difference');
  const counted = amounts.length > 0 ? amounts : chosen;
  const bySide = new Map<Side, { count: number; sumCents: number }>();
  for (const row of rows.slice(block.top, block.bottom + 1)) {
    if (row.kind !== 'line') continue;
    for (const column of counted) {
      const amountCents = centsOf(column, row.line);
      if (amountCents === null) continue;
      const sum = bySide.get(row.line.side);
      if (sum === undefined) bySide.set(row.line.side, { count: 1, sumCents: amountCents });
      else {
        sum.count += 1;
        sum.sumCents = cents(sum.sumCents + amountCents);
      }
    }
  }
  return SIDES.flatMap((side) => {
    const sum = bySide.get(side);
    return sum === undefined ? [] : [{ side, ...sum, meanCents: scaleCents(cents(sum.sumCents), 1, sum.count) }];
  });
}
