import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { ProofDrawer } from '../ui/proof/proof';
import { StageBar, StageKeys } from '../ui/stage-bar/stage-bar';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { TaskList } from '../ui/task-list/task-list';
import { PlusUnknown, Unknown } from '../ui/unknown/unknown';
import { mineLabels } from './mine.labels';
import { leastFirst, mineAnswer, mineTasks, openOf, ordersSentence, stagesOfLine } from './mine.sentences';
import { MineStore } from './mine.store';
import { registerTasks } from './register-tasks';
import { movementsProof } from './overview.proof';
import { unknownNames } from './overview.sentences';

const LINES_SHOWN = 12;
const ORDERS_SHOWN = 8;

/** "My budget": what is left, what is ordered, what waits. For heads, clerks and coordinators of a unit. */
@Component({
  selector: 'et-mine-page',
  imports: [
    Amount,
    Button,
    Empty,
    Failure,
    Loading,
    Notice,
    PageHead,
    PlusUnknown,
    ProofDrawer,
    RouterLink,
    Scroll,
    StageBar,
    StageKeys,
    Stand,
    TaskList,
    Unknown,
  ],
  providers: [MineStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mine.page.html',
})
export class MinePage {
  readonly proof = input<string>();

  protected readonly store = inject(MineStore);
  protected readonly t = mineLabels;
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly stages = stagesOfLine;
  protected readonly openOf = openOf;
  protected readonly mayOrder = computed(() => this.session.has('clerk'));
  /** "FB 40 Schule, FB 65 Gebäude": where the role is held. */
  protected readonly units = computed(() => {
    const names = this.session
      .roles()
      .filter(({ unitName }) => unitName !== null)
      .map(({ unitCode, unitName }) => [unitCode, unitName].filter(Boolean).join(' '));
    return [...new Set(names)].join(', ');
  });

  protected readonly shownLines = computed(() => leastFirst(this.store.lines()).slice(0, LINES_SHOWN));
  /** The frames that the sum leaves out; null when it is whole. */
  protected readonly unknownFrames = computed(() => {
    const grid = this.store.grid();
    return grid === null ? null : unknownNames(grid);
  });
  protected readonly hasMoreLines = computed(() => this.store.lines().length > LINES_SHOWN);
  protected readonly shownOrders = computed(() => this.store.orders()?.rows.slice(0, ORDERS_SHOWN) ?? []);
  protected readonly ordersText = computed(() => {
    const page = this.store.orders();
    return page === null ? '' : ordersSentence(page);
  });
  protected readonly answer = computed(() => {
    const grid = this.store.grid();
    return grid === null || this.store.lines().length === 0
      ? null
      : mineAnswer(this.store.lines(), grid.totals.balance.availableCents);
  });
  protected readonly spentText = computed(() => {
    const balance = this.store.grid()?.totals.balance;
    return balance === undefined
      ? ''
      : this.t().figuresHint(formatWholeEuro(balance.actualCents + balance.commitmentCents));
  });
  protected readonly tasks = computed(() => [
    ...mineTasks(this.store.overview()?.attention ?? [], this.store.orders()),
    ...registerTasks(this.store.registers()),
  ]);
  /** `shown` is undefined while the proof is on its way: the drawer stays and says so. */
  protected readonly shownProof = computed(() => {
    const lineId = this.store.proofLineId();
    if (lineId === null || this.store.hasProofFailed()) return null;
    const found = this.store.proof();
    const name = this.store.lines().find(({ id }) => id === lineId)?.name ?? '';
    return { shown: found?.lineId === lineId ? movementsProof(found, name) : undefined };
  });

  constructor() {
    effect(() => this.store.proofText.set(this.proof()));
  }

  protected closeProof(): void {
    void this.router.navigate([], { queryParams: { proof: null }, queryParamsHandling: 'merge' });
  }
}
