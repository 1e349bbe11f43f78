import {
  BOOKS_STEPS,
  type BooksFacts,
  type BooksState,
  type BooksStep,
  booksStepsFrom,
  takeBooksStep,
} from './fiscal-year-books';

const FACTS: BooksFacts = {
  requestedBy: 'anna',
  approvedBy: 'bernd',
  reason: 'Nachbuchung Rechnung 4711',
  isReconciled: true,
};

describe('books of a fiscal year', () => {
  it.each<[BooksState, BooksStep, BooksState]>([
    ['planned', 'open', 'open'],
    ['open', 'close', 'closed'],
    ['closed', 'reopen', 'open'],
  ])('%s, %s: %s', (state, step, next) => {
    expect(takeBooksStep(state, step, FACTS)).toEqual({ ok: true, value: next });
  });

  it.each<[BooksState, BooksStep, BooksStep[]]>([
    ['planned', 'close', ['open']],
    ['planned', 'reopen', ['open']],
    ['open', 'open', ['close']],
    ['open', 'reopen', ['close']],
    ['closed', 'open', ['reopen']],
    ['closed', 'close', ['reopen']],
  ])('%s does not allow %s', (state, step, allowed) => {
    expect(takeBooksStep(state, step, FACTS)).toEqual({
      ok: false,
      refusal: { code: 'STEP_NOT_ALLOWED', params: { step, state, allowed } },
    });
    expect(booksStepsFrom(state)).toEqual(allowed);
  });

  it.each<[string, BooksState, BooksStep, Partial<BooksFacts>, string[]]>([
    ['closing without a second person', 'open', 'close', { approvedBy: null }, ['second_person']],
    ['closing confirmed by oneself', 'open', 'close', { approvedBy: 'anna' }, ['second_person']],
    ['closing with a difference', 'open', 'close', { isReconciled: false }, ['reconciled']],
    [
      'closing with neither',
      'open',
      'close',
      { isReconciled: false, approvedBy: null },
      ['reconciled', 'second_person'],
    ],
    ['reopening without a reason', 'closed', 'reopen', { reason: null }, ['reason']],
    ['reopening with a blank reason', 'closed', 'reopen', { reason: '  ' }, ['reason']],
    ['reopening alone', 'closed', 'reopen', { approvedBy: 'anna' }, ['second_person']],
  ])('%s is refused', (_, state, step, change, missing) => {
    expect(takeBooksStep(state, step, { ...FACTS, ...change })).toEqual({
      ok: false,
      refusal: { code: 'REQUIREMENT_MISSING', params: { missing } },
    });
  });

  it('closing needs no reason, reopening no reconciliation, opening nothing', () => {
    expect(takeBooksStep('open', 'close', { ...FACTS, reason: null }).ok).toBe(true);
    expect(takeBooksStep('closed', 'reopen', { ...FACTS, isReconciled: false }).ok).toBe(true);
    expect(
      takeBooksStep('planned', 'open', { requestedBy: 'anna', approvedBy: null, reason: null, isReconciled: false }).ok,
    ).toBe(true);
    expect(Object.keys(BOOKS_STEPS)).toEqual(['open', 'close', 'reopen']);
  });
});
