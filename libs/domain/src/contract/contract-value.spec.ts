import { plainDate } from '../shared';
import type { ContractFacts } from './contract';
import { contractValue, nextAward } from './contract-value';

const facts = (
  term: Partial<Record<'startsOn' | 'endsOn', string>>,
  price: object = {},
  more: object = {},
): ContractFacts => ({
  term: {
    startsOn: plainDate(term.startsOn ?? '2026-01-01'),
    endsOn: term.endsOn === undefined ? null : plainDate(term.endsOn),
    minimumMonths: null,
    notice: null,
    renewalMonths: null,
    stoppedOn: null,
    ...more,
  },
  price: {
    quantity: 1,
    unitPriceMicros: 12_000_000_000,
    period: 'year',
    basis: 'net',
    vatBasisPoints: 1_900,
    proration: 'month',
    rhythm: 'yearly',
    steps: [],
    indexation: null,
    ...price,
  },
});

test.each([
  ['three years of 12,000 net', facts({ endsOn: '2028-12-31' }), 3_600_000],
  ['a month more is begun', facts({ endsOn: '2029-01-01' }), 3_700_000],
  ['ten years count as four', facts({ endsOn: '2035-12-31' }), 4_800_000],
  ['no end counts as four years', facts({}), 4_800_000],
  ['a year that renews by itself has no end', facts({ endsOn: '2026-12-31' }, {}, { renewalMonths: 12 }), 4_800_000],
  ['half a month', facts({ startsOn: '2026-03-01', endsOn: '2026-03-14' }), 100_000],
  ['1,000 a month', facts({ endsOn: '2026-12-31' }, { period: 'month', unitPriceMicros: 1_000_000_000 }), 1_200_000],
  ['a price for the whole term', facts({ endsOn: '2035-12-31' }, { period: 'term' }), 1_200_000],
  [
    '14,280 gross are 12,000 net',
    facts({ endsOn: '2026-12-31' }, { basis: 'gross', unitPriceMicros: 14_280_000_000 }),
    1_200_000,
  ],
])('the value of a contract: %s', (_, contract, expected) => {
  expect(contractValue(contract)).toBe(expected);
});

test.each([
  ['before it begins: itself', facts({ startsOn: '2027-01-01' }), { isSuccessor: false, wantedOn: '2027-01-01' }],
  ['with an end: the day after it', facts({ endsOn: '2027-06-30' }), { isSuccessor: true, wantedOn: '2027-07-01' }],
  [
    'it renews by itself: no day',
    facts({ endsOn: '2027-06-30' }, {}, { renewalMonths: 12 }),
    { isSuccessor: true, wantedOn: null },
  ],
  [
    'notice was given: the day after it takes effect',
    facts({}, {}, { stoppedOn: plainDate('2026-12-31') }),
    { isSuccessor: true, wantedOn: '2027-01-01' },
  ],
  ['it is over: nothing', facts({ endsOn: '2026-11-29' }), null],
])('what is awarded next, %s', (_, { term }, expected) => {
  expect(nextAward(term, plainDate('2026-11-30'))).toEqual(expected);
});
