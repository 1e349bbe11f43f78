import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ReleasedStore } from './released.store';
import { Amount } from '../ui/amount/amount';
import { formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { formatDateTime } from '../ui/date/format';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Term } from '../ui/term/term';
import { PlusUnknown, Unknown } from '../ui/unknown/unknown';
import { FramesPanel } from './frames-panel';
import { monthsChart, whereChart } from './overview.charts';
import { overviewLabels } from './overview.labels';
import { answerSentence, unknownNames } from './overview.sentences';
import { releasedLabels } from './released.labels';

/** What finance released for the committee: figures frozen with their date and checksum, words explained, nothing live. */
@Component({
  selector: 'et-released-page',
  imports: [
    Amount,
    Button,
    Chart,
    Empty,
    Failure,
    FramesPanel,
    Icon,
    Loading,
    Notice,
    PageHead,
    PlusUnknown,
    RouterLink,
    Scroll,
    Term,
    Unknown,
  ],
  providers: [ReleasedStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './released.page.html',
})
export class ReleasedPage {
  protected readonly store = inject(ReleasedStore);
  protected readonly t = releasedLabels;
  protected readonly words = overviewLabels;
  protected readonly dateTime = formatDateTime;
  protected readonly whole = (cents: number): string => formatWholeEuro(cents);

  private readonly figures = computed(() => {
    const release = this.store.release();
    if (release === null) throw new Error('Charts are drawn when the figures are here.');
    return release.figures;
  });
  protected readonly answer = computed(() => answerSentence(this.figures()));
  protected readonly unknown = computed(() => unknownNames(this.figures()));
  protected readonly months = computed(() => monthsChart(this.figures()));
  protected readonly where = computed(() => whereChart(this.figures()));
}
