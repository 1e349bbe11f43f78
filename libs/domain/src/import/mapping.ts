import type { AccountFrameCode } from '../budget/account-class';

/**
 * What a file can bring. `plan_lines` takes plan and actuals with their lines, `actuals` only what was spent or received;
 * the others are registers.
 */
export const IMPORT_KINDS = [
  'plan_lines',
  'actuals',
  'bookings',
  'organization',
  'projects',
  'contracts',
  'posts',
  'staffing_plan',
  'devices',
  'sites',
  'volumes',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column can say about a line, a booking, a unit or a record of a register, besides amounts. */
export const TABLE_FIELDS = [
  'line',
  'lineName',
  'frame',
  'accountFrame',
  'runOrChange',
  'serviceClass',
  'costCentre',
  'costCentreName',
  'costObject',
  'costObjectName',
  'account',
  'accountName',
  'product',
  'productName',
  'productGroup',
  'productGroupName',
  'productArea',
  'productAreaName',
  'division',
  'divisionName',
  'subBudget',
  'subBudgetName',
  'unit',
  'unitName',
  'unitLevel',
  'parentUnit',
  'validFrom',
  'statement',
  'statementLine',
  'statementLineName',
  'detail',
  'detailName',
  'side',
  'phase',
  'sphere',
  'fiscalYear',
  'bookedOn',
  'document',
  'text',
  'order',
  'bookingType',
  'debitCredit',
  'supplier',
  'supplierNumber',
  'contractNumber',
  'subject',
  'contractKind',
  'startsOn',
  'endsOn',
  'minimumTerm',
  'renewal',
  'notice',
  'noticeTo',
  'quantity',
  'metric',
  'unitPrice',
  'monthPrice',
  'yearPrice',
  'pricePeriod',
  'priceBasis',
  'vat',
  'rhythm',
  'site',
  'networkZone',
  'remindDays',
  'projectName',
  'projectKey',
  'projectLevel',
  'parentProject',
  'plannedStart',
  'plannedEnd',
  'sponsor',
  'description',
  'projectPhase',
  'costKind',
  'postNumber',
  'postName',
  'postStatus',
  'grade',
  'weeklyHours',
  'fullTimeHours',
  'postShare',
  'postFrom',
  'postUntil',
  'postNote',
  'postNoteFrom',
  'heldShare',
  'heldFrom',
  'heldUntil',
  'inventoryNumber',
  'deviceKind',
  'boughtOn',
  'devicePrice',
  'deviceFrame',
  'deviceNote',
  'siteNumber',
  'siteName',
  'siteKind',
  'address',
  'siteZones',
  'task',
  'month',
  'cases',
  'volumeKind',
  'casesJanuary',
  'casesFebruary',
  'casesMarch',
  'casesApril',
  'casesMay',
  'casesJune',
  'casesJuly',
  'casesAugust',
  'casesSeptember',
  'casesOctober',
  'casesNovember',
  'casesDecember',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/**
 * What an amount is: planned (Ansatz), spent or received (Ist), or authority for later years (VE). A fiscal data package also
 * tells what was proposed and what the Ansatz became in the course of the year.
 */
export type AmountPhase = 'plan' | 'actual' | 'commitment_authority' | 'proposed' | 'adjusted';

/**
 * Which part of a row an amount column holds: `net` where the row itself says what it is, `revenue` and `expense` where a row
 * has both, `debit` and `credit` where Soll and Haben stand in columns of their own; `official` and `employee` hold posts of
 * one status in a staffing plan.
 */
export type AmountSide = 'net' | 'revenue' | 'expense' | 'debit' | 'credit' | 'official' | 'employee';

/** A column that is not taken over. */
export interface IgnoredColumn {
  readonly role: 'ignore';
  readonly header: string;
}

/** A column with a word or a key. */
export interface FieldColumn {
  readonly role: 'field';
  readonly header: string;
  readonly field: TableField;
  readonly isRequired: boolean;
}

/** The part of the budget whose amounts a column of a cross table holds: `Teilhaushalt 1`. */
export interface ColumnPart {
  /** What the code is. */
  readonly field: TableField;
  readonly code: string;
  /** Empty where the header says only the code. */
  readonly name: string;
}

/** A column with amounts. Without a year of its own the row's year, its day or the assumed year counts. */
export interface AmountColumn {
  readonly role: 'amount';
  readonly header: string;
  readonly fiscalYear: number | null;
  readonly phase: AmountPhase;
  readonly side: AmountSide;
  /** 1 to 12 in a table with a column for each month: amounts of one year, phase and side then add up. */
  readonly month?: number | undefined;
  /** In a table with a column for each part of the budget: each row then is a line of every part. */
  readonly of?: ColumnPart | undefined;
  /** Only where the header names another unit than those of the table: `Ergebnis (€)` beside `Ansatz (T€)`. */
  readonly unitFactor?: UnitFactor | undefined;
}

/** A part of a printed balance: the column at a position (first is 0), added or taken away. */
export interface BalancePart {
  readonly column: number;
  readonly factor: 1 | -1;
}

/** A printed balance that must equal the columns it names; it is checked and never imported. */
export interface BalanceColumn {
  readonly role: 'balance';
  readonly header: string;
  readonly parts: readonly BalancePart[];
}

/** One column of a file; its place in the list is its place in the file. */
export type MappedColumn = IgnoredColumn | FieldColumn | AmountColumn | BalanceColumn;

/** How amounts are written. `grouping` null means that nothing proves a grouping: `1.234` is then asked, never guessed. */
export interface NumberStyle {
  readonly decimal: ',' | '.';
  /** `' '` stands for the blank, the no-break blank and the narrow one. */
  readonly grouping: '.' | ',' | "'" | ' ' | null;
  /** Whether a minus stands behind the digits, as SAP writes it. It is read either way: it can mean nothing else. */
  readonly trailingMinus: boolean;
  /** Whether `(1.234)` means minus. */
  readonly parentheses: boolean;
}

/** In which order day, month and year stand where a date does not say so itself (`2026-04-03` and `20260403` do). */
export type DateOrder = 'dmy' | 'mdy';

/** Amounts are written in euros, thousands or millions of euros. */
export type UnitFactor = 1 | 1000 | 1_000_000;

/**
 * What turns an amount of the file into one of the ledger, where revenue and expense are both positive. Debit minus credit
 * is an amount of the file whose expenses are positive and whose revenues are negative.
 */
export interface SignRule {
  readonly revenue: 1 | -1;
  readonly expense: 1 | -1;
}

/**
 * What says whether a row is revenue or expense: the class of its account, the columns, a column with words, the signs and
 * words of a statement (`+ Erträge`, `- Aufwendungen`, `= Ergebnis`), or the file as a whole.
 */
export type DirectionSource = 'account' | 'columns' | 'side' | 'statement' | 'revenue' | 'expense' | 'unclassified';

/** Which rows are sums of others. They are compared and never imported. */
export interface SumRowRule {
  /** A row in which all these fields are empty is a sum. */
  readonly blankFields: readonly TableField[] | null;
  /** Whether words such as Summe, Gesamt, Zwischensumme, or a leading `=`, mark a sum. */
  readonly hasWords: boolean;
  /** Codes of a field that are shorter than this belong to sums of the longer ones below them. */
  readonly leafCode: { readonly field: TableField; readonly length: number } | null;
  /** Rows found by arithmetic alone: each equals the rows before it. */
  readonly rowNumbers: readonly number[];
  /** Sums stand above the rows that they add up, as outlines print them; missing where they stand below. */
  readonly areAbove?: boolean | undefined;
}

/** Rows that name something for all rows below them: `Produkt 111105 Zentrale IT`. */
export interface HeadingRule {
  /** What the code behind the word is. */
  readonly field: TableField;
  /** What the text behind the code is. */
  readonly nameField: TableField;
  /** In small letters: the word that such a row begins with. */
  readonly word: string;
  /** What else stands above the rows, from the outer block to the inner one: the account beside the product. */
  readonly also?: readonly Omit<HeadingRule, 'also'>[] | undefined;
}

/** A level of the organisation that a file names, and in which fields. */
export interface UnitLevel {
  readonly level: 'division' | 'department';
  readonly code: TableField;
  readonly name: TableField;
}

/** Lines that are IT: the given field has one of the values. A saved filter, not a property of the file. */
export interface ItFilter {
  readonly field: TableField;
  readonly values: readonly string[];
}

/** Which budget by-law a plan belongs to: a single year, or two. */
export interface PlanSpan {
  readonly title: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/**
 * How one file is read: everything declared, nothing guessed. Plain JSON, so that it can be stored, sent and edited by a
 * person. Rows count as in a spreadsheet, the first one is 1.
 */
export interface FileMapping {
  readonly kind: ImportKind;
  /** The sheet of a workbook; null for text files. */
  readonly sheetName: string | null;
  /** One row, up to three where upper ones span several columns or the last names units; empty without a header. */
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly columns: readonly MappedColumn[];
  readonly numbers: NumberStyle;
  readonly unitFactor: UnitFactor;
  readonly dateOrder: DateOrder;
  /** For days such as `0501`, whose year stands once above the table; missing where every day names its own. */
  readonly yearOfDays?: number | undefined;
  readonly direction: DirectionSource;
  readonly signs: SignRule;
  /** Account frame in whose words the file speaks; `unclassified` for a file without accounts. */
  readonly accountFrame: AccountFrameCode;
  /** Fiscal year by whose frame accounts are classified. */
  readonly accountYear: number;
  /** Fields that together name a line, in the order in which its number is put together. */
  readonly keyFields: readonly TableField[];
  /** Fields whose value stands only in the first row of a block and holds for the rows below it. */
  readonly filledDown: readonly TableField[];
  /** Values that hold for every row because the file name or a person says so, such as the product of a sub-plan. */
  readonly constants: Readonly<Partial<Record<TableField, string>>>;
  readonly sumRows: SumRowRule;
  readonly unitLevels: readonly UnitLevel[];
  readonly itFilter: ItFilter | null;
  /** For amounts without a year of their own. */
  readonly assumedYear: number | null;
  /** For bookings without a day of their own, and the first day of units: `YYYY-MM-DD`. */
  readonly assumedDay: string | null;
  /** Payments of a file that has no invoices are what was spent; beside invoices they only repeat them. */
  readonly paymentsCount: boolean;
  /** Whether bookings describe lines that do not exist yet. */
  readonly createsLines: boolean;
  /** Null for files without a plan. */
  readonly plan: PlanSpan | null;
  /** Missing where no row above a block says what its lines belong to. */
  readonly headings?: HeadingRule | undefined;
  /** What becomes of rows that name a line again: added to it, or left out. Missing while nobody has said so. */
  readonly repeatedLines?: 'add' | 'first' | undefined;
}

/** A mapping that a city keeps for one of its source systems. */
export interface SavedMapping {
  readonly code: string;
  readonly name: string;
  readonly mapping: FileMapping;
}
