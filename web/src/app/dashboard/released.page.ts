import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SNAPSHOT_PATHS } from '@etatlotse/contracts/snapshot/plain';
import { SessionStore } from '../platform/session.store';
import { formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { formatDate, formatMonthName } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Term } from '../ui/term/term';
import { Toasts } from '../ui/toast/toasts';
import { AnswerLead } from './answer-lead';
import { AskAbout, AskFigure } from './ask-figure';
import { monthsChart, whereChart, whereSource } from './overview.charts';
import { overviewLabels } from './overview.labels';
import { answerOf, monthsSource, runOrChangeSentence } from './overview.sentences';
import { ReleaseSeal, releaseState } from './release-seal';
import { ReleasedDemands } from './released-demands';
import { ReleasedFrames } from './released-frames';
import { ReleasedLines } from './released-lines';
import { releasedPartLabels } from './released-parts.labels';
import { ReleasedProjects } from './released-projects';
import { ReleasedRollouts } from './released-rollouts';
import { ReleasedStaffing } from './released-staffing';
import { ReleasedYears } from './released-years';
import { releasedLabels } from './released.labels';
import { ReleasedTable } from './released-table';
import { ReleasedStore } from './released.store';

/** What finance released for the committee: figures frozen with their date and checksum, words explained, nothing live. */
@Component({
  selector: 'et-released-page',
  imports: [
    AskFigure,
    AnswerLead,
    Button,
    Chart,
    Empty,
    Failure,
    Loading,
    Notice,
    PageHead,
    ReleaseSeal,
    ReleasedDemands,
    ReleasedFrames,
    ReleasedLines,
    ReleasedProjects,
    ReleasedRollouts,
    ReleasedStaffing,
    ReleasedYears,
    ReleasedTable,
    RouterLink,
    Term,
  ],
  providers: [AskAbout, ReleasedStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './released.page.html',
})
export class ReleasedPage {
  /** An earlier snapshot, or one that finance looks at before releasing it. */
  readonly release = input<string>();
  /** What was known on this day. */
  readonly knownOn = input<string>();

  protected readonly store = inject(ReleasedStore);
  protected readonly t = releasedLabels;
  protected readonly words = overviewLabels;
  protected readonly parts = releasedPartLabels;
  protected readonly paths = SNAPSHOT_PATHS;
  protected readonly date = formatDate;
  protected readonly monthName = formatMonthName;
  protected readonly state = releaseState;
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  protected readonly isFinance = this.session.has('finance');
  protected readonly isMember = this.session.has('committee');
  /** Who sees the live overview comes from there; the committee has no other page. */
  protected readonly crumbs = computed((): readonly Crumb[] =>
    this.session.has('finance', 'auditor') ? [{ label: this.words().title, link: ['/dashboard'] }] : [],
  );

  /** What the page draws once the figures are here; null before. */
  protected readonly view = computed(() => {
    const release = this.store.snapshot();
    if (release === null) return null;
    const { overview: figures } = release.content;
    const shown = whereSource(figures);
    return {
      release,
      figures,
      answer: answerOf(figures),
      months: monthsChart(figures),
      monthsSource: monthsSource(figures),
      where: whereChart(figures),
      runOrChange: runOrChangeSentence(figures),
      whereSource: this.words().whereSource(
        String(shown.count),
        formatWholeEuro(shown.cents),
        formatWholeEuro(figures.known.adjustedCents),
      ),
    };
  });
  protected readonly year = computed(() => this.store.snapshot()?.fiscalYear ?? this.store.year());

  constructor() {
    const about = inject(AskAbout);
    effect(() => about.snapshotId.set(this.isMember ? (this.view()?.release.id ?? null) : null));
    this.store.chosen.set(() => ({ id: this.release(), knownOn: this.knownOn() }));
  }

  protected print(): void {
    window.print();
  }

  protected async decide(id: string, decision: 'release' | 'reject'): Promise<void> {
    if ((await this.store.decide.run(id, decision)) === null) return;
    this.store.reload();
    this.toasts.show(decision === 'release' ? this.t().releasedNow : this.t().takenBack);
  }
}
