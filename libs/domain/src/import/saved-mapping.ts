import { readAmountHeader } from './detect/amount-header';
import { yearOfBatch } from './detect/datev-batch';
import { textsOf } from './detect/sample-cells';
import { normalWords } from './detect/words';
import { yearOfTexts } from './detect/plan-years';
import { dayOfFile, yearOfFile } from './detect/year-and-day';
import { valuesOf } from './detect/column-values';
import type { TableShape } from './detect/header-rows';
import { carriesAmounts } from './detect/left-over';
import type { Notes } from './detect/notes';
import type { FileMapping, MappedColumn, SavedMapping } from './mapping';
import type { Detection, ReadingHints, TableSample } from './table';

type Fitting = Pick<Detection, 'mapping' | 'profile'>;

/** The first saved mapping whose columns the table has, in any order; null when none fits. */
export function savedMappingFor(
  shape: TableShape,
  sample: TableSample,
  hints: ReadingHints,
  notes: Notes,
): Fitting | null {
  const profiles = (hints.profiles ?? []).filter(
    ({ mapping }) => hints.kind === undefined || fitsKind(mapping, hints.kind),
  );
  for (const saved of profiles) {
    for (const shift of [0, ...shifts(saved, shape)]) {
      const columns = matchColumns(saved.mapping, shape.headers, shift);
      if (columns === null) continue;
      const fresh = freshColumns(saved, shape, shift);
      if (isReadAnew(saved, fresh, notes)) continue;
      if (shift === 0) notes.say('profile', 'PROFILE_FITS', { name: saved.name });
      else notes.say('profile', 'PROFILE_FITS_OTHER_YEAR', { name: saved.name, years: shift });
      if (fresh.length > 0) notes.say('profile', 'PROFILE_LEAVES_OUT', { name: saved.name, headers: namesOf(fresh) });
      const mapping = placed(saved.mapping, columns, shape, sample, shift);
      return { profile: saved.code, mapping: ofThisFile(mapping, textsOf(sample, shape), notes) };
    }
  }
  return null;
}

/** What a file does not say itself was said for the file with which the mapping was kept; the next one is of another day. */
function ofThisFile(mapping: FileMapping, texts: readonly string[], notes: Notes): FileMapping {
  const { kind, assumedYear, assumedDay } = mapping;
  if (assumedDay !== null && kind === 'organization') return { ...mapping, assumedDay: notes.hints.today };
  if (assumedDay !== null) {
    const day = dayOfFile(null, notes, { header: '', example: '' });
    const year = Number(day.slice(0, 4));
    return { ...mapping, assumedDay: day, assumedYear: assumedYear === null ? null : year, accountYear: year };
  }
  if (assumedYear === null || kind === 'bookings') return ofThisYear(mapping, texts, notes);
  const isSaid = notes.hints.fiscalYear !== undefined || yearOfTexts(texts) !== null;
  // What was spent is of this year, and such an export goes on without a question night by night; a plan may be next year's.
  const hasActuals = mapping.columns.some((column) => column.role === 'amount' && column.phase === 'actual');
  const isRunning = (kind !== 'plan_lines' || hasActuals) && notes.hints.today.startsWith(`${assumedYear}-`);
  if (isRunning && !isSaid) return mapping;
  const later = yearOfFile(kind, texts, notes, hasActuals) - assumedYear;
  return {
    ...mapping,
    assumedYear: assumedYear + later,
    accountYear: mapping.accountYear + later,
    plan: laterPlan(mapping.plan, later),
  };
}

/** Headers such as `Ansatz Vorjahr` are the same every year: which years they mean is found out anew. */
function ofThisYear(mapping: FileMapping, texts: readonly string[], notes: Notes): FileMapping {
  const stepsOf = ({ header }: MappedColumn): number | null => readAmountHeader(header).yearsAway;
  const known = mapping.columns.find((column) => column.role === 'amount' && stepsOf(column) !== null);
  if (known?.role !== 'amount' || known.fiscalYear === null) return mapping;
  const later = yearOfFile(mapping.kind, texts, notes) - (known.fiscalYear - (stepsOf(known) ?? 0));
  if (later === 0) return mapping;
  const columns = mapping.columns.map((column) =>
    column.role === 'amount' && column.fiscalYear !== null && readAmountHeader(column.header).years.length === 0
      ? { ...column, fiscalYear: column.fiscalYear + later }
      : column,
  );
  return { ...mapping, columns, accountYear: mapping.accountYear + later, plan: laterPlan(mapping.plan, later) };
}

function laterPlan(plan: FileMapping['plan'], years: number): FileMapping['plan'] {
  const later = (text: string): string =>
    text.replace(/(?<!\d)((?:19|20)\d{2})(?!\d)/g, (year) => String(Number(year) + years));
  return plan === null
    ? null
    : { title: later(plan.title), firstYear: plan.firstYear + years, lastYear: plan.lastYear + years };
}

/** Columns with something in them that the profile has never seen. */
function freshColumns({ mapping }: SavedMapping, { headers, data }: TableShape, shift: number): FreshColumn[] {
  const known = new Set(mapping.columns.map(({ header }, at) => keyOf(header, at, shift)));
  return headers.flatMap((header, at) => {
    const filled = data.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
    if (filled.length === 0 || known.has(keyOf(header, at, 0))) return [];
    return [{ name: header || String(at + 1), isMoney: carriesAmounts(header, valuesOf(data, at)) }];
  });
}

interface FreshColumn {
  readonly name: string;
  readonly isMoney: boolean;
}

const namesOf = (columns: readonly FreshColumn[]): string => columns.map(({ name }) => name).join(', ');

/** New amounts are asked about, because money may be missing; whoever wants them in has the file read without the profile. */
function isReadAnew({ code, name }: SavedMapping, fresh: readonly FreshColumn[], notes: Notes): boolean {
  const amounts = fresh.filter(({ isMoney }) => isMoney);
  if (amounts.length === 0) return false;
  const params = { name, headers: namesOf(amounts) };
  return notes.ask('PROFILE_NEW_AMOUNTS', ['leave_out', 'read_anew'], params, code) === 'read_anew';
}

function fitsKind(mapping: FileMapping, kind: FileMapping['kind']): boolean {
  return mapping.kind === kind || (kind === 'actuals' && mapping.kind === 'bookings');
}

/**
 * The columns of a saved mapping where they stand in a new file: headers are compared without case, signs and blanks. Columns
 * that the mapping does not know are left out; one that it needs must be there. `shift` years may lie between the two files.
 */
export function matchColumns(mapping: FileMapping, headers: readonly string[], shift = 0): MappedColumn[] | null {
  const places = new Map<string, number>();
  headers.forEach((header, at) => {
    const key = keyOf(header, at, 0);
    if (!places.has(key)) places.set(key, at);
  });
  const newPlaces = mapping.columns.map((column, at) => places.get(keyOf(column.header, at, shift)) ?? -1);
  const isNeeded = (column: MappedColumn): boolean => column.role !== 'ignore';
  if (mapping.columns.some((column, at) => isNeeded(column) && (newPlaces[at] ?? -1) < 0)) return null;
  if (!mapping.columns.some(isNeeded)) return null;
  const columns: MappedColumn[] = headers.map((header) => ({ role: 'ignore', header }));
  mapping.columns.forEach((column, at) => {
    const place = newPlaces[at] ?? -1;
    const header = columns[place]?.header ?? column.header;
    if (place < 0) return;
    if (column.role === 'balance') {
      const parts = column.parts.map((part) => ({ ...part, column: newPlaces[part.column] ?? -1 }));
      columns[place] = { ...column, header, parts };
    } else if (column.role === 'amount') {
      columns[place] = { ...column, header, fiscalYear: column.fiscalYear === null ? null : column.fiscalYear + shift };
    } else columns[place] = { ...column, header };
  });
  return columns;
}

/** Columns without a name are known by their place. */
function keyOf(header: string, at: number, shift: number): string {
  const words = normalWords(header.replace(/(?<!\d)((?:19|20)\d{2})(?!\d)/g, (year) => String(Number(year) + shift)));
  return words === '' ? `\u0000${at}` : words;
}

/** Next year's file has the same columns, all years later by the same number. */
function shifts({ mapping }: SavedMapping, { headers }: TableShape): number[] {
  const yearsIn = (texts: readonly string[]): number[] =>
    texts.flatMap((text) => [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => Number(year)));
  const saved = yearsIn(mapping.columns.map(({ header }) => header));
  const found = yearsIn(headers);
  if (saved.length === 0 || found.length === 0) return [];
  const shift = Math.min(...found) - Math.min(...saved);
  return shift === 0 ? [] : [shift];
}

function placed(
  mapping: FileMapping,
  columns: readonly MappedColumn[],
  shape: TableShape,
  sample: TableSample,
  shift: number,
): FileMapping {
  const batch = yearOfBatch(sample);
  return {
    ...mapping,
    columns,
    // A batch of days without a year belongs to the year that its own first row names.
    ...(mapping.yearOfDays === undefined || batch === null ? {} : { yearOfDays: batch }),
    sheetName: sample.sheetName,
    headerRows: shape.headerRows,
    firstDataRow: shape.firstDataRow,
    sumRows: { ...mapping.sumRows, rowNumbers: [] },
    accountYear: mapping.accountYear + shift,
    plan: laterPlan(mapping.plan, shift),
  };
}
