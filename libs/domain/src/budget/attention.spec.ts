import { cents } from '../shared/cents';
import { balanceOf } from './availability';
import { type AttentionFacts, DEFAULT_ATTENTION_LIMITS, attentionOf, linesNeedingAttention } from './attention';
import type { MovementKind } from './movement';

const HALF_YEAR = { elapsedDays: 182, totalDays: 364 };
const START = { elapsedDays: 0, totalDays: 365 };
const line = (
  lineId: string,
  movements: [MovementKind, number][],
  changes: Partial<AttentionFacts> = {},
): AttentionFacts => ({
  lineId,
  balance: balanceOf(movements.map(([kind, amount]) => ({ kind, amountCents: cents(amount) }))),
  hasOverAuthorityImport: false,
  oldestOrder: null,
  ...changes,
});
const reasons = (facts: AttentionFacts, progress = HALF_YEAR): [string, number][] =>
  attentionOf(facts, progress, DEFAULT_ATTENTION_LIMITS).map((attention) => [attention.reason, attention.amountCents]);

describe('why a line needs a look', () => {
  it.each<[string, AttentionFacts, [string, number][]]>([
    [
      'overdrawn by one cent',
      line('a', [
        ['appropriation', 100],
        ['actual', 101],
      ]),
      [['overdrawn', 1]],
    ],
    [
      'tight: less than 5 % left',
      line('a', [
        ['appropriation', 1000],
        ['actual', 951],
      ]),
      [['tight', 49]],
    ],
    [
      'tight: nothing left',
      line('a', [
        ['appropriation', 1000],
        ['actual', 1000],
      ]),
      [['tight', 0]],
    ],
    [
      'exactly 5 % left is not tight',
      line('a', [
        ['appropriation', 1000],
        ['actual', 950],
      ]),
      [],
    ],
    ['a line without any authority is not tight', line('a', []), []],
    [
      'over authority by an import, still',
      line('a', [['actual', 7]], { hasOverAuthorityImport: true }),
      [
        ['overdrawn', 7],
        ['over_authority', 7],
      ],
    ],
    [
      'over authority by an import, granted since',
      line(
        'a',
        [
          ['appropriation', 100],
          ['actual', 50],
        ],
        { hasOverAuthorityImport: true },
      ),
      [['over_authority', 0]],
    ],
    [
      'an old and large order',
      line(
        'a',
        [
          ['appropriation', 100],
          ['actual', 50],
        ],
        { oldestOrder: { ageDays: 180, openCents: cents(1_000_000) } },
      ),
      [['old_order', 1_000_000]],
    ],
    [
      'a large order not yet old',
      line(
        'a',
        [
          ['appropriation', 100],
          ['actual', 50],
        ],
        { oldestOrder: { ageDays: 179, openCents: cents(1_000_000) } },
      ),
      [],
    ],
    [
      'an old order not large',
      line(
        'a',
        [
          ['appropriation', 100],
          ['actual', 50],
        ],
        { oldestOrder: { ageDays: 500, openCents: cents(999_999) } },
      ),
      [],
    ],
  ])('%s', (_, facts, expected) => {
    expect(reasons(facts)).toEqual(expected);
  });

  it('in a pool the pool decides', () => {
    const rich = balanceOf([{ kind: 'appropriation', amountCents: cents(1000) }]);
    const poor = balanceOf([{ kind: 'actual', amountCents: cents(5) }]);
    expect(reasons(line('a', [['actual', 50]], { poolBalance: rich }))).toEqual([]);
    expect(
      reasons(
        line(
          'a',
          [
            ['appropriation', 100],
            ['actual', 50],
          ],
          { poolBalance: poor },
        ),
      ),
    ).toEqual([['overdrawn', 5]]);
  });
});

describe('slow pace', () => {
  const slow = line('a', [
    ['appropriation', 12_000_000],
    ['lock', 2_000_000],
    ['commitment', 1_000_000],
    ['reservation', 500_000],
    ['actual', 999_999],
  ]);

  it('at half of the year, less than half of the half is used: the rest at this pace stays unused', () => {
    expect(reasons(slow)).toEqual([['slow_pace', 5_000_002]]);
  });

  it('exactly half of what the days allow is no slow pace', () => {
    expect(
      reasons(
        line('a', [
          ['appropriation', 10_000_000],
          ['actual', 2_500_000],
        ]),
      ),
    ).toEqual([]);
  });

  it('is not judged early in the year, nor before it', () => {
    expect(reasons(slow, { elapsedDays: 119, totalDays: 365 })).toEqual([]);
    expect(reasons(line('a', [['appropriation', 10_000_000]]), { elapsedDays: 120, totalDays: 365 })).toEqual([
      ['slow_pace', 10_000_000],
    ]);
    expect(
      attentionOf(line('a', [['appropriation', 10_000_000]]), START, { ...DEFAULT_ATTENTION_LIMITS, slowFromDay: 0 }),
    ).toEqual([]);
  });

  it('small amounts are left alone', () => {
    expect(reasons(line('a', [['appropriation', 1_000_000]]))).toEqual([['slow_pace', 1_000_000]]);
    expect(reasons(line('a', [['appropriation', 999_999]]))).toEqual([]);
  });
});

describe('the list on the overview', () => {
  it('comes by urgency, then by weight, each line once', () => {
    const lines = [
      line('slow', [['appropriation', 90_000_000]]),
      line(
        'order-small',
        [
          ['appropriation', 100],
          ['actual', 50],
        ],
        { oldestOrder: { ageDays: 200, openCents: cents(1_000_000) } },
      ),
      line(
        'order-large',
        [
          ['appropriation', 100],
          ['actual', 50],
        ],
        { oldestOrder: { ageDays: 200, openCents: cents(9_000_000) } },
      ),
      line('tight-40', [
        ['appropriation', 1000],
        ['actual', 960],
      ]),
      line(
        'tight-10',
        [
          ['appropriation', 1000],
          ['actual', 990],
        ],
        { hasOverAuthorityImport: false },
      ),
      line('fine', [
        ['appropriation', 1000],
        ['actual', 500],
      ]),
      line(
        'granted-since',
        [
          ['appropriation', 1000],
          ['actual', 500],
        ],
        { hasOverAuthorityImport: true },
      ),
      line('overdrawn-b', [['actual', 7]], { hasOverAuthorityImport: true }),
      line('overdrawn-a', [['actual', 7]]),
      line('overdrawn-more', [['actual', 70]]),
    ];
    expect(linesNeedingAttention(lines, HALF_YEAR).map((attention) => [attention.lineId, attention.reason])).toEqual([
      ['overdrawn-more', 'overdrawn'],
      ['overdrawn-a', 'overdrawn'],
      ['overdrawn-b', 'overdrawn'],
      ['granted-since', 'over_authority'],
      ['tight-10', 'tight'],
      ['tight-40', 'tight'],
      ['order-large', 'old_order'],
      ['order-small', 'old_order'],
      ['slow', 'slow_pace'],
    ]);
  });

  it('equal lines come by their id, however they were read', () => {
    const equal = ['c', 'a', 'd', 'b'].map((lineId) => line(lineId, [['actual', 7]]));
    expect(linesNeedingAttention(equal, HALF_YEAR).map((attention) => attention.lineId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('follows the limits of the city', () => {
    const generous = { ...DEFAULT_ATTENTION_LIMITS, tightPercent: 0 };
    expect(
      linesNeedingAttention(
        [
          line('a', [
            ['appropriation', 1000],
            ['actual', 999],
          ]),
        ],
        HALF_YEAR,
        generous,
      ),
    ).toEqual([]);
  });

  it('its defaults are the documented ones', () => {
    expect(DEFAULT_ATTENTION_LIMITS).toEqual({
      tightPercent: 5,
      oldOrderDays: 180,
      oldOrderCents: 1_000_000,
      slowFromDay: 120,
      slowPercent: 50,
      slowUnusedCents: 1_000_000,
    });
  });
});
