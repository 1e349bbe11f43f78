import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CONTRACT_PATHS, type DeadlinePage, type DeadlineRow } from '@etatlotse/contracts/contract/plain';
import { query } from '../platform/api';
import { Clock } from '../platform/clock';
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
import { awayText } from './contract-look';
import { ContractTabs } from './contract-tabs';
import { contractLabels } from './contract.labels';

/** Days for notice, soonest first, with what each gives back: which notice buys freedom. */
@Component({
  selector: 'et-deadline-list-page',
  imports: [Amount, Button, ContractTabs, Download, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().question"
      >{{ lead() }}
      <a actions etButton="secondary" icon="calendar_month" [href]="calendar()" download>{{ t().calendar }}</a>
      <et-download actions [list]="list.address()" />
    </et-page-head>
    <et-contract-tabs />
    <section class="et-panel">
      <h2>{{ t().list }}</h2>
      @if (list.first(); as page) {
        <p class="et-finding">{{ t().finding(page.years.at(0) ?? year(), page.years.at(-1) ?? year()) }}</p>
      }
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
                  <th scope="col">{{ t().noticeBy }}</th>
                  <th scope="col">{{ t().endsOn }}</th>
                  <th scope="col">{{ t().otherwise }}</th>
                  <th scope="col" class="n">{{ t().freed }}</th>
                  <th scope="col">{{ t().remind }}</th>
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
                    <td class="et-num" [attr.data-label]="t().noticeBy">{{ away(row.noticeBy) }}</td>
                    <td class="et-num" [attr.data-label]="t().endsOn">{{ date(row.endsOn) }}</td>
                    <td [attr.data-label]="t().otherwise">{{ otherwise(row) }}</td>
                    <td class="n" [attr.data-label]="t().freed">
                      <et-amount form="cents" [cents]="row.freedCents" />
                    </td>
                    <td>
                      @if (row.isReminded) {
                        <et-tag kind="warn" icon="notifications">{{ t().now }}</et-tag>
                        <small class="et-under et-muted"> {{ t().remindedSince(date(row.remindOn)) }}</small>
                      } @else {
                        <et-tag icon="schedule">{{ t().later }}</et-tag>
                        <small class="et-under et-muted"> {{ t().remindOn(date(row.remindOn)) }}</small>
                      }
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
export class DeadlineListPage {
  protected readonly year = inject(FiscalYear).year;
  private readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = computed(() => contractListLabels().deadlines);
  protected readonly calendar = computed(() => CONTRACT_PATHS.calendar(this.year()));
  protected readonly words = contractLabels;
  protected readonly date = formatDate;
  protected readonly away = (day: string): string => awayText(this.today, day);
  protected readonly list = paged<DeadlineRow, DeadlinePage>(CONTRACT_PATHS.deadlines, () =>
    query({ fiscalYear: this.year() }),
  );
  protected readonly lead = computed(() => {
    const page = this.list.first();
    if (page === null || page.rows.length === 0) return '';
    if (page.reminded === 0) return this.t().leadNone;
    return page.reminded === 1 ? this.t().leadOne : this.t().lead(formatNumber(page.reminded));
  });

  protected otherwise({ renewalMonths }: DeadlineRow): string {
    return renewalMonths === null ? this.t().goesOn : this.t().renews(formatNumber(renewalMonths));
  }
}
