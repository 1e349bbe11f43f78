import { balanceOf } from '../budget/availability';
import type { MovementKind } from '../budget/movement';
import { cents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { plainDate } from '../shared/plain-date';
import {
  type CarryOverKind,
  type CarryOverRequest,
  type Rest,
  type YearEndLine,
  availableAfterCarryOver,
  carryOverLimits,
  decideCarryOver,
  hasLapsed,
  lapsingCents,
  lastDayOfRest,
  necessaryCents,
  unusedRests,
  usualKind,
} from './carry-over';

const Y2026 = fiscalYear(2026);
const euro = (amount: number) => cents(amount * 100);
const balance = (amounts: Partial<Record<MovementKind, number>>) =>
  balanceOf((Object.keys(amounts) as MovementKind[]).map((kind) => ({ kind, amountCents: euro(amounts[kind] ?? 0) })));

/** T10a: 500,000 adjusted, 380,000 spent, 70,000 open. */
const T10A: YearEndLine = {
  fiscalYear: Y2026,
  isInvesting: false,
  isReserve: false,
  mayCarryOver: true,
  balance: balance({ appropriation: 500_000, actual: 380_000, commitment: 70_000 }),
  rests: [],
  begunOn: null,
};
const rest = (originYear: number, amount: number, lastDay: string | null, kind: CarryOverKind = 'current'): Rest => ({
  originYear: fiscalYear(originYear),
  kind,
  amountCents: euro(amount),
  lastDay: lastDay === null ? null : plainDate(lastDay),
});
const ask = (amount: number, changes: Partial<CarryOverRequest> = {}): CarryOverRequest => ({
  amountCents: euro(amount),
  kind: 'current',
  reason: 'Auftrag läuft bis März.',
  ...changes,
});

describe('what a rest does in the next year', () => {
  it.each([
    ['a rest of 90,000 with 70,000 of orders raises what the pool has', 100_000, 90_000, 70_000, 120_000],
    ['a rest without orders raises it by all of it', 100_000, 30_000, 0, 130_000],
    ['orders alone take from it', 100_000, 0, 70_000, 30_000],
    ['into a year without a plan the rest bears the orders', 0, 70_000, 70_000, 0],
    ['too small a rest leaves the pool below zero', 0, 50_000, 70_000, -20_000],
    ['a commitment below zero gives nothing', 100_000, 10_000, -5_000, 110_000],
  ])('T10c %s', (_, available, rest, orders, after) => {
    expect(availableAfterCarryOver(euro(available), euro(rest), euro(orders))).toBe(euro(after));
  });
});

describe('how much may be carried over', () => {
  it('T10a the maximum is adjusted appropriation less lock and actual: 120,000', () => {
    expect(carryOverLimits(T10A).maximumCents).toBe(euro(120_000));
    const locked = { ...T10A, balance: balance({ appropriation: 500_000, actual: 380_000, lock: 50_000 }) };
    expect(carryOverLimits(locked).maximumCents).toBe(euro(70_000));
  });

  it('what is reserved stays in its year until it is ordered or released, on the line and in its pool', () => {
    const reserved = balance({ appropriation: 500_000, actual: 380_000, commitment: 70_000, reservation: 20_000 });
    expect(carryOverLimits({ ...T10A, balance: reserved }).maximumCents).toBe(euro(100_000));
    expect(carryOverLimits({ ...T10A, poolBalance: reserved }).maximumCents).toBe(euro(100_000));
    const all = balance({ appropriation: 10_000, reservation: 20_000 });
    expect(carryOverLimits({ ...T10A, balance: all }).maximumCents).toBe(0);
  });

  it('T6 what another line of the pool has ordered stays covered, unless its orders go along in the same decision', () => {
    const a = balance({ appropriation: 100_000 });
    const pool = balance({ appropriation: 100_000, commitment: 90_000 });
    const line = { ...T10A, balance: a, poolBalance: pool };
    expect(carryOverLimits(line).maximumCents).toBe(euro(10_000));
    expect(carryOverLimits({ ...line, leavingCommitmentCents: euro(90_000) }).maximumCents).toBe(euro(100_000));
    const own = { ...line, balance: balance({ appropriation: 100_000, commitment: 90_000 }) };
    expect(carryOverLimits(own).maximumCents).toBe(euro(100_000));
  });

  it('T10a 90,000 with a reason goes along, 30,000 lapses', () => {
    const decision = decideCarryOver(T10A, ask(90_000));
    expect(decision).toMatchObject({
      ok: true,
      value: {
        parts: [{ originYear: 2026, kind: 'current', amountCents: euro(90_000), lastDay: '2027-12-31' }],
        lapsingCents: euro(30_000),
      },
    });
  });

  it.each([
    ['T10a 130,000 is more than there is', T10A, ask(130_000), 'CARRY_OVER_ABOVE'],
    ['one cent above the maximum', T10A, { ...ask(0), amountCents: cents(12_000_001) }, 'CARRY_OVER_ABOVE'],
    ['without a reason', T10A, ask(90_000, { reason: ' ' }), 'CARRY_OVER_REASON'],
    ['T9 the contingency is never carried over', { ...T10A, isReserve: true }, ask(1), 'CARRY_OVER_RESERVE'],
    ['what a budget note excludes is not', { ...T10A, mayCarryOver: false }, ask(1), 'CARRY_OVER_EXCLUDED'],
    ['current expenditure as an investment', T10A, ask(1, { kind: 'investment' }), 'CARRY_OVER_KIND'],
    ['an investment as current', { ...T10A, isInvesting: true }, ask(1), 'CARRY_OVER_KIND'],
    ['more as extra authority than was granted', T10A, ask(1, { kind: 'extra' }), 'CARRY_OVER_KIND'],
    ['more as earmarked than was received', T10A, ask(1, { kind: 'earmarked' }), 'CARRY_OVER_KIND'],
    [
      'nothing, and no order to take along',
      { ...T10A, balance: balance({ appropriation: 1 }) },
      ask(0),
      'CARRY_OVER_EMPTY',
    ],
  ] as const)('%s: refused', (_, line, request, code) => {
    const decision = decideCarryOver(line, request);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  it('T9 the maximum of the contingency is nothing', () => {
    expect(carryOverLimits({ ...T10A, isReserve: true }).maximumCents).toBe(0);
    expect(carryOverLimits({ ...T10A, mayCarryOver: false }).maximumCents).toBe(0);
  });

  it('in a pool the others may have used the money: the pool bounds it', () => {
    const line = { ...T10A, poolBalance: balance({ appropriation: 900_000, actual: 860_000 }) };
    expect(carryOverLimits(line).maximumCents).toBe(euro(40_000));
  });

  it('an overdrawn line takes nothing along', () => {
    expect(carryOverLimits({ ...T10A, balance: balance({ appropriation: 1, actual: 2 }) }).maximumCents).toBe(0);
  });

  it('as much as was granted above plan may go along as such', () => {
    const line = { ...T10A, balance: balance({ appropriation: 500_000, over_plan: 20_000, earmark: 5_000 }) };
    expect(decideCarryOver(line, ask(20_000, { kind: 'extra' }))).toMatchObject({ ok: true });
    expect(decideCarryOver(line, ask(5_000, { kind: 'earmarked' }))).toMatchObject({
      value: { parts: [{ lastDay: null }] },
    });
  });
});

describe('T10c open orders go along', () => {
  it('70,000 open against a rest of 90,000: all of it is borne', () => {
    expect(decideCarryOver(T10A, ask(90_000))).toMatchObject({
      value: { movedCommitmentCents: euro(70_000), uncoveredCents: 0 },
    });
  });

  it('against a rest of 50,000: 20,000 falls on the new year, as a warning', () => {
    expect(decideCarryOver(T10A, ask(50_000))).toMatchObject({
      value: { movedCommitmentCents: euro(70_000), uncoveredCents: euro(20_000) },
    });
  });

  it('with no rest at all the orders still go along', () => {
    expect(decideCarryOver(T10A, ask(0))).toMatchObject({
      value: { parts: [{ amountCents: 0 }], uncoveredCents: euro(70_000), lapsingCents: euro(120_000) },
    });
  });

  it('the necessary amount is what is open, within the maximum', () => {
    expect(necessaryCents(T10A)).toBe(euro(70_000));
    const tight = { ...T10A, balance: balance({ appropriation: 400_000, actual: 380_000, commitment: 70_000 }) };
    expect(necessaryCents(tight)).toBe(euro(20_000));
    expect(necessaryCents({ ...T10A, balance: balance({ appropriation: 5 }) })).toBe(0);
  });
});

describe('how long a rest lives', () => {
  it.each([
    ['current expenditure: one year after the end', 'current', null, '2027-12-31'],
    ['extra authority: until the end of the following year', 'extra', null, '2027-12-31'],
    ['T10b an investment not begun: until the end of the second following year', 'investment', null, '2028-12-31'],
    ['T10b begun on 30.12.2028: until the last payment', 'investment', '2028-12-30', null],
    ['begun on the very last day', 'investment', '2028-12-31', null],
    ['begun a day too late', 'investment', '2029-01-01', '2028-12-31'],
    ['earmarked: until the last payment', 'earmarked', null, null],
  ] as const)('%s', (_, kind, begunOn, lastDay) => {
    expect(lastDayOfRest(kind, Y2026, begunOn === null ? null : plainDate(begunOn))).toBe(lastDay);
  });

  it('T10a on 31.12.2027 the rest of 2026 may be used, on 01.01.2028 it is gone', () => {
    const lastDay = lastDayOfRest('current', Y2026, null);
    expect(hasLapsed(lastDay, plainDate('2027-12-31'))).toBe(false);
    expect(hasLapsed(lastDay, plainDate('2028-01-01'))).toBe(true);
    expect(hasLapsed(null, plainDate('2099-01-01'))).toBe(false);
  });
});

it('a rest that lapses takes back no more than the line and its pool have left', () => {
  const line = { ...T10A, balance: balance({ carry_over: 90_000, actual: 60_000 }) };
  expect(lapsingCents(line, euro(30_000))).toBe(euro(30_000));
  expect(
    lapsingCents({ ...line, poolBalance: balance({ appropriation: 100_000, actual: 80_000 }) }, euro(30_000)),
  ).toBe(euro(20_000));
});

describe('T10a older rests are used first', () => {
  it('what was spent takes the oldest rest before the next one', () => {
    const rests = [rest(2025, 30, null), rest(2024, 50, null)];
    expect(unusedRests(rests, euro(60)).map((left) => [left.originYear, left.amountCents])).toEqual([
      [2024, 0],
      [2025, euro(20)],
    ]);
    expect(unusedRests(rests, euro(-5)).map((left) => left.amountCents)).toEqual([euro(50), euro(30)]);
  });

  it('a rest of 2025 that ends with 2026 is not carried on: it lapses', () => {
    const line = {
      ...T10A,
      balance: balance({ appropriation: 400_000, carry_over: 100_000, actual: 60_000 }),
      rests: [rest(2025, 100_000, '2026-12-31')],
    };
    expect(carryOverLimits(line)).toMatchObject({
      maximumCents: euro(400_000),
      expiringCents: euro(40_000),
      livingRests: [],
    });
    expect(decideCarryOver(line, ask(400_000))).toMatchObject({ value: { lapsingCents: euro(40_000) } });
  });

  it('an investment rest goes on with the life of its own year, the rest of the amount with this year’s', () => {
    const line = {
      ...T10A,
      isInvesting: true,
      balance: balance({ appropriation: 100_000, carry_over: 80_000 }),
      rests: [rest(2025, 80_000, '2027-12-31', 'investment')],
    };
    expect(decideCarryOver(line, ask(120_000, { kind: 'investment' }))).toMatchObject({
      value: {
        parts: [
          { originYear: 2025, amountCents: euro(80_000), lastDay: '2027-12-31' },
          { originYear: 2026, amountCents: euro(40_000), lastDay: '2028-12-31' },
        ],
      },
    });
    expect(decideCarryOver(line, ask(60_000, { kind: 'investment' }))).toMatchObject({
      value: { parts: [{ originYear: 2025, amountCents: euro(60_000) }] },
    });
  });
});

it('a line is carried over as what it is', () => {
  expect([usualKind({ isInvesting: true }), usualKind({ isInvesting: false })]).toEqual(['investment', 'current']);
});
