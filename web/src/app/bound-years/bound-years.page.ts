import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { answerOf, framesOf, hasContracts, hasObligations } from './bound-figures';
import { BoundNotices } from './bound-notices';
import { BoundTabs } from './bound-tabs';
import { boundYearsLabels } from './bound-years.labels';
import { BoundYearsStore } from './bound-years.store';

/** When the city loses its room to decide, frame by frame, with the way to what binds. */
@Component({
  selector: 'et-bound-years-page',
  imports: [Amount, BoundNotices, BoundTabs, Chart, ChartKeys, Empty, Failure, Loading, PageHead, RouterLink, Scroll],
  providers: [BoundYearsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bound-years.page.html',
})
export class BoundYearsPage {
  protected readonly store = inject(BoundYearsStore);
  protected readonly t = boundYearsLabels;
  protected readonly hasObligations = hasObligations;
  protected readonly hasContracts = hasContracts;
  protected readonly frameNames = computed(() => frameLabels().names);
  protected readonly frames = computed(() => {
    const view = this.store.view();
    return view === null ? [] : framesOf(view);
  });
  protected readonly lead = computed(() => answerOf(this.store.view()?.totals ?? []));
  protected readonly missing = computed(() => {
    const kinds = this.store.view()?.missing ?? [];
    const words = boundYearsLabels();
    return kinds.length === 0 ? null : words.notIncluded(kinds.map((kind) => words.kinds[kind]).join(', '));
  });
}
