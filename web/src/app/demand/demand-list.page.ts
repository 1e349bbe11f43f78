import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DEMAND_STATES, FRAME_CODES, RUN_OR_CHANGE } from '@etatlotse/contracts/demand/plain';
import { frameLabels } from '../platform/frame.labels';
import { SessionStore } from '../platform/session.store';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { demandListLabels } from './demand-list.labels';
import { DemandListStore } from './demand-list.store';
import { STATE_LOOKS } from './demand-look';
import { DemandTabs } from './demand-tabs';
import { demandLabels } from './demand.labels';

const SEARCH_AFTER_MS = 300;

/** What is needed: the demands of a round, with what became of each. */
@Component({
  selector: 'et-demand-list-page',
  imports: [
    Download,
    Amount,
    Button,
    DemandTabs,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    Tag,
    TextField,
  ],
  providers: [DemandListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-list.page.html',
})
export class DemandListPage {
  /** Of the address. */
  readonly state = input<string>();
  readonly frame = input<string>();
  readonly kind = input<string>();
  readonly mine = input<string>();
  readonly late = input<string>();
  readonly q = input<string>();
  readonly round = input<string>();
  protected readonly store = inject(DemandListStore);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly t = demandListLabels;
  protected readonly words = demandLabels;
  protected readonly looks = STATE_LOOKS;
  protected readonly frames = frameLabels;
  protected readonly date = formatDate;
  protected readonly typed = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly stateOptions = computed(() =>
    DEMAND_STATES.map((value) => ({ value, label: demandLabels().states[value] })),
  );
  protected readonly frameOptions = computed(() =>
    FRAME_CODES.map((value) => ({ value, label: frameLabels().names[value] })),
  );
  protected readonly kindOptions = computed(() =>
    RUN_OR_CHANGE.map((value) => ({ value, label: demandLabels().kinds[value] })),
  );
  protected readonly roundOptions = computed(() =>
    this.store.rounds().map(({ id, firstYear, lastYear, state }) => ({
      value: id,
      label: `${demandLabels().years(firstYear, lastYear)} (${demandLabels().roundStates[state]})`,
    })),
  );
  protected readonly isFiltered = computed(() =>
    [this.state(), this.frame(), this.kind(), this.mine(), this.late(), this.q()].some(Boolean),
  );
  protected readonly question = computed(() => {
    const round = this.store.round();
    const years = round === null ? '' : demandLabels().years(round.firstYear, round.lastYear);
    return this.session.has('finance', 'auditor') ? this.t().question(years) : this.t().questionMine(years);
  });
  protected readonly lead = computed(() => {
    const [round, board] = [this.store.round(), this.store.board()];
    if (round === null || board === null) return '';
    const count = board.columns.reduce((sum, column) => sum + column.count, 0);
    const cents = board.columns
      .filter(({ state }) => !['rejected', 'withdrawn', 'deferred'].includes(state))
      .reduce((sum, column) => sum + column.planCents, 0);
    return [
      this.t().lead(formatNumber(count), formatWholeEuro(cents)),
      ...(round.state === 'open' && round.phase === 'submit'
        ? [this.t().leadDue(formatDate(round.phases.submit))]
        : []),
      ...(board.hidden > 0 ? [demandLabels().hidden(formatNumber(board.hidden))] : []),
    ].join(' ');
  });

  constructor() {
    effect(() => {
      this.store.roundId.set(this.round());
      this.store.filter.set({
        state: this.state(),
        frame: this.frame(),
        runOrChange: this.kind(),
        mine: this.mine() === 'yes' || undefined,
        late: this.late() === 'yes' || undefined,
        q: this.q(),
      });
      this.typed.set(this.q() ?? '');
    });
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected search(text: string): void {
    this.typed.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go({ q: text.trim() === '' ? null : text.trim() }), SEARCH_AFTER_MS);
  }

  protected count(value: number): string {
    return formatNumber(value);
  }
}
