import type { ColumnPlan } from './column-plan';
import { isBlank } from './row-text';

/** Fills what a table prints only in the first row of a block, such as a product above its accounts. */
export class FilledBlocks {
  private readonly places: readonly number[];
  private readonly last = new Map<number, string>();

  constructor(plan: ColumnPlan) {
    this.places = plan.mapping.filledDown.map((field) => plan.at(field)).filter((at) => at >= 0);
  }

  /** The cells of a row with the values of its block. A new value ends what stood to its right: it was part of the block. */
  fill(cells: readonly string[]): readonly string[] {
    if (this.places.length === 0) return cells;
    const first = this.places.find((at) => !isBlank(cells[at]));
    if (first !== undefined) for (const at of this.places) if (at >= first) this.last.set(at, cells[at] ?? '');
    const filled = [...cells];
    for (const at of this.places) if (isBlank(filled[at])) filled[at] = this.last.get(at) ?? '';
    return filled;
  }
}
