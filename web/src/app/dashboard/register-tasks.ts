import type { DeadlinePage } from '@etatlotse/contracts/contract/plain';
import type { ProjectRow } from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { TaskItem } from '../ui/task-list/task-list';
import { registerTaskLabels } from './register-tasks.labels';

/** What waits in the registers; null where it could not be fetched: then nothing is said about it. */
export interface RegistersWaiting {
  /** Days for notice, soonest first. */
  readonly deadlines: DeadlinePage | null;
  /** Projects of which nobody has told anything for long. */
  readonly stale: Page<ProjectRow> | null;
}

/** The nearest day for notice whose reminder has come, and the project that has been silent longest. */
export function registerTasks({ deadlines, stale }: RegistersWaiting): TaskItem[] {
  return [noticeTask(deadlines), staleTask(stale)].filter((task) => task !== null);
}

function noticeTask(page: DeadlinePage | null): TaskItem | null {
  const next = page?.rows.find(({ isReminded }) => isReminded);
  if (page === null || next === undefined) return null;
  const words = registerTaskLabels();
  const others = page.reminded - 1;
  const frees = words.frees(next.vendor, formatWholeEuro(next.freedCents));
  return {
    id: 'notice',
    icon: 'schedule',
    tone: 'warn',
    text: words.notice(formatDate(next.noticeBy), next.subject),
    detail: others <= 0 ? frees : `${frees} ${words.otherNotices(formatNumber(others), others)}`,
    link: ['/contracts', next.id],
  };
}

function staleTask(page: Page<ProjectRow> | null): TaskItem | null {
  const oldest = [...(page?.rows ?? [])].sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))[0];
  if (page === null || oldest === undefined) return null;
  const words = registerTaskLabels();
  const others = page.rows.length - 1;
  const since = words.staleSince(formatDate(oldest.reportedOn));
  const isCut = page.nextCursor !== null;
  const isOne = others === 0 && !isCut;
  return {
    id: 'stale',
    icon: 'work',
    tone: 'info',
    text: words.stale(oldest.name),
    detail: isOne ? since : `${since} ${words.otherStale(formatNumber(others), others, isCut)}`,
    ...(isOne ? { link: ['/projects', oldest.id] } : { link: ['/projects'], query: { stale: 'yes' } }),
  };
}
