import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ComparedSum, PlanComparison } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { amountColumns, cellsOf } from './plan-compare-columns';
import { planCompareLabels } from './plan-compare.labels';
import { planningLabels } from './planning.labels';

/** The sums of the whole plan, of each frame and of each sub-budget, side by side. */
@Component({
  selector: 'et-plan-compare-sums',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().sums">
    <table class="et-table et-cards et-plan-compare">
      <thead>
        <tr>
          <th scope="col">{{ t().sumOf }}</th>
          <th scope="col">{{ t().direction }}</th>
          @for (column of columns(); track $index) {
            <th scope="col" class="n">{{ column.label }}</th>
          }
        </tr>
      </thead>
      @for (group of groups(); track group.code) {
        <tbody>
          <tr class="et-row-group">
            <th scope="rowgroup" [attr.colspan]="columns().length + 2">{{ t().groups[group.code] }}</th>
          </tr>
          @for (row of group.rows; track $index) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td [attr.data-label]="t().direction">{{ row.direction }}</td>
              @for (amount of row.cells; track $index) {
                <td
                  class="n"
                  [attr.data-label]="columns()[$index]?.label"
                  [class.et-strong]="columns()[$index]?.isDifference"
                >
                  @if (amount === null) {
                    –
                  } @else {
                    <et-amount form="cents" [cents]="amount" [signed]="columns()[$index]?.isDifference ?? false" />
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      }
    </table>
  </et-scroll>`,
})
export class PlanCompareSums {
  readonly comparison = input.required<PlanComparison>();
  protected readonly t = planCompareLabels;
  protected readonly columns = computed(() => amountColumns(this.comparison()));
  protected readonly groups = computed(() =>
    (['all', 'frame', 'subBudget'] as const)
      .map((code) => ({
        code,
        rows: this.comparison()
          .sums.filter(({ group }) => group === code)
          .map((sum) => this.rowOf(sum)),
      }))
      .filter(({ rows }) => rows.length > 0),
  );

  private rowOf(sum: ComparedSum): { name: string; direction: string; cells: (number | null)[] } {
    return {
      name: nameOf(sum),
      direction: isDirection(sum.direction) ? planningLabels().directions[sum.direction] : '–',
      cells: cellsOf(this.columns(), sum.amountCents, sum.differenceCents),
    };
  }
}

function nameOf({ group, key }: ComparedSum): string {
  const words = planCompareLabels();
  if (group === 'all') return words.whole;
  if (group === 'subBudget') return key ?? words.withoutSubBudget;
  const frame = FRAME_CODES.find((code) => code === key);
  return frame === undefined ? words.withoutFrame : frameLabels().names[frame];
}

const isDirection = (code: string): code is 'expense' | 'revenue' | 'payment' | 'receipt' | 'internal' =>
  ['expense', 'revenue', 'payment', 'receipt', 'internal'].includes(code);
