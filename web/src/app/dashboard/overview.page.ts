import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { newIdempotencyKey } from '../platform/api';
import { SessionStore } from '../platform/session.store';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { formatDateTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { ProofDrawer } from '../ui/proof/proof';
import { Empty, Failure, Loading } from '../ui/state/state';
import { TaskList } from '../ui/task-list/task-list';
import { Toasts } from '../ui/toast/toasts';
import { AnswerLead } from './answer-lead';
import { AttentionTable } from './attention-table';
import { FramesPanel } from './frames-panel';
import { monthsChart, whereChart, whereSource } from './overview.charts';
import { overviewLabels } from './overview.labels';
import { overviewProof } from './overview.proof';
import { answerOf, hasFigures, monthsSource } from './overview.sentences';
import { OverviewStore } from './overview.store';
import { tasksOf } from './overview.tasks';
import { RunChangePanel } from './run-change-panel';

/** What is still available, where it goes and what needs somebody. Every amount opens its proof. */
@Component({
  selector: 'et-overview-page',
  imports: [
    AnswerLead,
    AttentionTable,
    Button,
    Chart,
    Dialog,
    Empty,
    Failure,
    FramesPanel,
    Loading,
    Notice,
    PageHead,
    ProofDrawer,
    RouterLink,
    RunChangePanel,
    Stand,
    TaskList,
    TextField,
  ],
  providers: [OverviewStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './overview.page.html',
})
export class OverviewPage {
  readonly proof = input<string>();

  protected readonly store = inject(OverviewStore);
  protected readonly t = overviewLabels;
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly isReleasing = signal(false);
  protected readonly remark = signal('');
  private releaseKey = '';
  protected readonly dateTime = formatDateTime;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly isFinance = computed(() => this.session.has('finance'));
  /** What the page draws once the figures are here; null before. */
  protected readonly view = computed(() => {
    const overview = this.store.overview();
    if (overview === null) return null;
    const shown = whereSource(overview);
    return {
      overview,
      answer: answerOf(overview),
      hasLines: overview.frames.some(({ lines }) => lines > 0),
      hasFigures: this.store.isYearKnown() && hasFigures(overview),
      tasks: tasksOf(overview, this.store.waiting()),
      months: monthsChart(overview),
      monthsSource: monthsSource(overview),
      where: whereChart(overview),
      whereSource: this.t().whereSource(
        formatNumber(shown.count),
        formatWholeEuro(shown.cents),
        formatWholeEuro(overview.known.adjustedCents),
      ),
    };
  });
  /** `shown` is undefined while the proof is on its way: the drawer stays and says so. */
  protected readonly shownProof = computed(() => {
    const key = this.store.proofKey();
    const overview = this.store.overview();
    if (key === null || overview === null || this.store.proofFailure() !== null) return null;
    return { shown: overviewProof(key, overview, this.store.proofMaterial()) };
  });
  private recheckedProof: string | undefined;

  constructor() {
    effect(() => this.store.proofText.set(this.proof()));
    effect(() => this.recheck());
  }

  protected closeProof(): void {
    void this.router.navigate([], { queryParams: { proof: null }, queryParamsHandling: 'merge' });
  }

  protected openRelease(): void {
    this.releaseKey = newIdempotencyKey();
    this.store.prepareRelease.clear();
    this.isReleasing.set(true);
  }

  protected async prepare(): Promise<void> {
    if ((await this.store.prepareRelease.run(this.remark(), this.releaseKey)) === null) return;
    this.isReleasing.set(false);
    this.remark.set('');
    this.store.reloadReleases();
    this.toasts.show(this.t().releaseDone);
  }

  /** Figures and lines come one after the other; a booking in between looks like a difference. Ask once more before saying so. */
  private recheck(): void {
    const difference = this.shownProof()?.shown?.differenceCents ?? 0;
    const key = this.proof();
    if (difference === 0 || key === this.recheckedProof) return;
    this.recheckedProof = key;
    this.store.reload();
    this.store.reloadProof();
  }
}
