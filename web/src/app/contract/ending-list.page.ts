import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CONTRACT_PATHS, type EndingPage, type EndingRow } from '@etatlotse/contracts/contract/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Download } from '../ui/download/download';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { contractListLabels } from './contract-lists.labels';
import { ContractTabs } from './contract-tabs';
import { contractLabels } from './contract.labels';

/** Terms that end in the planning window, with the price of a year afterwards. */
@Component({
  selector: 'et-ending-list-page',
  imports: [Amount, Button, ContractTabs, Download, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().question(year(), lastYear())"
      >{{ lead() }}
      <et-download actions [list]="list.address()" />
    </et-page-head>
    <et-contract-tabs />
    <section class="et-panel">
      <h2>{{ t().list }}</h2>
      <p class="et-finding">{{ t().finding }}</p>
      @if (list.failure(); as failure) {
        <et-failure [failure]="failure" (retry)="list.reload()" />
      } @else if (list.rows(); as rows) {
        @if (rows.length === 0) {
          <et-empty icon="calendar_month" [heading]="t().none"
            ><p>{{ t().noneHint }}</p></et-empty
          >
        } @else {
          <et-scroll [label]="t().list">
            <table class="et-table et-cards et-cards--pairs">
              <thead>
                <tr>
                  <th scope="col">{{ t().contract }}</th>
                  <th scope="col">{{ t().ends }}</th>
                  <th scope="col">{{ t().then }}</th>
                  <th scope="col" class="n">{{ t().last }}</th>
                  <th scope="col" class="n">{{ t().next }}</th>
                  <th scope="col" class="n">{{ t().change }}</th>
                </tr>
              </thead>
              <tbody>
                @for (row of rows; track row.id) {
                  <tr>
                    <th scope="row">
                      <a [routerLink]="['/contracts', row.id]" queryParamsHandling="preserve">{{ row.subject }}</a>
                      <small class="et-under et-muted">
                        {{ row.number }}, {{ row.vendor }}{{ row.isDemo ? ', ' + words().demo : '' }}</small
                      >
                    </th>
                    <td class="et-num" [attr.data-label]="t().ends">{{ date(row.termEndsOn) }}</td>
                    <td>
                      @if (row.isStopped) {
                        <et-tag icon="cancel">{{ t().stopped }}</et-tag>
                      } @else if (row.renewalMonths !== null) {
                        <et-tag icon="refresh">{{ t().renews(number(row.renewalMonths)) }}</et-tag>
                      } @else {
                        <et-tag kind="warn" icon="warning">{{ t().decide }}</et-tag>
                      }
                    </td>
                    <td class="n" [attr.data-label]="t().last">
                      <et-amount form="cents" [cents]="row.lastCents" />
                      @if (row.pricePeriod === 'term') {
                        <small class="et-under et-muted"> {{ t().term }}</small>
                      }
                    </td>
                    <td class="n" [attr.data-label]="t().next"><et-amount form="cents" [cents]="row.nextCents" /></td>
                    <td class="n" [attr.data-label]="t().change">
                      <et-amount form="cents" [signed]="true" [cents]="row.nextCents - row.lastCents" />
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </et-scroll>
          @if (list.hasMore()) {
            <div class="et-actions et-actions--below">
              <button type="button" etButton="secondary" (click)="list.showMore()">{{ words().more }}</button>
            </div>
          }
        }
      } @else {
        <et-loading [lines]="6" />
      }
    </section>`,
})
export class EndingListPage {
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => contractListLabels().endings);
  protected readonly words = contractLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly list = paged<EndingRow, EndingPage>(CONTRACT_PATHS.endings, () =>
    query({ fiscalYear: this.year() }),
  );
  protected readonly lastYear = computed(() => this.list.first()?.years.at(-1) ?? this.year());
  protected readonly lead = computed(() => {
    const totals = this.list.first()?.totals;
    if (totals === undefined) return '';
    return totals.count === 0
      ? this.t().leadNone
      : this.t().lead(formatNumber(totals.count), formatNumber(totals.undecided));
  });
}
