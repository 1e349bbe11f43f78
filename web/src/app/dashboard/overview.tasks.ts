import type { Approval } from '@etatlotse/contracts/approval/plain';
import type { LockRow } from '@etatlotse/contracts/authority/plain';
import type { AttentionLine, BudgetOverview, OrderRow } from '@etatlotse/contracts/budget/plain';
import type { SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { DEFAULT_ATTENTION_LIMITS } from '@etatlotse/domain/budget';
import { formatEuro, formatNumber } from '../ui/amount/format';
import type { TaskItem } from '../ui/task-list/task-list';
import { overviewLabels } from './overview.labels';
import { unknownNames } from './overview.sentences';
import { type RegistersWaiting, registerTasks } from './register-tasks';

/** What waits beside the figures; null where the list could not be fetched: then nothing is said about it. */
export interface Waiting {
  readonly approvals: Page<Approval> | null;
  readonly clearing: Page<unknown> | null;
  /** Open orders, oldest first. */
  readonly orders: Page<OrderRow> | null;
  readonly release: SnapshotRow | null;
  /** Locks of which the council has not been told. */
  readonly locks: readonly LockRow[] | null;
  readonly registers: RegistersWaiting;
}

/** More rows than this are not shown in the table of lines that need attention; a count up to it may be higher. */
const ATTENTION_SHOWN = 10;

/** What needs somebody today, worst first. Made from figures and lists only; nothing is invented. */
export function tasksOf(overview: BudgetOverview, waiting: Waiting): TaskItem[] {
  return [
    differenceTask(overview),
    ...lineTasks(overview, ['overdrawn', 'over_authority']),
    releaseTask(waiting.release),
    approvalTask(waiting.approvals),
    clearingTask(waiting.clearing),
    reportTask(waiting.locks),
    unknownTask(overview),
    ...registerTasks(waiting.registers),
    oldOrderTask(waiting.orders),
    ...lineTasks(overview, ['tight']),
    outsideTask(overview),
  ].filter((task) => task !== null);
}

function differenceTask({ reconciliation }: BudgetOverview): TaskItem | null {
  const difference = reconciliation?.differenceCents ?? 0;
  if (difference === 0) return null;
  const text = overviewLabels().task.difference(formatEuro(difference));
  return { id: 'difference', icon: 'error', tone: 'bad', text, link: ['/reconciliation'] };
}

/** The first line by name and amount; the others are counted, and the list of lines shows them. */
function lineTasks({ attention }: BudgetOverview, reasons: readonly AttentionLine['reason'][]): TaskItem[] {
  const words = overviewLabels().task;
  const [first, ...others] = attention.filter(({ reason }) => reasons.includes(reason));
  if (first === undefined) return [];
  const isTight = first.reason === 'tight';
  const amount = formatEuro(first.reasonCents);
  const isCut = attention.length === ATTENTION_SHOWN && attention.at(-1)?.reason === (others.at(-1) ?? first).reason;
  return [
    {
      id: first.reason,
      icon: isTight ? 'warning' : 'error',
      tone: isTight ? 'warn' : 'bad',
      text: isTight ? words.tight(first.name, amount) : words.overdrawn(first.name, amount),
      ...(others.length === 0 ? {} : { detail: words.others(formatNumber(others.length), isCut) }),
      link: ['/budget/lines', first.lineId],
    },
  ];
}

function releaseTask(release: SnapshotRow | null): TaskItem | null {
  if (release === null) return null;
  const words = overviewLabels().task;
  return {
    id: 'release',
    icon: 'gavel',
    tone: 'info',
    text: words.release,
    detail: words.releaseBy(release.preparedByName ?? words.somebody),
    link: ['/dashboard/released'],
    query: { release: release.id },
  };
}

/** Only what this person may decide is theirs to do. */
function approvalTask(page: Page<Approval> | null): TaskItem | null {
  const count = page?.rows.filter(({ mayDecide }) => mayDecide).length ?? 0;
  if (page === null || count === 0) return null;
  const text = overviewLabels().task.approvals(atLeast(count, page), count);
  return { id: 'approvals', icon: 'group', tone: 'info', text, link: ['/settings/approvals'] };
}

function clearingTask(page: Page<unknown> | null): TaskItem | null {
  if (page === null || page.rows.length === 0) return null;
  const text = overviewLabels().task.clearing(atLeast(page.rows.length, page), page.rows.length);
  return { id: 'clearing', icon: 'warning', tone: 'warn', text, link: ['/reconciliation'] };
}

/** The council has to be told of every lock and every lifting (§ 32 KomHKVO); until then it is somebody's task. */
function reportTask(locks: readonly LockRow[] | null): TaskItem | null {
  const [first, ...others] = locks ?? [];
  if (first === undefined) return null;
  const words = overviewLabels().task;
  return {
    id: 'lock-report',
    icon: 'gavel',
    tone: 'warn',
    text: words.lockReport(first.title),
    ...(others.length === 0 ? {} : { detail: words.lockReportMore(formatNumber(others.length)) }),
    link: ['/authority/locks', first.id],
  };
}

function unknownTask(overview: BudgetOverview): TaskItem | null {
  const unknown = unknownNames(overview);
  if (unknown === null) return null;
  const words = overviewLabels().task;
  return {
    id: 'unknown',
    icon: 'warning',
    tone: 'warn',
    text: words.unknown(unknown),
    detail: words.unknownDetail,
    link: ['/settings'],
  };
}

/** Orders that nobody has closed for half a year; the oldest by name. The limits are the domain's. */
function oldOrderTask(page: Page<OrderRow> | null): TaskItem | null {
  const { oldOrderDays } = DEFAULT_ATTENTION_LIMITS;
  const old = page?.rows.filter(({ ageDays, committedCents }) => ageDays >= oldOrderDays && committedCents > 0) ?? [];
  const [oldest] = old;
  if (page === null || oldest === undefined) return null;
  const words = overviewLabels().task;
  // Oldest come first: only when every row that came is old may there be more.
  const count = old.length === page.rows.length ? atLeast(old.length, page) : formatNumber(old.length);
  const openCents = old.reduce((sum, { committedCents }) => sum + committedCents, 0);
  return {
    id: 'orders',
    icon: 'schedule',
    tone: 'warn',
    text: words.orders(count, old.length, formatNumber(oldOrderDays)),
    detail: words.ordersDetail(formatEuro(openCents), oldest.number, formatNumber(oldest.ageDays)),
    link: ['/budget/lines', oldest.lineId],
  };
}

function outsideTask({ outsideFrames }: BudgetOverview): TaskItem | null {
  if (outsideFrames.lines === 0) return null;
  const words = overviewLabels().task;
  return {
    id: 'outside',
    icon: 'table_rows',
    tone: 'info',
    text: words.outside(formatNumber(outsideFrames.lines), outsideFrames.lines),
    detail: words.outsideDetail,
    link: ['/budget/lines'],
    query: { frame: 'none' },
  };
}

/** "100", or "mindestens 100" while further rows were not fetched. */
function atLeast(count: number, page: Page<unknown>): string {
  return page.nextCursor === null ? formatNumber(count) : overviewLabels().task.atLeast(formatNumber(count));
}
