import fc from 'fast-check';
import { cents, sumCents } from '../shared/cents';
import { fiscalYear } from '../shared/fiscal-year';
import { burdenOf } from './motion';
import { type Draft, type StackedMotion, stackMotions } from './motion-stack';

type Amount = StackedMotion['amounts'][number];

const Y = fiscalYear(2027);
const LATER = fiscalYear(2028);
const at = (lineId: string, amount: number, more: Partial<Amount> = {}): Amount => ({
  lineId,
  fiscalYear: Y,
  amountCents: cents(amount),
  direction: 'expense',
  sphere: 'operating',
  frame: 'CORE',
  isCover: false,
  ...more,
});
const motion = (id: string, amounts: readonly Amount[], more: Partial<StackedMotion> = {}): StackedMotion => ({
  id,
  amounts,
  excludes: [],
  unitId: null,
  fteHundredths: 0,
  ...more,
});
const sum = (amount: number, more: Partial<Draft['sums'][number]> = {}): Draft['sums'][number] => ({
  fiscalYear: Y,
  frame: 'CORE',
  direction: 'expense',
  sphere: 'operating',
  amountCents: cents(amount),
  ...more,
});
const INVEST = { direction: 'payment', sphere: 'investing' } as const;
const REVENUE = { direction: 'revenue', frame: null } as const;

const cell = (lineId: string, planned: number, bound = 0, year = Y): Draft['cells'][number] => ({
  lineId,
  fiscalYear: year,
  direction: 'expense',
  plannedCents: cents(planned),
  boundCents: cents(bound),
});
const DRAFT: Draft = {
  years: [Y, LATER],
  firstYear: Y,
  lastYear: Y,
  sums: [sum(350_000), sum(50_000, INVEST), sum(20_000, REVENUE), sum(340_000, { fiscalYear: LATER })],
  cells: [cell('a', 100), cell('b', 100, 80), cell('c', 0), cell('global', -500), cell('b', 70, 60, LATER)],
  ceilings: [
    { frame: 'CORE', fiscalYear: Y, ceilingCents: cents(401_000) },
    { frame: 'FEES', fiscalYear: Y, ceilingCents: null },
  ],
  bound: [{ fiscalYear: LATER, boundCents: cents(300_000) }],
};
const stack = (...motions: StackedMotion[]) => stackMotions(DRAFT, motions, new Set(motions.map(({ id }) => id)));

describe('motions stacked on the draft (leap 7)', () => {
  it('nothing chosen: the draft', () => {
    const { years, frames, conflicts, posts } = stackMotions(DRAFT, [motion('m', [at('a', 5)])], new Set());
    expect(years[0]).toMatchObject({
      result: { draftCents: -330_000, changeCents: 0, afterCents: -330_000 },
      investment: { afterCents: 50_000 },
      spending: { afterCents: 400_000 },
      open: [],
      missingCents: 0,
      isPlanYear: true,
    });
    expect(years[1]).toMatchObject({ isPlanYear: false, boundCents: 300_000, freeCents: 40_000 });
    expect(frames[0]).toMatchObject({ frame: 'CORE', afterCents: 400_000, ceilingCents: 401_000, roomCents: 1_000 });
    expect(frames[2]).toMatchObject({ frame: 'FEES', ceilingCents: null, roomCents: null });
    expect([conflicts, posts]).toEqual([[], []]);
  });

  it('the motions of two groups and the administration: result, investments, ceiling and later years move', () => {
    const { years, frames } = stack(
      motion('one', [at('a', 2_000), at('r', 500, { direction: 'revenue', frame: null, isCover: true })]),
      motion('two', [at('i', 300, INVEST), at('c', 1_000, { fiscalYear: LATER })]),
      motion('admin', [at('b', -50)]),
    );
    expect(years[0]).toMatchObject({
      result: { changeCents: -1_450, afterCents: -331_450 },
      investment: { changeCents: 300, afterCents: 50_300 },
      spending: { changeCents: 2_250 },
      open: [
        { plane: 'result', openCents: 1_450 },
        { plane: 'investment', openCents: 300 },
      ],
      missingCents: 1_750,
    });
    expect(years[1]).toMatchObject({ missingCents: 1_000, freeCents: 41_000 });
    expect(frames[0]).toMatchObject({ changeCents: 2_250, roomCents: -1_250 });
  });

  it('what one motion saves covers another one, but no investment', () => {
    const { years } = stack(motion('save', [at('a', -100)]), motion('ask', [at('c', 60), at('i', 10, INVEST)]));
    expect(years[0]?.open).toEqual([
      { plane: 'result', openCents: -40 },
      { plane: 'investment', openCents: 10 },
    ]);
    expect(years[0]?.missingCents).toBe(10);
  });

  it('posts add up by unit', () => {
    const posts = { unitId: 'u', fteHundredths: 100 };
    expect(stack(motion('m', [], posts), motion('n', [], { ...posts, fteHundredths: -25 })).posts).toEqual([
      { unitId: 'u', hundredths: 75 },
    ]);
  });

  it('in whatever order: the sums are the same, and each year is the draft and its changes', () => {
    const amount = fc.record({
      lineId: fc.constantFrom('a', 'b', 'c'),
      cents: fc.integer({ min: -500, max: 500 }),
      kind: fc.constantFrom({}, INVEST, REVENUE),
      year: fc.constantFrom(Y, LATER),
    });
    fc.assert(
      fc.property(fc.array(fc.array(amount, { maxLength: 4 }), { maxLength: 6 }), (lists) => {
        const motions = lists.map((list, id) =>
          motion(
            String(id),
            list.map((one) => at(one.lineId, one.cents, { ...one.kind, fiscalYear: one.year })),
          ),
        );
        const { years, frames } = stack(...motions);
        expect(stack(...[...motions].reverse())).toMatchObject({ years, frames });
        const burden = sumCents(motions.flatMap(({ amounts }) => amounts).map(burdenOf));
        const moved = years.flatMap(({ result, investment }) => [cents(-result.changeCents), investment.changeCents]);
        expect(sumCents(moved)).toBe(burden);
        for (const { result } of years) expect(result.afterCents).toBe(result.draftCents + result.changeCents);
      }),
    );
  });
});

describe('motions that do not go together', () => {
  it('each fits alone, both take the line below zero', () => {
    const [one, two] = [motion('one', [at('a', -60)]), motion('two', [at('a', -60)])];
    expect([stack(one).conflicts, stack(two).conflicts]).toEqual([[], []]);
    expect(stack(one, two).conflicts).toEqual([
      { kind: 'negative', lineId: 'a', fiscalYear: Y, amountCents: -20, motionIds: ['one', 'two'] },
    ]);
  });

  it('a line without a plan has nothing to give, a global reduction may grow', () => {
    expect(stack(motion('m', [at('c', -1)])).conflicts).toMatchObject([{ kind: 'negative', amountCents: -1 }]);
    expect(stack(motion('m', [at('global', -1)])).conflicts).toEqual([]);
  });

  it('what contracts have bound cannot be cut: in the plan year and later', () => {
    const { conflicts } = stack(motion('m', [at('b', -50), at('b', -20, { fiscalYear: LATER })]));
    expect(conflicts).toEqual([
      { kind: 'below_bound', lineId: 'b', fiscalYear: Y, amountCents: 30, motionIds: ['m'] },
      { kind: 'below_bound', lineId: 'b', fiscalYear: LATER, amountCents: 10, motionIds: ['m'] },
    ]);
    expect(stack(motion('m', [at('b', 10)])).conflicts).toEqual([]);
  });

  it('a plan that holds less than what is bound from the start is no fault of a motion that adds to it', () => {
    const short: Draft = { ...DRAFT, cells: [cell('b', 50, 80)] };
    const stackOf = (amount: number) => stackMotions(short, [motion('m', [at('b', amount)])], new Set(['m'])).conflicts;
    expect(stackOf(10)).toEqual([]);
    expect(stackOf(-10)).toMatchObject([{ kind: 'below_bound', amountCents: 40, motionIds: ['m'] }]);
  });

  it('alternatives, whichever of the two names the other; and the same wish twice by motions that could both be adopted', () => {
    const one = motion('one', [at('a', 10)], { excludes: ['two'] });
    const two = motion('two', [at('a', 30)]);
    expect(stack(two, one).conflicts).toEqual([{ kind: 'excluded', motionIds: ['two', 'one'] }]);
    expect(stack(two, motion('three', [at('a', 10)])).conflicts).toEqual([
      { kind: 'asked_twice', lineId: 'a', fiscalYear: Y, amountCents: 40, motionIds: ['two', 'three'] },
    ]);
  });
});
