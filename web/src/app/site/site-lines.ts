import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractRow } from '@etatlotse/contracts/contract/plain';
import { formatUnitPrice } from '@etatlotse/domain/contract';
import { networkLabels } from '../platform/network.labels';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { language } from '../ui/language/language';
import { Scroll } from '../ui/table/scroll';
import { siteLabels } from './site.labels';

/** The lines that lie at a site, as the register of contracts has them. */
@Component({
  selector: 'et-site-lines',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().lineList">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().line }}</th>
          <th scope="col">{{ t().zone }}</th>
          <th scope="col" class="n">{{ t().quantity }}</th>
          <th scope="col" class="n">{{ t().unitPrice }}</th>
          <th scope="col" class="n">{{ t().cost(year()) }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              <a [routerLink]="['/contracts', row.id]" queryParamsHandling="preserve">{{ row.subject }}</a>
              <small class="et-under et-muted"> {{ row.number }}, {{ row.vendor }}</small>
            </th>
            <td [attr.data-label]="t().zone">{{ zoneOf(row) }}</td>
            <td class="n" [attr.data-label]="t().quantity">{{ number(row.quantity) }}</td>
            <td class="n" [attr.data-label]="t().unitPrice">{{ price(row.unitPriceMicros) }}</td>
            <td class="n" [attr.data-label]="t().cost(year())">
              <et-amount form="cents" [cents]="row.costCents" />
            </td>
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class SiteLines {
  readonly rows = input.required<readonly ContractRow[]>();
  readonly year = input.required<number>();
  protected readonly t = computed(() => siteLabels().page);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly price = (micros: number): string => formatUnitPrice(micros, language());

  protected zoneOf({ networkZone }: ContractRow): string {
    return networkZone === null ? '–' : networkLabels().zones[networkZone];
  }
}
