import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EarmarkDetail, EarmarkYearRow } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { earmarkLabels } from './earmark.labels';

/** A grant that runs over several budget years: the share of each, and what has come of it. */
@Component({
  selector: 'et-earmark-years',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().detail.yearsQuestion }}</h2>
    <p class="et-finding">{{ t().detail.yearsFinding }}</p>
    <et-scroll [label]="t().detail.yearsQuestion">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().detail.year }}</th>
            <th scope="col" class="n">{{ t().planned }}</th>
            <th scope="col" class="n">{{ t().promised }}</th>
            <th scope="col" class="n">{{ t().received }}</th>
            <th scope="col" class="n">{{ t().authority }}</th>
          </tr>
        </thead>
        <tbody>
          @for (year of earmark().years; track year.id) {
            <tr>
              <th scope="row">
                @if (year.id === earmark().id) {
                  {{ year.fiscalYear }} <small class="et-under et-muted"> {{ t().detail.thisYear }}</small>
                } @else {
                  <a [routerLink]="['/authority/earmarks', year.id]" [queryParams]="{ year: year.fiscalYear }">{{
                    year.fiscalYear
                  }}</a>
                }
              </th>
              <td class="n" [attr.data-label]="t().planned"><et-amount form="cents" [cents]="year.plannedCents" /></td>
              <td class="n" [attr.data-label]="t().promised">
                @if (year.promisedCents === null) {
                  –
                } @else {
                  <et-amount form="cents" [cents]="year.promisedCents" />
                }
              </td>
              <td class="n" [attr.data-label]="t().received">
                <et-amount form="cents" [cents]="year.receivedCents" />
              </td>
              <td class="n" [attr.data-label]="t().authority">
                <et-amount form="cents" [signed]="true" [cents]="year.authorityCents" />
              </td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t().detail.yearsSum }}</th>
            @for (sum of sums(); track sum.label) {
              <td class="n" [attr.data-label]="sum.label">
                <et-amount form="cents" [signed]="sum.isChange" [cents]="sum.cents" />
              </td>
            }
          </tr>
        </tfoot>
      </table>
    </et-scroll>
  </section>`,
})
export class EarmarkYears {
  readonly earmark = input.required<EarmarkDetail>();
  protected readonly t = earmarkLabels;
  protected readonly sums = computed(() => {
    const { planned, promised, received, authority } = earmarkLabels();
    const sumOf = (amount: (year: EarmarkYearRow) => number): number =>
      this.earmark().years.reduce((sum, year) => sum + amount(year), 0);
    return [
      { label: planned, cents: sumOf((year) => year.plannedCents), isChange: false },
      { label: promised, cents: sumOf((year) => year.promisedCents ?? 0), isChange: false },
      { label: received, cents: sumOf((year) => year.receivedCents), isChange: false },
      { label: authority, cents: sumOf((year) => year.authorityCents), isChange: true },
    ];
  });
}
