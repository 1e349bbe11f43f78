import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import {
  beyondTwelfthsCents,
  decideProvisional,
  groundsFor,
  isNewTask,
  type ProvisionalClaim,
  type ProvisionalFacts,
  provisionalOfCarried,
  provisionalOfStep,
} from './provisional';

const YEAR = fiscalYear(2027);
const RULE = '§ 116 NKomVG';
const PLAN_2026 = { fiscalYear: fiscalYear(2026), amountCents: cents(20_000_000) };
const OPERATION: ProvisionalFacts = { sphere: 'operating', runOrChange: 'run', earlierPlan: PLAN_2026 };
const NEW_PROJECT: ProvisionalFacts = { sphere: 'operating', runOrChange: 'change', earlierPlan: null };
const INVESTMENT: ProvisionalFacts = { sphere: 'investing', runOrChange: 'change', earlierPlan: PLAN_2026 };
const NEW_INVESTMENT: ProvisionalFacts = { ...INVESTMENT, earlierPlan: null };

const duty = (basis = '§ 2 OZG'): ProvisionalClaim => ({ ground: 'legal_duty', basis });
const cannotWait = (basis = 'Wartung läuft aus'): ProvisionalClaim => ({ ground: 'unpostponable', basis });
const goesOn = (basis = ''): ProvisionalClaim => ({ ground: 'continued_investment', basis });

describe('T15 provisional budget management (R15, § 116 NKomVG)', () => {
  it.each<[string, ProvisionalClaim, ProvisionalFacts]>([
    ['T15 support contract with legal duty', duty('Wartungsvertrag nach § 2 OZG'), OPERATION],
    ['legal duty carries a new project, too', duty(), NEW_PROJECT],
    ['legal duty carries a new investment, too', duty(), NEW_INVESTMENT],
    ['operation that cannot wait', cannotWait(), OPERATION],
    ['operation on a line that is new in the books', cannotWait(), { ...OPERATION, earlierPlan: null }],
    ['a line that nobody has marked', cannotWait(), { ...OPERATION, runOrChange: null, earlierPlan: null }],
    ['a project that last year had money for', cannotWait(), { ...NEW_PROJECT, earlierPlan: PLAN_2026 }],
    ['T15 investment with an appropriation of 2026', goesOn(), INVESTMENT],
  ])('%s: allowed', (_, claim, facts) => {
    expect(decideProvisional(claim, facts, YEAR)).toEqual({ ok: true, value: claim });
  });

  it.each<[string, ProvisionalClaim | null, ProvisionalFacts, object]>([
    [
      'T15 a new project without a ground',
      null,
      NEW_PROJECT,
      { code: 'PROVISIONAL_BUDGET', params: { fiscalYear: 2027, rule: RULE } },
    ],
    [
      'T15 a new project is no continuing task',
      cannotWait(),
      NEW_PROJECT,
      { code: 'PROVISIONAL_NEW_TASK', params: { rule: RULE } },
    ],
    ['T15 a new investment', goesOn(), NEW_INVESTMENT, { code: 'PROVISIONAL_NEW_INVESTMENT', params: { rule: RULE } }],
    [
      'a new investment that "cannot wait"',
      cannotWait(),
      NEW_INVESTMENT,
      { code: 'PROVISIONAL_NEW_TASK', params: { rule: RULE } },
    ],
    ['operation as an investment', goesOn(), OPERATION, { code: 'PROVISIONAL_NOT_INVESTMENT', params: { rule: RULE } }],
    [
      'a duty without its norm',
      duty('  '),
      OPERATION,
      { code: 'PROVISIONAL_BASIS', params: { ground: 'legal_duty', rule: RULE } },
    ],
    [
      'not to be put off, without saying why',
      cannotWait(''),
      OPERATION,
      { code: 'PROVISIONAL_BASIS', params: { ground: 'unpostponable', rule: RULE } },
    ],
  ])('%s: refused with the paragraph', (_, claim, facts, refusal) => {
    expect(decideProvisional(claim, facts, YEAR)).toEqual({ ok: false, refusal });
  });

  it('keeps the words without the blanks around them', () => {
    expect(decideProvisional(duty('  § 2 OZG '), OPERATION, YEAR)).toEqual({ ok: true, value: duty('§ 2 OZG') });
  });

  it.each<[ProvisionalFacts, boolean]>([
    [OPERATION, false],
    [{ ...OPERATION, earlierPlan: null }, false],
    [NEW_PROJECT, true],
    [NEW_INVESTMENT, true],
    [{ ...NEW_INVESTMENT, runOrChange: 'run' }, true],
    [INVESTMENT, false],
  ])('a new task: %j is %s', (facts, isNew) => {
    expect(isNewTask(facts)).toBe(isNew);
  });
});

describe('which grounds a line can have', () => {
  it.each<[ProvisionalFacts, string[]]>([
    [OPERATION, ['legal_duty', 'unpostponable']],
    [NEW_PROJECT, ['legal_duty']],
    [INVESTMENT, ['legal_duty', 'unpostponable', 'continued_investment']],
    [NEW_INVESTMENT, ['legal_duty']],
  ])('%j: %j', (facts, grounds) => {
    expect(groundsFor(facts)).toEqual(grounds);
  });
});

describe('the mark of an order under § 116', () => {
  it.each<[number, ProvisionalClaim | null, ProvisionalClaim | null, ProvisionalClaim | null]>([
    [0, null, duty(), duty()],
    [500, null, duty(), duty()],
    [-1, null, duty(), null],
    [-1, cannotWait(), duty(), cannotWait()],
    [0, null, null, null],
  ])('effect %d, decided %j, order %j: %j', (effect, decided, ofOrder, marked) => {
    expect(provisionalOfStep(cents(effect), decided, ofOrder)).toEqual(marked);
  });
});

describe('an order from an earlier year (T15, T10c)', () => {
  it('is a legal duty while no plan is in force, and an ordinary order once one is', () => {
    const basis = 'Auftrag B-1 ist seit 2026 verbindlich erteilt';
    expect(provisionalOfCarried(false, basis)).toEqual({ ground: 'legal_duty', basis });
    expect(provisionalOfCarried(true, basis)).toBeNull();
  });
});

describe('the local warning beyond twelfths, which § 116 does not know', () => {
  const year = { fiscalYear: fiscalYear(2026), amountCents: cents(120_000) };
  it.each<[number, number, number, number | null]>([
    [0, 10_000, 1, null],
    [0, 10_001, 1, 1],
    [10_000, 10_000, 2, null],
    [10_000, 15_000, 2, 5_000],
    [0, 120_000, 12, null],
  ])('claimed %d, adding %d in month %d: beyond by %p', (claimedCents, addedCents, month, beyond) => {
    const claims = { claimedCents: cents(claimedCents), addedCents: cents(addedCents), month };
    expect(beyondTwelfthsCents(claims, year)).toBe(beyond);
  });

  it('an unknown earlier plan warns of nothing', () => {
    const claims = { claimedCents: cents(0), addedCents: cents(1), month: 1 };
    expect(beyondTwelfthsCents(claims, null)).toBeNull();
  });

  it('a year that does not divide by twelve is not rounded up', () => {
    const claims = { claimedCents: cents(0), addedCents: cents(9), month: 1 };
    expect(beyondTwelfthsCents(claims, { ...year, amountCents: cents(100) })).toBe(1);
  });
});
