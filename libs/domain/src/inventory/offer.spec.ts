import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import { decideOfferStep, type OfferMoney, type OfferState, summarizeOffers, uncoveredOf } from './offer';

const TODAY = plainDate('2026-10-05');
const MONEY: OfferMoney = { costCents: cents(500_000), recoveryCents: cents(400_000), vatAnswer: 'taxable' };

describe('the way of an offer', () => {
  it.each<[OfferState, OfferState, Partial<OfferMoney>, string | null]>([
    ['offered', 'accepted', { costCents: null, recoveryCents: null, vatAnswer: 'open' }, null],
    ['offered', 'declined', {}, null],
    ['offered', 'running', {}, 'OFFER_STEP'],
    ['accepted', 'running', {}, null],
    ['accepted', 'running', { costCents: null }, 'OFFER_MONEY_UNKNOWN'],
    ['accepted', 'running', { recoveryCents: null }, 'OFFER_MONEY_UNKNOWN'],
    ['accepted', 'running', { vatAnswer: 'open' }, 'OFFER_VAT_OPEN'],
    ['accepted', 'running', { vatAnswer: null }, 'OFFER_VAT_OPEN'],
    ['accepted', 'running', { recoveryCents: cents(0), vatAnswer: null }, null],
    ['running', 'done', { vatAnswer: 'open' }, null],
    ['running', 'declined', {}, 'OFFER_STEP'],
    ['done', 'running', {}, 'OFFER_STEP'],
    ['declined', 'accepted', {}, 'OFFER_STEP'],
  ])('from %s to %s with %j: %s', (state, to, change, code) => {
    const decided = decideOfferStep(state, { to, happenedOn: TODAY, today: TODAY }, { ...MONEY, ...change });
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });
});

it('a step is entered once it was taken', () => {
  const step = { to: 'accepted', happenedOn: plainDate('2026-10-06'), today: TODAY } as const;
  expect(decideOfferStep('offered', step, MONEY)).toMatchObject({ refusal: { code: 'OFFER_STEP_AHEAD' } });
});

describe('cost and recovery', () => {
  it('what is not covered stays with the city, and is unknown where one of both is', () => {
    expect(uncoveredOf(MONEY)).toBe(100_000);
    expect(uncoveredOf({ ...MONEY, recoveryCents: cents(600_000) })).toBe(-100_000);
    expect(uncoveredOf({ ...MONEY, costCents: null })).toBeNull();
  });

  it('the sums leave out what was declined and say what is not known', () => {
    expect(
      summarizeOffers([
        { ...MONEY, state: 'running' },
        { ...MONEY, state: 'offered', recoveryCents: cents(0), vatAnswer: null },
        { ...MONEY, state: 'accepted', recoveryCents: null, vatAnswer: 'open' },
        { ...MONEY, state: 'declined', vatAnswer: 'open' },
      ]),
    ).toEqual({
      count: 4,
      open: 1,
      active: 2,
      vatOpen: 1,
      costCents: 1_000_000,
      recoveryCents: 400_000,
      uncoveredCents: 600_000,
      unknown: 1,
    });
  });
});
