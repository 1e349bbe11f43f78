import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DEMAND_PATHS, type DeskQueueRow } from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { networkLabels } from '../platform/network.labels';
import { paged } from '../platform/paged';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { REVIEW_LOOKS } from './demand-look';
import { DemandTabs } from './demand-tabs';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

/** What lies before one's desk, soonest first, also where one stands in for somebody. */
@Component({
  selector: 'et-desk-queue-page',
  imports: [Amount, Button, DemandTabs, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './desk-queue.page.html',
})
export class DeskQueuePage {
  readonly all = input<string>();
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly t = demandViewLabels;
  protected readonly words = demandLabels;
  protected readonly zones = networkLabels;
  protected readonly looks = REVIEW_LOOKS;
  protected readonly date = formatDate;
  protected readonly page = paged<DeskQueueRow, Page<DeskQueueRow>>(DEMAND_PATHS.queue, () =>
    query({ withAnswered: this.all() === 'yes' || undefined }),
  );
  protected readonly lead = computed(() => {
    const rows = (this.page.rows() ?? []).filter(({ state }) => state !== 'signed');
    const late = rows.filter(({ isLate }) => isLate).length;
    const count = `${formatNumber(rows.length)}${this.page.hasMore() ? '+' : ''}`;
    const standIns = this.session
      .roles()
      .flatMap(({ role, substituteForName, validTo }) =>
        role === 'reviewer' && substituteForName !== null && validTo !== null
          ? [this.t().standIn(substituteForName, formatDate(validTo))]
          : [],
      );
    return [
      this.t().queueLead(count),
      ...(late === 0 ? [] : [this.t().queueLate(formatNumber(late))]),
      ...standIns,
    ].join(' ');
  });

  protected toggle(): void {
    const queryParams = { all: this.all() === 'yes' ? null : 'yes' };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
