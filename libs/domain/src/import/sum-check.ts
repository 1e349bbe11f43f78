/** A sum that a row states, compared with the rows before it. */
export interface SumComparison {
  /** Whether the sum covers every row of the file so far. */
  readonly isGrand: boolean;
  /** What the rows before it add up to, column by column, under the reading that comes nearest. */
  readonly readCents: readonly number[];
  readonly matches: boolean;
}

/** Values of one row or sum, column by column: as printed, and with expenses taken away as balances do. */
interface Segment {
  readonly plain: number[];
  readonly signed: number[];
}

const SEGMENTS_MAX = 400;

/**
 * Compares sums with the rows before them while a file streams through. A sum may cover the rows since the last sum, several
 * blocks that end in sums of their own, everything so far, or all codes that begin with its own; a balance takes expenses
 * away. Keeps one set of sums for each open block, no rows.
 */
export class SumCheck {
  private segments: Segment[];
  private readonly all: Segment;
  private readonly byCode = new Map<string, number[]>();
  private leaves = 0;

  constructor(
    private readonly columns: number,
    private readonly leafLength: number | null,
  ) {
    this.segments = [this.empty()];
    this.all = this.empty();
  }

  /** Adds a row. `sign` is -1 for what a balance takes away. */
  addRow(amounts: readonly number[], sign: 1 | -1, code: string): void {
    this.leaves += 1;
    const open = this.segments.at(-1) ?? this.empty();
    for (const segment of [open, this.all]) {
      for (let at = 0; at < this.columns; at++) {
        const amount = amounts[at] ?? 0;
        segment.plain[at] = (segment.plain[at] ?? 0) + amount;
        segment.signed[at] = (segment.signed[at] ?? 0) + sign * amount;
      }
    }
    if (this.leafLength !== null) this.addToCodes(amounts, code);
  }

  /** Compares a stated sum; null stands for a blank cell, which says nothing. */
  compare(stated: readonly (number | null)[], code: string): SumComparison {
    const grand = [this.all.plain, this.all.signed];
    const candidates: { sums: readonly number[]; blocks: number }[] = [];
    let plain = zeros(this.columns);
    let signed = zeros(this.columns);
    for (let blocks = 1; blocks <= this.segments.length; blocks++) {
      const segment = this.segments.at(-blocks);
      if (segment === undefined) break;
      plain = added(plain, segment.plain);
      signed = added(signed, segment.signed);
      candidates.push({ sums: plain, blocks }, { sums: signed, blocks });
    }
    const ofCode = code === '' ? undefined : this.byCode.get(code);
    if (ofCode !== undefined) candidates.unshift({ sums: ofCode, blocks: 0 });
    grand.forEach((sums) => candidates.push({ sums, blocks: this.segments.length }));

    const exact = candidates.find(({ sums }) => distance(stated, sums) === 0);
    const best = exact ?? candidates.reduce((a, b) => (distance(stated, b.sums) < distance(stated, a.sums) ? b : a));
    this.close(best.blocks);
    const isGrand = best.blocks === 0 ? false : grand.some((sums) => isSame(best.sums, sums)) && this.leaves > 0;
    return { isGrand, readCents: best.sums, matches: exact !== undefined };
  }

  /** The blocks under a sum are one block from now on, and the next one begins. */
  private close(blocks: number): void {
    if (blocks > 0) {
      const closed = this.segments.splice(-blocks).reduce(
        (sum, segment) => ({
          plain: added(sum.plain, segment.plain),
          signed: added(sum.signed, segment.signed),
        }),
        this.empty(),
      );
      this.segments.push(closed);
    }
    if (this.segments.length > SEGMENTS_MAX) {
      const [first, second, ...rest] = this.segments;
      if (first !== undefined && second !== undefined) {
        this.segments = [
          { plain: added(first.plain, second.plain), signed: added(first.signed, second.signed) },
          ...rest,
        ];
      }
    }
    this.segments.push(this.empty());
  }

  private addToCodes(amounts: readonly number[], code: string): void {
    for (let length = 1; length < code.length; length++) {
      const prefix = code.slice(0, length);
      this.byCode.set(prefix, added(this.byCode.get(prefix) ?? zeros(this.columns), amounts));
    }
  }

  private empty(): Segment {
    return { plain: zeros(this.columns), signed: zeros(this.columns) };
  }
}

function zeros(length: number): number[] {
  return Array<number>(length).fill(0);
}

function added(sums: readonly number[], amounts: readonly number[]): number[] {
  return sums.map((sum, at) => sum + (amounts[at] ?? 0));
}

function distance(stated: readonly (number | null)[], sums: readonly number[]): number {
  let far = 0;
  for (const [at, cents] of stated.entries()) if (cents !== null) far += Math.abs(cents - (sums[at] ?? 0));
  return far;
}

function isSame(first: readonly number[], second: readonly number[]): boolean {
  return first.every((cents, at) => cents === second[at]);
}
