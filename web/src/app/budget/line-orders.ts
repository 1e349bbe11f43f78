import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { OrderRow } from '@etatlotse/contracts/budget';
import { ORDER_STEPS, type OrderStep } from '@etatlotse/domain/budget';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Select } from '../ui/choice/choice';
import { Download } from '../ui/download/download';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { budgetLabels } from './budget.labels';
import { lineLabels } from './line.labels';

const OLD_AFTER_DAYS = 180;

/** Running orders of the line with their age, oldest first, and what can be done with each. */
@Component({
  selector: 'et-line-orders',
  imports: [Amount, Download, Scroll, Select, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().ordersQuestion }}</h2>
    @if (orders().length === 0) {
      <p class="et-muted">{{ t().noOrders }}</p>
    } @else {
      <p class="et-finding">{{ sentence() }}</p>
      <div class="et-actions"><et-download [list]="list()" [table]="t().ordersQuestion" /></div>
      <et-scroll [label]="t().ordersQuestion">
        <table class="et-table et-cards">
          <thead>
            <tr>
              <th scope="col">{{ t().orderNumber }}</th>
              <th scope="col">{{ t().supplier }}</th>
              <th scope="col">{{ t().state }}</th>
              <th scope="col" class="n">{{ t().age }}</th>
              <th scope="col" class="n">{{ t().open }}</th>
              @if (mayOrder()) {
                <th scope="col">{{ t().steps }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (order of orders(); track order.id) {
              <tr>
                <th scope="row">
                  {{ order.number }} <small class="et-under et-muted">{{ order.subject }}</small>
                </th>
                <td class="et-wide-only">{{ order.supplier }}</td>
                <td>{{ states()[order.state] }}</td>
                <td class="n et-wide-only">
                  @if (order.ageDays > oldAfterDays) {
                    <et-tag kind="warn" icon="schedule">{{ t().ageDays(order.ageDays) }}</et-tag>
                  } @else {
                    {{ t().ageDays(order.ageDays) }}
                  }
                </td>
                <td class="n">
                  <et-amount form="cents" [cents]="order.committedCents + order.reservedCents" />
                </td>
                @if (mayOrder()) {
                  <td>
                    <et-select
                      [compact]="true"
                      class="et-line__steps"
                      [label]="t().stepTitle(t().step, order.number)"
                      [options]="options(order)"
                      [placeholder]="t().steps"
                      [value]="null"
                      (valueChange)="choose(order, $event)"
                    />
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }
  </section>`,
})
export class LineOrders {
  readonly orders = input.required<readonly OrderRow[]>();
  /** Where all of them come from, to be downloaded. */
  readonly list = input.required<string>();
  readonly mayOrder = input(false);
  readonly step = output<{ order: OrderRow; step: OrderStep }>();
  protected readonly t = lineLabels;
  protected readonly oldAfterDays = OLD_AFTER_DAYS;
  protected readonly states = (): Readonly<Record<string, string>> => budgetLabels().orderStates;
  protected readonly sentence = computed(() => {
    const openCents = this.orders().reduce((sum, order) => sum + order.committedCents + order.reservedCents, 0);
    return this.t().ordersSentence(formatNumber(this.orders().length), formatEuro(openCents));
  });

  protected options(order: OrderRow): { value: string; label: string }[] {
    return order.steps.map((value) => ({ value, label: budgetLabels().orderSteps[value] }));
  }

  protected choose(order: OrderRow, value: string | null): void {
    const step = (Object.keys(ORDER_STEPS) as OrderStep[]).find((name) => name === value);
    if (step !== undefined) this.step.emit({ order, step });
  }
}
