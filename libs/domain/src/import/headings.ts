import { normalWords } from './detect/words';
import type { HeadingRule } from './mapping';
import { isBlank, oneLine } from './row-text';

/** What a row above a block says: which word it begins with, a code, and the name behind it. */
export interface Heading {
  /** In small letters; empty where the row is only a code with a name. */
  readonly word: string;
  /** The word as it stands in the file. */
  readonly label: string;
  readonly code: string;
  readonly name: string;
}

/** A heading fills one cell, or up to three where word, code and name stand apart. */
const CELLS_MAX = 3;
const HEADING = /^(\p{L}[\p{L} .-]*?)[\s:.]+(\d[\w./-]*)(?:[\s:\u2013-]+(.*))?$/u;
/** `111105 Zentrale IT`: a code of that many digits is no footnote. */
const BARE = /^(\d[\d.]{3,})[\s:\u2013-]+(\p{L}.*)$/u;

/** Reads `Produkt 111105 Zentrale IT` or `Kostenstelle: 1020`; null for any other row. */
export function headingOf(cells: readonly string[]): Heading | null {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || filled.length > CELLS_MAX) return null;
  const text = oneLine(filled.join(' '));
  const [, label, code, name = ''] = HEADING.exec(text) ?? [];
  if (label !== undefined && code !== undefined) return { word: normalWords(label), label, code, name: name.trim() };
  // In cells of their own a code and a name are a line that nothing is planned for.
  const [, bareCode, bareName = ''] = (filled.length === 1 ? BARE.exec(text) : null) ?? [];
  return bareCode === undefined ? null : { word: '', label: '', code: bareCode, name: bareName };
}

/** Knows which heading the rows stand below. */
export class Headings {
  private current: Heading | null = null;

  constructor(
    private readonly rule: HeadingRule | undefined,
    /** Where amounts stand: a row with one is no heading. */
    private readonly amountsAt: readonly number[],
  ) {}

  /** Whether the row is a heading, which holds from here on. */
  takes(cells: readonly string[]): boolean {
    if (this.rule === undefined || this.amountsAt.some((at) => !isBlank(cells[at]))) return false;
    const heading = headingOf(cells);
    if (heading?.word !== this.rule.word) return false;
    this.current = heading;
    return true;
  }

  /** What the heading says of a row below it; a row above the first heading is missing it. */
  fields(): Readonly<Record<string, string>> | null {
    const { rule, current } = this;
    if (rule === undefined) return {};
    if (current === null) return null;
    return { [rule.field]: current.code, ...(current.name === '' ? {} : { [rule.nameField]: current.name }) };
  }
}
