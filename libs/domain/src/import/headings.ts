import { isAmountShaped } from './detect/cell-shapes';
import { fieldOfHeader } from './detect/header-words';
import { normalWords } from './detect/words';
import type { HeadingRule } from './mapping';
import { isBlank, oneLine } from './row-text';
import type { TableRow } from './table';

/** What a row above a block says: which word it begins with, a code, and the name behind it. */
export interface Heading {
  /** In small letters; empty where the row is only a code with a name. */
  readonly word: string;
  /** The word as it stands in the file. */
  readonly label: string;
  readonly code: string;
  readonly name: string;
}

/** Word, code and name may stand apart, and two headings beside each other. */
const CELLS_MAX = 6;
const HEADING = /^(\p{L}[\p{L} .-]*?)[\s:.|]+(\d[\w./-]*)(?:[\s:|\u2013-]+(.*))?$/u;
/** `111105 Zentrale IT`: a code of that many digits is no footnote. */
const BARE = /^(\d[\d.]{3,})[\s:\u2013-]+(\p{L}.*)$/u;
/** What may stand between two headings of one row; a blank only where a colon follows. */
const BETWEEN = /\s*[/|;,]\s*(?=(\p{L}[\p{L}.-]*)[\s:.|]*\d)|\s+(?=(\p{L}[\p{L}.-]*)\s*:\s*\d)/gu;

/** Reads `Produkt 111105 Zentrale IT` or `Kostenstelle: 1020 / Konto: 4431000`; nothing for any other row. */
export function headingsOf(cells: readonly string[]): readonly Heading[] {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || filled.length > CELLS_MAX) return [];
  const text = oneLine(filled.map((cell) => cell.trim()).join(' | '));
  const worded = partsOf(text).map(headingOf);
  if (worded.every((heading) => heading !== null)) return worded;
  // In cells of their own a code and a name are a line that nothing is planned for.
  const [, code, name = ''] = (filled.length === 1 ? BARE.exec(text) : null) ?? [];
  return code === undefined ? [] : [{ word: '', label: '', code, name }];
}

function headingOf(text: string): Heading | null {
  const [, label, code, name = ''] = HEADING.exec(text) ?? [];
  if (label === undefined || code === undefined) return null;
  return { word: normalWords(label), label, code, name: name.replaceAll(' | ', ' ').trim() };
}

/** A second heading begins with a word that columns are called by as well; any other word belongs to a name. */
function partsOf(text: string): readonly string[] {
  const starts = [...text.matchAll(BETWEEN)].filter(({ 1: sign, 2: colon, index }) => {
    return index > 0 && fieldOfHeader(sign ?? colon ?? '', 'lines')?.certainty === 'exact';
  });
  const froms = [0, ...starts.map(({ index, 0: between }) => index + between.length)];
  return froms.map((from, at) => text.slice(from, starts[at]?.index ?? text.length));
}

/** The rules of a mapping, the outermost block first. */
export function headingRules(rule: HeadingRule | undefined): readonly HeadingRule[] {
  return rule === undefined ? [] : [rule, ...(rule.also ?? [])];
}

/** Knows which headings the rows stand below. */
export class Headings {
  private readonly rules: readonly HeadingRule[];
  private readonly current: (Heading | null)[];

  constructor(
    rule: HeadingRule | undefined,
    /** Where amounts stand: a row with one is no heading. */
    private readonly amountsAt: readonly number[],
    /** How many columns the file has. */
    private readonly width: number,
  ) {
    this.rules = headingRules(rule);
    this.current = this.rules.map(() => null);
  }

  /** Whether the row is a heading, which holds from here on; above the table no amounts stand anywhere. */
  takes(cells: readonly string[], isAboveTable = false): boolean {
    if (this.rules.length === 0) return false;
    if (!isAboveTable && this.amountsAt.some((at) => isAmountShaped(cells[at] ?? ''))) return false;
    const found = headingsOf(cells);
    const places = this.rules.flatMap(({ word }, at) => {
      const heading = found.find((one) => one.word === word);
      if (heading !== undefined) this.current[at] = heading;
      return heading === undefined ? [] : [at];
    });
    // A new block ends the blocks inside of the one before it.
    if (places.length > 0) this.current.fill(null, Math.max(...places) + 1);
    return places.length > 0;
  }

  /** The row with what its headings say in columns behind its own; nothing where it stands above the first of them. */
  below(row: TableRow): TableRow {
    if (this.rules.length === 0) return row;
    const own = Array.from({ length: this.width }, (_, at) => row.cells[at] ?? '');
    const said = this.current.flatMap((heading) => [heading?.code ?? '', heading?.name ?? '']);
    return { rowNumber: row.rowNumber, cells: [...own, ...said] };
  }
}
