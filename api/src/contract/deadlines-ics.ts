import type { DeadlineRow } from '@etatlotse/contracts/contract/plain';
import { calendarOf } from '../platform/http/calendar';

/** The last days on which notice can be given. A day that moves gets a new name: notice for another end is another event. */
export function deadlinesIcs(rows: readonly DeadlineRow[], madeAt: Date): string {
  const days = rows.map(({ id, number, vendor, subject, noticeBy }) => ({
    name: `notice-${id}-${noticeBy}`,
    day: noticeBy,
    summary: `Kündigung spätestens: ${subject} (${vendor}, ${number})`,
    sequence: 0,
  }));
  return calendarOf('Verträge', days, madeAt);
}
