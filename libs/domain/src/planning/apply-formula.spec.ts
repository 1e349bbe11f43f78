import fc from 'fast-check';
import { type Cents, MAX_AMOUNT_CENTS, cents, sumCents } from '../shared/cents';
import { type AppliedFormula, applyPlanFormula, type FormulaCell, type RoundTo } from './apply-formula';
import { parsePlanFormula } from './plan-formula';

/** A line from 2027 on, with what the plan in force has for 2026. */
const line = (lineId: string, before: number | null, ...amounts: (number | null)[]): FormulaCell[] =>
  amounts.map((amount, at) => ({
    lineId,
    fiscalYear: 2027 + at,
    amountCents: amount === null ? null : cents(amount),
    previousCents: at > 0 ? cents(-1) : before === null ? null : cents(before),
  }));

function apply(text: string, cells: readonly FormulaCell[], roundTo?: RoundTo): AppliedFormula {
  const read = parsePlanFormula(text);
  if (!read.ok) throw new Error(read.code);
  return applyPlanFormula(read.formula, cells, roundTo);
}

const DATA_CENTRE = line('a', 61_000_000, 62_830_000, null, 10_000, null);

describe('a formula over the selected cells', () => {
  it.each<[string, FormulaCell[], (number | null)[], number]>([
    ['+3%', line('a', null, 10_000, null, 0), [10_300, null, 0], 1],
    ['-2,5%', line('a', null, 1001), [976], 0],
    ['+3%', line('a', null, -50), [-52], 0],
    ['+1000', line('a', null, 5, null), [100_005, null], 1],
    ['*1,02', line('a', null, 25), [26], 0],
    ['*0', line('a', null, 25, null), [0, null], 1],
    ['=12,30', line('a', null, null, 7), [1230, 1230], 0],
    ['=Vorjahr', line('a', 61_000_000, null, 7), [61_000_000, 61_000_000], 0],
    // R27: 120,000.00 grows by 3 % a year and is rounded once a year.
    ['=Vorjahr*1,03', line('a', 12_000_000, 1, 1, 1, 1), [12_360_000, 12_730_800, 13_112_724, 13_506_106], 0],
    ['rechts +3%', line('a', null, 12_000_000, null, 9, 9), [12_000_000, 12_360_000, 12_730_800, 13_112_724], 0],
    // Two lines: the second does not go on from the end of the first.
    ['=Vorjahr', [...line('a', 5, 1, 1), ...line('b', null, 7, 8)], [5, 5, 7, 7], 1],
    ['rechts', [...line('a', 5, 1, 2), ...line('b', null, null, 8)], [1, 1, null, 8], 1],
  ])('%s', (text, cells, amountCents, leftOut) => {
    expect(apply(text, cells)).toEqual({ ok: true, amountCents, leftOut });
  });

  it('rounds to whole euros at once, not to cents first', () => {
    expect(apply('*1,005', line('a', null, 9_900), 'euros')).toMatchObject({ amountCents: [9_900] });
    // 49.498 EUR would become 49.50 and then 50 if it were rounded twice.
    expect(apply('*0,49498', line('a', null, 10_000), 'euros')).toMatchObject({ amountCents: [4_900] });
    expect(apply('=Vorjahr+3%', line('a', 61_050, null, null), 'euros')).toMatchObject({
      amountCents: [62_900, 64_800],
    });
  });

  it('is exact where floating point is not', () => {
    expect(apply('*1,1', line('a', null, 999_999_999_99))).toMatchObject({ amountCents: [109_999_999_999] });
    expect(apply('+0,1%', line('a', null, 100_500))).toMatchObject({ amountCents: [100_601] });
  });
});

describe('an amount is distributed', () => {
  it.each<[string, FormulaCell[], RoundTo, (number | null)[]]>([
    ['verteile 100', line('a', null, null, 5, 0), 'cents', [3334, 3333, 3333]],
    ['verteile 100', line('a', null, null, 5, 0), 'euros', [3400, 3300, 3300]],
    ['verteile 100 anteilig', line('a', null, 100, 200, 300), 'cents', [1667, 3333, 5000]],
    ['verteile 100 anteilig', line('a', null, 100, null, 0), 'cents', [10_000, null, 0]],
    ['verteile -0,10', line('a', null, 1, 1, 1), 'cents', [-3, -3, -4]],
  ])('%s (%#)', (text, cells, roundTo, amountCents) => {
    expect(apply(text, cells, roundTo)).toMatchObject({ ok: true, amountCents });
  });

  it('T23 3,500,000 over twelve cells is 3,500,000.00 again', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => line(String(at), null, null)).flat();
    const done = apply('verteile 3500000', twelve);
    expect(done).toMatchObject({ amountCents: [...Array(8).fill(29_166_667), ...Array(4).fill(29_166_666)] });
  });

  it('any amount over any cells: the sum is the amount', () => {
    const weights = fc.array(fc.option(fc.integer({ min: 0, max: 1_000_000_000 })), { minLength: 1, maxLength: 40 });
    const total = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(weights, total, fc.constantFrom('equal', 'proportion'), (amounts, totalCents, by) => {
        const done = applyPlanFormula(
          { kind: 'distribute', totalCents: cents(totalCents), by: by as 'equal' },
          line('a', null, ...amounts),
        );
        const hasBase = by === 'equal' || amounts.some((amount) => (amount ?? 0) > 0);
        expect(done.ok).toBe(hasBase);
        if (done.ok) expect(sumCents(done.amountCents.filter((one): one is Cents => one !== null))).toBe(totalCents);
      }),
    );
  });
});

describe('all cells or none', () => {
  it.each<[string, string, FormulaCell[], RoundTo]>([
    ['FORMULA_NOTHING', '+3%', [], 'cents'],
    ['FORMULA_NOTHING', '+3%', line('a', 5, null, null), 'cents'],
    ['FORMULA_NOTHING', '=Vorjahr', line('a', null, 5), 'cents'],
    ['FORMULA_NOTHING', 'rechts +3%', [...line('a', 5, 5), ...line('b', 5, 5)], 'cents'],
    ['FORMULA_RANGE', '*2', line('a', null, 1, MAX_AMOUNT_CENTS), 'cents'],
    ['FORMULA_RANGE', '=Vorjahr*1000', line('a', MAX_AMOUNT_CENTS, null, null, null), 'cents'],
    ['FORMULA_RANGE', '+1', line('a', null, MAX_AMOUNT_CENTS), 'cents'],
    ['FORMULA_NO_BASE', 'verteile 100 anteilig', line('a', null, null, 0), 'cents'],
    ['FORMULA_NO_BASE', 'verteile 100 anteilig', line('a', null, 5, -1), 'cents'],
    ['FORMULA_NOT_WHOLE', 'verteile 100,50', line('a', null, 5, 1), 'euros'],
  ])('%s: %s', (code, text, cells, roundTo) => {
    expect(apply(text, cells, roundTo)).toEqual({ ok: false, code });
  });

  it('leaves the cells that were handed in alone', () => {
    const before = structuredClone(DATA_CENTRE);
    apply('+3%', DATA_CENTRE);
    expect(DATA_CENTRE).toEqual(before);
  });
});
