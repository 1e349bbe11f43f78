import { classifyAccount, isEarning } from '../budget/account-frame';
import type { AccountClass } from '../budget/account-class';
import { isFiscalYear } from '../shared/fiscal-year';
import type { AmountReader } from './amount-cell';
import { AmountRow } from './amount-row';
import { type ColumnPlan, cellProblem } from './column-plan';
import type { ControlSums } from './control-sums';
import { directionOfWords, meaningOfStatementText, sphereOfWords } from './direction-words';
import { isFiscalPackage } from './detect/fiscal-package-mapping';
import { readAmountHeader } from './detect/amount-header';
import { NAME_OF } from './detect/vocabulary';
import { checkCodes } from './fiscal-package-codes';
import { FilledBlocks } from './filled-blocks';
import { partsOfLine } from './line-code';
import type { AmountPhase, FileMapping } from './mapping';
import type { ImportedAmount, ImportedLine, RowProblem, RowReading } from './reading';
import { yearOfMonth } from './record/month-cell';
import { RepeatedLines } from './repeated-lines';
import { isBlank, joinKey } from './row-text';
import type { SumRows } from './sum-rows';
import type { RowFields, TableRow } from './table';

/** What a row says about all its amounts. */
interface RowSays {
  readonly factor: 1 | -1;
  readonly year: number | null;
  readonly phase: AmountPhase | null;
}

interface LineMeaning extends AccountClass {
  /** Null where every amount column counts. */
  readonly side: 'revenue' | 'expense' | null;
}

/** A part of the budget that has columns of its own, as fields of its lines. */
interface BudgetPart {
  readonly part: RowFields;
  readonly columns: ColumnPlan['amounts'];
}

/** A row that names a line again is a part of it, is left out, or cannot be a part of it. */
const REPETITION_CODES = { info: 'LINE_ADDED', warning: 'LINE_LEFT_OUT', error: 'KEY_DUPLICATE' } as const;

const FIRST_ROWS: AccountClass = { direction: 'revenue', sphere: 'operating' };

const DEBIT_CREDIT: Readonly<Record<string, 1 | -1>> = {
  s: 1,
  soll: 1,
  d: 1,
  debit: 1,
  h: -1,
  haben: -1,
  c: -1,
  credit: -1,
};

/** 1 for Soll and debit, -1 for Haben and credit; null for anything else. */
export function factorOfMark(mark: string): 1 | -1 | null {
  return DEBIT_CREDIT[mark.trim().toLowerCase()] ?? null;
}

/** Reads rows that describe budget lines with the amounts of several years, or of one year a row. */
export class LineRows {
  readonly amounts: AmountReader;
  readonly sumRows: SumRows;
  private readonly row: AmountRow;
  private readonly blocks: FilledBlocks;
  private readonly classes = new Map<string, AccountClass | null>();
  readonly repeated: RepeatedLines;
  /** A statement says once which way the rows below a heading point. It begins with income (§ 2 KomHKVO, GemHVO). */
  private heading: AccountClass | null = FIRST_ROWS;
  private readonly cents: readonly (number | null)[];
  /** Soll and Haben of one year are one amount, and so are its months. */
  private readonly addsUp: boolean;
  private readonly hasYearOfRow: boolean;
  /** A month in every row; its rows are parts of a line, and each of them is no news. */
  private readonly hasMonths: boolean;
  private readonly hasMonthsOnly: boolean;
  /** By code, with the columns of each; empty where columns belong to no part. */
  private readonly parts: ReadonlyMap<string, BudgetPart>;
  private readonly isPackage: boolean;
  private readonly isAccountInLine: boolean;

  constructor(
    private readonly plan: ColumnPlan,
    private readonly sums: ControlSums,
  ) {
    this.row = new AmountRow(plan);
    this.amounts = this.row.reader;
    this.sumRows = this.row.sumRows;
    this.blocks = new FilledBlocks(plan);
    this.cents = this.row.cents;
    this.repeated = new RepeatedLines(plan.mapping);
    this.addsUp = plan.amounts.some(({ side, month }) => side === 'credit' || month !== undefined);
    this.parts = partsOf(plan);
    this.isPackage = isFiscalPackage(plan.mapping);
    this.isAccountInLine = plan.mapping.direction === 'account' && plan.at('account') < 0;
    this.hasMonths = plan.at('month') >= 0 && plan.mapping.repeatedLines === 'add';
    this.hasMonthsOnly = plan.at('month') >= 0 && plan.at('fiscalYear') < 0 && plan.at('bookedOn') < 0;
    this.hasYearOfRow = plan.amounts.some(({ fiscalYear }) => fiscalYear === null);
  }

  read({ rowNumber, cells: written }: TableRow): RowReading {
    const problems: RowProblem[] = [];
    const hasAmounts = this.row.read(written, rowNumber, problems);
    if (this.row.isSum(rowNumber, written, hasAmounts)) {
      this.heading = null;
      return this.row.sum(rowNumber, written, problems);
    }
    const cells = this.blocks.fill(written);
    if (!hasAmounts && problems.length === 0) return noteRow(rowNumber, cells, this.plan.hasCompleteKey(cells));

    const fields = this.withPartsOfLine(this.plan.readFields(cells, rowNumber, problems));
    if (this.isPackage) checkCodes(this.plan, fields, rowNumber, problems);
    const factor = this.markFactor(cells, rowNumber, problems);
    const meanings = this.meaningsOf(fields, rowNumber, problems);
    const year = this.yearOf(fields, rowNumber, problems);
    const phase = this.phaseOf(fields, rowNumber, problems);
    if (problems.some(({ severity }) => severity === 'error')) return { kind: 'invalid', rowNumber, problems };
    this.row.checkBalances(rowNumber, problems);

    const key = joinKey(this.plan.mapping.keyFields.map((field) => fields[field] ?? ''));
    const lines = meanings.flatMap((meaning) => this.linesOf(fields, meaning, { factor, year, phase }));
    const rowKey = year === null && phase === null ? key : `${key}|${year}|${phase}`;
    const again = this.repeated.note(rowKey, key, rowNumber, lines);
    if (again !== null) {
      const severity = !again.isSameLine ? 'error' : this.repeated.areAdded ? 'info' : 'warning';
      const params = { key, firstRowNumber: again.firstRowNumber };
      const code = REPETITION_CODES[severity];
      if (severity !== 'info' || !this.hasMonths) problems.push({ severity, rowNumber, code, column: null, params });
      if (severity !== 'info') return { kind: severity === 'error' ? 'invalid' : 'skipped', rowNumber, problems };
    }
    this.addUp(fields, meanings, lines);
    // A second row of an account may have amounts of parts that the first one left blank.
    const isAgain = again !== null && this.parts.size === 0;
    return { kind: 'line', rowNumber, key, fields, lines, isAgain, problems };
  }

  /** Where the account has no column of its own, it stands in the number of the line. */
  private withPartsOfLine(fields: RowFields): RowFields {
    if (!this.isAccountInLine || fields.line === undefined) return fields;
    return { ...partsOfLine(fields.line), ...fields };
  }

  private markFactor(cells: readonly string[], rowNumber: number, problems: RowProblem[]): 1 | -1 {
    if (this.plan.at('debitCredit') < 0) return 1;
    const mark = this.plan.cell(cells, 'debitCredit');
    const factor = factorOfMark(mark);
    if (factor === null) problems.push(cellProblem(rowNumber, this.plan.headerOf('debitCredit'), 'ENUM_INVALID', mark));
    return factor ?? 1;
  }

  /** A row with columns for both sides is a revenue line and an expense line; else the row says what it is. */
  private meaningsOf(fields: RowFields, rowNumber: number, problems: RowProblem[]): readonly LineMeaning[] {
    const { direction, accountFrame } = this.plan.mapping;
    const sphere = sphereOfWords(fields.sphere ?? '') ?? 'operating';
    if (direction === 'columns') {
      return (['revenue', 'expense'] as const)
        .filter((side) => this.plan.amounts.some((column) => column.side === side))
        .map((side) => ({ side, direction: side, sphere }));
    }
    if (direction === 'revenue' || direction === 'expense') return [{ side: null, direction, sphere }];
    if (direction === 'unclassified') return [{ side: null, direction, sphere: 'unclassified' }];
    if (direction === 'account') {
      const meaning = this.classOf(fields.account ?? '');
      if (meaning !== null) return [{ side: null, ...meaning }];
      const params = { account: fields.account ?? '', accountFrame };
      const column = this.plan.headerOf(this.isAccountInLine ? 'line' : 'account');
      problems.push({ severity: 'error', rowNumber, code: 'ACCOUNT_NOT_IN_FRAME', column, params });
      return [];
    }
    const meaning = direction === 'side' ? this.sideOf(fields, sphere) : this.statementOf(fields);
    if (meaning !== null) return [{ side: null, ...meaning }];
    const field = direction === 'side' ? 'side' : 'statementLineName';
    problems.push(cellProblem(rowNumber, this.plan.headerOf(field), 'DIRECTION_UNKNOWN', fields[field] ?? ''));
    return [];
  }

  private sideOf(fields: RowFields, sphere: AccountClass['sphere']): AccountClass | null {
    const direction = directionOfWords(fields.side ?? '');
    return direction === null ? null : { direction, sphere };
  }

  /** Rows without a text of their own belong to the heading above them. */
  private statementOf(fields: RowFields): AccountClass | null {
    const said = meaningOfStatementText(fields.statementLineName ?? '');
    const statement = sphereOfWords(fields.statement ?? '');
    if (said !== null) {
      const isCash = said.direction === 'receipt' || said.direction === 'payment';
      this.heading =
        isCash && statement !== null && said.sphere === 'operating' ? { ...said, sphere: statement } : said;
    }
    return this.heading;
  }

  private classOf(account: string): AccountClass | null {
    const known = this.classes.get(account);
    if (known !== undefined) return known;
    const { accountFrame, accountYear } = this.plan.mapping;
    const found = isFiscalYear(accountYear) ? classifyAccount(account, accountFrame, accountYear) : null;
    if (this.classes.size < 50_000) this.classes.set(account, found);
    return found;
  }

  private yearOf(fields: RowFields, rowNumber: number, problems: RowProblem[]): number | null {
    if (!this.hasYearOfRow) return null;
    const year = this.hasMonthsOnly
      ? (yearOfMonth(fields.month ?? '') ?? this.plan.mapping.assumedYear)
      : yearOfText(fields.fiscalYear, fields.bookedOn, this.plan.mapping);
    if (year === null) {
      const value = fields.fiscalYear ?? fields.bookedOn ?? '';
      problems.push(cellProblem(rowNumber, this.plan.headerOf('fiscalYear'), 'YEAR_INVALID', value));
    }
    return year;
  }

  /** Where plan and result stand in rows of their own, a word of the row says which it is. */
  private phaseOf(fields: RowFields, rowNumber: number, problems: RowProblem[]): AmountPhase | null {
    if (this.plan.at('phase') < 0) return null;
    const phase = readAmountHeader(fields.phase ?? '').phase;
    if (phase === null) {
      problems.push(cellProblem(rowNumber, this.plan.headerOf('phase'), 'ENUM_INVALID', fields.phase ?? ''));
    }
    return phase;
  }

  /** One line, or in a cross table one for each part of the budget that has an amount. */
  private linesOf(fields: RowFields, meaning: LineMeaning, says: RowSays): readonly ImportedLine[] {
    const keyOf = (told: RowFields): string => joinKey(this.plan.mapping.keyFields.map((field) => told[field] ?? ''));
    if (this.parts.size === 0) return [this.lineOf(keyOf(fields), meaning, says, this.plan.amounts)];
    return [...this.parts.values()].flatMap(({ part, columns }) => {
      const line = this.lineOf(keyOf({ ...fields, ...part }), meaning, says, columns);
      return line.amounts.length === 0 ? [] : [{ ...line, part }];
    });
  }

  private lineOf(
    rowKey: string,
    meaning: LineMeaning,
    { factor, year, phase: rowPhase }: RowSays,
    columns: ColumnPlan['amounts'],
  ): ImportedLine {
    const { signs } = this.plan.mapping;
    const sign = isEarning(meaning.direction) ? signs.revenue : signs.expense;
    const amounts: ImportedAmount[] = [];
    for (const { at, side, phase: columnPhase, fiscalYear } of columns) {
      const cents = this.cents[at] ?? null;
      if (cents === null || (meaning.side !== null && side !== meaning.side)) continue;
      const fileCents = factor * (side === 'credit' ? -cents : cents) || 0;
      const ofYear = fiscalYear ?? year ?? 0;
      const phase = rowPhase ?? columnPhase;
      const before = this.addsUp ? indexOfAmount(amounts, ofYear, phase) : -1;
      const sum = fileCents + (before < 0 ? 0 : (amounts[before]?.fileCents ?? 0));
      const amount = { fiscalYear: ofYear, phase, fileCents: sum, ledgerCents: sign * sum || 0 };
      if (before < 0) amounts.push(amount);
      else amounts[before] = amount;
    }
    const key = meaning.side === null ? rowKey : `${rowKey}|${meaning.side}`;
    return { key, direction: meaning.direction, sphere: meaning.sphere, amounts };
  }

  private addUp(fields: RowFields, meanings: readonly LineMeaning[], lines: readonly ImportedLine[]): void {
    const isTakenAway = meanings.length === 1 && meanings[0] !== undefined && !isEarning(meanings[0].direction);
    const sign = isTakenAway ? -1 : 1;
    const { direction, signs } = this.plan.mapping;
    const isStatement = direction === 'statement';
    // Where expenses bear their own sign they are taken away as they stand.
    const isPlain = !isStatement || signs.revenue !== signs.expense;
    const group = isStatement ? (meanings[0]?.direction ?? '') : (fields.account?.slice(0, 1) ?? '');
    for (const columns of [this.plan.amounts, this.plan.balances]) {
      for (const { at } of columns) {
        const cents = this.cents[at] ?? null;
        // A statement ends in a balance, so that is what its columns add up to.
        if (cents !== null) this.sums.addCell(at, isPlain ? cents : sign * cents, group, cents);
      }
    }
    for (const line of lines) {
      for (const { fiscalYear, phase, ledgerCents } of line.amounts) {
        this.sums.addAmount(fiscalYear, phase, line, ledgerCents);
      }
    }
    const { leafCode } = this.plan.mapping.sumRows;
    const code = leafCode === null ? '' : (fields[leafCode.field] ?? '');
    this.row.add(sign, code);
  }
}

function partsOf({ amounts }: ColumnPlan): ReadonlyMap<string, BudgetPart> {
  const parts = new Map<string, BudgetPart>();
  for (const column of amounts) {
    const { of } = column;
    if (of === undefined) continue;
    const name = NAME_OF[of.field];
    const part = { [of.field]: of.code, ...(name === undefined || of.name === '' ? {} : { [name]: of.name }) };
    parts.set(of.code, { part, columns: [...(parts.get(of.code)?.columns ?? []), column] });
  }
  return parts;
}

function indexOfAmount(amounts: readonly ImportedAmount[], fiscalYear: number, phase: ImportedAmount['phase']): number {
  return amounts.findIndex((amount) => amount.fiscalYear === fiscalYear && amount.phase === phase);
}

/** The year of a row: its own, that of its day, or the assumed one; null when what stands there is no year. */
export function yearOfText(year: string | undefined, day: string | undefined, mapping: FileMapping): number | null {
  const text = year ?? day?.slice(0, 4);
  if (text === undefined) return mapping.assumedYear;
  const found = /^(?:0?1[./]0?1[./])?(\d{4})(?:\.0+|-01-01)?(?:[T ]00:00(?::00)?)?$/.exec(text.trim())?.[1];
  return found !== undefined && isFiscalYear(Number(found)) ? Number(found) : null;
}

/** A row without any amount: a heading, a remark, or a line that nothing is planned for. Said, not imported. */
export function noteRow(rowNumber: number, cells: readonly string[], hasKey = false): RowReading {
  const value = (cells.find((cell) => !isBlank(cell)) ?? '').trim().slice(0, 200);
  return {
    kind: 'skipped',
    rowNumber,
    problems: [
      { severity: hasKey ? 'info' : 'warning', rowNumber, code: 'ROW_WITHOUT_AMOUNT', column: null, params: { value } },
    ],
  };
}
