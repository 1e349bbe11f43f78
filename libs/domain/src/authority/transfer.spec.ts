import { availableCents, balanceOf, type BookingSituation, type LineBalance, type MovementDraft } from '../budget';
import { cents, fiscalYear } from '../shared';
import { decideCounterTransfer, decideTransfer, givableCents, type TransferCase, type TransferLine } from './transfer';

const CITY_RULE = { limitCents: cents(1_000_000), usedCents: cents(0) };

const situation = (balance: LineBalance, wish: Partial<BookingSituation> = {}): BookingSituation => ({
  fiscalYear: fiscalYear(2026),
  booksState: 'open',
  lineState: 'open',
  isPlanInForce: true,
  balance,
  ...wish,
});
const granted = (amount: number): LineBalance => balanceOf([{ kind: 'appropriation', amountCents: cents(amount) }]);
const line = (number: string, appropriation: number, wish: Partial<TransferLine> = {}): TransferLine => ({
  lineId: number,
  number,
  direction: 'expense',
  sphere: 'operating',
  subBudget: 'THH 10',
  poolId: null,
  reserve: null,
  situation: situation(granted(appropriation)),
  ...wish,
});
const INVESTMENT = { direction: 'payment', sphere: 'investing' } as const;
const asked = (
  from: TransferLine,
  to: TransferLine,
  amount: number,
  wish: Partial<TransferCase> = {},
): TransferCase => ({
  from,
  to,
  amountCents: cents(amount),
  isOneSided: false,
  budgetNote: '',
  investmentCover: CITY_RULE,
  ...wish,
});
const refusalOf = (transfer: TransferCase): unknown => {
  const outcome = decideTransfer(transfer);
  return outcome.ok ? 'ok' : outcome.refusal;
};
const codeOf = (transfer: TransferCase): string => {
  const outcome = decideTransfer(transfer);
  return outcome.ok ? outcome.value.form : outcome.refusal.code;
};

describe('a transfer between two lines', () => {
  it('takes from one what it gives to the other, and the sum is 0.00', () => {
    const outcome = decideTransfer(asked(line('A', 10_000_000), line('B', 500), 4_000_000));
    expect(outcome).toEqual({
      ok: true,
      value: {
        form: 'transfer',
        rule: '§ 19 KomHKVO',
        movements: [
          { lineId: 'A', kind: 'transfer', amountCents: -4_000_000 },
          { lineId: 'B', kind: 'transfer', amountCents: 4_000_000 },
        ],
        from: { beforeCents: 10_000_000, afterCents: 6_000_000, level: 'line' },
        to: { beforeCents: 500, afterCents: 4_000_500, level: 'line' },
        needsSecondPerson: false,
      },
    });
  });

  it('gives the last cent and not one more', () => {
    expect(codeOf(asked(line('A', 100), line('B', 0), 100))).toBe('transfer');
    expect(refusalOf(asked(line('A', 100), line('B', 0), 101))).toEqual({
      code: 'TRANSFER_EXCEEDED',
      params: { number: 'A', availableCents: 100, missingCents: 1, rule: '§ 27 Abs. 3 KomHKVO' },
    });
  });

  it('T6 what a line of a pool can give is what the pool has left', () => {
    const poolBalance = granted(3_000_000);
    const pooled = line('A', 5_000_000, { poolId: 'P', situation: situation(granted(5_000_000), { poolBalance }) });
    expect(codeOf(asked(pooled, line('B', 0), 3_000_000))).toBe('transfer');
    expect(refusalOf(asked(pooled, line('B', 0), 3_000_001))).toMatchObject({
      code: 'TRANSFER_EXCEEDED',
      params: { availableCents: 3_000_000, missingCents: 1 },
    });
    expect(decideTransfer(asked(pooled, line('B', 0), 1))).toMatchObject({ value: { from: { level: 'pool' } } });
    expect(givableCents(pooled.situation)).toBe(3_000_000);
    expect(givableCents(situation(balanceOf([{ kind: 'actual', amountCents: cents(5) }])))).toBe(0);
  });

  it('inside a pool nothing needs to be transferred', () => {
    const pool = { poolId: 'P', situation: situation(granted(100), { poolBalance: granted(200) }) };
    expect(codeOf(asked(line('A', 100, pool), line('B', 100, pool), 10))).toBe('TRANSFER_POOL_COVERS');
    expect(codeOf(asked(line('A', 100, pool), line('B', 100, { ...pool, poolId: 'Q' }), 10))).toBe('transfer');
  });

  it('between two budgets it needs the note that makes them coverable', () => {
    const other = line('B', 0, { subBudget: 'THH 40' });
    expect(refusalOf(asked(line('A', 100), other, 10, { budgetNote: '  ' }))).toEqual({
      code: 'TRANSFER_NOTE_NEEDED',
      params: { rule: '§ 19 KomHKVO' },
    });
    expect(codeOf(asked(line('A', 100), other, 10, { budgetNote: 'Vermerk 3' }))).toBe('transfer');
    expect(codeOf(asked(line('A', 100), other, 10, { isOneSided: true }))).toBe('one_sided');
  });

  it('a frame without a ceiling has nothing to give, and may receive', () => {
    const unknown = line('F', 0, {
      situation: situation(balanceOf([]), { isAuthorityUnknown: true, reason: 'Grund' }),
    });
    expect(codeOf(asked(unknown, line('B', 0), 1))).toBe('TRANSFER_EXCEEDED');
    expect(codeOf(asked(line('A', 1), unknown, 1))).toBe('transfer');
  });

  it.each<[string, TransferCase]>([
    ['TRANSFER_SAME_LINE', asked(line('A', 100), line('A', 100), 1)],
    ['AMOUNT_ZERO', asked(line('A', 100), line('B', 0), 0)],
    ['AMOUNT_ZERO', asked(line('A', 100), line('B', 0), -1)],
    ['TRANSFER_SPENDING_ONLY', asked(line('A', 100), line('B', 0, { direction: 'revenue' }), 1)],
    ['TRANSFER_SPENDING_ONLY', asked(line('A', 100, { direction: 'receipt' }), line('B', 0), 1)],
    ['TRANSFER_SIDE', asked(line('A', 100), line('B', 0, { direction: 'payment' }), 1)],
    [
      'LINE_CLOSED',
      asked(line('A', 100), line('B', 0, { situation: situation(granted(0), { lineState: 'closed' }) }), 1),
    ],
    [
      'LINE_CLOSED',
      asked(line('A', 100, { situation: situation(granted(100), { lineState: 'closed' }) }), line('B', 0), 1),
    ],
    [
      'YEAR_CLOSED',
      asked(line('A', 100, { situation: situation(granted(100), { booksState: 'closed' }) }), line('B', 0), 1),
    ],
    [
      'YEAR_NOT_OPEN',
      asked(line('A', 100), line('B', 0, { situation: situation(granted(0), { booksState: 'planned' }) }), 1),
    ],
    [
      'PROVISIONAL_BUDGET',
      asked(line('A', 100, { situation: situation(granted(100), { isPlanInForce: false }) }), line('B', 0), 1),
    ],
  ])('is refused with %s', (code, transfer) => {
    expect(codeOf(transfer)).toBe(code);
  });

  it('from the limit of the city on a second person looks', () => {
    const giver = line('A', 100, { situation: situation(granted(100), { fourEyesFromCents: cents(50) }) });
    const needs = (amount: number): unknown => decideTransfer(asked(giver, line('B', 0), amount));
    expect(needs(49)).toMatchObject({ value: { needsSecondPerson: false } });
    expect(needs(50)).toMatchObject({ value: { needsSecondPerson: true } });
  });
});

describe('T7 the wall between operation and investment (§ 19 Abs. 4 KomHKVO)', () => {
  const expense = line('421110', 10_000_000);
  const investment = line('783125', 0, INVESTMENT);

  it('T7 5,000 from 42xxxx to 783xxx: investment +5,000, and 5,000 of the expense are locked', () => {
    const outcome = decideTransfer(asked(expense, investment, 500_000));
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        form: 'investment_cover',
        rule: '§ 19 Abs. 4 KomHKVO',
        movements: [
          { lineId: '421110', kind: 'lock', amountCents: 500_000 },
          { lineId: '783125', kind: 'transfer', amountCents: 500_000 },
        ],
        from: { beforeCents: 10_000_000, afterCents: 9_500_000 },
        to: { beforeCents: 0, afterCents: 500_000 },
      },
    });
  });

  it('T7 the reverse is always refused, also with the note', () => {
    const rich = line('783125', 10_000_000, INVESTMENT);
    const wall = { code: 'TRANSFER_WALL', params: { rule: '§ 19 Abs. 4 KomHKVO' } };
    expect(refusalOf(asked(rich, expense, 1, { budgetNote: 'Vermerk 3' }))).toEqual(wall);
    expect(refusalOf(asked(rich, expense, 1, { isOneSided: true }))).toEqual(wall);
  });

  it('T7 without the note it is refused', () => {
    const noNote = { ...CITY_RULE, limitCents: null };
    expect(refusalOf(asked(expense, investment, 1, { investmentCover: noNote }))).toEqual({
      code: 'TRANSFER_WALL_NOTE',
      params: { rule: '§ 19 Abs. 4 KomHKVO' },
    });
  });

  it('T7 the limit of insignificance counts what the line had in the year already', () => {
    const used = { ...CITY_RULE, usedCents: cents(600_000) };
    expect(codeOf(asked(expense, investment, 1_000_000))).toBe('investment_cover');
    expect(codeOf(asked(expense, investment, 400_000, { investmentCover: used }))).toBe('investment_cover');
    expect(refusalOf(asked(expense, investment, 400_001, { investmentCover: used }))).toEqual({
      code: 'TRANSFER_WALL_LIMIT',
      params: { limitCents: 1_000_000, leftCents: 400_000, rule: '§ 19 Abs. 4 KomHKVO' },
    });
    const over = { ...CITY_RULE, usedCents: cents(1_200_000) };
    expect(refusalOf(asked(expense, investment, 1, { investmentCover: over }))).toMatchObject({
      params: { leftCents: 0 },
    });
  });

  it('the expense must have it, and stand in the same budget', () => {
    expect(codeOf(asked(line('421110', 4), investment, 5))).toBe('TRANSFER_EXCEEDED');
    expect(codeOf(asked(line('421110', 5, { subBudget: 'THH 40' }), investment, 5))).toBe('TRANSFER_WALL_BUDGET');
  });

  it.each([
    ['operation to financing', line('A', 100), line('B', 0, { direction: 'payment', sphere: 'financing' })],
    [
      'investment to financing',
      line('A', 100, INVESTMENT),
      line('B', 0, { direction: 'payment', sphere: 'financing' }),
    ],
    ['a payment that is no expense', line('A', 100, { direction: 'payment' }), investment],
  ])('%s never', (_, from, to) => {
    expect(codeOf(asked(from, to, 1))).toBe('TRANSFER_WALL');
  });
});

describe('T9 reserves (§ 13 KomHKVO)', () => {
  it.each(['contingency', 'discretionary'] as const)(
    'T9 a %s line neither gives by transfer nor receives',
    (reserve) => {
      const refused = { code: 'TRANSFER_RESERVE', params: { number: 'R', rule: '§ 13 KomHKVO' } };
      expect(refusalOf(asked(line('R', 100, { reserve }), line('B', 0), 1))).toEqual(refused);
      expect(refusalOf(asked(line('A', 100), line('R', 0, { reserve }), 1))).toEqual(refused);
    },
  );
});

describe('undoing a transfer', () => {
  const after = (amount: number, ...more: MovementDraft[]): TransferLine =>
    line('B', 0, { situation: situation(balanceOf([{ kind: 'transfer', amountCents: cents(amount) }, ...more])) });

  it('is a counter-transfer of the same amount', () => {
    expect(decideCounterTransfer('transfer', cents(40), line('A', 60), after(40))).toEqual({
      ok: true,
      value: [
        { lineId: 'A', kind: 'transfer', amountCents: 40 },
        { lineId: 'B', kind: 'transfer', amountCents: -40 },
      ],
    });
  });

  it('T7 releases the lock on the expense when an investment gives back', () => {
    const locked = balanceOf([
      { kind: 'appropriation', amountCents: cents(100) },
      { kind: 'lock', amountCents: cents(40) },
    ]);
    const expense = line('A', 0, { situation: situation(locked) });
    const outcome = decideCounterTransfer('investment_cover', cents(40), expense, after(40));
    expect(outcome).toMatchObject({
      value: [
        { lineId: 'A', kind: 'lock', amountCents: -40 },
        { lineId: 'B', kind: 'transfer', amountCents: -40 },
      ],
    });
  });

  it('is refused where the money is spent by now, or the books are closed', () => {
    const spent = after(40, { kind: 'actual', amountCents: cents(1) });
    expect(availableCents(spent.situation.balance)).toBe(39);
    expect(decideCounterTransfer('transfer', cents(40), line('A', 0), spent)).toEqual({
      ok: false,
      refusal: {
        code: 'TRANSFER_EXCEEDED',
        params: { number: 'B', availableCents: 39, missingCents: 1, rule: '§ 27 Abs. 3 KomHKVO' },
      },
    });
    const closed = line('A', 0, { situation: situation(granted(0), { booksState: 'closed' }) });
    expect(decideCounterTransfer('transfer', cents(40), closed, after(40))).toMatchObject({
      refusal: { code: 'YEAR_CLOSED' },
    });
  });
});
