import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ReconciledAggregate } from '@etatlotse/contracts/reconciliation/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { ClearingList } from './clearing-list';
import { reconciliationLabels } from './reconciliation.labels';
import { ReconciliationStore } from './reconciliation.store';

/** Does every stored figure equal the bookings behind it? */
@Component({
  selector: 'et-reconciliation-page',
  imports: [Amount, Button, ClearingList, Failure, Icon, Loading, Notice, PageHead, Scroll, Stand],
  providers: [ReconciliationStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reconciliation.page.html',
})
export class ReconciliationPage {
  protected readonly store = inject(ReconciliationStore);
  protected readonly t = reconciliationLabels;
  private readonly toasts = inject(Toasts);

  protected readonly answer = computed(() => {
    const result = this.store.result();
    if (result === null) return '';
    return result.differenceCents === 0
      ? this.t().agrees(formatNumber(result.movements))
      : this.t().differs(formatEuro(result.differenceCents));
  });
  protected readonly differing = computed(
    () => this.store.result()?.aggregates.filter(({ differing }) => differing.length > 0) ?? [],
  );
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly nameOf = ({ aggregate }: ReconciledAggregate): string => this.t().aggregates[aggregate];

  protected async check(): Promise<void> {
    const result = await this.store.check.run();
    if (result === null) return;
    this.store.show(result);
    this.toasts.show(this.t().checked(formatEuro(result.differenceCents)));
  }
}
