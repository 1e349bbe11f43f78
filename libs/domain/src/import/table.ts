import type { AccountFrameCode } from '../budget/account-class';
import type { DateOrder, FileMapping, ImportKind, SavedMapping, TableField } from './mapping';

/** How many rows are looked at to understand a table. */
export const SAMPLE_HEAD_ROWS = 2000;
export const SAMPLE_TAIL_ROWS = 50;

/** A row of a table as it stands in the file, numbered as in a spreadsheet: the first row of the file or sheet is 1. */
export interface TableRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** What is looked at to understand a table: its first rows, and its last ones where they are known. */
export interface TableSample {
  readonly head: readonly TableRow[];
  /** Rows that are not in `head`; empty when the head is the whole table or the end is not known. */
  readonly tail: readonly TableRow[];
  readonly fileName: string;
  readonly sheetName: string | null;
}

/** What the city and the person say. Everything but the day may be missing. */
export interface ReadingHints {
  /** `YYYY-MM-DD` in the city. */
  readonly today: string;
  readonly kind?: ImportKind;
  readonly fiscalYear?: number;
  /** Frame of the city's Land. */
  readonly accountFrame?: AccountFrameCode;
  readonly pointGroupsThousands?: boolean;
  readonly dateOrder?: DateOrder;
  /** Day of bookings whose file names none. */
  readonly bookedOn?: string;
  /** Answers to questions of an earlier look, by the question's id. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly profiles?: readonly SavedMapping[];
}

/** What was decided, for the person to check. `params` fill the sentence of the code. */
export interface Evidence {
  readonly aspect: EvidenceAspect;
  readonly code: EvidenceCode;
  /** Position of the column that is meant, the first is 0; null for the file as a whole. */
  readonly column: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export const EVIDENCE_ASPECTS = [
  'profile',
  'kind',
  'header',
  'columns',
  'numbers',
  'dates',
  'unit',
  'years',
  'accounts',
  'signs',
  'key',
  'sums',
  'balances',
] as const;
export type EvidenceAspect = (typeof EVIDENCE_ASPECTS)[number];

/** Everything that detection can say about its decisions. */
export const EVIDENCE_CODES = [
  'PROFILE_FITS',
  'PROFILE_FITS_OTHER_YEAR',
  'PROFILE_LEAVES_OUT',
  'KIND_FISCAL_PACKAGE',
  'KIND_SAID',
  'KIND_BOOKINGS',
  'KIND_PLAN',
  'KIND_ACTUALS',
  'KIND_ORGANIZATION',
  'KIND_RECORDS',
  'HEADER_ROW',
  'HEADER_TWO_ROWS',
  'HEADER_NONE',
  'HEADER_REPEATED',
  'PREAMBLE_SKIPPED',
  'COLUMN_BY_WORD',
  'COLUMN_BY_SIMILAR_WORD',
  'COLUMN_BY_VALUES',
  'COLUMN_AMOUNT',
  'COLUMN_OTHER_SIDE',
  'COLUMN_IGNORED',
  'CONSTANT_FROM_NAME',
  'NUMBERS_PROVEN',
  'NUMBERS_PLAIN',
  'NUMBERS_SAID',
  'TRAILING_MINUS',
  'PARENTHESES_MINUS',
  'DATES_PROVEN',
  'DATES_MIXED',
  'DATES_SAID',
  'DATES_WITHOUT_YEAR',
  'DATES_SERIAL',
  'DAY_SAID',
  'UNIT_EURO',
  'UNIT_BY_WORD',
  'UNIT_BY_COLUMN',
  'PLAN_YEARS',
  'YEAR_ASSUMED',
  'MONTHS_ADDED',
  'COLUMNS_OF_PARTS',
  'MONTH_ROWS',
  'FRAME_BY_CITY',
  'FRAME_BY_ACCOUNTS',
  'FRAME_NONE',
  'ACCOUNT_IN_LINE',
  'SIGN_BY_ACCOUNTS',
  'SIGN_BY_COLUMNS',
  'SIGN_BY_SIDE',
  'SIGN_BY_STATEMENT',
  'SIGN_DEBIT_CREDIT',
  'SIGN_MARK_REPEATS',
  'SIGN_ONE_SIDE',
  'SIGN_SPENDING',
  'KEY_UNIQUE',
  'KEY_NOT_UNIQUE',
  'KEY_OF_LINE',
  'FILLED_DOWN',
  'HEADING_ROWS',
  'PAYMENTS_ARE_ACTUALS',
  'LINES_CREATED',
  'SUM_ROWS_BLANK',
  'SUM_ROWS_WORD',
  'SUM_ROWS_CODE',
  'SUM_ROWS_ARITHMETIC',
  'BALANCE_FITS',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** Everything that detection asks instead of guessing. */
export const QUESTION_CODES = [
  'PROFILE_NEW_AMOUNTS',
  'KIND',
  'BOOKING_TYPE',
  'COLUMN_MISSING',
  'AMOUNT_MEANING',
  'AMOUNT_TWICE',
  'AMOUNT_LEFT_OVER',
  'LINE_REPEATED',
  'NUMBER_GROUPING',
  'NUMBER_STYLE',
  'DATE_ORDER',
  'DATE_MISSING',
  'UNIT_SUSPECTED',
  'UNIT_AGAINST_LINES',
  'PLAN_YEAR',
  'YEAR_MISSING',
  'MONTHS_CUMULATED',
  'ACCOUNT_FRAME',
  'DIRECTION',
  'SIGN',
  'SUM_ROWS',
  'PRODUCT_CODE',
  'HEADER_MISSING',
  'PRICE_BASIS',
  'PRICE_PERIOD',
  'COST_KIND',
  'VOLUME_KIND',
  'VOLUME_YEARS',
  'RECORD_KNOWN',
  'MONTH_GAPS',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

/** Something that a person must answer before anything is committed. */
export interface Question {
  /** Names the answer in `ReadingHints.answers`: the code, with the column where there can be several. */
  readonly id: string;
  readonly code: QuestionCode;
  readonly column: number | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** Answers to choose from; empty where the person types one. The first one is what is read until it is answered. */
  readonly options: readonly string[];
}

/** How a table is understood. While a question is open the mapping is only a proposal. */
export interface Detection {
  readonly mapping: FileMapping;
  readonly evidence: readonly Evidence[];
  readonly questions: readonly Question[];
  /** Code of the saved mapping that was used; null when the table was understood by itself. */
  readonly profile: string | null;
}

/** The words of a row. Fields that the file does not have, or leaves empty, are missing. */
export type RowFields = Readonly<Partial<Record<TableField, string>>>;
