import type { BudgetOverview } from '@etatlotse/contracts/budget/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import type { TaskItem } from '../ui/task-list/task-list';
import { overviewLabels } from './overview.labels';
import { unknownNames } from './overview.sentences';

const SHOWN_LINES = 3;

/** What needs somebody today, worst first. Made from figures and lists only; nothing is invented. */
export function tasksOf(
  overview: BudgetOverview,
  waiting: { readonly approvals: number; readonly clearing: number },
): TaskItem[] {
  const words = overviewLabels().task;
  const difference = overview.reconciliation?.differenceCents ?? 0;
  const unknown = unknownNames(overview);
  const tasks: (TaskItem | null)[] = [
    difference === 0
      ? null
      : {
          id: 'difference',
          icon: 'error',
          tone: 'bad',
          text: words.difference(formatEuro(difference)),
          link: ['/reconciliation'],
        },
    ...overview.attention.slice(0, SHOWN_LINES).map(lineTask),
    waiting.approvals === 0
      ? null
      : { id: 'approvals', icon: 'group', tone: 'info', text: words.approvals(waiting.approvals), link: ['/settings'] },
    waiting.clearing === 0
      ? null
      : {
          id: 'clearing',
          icon: 'warning',
          tone: 'warn',
          text: words.clearing(waiting.clearing),
          link: ['/reconciliation'],
        },
    unknown === null
      ? null
      : {
          id: 'unknown',
          icon: 'warning',
          tone: 'warn',
          text: words.unknown(unknown),
          detail: words.unknownDetail,
          link: ['/settings'],
        },
    overview.outsideFrames.lines === 0
      ? null
      : {
          id: 'outside',
          icon: 'table_rows',
          tone: 'info',
          text: words.outside(formatNumber(overview.outsideFrames.lines)),
          detail: words.outsideDetail,
          link: ['/budget/lines'],
          query: { frame: 'none' },
        },
  ];
  return tasks.filter((task) => task !== null);
}

function lineTask(line: BudgetOverview['attention'][number]): TaskItem | null {
  const words = overviewLabels().task;
  const amount = formatEuro(line.reasonCents);
  const link = ['/budget/lines', line.lineId];
  switch (line.reason) {
    case 'overdrawn':
    case 'over_authority':
      return { id: line.lineId, icon: 'error', tone: 'bad', text: words.overdrawn(line.name, amount), link };
    case 'tight':
      return { id: line.lineId, icon: 'warning', tone: 'warn', text: words.tight(line.name, amount), link };
    case 'old_order':
      return { id: line.lineId, icon: 'schedule', tone: 'warn', text: words.old_order(line.name, amount), link };
    case 'slow_pace':
      return null;
  }
}
