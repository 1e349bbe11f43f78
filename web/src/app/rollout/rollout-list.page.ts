import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RolloutGoal, RolloutRow } from '@etatlotse/contracts/rollout/plain';
import { Download } from '../ui/download/download';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Bound, dayText, gapText, statementText } from '../ui/bound/bound';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { rolloutListLabels } from './rollout-list.labels';
import { RolloutListStore } from './rollout-list.store';
import { OUTLOOK_LOOKS, outlookOf } from './rollout-look';
import { rolloutLabels } from './rollout.labels';

/** Every goal of every roll-out: what was stated, what is needed, when it will be reached, and how old that is. */
@Component({
  selector: 'et-rollout-list-page',
  imports: [Download, Bound, Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag, Unknown],
  providers: [RolloutListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rollout-list.page.html',
})
export class RolloutListPage {
  protected readonly store = inject(RolloutListStore);
  protected readonly t = rolloutListLabels;
  protected readonly words = rolloutLabels;
  protected readonly date = formatDate;
  protected readonly stated = statementText;
  protected readonly gap = gapText;
  protected readonly looks = OUTLOOK_LOOKS;
  protected readonly outlook = outlookOf;

  protected readonly lead = computed(() => {
    const [t, rows] = [this.t(), this.store.rows()];
    if (rows === null) return '';
    if (rows.length === 0) return t.leadNone;
    const goals = rows.flatMap((row) => row.goals);
    const outlooks = goals.map(outlookOf);
    const risky = outlooks.filter((name) => ['atrisk', 'late', 'never', 'overdue'].includes(name)).length;
    const unknown = outlooks.filter((name) => name === 'unknown').length;
    const stale = goals.filter(({ pace }) => pace.isStale).length;
    return [
      t.lead(formatNumber(goals.length), formatNumber(risky)),
      ...(unknown === 0 ? [] : [t.leadUnknown(formatNumber(unknown))]),
      ...(stale === 0 ? [] : [t.leadStale(formatNumber(stale), formatNumber(rows[0]?.reportDays ?? 0))]),
    ].join(' ');
  });

  protected arrival({ pace: { arrival } }: RolloutGoal): string | null {
    if (arrival.kind === 'on') return dayText(arrival.day, arrival.bound);
    return arrival.kind === 'unknown' ? null : this.words().outlooks[arrival.kind];
  }

  protected spread({ units, states, trainedUnits, acceptance }: RolloutRow): string {
    const t = this.t();
    return [
      t.board(formatNumber(units), formatNumber(states.live), formatNumber(states.pilot)),
      t.trained(formatNumber(trainedUnits)),
      ...(acceptance === null ? [] : [t.accepted(formatPercent(acceptance.contentBasisPoints / 10_000))]),
    ].join(' ');
  }
}
