import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Bound, countText } from '../ui/bound/bound';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { OutcomeListStore } from './outcome-list.store';
import { outcomeLabels } from './outcome.labels';

/** What a piece of every outcome costs, of how many, and how old that is. */
@Component({
  selector: 'et-outcome-list-page',
  imports: [Download, Amount, Bound, Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag, Unknown],
  providers: [OutcomeListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outcome-list.page.html',
})
export class OutcomeListPage {
  protected readonly store = inject(OutcomeListStore);
  protected readonly t = outcomeLabels;
  protected readonly date = formatDate;
  protected readonly counted = countText;

  protected readonly lead = computed(() => {
    const [t, rows] = [this.t(), this.store.rows()];
    if (rows === null) return '';
    if (rows.length === 0) return t.leadNone;
    const known = rows.filter(({ newest }) => newest !== null && newest.perPiece !== null).length;
    const stale = rows.filter(({ isStale }) => isStale).length;
    return [
      t.lead(formatNumber(known)),
      ...(known === rows.length ? [] : [t.leadUnknown(formatNumber(rows.length - known))]),
      ...(stale === 0 ? [] : [t.leadStale(formatNumber(stale), formatNumber(rows[0]?.reportDays ?? 0))]),
    ].join(' ');
  });
}
