import { plainDate } from '../shared/plain-date';
import type { ContractTerm, NoticeRule } from './contract';
import { boundUntil, expectedEnd, isReminderDue, nextNotices, noticeByFor, termEndAt } from './contract-term';

const day = plainDate;
const months = (length: number, to: NoticeRule['to']): NoticeRule => ({ length, unit: 'months', to });
const term = (wish: Partial<ContractTerm> = {}): ContractTerm => ({
  startsOn: day('2026-01-01'),
  endsOn: null,
  minimumMonths: null,
  notice: months(3, 'year_end'),
  renewalMonths: null,
  stoppedOn: null,
  ...wish,
});
const dates = (contract: ContractTerm, today: string, count = 2): string[] =>
  nextNotices(contract, day(today), count).map(({ noticeBy, endsOn }) => `${noticeBy} > ${endsOn}`);

describe('days for notice', () => {
  it.each<[string, NoticeRule, string]>([
    ['2026-12-31', months(3, 'year_end'), '2026-09-30'],
    ['2026-06-30', months(3, 'quarter_end'), '2026-03-31'],
    ['2028-02-29', months(1, 'month_end'), '2028-01-31'],
    ['2026-08-14', months(1, 'term_end'), '2026-07-14'],
    ['2026-12-31', { length: 30, unit: 'days', to: 'year_end' }, '2026-12-01'],
    ['2026-12-31', { length: 0, unit: 'days', to: 'year_end' }, '2026-12-31'],
  ])('for an end on %s with %j notice is due by %s', (endsOn, notice, noticeBy) => {
    expect(noticeByFor(day(endsOn), notice)).toBe(noticeBy);
  });

  it.each<[string, ContractTerm, string, string[]]>([
    ['to the end of the year', term(), '2026-09-30', ['2026-09-30 > 2026-12-31', '2027-09-30 > 2027-12-31']],
    ['a day too late', term(), '2026-10-01', ['2027-09-30 > 2027-12-31', '2028-09-30 > 2028-12-31']],
    [
      'to the end of a quarter',
      term({ notice: months(1, 'quarter_end') }),
      '2026-05-20',
      ['2026-05-31 > 2026-06-30', '2026-08-31 > 2026-09-30'],
    ],
    [
      'to the end of a half year',
      term({ notice: months(6, 'half_year_end') }),
      '2026-01-01',
      ['2026-06-30 > 2026-12-31', '2026-12-31 > 2027-06-30'],
    ],
    [
      'to the end of a month, over the turn of the year',
      term({ notice: months(1, 'month_end') }),
      '2026-11-30',
      ['2026-11-30 > 2026-12-31', '2026-12-31 > 2027-01-31'],
    ],
    [
      'not before the minimum term is over',
      term({ minimumMonths: 24 }),
      '2026-03-01',
      ['2027-09-30 > 2027-12-31', '2028-09-30 > 2028-12-31'],
    ],
    [
      'before it has begun',
      term({ startsOn: day('2027-04-01') }),
      '2026-03-01',
      ['2027-09-30 > 2027-12-31', '2028-09-30 > 2028-12-31'],
    ],
    [
      'to the end of the term and of each renewal',
      term({ endsOn: day('2026-06-30'), renewalMonths: 12, notice: months(3, 'term_end') }),
      '2026-04-01',
      ['2027-03-31 > 2027-06-30', '2028-03-31 > 2028-06-30'],
    ],
    [
      'within a fixed term, but not for its last day, on which it ends anyway',
      term({ endsOn: day('2027-12-31') }),
      '2026-01-01',
      ['2026-09-30 > 2026-12-31'],
    ],
    [
      'a fixed term without renewal ends by itself',
      term({ endsOn: day('2027-12-31'), notice: null }),
      '2026-01-01',
      [],
    ],
    [
      'a fixed term that can only be left at its end',
      term({ endsOn: day('2027-12-31'), notice: months(3, 'term_end') }),
      '2026-01-01',
      [],
    ],
    ['notice was given', term({ stoppedOn: day('2026-12-31') }), '2026-01-01', []],
  ])('%s', (_, contract, today, expected) => {
    expect(dates(contract, today)).toEqual(expected);
  });
});

describe('until when a contract binds', () => {
  it.each<[string, ContractTerm, string, string | null, string | null]>([
    ['open-ended', term(), '2026-10-01', '2027-12-31', null],
    ['a fixed term', term({ endsOn: day('2028-06-30'), notice: null }), '2026-10-01', '2028-06-30', '2028-06-30'],
    ['stopped', term({ stoppedOn: day('2026-12-31') }), '2026-10-01', '2026-12-31', '2026-12-31'],
    [
      'renewed once already',
      term({ endsOn: day('2025-12-31'), renewalMonths: 12, notice: months(3, 'term_end') }),
      '2026-10-01',
      '2027-12-31',
      null,
    ],
  ])('%s', (_, contract, today, bound, expected) => {
    expect(boundUntil(contract, day(today))).toBe(bound);
    expect(expectedEnd(contract)).toBe(expected);
  });

  it('names the end of the term that runs today', () => {
    const renewing = term({ endsOn: day('2025-06-30'), renewalMonths: 12, notice: months(3, 'term_end') });
    expect(termEndAt(renewing, day('2025-06-30'))).toBe('2025-06-30');
    expect(termEndAt(renewing, day('2025-07-01'))).toBe('2026-06-30');
    expect(termEndAt(renewing, day('2027-01-01'))).toBe('2027-06-30');
    expect(termEndAt(term(), day('2026-01-01'))).toBeNull();
    expect(termEndAt(term({ stoppedOn: day('2026-12-31') }), day('2026-01-01'))).toBe('2026-12-31');
    expect(termEndAt(term({ endsOn: day('2026-05-31'), notice: null }), day('2027-01-01'))).toBe('2026-05-31');
  });

  it.each([
    ['2026-07-01', '2026-09-29', 90, true],
    ['2026-06-30', '2026-09-29', 90, false],
    ['2026-10-05', '2026-09-29', 90, true],
  ])('on %s a notice by %s is reminded of %d days before: %s', (today, noticeBy, days, isDue) => {
    expect(isReminderDue(day(today), day(noticeBy), days)).toBe(isDue);
    expect(isReminderDue(day(today), null, days)).toBe(false);
  });
});
