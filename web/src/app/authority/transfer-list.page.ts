import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TRANSFER_STATES } from '@etatlotse/contracts/authority/plain';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { AuthorityTabs } from './authority-tabs';
import { TransferListStore } from './transfer-list.store';
import { TRANSFER_LOOKS } from './transfer-state';
import { transferLabels } from './transfer.labels';

/** What moved between lines in the year, and what waits for a decision. */
@Component({
  selector: 'et-transfer-list-page',
  imports: [
    Download,
    Amount,
    AuthorityTabs,
    Button,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    Tag,
  ],
  providers: [TransferListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './transfer-list.page.html',
})
export class TransferListPage {
  /** `?state=` of the address. */
  readonly state = input<string>();
  protected readonly store = inject(TransferListStore);
  private readonly router = inject(Router);
  protected readonly t = transferLabels;
  protected readonly looks = TRANSFER_LOOKS;
  protected readonly day = (instant: string): string => formatDate(instant.slice(0, 10));
  protected readonly options = computed(() =>
    TRANSFER_STATES.map((value) => ({ value, label: transferLabels().states[value] })),
  );
  protected readonly lead = computed(() => {
    const words = transferLabels();
    const waiting = this.store.waiting();
    if (waiting === 0) return words.lead;
    return waiting === 1 ? words.waitingOne : words.waiting(formatNumber(waiting));
  });

  constructor() {
    effect(() => this.store.wantedState.set(this.state()));
  }

  protected filter(state: string | null): void {
    void this.router.navigate([], { queryParams: { state }, queryParamsHandling: 'merge' });
  }
}
