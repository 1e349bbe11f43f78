import type { LineRow } from '@etatlotse/contracts/budget';
import type { AttentionLine, OrderRow } from '@etatlotse/contracts/budget/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { DEFAULT_ATTENTION_LIMITS } from '@etatlotse/domain/budget';
import { formatEuro, formatNumber } from '../ui/amount/format';
import type { StageFigures } from '../ui/stage-bar/stage-bar';
import type { TaskItem } from '../ui/task-list/task-list';
import { mineLabels } from './mine.labels';

/*
 * What "my area" says, as pure functions of the lines and orders of the caller's units.
 */

/** The answer under the question. `cents` is what the lines of known authority have left together. */
export interface MineAnswer {
  readonly before: string;
  readonly cents: number;
  readonly after: string;
}

export function mineAnswer(lines: readonly LineRow[], availableCents: number): MineAnswer {
  const words = mineLabels();
  const unknown = lines.filter(({ isAuthorityUnknown }) => isAuthorityUnknown).length;
  const known = lines.length - unknown;
  const isMissing = availableCents < 0;
  const after = words.onLines(formatNumber(known), known, isMissing);
  return {
    before: isMissing ? words.beforeMissing : words.before,
    cents: Math.abs(availableCents),
    after: unknown === 0 ? after : `${after} ${words.unknownLines(formatNumber(unknown), unknown)}`,
  };
}

/** Least money first; what is unknown stands at the end, because nobody can say that it is little. */
export function leastFirst(lines: readonly LineRow[]): LineRow[] {
  return [...lines].sort(
    (a, b) => Number(a.isAuthorityUnknown) - Number(b.isAuthorityUnknown) || a.availableCents - b.availableCents,
  );
}

/** Stages of a line; without known authority nothing is said about what is left. */
export function stagesOfLine(line: LineRow): StageFigures {
  return { ...line, availableCents: line.isAuthorityUnknown ? null : line.availableCents };
}

/** How many orders run and what is open on those that were fetched. */
export function ordersSentence(page: Page<OrderRow>): string {
  const words = mineLabels();
  const openCents = page.rows.reduce((sum, order) => sum + openOf(order), 0);
  const count = formatNumber(page.rows.length);
  if (page.nextCursor !== null) return words.ordersCut(count, formatEuro(openCents));
  return words.ordersSentence(count, page.rows.length, formatEuro(openCents));
}

/** Set aside or ordered, and not yet paid. */
export const openOf = (order: OrderRow): number => order.committedCents + order.reservedCents;

/** Orders of one kind beyond this are counted, not listed. */
const NAMED = 2;

/** What waits: overdrawn lines, tight lines, orders that nobody has closed for half a year. */
export function mineTasks(attention: readonly AttentionLine[], orders: Page<OrderRow> | null): TaskItem[] {
  return [...lineTasks(attention, 'overdrawn'), ...lineTasks(attention, 'tight'), ...oldOrders(orders)];
}

function lineTasks(attention: readonly AttentionLine[], reason: 'overdrawn' | 'tight'): TaskItem[] {
  const words = mineLabels();
  const isTight = reason === 'tight';
  const found = attention.filter((line) => line.reason === reason);
  return found.slice(0, NAMED).map((line, at) => ({
    id: line.lineId,
    icon: isTight ? 'warning' : 'error',
    tone: isTight ? 'warn' : 'bad',
    text: isTight
      ? words.tight(line.name, formatEuro(line.reasonCents))
      : words.overdrawn(line.name, formatEuro(line.reasonCents)),
    ...(at === NAMED - 1 && found.length > NAMED
      ? { detail: words.others(formatNumber(found.length - NAMED), found.length - NAMED) }
      : {}),
    link: ['/budget/lines', line.lineId],
  }));
}

function oldOrders(page: Page<OrderRow> | null): TaskItem[] {
  const words = mineLabels();
  const old = (page?.rows ?? []).filter(
    ({ ageDays, committedCents }) => ageDays >= DEFAULT_ATTENTION_LIMITS.oldOrderDays && committedCents > 0,
  );
  return old.slice(0, NAMED).map((order, at) => ({
    id: order.id,
    icon: 'schedule',
    tone: 'warn',
    text: words.oldOrder(order.number, formatNumber(order.ageDays)),
    detail:
      at === NAMED - 1 && old.length > NAMED
        ? `${order.lineName} ${words.otherOrders(formatNumber(old.length - NAMED), old.length - NAMED)}`
        : order.lineName,
    link: ['/budget/lines', order.lineId],
  }));
}
