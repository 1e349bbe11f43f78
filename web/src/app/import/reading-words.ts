import { FIELD_TEXTS, type ImportPreview } from '@etatlotse/contracts/import/plain';
import { type FileMapping, isRecordKind, joinSheets, type MappedColumn, splitSheets } from '@etatlotse/domain/import';
import { formatNumber } from '../ui/amount/format';
import { formatDate, formatMonthName } from '../ui/date/format';
import { language } from '../ui/language/language';
import { importRunLabels } from './import-run.labels';
import { readingLabels } from './reading.labels';

type Signs = FileMapping['signs'];
type Numbers = FileMapping['numbers'];

/** The four sign conventions of exports, by the name that the labels and the questions use. */
export const SIGN_RULES: Readonly<
  Record<'both_positive' | 'expense_negative' | 'revenue_negative' | 'both_negative', Signs>
> = {
  both_positive: { revenue: 1, expense: 1 },
  expense_negative: { revenue: 1, expense: -1 },
  revenue_negative: { revenue: -1, expense: 1 },
  both_negative: { revenue: -1, expense: -1 },
};
type SignName = keyof typeof SIGN_RULES;

export function signName({ revenue, expense }: Signs): SignName {
  if (revenue === 1) return expense === 1 ? 'both_positive' : 'expense_negative';
  return expense === 1 ? 'revenue_negative' : 'both_negative';
}

type Field = keyof typeof FIELD_TEXTS;

export const fieldName = (field: Field): string => FIELD_TEXTS[field][language()];

/** How 1234.56 is written in this style: `1.234,56`. */
export function numberExample({ decimal, grouping }: Pick<Numbers, 'decimal' | 'grouping'>): string {
  return `1${grouping === ' ' ? '\u00a0' : (grouping ?? '')}234${decimal}56`;
}

export function headerText({ headerRows }: Pick<FileMapping, 'headerRows'>): string {
  const words = readingLabels();
  const [first, second] = headerRows.map((row) => formatNumber(row));
  if (first === undefined) return words.headerNone;
  return second === undefined ? words.headerRow(first) : words.headerRows(first, second);
}

/** Whether each row says itself what its amount is: planned or spent, ordered or invoiced. */
export function kindStandsInRows({ columns }: Pick<FileMapping, 'columns'>): boolean {
  return columns.some((column) => column.role === 'field' && ROW_KINDS.has(column.field));
}

const ROW_KINDS: ReadonlySet<string> = new Set(['phase', 'bookingType']);

/** What a column becomes, in words: `Ansatz 2027`, `Sachkonto`, `nicht übernehmen`. */
export function columnMeaning(column: MappedColumn, mapping: Pick<FileMapping, 'columns'>): string {
  const words = readingLabels();
  switch (column.role) {
    case 'ignore':
      return words.ignore;
    case 'field':
      return fieldName(column.field);
    case 'balance':
      return words.balanceShort;
    case 'amount': {
      const year = [column.month === undefined ? '' : formatMonthName(column.month), column.fiscalYear ?? '']
        .filter((part) => part !== '')
        .join(' ');
      const meaning = words.amountMeaning(
        kindStandsInRows(mapping) ? words.amountOfRow : words.phases[column.phase],
        year,
        column.side === 'net' ? '' : words.sides[column.side],
      );
      const { of, unitFactor } = column;
      const whole = of === undefined ? meaning : `${meaning}, ${fieldName(of.field)} ${of.code}`;
      return unitFactor === undefined ? whole : `${whole} (${words.units[`${unitFactor}`]})`;
    }
  }
}

/** One thing that is known about how a file is read. */
export interface ReadingFact {
  readonly term: string;
  readonly text: string;
}

/** What was recognised, as terms and values; what does not matter for this file is left out. */
export function readingFacts(preview: ImportPreview, format: string): readonly ReadingFact[] {
  const words = readingLabels();
  const { mapping } = preview;
  const { numbers, signs, keyFields, assumedDay, assumedYear, headings } = mapping;
  const isTable = mapping.kind !== 'organization' && !isRecordKind(mapping.kind);
  const style = [
    numberExample(numbers),
    numbers.trailingMinus ? words.trailingMinus : '',
    numbers.parentheses ? words.parentheses : '',
  ];
  const facts: readonly (readonly [string, string | null])[] = [
    [words.facts.format, format],
    [words.facts.sheet, sheetsInWords(preview.sheetName)],
    [words.facts.header, headerText(mapping)],
    [words.facts.numbers, isTable ? style.filter(Boolean).join(', ') : null],
    [words.facts.unit, isTable ? words.units[`${mapping.unitFactor}`] : null],
    [words.facts.dates, hasDates(mapping) ? words.dates[mapping.dateOrder] : null],
    [fieldName('bookingType'), mapping.constants.bookingType ?? null],
    [words.facts.day, assumedDay === null ? null : formatDate(assumedDay)],
    [words.facts.year, assumedYear === null ? null : String(assumedYear)],
    [words.facts.direction, isTable ? words.directions[mapping.direction] : null],
    [words.facts.signs, isTable ? words.signs[signName(signs)] : null],
    [words.facts.frame, isTable ? words.frames[mapping.accountFrame] : null],
    [words.facts.key, keyFields.length > 0 ? keyFields.map(fieldName).join(' + ') : null],
    ...[headings, ...(headings?.also ?? [])].map((rule) => {
      return rule === undefined
        ? (['', null] as const)
        : ([fieldName(rule.field), words.headed(capital(rule.word))] as const);
    }),
    [words.facts.totalRows, preview.totalRows > 0 ? words.totalRows(formatNumber(preview.totalRows)) : null],
  ];
  return facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Sheets with that many numbers may belong to the same budget. */
const NUMBERS_OF_A_TABLE = 10;

/** Sheets that hold numbers, too, and were not read, in words; `together` reads all with the same heading as one. */
export interface UnreadSheets {
  readonly heading: string;
  readonly sentence: string;
  /** Null where no sheet that was left out has the heading of those that were read. */
  readonly together: string | null;
}

/** What is to be said about sheets that were not read; null where there are none. */
export function unreadSheets({ sheets, sheetName }: Pick<ImportPreview, 'sheets' | 'sheetName'>): UnreadSheets | null {
  const words = importRunLabels();
  const read = splitSheets(sheetName ?? '');
  const unread = sheets.filter(
    ({ name, numbers, isHidden, isTotal }) =>
      !read.includes(name) && !isHidden && isTotal !== true && numbers >= NUMBERS_OF_A_TABLE,
  );
  if (unread.length === 0) return null;
  const alike = sheets.filter(({ isAlike }) => isAlike === true).map(({ name }) => name);
  const canJoin = unread.some(({ isAlike }) => isAlike === true) && read.every((name) => alike.includes(name));
  const names = unread.map(({ name }) => `„${name}“`).join(', ');
  return {
    heading: read.length > 1 ? words.onlySheets(formatNumber(read.length)) : words.onlySheet(sheetName ?? ''),
    sentence: canJoin ? words.alikeSheets(names) : words.otherSheets(names),
    together: canJoin ? joinSheets(alike) : null,
  };
}

/** The sheets that were read, as a fact. */
function sheetsInWords(sheetName: string | null): string | null {
  const names = sheetName === null ? [] : splitSheets(sheetName);
  return names.length > 1 ? readingLabels().sheetsTogether(formatNumber(names.length), names.join(', ')) : sheetName;
}

export function hasDates({ columns }: Pick<FileMapping, 'columns'>): boolean {
  return columns.some(({ role, ...more }) => role === 'field' && 'field' in more && isDateField(more.field));
}

const DATE_FIELDS: ReadonlySet<unknown> = new Set([
  'bookedOn',
  'validFrom',
  'startsOn',
  'endsOn',
  'plannedStart',
  'plannedEnd',
]);

const isDateField = (field: unknown): boolean => DATE_FIELDS.has(field);
