import { revenueFigures, revenueRowsOf, revenueWaterfallOf } from './revenue';

const grant = {
  appropriationCents: 10_000_000,
  carryOverCents: 0,
  overPlanCents: 0,
  outsidePlanCents: 0,
  earmarkCents: 0,
  transferCents: 0,
  lockCents: 0,
  reservationCents: 0,
  commitmentCents: 0,
  actualCents: 4_000_000,
};
const written = (figures: typeof grant): string[] =>
  revenueRowsOf(figures).map(({ operator, label, cents }) => `${operator} ${label} ${cents}`);

test('a revenue line is planned, received, open, and says nothing of available', () => {
  expect(written(grant)).toEqual([' geplant 10000000', '- eingegangen 4000000', '= offen 6000000']);
});

test('what changed after the plan stands there with its sum', () => {
  expect(written({ ...grant, transferCents: 500_000 })).toEqual([
    ' geplant 10000000',
    '+ nach dem Plan geändert 500000',
    '= zu erwarten 10500000',
    '- eingegangen 4000000',
    '= offen 6500000',
  ]);
});

test('more than planned is no shortfall: the last bar is a level of its own', () => {
  const steps = revenueWaterfallOf({ ...grant, actualCents: 12_000_000 });
  expect(steps.at(-1)).toEqual({ label: 'Offen', cents: -2_000_000, kind: 'total' });
  expect(revenueFigures(grant).openCents).toBe(6_000_000);
});
