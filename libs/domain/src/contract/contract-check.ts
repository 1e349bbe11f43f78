import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { FiscalYear } from '../shared/fiscal-year';
import { type PlainDate, addDays, yearOf } from '../shared/plain-date';
import type { ContractFacts, ContractTerm } from './contract';
import { isPriceInRange } from './contract-cost';
import { minimumEnd, nextNotices, noticeByFor, type NoticeDate } from './contract-term';

/** Why a contract cannot stand in the register as it was stated. */
export type ContractRefusal =
  | Refusal<'CONTRACT_DATE_RANGE', { readonly firstYear: number; readonly lastYear: number }>
  | Refusal<'CONTRACT_PRICE_TOO_HIGH'>
  | Refusal<'CONTRACT_END_BEFORE_START'>
  | Refusal<'CONTRACT_NOTICE_TOO_LONG', { readonly noticeBy: PlainDate }>
  | Refusal<'CONTRACT_NOTICE_NEEDED'>
  | Refusal<'CONTRACT_NOTICE_TARGET'>
  | Refusal<'CONTRACT_MINIMUM_TOO_LONG'>
  | Refusal<'CONTRACT_RENEWAL_WITHOUT_END'>
  | Refusal<'CONTRACT_STEP_OUTSIDE', { readonly validFrom: PlainDate }>
  | Refusal<'CONTRACT_STEP_TWICE', { readonly validFrom: PlainDate }>
  | Refusal<'CONTRACT_INDEX_TOO_EARLY'>
  | Refusal<'CONTRACT_TERM_PRICE_FIXED'>
  | Refusal<'CONTRACT_ONCE_FOR_TERM'>;

/** Years in which contracts begin and end: what lies beyond is a slip of the pen. */
export const CONTRACT_FIRST_YEAR = 1950;
export const CONTRACT_LAST_YEAR = 2099;

/**
 * Checks what a person or a file states about a contract that is reckoned up to a year; quantities and prices one by one
 * are checked where they come in.
 */
export function checkContract(facts: ContractFacts, lastYear: FiscalYear): Outcome<null, ContractRefusal> {
  const { term, price } = facts;
  const days = [term.startsOn, term.endsOn ?? term.startsOn, price.indexation?.firstOn ?? term.startsOn];
  if (days.some((day) => yearOf(day) < CONTRACT_FIRST_YEAR || yearOf(day) > CONTRACT_LAST_YEAR)) {
    const params = { firstYear: CONTRACT_FIRST_YEAR, lastYear: CONTRACT_LAST_YEAR };
    return refuse({ code: 'CONTRACT_DATE_RANGE', params });
  }
  const checked = checkTermAndPrice(facts);
  if (!checked.ok) return checked;
  return isPriceInRange(facts, lastYear) ? ok(null) : no('CONTRACT_PRICE_TOO_HIGH');
}

function checkTermAndPrice({ term, price }: ContractFacts): Outcome<null, ContractRefusal> {
  if (term.endsOn !== null && term.endsOn < term.startsOn) return no('CONTRACT_END_BEFORE_START');
  const dates = checkDates(term);
  if (!dates.ok) return dates;
  const days = price.steps.map(({ validFrom }) => validFrom);
  for (const [at, validFrom] of days.entries()) {
    if (validFrom <= term.startsOn || isAfterTerm(term, validFrom))
      return refuse({ code: 'CONTRACT_STEP_OUTSIDE', params: { validFrom } });
    if (days.indexOf(validFrom) !== at) return refuse({ code: 'CONTRACT_STEP_TWICE', params: { validFrom } });
  }
  if (price.indexation !== null && price.indexation.firstOn <= term.startsOn) return no('CONTRACT_INDEX_TOO_EARLY');
  const isFixed = term.endsOn !== null && term.renewalMonths === null && days.length === 0 && price.indexation === null;
  if (price.period === 'term' && !isFixed) return no('CONTRACT_TERM_PRICE_FIXED');
  return price.rhythm === 'once' && price.period !== 'term' ? no('CONTRACT_ONCE_FOR_TERM') : ok(null);
}

function checkDates(term: ContractTerm): Outcome<null, ContractRefusal> {
  const { startsOn, endsOn, notice, renewalMonths } = term;
  if (endsOn === null && renewalMonths !== null) return no('CONTRACT_RENEWAL_WITHOUT_END');
  if (notice === null) {
    return endsOn === null || renewalMonths !== null ? no('CONTRACT_NOTICE_NEEDED') : ok(null);
  }
  if (endsOn === null && notice.to === 'term_end') return no('CONTRACT_NOTICE_TARGET');
  const minimum = minimumEnd(term);
  if (minimum !== null && endsOn !== null && minimum > endsOn) return no('CONTRACT_MINIMUM_TOO_LONG');
  const shortest = endsOn ?? minimum;
  if (shortest === null) return ok(null);
  const noticeBy = noticeByFor(shortest, notice);
  // Notice as long as the term is given before it begins; longer than that it can never be in time.
  return addDays(noticeBy, 1) < startsOn
    ? refuse({ code: 'CONTRACT_NOTICE_TOO_LONG', params: { noticeBy } })
    : ok(null);
}

/** A renewed term goes on beyond its agreed end. */
function isAfterTerm({ endsOn, renewalMonths }: ContractTerm, day: PlainDate): boolean {
  return endsOn !== null && renewalMonths === null && day > endsOn;
}

/** Why a contract cannot be ended as asked. */
export type EndRefusal =
  | Refusal<'CONTRACT_STOPPED_ALREADY', { readonly stoppedOn: PlainDate }>
  | Refusal<'CONTRACT_NO_NOTICE_LEFT'>
  | Refusal<'CONTRACT_END_BEFORE_START'>
  | Refusal<'CONTRACT_END_TOO_LATE', { readonly endsOn: PlainDate }>;

/** The end that notice on a day leads to: the first one for which it still comes in time. */
export function decideNotice(term: ContractTerm, givenOn: PlainDate): Outcome<NoticeDate, EndRefusal> {
  if (term.stoppedOn !== null)
    return refuse({ code: 'CONTRACT_STOPPED_ALREADY', params: { stoppedOn: term.stoppedOn } });
  const [first] = nextNotices(term, givenOn, 1);
  return first === undefined ? refuse({ code: 'CONTRACT_NO_NOTICE_LEFT', params: {} }) : ok(first);
}

/** An end that the parties agreed on or that followed from an important cause: any day of the term. */
export function decideEnd(term: ContractTerm, endsOn: PlainDate): Outcome<PlainDate, EndRefusal> {
  if (endsOn < term.startsOn) return refuse({ code: 'CONTRACT_END_BEFORE_START', params: {} });
  const latest = term.stoppedOn ?? (term.renewalMonths === null ? term.endsOn : null);
  return latest !== null && endsOn > latest
    ? refuse({ code: 'CONTRACT_END_TOO_LATE', params: { endsOn: latest } })
    : ok(endsOn);
}

function no<Code extends ContractRefusal['code']>(
  code: Code,
): { readonly ok: false; readonly refusal: { readonly code: Code; readonly params: Record<string, never> } } {
  return { ok: false, refusal: { code, params: {} } };
}
