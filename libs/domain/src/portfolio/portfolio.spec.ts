import fc from 'fast-check';
import { boundAt, findPrices } from './bound';
import { type Choice, modelOf, type Selection, valueOf } from './choice';
import { modelText } from './model-text';
import { bruteForce, demand, fte, money, seeded, start } from './portfolio.sample';
import { firstProposal, gapBasisPoints, proposalAt } from './proposal';
import { sampleChoice } from './sample-choice';
import { checkSelection } from './selection-check';

const small = (seed: number, demands = 12) =>
  sampleChoice(seeded(seed), { demands, years: 3, share: 0.5, mandatory: 0.08 });

/** Whether every row of the model is kept. */
function keepsRows(choice: Choice, selection: Selection): boolean {
  const model = modelOf(choice);
  return model.rows.every(({ terms, right, sense }) => {
    const sum = terms.reduce((total, { variable, factor }) => {
      const { candidate, start: at } = model.variables[variable] ?? { candidate: -1, start: -1 };
      const own = choice.candidates[candidate];
      return own && selection.get(own.id) === own.starts[at]?.year ? total + factor : total;
    }, 0);
    return sense === 'at_most' ? sum <= right : sum === right;
  });
}

describe('the first proposal', () => {
  it('keeps every rule and lies between nothing and the bound, as trying all selections shows', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const choice = small(seed, 9);
      const best = bruteForce(choice);
      const proposal = firstProposal(choice, seeded(seed));
      if (best === null || proposal.selection === null) {
        expect(best).toBeNull();
        continue;
      }
      expect(checkSelection(choice, proposal.selection)).toMatchObject({ breaches: [], value: proposal.value });
      expect(proposal.value).toBeLessThanOrEqual(best.value);
      expect(proposal.bound).toBeGreaterThanOrEqual(best.value);
      expect(proposal.value).toBeGreaterThanOrEqual(best.value * 0.95);
    }
  });

  it('says the gap for 200 demands in five years at once, and it is small', () => {
    const choice = sampleChoice(seeded(3), { demands: 200 });
    const proposal = firstProposal(choice, seeded(1));
    if (proposal.selection === null) throw new Error('The sample has a proposal.');
    expect(checkSelection(choice, proposal.selection).breaches).toEqual([]);
    expect(gapBasisPoints(proposal)).toBeLessThanOrEqual(300);
    expect(proposal).toEqual(firstProposal(choice, seeded(1)));
  });

  it('names the mandatory demands that found no room', () => {
    const candidates = [1, 2].map((at) => demand(`d${at}`, [start(100, [60])], { isMandatory: true }));
    expect(firstProposal({ limits: [money(100)], candidates }, seeded(1))).toEqual({ selection: null, stuck: ['d2'] });
  });

  it('takes the dearer demand where two cheap ones would be worth less', () => {
    const candidates = [
      demand('a', [start(100, [100])]),
      demand('b', [start(60, [50])]),
      demand('c', [start(30, [50])]),
    ];
    const proposal = firstProposal({ limits: [money(100)], candidates }, seeded(1));
    expect([...(proposal.selection ?? [])]).toEqual([['a', 2027]]);
  });
});

describe('the bound', () => {
  it('holds for whatever prices, by summing alone', () => {
    const choice = small(4, 8);
    const best = bruteForce(choice)?.value ?? 0;
    const model = modelOf(choice);
    const scale = model.rows.map(({ limit }) => (limit === null ? 1_000 : 0.001));
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 5, noNaN: true }), { maxLength: model.rows.length }), (raw) => {
        expect(
          boundAt(
            model,
            raw.map((price, at) => price * (scale[at] ?? 1)),
          ),
        ).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 100 },
    );
  });

  it('comes down with better prices', () => {
    const model = modelOf(small(5, 12));
    const free = boundAt(model, []);
    expect(findPrices(model, 0).bound).toBeLessThan(free);
    expect(free).toBe(model.choice.candidates.reduce((sum, { starts }) => sum + (starts[0]?.value ?? 0), 0));
  });

  it('states a gap rounded up, and none where the bound is reached', () => {
    expect(gapBasisPoints({ value: 9_963, bound: 10_000 })).toBe(37);
    expect(gapBasisPoints({ value: 99_999, bound: 100_000 })).toBe(1);
    expect(gapBasisPoints({ value: 100, bound: 100 })).toBe(0);
  });
});

describe('a checked selection', () => {
  it('agrees with the rows of the model, for random selections', () => {
    const choices = [1, 2, 3].map((seed) => small(seed, 7));
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (which, picks) => {
        const choice = choices[which] ?? { limits: [], candidates: [] };
        const selection = new Map<string, number>();
        choice.candidates.forEach(({ id, starts }, at) => {
          const own = starts[(picks[at] ?? 0) - 1];
          if (own !== undefined) selection.set(id, own.year);
        });
        const { breaches, value } = checkSelection(choice, selection);
        expect(breaches.length === 0).toBe(keepsRows(choice, selection));
        expect(value).toBe(valueOf(choice, selection));
      }),
    );
  });

  it('T13 keeps the years apart: money of 2028 never pays for 2027', () => {
    const limits = [money(350_000_000, 2027), money(350_000_000, 2028)];
    const candidates = [
      demand('a', [start(10, [300_000_000, 0])]),
      demand('b', [start(10, [60_000_000, 0])]),
      demand('c', [start(10, [0, 60_000_000])]),
    ];
    const check = checkSelection(
      { limits, candidates },
      new Map([
        ['a', 2027],
        ['b', 2027],
        ['c', 2027],
      ]),
    );
    expect(check.breaches).toEqual([{ kind: 'over_limit', limit: limits[0], used: 360_000_000, missing: 10_000_000 }]);
    expect(check.uses.map(({ left }) => left)).toEqual([-10_000_000, 290_000_000]);
  });

  it.each([
    ['a mandatory demand is out', [], { kind: 'mandatory_out', id: 'must' }],
    [
      'what it needs is out',
      [
        ['must', 2027],
        ['needs', 2027],
      ],
      { kind: 'need_out', id: 'needs', other: 'base' },
    ],
    [
      'what it needs begins later',
      [
        ['must', 2027],
        ['needs', 2027],
        ['base', 2028],
      ],
      { kind: 'need_later', id: 'needs', other: 'base', otherYear: 2028 },
    ],
    [
      'two exclude each other',
      [
        ['must', 2027],
        ['other', 2027],
      ],
      { kind: 'both_excluded', id: 'other', other: 'must' },
    ],
    [
      'one of a pair is out',
      [
        ['must', 2027],
        ['pair', 2027],
      ],
      { kind: 'apart', id: 'pair', other: 'twin' },
    ],
    ['it cannot begin in that year', [['must', 2031]], { kind: 'start_not_possible', id: 'must', year: 2031 }],
    [
      'nobody knows it',
      [
        ['must', 2027],
        ['ghost', 2027],
      ],
      { kind: 'unknown_demand', id: 'ghost' },
    ],
  ] as const)('says why it cannot stand: %s', (_, entries, breach) => {
    const candidates = [
      demand('must', [start(1, [1])], { isMandatory: true }),
      demand('base', [start(1, [1]), start(1, [1], 2028)]),
      demand('needs', [start(1, [1])], { needs: ['base'] }),
      demand('other', [start(1, [1])], { excludes: ['must'] }),
      demand('twin', [start(1, [1])]),
      demand('pair', [start(1, [1])], { together: ['twin'] }),
    ];
    const selection = new Map<string, number>(entries.map(([id, year]) => [id, year]));
    expect(checkSelection({ limits: [money(100)], candidates }, selection).breaches).toContainEqual(breach);
  });
});

describe('the text of the model', () => {
  it('is exact to the cent and to the thousandth of an FTE', () => {
    const candidates = [
      demand('a', [start(750, [12_345_607, 1_250])], { isMandatory: true }),
      demand('b', [start(500, [5, 10])], { needs: ['a'] }),
    ];
    expect(modelText(modelOf({ limits: [money(350_000_000), fte(500)], candidates }))).toBe(
      [
        'Maximize',
        ' value: + 750 x0 + 500 x1',
        'Subject To',
        ' l0: + 123.45607 x0 + 0.00005 x1 <= 3500.00000',
        ' l1: + 1.250 x0 + 0.010 x1 <= 0.500',
        ' o0: + 1 x0 = 1',
        ' o1: + 1 x1 <= 1',
        ' n1_0_2027: + 1 x1 - 1 x0 <= 0',
        'Bounds',
        ' 0 <= x0 <= 1',
        ' 0 <= x1 <= 1',
        'Binary',
        ' x0',
        ' x1',
        'End',
        '',
      ].join('\n'),
    );
  });
});

it('a proposal from prices that somebody else found keeps the rules too', () => {
  const choice = small(3);
  const model = modelOf(choice);
  const proposal = proposalAt(model, findPrices(model, 0).prices, { random: seeded(2) });
  if (proposal.selection === null) throw new Error('The sample has a proposal.');
  expect(checkSelection(choice, proposal.selection).breaches).toEqual([]);
});
