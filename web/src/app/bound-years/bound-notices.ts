import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeadlinePage } from '@etatlotse/contracts/contract/plain';
import { Amount } from '../ui/amount/amount';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { boundYearsLabels } from './bound-years.labels';

/** The next days for notice of contracts, with what each gives back: which notice buys freedom. */
@Component({
  selector: 'et-bound-notices',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().question }}</h2>
    <p class="et-finding">{{ t().finding(page().years.at(0) ?? 0, page().years.at(-1) ?? 0) }}</p>
    <et-scroll [label]="t().question">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().contract }}</th>
            <th scope="col">{{ t().noticeBy }}</th>
            <th scope="col">{{ t().endsOn }}</th>
            <th scope="col" class="n">{{ t().freed }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of page().rows; track row.id) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/contracts', row.id]" queryParamsHandling="preserve">{{ row.subject }}</a>
                <small class="et-under et-muted"> {{ row.number }}, {{ row.vendor }}</small>
              </th>
              <td class="et-num" [attr.data-label]="t().noticeBy">{{ date(row.noticeBy) }}</td>
              <td class="et-num" [attr.data-label]="t().endsOn">{{ date(row.endsOn) }}</td>
              <td class="n" [attr.data-label]="t().freed"><et-amount form="cents" [cents]="row.freedCents" /></td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    <p class="et-source">
      <a routerLink="/contracts/deadlines" queryParamsHandling="preserve">{{ t().all }}</a>
    </p>
  </section>`,
})
export class BoundNotices {
  readonly page = input.required<DeadlinePage>();
  protected readonly t = computed(() => boundYearsLabels().notices);
  protected readonly date = formatDate;
}
