import { classifyAccount } from '../budget/account-frame';
import type { AccountClass, AccountDirection } from '../budget/account-class';
import { type AmountTextRule, parseAmount } from '../shared/amount-text';
import { type Cents, MAX_AMOUNT_CENTS, cents, negateCents, sumCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { checkText } from '../shared/text';
import type { AmountColumn, AmountPhase, AmountSide, ColumnOrder, ImportProfile, LineField } from './profile';

/** The words of a row. Fields that the file does not have, or leaves empty, are missing. */
export type RowFields = Readonly<Partial<Record<LineField, string>>>;

/** One amount of a line. */
export interface ImportedAmount {
  readonly fiscalYear: FiscalYear;
  readonly phase: AmountPhase;
  /** As the file has it, in its own sign. */
  readonly fileCents: Cents;
  /** As the ledger has it: revenue positive, expense positive. */
  readonly ledgerCents: Cents;
}

/** A budget line that a row describes; a row with a revenue and an expense side describes two. */
export interface ImportedLine extends AccountClass {
  readonly key: string;
  readonly amounts: readonly ImportedAmount[];
}

/** What is wrong with a row. An `error` keeps it from being imported; a `warning` is reported and kept. */
export interface RowProblem {
  readonly severity: 'error' | 'warning';
  readonly rowNumber: number;
  readonly code: string;
  /** Header of the column; null when the whole row is meant. */
  readonly column: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A row of a file, read. */
export interface RowReading {
  readonly rowNumber: number;
  readonly kind: 'line' | 'total' | 'invalid';
  /** Values of the key fields; empty for a total row. */
  readonly key: string;
  readonly fields: RowFields;
  readonly lines: readonly ImportedLine[];
  /** Every amount and printed balance by header, in the file's own sign, for the control totals. */
  readonly cellCents: ReadonlyMap<string, Cents>;
  readonly problems: readonly RowProblem[];
}

const KEY_SEPARATOR = '|';
const FIELD_MAX = 200;

/**
 * Reads one data row. `rowNumber` is the row in the file, the header being row 1, so that a person finds it again. The
 * text of a cell is kept as it stands; amounts are exact cents; nothing is repaired.
 */
export function readRow(
  profile: ImportProfile,
  order: ColumnOrder,
  cells: readonly string[],
  rowNumber: number,
): RowReading {
  const problems: RowProblem[] = [];
  if (cells.length !== order.length) {
    const params = { expected: order.length, found: cells.length };
    return unreadable(rowNumber, [{ severity: 'error', rowNumber, code: 'ROW_WIDTH', column: null, params }]);
  }
  const cellOf = (index: number): string => cells[order[index] ?? -1] ?? '';
  const isTotal = isTotalRow(profile, cellOf);
  const fields = readFields(profile, cellOf, rowNumber, isTotal, problems);
  const cellCents = readAmounts(profile, cellOf, rowNumber, problems);
  checkBalances(profile, cellCents, rowNumber, problems);

  const key = isTotal ? '' : profile.keyFields.map((field) => keyPart(fields[field])).join(KEY_SEPARATOR);
  const meanings = isTotal ? [] : meaningsOf(profile, fields, rowNumber, problems);
  if (problems.some((problem) => problem.severity === 'error')) {
    return { ...unreadable(rowNumber, problems), key, fields };
  }
  const lines = meanings.map((meaning) => lineOf(profile, key, meaning, cellCents));
  return { rowNumber, kind: isTotal ? 'total' : 'line', key, fields, lines, cellCents, problems };
}

/** A separator inside a part is escaped, so that two different rows never get the same key. */
function keyPart(value: string | undefined): string {
  return (value ?? '').replace(/[\\|]/g, '\\$&');
}

function unreadable(rowNumber: number, problems: readonly RowProblem[]): RowReading {
  return { rowNumber, kind: 'invalid', key: '', fields: {}, lines: [], cellCents: new Map(), problems };
}

function isTotalRow(profile: ImportProfile, cellOf: (index: number) => string): boolean {
  const blank = profile.totalRowBlankFields;
  if (blank === null) return false;
  return profile.columns.every((column, index) => {
    return column.role !== 'field' || !blank.includes(column.field) || cellOf(index).trim() === '';
  });
}

function readFields(
  profile: ImportProfile,
  cellOf: (index: number) => string,
  rowNumber: number,
  isTotal: boolean,
  problems: RowProblem[],
): RowFields {
  const fields: Partial<Record<LineField, string>> = {};
  profile.columns.forEach((column, index) => {
    if (column.role !== 'field') return;
    const checked = checkText(cellOf(index), { max: FIELD_MAX, required: column.isRequired && !isTotal });
    if (!checked.ok) problems.push(cellError(rowNumber, column.header, checked.code, cellOf(index)));
    else if (checked.value !== '') fields[column.field] = checked.value;
  });
  return fields;
}

function readAmounts(
  profile: ImportProfile,
  cellOf: (index: number) => string,
  rowNumber: number,
  problems: RowProblem[],
): Map<string, Cents> {
  const rule = amountRuleOf(profile);
  const amounts = new Map<string, Cents>();
  profile.columns.forEach((column, index) => {
    if (column.role === 'field') return;
    const parsed = parseAmount(cellOf(index), rule);
    if (parsed.ok) amounts.set(column.header, parsed.value);
    else problems.push(cellError(rowNumber, column.header, parsed.code, cellOf(index)));
  });
  return amounts;
}

function amountRuleOf(profile: ImportProfile): AmountTextRule {
  return {
    minCents: negateCents(MAX_AMOUNT_CENTS),
    allowsTrailingMinus: profile.allowsTrailingMinus,
    pointGroupsThousands: profile.pointGroupsThousands,
  };
}

function cellError(rowNumber: number, column: string, code: string, value: string): RowProblem {
  return { severity: 'error', rowNumber, code, column, params: { value } };
}

/** A printed balance that does not equal its parts is the city's own slip: reported, neither repaired nor fatal. */
function checkBalances(
  profile: ImportProfile,
  cellCents: ReadonlyMap<string, Cents>,
  rowNumber: number,
  problems: RowProblem[],
): void {
  for (const column of profile.columns) {
    const statedCents = column.role === 'balance' ? cellCents.get(column.header) : undefined;
    if (column.role !== 'balance' || statedCents === undefined) continue;
    const parts = column.sumOf.flatMap((header) => cellCents.get(header) ?? []);
    const computedCents = sumCents(parts);
    const differenceCents = cents(statedCents - computedCents);
    if (parts.length !== column.sumOf.length || differenceCents === 0) continue;
    const params = { statedCents, computedCents, differenceCents };
    problems.push({ severity: 'warning', rowNumber, code: 'BALANCE_DIFFERS', column: column.header, params });
  }
}

interface LineMeaning extends AccountClass {
  readonly side: AmountSide;
}

/** A row with columns for both sides is a revenue line and an expense line; else the account says what the row is. */
function meaningsOf(
  profile: ImportProfile,
  fields: RowFields,
  rowNumber: number,
  problems: RowProblem[],
): readonly LineMeaning[] {
  const sides = [...new Set(amountColumnsOf(profile).map((column) => column.side))];
  if (!sides.includes('net')) {
    return sides.map((side) => ({ side, direction: side === 'revenue' ? 'revenue' : 'expense', sphere: 'operating' }));
  }
  const account = fields.account ?? '';
  const meaning = classifyAccount(account, profile.accountFrame, profile.accountYear);
  if (meaning !== null) return [{ side: 'net', ...meaning }];
  problems.push({
    severity: 'error',
    rowNumber,
    code: 'ACCOUNT_NOT_IN_FRAME',
    column: profile.columns.find((column) => column.role === 'field' && column.field === 'account')?.header ?? null,
    params: { account, accountFrame: profile.accountFrame },
  });
  return [];
}

function lineOf(
  profile: ImportProfile,
  rowKey: string,
  { side, direction, sphere }: LineMeaning,
  cellCents: ReadonlyMap<string, Cents>,
): ImportedLine {
  const sign = signOf(profile, direction);
  const amounts = amountColumnsOf(profile)
    .filter((column) => column.side === side)
    .map(({ header, fiscalYear, phase }) => {
      const fileCents = cellCents.get(header) ?? cents(0);
      return { fiscalYear, phase, fileCents, ledgerCents: cents(sign * fileCents) };
    });
  const key = side === 'net' ? rowKey : `${rowKey}${KEY_SEPARATOR}${side}`;
  return { key, direction, sphere, amounts };
}

/** Internal charging and what nobody classified keep the sign of an expense. */
function signOf(profile: ImportProfile, direction: AccountDirection): 1 | -1 {
  return direction === 'revenue' || direction === 'receipt' ? profile.signs.revenue : profile.signs.expense;
}

function amountColumnsOf(profile: ImportProfile): AmountColumn[] {
  return profile.columns.filter((column) => column.role === 'amount');
}
