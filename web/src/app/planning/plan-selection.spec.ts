import { at, blockOf, holds, moved, within } from './plan-selection';

const EXTENT = { lastRow: 99, lastColumn: 6, pageRows: 15 };

describe('moving in the grid', () => {
  it.each<[string, boolean, object | null]>([
    ['ArrowDown', false, { row: 51, column: 3 }],
    ['ArrowUp', true, { row: 0, column: 3 }],
    ['ArrowRight', false, { row: 50, column: 4 }],
    ['ArrowRight', true, { row: 50, column: 6 }],
    ['ArrowLeft', true, { row: 50, column: 0 }],
    ['Home', false, { row: 50, column: 0 }],
    ['End', true, { row: 99, column: 6 }],
    ['PageDown', false, { row: 65, column: 3 }],
    ['PageUp', false, { row: 35, column: 3 }],
    ['x', false, null],
  ])('%s (far: %s)', (key, isFar, place) => {
    expect(moved({ row: 50, column: 3 }, key, isFar, EXTENT)).toEqual(place);
  });

  it('never leaves it', () => {
    expect(within({ row: -3, column: 9 }, EXTENT)).toEqual({ row: 0, column: 6 });
    expect(within({ row: 120, column: -1 }, EXTENT)).toEqual({ row: 99, column: 0 });
  });

  it('a block reaches from the cell where one types to the corner that Shift has moved', () => {
    const block = blockOf({ ...at(5, 4), end: { row: 3, column: 6 } });
    expect(block).toEqual({ top: 3, bottom: 5, left: 4, right: 6 });
    expect([holds(block, 4, 5), holds(block, 6, 5), holds(block, 4, 3)]).toEqual([true, false, false]);
  });
});
