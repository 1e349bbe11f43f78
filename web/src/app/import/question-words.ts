import { type ImportFileRow, QUESTION_TEXTS, spokenParams } from '@etatlotse/contracts/import/plain';
import type { FileMapping, Question } from '@etatlotse/domain/import';
import { fillProblemText } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import type { Option } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { language } from '../ui/language/language';
import { questionLabels } from './question.labels';

const CELLS_SHOWN = 3;
const COLUMN_ANSWER = /^column:(\d+)$/;
const TWO_NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/;

/** A question as it is put to a person. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  /** The cells that raise it, as they stand in the file. */
  readonly cells: readonly string[];
  readonly options: readonly Option[];
  /** How an answer without options is typed. */
  readonly typed: 'day' | 'text' | null;
}

type Table = { readonly firstRows: readonly ImportFileRow[]; readonly mapping: FileMapping };

export function askedQuestion(question: Question, table: Table): AskedQuestion {
  const { id, code, params, options } = question;
  return {
    id,
    text: fillProblemText(QUESTION_TEXTS[code], spokenParams(params, language())),
    cells: cellsOf(question, table),
    options: options.map((value) => ({ value, ...optionWords(question, value, table) })),
    typed: options.length > 0 ? null : code === 'DATE_MISSING' ? 'day' : 'text',
  };
}

function optionWords(question: Question, value: string, table: Table): { label: string; detail?: string } {
  const at = COLUMN_ANSWER.exec(value)?.[1];
  if (at !== undefined) return columnWords(Number(at), table);
  if (question.code === 'AMOUNT_TWICE') return twinWords(question, value, table);
  const text = QUESTION_TEXTS[question.code].options[value];
  const label = text === undefined ? value : text[language()];
  const detail = consequenceOf(question, value);
  return detail === '' ? { label } : { label, detail };
}

/** Of two columns for the same year each is called by its header, with what stands in it. */
function twinWords({ params }: Question, value: string, table: Table): { label: string; detail?: string } {
  const header = String(params[value] ?? '');
  const at = table.mapping.columns.findIndex((column) => column.header === header);
  return at < 0 ? { label: header } : columnWords(at, table);
}

function columnWords(at: number, table: Table): { label: string; detail?: string } {
  const words = questionLabels();
  const header = table.mapping.columns[at]?.header ?? '';
  const cells = valuesOf(at, table);
  const label = header === '' ? words.column(`${at + 1}`) : header;
  return cells.length === 0 ? { label } : { label, detail: words.examples(cells.join(' · ')) };
}

/** What an answer makes of a cell of the file, where that can be shown. */
function consequenceOf({ code, params }: Question, value: string): string {
  const words = questionLabels();
  const example = String(params['example'] ?? '');
  if (code === 'DATE_ORDER') {
    const day = dayOf(example, value === 'mdy');
    return day === null ? '' : words.becomes(example, formatDate(day));
  }
  if (code === 'NUMBER_GROUPING' && value === 'thousands') return words.becomes(example, wholeAmount(example));
  if (code === 'NUMBER_STYLE') return value === ',' ? words.commaExample : words.pointExample;
  if (code === 'UNIT_SUSPECTED' || code === 'UNIT_AGAINST_LINES') {
    const cents = Math.round(Number(params['largest'] ?? 0) * 100) * Number(value);
    return cents > 0 && Number.isSafeInteger(cents) ? words.largest(formatEuro(cents)) : '';
  }
  return '';
}

/** `12.500` as twelve thousand five hundred, in the currency of the city. */
function wholeAmount(text: string): string {
  const cents = Number(text.replace(/[.,]/g, '')) * 100;
  return Number.isSafeInteger(cents) ? formatEuro(cents) : text;
}

/** `03/04/2024` as a day, read the one way or the other; null for a day that no calendar has. */
function dayOf(text: string, isMonthFirst: boolean): string | null {
  const [, first = '', second = '', year = ''] = TWO_NUMBERS.exec(text) ?? [];
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  if (Number(month) < 1 || Number(month) > 12) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The cells of the column that is asked about, else the example that the question carries. */
function cellsOf({ column, params, code }: Question, table: Table): readonly string[] {
  if (column !== null) return valuesOf(column, table);
  // The number of a line is put together; nothing stands in the file like that.
  if (code === 'LINE_REPEATED') return [];
  const headers = String(params['header'] ?? '');
  const at = headers === '' ? -1 : table.mapping.columns.findIndex(({ header }) => header === headers);
  if (at >= 0) return valuesOf(at, table);
  if (code === 'SUM_ROWS') return rowsOf(String(params['rows'] ?? ''), table);
  return ['example', 'exampleComma', 'examplePoint'].map((name) => String(params[name] ?? '')).filter(Boolean);
}

function valuesOf(at: number, { firstRows, mapping }: Table): readonly string[] {
  const values = firstRows.filter(({ row }) => row >= mapping.firstDataRow).map(({ cells }) => cells[at] ?? '');
  return [...new Set(values.filter((cell) => cell.trim() !== ''))].slice(0, CELLS_SHOWN);
}

/** Whole rows by their numbers, as far as they are among the first. */
function rowsOf(numbers: string, { firstRows }: Table): readonly string[] {
  const asked = numbers.split(', ').map(Number);
  return firstRows
    .filter(({ row }) => asked.includes(row))
    .slice(0, CELLS_SHOWN)
    .map(({ cells }) => cells.filter(Boolean).join(' · '));
}
