import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import {
  BOARD_CARDS,
  DEMAND_ENDS,
  DEMAND_PATHS,
  DEMAND_STATES,
  type DemandBoard,
  type DemandCards,
  type DemandColumn,
  type DemandState,
} from '@etatlotse/contracts/demand/plain';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { STATE_LOOKS } from './demand-look';
import { DemandTabs } from './demand-tabs';
import { DemandErrands } from './demand-errand.store';
import { demandListLabels } from './demand-list.labels';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

const NO_CARDS: DemandCards = { rows: [], nextCursor: null };

/** The round at a glance: what stands in each state, with its first demands in the same answer. */
@Component({
  selector: 'et-demand-board-page',
  imports: [Amount, Button, DemandTabs, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-board.page.html',
})
export class DemandBoardPage {
  private readonly errands = inject(DemandErrands);
  protected readonly t = demandViewLabels;
  protected readonly words = demandLabels;
  protected readonly list = demandListLabels;
  private readonly permissions = inject(Permissions);
  protected readonly mayPrepare = computed(() => this.permissions.has('round.write'));
  protected readonly looks = STATE_LOOKS;
  protected readonly resource = httpResource<DemandBoard>(() => ({
    url: DEMAND_PATHS.board,
    params: { withCards: true },
  }));
  protected readonly board = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly showsEnds = signal(false);
  /** What was asked for beyond the first demands of a state; gone when the board is read anew. */
  private readonly added = linkedSignal<DemandBoard | null, ReadonlyMap<DemandState, DemandCards>>({
    source: this.board,
    computation: () => new Map(),
  });
  private readonly reading = new Set<DemandState>();
  protected readonly columns = computed(() => {
    const shown = DEMAND_STATES.filter(
      (state) => this.showsEnds() || state === 'adopted' || !DEMAND_ENDS.includes(state),
    );
    return (this.board()?.columns ?? []).filter(({ state }) => shown.includes(state));
  });
  protected readonly lead = computed(() => {
    const board = this.board();
    if (board === null) return '';
    const alive = board.columns.filter(({ state }) => !['rejected', 'withdrawn', 'deferred'].includes(state));
    const [count, cents] = [
      alive.reduce((sum, column) => sum + column.count, 0),
      alive.reduce((sum, column) => sum + column.planCents, 0),
    ];
    return [
      this.t().boardLead(formatNumber(count), formatWholeEuro(cents)),
      ...(board.hidden === 0 ? [] : [demandLabels().hidden(formatNumber(board.hidden))]),
    ].join(' ');
  });

  protected cardsOf({ state, cards }: DemandColumn): DemandCards {
    const [first, added] = [cards ?? NO_CARDS, this.added().get(state)];
    return added === undefined ? first : { rows: [...first.rows, ...added.rows], nextCursor: added.nextCursor };
  }

  protected async more(column: DemandColumn): Promise<void> {
    const { state } = column;
    const { nextCursor } = this.cardsOf(column);
    if (this.reading.has(state) || nextCursor === null) return;
    this.reading.add(state);
    const page = await this.errands.list({ state, limit: BOARD_CARDS, cursor: nextCursor });
    this.reading.delete(state);
    if (page === null) return;
    this.added.update((added) =>
      new Map(added).set(state, {
        rows: [...(added.get(state)?.rows ?? []), ...page.rows],
        nextCursor: page.nextCursor,
      }),
    );
  }

  protected count(value: number): string {
    return formatNumber(value);
  }
}
