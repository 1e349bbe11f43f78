/** A sum that stands above the rows it adds up, and what they have come to so far. */
export interface OpenSum {
  readonly rowNumber: number;
  /** How deep it stands: a sum of the same level or a higher one (a smaller number) ends it. */
  readonly level: number;
  /** Null stands for a blank cell, which says nothing. */
  readonly stated: readonly (number | null)[];
  readonly balances: ReadonlyMap<number, number | null>;
  /** As printed, and with expenses taken away as balances do. */
  readonly plain: number[];
  readonly signed: number[];
  /** Whether no row has come before it. */
  readonly isFirst: boolean;
}

/** Follows the sums of an outline while a file streams through: each takes in all rows until the next of its level. */
export class SumsAbove {
  private open: OpenSum[] = [];
  private hasRows = false;

  /** Adds a row that is no sum. `sign` is -1 for what a balance takes away. */
  addRow(amounts: readonly number[], sign: 1 | -1): void {
    this.hasRows = true;
    for (const { plain, signed } of this.open) {
      amounts.forEach((cents, at) => {
        plain[at] = (plain[at] ?? 0) + cents;
        signed[at] = (signed[at] ?? 0) + sign * cents;
      });
    }
  }

  /** Begins a sum; those come back that end where it stands. */
  begin(sum: Pick<OpenSum, 'rowNumber' | 'level' | 'stated' | 'balances'>): readonly OpenSum[] {
    const ended = this.open.filter(({ level }) => level >= sum.level);
    const isFirst = !this.hasRows && this.open.length === 0;
    this.open = this.open.filter(({ level }) => level < sum.level);
    this.open.push({ ...sum, plain: sum.stated.map(() => 0), signed: sum.stated.map(() => 0), isFirst });
    return ended;
  }

  /** The sums that run to the end of the file. */
  end(): readonly OpenSum[] {
    const ended = this.open;
    this.open = [];
    return ended;
  }
}

/** What the rows below a sum come to, under the reading that fits it. */
export function readBelow({ stated, plain, signed }: OpenSum): readonly number[] {
  const fits = (sums: readonly number[]): boolean => stated.every((cents, at) => cents === null || cents === sums[at]);
  return !fits(plain) && fits(signed) ? signed : plain;
}
