import { readPastedHead } from '@etatlotse/domain/planning';
import { readCell } from './plan-cells';
import type { GridColumn } from './plan-columns';
import type { GridRow, PlanLine } from './plan-rows';
import type { Block } from './plan-selection';

/*
 * Where the cells of a pasted block belong. Pure.
 */

/** The grid at the moment of pasting. */
export interface PasteGround {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** The selected block; its upper left cell is where the pasted one begins. */
  readonly block: Block;
  /** What stands in a cell as it would be copied. */
  readonly textAt: (row: GridRow, column: GridColumn) => string;
}

interface PastedCell {
  readonly line: PlanLine;
  readonly fiscalYear: number;
  readonly text: string;
}

/** What becomes of a block. */
export interface Pasted {
  readonly cells: readonly PastedCell[];
  /** Values with no place in the grid. */
  readonly leftOver: number;
  /** Whether a head with years said which column is which. */
  readonly hasHead: boolean;
  /** Rows that name a line which is not shown. */
  readonly unknownLines: number;
}

const NOWHERE: Pasted = { cells: [], leftOver: 0, hasHead: false, unknownLines: 0 };

type Texts = readonly (readonly string[])[];
/** The grid's row and column under each row and column of the block; null where there is none. */
interface Landing {
  readonly rows: readonly (GridRow | null)[];
  readonly columns: readonly (GridColumn | null)[];
}

/**
 * Places a block. A head with years (and numbers of lines) says where its columns belong. A block of this grid (`isOwn`, or
 * one whose other figures are those that stand there) lands cell on cell, as in a spreadsheet, and leaves alone what cannot
 * be typed. Any other block holds amounts only: it goes into the years and lines from the selected cell on, over figures
 * that are there to compare. Where the selection is several times the block, it is filled with it. With the names of lines
 * in front it finds these lines.
 */
export function placeBlock(block: Texts, isOwn: boolean, ground: PasteGround): Pasted {
  const direct = landingOf(block, ground);
  const landing = direct.columns.map((column) => (column?.kind === 'amount' ? column.fiscalYear : null));
  const years = yearsFrom(ground.columns, 0);
  const head = readPastedHead(block, years, landing);
  if (head !== null) {
    const yearAt = new Map([...head.columnOf].map(([fiscalYear, column]) => [column, fiscalYear]));
    const body = block.slice(1);
    const columns = block[0]?.map((_, at) => yearAt.get(at) ?? null) ?? [];
    if (head.numberColumn !== null) return byNumber(body, head.numberColumn, columns, ground.rows);
    return { ...inOrder(body, linesFrom(ground.rows, ground.block.top), columns), hasHead: true };
  }
  const repeated = repeatedIn(block, ground);
  if (repeated !== null) return repeated;
  if (ground.block.left === 0) return byName(block, direct, ground.rows);
  if (isOwn || standsThere(block, direct, ground)) return cellOnCell(block, direct);
  if (direct.columns[0]?.kind !== 'amount') return NOWHERE;
  const columns = yearsFrom(ground.columns, ground.block.left - 1);
  const width = Math.max(...block.map((row) => row.length));
  return inOrder(
    block,
    linesFrom(ground.rows, ground.block.top),
    Array.from({ length: width }, (_, at) => columns[at] ?? undefined),
  );
}

function landingOf(block: Texts, { rows, columns, block: { top, left } }: PasteGround): Landing {
  const width = Math.max(...block.map((row) => row.length));
  return {
    rows: block.map((_, at) => rows[top + at] ?? null),
    columns: Array.from({ length: width }, (_, at) => columns[left + at - 1] ?? null),
  };
}

const yearsFrom = (columns: readonly GridColumn[], at: number): number[] =>
  columns.slice(at).flatMap((column) => (column.kind === 'amount' ? [column.fiscalYear] : []));

const linesFrom = (rows: readonly GridRow[], at: number): PlanLine[] =>
  rows.slice(at).flatMap((row) => (row.kind === 'line' ? [row.line] : []));

/** `columns` says the year of each column of the block: null for one that is none, undefined beyond the grid. */
function inOrder(body: Texts, lines: readonly PlanLine[], columns: readonly (number | null | undefined)[]): Pasted {
  const cells: PastedCell[] = [];
  let leftOver = 0;
  for (const [down, row] of body.entries()) {
    const line = lines[down];
    for (const [at, text] of row.entries()) {
      const fiscalYear = columns[at];
      if (fiscalYear === null) continue;
      if (line !== undefined && fiscalYear !== undefined) cells.push({ line, fiscalYear, text });
      else if (text.trim() !== '') leftOver += 1;
    }
  }
  return { cells, leftOver, hasHead: false, unknownLines: 0 };
}

/** Rows that name no line are sums or blank and say nothing. */
function byNumber(
  body: Texts,
  numberColumn: number,
  columns: readonly (number | null)[],
  rows: readonly GridRow[],
): Pasted {
  const numbered = new Map(linesFrom(rows, 0).map((line) => [line.number, line]));
  const named = body.filter((row) => (row[numberColumn] ?? '').trim() !== '');
  const known = named.flatMap((row) => {
    const line = numbered.get((row[numberColumn] ?? '').trim());
    return line === undefined ? [] : [{ line, row }];
  });
  const placed = inOrder(
    known.map(({ row }) => row),
    known.map(({ line }) => line),
    columns,
  );
  return { ...placed, hasHead: true, unknownLines: named.length - known.length };
}

/**
 * Rows that begin with the name of a line go there: to the line beside them where it has that name, else to the only one
 * that has it. Heads of groups say nothing.
 */
function byName(block: Texts, landing: Landing, rows: readonly GridRow[]): Pasted {
  const lines = linesFrom(rows, 0);
  const named = new Map(lines.map((line) => [line.name, line]));
  for (const { name, lineId } of lines) if (named.get(name)?.lineId !== lineId) named.delete(name);
  const heads = new Set(rows.flatMap((row) => (row.kind === 'group' ? [row.label] : [])));
  const found = block.map((row, down): PlanLine | undefined => {
    const name = (row[0] ?? '').trim();
    const beside = landing.rows[down];
    return beside?.kind === 'line' && beside.line.name === name ? beside.line : named.get(name);
  });
  const placed = inOrder(
    block.filter((_, down) => found[down] !== undefined),
    found.flatMap((line) => line ?? []),
    landing.columns.map((column) => (column?.kind === 'amount' ? column.fiscalYear : null)),
  );
  const unknownLines = block.filter(([name = ''], down) => {
    return found[down] === undefined && name.trim() !== '' && !heads.has(name.trim());
  }).length;
  return { ...placed, unknownLines };
}

/** The block over and over in a selection that is a whole number of times as large; null where it is not. */
function repeatedIn(block: Texts, { rows, columns, block: selected }: PasteGround): Pasted | null {
  const lines = rows.slice(selected.top, selected.bottom + 1).flatMap((row) => (row.kind === 'line' ? [row.line] : []));
  const years = yearsFrom(columns.slice(0, selected.right), Math.max(0, selected.left - 1));
  const [height, width] = [block.length, block[0]?.length ?? 0];
  const isEven = width > 0 && block.every((row) => row.length === width);
  const isTimes = isEven && lines.length % height === 0 && years.length % width === 0;
  if (!isTimes || lines.length * years.length <= height * width) return null;
  const cells = lines.flatMap((line, down) =>
    years.map((fiscalYear, right) => ({ line, fiscalYear, text: block[down % height]?.[right % width] ?? '' })),
  );
  return { cells, leftOver: 0, hasHead: false, unknownLines: 0 };
}

/** Every figure of the block that would fall on a cell nobody can type in stands there already: it was copied from here. */
function standsThere(block: Texts, landing: Landing, ground: PasteGround): boolean {
  let met = 0;
  for (const [down, texts] of block.entries()) {
    const row = landing.rows[down] ?? null;
    for (const [at, text] of texts.entries()) {
      const column = landing.columns[at] ?? null;
      if (row === null || column === null || isTyped(row, column)) continue;
      if (!isSameFigure(text, ground.textAt(row, column))) return false;
      met += text.trim() === '' ? 0 : 1;
    }
  }
  return met > 0;
}

const isTyped = (row: GridRow, column: GridColumn): boolean => row.kind === 'line' && column.kind === 'amount';

/** A spreadsheet may have written it with points and another number of zeros. */
function isSameFigure(pasted: string, shown: string): boolean {
  if (pasted.trim() === shown.trim()) return true;
  const [one, other] = [readCell('', 0, pasted).cents, readCell('', 0, shown).cents];
  return one !== undefined && one === other;
}

function cellOnCell(block: Texts, landing: Landing): Pasted {
  const cells: PastedCell[] = [];
  let leftOver = 0;
  for (const [down, texts] of block.entries()) {
    const row = landing.rows[down] ?? null;
    for (const [at, text] of texts.entries()) {
      const column = landing.columns[at] ?? null;
      if (row?.kind === 'line' && column?.kind === 'amount') {
        cells.push({ line: row.line, fiscalYear: column.fiscalYear, text });
      } else if ((row === null || column === null) && text.trim() !== '') leftOver += 1;
    }
  }
  return { cells, leftOver, hasHead: false, unknownLines: 0 };
}
