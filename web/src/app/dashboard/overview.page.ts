import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '../platform/session.store';
import { formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { ProofDrawer } from '../ui/proof/proof';
import { Empty, Failure, Loading } from '../ui/state/state';
import { TaskList } from '../ui/task-list/task-list';
import { Toasts } from '../ui/toast/toasts';
import { AttentionTable } from './attention-table';
import { FramesPanel } from './frames-panel';
import { monthsChart, whereChart } from './overview.charts';
import { overviewLabels } from './overview.labels';
import { overviewProof } from './overview.proof';
import { answerSentence } from './overview.sentences';
import { OverviewStore } from './overview.store';
import { tasksOf } from './overview.tasks';

/** What is still available, where it goes and what needs somebody. Every amount opens its proof. */
@Component({
  selector: 'et-overview-page',
  imports: [
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
    Stand,
    TaskList,
    TextField,
  ],
  providers: [OverviewStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './overview.page.html',
})
export class OverviewPage {
  /** `?proof=` names the figure whose proof is open: `frame:CORE`, `line:<id>` or `all`. */
  readonly proof = input<string>();

  protected readonly store = inject(OverviewStore);
  protected readonly t = overviewLabels;
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly isReleasing = signal(false);
  protected readonly remark = signal('');
  protected readonly whole = (cents: number): string => formatWholeEuro(cents);

  protected readonly mayRelease = computed(() => this.session.has('finance'));
  protected readonly hasLines = computed(() => this.store.overview()?.frames.some(({ lines }) => lines > 0) === true);
  protected readonly answer = computed(() => {
    const overview = this.store.overview();
    return overview === null ? '' : answerSentence(overview);
  });
  protected readonly tasks = computed(() => {
    const overview = this.store.overview();
    const waiting = { approvals: this.store.approvals().length, clearing: this.store.clearing().length };
    return overview === null ? [] : tasksOf(overview, waiting);
  });
  protected readonly months = computed(() => monthsChart(this.known()));
  protected readonly where = computed(() => whereChart(this.known()));
  /** `shown` is undefined while the proof is on its way: the drawer stays and says so. */
  protected readonly shownProof = computed(() => {
    const key = this.proof();
    const overview = this.store.overview();
    if (key === undefined || overview === null) return null;
    return { shown: overviewProof(key, overview, { line: this.store.lineProof(), frame: this.store.frameProof() }) };
  });
  private readonly known = computed(() => {
    const overview = this.store.overview();
    if (overview === null) throw new Error('Charts are drawn when the figures are here.');
    return overview;
  });

  constructor() {
    effect(() => this.store.proofKey.set(this.proof()));
  }

  protected closeProof(): void {
    void this.router.navigate([], { queryParams: { proof: null }, queryParamsHandling: 'merge' });
  }

  protected async prepare(): Promise<void> {
    if ((await this.store.prepareRelease.run(this.remark())) === null) return;
    this.isReleasing.set(false);
    this.store.reloadReleases();
    this.toasts.show(this.t().releaseDone);
  }

  protected async decide(id: string, decision: 'release' | 'reject'): Promise<void> {
    if ((await this.store.decideRelease.run(id, decision)) === null) return;
    this.store.reloadReleases();
    this.toasts.show(decision === 'release' ? this.t().releasedNow : this.t().releaseBack);
  }
}
