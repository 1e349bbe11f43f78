import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import {
  DEMAND_ENDS,
  DEMAND_PATHS,
  DEMAND_STATES,
  type DemandBoard,
  type DemandRow,
  type DemandState,
} from '@etatlotse/contracts/demand/plain';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { STATE_LOOKS } from './demand-look';
import { DemandTabs } from './demand-tabs';
import { DemandErrands } from './demand-errand.store';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

const CARDS = 20;

interface Cards {
  readonly rows: readonly DemandRow[];
  readonly nextCursor: string | null;
}

/** The round at a glance: what stands in each state. Columns fill as they are looked at. */
@Component({
  selector: 'et-demand-board-page',
  imports: [Amount, Button, DemandTabs, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-board.page.html',
})
export class DemandBoardPage {
  private readonly errands = inject(DemandErrands);
  protected readonly t = demandViewLabels;
  protected readonly words = demandLabels;
  protected readonly looks = STATE_LOOKS;
  protected readonly resource = httpResource<DemandBoard>(() => DEMAND_PATHS.board);
  protected readonly board = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly showsEnds = signal(false);
  protected readonly cards = signal<ReadonlyMap<DemandState, Cards>>(new Map());
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

  protected rowsOf(state: DemandState): readonly DemandRow[] {
    if (!this.cards().has(state)) queueMicrotask(() => void this.more(state));
    return this.cards().get(state)?.rows ?? [];
  }

  protected hasMore(state: DemandState): boolean {
    return typeof this.cards().get(state)?.nextCursor === 'string';
  }

  protected async more(state: DemandState): Promise<void> {
    const before = this.cards().get(state);
    if (this.reading.has(state) || before?.nextCursor === null) return;
    this.reading.add(state);
    const page = await this.errands.list({ state, limit: CARDS, cursor: before?.nextCursor ?? undefined });
    this.reading.delete(state);
    if (page === null) return;
    this.cards.update((cards) =>
      new Map(cards).set(state, { rows: [...(before?.rows ?? []), ...page.rows], nextCursor: page.nextCursor }),
    );
  }

  protected count(value: number): string {
    return formatNumber(value);
  }
}
