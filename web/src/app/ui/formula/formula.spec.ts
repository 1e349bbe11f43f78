import { formulaRowsOf, waterfallOf } from './formula';

/** T1 of the domain rules, as the API sends it: with more beside the kinds. */
const t1 = {
  frame: 'CORE',
  lines: 12,
  appropriationCents: 350_000_000,
  carryOverCents: 12_000_000,
  overPlanCents: 8_000_000,
  outsidePlanCents: 0,
  earmarkCents: 0,
  transferCents: -5_000_000,
  lockCents: 35_000_000,
  reservationCents: 4_000_000,
  commitmentCents: 61_000_000,
  actualCents: 190_000_000,
};

test('T1 the proof shows every step with its sign and ends at 750,000.00', () => {
  expect(formulaRowsOf(t1).map(({ operator, label, cents }) => `${operator} ${label} ${cents}`)).toEqual([
    ' Ansatz 350000000',
    '+ Haushaltsrest 12000000',
    '+ überplanmäßig bewilligt 8000000',
    '- Umbuchungen 5000000',
    '= fortgeschriebener Ansatz 365000000',
    '- gesperrt 35000000',
    '- reserviert 4000000',
    '- Obligo, offen 61000000',
    '- Ist, angeordnet 190000000',
    '= verfügbar 75000000',
  ]);
});

test('T1 the waterfall starts at the appropriation and ends at what is available', () => {
  const steps = waterfallOf(t1);
  expect([steps[0], steps.at(-1)]).toEqual([
    { label: 'Ansatz', cents: 350_000_000, kind: 'base' },
    { label: 'Verfügbar', cents: 75_000_000, kind: 'available' },
  ]);
});
