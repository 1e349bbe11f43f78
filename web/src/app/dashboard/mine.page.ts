import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LineRow } from '@etatlotse/contracts/budget';
import { SessionStore } from '../platform/session.store';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { StageBar, StageKeys, type StageFigures } from '../ui/stage-bar/stage-bar';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { type TaskItem, TaskList } from '../ui/task-list/task-list';
import { mineLabels } from './mine.labels';
import { MineStore } from './mine.store';

const LINES_SHOWN = 12;
const ORDERS_SHOWN = 6;
const OLD_ORDERS_SHOWN = 3;
const OLD_AFTER_DAYS = 180;

/** "My budget": what is left, what is ordered, what waits. For heads, clerks and coordinators of a unit. */
@Component({
  selector: 'et-mine-page',
  imports: [Amount, Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll, StageBar, StageKeys, TaskList],
  providers: [MineStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mine.page.html',
})
export class MinePage {
  protected readonly store = inject(MineStore);
  protected readonly t = mineLabels;
  private readonly session = inject(SessionStore);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly mayOrder = computed(() => this.session.has('clerk'));

  protected readonly shownLines = computed(() => this.store.lines().slice(0, LINES_SHOWN));
  protected readonly hasMoreLines = computed(() => this.store.lines().length > LINES_SHOWN);
  protected readonly shownOrders = computed(() => this.store.orders()?.rows.slice(0, ORDERS_SHOWN) ?? []);
  protected readonly answer = computed(() => {
    const grid = this.store.grid();
    if (grid === null) return '';
    const lines = this.t().lineCount(formatNumber(grid.totals.lines));
    const unknown = this.store.lines().filter(({ isAuthorityUnknown }) => isAuthorityUnknown).length;
    const answer = this.t().answer(formatEuro(grid.totals.balance.availableCents), lines);
    return unknown === 0 ? answer : `${answer} ${this.t().answerUnknown(formatNumber(unknown))}`;
  });
  protected readonly ordersSentence = computed(() => {
    const rows = this.store.orders()?.rows ?? [];
    const openCents = rows.reduce((sum, order) => sum + order.committedCents + order.reservedCents, 0);
    return this.t().ordersSentence(formatNumber(rows.length), formatEuro(openCents));
  });
  /** Lines that are overdrawn or tight, and orders nobody has touched for half a year. */
  protected readonly tasks = computed((): TaskItem[] => [
    ...this.store.attention().flatMap(({ lineId, name, reason, reasonCents }): TaskItem[] => {
      const link = ['/budget/lines', lineId];
      if (reason === 'overdrawn') {
        return [
          { id: lineId, icon: 'error', tone: 'bad', text: this.t().overdrawn(name, formatEuro(reasonCents)), link },
        ];
      }
      return reason === 'tight'
        ? [{ id: lineId, icon: 'warning', tone: 'warn', text: this.t().tight(name, formatEuro(reasonCents)), link }]
        : [];
    }),
    ...(this.store.orders()?.rows ?? [])
      .filter(({ ageDays, committedCents }) => ageDays > OLD_AFTER_DAYS && committedCents > 0)
      .slice(0, OLD_ORDERS_SHOWN)
      .map(({ id, number, ageDays, lineId, lineName }): TaskItem => ({
        id,
        icon: 'schedule',
        tone: 'warn',
        text: this.t().oldOrder(number, formatNumber(ageDays)),
        detail: lineName,
        link: ['/budget/lines', lineId],
      })),
  ]);

  protected stages(row: LineRow): StageFigures {
    return { ...row, availableCents: row.isAuthorityUnknown ? null : row.availableCents };
  }
}
