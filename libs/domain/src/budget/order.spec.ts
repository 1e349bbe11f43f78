import fc from 'fast-check';
import { cents, sumCents } from '../shared/cents';
import { availableCents, balanceOf } from './availability';
import type { MovementDraft } from './movement';
import {
  NEW_ORDER,
  ORDER_STEPS,
  type OrderPosition,
  type OrderState,
  type OrderStep,
  orderStepsFrom,
  takeOrderStep,
} from './order';

/** Walks an order through steps and keeps what it writes on a line of 100,000.00. */
function walk(...steps: [OrderStep, number?][]): {
  position: OrderPosition;
  movements: MovementDraft[];
  available: number[];
} {
  let position = NEW_ORDER;
  const movements: MovementDraft[] = [];
  const available: number[] = [];
  for (const [step, amount] of steps) {
    const outcome = amount === undefined ? takeOrderStep(position, step) : takeOrderStep(position, step, cents(amount));
    if (!outcome.ok) throw new Error(`${step}: ${outcome.refusal.code}`);
    position = outcome.value.position;
    movements.push(...outcome.value.movements);
    available.push(
      availableCents(balanceOf([{ kind: 'appropriation', amountCents: cents(10_000_000) }, ...movements])),
    );
  }
  return { position, movements, available };
}

const after = (...steps: [OrderStep, number?][]): OrderPosition => walk(...steps).position;

describe('order life cycle', () => {
  it('T1b order 60,000, part invoice 25,000, final invoice 30,000, credit 2,000 on a line of 100,000', () => {
    const order = walk(
      ['place', 6_000_000],
      ['part_invoice', 2_500_000],
      ['final_invoice', 3_000_000],
      ['credit', 200_000],
    );
    expect(order.available).toEqual([4_000_000, 4_000_000, 4_500_000, 4_700_000]);
    expect(order.position).toEqual({ state: 'closed', reservedCents: 0, committedCents: 0, spentCents: 5_300_000 });
    expect(order.movements).toEqual([
      { kind: 'commitment', amountCents: 6_000_000 },
      { kind: 'commitment', amountCents: -2_500_000 },
      { kind: 'actual', amountCents: 2_500_000 },
      { kind: 'commitment', amountCents: -3_500_000 },
      { kind: 'actual', amountCents: 3_000_000 },
      { kind: 'actual', amountCents: -200_000 },
    ]);
  });

  it('T1b after the part invoice 35,000 are still committed', () => {
    expect(after(['place', 6_000_000], ['part_invoice', 2_500_000])).toEqual({
      state: 'partly_invoiced',
      reservedCents: 0,
      committedCents: 3_500_000,
      spentCents: 2_500_000,
    });
  });

  it('T1c cancelling after a part invoice releases only the open 35,000', () => {
    const order = walk(['place', 6_000_000], ['part_invoice', 2_500_000], ['cancel']);
    expect(order.movements.at(-1)).toEqual({ kind: 'commitment', amountCents: -3_500_000 });
    expect(order.available.at(-1)).toBe(7_500_000);
    expect(order.position.state).toBe('cancelled');
  });

  it('a reservation becomes an order, smaller or larger than it was', () => {
    const order = walk(['reserve', 5_000_000], ['place', 5_200_000]);
    expect(order.available).toEqual([5_000_000, 4_800_000]);
    expect(order.movements.slice(1)).toEqual([
      { kind: 'reservation', amountCents: -5_000_000 },
      { kind: 'commitment', amountCents: 5_200_000 },
    ]);
    expect(order.position).toEqual({ state: 'ordered', reservedCents: 0, committedCents: 5_200_000, spentCents: 0 });
  });

  it('a reservation is cancelled as a whole', () => {
    expect(walk(['reserve', 700], ['cancel']).movements).toEqual([
      { kind: 'reservation', amountCents: 700 },
      { kind: 'reservation', amountCents: -700 },
    ]);
  });

  it('an order is increased and reduced', () => {
    expect(after(['place', 1000], ['increase', 500], ['reduce', 300])).toEqual({
      state: 'ordered',
      reservedCents: 0,
      committedCents: 1200,
      spentCents: 0,
    });
    expect(after(['place', 1000], ['reduce', 1000]).committedCents).toBe(0);
  });

  it('a part invoice above the open commitment consumes it and charges the excess', () => {
    const order = walk(['place', 1000], ['part_invoice', 1500], ['part_invoice', 100]);
    expect(order.position).toEqual({ state: 'partly_invoiced', reservedCents: 0, committedCents: 0, spentCents: 1600 });
    expect(order.movements.slice(1)).toEqual([
      { kind: 'commitment', amountCents: -1000 },
      { kind: 'actual', amountCents: 1500 },
      { kind: 'actual', amountCents: 100 },
    ]);
  });

  it('a final invoice alone closes an order', () => {
    expect(after(['place', 1000], ['final_invoice', 1100])).toEqual({
      state: 'closed',
      reservedCents: 0,
      committedCents: 0,
      spentCents: 1100,
    });
  });

  it('a credit after a cancellation gives back what was paid', () => {
    expect(after(['place', 1000], ['part_invoice', 400], ['cancel'], ['credit', 400]).spentCents).toBe(0);
  });
});

describe('steps that an order refuses', () => {
  const ordered: OrderPosition = { ...NEW_ORDER, state: 'ordered', committedCents: cents(1000) };
  const partly: OrderPosition = {
    ...ordered,
    state: 'partly_invoiced',
    committedCents: cents(600),
    spentCents: cents(400),
  };

  it.each<[string, OrderPosition, OrderStep, number, object]>([
    ['reducing more than is open', partly, 'reduce', 601, { code: 'COMMITMENT_EXCEEDED', params: { openCents: 600 } }],
    ['a credit above what was paid', partly, 'credit', 401, { code: 'CREDIT_EXCEEDED', params: { spentCents: 400 } }],
    ['an invoice of nothing', ordered, 'part_invoice', 0, { code: 'AMOUNT_RANGE', params: { minCents: 1 } }],
    ['a negative order', NEW_ORDER, 'place', -1, { code: 'AMOUNT_RANGE', params: { minCents: 1 } }],
    [
      'an invoice without an order',
      NEW_ORDER,
      'part_invoice',
      1,
      { code: 'STEP_NOT_ALLOWED', params: { step: 'part_invoice', state: 'new', allowed: ['reserve', 'place'] } },
    ],
  ])('%s', (_, position, step, amount, refusal) => {
    expect(takeOrderStep(position, step, cents(amount))).toEqual({ ok: false, refusal });
  });

  it.each<OrderStep>(['increase', 'reduce', 'part_invoice', 'final_invoice', 'credit'])('%s of nothing', (step) => {
    const refusal = { code: 'AMOUNT_RANGE', params: { minCents: 1 } };
    expect(takeOrderStep(partly, step, cents(0))).toEqual({ ok: false, refusal });
  });

  it('a step that states an amount needs one', () => {
    expect(takeOrderStep(NEW_ORDER, 'reserve')).toEqual({
      ok: false,
      refusal: { code: 'AMOUNT_RANGE', params: { minCents: 1 } },
    });
  });

  it.each<[OrderState, OrderStep[]]>([
    ['new', ['reserve', 'place']],
    ['reserved', ['place', 'cancel']],
    ['ordered', ['increase', 'reduce', 'part_invoice', 'final_invoice', 'cancel']],
    ['partly_invoiced', ['increase', 'reduce', 'part_invoice', 'final_invoice', 'credit', 'cancel']],
    ['closed', ['credit']],
    ['cancelled', ['credit']],
  ])('%s allows %p', (state, steps) => {
    expect(orderStepsFrom(state)).toEqual(steps);
  });
});

it('T1b whatever happens to an order, nothing open falls below zero and the ledger agrees with it', () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...(Object.keys(ORDER_STEPS) as OrderStep[])), fc.integer({ min: 1, max: 500 })),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(steps, (tried) => {
      let position = NEW_ORDER;
      const written: MovementDraft[] = [];
      for (const [step, amount] of tried) {
        const outcome = takeOrderStep(position, step, cents(amount));
        if (!outcome.ok) continue;
        position = outcome.value.position;
        written.push(...outcome.value.movements);
        expect(Math.min(position.reservedCents, position.committedCents, position.spentCents)).toBeGreaterThanOrEqual(
          0,
        );
      }
      const sum = (kind: string): number => sumCents(written.filter((m) => m.kind === kind).map((m) => m.amountCents));
      expect([sum('reservation'), sum('commitment'), sum('actual')]).toEqual([
        position.reservedCents,
        position.committedCents,
        position.spentCents,
      ]);
    }),
  );
});
