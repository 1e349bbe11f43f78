import { demand, fte, money, start } from './portfolio.sample';
import { modelOf } from './choice';
import { mandatoryConflicts } from './mandatory';
import { firstRanking, rankingFromSelection, rankingOf } from './ranking';
import { outReasons } from './reasons';
import { checkWeights, delayedScore, EXAMPLE_WEIGHTS, proposedRatings, scoreOf } from './score';

const choice = {
  limits: [money(100), fte(1_000)],
  candidates: [
    demand('duty', [start(200, [50, 500])], { isMandatory: true }),
    demand('big', [start(900, [60, 100])]),
    demand('small', [start(300, [30, 100])]),
    demand('staff', [start(400, [5, 900])]),
  ],
};

describe('the red line', () => {
  it('begins with what is mandatory, then what is worth most', () => {
    expect(firstRanking(choice).map(({ id }) => id)).toEqual(['duty', 'big', 'staff', 'small']);
  });

  it('lies where the money ends; a smaller demand below it may still fit', () => {
    const { rows, redLine, used, lines } = rankingOf(choice, firstRanking(choice));
    expect(rows.map(({ id, place, shortOf }) => [id, place, shortOf])).toEqual([
      ['duty', 'above', []],
      ['big', 'below', [{ limit: 0, amount: 10 }]],
      ['staff', 'below', [{ limit: 1, amount: 400 }]],
      ['small', 'above', []],
    ]);
    expect({ redLine, used, lines }).toEqual({ redLine: 1, used: [80, 600], lines: [1, 2] });
  });

  it('what is taken out by hand takes nothing, and what cannot begin in that year is not covered', () => {
    const entries = firstRanking(choice).map((entry) => ({
      ...entry,
      isIn: entry.id !== 'duty',
      startYear: entry.id === 'small' ? 2029 : 2027,
    }));
    expect(rankingOf(choice, entries).rows.map(({ place }) => place)).toEqual(['off', 'above', 'above', 'unplanned']);
  });

  it('a proposal becomes a ranking: what is in comes first, the rest waits below by hand', () => {
    const entries = rankingFromSelection(
      firstRanking(choice),
      new Map([
        ['duty', 2027],
        ['small', 2027],
      ]),
    );
    expect(entries.map(({ id, isIn }) => `${id} ${isIn}`)).toEqual([
      'duty true',
      'small true',
      'big false',
      'staff false',
    ]);
  });
});

describe('why a demand is not in', () => {
  const selection = new Map([
    ['duty', 2027],
    ['small', 2027],
  ]);

  it('says what is missing and which exchange would bring it in', () => {
    expect(outReasons(modelOf(choice), selection, null)).toMatchObject([
      { id: 'big', kind: 'no_room', startYear: 2027, missing: [{ amount: 40 }], exchange: null },
      { id: 'staff', kind: 'no_room', missing: [{ limit: { kind: 'fte' }, amount: 500 }], exchange: null },
    ]);
    const loose = { ...choice, limits: [money(110), fte(2_000)] };
    expect(outReasons(modelOf(loose), selection, null)).toMatchObject([
      { id: 'big', missing: [{ amount: 30 }], exchange: { out: ['small'], gain: 600 } },
      { id: 'staff', kind: 'fits', missing: [] },
    ]);
  });

  it('says what the room it takes is worth elsewhere, from the prices of the limits', () => {
    const model = modelOf(choice);
    const prices = model.rows.map(({ limit }) => (limit === 0 ? 20 : 0));
    expect(outReasons(model, selection, prices)[0]).toMatchObject({ id: 'big', value: 900, roomValue: 1_200 });
  });

  it.each([
    ['no_start', demand('x', [])],
    ['need_missing', demand('x', [start(1, [1])], { needs: ['nobody'] })],
    ['excluded', demand('x', [start(1, [1])], { excludes: ['small'] })],
  ] as const)('%s', (kind, candidate) => {
    const model = modelOf({ ...choice, candidates: [...choice.candidates, candidate] });
    expect(outReasons(model, selection, null).find(({ id }) => id === 'x')).toMatchObject({ kind });
  });
});

describe('mandatory demands that cannot all be in', () => {
  it('names the limit, what is missing and who takes it, with what the duty needs', () => {
    const candidates = [
      demand('base', [start(1, [70])]),
      demand('duty', [start(1, [50])], { isMandatory: true, needs: ['base'] }),
    ];
    expect(mandatoryConflicts({ limits: [money(100)], candidates })).toEqual([
      { kind: 'over_limit', limit: money(100), least: 120, missing: 20, ids: ['base', 'duty'] },
    ]);
  });

  it('names exclusions, needs that are not there and duties that cannot begin', () => {
    const candidates = [
      demand('a', [start(1, [1])], { isMandatory: true, excludes: ['b'], needs: ['nobody'] }),
      demand('b', [], { isMandatory: true }),
    ];
    expect(mandatoryConflicts({ limits: [money(100)], candidates })).toEqual([
      { kind: 'need_missing', id: 'a', other: 'nobody' },
      { kind: 'excluded', id: 'a', other: 'b' },
      { kind: 'no_start', id: 'b' },
    ]);
  });

  it('is silent where they fit', () => {
    expect(mandatoryConflicts(choice)).toEqual([]);
  });
});

describe('points', () => {
  const top = { benefit: 10, urgency: 10, reach: 10, readiness: 10 };

  it('full ratings make 100.00 points, a year of delay costs what the city says', () => {
    expect(scoreOf(top, EXAMPLE_WEIGHTS)).toBe(10_000);
    expect(scoreOf({ ...top, benefit: 5 }, EXAMPLE_WEIGHTS)).toBe(8_000);
    expect(delayedScore(8_000, 2, EXAMPLE_WEIGHTS)).toBe(6_400);
    expect(delayedScore(8_000, 20, EXAMPLE_WEIGHTS)).toBe(0);
    expect(delayedScore(5, 1, EXAMPLE_WEIGHTS)).toBe(5);
  });

  it('weights are whole percents that make 100', () => {
    expect(checkWeights(EXAMPLE_WEIGHTS).ok).toBe(true);
    const weights = { ...EXAMPLE_WEIGHTS.weights, benefit: 50 };
    expect(checkWeights({ ...EXAMPLE_WEIGHTS, weights })).toMatchObject({
      refusal: { code: 'SCORE_WEIGHTS_SUM', params: { sumPercent: 110 } },
    });
    expect(checkWeights({ ...EXAMPLE_WEIGHTS, delayPercent: 10.5 })).toMatchObject({
      refusal: { code: 'SCORE_WEIGHT_RANGE' },
    });
  });

  it('a legal duty is most urgent in a proposed rating, unknown costs make it less ready', () => {
    const facts = { reason: 'legal', isOccurred: true, isShared: true, hasBenefit: true, unknownItems: 1 } as const;
    expect(proposedRatings(facts)).toEqual({ benefit: 6, urgency: 10, reach: 8, readiness: 3 });
  });
});
