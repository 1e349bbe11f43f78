import { type Outcome, type Refusal, ok, refuse } from './outcome';

type Short = Refusal<'BUDGET_EXCEEDED', { missingCents: number }>;

const spend = (amount: number): Outcome<number, Short> =>
  amount <= 100 ? ok(100 - amount) : refuse({ code: 'BUDGET_EXCEEDED', params: { missingCents: amount - 100 } });

it('an outcome is a value or a refusal with its figures', () => {
  expect(spend(40)).toEqual({ ok: true, value: 60 });
  expect(spend(140)).toEqual({ ok: false, refusal: { code: 'BUDGET_EXCEEDED', params: { missingCents: 40 } } });
});
