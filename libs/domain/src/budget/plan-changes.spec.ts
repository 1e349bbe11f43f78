import fc from 'fast-check';
import { MAX_AMOUNT_CENTS, cents, sumCents } from '../shared/cents';
import { fiscalYear, planYears } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import type { AccountDirection, Sphere } from './account-class';
import {
  type ChangeResultRefusal,
  decideChangeResult,
  decidePlanChange,
  isPlanAmount,
  type NewPlanChange,
  PLAN_CHANGE_RESULTS,
  type PlanChangeResult,
  planSteps,
  type ShiftAmount,
  shiftDifferences,
} from './plan-changes';
import { PLAN_VERSION_STATES, type PlanVersionState } from './plan-version';

const at = (
  lineId: string,
  year: number,
  amount: number,
  direction: AccountDirection = 'expense',
  sphere: Sphere = 'operating',
): ShiftAmount => ({ lineId, fiscalYear: fiscalYear(year), amountCents: cents(amount), direction, sphere });
const step = (result: PlanChangeResult, amount: number) => ({ result, amountCents: cents(amount) });
const PLAN = planYears(fiscalYear(2027), fiscalYear(2028));
const DRAFT = { state: 'draft', plan: PLAN } as const;
const INTRODUCED = { state: 'introduced', plan: PLAN } as const;
const change = (kind: NewPlanChange['kind'], amounts: readonly ShiftAmount[], more: object = {}): NewPlanChange => ({
  kind,
  code: 'FWE198',
  reason: 'Vertrag beginnt später',
  amounts,
  ...more,
});

describe('T22 council changes layered on the draft (R22)', () => {
  it('T22 3,500,000; administration -50,000 accepted; +100,000 rejected; +80,000 accepted: adopted 3,530,000', () => {
    expect(
      planSteps(cents(350_000_000), [
        step('accepted', -5_000_000),
        step('rejected', 10_000_000),
        step('accepted', 8_000_000),
      ]),
    ).toEqual({ runningCents: [345_000_000, 345_000_000, 353_000_000], adoptedCents: 353_000_000, openCents: 0 });
  });

  it('an open step changes nothing yet, and says what it would', () => {
    expect(planSteps(cents(100), [step('open', 30), step('open', -10), step('accepted', 5)])).toEqual({
      runningCents: [100, 100, 105],
      adoptedCents: 105,
      openCents: 20,
    });
  });

  it('without steps the base is adopted', () => {
    expect(planSteps(cents(7), [])).toEqual({ runningCents: [], adoptedCents: 7, openCents: 0 });
  });

  it('whatever the order, what is adopted is the base and every accepted step', () => {
    const some = fc.record({
      result: fc.constantFrom(...PLAN_CHANGE_RESULTS),
      amountCents: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents),
    });
    fc.assert(
      fc.property(fc.array(some), fc.integer({ min: 0, max: 1_000_000 }).map(cents), (steps, base) => {
        const accepted = sumCents(steps.filter(({ result }) => result === 'accepted').map((one) => one.amountCents));
        const { adoptedCents, runningCents } = planSteps(base, steps);
        expect(adoptedCents).toBe(base + accepted);
        expect(planSteps(base, [...steps].reverse()).adoptedCents).toBe(adoptedCents);
        expect(runningCents.at(-1) ?? base).toBe(adoptedCents);
      }),
    );
  });
});

describe('T21 neutral shifts while planning (R21)', () => {
  it('T21 -40,000 on A and +40,000 on B in 2027: neutral, and it counts at once', () => {
    const shift = change('neutral_shift', [at('a', 2027, -4_000_000), at('b', 2027, 4_000_000)]);
    expect(decidePlanChange(shift, DRAFT)).toEqual({ ok: true, value: 'accepted' });
  });

  it('T21 +40,000 in 2028 instead: refused, with what each year lacks', () => {
    const amounts = [at('a', 2027, -4_000_000), at('b', 2028, 4_000_000)];
    expect(decidePlanChange(change('neutral_shift', amounts), DRAFT)).toEqual({
      ok: false,
      refusal: {
        code: 'SHIFT_UNBALANCED',
        params: { fiscalYear: 2027, direction: 'expense', sphere: 'operating', differenceCents: -4_000_000 },
      },
    });
    expect(shiftDifferences(amounts).map(({ fiscalYear: year, differenceCents }) => [year, differenceCents])).toEqual([
      [2027, -4_000_000],
      [2028, 4_000_000],
    ]);
  });

  it.each<[string, ShiftAmount[]]>([
    ['from expense to payments', [at('a', 2027, -5), at('b', 2027, 5, 'payment', 'investing')]],
    ['from revenue to expense', [at('a', 2027, -5), at('b', 2027, 5, 'revenue')]],
    ['from operation to investment', [at('a', 2027, -5, 'payment'), at('b', 2027, 5, 'payment', 'investing')]],
    ['one cent short', [at('a', 2027, -5), at('b', 2027, 4)]],
  ])('not neutral: %s', (_, amounts) => {
    expect(decidePlanChange(change('neutral_shift', amounts), DRAFT)).toMatchObject({
      ok: false,
      refusal: { code: 'SHIFT_UNBALANCED' },
    });
  });

  it('several lines and both years in one shift', () => {
    const amounts = [at('a', 2027, -9), at('b', 2027, 4), at('c', 2027, 5), at('a', 2028, 1), at('b', 2028, -1)];
    expect(shiftDifferences(amounts)).toEqual([]);
  });
});

describe('bringing in a change', () => {
  const money = [at('a', 2027, 100)];
  it.each<[NewPlanChange, { state: PlanVersionState; plan: typeof PLAN }, object]>([
    [change('motion', money), DRAFT, { code: 'CHANGE_NOT_YET', params: { kind: 'motion' } }],
    [change('administration', money), DRAFT, { code: 'CHANGE_NOT_YET', params: { kind: 'administration' } }],
    [change('administration', []), INTRODUCED, { code: 'CHANGE_AMOUNTS', params: { kind: 'administration' } }],
    [change('neutral_shift', []), DRAFT, { code: 'CHANGE_AMOUNTS', params: { kind: 'neutral_shift' } }],
    [change('budget_note', money), INTRODUCED, { code: 'CHANGE_AMOUNTS', params: { kind: 'budget_note' } }],
    [change('motion', [at('a', 2027, 0)]), INTRODUCED, { code: 'CHANGE_AMOUNTS', params: { kind: 'motion' } }],
    [change('motion', money, { code: ' ' }), INTRODUCED, { code: 'CHANGE_CODE', params: {} }],
    [change('neutral_shift', money, { reason: ' ' }), DRAFT, { code: 'CHANGE_REASON', params: {} }],
    [change('motion', [...money, ...money]), INTRODUCED, { code: 'CHANGE_CELL_TWICE', params: {} }],
    [change('motion', [at('a', 2032, 1)]), INTRODUCED, { code: 'CHANGE_YEAR_OUTSIDE', params: { fiscalYear: 2032 } }],
  ])('%#: refused', (brought, version, refusal) => {
    expect(decidePlanChange(brought, version)).toEqual({ ok: false, refusal });
  });

  it.each<[NewPlanChange]>([
    [change('motion', money)],
    [change('motion', [])],
    [change('administration', money, { code: '' })],
    [change('budget_note', [], { code: '' })],
    [change('neutral_shift', [at('a', 2027, 1), at('b', 2027, -1)])],
    [change('motion', [at('a', 2031, 1)], { reason: '' })],
  ])('%#: after the introduction it waits for its decision', (brought) => {
    expect(decidePlanChange(brought, INTRODUCED)).toEqual({ ok: true, value: 'open' });
  });

  it('an adopted version takes no change any more', () => {
    for (const state of PLAN_VERSION_STATES.filter((one) => one !== 'draft' && one !== 'introduced')) {
      expect(decidePlanChange(change('motion', money), { state, plan: PLAN })).toEqual({
        ok: false,
        refusal: { code: 'CHANGE_FINAL', params: {} },
      });
    }
  });

  it('a cell holds the largest amount and not a cent more', () => {
    expect([MAX_AMOUNT_CENTS, -MAX_AMOUNT_CENTS].map(isPlanAmount)).toEqual([true, true]);
    expect([MAX_AMOUNT_CENTS + 1, -MAX_AMOUNT_CENTS - 1, 0.5].map(isPlanAmount)).toEqual([false, false, false]);
  });
});

describe('recording what was decided', () => {
  const today = plainDate('2026-11-12');
  const decision = { result: 'accepted', committee: 'Finanzausschuss', decidedOn: today } as const;
  const version = { state: 'introduced', today } as const;

  it.each<[PlanChangeResult, 'accepted' | 'rejected', 1 | 0 | -1]>([
    ['open', 'accepted', 1],
    ['open', 'rejected', 0],
    ['rejected', 'accepted', 1],
    ['accepted', 'rejected', -1],
  ])('%s, then %s: the amounts count %d times', (before, result, effect) => {
    expect(decideChangeResult(before, { ...decision, result }, version)).toEqual({ ok: true, value: { effect } });
  });

  it.each<[PlanChangeResult, object, object, ChangeResultRefusal['code']]>([
    ['accepted', {}, {}, 'CHANGE_SAME_RESULT'],
    ['open', { committee: ' ' }, {}, 'CHANGE_DECISION_NEEDED'],
    ['open', { decidedOn: plainDate('2026-11-13') }, {}, 'CHANGE_DECISION_NEEDED'],
    ['open', {}, { state: 'adopted' }, 'CHANGE_FINAL'],
  ])('%s with %j in %j: %s', (before, wrong, place, code) => {
    const outcome = decideChangeResult(before, { ...decision, ...wrong }, { ...version, ...place });
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });

  it('may still be recorded while a version has been taken back', () => {
    expect(decideChangeResult('open', decision, { ...version, state: 'draft' }).ok).toBe(true);
  });
});
