import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { gridLabels } from './plan-grid.labels';
import { sumSelected } from './plan-selected';
import { PlanSelectionStore } from './plan-selection.store';
import { PlanSheetStore } from './plan-sheet.store';

/** Below the grid: sum, number and mean of the selected cells, also where nothing may be changed. */
@Component({
  selector: 'et-plan-selection-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (sum of sums(); track $index) {
    <span class="et-num">{{ sum }}</span>
  }`,
})
export class PlanSelectionBar {
  private readonly selection = inject(PlanSelectionStore);
  private readonly sheet = inject(PlanSheetStore);

  protected readonly sums = computed<readonly string[]>(() => {
    if (!this.selection.isBlock()) return [];
    const words = gridLabels().selected;
    const sums = sumSelected(
      this.selection.block(),
      this.sheet.rows(),
      this.sheet.columns(),
      (column, line) => this.sheet.figureOf(column, line).cents,
    );
    return sums.map(({ side, count, sumCents, meanCents }) => {
      const sentence = words.sum(formatEuro(sumCents), formatNumber(count), formatEuro(meanCents));
      return sums.length === 1 ? sentence : `${words.sides[side]}: ${sentence}`;
    });
  });
}
