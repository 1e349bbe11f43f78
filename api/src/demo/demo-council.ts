import { insertBody, insertMeetings } from '../council';
import type { Transaction } from '../platform/database/transactions';

export const FINANCE_COMMITTEE = 'Ausschuss für Finanzen, Personal und Digitalisierung';
export const CITY_COUNCIL = 'Rat der Stadt';

/** The bodies through which a paper on the budget goes, each with the week and the day of the week on which it meets. */
const BODIES = [
  {
    kind: 'committee',
    name: FINANCE_COMMITTEE,
    paperLeadDays: 14,
    week: 1,
    weekday: 4,
  },
  { kind: 'main_committee', name: 'Verwaltungsausschuss', paperLeadDays: 7, week: 2, weekday: 2 },
  { kind: 'council', name: CITY_COUNCIL, paperLeadDays: 14, week: 3, weekday: 2 },
] as const;

/** Nobody meets in the summer holidays. */
const HOLIDAYS = [7, 8];
/** The committee's meeting for which the source paper was written. */
const SOURCE_MEETING = '2026-04-30';

/** Bodies with the meetings of the running and the next year; answers their ids by name. */
export async function seedCouncil(tx: Transaction, thisYear: number): Promise<ReadonlyMap<string, string>> {
  const bodies = new Map<string, string>();
  for (const { week, weekday, ...body } of BODIES) {
    const bodyId = await insertBody(tx, { ...body, isForBudget: true }, 'demo');
    if (bodyId === null) continue;
    bodies.set(body.name, bodyId);
    const days = [thisYear, thisYear + 1].flatMap((year) => meetingDays(year, week, weekday));
    await insertMeetings(tx, bodyId, body.kind === 'committee' ? [...new Set([...days, SOURCE_MEETING])] : days);
  }
  return bodies;
}

/** One day in each month: the `week`-th of the weekday, Sunday being 0. */
function meetingDays(year: number, week: number, weekday: number): string[] {
  return Array.from({ length: 12 }, (_, month) => month + 1)
    .filter((month) => !HOLIDAYS.includes(month))
    .map((month) => {
      const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
      const day = 1 + ((weekday - first + 7) % 7) + (week - 1) * 7;
      return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
    });
}
