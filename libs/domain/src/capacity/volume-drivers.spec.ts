import { plainDate } from '../shared/plain-date';
import { monthsFrom } from './time-axis';
import { type LawChange, type RenewalWave, expectedVolumes } from './volume-drivers';
import { isMonthAhead, volumeFaults } from './volume-rows';

const months = monthsFrom({ year: 2026, month: 1 }, 4);
const law: LawChange = {
  kind: 'law_change',
  name: 'Wohngeld-Plus',
  from: plainDate('2026-03-01'),
  factor: 1.4,
  overMonths: 0,
};
/** 500 cards in each month of the spring of 2016. */
const cards: RenewalWave = {
  kind: 'renewal',
  holdsForMonths: 120,
  returnShare: 0.9,
  issuedFrom: { year: 2016, month: 2 },
  issued: [500, 500, null],
};

it('what came in counts as it came; what is planned is moved by the law from its month on', () => {
  const expected = expectedVolumes(months, { actual: [90, 95, 150], planned: [100, 100, 100, 100] }, [law]);
  expect(expected.map(({ volume }) => volume)).toEqual([90, 95, 150, 140]);
  expect(expected.map(({ origin }) => origin)).toEqual(['actual', 'actual', 'actual', 'planned']);
  expect(expected[3]).toMatchObject({ base: 100, lawFactor: 1.4, renewals: 0 });
});

it('cards of ten years ago come on top; a month of theirs that nobody knows makes the month unknown', () => {
  const numbers = { actual: [], planned: [100, 100, 100, 100] };
  expect(expectedVolumes(months, numbers, [cards]).map(({ volume }) => volume)).toEqual([100, 550, 550, null]);
});

it('drivers move a number and do not make one', () => {
  const [january] = expectedVolumes(months, { actual: [], planned: [null] }, [law, cards]);
  expect(january).toMatchObject({ volume: null, origin: null });
});

describe('numbers of a file', () => {
  const cell = (year: number, month: number, kind: 'actual' | 'planned' = 'actual') => ({
    year,
    month,
    kind,
    count: 5,
  });

  it('two for one month are refused, once as actual and once as planned are not', () => {
    expect(volumeFaults([cell(2026, 1), cell(2026, 1), cell(2026, 1, 'planned')])).toEqual([
      { code: 'VOLUME_TWICE', at: 1, first: 0 },
    ]);
  });

  it('a month left out between others is a gap, unless it is known already; in any order', () => {
    const cells = [cell(2026, 3), cell(2025, 12)];
    expect(volumeFaults(cells)).toEqual([{ code: 'VOLUME_GAP', at: 0, missing: { year: 2026, month: 1 } }]);
    expect(volumeFaults(cells, [cell(2026, 1), cell(2026, 2)])).toEqual([]);
    expect(volumeFaults(cells, [cell(2026, 1), cell(2026, 2, 'planned')])).toHaveLength(1);
  });

  it('a file that goes on later than what is known left months out, too', () => {
    const april = [cell(2026, 4), cell(2026, 5)];
    expect(volumeFaults(april, [cell(2026, 1), cell(2026, 2), cell(2026, 6)])).toEqual([
      { code: 'VOLUME_GAP', at: 0, missing: { year: 2026, month: 3 } },
    ]);
    expect(volumeFaults(april, [cell(2026, 3), cell(2026, 1)])).toEqual([]);
  });

  it.each([
    [2026, 10, false],
    [2026, 11, true],
    [2027, 1, true],
    [2025, 12, false],
  ])('on 31.10.2026 the month %i-%i is ahead: %s', (year, month, isAhead) => {
    expect(isMonthAhead({ year, month }, '2026-10-31')).toBe(isAhead);
  });
});
