import { planningWindow, planYears, fiscalYear } from '../shared/fiscal-year';
import { type CoverFacts, type CoverYear, decideCover } from './cover';
import { choiceOfRound, decisionYears, type RoundDemand, type RoundRoom, startsOf } from './round-choice';
import { lostCover } from './lost-cover';
import { EXAMPLE_WEIGHTS } from './score';

const years = decisionYears({ firstYear: 2027, lastYear: 2028 });
const room: RoundRoom = {
  firstYear: 2027,
  lastYear: 2028,
  years,
  ceilings: [
    ...years.map((year) => ({ frame: 'CORE' as const, fiscalYear: year, ceilingCents: 350_000_000 })),
    ...years.map((year) => ({ frame: 'FEES' as const, fiscalYear: year, ceilingCents: null })),
  ],
  staff: years.map((year) => ({ fiscalYear: year, thousandths: year < 2030 ? 2_000 : null })),
};
const demand = (changes: Partial<RoundDemand> = {}): RoundDemand => ({
  id: 'd',
  frame: 'CORE',
  runOrChange: 'change',
  isMandatory: false,
  fixedYear: null,
  earliestYear: 2027,
  latestYear: null,
  deadlineYear: null,
  costs: [100, 20, 20, 20, 20],
  fte: [500, 100, 100, 100, 100],
  ratings: { benefit: 10, urgency: 10, reach: 10, readiness: 10 },
  needs: [],
  excludes: [],
  together: [],
  ...changes,
});

it('T12 the years that need cover are those of the planning window from the first plan year on', () => {
  expect(years).toEqual([2027, 2028, 2029, 2030, 2031]);
  const window = planningWindow(planYears(fiscalYear(2027), fiscalYear(2028)));
  expect(window).toEqual([2026, ...years]);
});

describe('the choice of a round', () => {
  it('moves costs, staff and worth with the beginning, and keeps each year apart (T13)', () => {
    const { choice } = choiceOfRound([demand()], room, EXAMPLE_WEIGHTS);
    const [first, later] = choice.candidates[0]?.starts ?? [];
    const told = (start: typeof first) =>
      start?.uses.map(({ limit, amount }) => [choice.limits[limit]?.kind, choice.limits[limit]?.year, amount]);
    expect(first?.value).toBe(10_000);
    expect(later?.value).toBe(9_000);
    expect(told(first)?.slice(0, 4)).toEqual([
      ['money', 2027, 100],
      ['fte', 2027, 500],
      ['money', 2028, 20],
      ['fte', 2028, 100],
    ]);
    expect(told(later)?.slice(0, 3)).toEqual([
      ['money', 2028, 100],
      ['fte', 2028, 500],
      ['money', 2029, 20],
    ]);
  });

  it('T26 leaves out what no known ceiling limits, and says so; an unknown year limits nothing', () => {
    const fees = demand({ id: 'fees', frame: 'FEES' });
    const lost = demand({ id: 'lost', frame: null });
    const { choice, leftOut } = choiceOfRound([demand({ needs: ['fees'] }), fees, lost], room, EXAMPLE_WEIGHTS);
    expect(leftOut).toEqual([
      { id: 'fees', why: 'frame_unknown' },
      { id: 'lost', why: 'no_frame' },
    ]);
    expect(choice.candidates.map(({ id, needs }) => [id, needs])).toEqual([['d', []]]);
    expect(choice.limits.filter(({ kind }) => kind === 'fte').map(({ year }) => year)).toEqual([2027, 2028, 2029]);
  });

  it.each([
    ['a project may wait within the plan years', {}, [2027, 2028]],
    ['running operation cannot wait', { runOrChange: 'run' }, [2027]],
    ['what ran before goes on in the first year', { runOrChange: 'run', earliestYear: 2024 }, [2027]],
    ['a legal deadline is the latest', { deadlineYear: 2027 }, [2027]],
    ['a duty that is overdue begins at once', { deadlineYear: 2025 }, [2027]],
    ['the latest date that was stated counts', { latestYear: 2030 }, [2027, 2028, 2029, 2030]],
    ['what begins after the plan years begins there', { earliestYear: 2029 }, [2029]],
    ['what is planned stays where it is', { fixedYear: 2028 }, [2028]],
  ] as const)('%s', (_, changes, expected) => {
    expect(startsOf(demand(changes), room)).toEqual(expected);
  });
});

describe('cover in euro and in staff', () => {
  const year = (changes: Partial<CoverYear> = {}): CoverYear => ({
    fiscalYear: 2027,
    neededCents: 12_000_000,
    roomCents: 12_000_000,
    introductionThousandths: 500,
    operationThousandths: 250,
    roomThousandths: 750,
    ...changes,
  });
  const facts = (own: readonly CoverYear[], changes: Partial<CoverFacts> = {}): CoverFacts => ({
    frame: 'CORE',
    unknownItems: 0,
    years: own,
    unknownReason: '',
    ...changes,
  });
  const refused = (own: CoverFacts) => {
    const decided = decideCover(own);
    return decided.ok ? [] : decided.refusal.params.shortages;
  };

  it('is there when both are there to the last cent and thousandth', () => {
    expect(decideCover(facts([year()]))).toEqual({ ok: true, value: { unknowns: [] } });
  });

  it('says which is missing, how much and in which year', () => {
    const tight = year({ fiscalYear: 2029, roomCents: 11_999_999, roomThousandths: 600 });
    expect(refused(facts([year(), tight]))).toEqual([
      {
        kind: 'euro',
        frame: 'CORE',
        fiscalYear: 2029,
        neededCents: 12_000_000,
        roomCents: 11_999_999,
        missingCents: 1,
      },
      { kind: 'introduction', fiscalYear: 2029, neededThousandths: 500, roomThousandths: 350, missingThousandths: 150 },
    ]);
  });

  it('serves the operation before the introduction', () => {
    expect(refused(facts([year({ roomThousandths: 200 })]))).toMatchObject([
      { kind: 'operation', missingThousandths: 50 },
      { kind: 'introduction', roomThousandths: 0, missingThousandths: 500 },
    ]);
  });

  it('T26 an unknown frame, unknown staff or an unknown price need the reason of finance', () => {
    const open = facts([year({ roomCents: null, roomThousandths: null })], { frame: 'FEES', unknownItems: 1 });
    expect(refused(open).map(({ kind }) => kind)).toEqual(['price_unknown', 'frame_unknown', 'staff_unknown']);
    expect(decideCover({ ...open, unknownReason: 'Gebühren laufen weiter' })).toMatchObject({ ok: true });
    const short = facts([year({ roomCents: 0, roomThousandths: null })], { unknownReason: 'trotzdem' });
    expect(refused(short).map(({ kind }) => kind)).toEqual(['euro']);
  });

  it('T26 spaces are no reason; with a real one what is not known is named beside the plan', () => {
    const open = facts([year({ introductionThousandths: null })]);
    const blank = decideCover({ ...open, unknownReason: '  ' });
    expect(blank).toMatchObject({ refusal: { code: 'DEMAND_COVER_MISSING' } });
    expect(decideCover({ ...open, unknownReason: 'Der Bereich betreut selbst.' })).toEqual({
      ok: true,
      value: { unknowns: [{ kind: 'need_unknown', fiscalYear: 2027 }] },
    });
  });

  it.each<[string, Partial<CoverYear>, readonly string[]]>([
    ['a year that costs nothing asks for no frame', { neededCents: 0, roomCents: null }, []],
    ['an operation that nobody has stated is unknown', { operationThousandths: null }, ['need_unknown']],
    [
      'a year without work asks for no staff',
      { introductionThousandths: 0, operationThousandths: 0, roomThousandths: null },
      [],
    ],
    [
      'as much introduction as operation is not nothing',
      { introductionThousandths: 500, operationThousandths: 500, roomThousandths: null },
      ['staff_unknown'],
    ],
    [
      'only what is needed can be missing',
      { introductionThousandths: 0, operationThousandths: 100, roomThousandths: 0 },
      ['operation'],
    ],
  ])('%s', (_case, change, kinds) => {
    expect(refused(facts([year(change)])).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('without a frame nothing can be said', () => {
    expect(refused(facts([year()], { frame: null, unknownReason: 'x' }))).toEqual([{ kind: 'frame_missing' }]);
  });
});

describe('cover that fell away after the planning', () => {
  const tight: RoundRoom = {
    ...room,
    ceilings: room.ceilings.map((one) => ({ ...one, ceilingCents: one.frame === 'CORE' ? 150 : null })),
    staff: years.map((year) => ({ fiscalYear: year, thousandths: year < 2028 ? 1_000 : null })),
  };
  const small = demand({ id: 'small', fixedYear: 2027, costs: [60, 0, 0, 0, 0], fte: [100, 0, 0, 0, 0] });

  it('names the limit, what is missing and who draws on it, most first', () => {
    expect(lostCover([small, demand({ fixedYear: 2027 })], tight)).toEqual([
      {
        limit: { kind: 'money', frame: 'CORE', year: 2027, amount: 150 },
        ...{ planned: 160, missing: 10, demandIds: ['d', 'small'] },
      },
    ]);
  });

  it('is none to the last cent, none of what is only asked for, and none where nobody knows the limit (T26)', () => {
    expect(lostCover([demand({ fixedYear: 2027, costs: [150, 0, 0, 0, 0] })], tight)).toEqual([]);
    expect(lostCover([small, demand()], tight)).toEqual([]);
    expect(
      lostCover([demand({ frame: 'FEES', fixedYear: 2027 }), demand({ frame: null, fixedYear: 2027 })], tight),
    ).toEqual([]);
  });

  it('tells staff as well, and equals in one order', () => {
    const busy = (id: string) => demand({ id, fixedYear: 2027, costs: [1, 0, 0, 0, 0], fte: [600, 0, 0, 0, 0] });
    expect(lostCover([busy('b'), busy('a')], tight)).toMatchObject([
      { limit: { kind: 'fte', year: 2027 }, planned: 1_200, missing: 200, demandIds: ['a', 'b'] },
    ]);
  });
});
