import { readAmountHeader } from './detect/amount-header';
import { findTableShape } from './detect/header-rows';
import { normalWords } from './detect/words';
import { DateReader } from './date-cell';
import { monthOfText } from './record/month-cell';
import { isBlank, plainWords } from './row-text';
import { isSumText } from './sum-words';
import type { TableRow } from './table';

/** A sheet of a workbook as far as it was looked at. */
export interface SheetLook {
  readonly name: string;
  readonly head: readonly TableRow[];
  /** What the numbers of each column add up to. */
  readonly sums: readonly number[];
}

/** Sheets of one workbook that are one table, each a part or a year of it. */
export interface SheetSeries {
  readonly names: readonly string[];
  /** What the column is called that says from which sheet a row comes. */
  readonly header: string;
  /** What stands in that column, by sheet. */
  readonly labels: readonly string[];
  /** The rows of each sheet that hold its heading. */
  readonly headerRows: readonly (readonly number[])[];
}

const HEADERS_MIN = 3;

const TOTAL =
  /(?<!\p{L})(?:gesamt\p{L}*|summen?|total|übersicht|zusammenfassung|konsolidiert|alle|deckblatt)(?!\p{L})/iu;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** What a part of a budget is called, and the column that says so. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:thh|th|tp|teilhaushalt|teilplan|teilergebnishaushalt|teilfinanzhaushalt)(?!\p{L})/iu, 'Teilhaushalt'],
  [/^(?:pb|produktbereich)(?!\p{L})/iu, 'Produktbereich'],
  [/^(?:pg|produktgruppe)(?!\p{L})/iu, 'Produktgruppe'],
  [/^(?:produkt|prod)(?!\p{L})/iu, 'Produkt'],
  [/^(?:amt|fb|fachbereich|fachdienst|referat|abteilung)(?!\p{L})/iu, 'Amt'],
  [/^(?:budget|ub|unterbudget|teilbudget)(?!\p{L})/iu, 'Budget'],
  [/^(?:kst|kostenstelle)(?!\p{L})/iu, 'Kostenstelle'],
  [/^\d{1,6}(?:[.\d]*)(?:\s|_|-|$)/u, 'Teilhaushalt'],
];
const DAYS = new DateReader('dmy');

/** The sheets of a workbook by their heading, in their order; a sheet that is the sum of the others stands for itself. */
export function sheetGroups<Sheet extends SheetLook>(sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const byHeading = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    const key = headingOf(sheet)?.key ?? `\u0000${sheet.name}`;
    byHeading.set(key, [...(byHeading.get(key) ?? []), sheet]);
  }
  return [...byHeading.values()]
    .flatMap((alike) => {
      const parts = alike.filter((sheet) => alike.length === 1 || !isTotal(sheet, alike));
      return [parts, ...alike.filter((sheet) => !parts.includes(sheet)).map((total) => [total])];
    })
    .filter((group) => group.length > 0);
}

/**
 * The series that a workbook's sheets are, so that they are read as one; null where their names do not say that each is a part
 * of its own. Two versions of a plan share a heading, too, and must never be added up.
 */
export function seriesOf(sheets: readonly SheetLook[]): SheetSeries | null {
  const isDoubtful = hasCopies(sheets) || sheets.some(({ name }) => TOTAL.test(name));
  const column = sheets.length < 2 || isDoubtful ? null : columnOf(sheets);
  return column === null ? null : asSeries(sheets, column);
}

/** Sheets that a person wants read as one, whatever they are called. */
export function chosenSeries(sheets: readonly SheetLook[]): SheetSeries {
  return asSeries(sheets, columnOf(sheets) ?? namedBySheet(sheets));
}

interface SheetColumn {
  readonly header: string;
  readonly labels: readonly string[];
}

const namedBySheet = (sheets: readonly SheetLook[]): SheetColumn => ({
  header: 'Blatt',
  labels: sheets.map(({ name }) => name),
});

function asSeries(sheets: readonly SheetLook[], { header, labels }: SheetColumn): SheetSeries {
  const headings = sheets.map((sheet) => headingOf(sheet));
  const isTaken = headings[0]?.headers.some((known) => normalWords(known) === normalWords(header)) === true;
  return {
    names: sheets.map(({ name }) => name),
    header: isTaken ? 'Blatt' : header,
    labels: isTaken ? sheets.map(({ name }) => name) : labels,
    headerRows: headings.map((heading) => heading?.rows ?? []),
  };
}

/** What the names of all sheets have in common: a year, a month, or a word for a part of the budget with a code of its own. */
function columnOf(sheets: readonly SheetLook[]): SheetColumn | null {
  const names = sheets.map(({ name }) => name);
  const years = names.map((name) => [...name.matchAll(YEAR)].map(([year]) => year));
  const single = years.flatMap((found) => (found.length === 1 ? found : []));
  if (single.length === names.length && new Set(single).size === names.length)
    return { header: 'Jahr', labels: single };
  const months = names.map((name) => monthOfText(plainWords(name), DAYS));
  if (months.every((month) => month !== null)) return namedBySheet(sheets);
  const part = PARTS.find(([pattern]) => names.every((name) => pattern.test(name.trim())));
  const codes = new Set(names.map((name) => /\d[\d.]*/.exec(name)?.[0] ?? ''));
  const isEachOther = codes.size === names.length && !codes.has('');
  return part === undefined || !isEachOther ? null : { header: part[1], labels: names };
}

/** Whether a sheet says what stands in its columns. */
export const hasHeading = (sheet: SheetLook): boolean => headingOf(sheet) !== null;

function headingOf({
  head,
  name,
}: SheetLook): { key: string; headers: readonly string[]; rows: readonly number[] } | null {
  const { headers, headerRows } = findTableShape({ head, tail: [], fileName: '', sheetName: name });
  const named = headers.filter((header) => header !== '');
  if (headerRows.length === 0 || named.length < HEADERS_MIN) return null;
  return {
    key: headers
      .map(normalWords)
      .join('\u0000')
      .replace(/\u0000+$/, ''),
    headers,
    rows: headerRows,
  };
}

/** A sheet whose columns are the sum of all others, or that is called so. */
function isTotal(sheet: SheetLook, all: readonly SheetLook[]): boolean {
  if (TOTAL.test(sheet.name)) return true;
  return isSumOf(
    sheet,
    all.filter((other) => other !== sheet),
  );
}

/** Whether each column of amounts of a sheet adds up to what the same columns of several others do; codes are no amounts. */
export function isSumOf(sheet: SheetLook, parts: readonly SheetLook[]): boolean {
  const ats = amountColumns(sheet);
  if (parts.length < 2 || ats.every((at) => (sheet.sums[at] ?? 0) === 0)) return false;
  return ats.every((at) => {
    const whole = parts.reduce((sum, { sums }) => sum + (sums[at] ?? 0), 0);
    return isSame(sheet.sums[at] ?? 0, whole);
  });
}

function amountColumns(sheet: SheetLook): readonly number[] {
  return (headingOf(sheet)?.headers ?? []).flatMap((header, at) => (saysAmounts(header) ? [at] : []));
}

function saysAmounts(header: string): boolean {
  const { phase, side, years, isAmount } = readAmountHeader(header);
  return phase !== null || side !== null || years.length > 0 || isAmount;
}

/** Sheets with the same amounts in every column; empty ones, still to be filled in, are no copies of each other. */
function hasCopies(sheets: readonly SheetLook[]): boolean {
  const amounts = sheets.map((sheet) => amountColumns(sheet).map((at) => sheet.sums[at] ?? 0));
  return amounts.some((sums, index) => {
    const isEmpty = sums.every((sum) => sum === 0);
    return !isEmpty && amounts.slice(0, index).some((before) => before.every((sum, at) => isSame(sum, sums[at] ?? 0)));
  });
}

/** Thousands of cells were added up with decimals; half a cent is no difference. */
const isSame = (first: number, second: number): boolean => Math.abs(first - second) < 0.005;

/**
 * The cell that says from which sheet a row comes. Sums and remarks belong to no line and have none, so that they are known
 * for what they are.
 */
export function labelOfRow(cells: readonly string[], label: string): string {
  const filled = cells.filter((cell) => !isBlank(cell));
  const isBare = isBlank(cells[0]) && isBlank(cells[1]) && filled.every((cell) => !/\p{L}/u.test(cell));
  const isSum = filled.some((cell) => isSumText(cell, true)) || isSumText(filled[0] ?? '', false);
  return filled.length < 2 || isBare || isSum ? '' : label;
}
