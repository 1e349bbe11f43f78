import type { FileMapping } from './mapping';
import type { ImportedLine } from './reading';
import type { Question } from './table';

const LINE_REPEATED = 'LINE_REPEATED';
const OPTIONS = ['add', 'first'] as const;

/** The mapping with what was answered about rows that name a line again; an answer of now stands above a saved one. */
export function withAnswerAboutRepeats(
  mapping: FileMapping,
  answers: Readonly<Record<string, string>> | undefined,
): FileMapping {
  const answer = OPTIONS.find((option) => option === answers?.[LINE_REPEATED]);
  return answer === undefined ? mapping : { ...mapping, repeatedLines: answer };
}

interface FirstRow {
  readonly rowNumber: number;
  /** Which way the lines of the row point: amounts that point another way are no part of the same line. */
  readonly meaning: string;
}

/** Where a row stands that names a line again, and whether it can be a part of it at all. */
export interface Repetition {
  readonly firstRowNumber: number;
  readonly isSameLine: boolean;
}

/** Knows which lines the rows of a file have named, and how often one was named again. */
export class RepeatedLines {
  private readonly firstRows = new Map<string, FirstRow>();
  private example: Question['params'] | null = null;
  private count = 0;

  constructor(private readonly mapping: FileMapping) {}

  /** Until somebody has answered, rows are read as if they were parts of one line. */
  get areAdded(): boolean {
    return this.mapping.repeatedLines !== 'first';
  }

  /** Null for the first row of a line, and while nobody knows what names a line. */
  note(rowKey: string, key: string, rowNumber: number, lines: readonly ImportedLine[]): Repetition | null {
    if (this.mapping.keyFields.length === 0) return null;
    const meaning = lines.map(({ direction, sphere }) => `${direction} ${sphere}`).join();
    const first = this.firstRows.get(rowKey);
    if (first === undefined) {
      this.firstRows.set(rowKey, { rowNumber, meaning });
      return null;
    }
    const { rowNumber: firstRowNumber } = first;
    const isSameLine = first.meaning === meaning;
    if (isSameLine) {
      this.count += 1;
      this.example ??= { example: key, row: rowNumber, firstRow: firstRowNumber };
    }
    return { firstRowNumber, isSameLine };
  }

  /** One question for the whole file, with the first row that it concerns. */
  questions(): readonly Question[] {
    if (this.example === null || this.mapping.repeatedLines !== undefined) return [];
    const params = { count: this.count, ...this.example };
    return [{ id: LINE_REPEATED, code: LINE_REPEATED, column: null, params, options: [...OPTIONS] }];
  }
}
