import { isAmountShaped, isDayShaped } from './detect/cell-shapes';
import { bearsCode, type Heading, headingsOf, partNamedBy } from './heading-text';
import type { HeadingRule } from './mapping';
import type { TableRow } from './table';

/** The rules of a mapping, the outermost block first. */
export function headingRules(rule: HeadingRule | undefined): readonly HeadingRule[] {
  return rule === undefined ? [] : [rule, ...(rule.also ?? [])];
}

/** A block may call its account Konto and the next one Sachkonto; a code without a word counts only where all are so. */
function isOf(heading: Heading, { word, field }: HeadingRule): boolean {
  return heading.word === word || (word !== '' && heading.word !== '' && heading.field === field);
}

/** Knows which headings the rows stand below. */
export class Headings {
  private readonly rules: readonly HeadingRule[];
  private readonly current: (Heading | null)[];
  /** Rows above the table, which printed reports repeat on every page. */
  private readonly titles = new Set<string>();

  constructor(
    rule: HeadingRule | undefined,
    /** Where amounts stand: a row with one is no heading. */
    private readonly amountsAt: readonly number[],
    /** How many columns the file has. */
    private readonly width: number,
    /** Whether the rows have no other name than their headings, as bookings of an account sheet. */
    private readonly isSheet: boolean,
  ) {
    this.rules = headingRules(rule);
    this.current = this.rules.map(() => null);
  }

  /** Whether the row is a heading, which holds from here on; above the table no amounts stand anywhere. */
  takes(cells: readonly string[], isAboveTable = false): boolean {
    if (this.rules.length === 0) return false;
    if (isAboveTable) this.titles.add(rowText(cells));
    const amounts = isAboveTable ? [] : this.amountsAt.filter((at) => isAmountShaped(cells[at] ?? ''));
    if (amounts.length > 0 && !this.isSheet) return false;
    const found = headingsOf(cells);
    const isCode = (cell = ''): boolean => found.some(({ code }) => code === cell.trim());
    // Spread over a row, the code of an account may stand where amounts do.
    if (!amounts.every((at) => isCode(cells[at]))) {
      if (!cells.some((cell) => isDayShaped(cell) && !isCode(cell))) this.endUnread(cells, found);
      return false;
    }
    const places = this.rules.flatMap((rule, at) => {
      const heading = found.find((one) => isOf(one, rule));
      if (heading !== undefined) this.current[at] = heading;
      return heading === undefined ? [] : [at];
    });
    // A new block ends the blocks inside of the one before it.
    if (places.length > 0) this.current.fill(null, Math.max(...places) + 1);
    else if (this.isSheet && !isAboveTable && !this.titles.has(rowText(cells))) this.endUnread(cells, found);
    return places.length > 0;
  }

  /** The row with what its headings say in columns behind its own; nothing where it stands above the first of them. */
  below(row: TableRow): TableRow {
    if (this.rules.length === 0) return row;
    const own = Array.from({ length: this.width }, (_, at) => row.cells[at] ?? '');
    const said = this.current.flatMap((heading) => [heading?.code ?? '', heading?.name ?? '']);
    return { rowNumber: row.rowNumber, cells: [...own, ...said] };
  }

  /** A block whose name cannot be read has begun all the same: what stands below is no part of the one before. */
  private endUnread(cells: readonly string[], found: readonly Heading[]): void {
    const field = found.find((heading) => heading.field !== null)?.field ?? partNamedBy(cells);
    if (field === null && !bearsCode(cells)) return;
    this.current.fill(
      null,
      Math.max(
        this.rules.findIndex((rule) => rule.field === field),
        0,
      ),
    );
  }
}

function rowText(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim()).join('\u0000');
}
