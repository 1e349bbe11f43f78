import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import {
  type YearEndFacts,
  YEAR_END_STEPS,
  daysToLapse,
  decemberFever,
  feverWindowStart,
  yearEndProgress,
} from './year-end';

const Y2026 = fiscalYear(2026);
const euro = (amount: number) => cents(amount * 100);
const pace = (before: number, inWindow: number) => ({ beforeCents: euro(before), inWindowCents: euro(inWindow) });
const END = plainDate('2026-12-31');

describe('December fever: the last six weeks against the pace of the year', () => {
  it('the six weeks begin on 20 November', () => {
    expect(feverWindowStart(Y2026)).toBe('2026-11-20');
  });

  it('32,300 in the 323 days before lets expect 4,200 in 42 days; 9,200.01 and more is flagged', () => {
    expect(decemberFever(Y2026, END, pace(32_300, 9_200))).toEqual({
      expectedCents: euro(4_200),
      inWindowCents: euro(9_200),
      thresholdCents: euro(9_200),
      isFever: false,
    });
    expect(decemberFever(Y2026, END, { ...pace(32_300, 0), inWindowCents: cents(920_001) }).isFever).toBe(true);
  });

  it('a large line is measured by twice its pace', () => {
    expect(decemberFever(Y2026, END, pace(323_000, 90_000))).toMatchObject({
      thresholdCents: euro(84_000),
      isFever: true,
    });
  });

  it.each([
    ['a line without any booking before is flagged from 5,000.01 on', '2026-12-31', 0, 5_001, true],
    ['more credits than bookings before count as none', '2026-12-31', -100, 5_001, true],
    ['on the first day of the window one day counts', '2026-11-20', 32_300, 5_101, true],
    ['before the window nothing is flagged', '2026-11-19', 0, 99_999, false],
    ['after the year the whole window counts', '2027-03-01', 32_300, 9_200, false],
  ] as const)('%s', (_, today, before, inWindow, isFever) => {
    expect(decemberFever(Y2026, plainDate(today), pace(before, inWindow)).isFever).toBe(isFever);
  });
});

it('the clock of a rest counts whole days and stops for what lives until the last payment', () => {
  expect(daysToLapse(plainDate('2027-02-28'), plainDate('2026-11-30'))).toBe(90);
  expect(daysToLapse(null, plainDate('2026-11-30'))).toBeNull();
});

describe('the way through the end of a year', () => {
  const DONE: YearEndFacts = {
    booksState: 'open',
    nextBooksState: 'open',
    isClosingRequested: false,
    reservations: 0,
    linesWithOpenOrders: 0,
    clearingItems: 0,
    proposals: 0,
    overdrawnPools: 0,
    differenceCents: cents(0),
  };
  const stateOf = (facts: Partial<YearEndFacts>) =>
    Object.fromEntries(yearEndProgress({ ...DONE, ...facts }).map(({ step, state }) => [step, state]));

  it('with everything settled only the closing is left', () => {
    expect(stateOf({})).toEqual({
      open_orders: 'done',
      clearing: 'done',
      open_next_year: 'done',
      carry_over: 'done',
      cover_statement: 'done',
      reconciliation: 'done',
      close_books: 'open',
    });
  });

  it.each([
    ['reservations', { reservations: 2 }, 'open_orders'],
    ['open orders nobody takes along', { linesWithOpenOrders: 3 }, 'open_orders'],
    ['bookings without a line', { clearingItems: 1 }, 'clearing'],
    ['undecided proposals', { proposals: 4 }, 'carry_over'],
    ['a pool that is overdrawn', { overdrawnPools: 1 }, 'cover_statement'],
    ['a difference in the ledger', { differenceCents: cents(1) }, 'reconciliation'],
    ['a ledger that was never reconciled', { differenceCents: null }, 'reconciliation'],
    ['the next year is not open', { nextBooksState: 'planned' }, 'open_next_year'],
    ['the next year does not exist', { nextBooksState: null }, 'open_next_year'],
  ] as const)('%s: its step is open, and the books do not close yet', (_, facts, step) => {
    expect(stateOf(facts)).toMatchObject({ [step]: 'open', close_books: 'blocked' });
  });

  it('counts what is left of a step', () => {
    const open = yearEndProgress({ ...DONE, reservations: 2, linesWithOpenOrders: 3 });
    expect(open.find(({ step }) => step === 'open_orders')?.count).toBe(5);
  });

  it('a closing that was asked for waits for the second person; closed books are the end', () => {
    expect(stateOf({ isClosingRequested: true })['close_books']).toBe('waiting');
    const closed = yearEndProgress({ ...DONE, booksState: 'closed', clearingItems: 9 });
    expect(closed.map(({ step }) => step)).toEqual(YEAR_END_STEPS);
    expect(closed.every(({ state }) => state === 'done')).toBe(true);
  });
});
