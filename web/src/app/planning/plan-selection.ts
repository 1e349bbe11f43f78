/*
 * The active cell and the block around it. Column 0 is the name of the line. Pure.
 */

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `active` is where somebody types. The block reaches from `anchor` to `end`, the corner that Shift moves. */
export interface Selection {
  readonly active: Place;
  readonly anchor: Place;
  readonly end: Place;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const at = (row: number, column: number): Selection => {
  const place = { row, column };
  return { active: place, anchor: place, end: place };
};

export function blockOf({ anchor, end }: Selection): Block {
  return {
    top: Math.min(anchor.row, end.row),
    bottom: Math.max(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    right: Math.max(anchor.column, end.column),
  };
}

export const holds = (block: Block, row: number, column: number): boolean =>
  row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;

/** The size of the grid: last row, last column, and how many rows a page has. */
export interface Extent {
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly pageRows: number;
}

/** The first figure; the names left of it stay in sight and are reached by going on. */
const FIRST_FIGURE = 1;

/** Where a key leads; null when it is none that moves. `isFilled` says where figures stand, for the jumps of `isFar`. */
export function moved(
  from: Place,
  key: string,
  isFar: boolean,
  extent: Extent,
  isFilled: (place: Place) => boolean,
): Place | null {
  const { row, column } = from;
  const { lastRow, lastColumn, pageRows } = extent;
  switch (key) {
    case 'ArrowUp':
      return isFar ? edge(from, -1, 0, extent, isFilled) : { row: row - 1, column };
    case 'ArrowDown':
      return isFar ? edge(from, 1, 0, extent, isFilled) : { row: row + 1, column };
    case 'ArrowLeft':
      return isFar ? edge(from, 0, -1, extent, isFilled) : { row, column: column - 1 };
    case 'ArrowRight':
      return isFar ? edge(from, 0, 1, extent, isFilled) : { row, column: column + 1 };
    case 'Home':
      return isFar ? { row: 0, column: FIRST_FIGURE } : { row, column: column > FIRST_FIGURE ? FIRST_FIGURE : 0 };
    case 'End':
      return { row: isFar ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: row - pageRows, column };
    case 'PageDown':
      return { row: row + pageRows, column };
    default:
      return null;
  }
}

/** The last figure before a gap, else the first one behind it, else the rim: as in a spreadsheet. */
function edge(from: Place, down: number, right: number, extent: Extent, isFilled: (place: Place) => boolean): Place {
  const next = ({ row, column }: Place): Place => ({ row: row + down, column: column + right });
  const isInside = ({ row, column }: Place): boolean =>
    row >= 0 && row <= extent.lastRow && column >= 0 && column <= extent.lastColumn;
  let place = next(from);
  if (!isInside(place)) return from;
  const isAlong = isFilled(from) && isFilled(place);
  for (; isInside(next(place)); place = next(place)) {
    if (isAlong ? !isFilled(next(place)) : isFilled(place)) return place;
  }
  return place;
}

/** The nearest place inside the grid. */
export function within({ row, column }: Place, { lastRow, lastColumn }: Extent): Place {
  return { row: Math.max(0, Math.min(row, lastRow)), column: Math.max(0, Math.min(column, lastColumn)) };
}

/** The next cell of a block, down its columns or along its rows; after the last comes the first. */
export function nextIn(block: Block, { row, column }: Place, way: 'down' | 'right', isBack: boolean): Place {
  const [height, width] = [block.bottom - block.top + 1, block.right - block.left + 1];
  const [down, right] = [row - block.top, column - block.left];
  const count = height * width;
  const place = way === 'down' ? right * height + down : down * width + right;
  const next = (place + (isBack ? -1 : 1) + count) % count;
  return way === 'down'
    ? { row: block.top + (next % height), column: block.left + Math.floor(next / height) }
    : { row: block.top + Math.floor(next / width), column: block.left + (next % width) };
}
