import type { CellObject, Row } from 'write-excel-file/node';
import { CSV_START, csvRow } from './csv-row';
import { type ColumnKind, type TableColumn, type TableShape, valueAt } from './table';

export type Tongue = 'de' | 'en';
/** `de`: 1234,56 and 31.12.2026; `plain`: 1234.56 and 2026-12-31, as programs read it. */
export type NumberStyle = 'de' | 'plain';
type Value = string | number | boolean;

const YES_NO = { de: { true: 'ja', false: 'nein' }, en: { true: 'yes', false: 'no' } } as const;
/** How many of the smallest steps make one of what is shown, and with how many decimals. */
const SCALES: Readonly<Partial<Record<ColumnKind, { readonly parts: number; readonly decimals: number }>>> = {
  cents: { parts: 100, decimals: 2 },
  micros: { parts: 1_000_000, decimals: 6 },
  hundredths: { parts: 100, decimals: 2 },
};
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 28,
  cents: 16,
  micros: 16,
  number: 12,
  hundredths: 12,
  day: 12,
  moment: 18,
  yesNo: 8,
};
const DAY_MS = 86_400_000;

/** A table as CSV with `;`, CRLF and the mark of UTF-8; texts that a spreadsheet would run are defused. */
export function tableCsv(
  { columns }: TableShape,
  rows: readonly unknown[],
  tongue: Tongue,
  numbers: NumberStyle,
): string {
  const head = csvRow(columns.map(({ head: words }) => words[tongue]));
  const lines = rows.map((row) =>
    csvRow(columns.map((column) => csvCell(column, valueAt(row, column.path), tongue, numbers))),
  );
  return CSV_START + head + lines.join('');
}

function csvCell(column: TableColumn, value: Value | null, tongue: Tongue, numbers: NumberStyle): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number' && column.kind !== 'text') return numberText(column.kind, value, numbers);
  if (column.kind === 'day') return numbers === 'de' ? germanDay(String(value)) : String(value);
  if (column.kind === 'moment') return numbers === 'de' ? germanMoment(String(value)) : String(value);
  return wordOf(column, value, tongue);
}

function numberText(kind: ColumnKind, value: number, numbers: NumberStyle): string {
  const scale = SCALES[kind];
  const plain = scale === undefined ? plainNumber(value) : scaled(value, scale.parts, scale.decimals);
  return numbers === 'de' ? plain.replace('.', ',') : plain;
}

/** Whole parts only, so that no cent is lost on the way through a fraction. */
function scaled(value: number, parts: number, decimals: number): string {
  const whole = Math.trunc(Math.abs(value) / parts);
  const rest = String(Math.abs(value) % parts).padStart(decimals, '0');
  return `${value < 0 ? '-' : ''}${whole}.${rest}`;
}

/** Never with an exponent: a spreadsheet and a person read the same number. */
const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 15 });

function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? PLAIN.format(value) : text;
}

const germanDay = (day: string): string => day.slice(0, 10).split('-').reverse().join('.');
const germanMoment = (moment: string): string => `${germanDay(berlinOf(moment))} ${berlinOf(moment).slice(11, 16)}`;

const BERLIN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-12-31 14:05:00`, as the clock on the wall says. */
const berlinOf = (moment: string): string => BERLIN.format(new Date(moment));

function wordOf({ codes }: TableColumn, value: Value, tongue: Tongue): string {
  if (typeof value === 'boolean') return YES_NO[tongue][value ? 'true' : 'false'];
  // A list is its parts with commas, each with a word of its own.
  return String(value)
    .split(', ')
    .map((part) => codes?.[part]?.[tongue] ?? part)
    .join(', ');
}

/** A table as a workbook: amounts and numbers are numbers, days are days, and words are text cells, so none is a formula. */
export async function tableWorkbook(
  { name, columns }: TableShape,
  rows: readonly unknown[],
  tongue: Tongue,
): Promise<Buffer> {
  const head: Row = columns.map(({ head: words, kind }): CellObject => {
    const isNumber = kind !== 'text' && kind !== 'yesNo';
    return { value: words[tongue], type: String, fontWeight: 'bold', ...(isNumber ? { align: 'right' } : {}) };
  });
  const lines = rows.map((row): Row => columns.map((column) => bookCell(column, valueAt(row, column.path), tongue)));
  // Loaded only when somebody asks: a server that never writes one starts faster and smaller.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([head, ...lines], {
    sheet: name[tongue].slice(0, 31),
    stickyRowsCount: 1,
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
  }).toBuffer();
}

function bookCell(column: TableColumn, value: Value | null, tongue: Tongue): CellObject | null {
  if (value === null || value === '') return null;
  const { kind } = column;
  if (typeof value === 'number' && kind !== 'text') {
    const { parts, decimals } = SCALES[kind] ?? { parts: 1, decimals: 0 };
    return {
      value: value / parts,
      type: Number,
      ...(decimals === 0 ? {} : { format: `#,##0.${'0'.repeat(decimals)}` }),
    };
  }
  if (kind === 'day') return { value: new Date(dayOf(String(value))), type: Date, format: 'dd.mm.yyyy' };
  if (kind === 'moment')
    return { value: new Date(`${berlinOf(String(value)).replace(' ', 'T')}Z`), type: Date, format: 'dd.mm.yyyy hh:mm' };
  return { value: wordOf(column, value, tongue), type: String };
}

/** The day itself, in no time zone. */
function dayOf(day: string): number {
  const ms = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Math.floor(ms / DAY_MS) * DAY_MS;
}
