import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import { DEMAND_PATHS, type WaitingDemand } from '@etatlotse/contracts/demand/plain';
import { type Inbox, INBOX_PATHS, type InboxMessage, inboxSentence } from '@etatlotse/contracts/inbox/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { language } from '../platform/language';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate, formatDateTime } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { InboxStore } from './inbox.store';
import { inboxLabels } from './inbox.labels';

const APPROVALS_LIMIT = 100;

/** What waits for the reader, and what became of theirs. */
@Component({
  selector: 'et-inbox-page',
  imports: [Button, Empty, Failure, Loading, PageHead, RouterLink, Tag],
  providers: [InboxStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './inbox.page.html',
})
export class InboxPage {
  private readonly store = inject(InboxStore);
  private readonly permissions = inject(Permissions);
  protected readonly t = inboxLabels;
  protected readonly date = formatDate;
  protected readonly instant = formatDateTime;
  protected readonly news = paged<InboxMessage, Inbox>(INBOX_PATHS.inbox, () => ({}));
  protected readonly waiting = paged<WaitingDemand, Page<WaitingDemand>>(DEMAND_PATHS.waiting, () => ({}));
  private readonly approvals = paged<Approval, Page<Approval>>(
    () => (this.permissions.has('approval.read') ? api('approvals') : ''),
    () => query({ state: 'pending', limit: APPROVALS_LIMIT }),
  );
  /** What takes two people and waits for this one; never what the reader asked for. */
  protected readonly decisions = computed(
    () => (this.approvals.rows() ?? []).filter(({ mayDecide }) => mayDecide).length,
  );
  protected readonly unread = computed(() => this.news.first()?.unread ?? 0);
  protected readonly waits = computed(() => this.waiting.rows() ?? []);
  protected readonly lead = computed(() => {
    const count = `${formatNumber(this.waits().length)}${this.waiting.hasMore() ? '+' : ''}`;
    return this.t().lead(count, formatNumber(this.decisions()), formatNumber(this.unread()));
  });

  protected sentence({ kind, params }: InboxMessage): string {
    return inboxSentence(kind, params, language());
  }

  protected linkOf({ subjectType, subjectId }: InboxMessage): readonly string[] {
    return subjectType === 'demand' ? ['/demands', subjectId] : ['/demands/rounds', subjectId];
  }

  protected number(value: number): string {
    return `B-${String(value).padStart(3, '0')}`;
  }

  protected async read(ids: readonly string[]): Promise<void> {
    if ((await this.store.reading.run(ids)) !== null) this.news.reload();
  }
}
