import type { GridColumn } from './plan-columns';
import type { GridRow, PlanLine, Side } from './plan-rows';
import { sumSelected } from './plan-selected';

const line = (index: number, side: Side): GridRow => ({
  kind: 'line',
  key: String(index),
  line: { index, lineId: String(index), side } as PlanLine,
});
const ROWS: readonly GridRow[] = [
  { kind: 'group', key: 'a', label: '1.11 IT', side: 'spending', lines: [] },
  ...[line(0, 'spending'), line(1, 'spending'), line(2, 'income'), line(3, 'spending')],
];
const COLUMNS: readonly GridColumn[] = [
  { kind: 'base', key: 'plan', base: 'plan', fiscalYear: 2026 },
  { kind: 'amount', key: '2027', fiscalYear: 2027, isPlanYear: true },
  { kind: 'difference', key: 'd', base: 'plan', as: 'cents', fiscalYear: 2027, baseYear: 2026 },
];
/** By column and line; nothing is planned on the last line. */
const FIGURES: Readonly<Record<string, readonly (number | null)[]>> = {
  plan: [100, 200, 50, 1],
  2027: [101, 202, 60, null],
  d: [1, 2, 10, null],
};

const sum = (top: number, left: number, bottom: number, right: number): unknown =>
  sumSelected({ top, left, bottom, right }, ROWS, COLUMNS, ({ key }, { index }) => FIGURES[key]?.[index] ?? null);

describe('what the selected cells come to', () => {
  it('sum, number and mean of what stands there: an empty cell is no zero', () => {
    expect(sum(1, 2, 2, 2)).toEqual([{ side: 'spending', count: 2, sumCents: 303, meanCents: 152 }]);
    expect(sum(4, 2, 4, 2)).toEqual([]);
  });

  it('what comes in is never added to what is needed', () => {
    expect(sum(1, 2, 4, 2)).toEqual([
      { side: 'spending', count: 2, sumCents: 303, meanCents: 152 },
      { side: 'income', count: 1, sumCents: 60, meanCents: 60 },
    ]);
  });

  it('heads of groups, names and differences beside amounts are not counted once more', () => {
    expect(sum(0, 0, 1, 3)).toEqual([{ side: 'spending', count: 2, sumCents: 201, meanCents: 101 }]);
    expect(sum(1, 3, 2, 3)).toEqual([{ side: 'spending', count: 2, sumCents: 3, meanCents: 2 }]);
  });
});
