import type { SumRowRule } from '../mapping';
import { factorOfMark } from '../line-rows';
import { isBlank } from '../row-text';
import { SumCheck } from '../sum-check';
import { isSumOrBalance, isSumText } from '../sum-words';
import type { TableRow } from '../table';
import type { AmountChoice } from './amount-columns';
import type { CentsTable } from './balance-columns';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';
import { KEY_ORDER, LEVELS } from './row-key';

/** Which rows of the sample are sums, and the rule that finds them in the whole file. */
export interface SumRowsFound {
  readonly rule: SumRowRule;
  readonly rowNumbers: ReadonlySet<number>;
}

interface Rows {
  readonly rows: readonly TableRow[];
  readonly table: CentsTable;
  readonly amounts: readonly AmountChoice[];
  readonly fields: readonly FieldChoice[];
  readonly codes: readonly FieldChoice[];
  /** Codes that nearly every row has. */
  readonly usual: readonly FieldChoice[];
}

/** What kind of rows a table has: sums are looked for in lines in every way, in bookings only where a row is no booking. */
export type RowsOf = 'lines' | 'statement' | 'bookings' | 'units';

/** Finds sum rows: by empty keys, by words, by shorter codes, and by arithmetic where nothing else says so. */
export function findSumRows(
  sample: Pick<Rows, 'rows' | 'table' | 'amounts' | 'fields'> & Partial<Pick<Rows, 'codes'>>,
  rowsOf: RowsOf,
  notes: Notes,
): SumRowsFound {
  const none = { blankFields: null, hasWords: rowsOf !== 'units', leafCode: null, rowNumbers: [] };
  if (rowsOf === 'units') return { rule: none, rowNumbers: new Set() };
  const codes = sample.codes ?? sample.fields.filter(({ field }) => KEY_ORDER.includes(field));
  const filled = ({ at }: FieldChoice): number => sample.rows.filter(({ cells }) => !isBlank(cells[at])).length;
  const usual = codes.filter((code) => filled(code) >= sample.rows.length * 0.6);
  const all: Rows = { ...sample, codes, usual };
  const found = new Set<number>();
  const blank = rowsWithBlankKeys(all, rowsOf);
  blank.rows.forEach(({ rowNumber }) => found.add(rowNumber));
  if (blank.fields !== null) {
    say(notes, 'SUM_ROWS_BLANK', blank.rows, { fields: blank.fields.map(({ header }) => header).join(', ') });
  }
  noteWordedRows(all, rowsOf, found, notes);
  const leafCode = rowsOf === 'lines' ? noteShorterCodes(all, found, notes) : null;
  const unmarked = rowsOf === 'lines' ? unmarkedSums(all, found, notes) : [];
  unmarked.forEach((rowNumber) => found.add(rowNumber));
  const blankFields = blank.fields === null ? null : blank.fields.map(({ field }) => field);
  const sums = all.rows.filter(({ rowNumber }) => found.has(rowNumber));
  const areAbove = rowsOf === 'lines' && sums.length > 0 && standAbove(all, sums);
  const rule = { ...none, blankFields, leafCode, rowNumbers: unmarked, ...(areAbove ? { areAbove } : {}) };
  return { rule, rowNumbers: found };
}

function noteWordedRows(all: Rows, rowsOf: RowsOf, found: Set<number>, notes: Notes): void {
  const worded = all.rows.filter(
    (row, at) => !found.has(row.rowNumber) && hasAmount(all, at) && isWorded(all, row, rowsOf),
  );
  worded.forEach(({ rowNumber }) => found.add(rowNumber));
  if (worded.length > 0) say(notes, 'SUM_ROWS_WORD', worded, { text: sumTextOf(all, worded[0]) });
}

function noteShorterCodes(all: Rows, found: Set<number>, notes: Notes): SumRowRule['leafCode'] {
  const leafCode = leafCodeOf(all, found);
  if (leafCode === null) return null;
  const { choice, length } = leafCode;
  const shorter = all.rows.filter(({ cells, rowNumber }) => {
    const code = (cells[choice.at] ?? '').trim();
    return code !== '' && code.length < length && !found.has(rowNumber);
  });
  shorter.forEach(({ rowNumber }) => found.add(rowNumber));
  if (shorter.length > 0) say(notes, 'SUM_ROWS_CODE', shorter, { header: choice.header, length });
  return { field: choice.field, length };
}

function say(
  notes: Notes,
  code: 'SUM_ROWS_BLANK' | 'SUM_ROWS_WORD' | 'SUM_ROWS_CODE' | 'SUM_ROWS_ARITHMETIC',
  rows: readonly { readonly rowNumber: number }[],
  params: Readonly<Record<string, string | number>>,
): void {
  notes.say('sums', code, { count: rows.length, row: rows[0]?.rowNumber ?? 0, ...params });
}

function hasAmount({ table, amounts }: Rows, at: number): boolean {
  return amounts.some((column) => (table[at]?.[column.at] ?? null) !== null);
}

interface RowsWithBlankKeys {
  readonly rows: readonly TableRow[];
  readonly fields: readonly FieldChoice[] | null;
}

/**
 * Rows with amounts and without any code are sums; so are rows that lack only some codes, as pivot tables and outlines print
 * them, where they equal the rows before them or those below.
 */
function rowsWithBlankKeys(all: Rows, rowsOf: RowsOf): RowsWithBlankKeys {
  const none = { rows: [], fields: null };
  const withAmount = all.rows.filter((_, at) => hasAmount(all, at));
  if (all.usual.length === 0 && rowsOf === 'bookings') return amountsAlone(all, withAmount) ?? none;
  if (all.usual.length === 0) return rowsOf === 'lines' ? (upperRows(all, withAmount) ?? none) : none;
  const codeless = withAmount.filter(({ cells }) => all.codes.every(({ at }) => isBlank(cells[at])));
  const bare = rowsOf === 'bookings' ? withoutBookings(all, codeless) : codeless;
  const isBare = new Set(bare);
  const partly = withAmount.filter((row) => !isBare.has(row) && all.usual.some(({ at }) => isBlank(row.cells[at])));
  const every = withAmount.filter((row) => isBare.has(row) || partly.includes(row));
  const isOutline = rowsOf === 'lines' && every.length > 0 && standAbove(all, every);
  const sums = isOutline || (partly.length > 0 && areSums(all, partly)) ? every : bare;
  if (sums.length === 0 && rowsOf === 'lines') return upperRows(all, withAmount) ?? none;
  if (sums.length === 0 || sums.length > withAmount.length * 0.5) return none;
  const fields = all.fields.filter(({ at }) => sums.every(({ cells }) => isBlank(cells[at])));
  return fields.length === 0 ? none : { rows: sums, fields };
}

/**
 * Where each level has a column of its own, rows of upper levels lack the code of the lowest one and add up the rows of it:
 * then those are the lines, however few.
 */
function upperRows(all: Rows, withAmount: readonly TableRow[]): RowsWithBlankKeys | null {
  const codes = all.fields.filter(({ field }) => LEVELS.includes(field) || KEY_ORDER.includes(field));
  for (const lowest of [...codes].reverse()) {
    const upper = withAmount.filter(({ cells }) => isBlank(cells[lowest.at]));
    const isLeveled = upper.every(({ cells }) => codes.some(({ at }) => !isBlank(cells[at])));
    if (upper.length < 2 || upper.length > withAmount.length * 0.7 || !isLeveled) continue;
    if (areSums(all, upper) || standAbove(all, upper)) return { rows: upper, fields: [lowest] };
  }
  return null;
}

/** Below the bookings of an account sheet their sum may stand without a word. */
function amountsAlone(all: Rows, withAmount: readonly TableRow[]): RowsWithBlankKeys | null {
  const fields = all.fields.filter(({ field }) => field !== 'debitCredit');
  const rows = withAmount.filter(({ cells }) => fields.every(({ at }) => isBlank(cells[at])));
  return rows.length > 0 && fields.length > 0 && areSums(all, rows) ? { rows, fields } : null;
}

/** A booking with a day that forgot its line is no sum, unless the amounts say so. */
function withoutBookings(all: Rows, codeless: readonly TableRow[]): readonly TableRow[] {
  const day = all.fields.find(({ field }) => field === 'bookedOn');
  const undated = codeless.filter(({ cells }) => day === undefined || isBlank(cells[day.at]));
  return undated.length === codeless.length || areSums(all, codeless) ? codeless : undated;
}

/** Read from the last row to the first, a sum above its rows stands behind them. */
function standAbove(all: Rows, sums: readonly TableRow[]): boolean {
  const upsideDown = { ...all, rows: [...all.rows].reverse(), table: [...all.table].reverse() };
  return !areSums(all, sums) && areSums(upsideDown, sums);
}

/** Whether rows equal what stands above them, all but a few. */
function areSums(all: Rows, suspects: readonly TableRow[]): boolean {
  const check = new SumCheck(all.amounts.length, null);
  const suspected = new Set(suspects);
  const markAt = all.fields.find(({ field }) => field === 'debitCredit')?.at ?? -1;
  let matching = 0;
  all.rows.forEach((row, at) => {
    const mark = factorOfMark(row.cells[markAt] ?? '') ?? 1;
    const cents = all.amounts.map((column) => {
      const amount = all.table[at]?.[column.at] ?? null;
      return amount === null ? null : mark * amount;
    });
    if (!suspected.has(row))
      check.addRow(
        cents.map((amount) => amount ?? 0),
        1,
        '',
      );
    else if (check.compare(cents, '').matches) matching += 1;
  });
  return matching >= suspects.length * 0.8;
}

function isWorded(all: Rows, { cells }: TableRow, rowsOf: RowsOf): boolean {
  const isCode = ({ at }: FieldChoice): boolean => !isBlank(cells[at]) && !isSumText(cells[at] ?? '', false);
  const hasKey = rowsOf !== 'statement' && all.usual.every(isCode) && all.usual.length > 0;
  const dayAt = all.fields.find(({ field }) => field === 'bookedOn')?.at;
  const isDated = dayAt !== undefined && !isBlank(cells[dayAt]) && !isSumOrBalance(cells[dayAt] ?? '');
  if (rowsOf === 'bookings' && hasKey && (dayAt === undefined || isDated)) return false;
  // Where the account stands above them, all bookings have a day.
  if (rowsOf === 'bookings' && isDated && all.usual.length === 0) return false;
  const worded = all.fields.filter(({ field }) => !/^supplier/.test(field) || !isDated);
  return worded.some(({ at }) => !isBlank(cells[at]) && isSumText(cells[at] ?? '', hasKey));
}

function sumTextOf(all: Rows, row: TableRow | undefined): string {
  const cells = row?.cells ?? [];
  return (
    all.fields.map(({ at }) => (cells[at] ?? '').trim()).find((text) => text !== '' && isSumText(text, false)) ?? ''
  );
}

/** Codes of several lengths whose short ones equal the sum of the long ones that begin with them. */
function leafCodeOf(all: Rows, found: ReadonlySet<number>): { choice: FieldChoice; length: number } | null {
  for (const choice of all.codes) {
    // `111105 Ergebnis` is known to be a sum, and no longer code.
    const codes = all.rows.map(({ rowNumber, cells }) => (found.has(rowNumber) ? '' : (cells[choice.at] ?? '').trim()));
    const lengths = new Set(codes.map(({ length }) => length).filter((length) => length > 0));
    const longest = Math.max(...lengths);
    if (lengths.size < 2 || lengths.size > 5) continue;
    const shorter = codes.flatMap((code, at) => (code !== '' && code.length < longest ? [{ code, at }] : []));
    const sums = sumsByPrefix(all, longest, codes);
    const fitting = shorter.filter(({ code, at }) => {
      const cents = all.amounts.map((column) => all.table[at]?.[column.at] ?? null);
      const sum = sums.get(code);
      const isTelling = cents.some((amount) => amount !== null && amount !== 0);
      return sum !== undefined && isTelling && cents.every((amount, index) => amount === null || amount === sum[index]);
    });
    if (fitting.length > 0 && fitting.length >= shorter.length * 0.6) return { choice, length: longest };
  }
  return null;
}

function sumsByPrefix(all: Rows, longest: number, codes: readonly string[]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  codes.forEach((code, at) => {
    if (code.length !== longest) return;
    for (let length = 1; length < longest; length++) {
      const sum = sums.get(code.slice(0, length)) ?? all.amounts.map(() => 0);
      all.amounts.forEach((column, index) => (sum[index] = (sum[index] ?? 0) + (all.table[at]?.[column.at] ?? 0)));
      sums.set(code.slice(0, length), sum);
    }
  });
  return sums;
}

/**
 * Rows that nothing marks and that equal all rows since the last sum, in every column. In several columns that is no
 * coincidence; in a single one it is asked.
 */
function unmarkedSums(all: Rows, known: ReadonlySet<number>, notes: Notes): number[] {
  const found: number[] = [];
  let block = all.amounts.map(() => 0);
  let whole = all.amounts.map(() => 0);
  let leaves = 0;
  let allLeaves = 0;
  all.rows.forEach(({ rowNumber }, at) => {
    const cents = all.amounts.map((column) => all.table[at]?.[column.at] ?? 0);
    const equals = (sums: readonly number[]): boolean => sums.every((sum, index) => sum === cents[index]);
    const isTelling = cents.filter((amount) => amount !== 0).length >= (all.amounts.length > 1 ? 2 : 1);
    const enough = all.amounts.length > 1 ? 2 : 3;
    const isSum = isTelling && ((leaves >= enough && equals(block)) || (allLeaves >= enough && equals(whole)));
    if (isSum && !known.has(rowNumber)) found.push(rowNumber);
    if (isSum || known.has(rowNumber)) {
      block = all.amounts.map(() => 0);
      leaves = 0;
      return;
    }
    block = block.map((sum, index) => sum + (cents[index] ?? 0));
    whole = whole.map((sum, index) => sum + (cents[index] ?? 0));
    leaves += 1;
    allLeaves += 1;
  });
  if (found.length === 0) return [];
  const params = { rows: found.slice(0, 10).join(', '), count: found.length };
  if (all.amounts.length === 1 && notes.ask('SUM_ROWS', ['sum', 'row'], params) === 'row') return [];
  say(
    notes,
    'SUM_ROWS_ARITHMETIC',
    found.map((rowNumber) => ({ rowNumber })),
    { rows: params.rows },
  );
  return found;
}
