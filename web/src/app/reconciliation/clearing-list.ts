import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { ClearingDecision } from './clearing-decision';
import { reconciliationLabels } from './reconciliation.labels';
import { ReconciliationStore } from './reconciliation.store';

/** Imported bookings without a line, oldest first, each with its decision. */
@Component({
  selector: 'et-clearing-list',
  imports: [Amount, ClearingDecision, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clearing-list.html',
})
export class ClearingList {
  protected readonly store = inject(ReconciliationStore);
  protected readonly t = reconciliationLabels;
  private readonly session = inject(SessionStore);

  /** The booking that is being decided. */
  protected readonly chosen = signal<ClearingItem | null>(null);
  protected readonly mayDecide = computed(() => this.session.has('finance'));
  protected readonly open = computed(() => this.store.result()?.clearing ?? { open: 0, amountCents: 0 });
  protected readonly sentence = computed(() => {
    const { open, amountCents } = this.open();
    return open === 0 ? this.t().clearingNone : this.t().clearingOpen(open, formatEuro(amountCents));
  });
  protected readonly dayOf = (item: ClearingItem): string => (item.bookedOn === null ? '–' : formatDate(item.bookedOn));
  protected readonly documentOf = (item: ClearingItem): string => item.documentNumber || this.t().noDocument;

  protected decided(): void {
    this.chosen.set(null);
    this.store.reload();
  }
}
