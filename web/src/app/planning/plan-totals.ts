import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PlanVersionDetail } from '@etatlotse/contracts/planning/plain';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { planningLabels } from './planning.labels';

const DIRECTIONS = ['revenue', 'expense', 'receipt', 'payment', 'internal'] as const;

/** What the version plans, per direction and year of its window. Directions are never added together. */
@Component({
  selector: 'et-plan-totals',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (rows().length === 0) {
      <p class="et-muted">{{ t().totalsNone }}</p>
    } @else {
      <et-scroll [label]="label() ?? t().totals">
        <table class="et-table et-cards et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().direction }}</th>
              @for (year of years(); track year) {
                <th scope="col" class="n">{{ t().inEuro(year) }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.direction) {
              <tr>
                <th scope="row">{{ t().directions[row.direction] }}</th>
                @for (cell of row.cells; track cell.year) {
                  <td
                    class="n"
                    [attr.data-label]="cell.year"
                    [class.et-strong]="cell.isPlanYear"
                    [class.et-wide-only]="cell.amountCents === null"
                  >
                    @if (cell.amountCents === null) {
                      –
                    } @else {
                      <et-amount form="cents" [cents]="cell.amountCents" />
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class PlanTotals {
  readonly version = input.required<PlanVersionDetail>();
  /** Name of the table where a page has several. */
  readonly label = input<string>();
  protected readonly t = planningLabels;
  protected readonly years = computed(() => {
    const { firstYear, lastYear } = this.version().window;
    return Array.from({ length: lastYear - firstYear + 1 }, (_, offset) => firstYear + offset);
  });
  protected readonly rows = computed(() => {
    const { totals, firstYear, lastYear } = this.version();
    return DIRECTIONS.filter((direction) => totals.some((total) => total.direction === direction)).map((direction) => ({
      direction,
      cells: this.years().map((year) => ({
        year,
        isPlanYear: year >= firstYear && year <= lastYear,
        amountCents:
          totals.find((total) => total.direction === direction && total.fiscalYear === year)?.amountCents ?? null,
      })),
    }));
  });
}
