import { at, blockOf, holds, moved, nextIn, type Place, within } from './plan-selection';

const EXTENT = { lastRow: 99, lastColumn: 6, pageRows: 15 };
const FULL = (): boolean => true;

describe('moving in the grid', () => {
  it.each<[string, boolean, object | null]>([
    ['ArrowDown', false, { row: 51, column: 3 }],
    ['ArrowUp', true, { row: 0, column: 3 }],
    ['ArrowRight', false, { row: 50, column: 4 }],
    ['ArrowRight', true, { row: 50, column: 6 }],
    ['ArrowLeft', true, { row: 50, column: 0 }],
    ['Home', false, { row: 50, column: 1 }],
    ['Home', true, { row: 0, column: 1 }],
    ['End', true, { row: 99, column: 6 }],
    ['PageDown', false, { row: 65, column: 3 }],
    ['PageUp', false, { row: 35, column: 3 }],
    ['x', false, null],
  ])('%s (far: %s)', (key, isFar, place) => {
    expect(moved({ row: 50, column: 3 }, key, isFar, EXTENT, FULL)).toEqual(place);
  });

  it('reaches the names from the first figure', () => {
    expect(moved({ row: 5, column: 1 }, 'Home', false, EXTENT, FULL)).toEqual({ row: 5, column: 0 });
  });

  // Figures stand in the rows 2 to 4 and in row 8.
  it.each<[string, number, number]>([
    ['ArrowDown', 0, 2],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 4, 8],
    ['ArrowDown', 8, 99],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 99, 8],
    ['ArrowUp', 8, 4],
    ['ArrowUp', 4, 2],
    ['ArrowUp', 2, 0],
  ])('far, %s from row %i stops at row %i: at the rim of what is filled', (key, from, to) => {
    const isFilled = ({ row }: Place): boolean => [2, 3, 4, 8].includes(row);
    expect(moved({ row: from, column: 3 }, key, true, EXTENT, isFilled)).toEqual({ row: to, column: 3 });
  });

  it('never leaves it', () => {
    expect(within({ row: -3, column: 9 }, EXTENT)).toEqual({ row: 0, column: 6 });
    expect(within({ row: 120, column: -1 }, EXTENT)).toEqual({ row: 99, column: 0 });
  });

  it('a block reaches from the cell where one began to the corner that Shift has moved', () => {
    const block = blockOf({ ...at(5, 4), end: { row: 3, column: 6 } });
    expect(block).toEqual({ top: 3, bottom: 5, left: 4, right: 6 });
    expect([holds(block, 4, 5), holds(block, 6, 5), holds(block, 4, 3)]).toEqual([true, false, false]);
  });

  it.each<['down' | 'right', boolean, string]>([
    ['down', false, '1/2 2/2 1/3 2/3 1/2'],
    ['right', false, '1/2 1/3 2/2 2/3 1/2'],
    ['down', true, '1/2 2/3 1/3 2/2 1/2'],
    ['right', true, '1/2 2/3 2/2 1/3 1/2'],
  ])('goes round in a block: %s, back: %s', (way, isBack, visited) => {
    const block = { top: 1, bottom: 2, left: 2, right: 3 };
    const places = [{ row: 1, column: 2 }];
    for (let step = 0; step < 4; step++) places.push(nextIn(block, places[step] as Place, way, isBack));
    expect(places.map(({ row, column }) => `${row}/${column}`).join(' ')).toBe(visited);
  });
});
