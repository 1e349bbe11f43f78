/** How many rows at the end of a file are looked at to understand it. */
export const LAST_RECORDS = 50;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Where the last records of a text begin, and the number of the first of them, counted from 1. */
export interface LastRecords {
  /** In bytes. */
  readonly offset: number;
  readonly rowNumber: number;
}

/** How letters stand in the bytes of a text. */
export interface Writing {
  /** Two bytes for each letter (UTF-16). */
  readonly isWide: boolean;
  readonly isBigFirst: boolean;
  /** The letter that ends a line. */
  readonly lineEnd: number;
}

/** As nearly all files are written. */
export const USUAL_WRITING: Writing = { isWide: false, isBigFirst: false, lineEnd: LINE_FEED };

/** Counts records that end outside of quotes while the bytes of a text pass by, and keeps where the last `count` of them begin. */
export class RecordCounter {
  private readonly starts: number[] = [0];
  private records = 1;
  private isQuoted = false;
  private before = 0;
  private firstHalf = 0;

  constructor(
    private readonly writing: Writing,
    private readonly count: number,
  ) {}

  add(piece: Buffer): void {
    const { isWide, isBigFirst, lineEnd } = this.writing;
    if (!isWide && !this.isQuoted && !piece.includes(QUOTE)) return this.addUnquoted(piece);
    let { isQuoted, firstHalf, records } = this;
    for (let at = 0; at < piece.length; at++) {
      let letter = piece[at] ?? 0;
      if (isWide) {
        if ((this.before + at) % 2 === 0) {
          firstHalf = letter;
          continue;
        }
        letter = isBigFirst ? firstHalf * 256 + letter : letter * 256 + firstHalf;
      }
      if (letter === QUOTE) isQuoted = !isQuoted;
      else if (letter === lineEnd && !isQuoted) {
        records += 1;
        this.starts[(records - 1) % this.count] = this.before + at + 1;
      }
    }
    this.before += piece.length;
    Object.assign(this, { isQuoted, firstHalf, records });
  }

  /** Most pieces have no quotes; there the ends of lines are sought instead of going through letter by letter. */
  private addUnquoted(piece: Buffer): void {
    for (let at = piece.indexOf(this.writing.lineEnd); at >= 0; at = piece.indexOf(this.writing.lineEnd, at + 1)) {
      this.records += 1;
      this.starts[(this.records - 1) % this.count] = this.before + at + 1;
    }
    this.before += piece.length;
  }

  /** Null where quotes do not close: then nobody knows where records end. */
  end(): LastRecords | null {
    if (this.isQuoted) return null;
    const first = Math.max(this.records - this.count, 0);
    return { offset: this.starts[first % this.count] ?? 0, rowNumber: first + 1 };
  }
}
