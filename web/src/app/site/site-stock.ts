import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BatchRow } from '@etatlotse/contracts/device/plain';
import { networkLabels } from '../platform/network.labels';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { siteLabels } from './site.labels';

/** What stands at a site, those bought last first. */
@Component({
  selector: 'et-site-stock',
  imports: [RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().deviceList">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().batch }}</th>
          <th scope="col">{{ t().zone }}</th>
          <th scope="col" class="n">{{ t().left }}</th>
          <th scope="col">{{ t().bought }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              <a [routerLink]="['/devices', row.id]" queryParamsHandling="preserve">{{ row.kind.name }}</a>
            </th>
            <td [attr.data-label]="t().zone">{{ zoneOf(row) }}</td>
            <td class="n" [attr.data-label]="t().left">{{ number(row.left) }}</td>
            <td class="et-num" [attr.data-label]="t().bought">{{ date(row.boughtOn) }}</td>
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class SiteStock {
  readonly rows = input.required<readonly BatchRow[]>();
  protected readonly t = computed(() => siteLabels().page);
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);

  protected zoneOf({ networkZone }: BatchRow): string {
    return networkZone === null ? this.t().shared : networkLabels().zones[networkZone];
  }
}
