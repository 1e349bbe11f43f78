import { cents } from '../shared/cents';
import { plainDate } from '../shared/plain-date';
import {
  type CapabilityStand,
  checkTraining,
  decideCapability,
  neededTrained,
  type Training,
  trainingState,
} from './capability';
import { completionOf } from './completion';
import { checkSurvey } from './survey';

const TODAY = plainDate('2026-10-05');
const day = plainDate;

describe('a unit goes live', () => {
  const trained = (count: number | null, persons: number | null = 24, quotaBasisPoints = 8_000): Training => ({
    persons,
    trained: count,
    quotaBasisPoints,
  });
  const LIVE: CapabilityStand = {
    state: 'live',
    plannedOn: null,
    pilotOn: day('2026-05-01'),
    liveOn: day('2026-10-01'),
  };
  const decide = (
    stand: CapabilityStand,
    training: Training,
    before: CapabilityStand['state'] | null = 'pilot',
    note = '',
  ) => decideCapability(stand, { before, training, today: TODAY, note });

  it('roll-out rule: below its training quota it does not, and hears how many are missing', () => {
    expect(decide(LIVE, trained(12))).toEqual({
      ok: false,
      refusal: {
        code: 'TRAINING_BELOW_QUOTA',
        params: { trained: 12, persons: 24, needed: 20, missing: 8, quotaPercent: '80' },
      },
    });
    expect(decide(LIVE, trained(19)).ok).toBe(false);
    expect(decide(LIVE, trained(20)).ok).toBe(true);
  });

  it('roll-out rule: unknown training is not enough training (R26), and a quota of 0 asks for none', () => {
    expect(decide(LIVE, trained(null))).toMatchObject({ refusal: { code: 'TRAINING_UNKNOWN' } });
    expect(decide(LIVE, trained(null, null, 0)).ok).toBe(true);
    expect(decide(LIVE, trained(1, 24, 8_250))).toMatchObject({ refusal: { params: { quotaPercent: '82,5' } } });
  });

  it('roll-out rule: who is live already stays live when people come and go', () => {
    expect(decide(LIVE, trained(12), 'live').ok).toBe(true);
  });

  it.each<[string, Partial<CapabilityStand>, string]>([
    ['live without a day', { liveOn: null }, 'CAPABILITY_DAY_MISSING'],
    ['a pilot without a day', { state: 'pilot', pilotOn: null, liveOn: null }, 'CAPABILITY_DAY_MISSING'],
    ['live in the future', { liveOn: day('2026-10-06') }, 'CAPABILITY_DAY_FUTURE'],
    ['live before the pilot', { liveOn: day('2026-04-30') }, 'CAPABILITY_DAYS_ORDER'],
    ['planned with a day of going live', { state: 'planned', pilotOn: null }, 'CAPABILITY_DAY_TOO_MUCH'],
    ['a pilot with a day of going live', { state: 'pilot' }, 'CAPABILITY_DAY_TOO_MUCH'],
    ['planned with a day of the pilot', { state: 'planned', liveOn: null }, 'CAPABILITY_DAY_TOO_MUCH'],
  ])('%s is refused', (_, change, code) => {
    expect(decide({ ...LIVE, ...change }, trained(24), null)).toMatchObject({ refusal: { code } });
  });

  it('a step back says why', () => {
    const pilot: CapabilityStand = { ...LIVE, state: 'pilot', liveOn: null };
    expect(decide(pilot, trained(24), 'live')).toMatchObject({ refusal: { code: 'CAPABILITY_STEP_BACK' } });
    expect(decide(pilot, trained(24), 'live', 'Schnittstelle gestört').ok).toBe(true);
    expect(decide(pilot, trained(0), 'planned').ok).toBe(true);
    expect(decide(pilot, trained(0), null).ok).toBe(true);
  });

  it.each<[number | null, number | null, string]>([
    [null, null, 'unknown'],
    [24, null, 'unknown'],
    [24, 0, 'planned'],
    [24, 19, 'pilot'],
    [24, 20, 'live'],
  ])('training of %s persons with %s trained is %s', (persons, count, state) => {
    expect(trainingState(trained(count, persons))).toBe(state);
  });

  it('numbers of training that cannot be', () => {
    expect(checkTraining(trained(25))).toMatchObject({ refusal: { code: 'TRAINED_ABOVE_PERSONS' } });
    expect(checkTraining(trained(1, null))).toMatchObject({ refusal: { code: 'TRAINED_WITHOUT_PERSONS' } });
    expect(checkTraining(trained(1, 24, 10_001))).toMatchObject({ refusal: { code: 'QUOTA_RANGE' } });
    expect(checkTraining(trained(1, 24, -1))).toMatchObject({ refusal: { code: 'QUOTA_RANGE' } });
    expect([checkTraining(trained(24)).ok, checkTraining(trained(null, null)).ok]).toEqual([true, true]);
    expect(neededTrained(7, 8_000)).toBe(6);
  });
});

describe('money to complete', () => {
  const money = {
    spentCents: cents(21_000_000),
    spentThisYearCents: cents(15_000_000),
    boundCents: cents(2_000_000),
    availableCents: cents(3_000_000),
  };

  it('T28 at least 70 % for 210,000: the rest costs at most 90,000, at most 40,000 are missing', () => {
    expect(completionOf({ numerator: 7_000, denominator: 10_000, bound: 'lower' }, money, TODAY)).toEqual({
      spentCents: 21_000_000,
      toCompleteCents: { value: 9_000_000, bound: 'upper' },
      leftCents: 5_000_000,
      missingCents: { value: 4_000_000, bound: 'upper' },
      // 278 days took 150,000, so 50,000 last 92 days.
      lastsUntil: '2027-01-05',
    });
  });

  it('enough money is nothing missing', () => {
    const rich = { ...money, availableCents: cents(90_000_000) };
    expect(completionOf({ numerator: 1, denominator: 2, bound: 'exact' }, rich, TODAY).missingCents).toEqual({
      value: 0,
      bound: 'exact',
    });
  });

  it('nothing reached, nothing spent or nothing known has no price', () => {
    const none = { ...money, spentCents: cents(0), spentThisYearCents: cents(0) };
    const half = { numerator: 1, denominator: 2, bound: 'exact' } as const;
    expect(completionOf(null, money, TODAY)).toMatchObject({ toCompleteCents: null, missingCents: null });
    expect(completionOf({ ...half, numerator: 0 }, money, TODAY).toCompleteCents).toBeNull();
    expect(completionOf(half, none, TODAY)).toMatchObject({ toCompleteCents: null, lastsUntil: null });
  });

  it('an overdrawn line leaves nothing, and a trickle lasts for ever', () => {
    const half = { numerator: 1, denominator: 2, bound: 'exact' } as const;
    expect(completionOf(half, { ...money, availableCents: cents(-1), boundCents: cents(-1) }, TODAY)).toMatchObject({
      leftCents: 0,
      lastsUntil: '2026-10-05',
    });
    expect(completionOf(half, { ...money, spentThisYearCents: cents(1) }, TODAY).lastsUntil).toBeNull();
  });
});

describe('a survey of staff', () => {
  it('120 asked, 50 answered: response, mean and content', () => {
    expect(checkSurvey({ invited: 120, answers: [2, 5, 11, 20, 12] })).toEqual({
      ok: true,
      value: { answered: 50, responseBasisPoints: 4_167, meanHundredths: 370, contentBasisPoints: 6_400 },
    });
  });

  it.each<[string, number, number[], string]>([
    ['four levels', 10, [5, 0, 0, 0], 'SURVEY_ANSWERS'],
    ['a negative count', 10, [-1, 5, 5, 0, 0], 'SURVEY_ANSWERS'],
    ['half an answer', 10, [0.5, 5, 5, 0, 0], 'SURVEY_ANSWERS'],
    ['more answers than people', 5, [1, 1, 1, 1, 2], 'SURVEY_ABOVE_INVITED'],
    ['four answers, which would tell who said what', 40, [1, 1, 1, 1, 0], 'SURVEY_TOO_FEW'],
  ])('%s is refused', (_, invited, answers, code) => {
    expect(checkSurvey({ invited, answers })).toMatchObject({ ok: false, refusal: { code } });
  });

  it('five answers are enough', () => {
    expect(checkSurvey({ invited: 5, answers: [0, 0, 0, 0, 5] })).toMatchObject({ value: { meanHundredths: 500 } });
  });
});
