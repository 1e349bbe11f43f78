import { CsvError, parse } from 'csv-parse/sync';
import { FileRefused } from './file-refused';
import { cutQuotedRecords } from './quoted-records';
import { type Delimiter, TABLE_LIMITS } from './table';

const QUOTE = '"';
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts a text that arrives in pieces into records. Without quotes records are lines and cells stand between delimiters;
 * where quotes are not as they should be, the library that knows all their rules reads the piece. Throws `FileRefused` CSV_QUOTE with the row in
 * which a quote opens, closes or is missing where it must not.
 */
export class CsvRecords {
  private rest = '';
  private records = 0;

  constructor(private readonly delimiter: Delimiter) {}

  /** The records that end in this piece. */
  take(piece: string): readonly string[][] {
    const text = this.rest + piece;
    const end = lastRecordEnd(text);
    this.rest = text.slice(end);
    if (end === 0 && this.rest.length > TABLE_LIMITS.recordCharacters) throw this.refusal(1);
    return end === 0 ? [] : this.cut(text.slice(0, end));
  }

  /** The last record, which may end without a line break. */
  end(): readonly string[][] {
    const { rest } = this;
    this.rest = '';
    return rest === '' ? [] : this.cut(rest);
  }

  private cut(text: string): readonly string[][] {
    const found = text.includes(QUOTE) ? this.parsed(text) : this.split(text);
    this.records += found.length;
    return found;
  }

  private split(text: string): string[][] {
    const lines = text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n');
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line, at) => {
      if (line.length > TABLE_LIMITS.recordCharacters) throw this.refusal(at + 1);
      return line.split(this.delimiter);
    });
  }

  private parsed(text: string): string[][] {
    const plain = cutQuotedRecords(text, this.delimiter, TABLE_LIMITS.recordCharacters);
    if (plain !== null) return plain;
    try {
      return parse(text, {
        delimiter: this.delimiter,
        relax_column_count: true,
        // Some programs pad their cells: `"Toner ""A4""" ;`. Quotes then stand beside blanks, which mean nothing.
        ltrim: this.delimiter !== '\t',
        rtrim: this.delimiter !== '\t',
        skip_empty_lines: false,
        max_record_size: TABLE_LIMITS.recordCharacters,
        record_delimiter: ['\r\n', '\n', '\r'],
      });
    } catch (fault) {
      if (!(fault instanceof CsvError)) throw fault;
      const { records } = fault as CsvError & { readonly records?: number };
      throw this.refusal((records ?? 0) + 1);
    }
  }

  /** `row` counts from the records that have been handed on. */
  private refusal(row: number): FileRefused {
    return new FileRefused('CSV_QUOTE', { row: this.records + row });
  }
}

/**
 * Where the last complete record ends: behind the last line break that stands outside of quotes. A carriage return at the
 * very end may be the first half of a line break and waits for the next piece.
 */
function lastRecordEnd(text: string): number {
  const hasReturns = text.includes('\r');
  let end = 0;
  let from = 0;
  for (;;) {
    const opening = text.indexOf(QUOTE, from);
    const to = opening < 0 ? text.length : opening;
    end = lastBreakEnd(text, from, to, hasReturns) ?? end;
    const closing = opening < 0 ? -1 : text.indexOf(QUOTE, opening + 1);
    if (closing < 0) return end;
    from = closing + 1;
  }
}

/** Looks back from the end, where a line break is near. */
function lastBreakEnd(text: string, from: number, to: number, hasReturns: boolean): number | null {
  for (let at = to - 1; at >= from; at--) {
    const letter = text.charCodeAt(at);
    if (letter === LINE_FEED || (hasReturns && letter === CARRIAGE_RETURN && at < text.length - 1)) return at + 1;
  }
  return null;
}
