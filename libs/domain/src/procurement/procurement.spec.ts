import { cents, plainDate } from '../shared';
import { estimatedValue, isProcurementLimits, PROCUREMENT_LIMITS, proposeProcurement } from './procurement';

const TODAY = plainDate('2026-11-30');
const propose = (euro: number, changes: object = {}) =>
  proposeProcurement(
    { netCents: cents(Math.round(euro * 100)), isFramework: false, isInHouse: false, wantedOn: null, ...changes },
    PROCUREMENT_LIMITS,
    TODAY,
  );

test.each([
  ['a headset', 89.9, 'direct', null, 2_000_000],
  ['exactly the limit of the direct order', 20_000, 'direct', null, 2_000_000],
  ['a cent above it', 20_000.01, 'negotiated', 2_000_000, 10_000_000],
  ['exactly the limit of negotiation', 100_000, 'negotiated', 2_000_000, 10_000_000],
  ['a cent above it', 100_000.01, 'national', 10_000_000, 21_600_000],
  ['a cent below the threshold of the Union', 215_999.99, 'national', 10_000_000, 21_600_000],
  ['exactly the threshold of the Union', 216_000, 'eu', 21_600_000, null],
])('%s of %d euro net goes by %s', (_, euro, path, aboveCents, upToCents) => {
  expect(propose(euro)).toMatchObject({ path, aboveCents, upToCents, latestStartOn: null, isLate: false });
});

test('a framework contract and an own company take the limits away, whatever the amount', () => {
  expect(propose(900_000, { isFramework: true })).toMatchObject({ path: 'framework', aboveCents: null, leadDays: 21 });
  expect(propose(900_000, { isInHouse: true })).toMatchObject({ path: 'in_house', upToCents: null, leadDays: 14 });
});

test('40 notebooks at 990 net, wanted on the first of March: negotiated, begun by the last of December', () => {
  const wanted = propose(39_600, { wantedOn: plainDate('2027-03-01') });
  expect(wanted).toMatchObject({ path: 'negotiated', leadDays: 60, latestStartOn: '2026-12-31', isLate: false });
  expect(propose(39_600, { wantedOn: plainDate('2027-01-28') })).toMatchObject({
    latestStartOn: '2026-11-29',
    isLate: true,
  });
  expect(propose(39_600, { wantedOn: plainDate('2027-01-29') }).isLate).toBe(false);
});

test.each([
  ['three years', 36, 3_600_000],
  ['six years count as four', 72, 4_800_000],
  ['no end counts as four', null, 4_800_000],
  ['a single month', 1, 100_000],
])('the value of a contract of 12,000 a year over %s', (_, months, expected) => {
  expect(estimatedValue(cents(1_200_000), months)).toBe(expected);
});

describe('values of the setting', () => {
  test.each([
    ['the default', PROCUREMENT_LIMITS, true],
    ['limits that fall', { ...PROCUREMENT_LIMITS, negotiatedUpToCents: 1_000_000 }, false],
    ['negotiation up to the Union', { ...PROCUREMENT_LIMITS, negotiatedUpToCents: 21_600_000 }, false],
    ['half a day', { ...PROCUREMENT_LIMITS, euDays: 0.5 }, false],
    ['a day missing', { ...PROCUREMENT_LIMITS, euDays: undefined }, false],
    ['something else beside', { ...PROCUREMENT_LIMITS, other: 1 }, false],
    ['nothing', null, false],
  ])('%s', (_, value, expected) => {
    expect(isProcurementLimits(value)).toBe(expected);
  });
});
