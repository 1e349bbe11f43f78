import type { GridColumn } from './plan-columns';
import { type Pasted, placeBlock } from './plan-paste';
import type { GridRow, PlanLine } from './plan-rows';
import type { Block } from './plan-selection';

const line = (name: string, index: number): PlanLine =>
  ({ index, lineId: name, number: `4S.${index}`, name, side: 'spending' }) as PlanLine;
const LINES = ['Netz', 'Lizenzen', 'Telefon'].map(line);
const PLAIN: readonly GridRow[] = LINES.map((one) => ({ kind: 'line', key: one.lineId, line: one }));
/** With the head of a product above the first and above the third line. */
const GROUPED: readonly GridRow[] = [
  { kind: 'group', key: 'a', label: '1.11 IT', side: 'spending', lines: LINES.slice(0, 2) },
  ...PLAIN.slice(0, 2),
  { kind: 'group', key: 'b', label: '5.51', side: 'spending', lines: LINES.slice(2) },
  ...PLAIN.slice(2),
];

const amount = (fiscalYear: number): GridColumn => ({
  ...{ kind: 'amount', key: String(fiscalYear), fiscalYear, isPlanYear: fiscalYear === 2027 },
});
const YEARS: readonly GridColumn[] = [
  { kind: 'base', key: 'plan', base: 'plan', fiscalYear: 2026 },
  ...[2027, 2028, 2029].map(amount),
];
/** A Nachtrag: what is in force and the change stand between the plan year and the years after. */
const NACHTRAG: readonly GridColumn[] = [
  amount(2027),
  { kind: 'base', key: 'in_force 2027', base: 'in_force', fiscalYear: 2027 },
  { kind: 'difference', key: 'd', base: 'in_force', as: 'cents', fiscalYear: 2027, baseYear: 2027 },
  amount(2028),
];

const from = (top: number, left: number, bottom = top, right = left): Block => ({ top, left, bottom, right });

function paste(
  text: string,
  at: Block,
  more: Partial<{ rows: typeof PLAIN; columns: typeof YEARS; own: boolean }> = {},
) {
  const { rows = PLAIN, columns = YEARS, own = false } = more;
  const block = text.split('\n').map((row) => row.split('\t'));
  // Every figure to compare with is 80,00, and no head of a group has a sum.
  const textAt = (row: GridRow, column: GridColumn): string =>
    row.kind === 'group' ? '' : column.kind === 'amount' ? '1,00' : '80,00';
  return placeBlock(block, own, { rows, columns, block: at, textAt });
}
const told = ({ cells }: Pasted): string[] =>
  cells.map(({ line: { name }, fiscalYear, text }) => `${name} ${fiscalYear} ${text}`);

describe('a block from Excel', () => {
  it('goes into the lines and years from the selected cell on, and what sticks out is counted', () => {
    const pasted = paste('1\t2\t3\n4\t5\t', from(2, 3));
    expect(told(pasted)).toEqual(['Telefon 2028 1', 'Telefon 2029 2']);
    expect(pasted.leftOver).toBe(3);
  });

  it('leaves its head with the years out, and the years say where the columns belong', () => {
    const pasted = paste('Bezeichnung\t2028\t2027\nNetz\t20\t10\nLizenzen\t40\t30', from(0, 2));
    expect(told(pasted)).toEqual(['Netz 2028 20', 'Netz 2027 10', 'Lizenzen 2028 40', 'Lizenzen 2027 30']);
    expect([pasted.hasHead, pasted.leftOver]).toEqual([true, 0]);
  });

  it('finds its lines by their numbers, in whatever order it comes; sums below name none', () => {
    const text = 'Zeile\tAnsatz 2027\n4S.2\t30\n4S.9\t5\n4S.0\t10\n\t45';
    const pasted = paste(text, from(1, 0));
    expect(told(pasted)).toEqual(['Telefon 2027 30', 'Netz 2027 10']);
    expect(pasted.unknownLines).toBe(1);
  });

  it('of one value, row or column fills a selection that is several times as large', () => {
    expect(told(paste('7', from(0, 2, 1, 3)))).toEqual([
      'Netz 2027 7',
      'Netz 2028 7',
      'Lizenzen 2027 7',
      'Lizenzen 2028 7',
    ]);
    expect(told(paste('5\t6', from(0, 2, 1, 3)))).toEqual([
      'Netz 2027 5',
      'Netz 2028 6',
      'Lizenzen 2027 5',
      'Lizenzen 2028 6',
    ]);
    expect(told(paste('5\n6', from(0, 2, 1, 3)))).toEqual([
      'Netz 2027 5',
      'Netz 2028 5',
      'Lizenzen 2027 6',
      'Lizenzen 2028 6',
    ]);
    // Two rows into three is no whole number of times: it goes in once.
    expect(told(paste('5\n6', from(0, 2, 2, 2)))).toEqual(['Netz 2027 5', 'Lizenzen 2027 6']);
  });

  it('passes over heads of groups and figures to compare with', () => {
    expect(told(paste('1\n2\n3', from(1, 2), { rows: GROUPED }))).toEqual([
      'Netz 2027 1',
      'Lizenzen 2027 2',
      'Telefon 2027 3',
    ]);
    expect(told(paste('1\t2', from(0, 1), { columns: NACHTRAG }))).toEqual(['Netz 2027 1', 'Netz 2028 2']);
  });

  it('with names in front finds its lines, in whatever order it comes', () => {
    const pasted = paste('Telefon\t80\t7\nNetz\t80\t9\nFuhrpark\t80\t5', from(0, 0));
    expect(told(pasted)).toEqual(['Telefon 2027 7', 'Netz 2027 9']);
    expect(pasted.unknownLines).toBe(1);
    const twice = [...PLAIN, { kind: 'line', key: 'x', line: { ...line('Netz', 3), lineId: 'other' } }] as typeof PLAIN;
    expect(told(paste('Netz\t80\t9', from(0, 0), { rows: twice }))).toEqual(['Netz 2027 9']);
    expect(told(paste('Netz\t80\t9', from(1, 0), { rows: twice }))).toEqual([]);
  });

  it('goes nowhere from a cell that holds a figure to compare with', () => {
    expect(told(paste('1\t2', from(0, 1)))).toEqual([]);
  });
});

describe('a block of this grid', () => {
  it('comes back from Excel onto the same cells: what is in force never becomes the plan of a later year', () => {
    const pasted = paste('1.500,00\t80\t80,00\t2', from(0, 1), { columns: NACHTRAG });
    expect(told(pasted)).toEqual(['Netz 2027 1.500,00', 'Netz 2028 2']);
    expect(pasted.leftOver).toBe(0);
  });

  it('is laid down cell on cell elsewhere, too', () => {
    expect(told(paste('9\t80,00\t8,00\t7', from(1, 1), { columns: NACHTRAG, own: true }))).toEqual([
      'Lizenzen 2027 9',
      'Lizenzen 2028 7',
    ]);
    expect(told(paste('8\n9\n\n7', from(1, 2), { rows: GROUPED, own: true }))).toEqual([
      'Netz 2027 8',
      'Lizenzen 2027 9',
      'Telefon 2027 7',
    ]);
  });

  it("carries last year's plan into the new year", () => {
    expect(told(paste('80,00\n81,00', from(0, 2), { own: true }))).toEqual(['Netz 2027 80,00', 'Lizenzen 2027 81,00']);
  });
});
