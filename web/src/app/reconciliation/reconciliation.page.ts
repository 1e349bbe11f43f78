import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { currencySign } from '@etatlotse/domain/shared';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { currency } from '../ui/language/currency';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { ClearingList } from './clearing-list';
import { ClearingStore } from './clearing.store';
import { DifferenceTaskStore } from './difference-task.store';
import { DifferenceTasks } from './difference-tasks';
import { reconciliationLabels } from './reconciliation.labels';
import { ReconciliationStore } from './reconciliation.store';

/** "Is every figure right?" The answer is 0.00, or the difference with the rows that cause it. */
@Component({
  selector: 'et-reconciliation-page',
  imports: [
    Amount,
    Button,
    ClearingList,
    DifferenceTasks,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Scroll,
    Stand,
    Tag,
  ],
  providers: [ClearingStore, DifferenceTaskStore, ReconciliationStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reconciliation.page.html',
})
export class ReconciliationPage {
  /** `?clearing=assigned`: which part of the clearing list is shown. */
  readonly clearing = input<string>();
  /** `?importId=`: only the bookings of one import. */
  readonly importId = input<string>();

  protected readonly store = inject(ReconciliationStore);
  protected readonly tasks = inject(DifferenceTaskStore);
  private readonly list = inject(ClearingStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = reconciliationLabels;
  protected readonly unit = computed(() => currencySign(currency()));
  protected readonly instant = formatDateTime;
  protected readonly euro = (value: number): string => formatEuro(value);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly compared = computed(() =>
    (this.store.result()?.aggregates ?? []).reduce((sum, { compared }) => sum + compared, 0),
  );
  protected readonly differing = computed(() =>
    (this.store.result()?.aggregates ?? []).flatMap(({ aggregate, differing }) =>
      differing.map((row) => ({ ...row, aggregate })),
    ),
  );
  protected readonly answer = computed(() => {
    const result = this.store.result();
    if (result === null) return '';
    const words = this.t();
    if (result.differenceCents !== 0) {
      const rows = this.differing().length;
      const difference = formatEuro(result.differenceCents);
      return rows === 0 ? words.answerSome(difference) : words.answerNo(difference, formatNumber(rows), rows === 1);
    }
    return this.compared() === 0
      ? words.answerNothing(result.fiscalYear)
      : words.answerYes(formatNumber(this.compared()), formatNumber(result.movements), result.fiscalYear);
  });

  constructor() {
    effect(() => {
      const state = this.clearing();
      this.list.state.set(state === 'assigned' || state === 'dismissed' ? state : 'open');
    });
    effect(() => this.list.importId.set(this.importId()));
  }

  protected async check(): Promise<void> {
    if (!(await this.store.checkNow())) return;
    this.toasts.show(this.t().checked);
    this.tasks.reload();
  }
}
