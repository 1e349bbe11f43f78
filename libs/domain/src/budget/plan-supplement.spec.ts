import { type Cents, cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import {
  authorityAfterCents,
  changeCentsOf,
  type ExtraAnswer,
  extraCounters,
  extraQuestions,
  type GrantedExtra,
  type SupplementCell,
  yearsDecidedTooLate,
} from './plan-supplement';

const YEAR = fiscalYear(2026);
const orNull = (amount: number | null): Cents | null => (amount === null ? null : cents(amount));
const cell = (lineId: string, before: number | null, after: number | null): SupplementCell => ({
  lineId,
  fiscalYear: YEAR,
  oldCents: orNull(before),
  newCents: orNull(after),
});
const extra = (lineId: string, over: number, outside = 0): GrantedExtra => ({
  lineId,
  fiscalYear: YEAR,
  overPlanCents: cents(over),
  outsidePlanCents: cents(outside),
});
const answer = (lineId: string, includesExtra: boolean, over: number, outside = 0): ExtraAnswer => ({
  ...extra(lineId, over, outside),
  includesExtra,
});

describe('T16 a supplementary budget and the üpl granted before it (R16, § 115 NKomVG)', () => {
  const raised = cell('a', 350_000_000, 370_000_000);
  const granted = [extra('a', 8_000_000)];

  it('T16 asks, and guesses nothing', () => {
    expect(extraQuestions([raised], granted, [])).toEqual([
      { ...extra('a', 8_000_000), changeCents: 20_000_000, includesExtra: null },
    ]);
  });

  it.each<[boolean | null, number | null, number[]]>([
    [true, 370_000_000, [-8_000_000]],
    [false, 378_000_000, []],
    [null, null, []],
  ])('T16 "includes the üpl" %p: authority %p', (includesExtra, authority, counters) => {
    const answers = includesExtra === null ? [] : [answer('a', includesExtra, 8_000_000)];
    const [question] = extraQuestions([raised], granted, answers);
    if (question === undefined) throw new Error('The line was changed and has an üpl.');
    expect(authorityAfterCents(raised.oldCents, question)).toBe(authority);
    expect(extraCounters([raised], granted, answers).map(({ amountCents }) => amountCents)).toEqual(counters);
  });

  it('the apl is countered as what it was, and a line new in the plan is asked about, too', () => {
    const fresh = cell('b', null, 5_000);
    const answers = [answer('b', true, 0, 3_000)];
    expect(extraQuestions([fresh], [extra('b', 0, 3_000)], answers)).toMatchObject([{ changeCents: 5_000 }]);
    expect(extraCounters([fresh], [extra('b', 0, 3_000)], answers)).toEqual([
      { lineId: 'b', fiscalYear: YEAR, kind: 'outside_plan', amountCents: -3_000 },
    ]);
  });

  it.each<[string, SupplementCell[], GrantedExtra[]]>([
    ['a line that keeps its amount', [cell('a', 100, 100)], [extra('a', 50)]],
    ['a line without extra authority', [cell('a', 100, 200)], [extra('a', 0)]],
    ['a line that the plan does not touch', [], [extra('a', 50)]],
  ])('does not ask for %s', (_, cells, extras) => {
    expect(extraQuestions(cells, extras, [])).toEqual([]);
  });

  it('asks again when more has been granted since the answer', () => {
    const answers = [answer('a', true, 8_000_000)];
    expect(extraQuestions([raised], [extra('a', 9_000_000)], answers)).toMatchObject([{ includesExtra: null }]);
    expect(extraQuestions([raised], [extra('a', 8_000_000, 1)], answers)).toMatchObject([{ includesExtra: null }]);
  });

  it('what is granted after the answer stays beside the new amount', () => {
    expect(extraCounters([raised], [extra('a', 9_000_000)], [answer('a', true, 8_000_000)])).toMatchObject([
      { kind: 'over_plan', amountCents: -8_000_000 },
    ]);
  });

  it('what has been taken back since is not taken back again', () => {
    const answers = [answer('a', true, 8_000_000, 500)];
    expect(extraCounters([raised], [extra('a', 3_000_000)], answers)).toMatchObject([{ amountCents: -3_000_000 }]);
    expect(extraCounters([raised], [], answers)).toEqual([]);
  });

  it('an answer for a line that is no longer changed counters nothing', () => {
    expect(extraCounters([cell('a', 100, 100)], [extra('a', 50)], [answer('a', true, 50)])).toEqual([]);
  });

  it('a cell that is emptied changes by all it had', () => {
    expect(changeCentsOf({ oldCents: cents(70), newCents: null })).toBe(-70);
    expect(authorityAfterCents(null, { ...extra('a', 5), changeCents: cents(10), includesExtra: false })).toBe(15);
  });
});

describe('T16 decided by the end of the year', () => {
  it.each<[string, number[]]>([
    ['2026-12-31', []],
    ['2027-01-02', [2026]],
    ['2028-01-01', [2026, 2027]],
  ])('a decision of %s is too late for %j', (day, late) => {
    expect(yearsDecidedTooLate([fiscalYear(2026), fiscalYear(2027)], plainDate(day))).toEqual(late);
  });
});
