import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ControlTotal } from '@etatlotse/contracts/import/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { importLabels } from './import.labels';

/** Every amount column: what its rows add up to, what the file itself says, and the difference. */
@Component({
  selector: 'et-import-totals',
  imports: [Amount, Icon, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().totalsQuestion }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    <et-scroll [label]="t().totalsQuestion">
      <table class="et-table">
        <thead>
          <tr>
            <th scope="col">{{ t().column }}</th>
            <th scope="col" class="n">{{ t().read }}</th>
            <th scope="col" class="n">{{ t().printed }}</th>
            <th scope="col" class="n">{{ t().difference }}</th>
          </tr>
        </thead>
        <tbody>
          @for (total of totals(); track total.column) {
            <tr>
              <th scope="row">
                {{ total.column }}
                @for (part of total.byClass; track part.accountClass) {
                  <small class="et-import__class et-muted">{{ part.accountClass }}</small>
                }
              </th>
              <td class="n">
                <et-amount form="cents" [cents]="total.sumCents" />
                @for (part of total.byClass; track part.accountClass) {
                  <small class="et-import__class et-muted"><et-amount form="cents" [cents]="part.sumCents" /></small>
                }
              </td>
              <td class="n">
                @if (total.printedCents === null) {
                  <span class="et-muted">{{ t().noPrinted }}</span>
                } @else {
                  <et-amount form="cents" [cents]="total.printedCents" />
                }
              </td>
              <td class="n">
                @if (total.differenceCents !== null) {
                  @if (total.differenceCents === 0) {
                    <et-icon name="verified" [small]="true" class="et-icon--ok" />
                  } @else {
                    <et-icon name="error" [small]="true" class="et-icon--bad" />
                  }
                  <et-amount form="cents" [cents]="total.differenceCents" [alarming]="total.differenceCents !== 0" />
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    <p class="et-source">{{ t().ownSigns }}</p>
  </section>`,
})
export class ImportTotals {
  readonly totals = input.required<readonly ControlTotal[]>();
  protected readonly t = importLabels;
  protected readonly sentence = computed(() => {
    const printed = this.totals().filter(({ differenceCents }) => differenceCents !== null);
    const differing = printed.filter(({ differenceCents }) => differenceCents !== 0).length;
    if (printed.length === 0) return this.t().totalsNone;
    return differing === 0 ? this.t().totalsMatch : this.t().totalsDiffer(formatNumber(differing));
  });
}
