/*
 * The active cell and the block around it. Column 0 is the name of the line. Pure.
 */

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A block of cells: `active` is where somebody types, `end` the corner across, which Shift moves. */
export interface Selection {
  readonly active: Place;
  readonly end: Place;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const at = (row: number, column: number): Selection => ({ active: { row, column }, end: { row, column } });

export function blockOf({ active, end }: Selection): Block {
  return {
    top: Math.min(active.row, end.row),
    bottom: Math.max(active.row, end.row),
    left: Math.min(active.column, end.column),
    right: Math.max(active.column, end.column),
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

/** Where a key leads; null when it is none that moves. */
export function moved(
  { row, column }: Place,
  key: string,
  isFar: boolean,
  { lastRow, lastColumn, pageRows }: Extent,
): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: isFar ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isFar ? lastColumn : column + 1 };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
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

/** The nearest place inside the grid. */
export function within({ row, column }: Place, { lastRow, lastColumn }: Extent): Place {
  return { row: Math.max(0, Math.min(row, lastRow)), column: Math.max(0, Math.min(column, lastColumn)) };
}
