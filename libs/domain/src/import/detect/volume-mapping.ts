import { DateReader } from '../date-cell';
import type { FileMapping } from '../mapping';
import { monthOfText, type ReadMonth } from '../record/month-cell';
import { plainWords } from '../row-text';
import { VOLUME_MONTH_FIELDS } from '../record/record-fields';
import type { TableSample } from '../table';
import type { ColumnGuess } from './column-guess';
import { findDateOrder } from './date-columns';
import { type FieldChoice, findFields } from './field-columns';
import type { TableShape } from './header-rows';
import type { Notes } from './notes';
import { askMissing, mappedColumns, PLAIN } from './record-mapping';
import { textsOf } from './sample-cells';
import { yearOfFile } from './year-and-day';

interface MonthColumn extends ReadMonth {
  readonly guess: ColumnGuess;
}

const DAYS = new DateReader('dmy');
const CASE_WORDS = /\b(?:fallzahlen|fallzahl|falle|faelle|anzahl|cases)\b/g;

/**
 * Understands a list of case numbers: one month a row, or months in columns. Columns that name several years are read one year
 * at a time, and the person says which.
 */
export function volumeMapping(
  sample: TableSample,
  shape: TableShape,
  columns: readonly ColumnGuess[],
  notes: Notes,
): FileMapping {
  const months = columns.flatMap((guess): MonthColumn[] => {
    const month = monthOfHeader(guess.header);
    return month === null ? [] : [{ ...month, guess }];
  });
  const isMonth = ({ at }: ColumnGuess): boolean => months.some(({ guess }) => guess.at === at);
  const rest = columns.filter((column) => !isMonth(column));
  const { chosen, year: yearOfColumns } = monthChoices(months, notes);
  const fields = [...findFields(rest, 'volumes', shape.data, notes), ...chosen].sort((a, b) => a.at - b.at);
  const has = (name: FieldChoice['field']): boolean => fields.some(({ field }) => field === name);
  const constants = has('volumeKind') ? {} : { volumeKind: kindOf(fields, notes) };
  askMissing('volumes', rest, fields, notes, Object.keys(constants));
  const monthAt = fields.find(({ field }) => field === 'month')?.at;
  const monthCells = monthAt === undefined ? [] : shape.data.map(({ cells }) => cells[monthAt] ?? '');
  const lacksYear =
    !has('fiscalYear') &&
    yearOfColumns === null &&
    (chosen.length > 0 || monthCells.some((cell) => monthOfText(plainWords(cell), DAYS)?.year === null));
  const dayCells = monthCells.filter((cell) => DAYS.read(cell.trim()) !== null);
  return {
    ...PLAIN,
    kind: 'volumes',
    sheetName: sample.sheetName,
    headerRows: shape.headerRows,
    firstDataRow: shape.firstDataRow,
    columns: mappedColumns(columns, fields),
    numbers: { decimal: ',', grouping: null, trailingMinus: false, parentheses: false },
    dateOrder: dayCells.length === 0 ? 'dmy' : findDateOrder(dayCells, notes),
    accountYear: Number(notes.hints.today.slice(0, 4)),
    keyFields: has('task') ? ['task'] : [],
    constants,
    assumedYear: lacksYear ? yearOfFile('volumes', textsOf(sample, shape), notes) : yearOfColumns,
  };
}

/** `Januar`, `Jan 2026`, `2026-01` and `Fälle Januar` are months; a column of two meanings is none. */
function monthOfHeader(header: string): ReadMonth | null {
  const text = plainWords(header).replace(CASE_WORDS, ' ').replace(/\s+/g, ' ').trim();
  return monthOfText(text, DAYS);
}

function monthChoices(
  months: readonly MonthColumn[],
  notes: Notes,
): { readonly chosen: readonly FieldChoice[]; readonly year: number | null } {
  const years = [...new Set(months.flatMap(({ year }) => year ?? []))].sort();
  const headers = months.map(({ guess }) => guess.header).join(', ');
  const year =
    years.length > 1 ? Number(notes.ask('VOLUME_YEARS', years.map(String), { headers })) : (years[0] ?? null);
  const taken = new Set<number>();
  const chosen = months.flatMap(({ guess: { at, header, values }, year: own, month }): FieldChoice[] => {
    const field = VOLUME_MONTH_FIELDS[month - 1];
    if (field === undefined || own !== year || taken.has(month)) {
      notes.say('columns', 'COLUMN_IGNORED', { column: at + 1, header }, at);
      return [];
    }
    taken.add(month);
    const { example, filled } = values;
    notes.say('columns', 'COLUMN_BY_WORD', { column: at + 1, header, field, word: header, example, filled }, at);
    return [{ role: 'field', header, field, isRequired: false, at }];
  });
  return { chosen, year };
}

/** Whether cases came in or are expected: the header says so, else the person does. */
function kindOf(fields: readonly FieldChoice[], notes: Notes): string {
  const header = fields.find(({ field }) => field === 'cases')?.header ?? '';
  if (/\bplan|soll|prognos|erwart/i.test(header)) return 'planned';
  if (/\bist\b|eingegang|eing[aä]ng|actual/i.test(header)) return 'actual';
  return notes.ask('VOLUME_KIND', ['actual', 'planned']);
}
