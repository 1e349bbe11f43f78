import { SumCheck } from './sum-check';

it('a sum covers the rows since the last one; a total all of them', () => {
  const check = new SumCheck(2, null);
  check.addRow([100, 1], 1, '');
  check.addRow([200, 2], 1, '');
  expect(check.compare([300, 3], '')).toMatchObject({ matches: true, isGrand: true });
  check.addRow([50, 5], 1, '');
  expect(check.compare([50, 5], '')).toMatchObject({ matches: true, isGrand: false });
  expect(check.compare([350, 8], '')).toMatchObject({ matches: true, isGrand: true });
});

it('a balance takes expenses away, also from blocks that end in sums of their own', () => {
  const check = new SumCheck(1, null);
  check.addRow([1000], 1, '');
  check.compare([1000], '');
  check.addRow([300], -1, '');
  check.addRow([200], -1, '');
  expect(check.compare([500], '').matches).toBe(true);
  expect(check.compare([500], '')).toMatchObject({ matches: true, readCents: [500] });
  check.addRow([70], 1, '');
  expect(check.compare([70], '').matches).toBe(true);
  expect(check.compare([570], '')).toMatchObject({ matches: true, isGrand: true });
});

it('a blank cell states nothing', () => {
  const check = new SumCheck(2, null);
  check.addRow([100, 1], 1, '');
  check.addRow([100, 1], 1, '');
  expect(check.compare([200, null], '').matches).toBe(true);
});

it('shorter codes sum the longer ones below them, wherever they stand', () => {
  const check = new SumCheck(1, 4);
  check.addRow([10], 1, '1110');
  check.addRow([20], 1, '1120');
  check.addRow([40], 1, '1210');
  expect(check.compare([30], '11')).toMatchObject({ matches: true, isGrand: false });
  expect(check.compare([40], '12').matches).toBe(true);
  expect(check.compare([70], '1').matches).toBe(true);
});

it('a sum that fits nothing is compared with what comes nearest', () => {
  const check = new SumCheck(1, null);
  check.addRow([100], 1, '');
  check.compare([100], '');
  check.addRow([50], 1, '');
  expect(check.compare([149], '')).toMatchObject({ matches: false, isGrand: true, readCents: [150] });
});
