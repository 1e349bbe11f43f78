import {
  type PlainDate,
  addDays,
  addMonths,
  compareDates,
  dayOf,
  daysInMonth,
  monthOf,
  yearOf,
} from '../shared/plain-date';
import type { ContractTerm, NoticeRule, NoticeTarget } from './contract';

/** A day on which a contract can end, and the last day on which notice for it can be given. */
export interface NoticeDate {
  readonly noticeBy: PlainDate;
  readonly endsOn: PlainDate;
}

const MONTHS_TO: Readonly<Record<Exclude<NoticeTarget, 'term_end'>, number>> = {
  month_end: 1,
  quarter_end: 3,
  half_year_end: 6,
  year_end: 12,
};
/** Renewals and month ends are looked at one after the other; no contract has more of them than this. */
const MOST_ENDS = 2400;

/** The last day of `months` that begin on a day: twelve months from 01.01.2026 end on 31.12.2026. */
export function lastDayOfMonths(startsOn: PlainDate, months: number): PlainDate {
  return addDays(addMonths(startsOn, months), -1);
}

/** The last day on which notice reaches the other side in time. Three months to 31.12. are 30.09., to 30.06. are 31.03. */
export function noticeByFor(endsOn: PlainDate, notice: NoticeRule): PlainDate {
  return notice.unit === 'days'
    ? addDays(endsOn, -notice.length)
    : addDays(addMonths(addDays(endsOn, 1), -notice.length), -1);
}

/** The last day of the minimum term; null where none is agreed. */
export function minimumEnd({ startsOn, minimumMonths }: ContractTerm): PlainDate | null {
  return minimumMonths === null ? null : lastDayOfMonths(startsOn, minimumMonths);
}

/** The last day the contract is expected to run if nobody does anything; null: it goes on. */
export function expectedEnd(term: ContractTerm): PlainDate | null {
  if (term.stoppedOn !== null) return term.stoppedOn;
  return term.renewalMonths === null ? term.endsOn : null;
}

/**
 * The next days on which notice can be given, soonest first, with the end each leads to. Empty when notice was given
 * already, when the contract ends by itself before, or when it knows no notice.
 */
export function nextNotices(term: ContractTerm, today: PlainDate, count: number): NoticeDate[] {
  const { notice } = term;
  if (notice === null || term.stoppedOn !== null) return [];
  const found: NoticeDate[] = [];
  for (const endsOn of possibleEnds(term, today)) {
    const noticeBy = noticeByFor(endsOn, notice);
    if (noticeBy < today) continue;
    found.push({ noticeBy, endsOn });
    if (found.length === count) break;
  }
  return found;
}

/** The last day that is bound: the earliest end that can still be reached; null only for a term that does not say. */
export function boundUntil(term: ContractTerm, today: PlainDate): PlainDate | null {
  return nextNotices(term, today, 1)[0]?.endsOn ?? expectedEnd(term);
}

/** The end of the term that runs on a day: the agreed one, or that of the renewal; null for an open-ended contract. */
export function termEndAt({ endsOn, renewalMonths, stoppedOn }: ContractTerm, today: PlainDate): PlainDate | null {
  if (stoppedOn !== null || endsOn === null || renewalMonths === null) return stoppedOn ?? endsOn;
  for (const end of renewedEnds(endsOn, renewalMonths)) if (end >= today) return end;
  return endsOn;
}

/** Whether the day of a reminder has come: so many days before notice is due. */
export function isReminderDue(today: PlainDate, noticeBy: PlainDate | null, remindDays: number): boolean {
  return noticeBy !== null && addDays(noticeBy, -remindDays) <= today;
}

function* possibleEnds(term: ContractTerm, today: PlainDate): Generator<PlainDate> {
  const { notice, endsOn, renewalMonths } = term;
  if (notice === null) return;
  const earliest = minimumEnd(term) ?? term.startsOn;
  const ends =
    notice.to === 'term_end' ? termEnds(term) : calendarEnds(laterDay(earliest, today), MONTHS_TO[notice.to]);
  for (const end of ends) {
    // A term that is not renewed ends by itself: on its last day nothing is left to be given notice of.
    if (endsOn !== null && renewalMonths === null && end >= endsOn) return;
    if (end >= earliest && end >= term.startsOn) yield end;
  }
}

function* termEnds({ endsOn, renewalMonths }: ContractTerm): Generator<PlainDate> {
  if (endsOn !== null && renewalMonths !== null) yield* renewedEnds(endsOn, renewalMonths);
}

function* renewedEnds(endsOn: PlainDate, renewalMonths: number): Generator<PlainDate> {
  const next = addDays(endsOn, 1);
  for (let renewal = 0; renewal < MOST_ENDS; renewal += 1) {
    const months = renewal * renewalMonths;
    if (yearOf(next) + months / 12 > LAST_RECKONED_YEAR) return;
    yield lastDayOfMonths(next, months);
  }
}

/** Last days of months, quarters, half years or years, from a day on. */
function* calendarEnds(from: PlainDate, months: number): Generator<PlainDate> {
  const first = Math.ceil(monthOf(from) / months) * months;
  for (let at = 0; at < MOST_ENDS; at += 1) {
    const month = first + at * months - 1;
    const year = yearOf(from) + Math.floor(month / 12);
    if (year > LAST_RECKONED_YEAR) return;
    yield dayOf(year, (month % 12) + 1, daysInMonth(year, (month % 12) + 1));
  }
}

/** Beyond it no date is reckoned; dates end in 2199. */
const LAST_RECKONED_YEAR = 2190;

function laterDay(first: PlainDate, second: PlainDate): PlainDate {
  return compareDates(first, second) < 0 ? second : first;
}
