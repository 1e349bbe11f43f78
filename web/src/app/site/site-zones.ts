import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SiteZoneRow } from '@etatlotse/contracts/site/plain';
import { networkLabels } from '../platform/network.labels';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { siteLabels } from './site.labels';

/** Networks of a site: what is there, fees of the year, investments of this year and the next. */
@Component({
  selector: 'et-site-zones',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().zones">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().zone }}</th>
          <th scope="col" class="n">{{ t().devices }}</th>
          <th scope="col" class="n">{{ t().lines }}</th>
          <th scope="col" class="n">{{ t().fees(shown()[0] ?? 0) }}</th>
          @for (year of shown(); track year) {
            <th scope="col" class="n">{{ t().investment(year) }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.networkZone) {
          <tr>
            <th scope="row">{{ nameOf(row) }}</th>
            <td class="n" [attr.data-label]="t().devices">{{ row.devices ? number(row.devices) : '–' }}</td>
            <td class="n" [attr.data-label]="t().lines">{{ row.lines ? number(row.lines) : '–' }}</td>
            <td class="n" [attr.data-label]="t().fees(shown()[0] ?? 0)">
              <et-amount form="cents" [cents]="row.years[0]?.feesCents ?? 0" />
            </td>
            @for (year of shown(); track year; let at = $index) {
              <td class="n" [attr.data-label]="t().investment(year)">
                <et-amount form="cents" [cents]="row.years[at]?.investmentCents ?? 0" />
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class SiteZones {
  readonly rows = input.required<readonly SiteZoneRow[]>();
  readonly years = input.required<readonly number[]>();
  protected readonly t = computed(() => siteLabels().page);
  /** This year and the next; what lies further ahead would not fit beside it. */
  protected readonly shown = computed(() => this.years().slice(0, 2));
  protected readonly number = (value: number): string => formatNumber(value);

  protected nameOf({ networkZone }: SiteZoneRow): string {
    return networkZone === null ? this.t().shared : networkLabels().zones[networkZone];
  }
}
