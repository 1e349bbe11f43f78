import type { Delimiter } from './table';

const QUOTE = '"';

/**
 * Cuts a text of whole records, some of whose cells stand in quotes. Records without quotes are cut at their delimiters; of
 * the others cells are read one by one. Answers null where a quote stands as no rule of CSV has it, or a record is longer
 * than `recordMax`: whoever knows all rules of quotes then says what is wrong and where.
 */
export function cutQuotedRecords(text: string, delimiter: Delimiter, recordMax: number): string[][] | null {
  const lineBreaks = text.includes('\r') ? /\r\n|\n|\r/g : null;
  const records: string[][] = [];
  let from = 0;
  while (from < text.length) {
    const quote = text.indexOf(QUOTE, from);
    const start = quote < 0 ? text.length : recordStart(text, from, quote, lineBreaks !== null);
    if (start > from && !cutPlain(text.slice(from, start), { delimiter, lineBreaks, recordMax, records })) return null;
    if (quote < 0) break;
    const cells: string[] = [];
    from = cutQuoted(text, start, delimiter, cells);
    if (from < 0 || from - start > recordMax) return null;
    records.push(cells);
  }
  return records;
}

/** Where the record begins in which the quote at `quote` stands. No quote stands before it, so breaks are ends of records. */
function recordStart(text: string, from: number, quote: number, hasReturns: boolean): number {
  const feed = text.lastIndexOf('\n', quote);
  const back = hasReturns ? text.lastIndexOf('\r', quote) : -1;
  return Math.max(feed + 1, back + 1, from);
}

interface PlainCut {
  readonly delimiter: Delimiter;
  readonly lineBreaks: RegExp | null;
  readonly recordMax: number;
  readonly records: string[][];
}

function cutPlain(text: string, { delimiter, lineBreaks, recordMax, records }: PlainCut): boolean {
  const lines = text.split(lineBreaks ?? '\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    if (line.length > recordMax) return false;
    records.push(line.split(delimiter));
  }
  return true;
}

/** Reads one record cell by cell; answers where the next one begins, or -1 where its quotes are none of CSV's. */
function cutQuoted(text: string, start: number, delimiter: Delimiter, cells: string[]): number {
  let at = start;
  for (;;) {
    const end = text[at] === QUOTE ? cellInQuotes(text, at, cells) : cellWithout(text, at, delimiter, cells);
    if (end < 0) return -1;
    const letter = text[end];
    if (letter === undefined) return end;
    if (letter === '\n') return end + 1;
    if (letter === '\r') return text[end + 1] === '\n' ? end + 2 : end + 1;
    if (letter !== delimiter) return -1;
    at = end + 1;
  }
}

/** A quote inside is written twice. Answers where the cell ends, behind its last quote. */
function cellInQuotes(text: string, opening: number, cells: string[]): number {
  let hasTwo = false;
  for (let from = opening + 1; ;) {
    const closing = text.indexOf(QUOTE, from);
    if (closing < 0) return -1;
    if (text[closing + 1] !== QUOTE) {
      const inner = text.slice(opening + 1, closing);
      cells.push(hasTwo ? inner.replaceAll('""', QUOTE) : inner);
      return closing + 1;
    }
    hasTwo = true;
    from = closing + 2;
  }
}

/** A cell that does not begin with a quote must hold none. */
function cellWithout(text: string, start: number, delimiter: Delimiter, cells: string[]): number {
  for (let at = start; ; at++) {
    const letter = text[at];
    if (letter === QUOTE) return -1;
    if (letter !== undefined && letter !== delimiter && letter !== '\n' && letter !== '\r') continue;
    cells.push(text.slice(start, at));
    return at;
  }
}
