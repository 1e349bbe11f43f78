import { DateReader, isSerialDay } from '../date-cell';
import { monthOfText } from '../record/month-cell';
import { plainWords } from '../row-text';
import { type AmountHeader, phaseOfTexts } from './amount-header';
import type { ColumnGuess } from './column-guess';
import { mostly } from './column-values';
import { TABLE_USES } from './vocabulary';

interface NamedMonth {
  readonly guess: ColumnGuess;
  readonly month: number;
  readonly year: number | null;
  /** Only a number, such as `01`: months when all twelve are there, else anything. */
  readonly isBare: boolean;
}

const DAYS = new DateReader('dmy');
/** A May in a list of other things is a name; three months are a year. */
const ENOUGH = 3;
const [FIRST_YEAR, LAST_YEAR] = [2010, 2049];
const BARE = /^\d{1,2}$/;
/** `M01`, `Per. 3`, `Periode 003`, `Monat 12`; SAP has four more periods for closing the year, which are no months. */
const PERIOD = /^(?:m|p|per|periode|period|monat|month|buchungsperiode)[. ]{0,2}0{0,2}(\d{1,2})$/;
/** `Q1`, `2. Quartal`, `III. Quartal`: a quarter is known by its last month. */
const QUARTER =
  /^(?:(?:q|quartal|quarter) ?([1-4])|([1-4])\.? ?(?:q|quartal|quarter)|(i{1,3}|iv)\.? ?quartal)(?:[ /-]((?:19|20)\d{2}))?$/;
const ROMAN = ['i', 'ii', 'iii', 'iv'];
const AMOUNT_WORDS =
  /(?<![a-z])(?:ist|istwerte?|istkosten|plan|planwerte?|plankosten|ansatz|soll|budget|actuals?|kosten|betrag|euro?|eur)(?![a-z])|[()€]/g;
/** What stands beside twelve months and is their sum. */
const WHOLE_YEAR = /^(?:jahr|jahreswert|jahressumme|gesamtjahr|kumuliert|ytd|lfd jahr|laufendes jahr|year)(?: \d{4})?$/;
const NO_WORD = Object.fromEntries(TABLE_USES.map((use) => [use, null])) as ColumnGuess['word'];

/**
 * Recognises tables with a column for each month. Their amounts add up to the year; a column beside them that says Summe or
 * Jahr only repeats that and is compared. What the months hold, a title may say where the headers do not.
 */
export function withMonths(columns: readonly ColumnGuess[], texts: readonly string[]): readonly ColumnGuess[] {
  const named = columns.flatMap((guess) => monthOfColumn(guess) ?? []);
  const months = named.filter(({ isBare }) => !isBare || isWholeYear(named));
  if (new Set(months.map(codeOf)).size < ENOUGH) return columns;
  const phase = phaseOfTexts(texts);
  const found = new Map(
    months.map(({ guess, month, year }) => [guess.at, asMonth(guess, month, year, phase)] as const),
  );
  return columns.map((guess) => {
    const amount = found.get(guess.at);
    // In a list of case numbers they are months, too.
    if (amount !== undefined) return { ...guess, amount, word: { ...NO_WORD, volumes: guess.word.volumes } };
    return isYearBeside(guess) ? { ...guess, amount: { ...guess.amount, isBalance: true }, word: NO_WORD } : guess;
  });
}

function asMonth(
  { header, amount }: ColumnGuess,
  month: number,
  year: number | null,
  phase: AmountHeader['phase'],
): AmountHeader {
  // In `Ist M01` the two digits are no year.
  const years = year === null ? amount.years.filter((whole) => header.includes(String(whole))) : [year];
  return {
    ...amount,
    month,
    years,
    phase: amount.phase ?? phase,
    isAmount: true,
    isBalance: false,
    isOther: false,
    // `Monat -1` would be a year away.
    yearsAway: null,
  };
}

function monthOfColumn(guess: ColumnGuess): NamedMonth | null {
  const { values } = guess;
  if (values.filled > 0 && !mostly(values.amounts, values, 0.6)) return null;
  const text = plainWords(guess.header).replace(AMOUNT_WORDS, ' ').replace(/\s+/g, ' ').trim();
  const period = Number(PERIOD.exec(text)?.[1]);
  if (period >= 1 && period <= 12) return { guess, month: period, year: null, isBare: false };
  const quarter = quarterOf(text);
  if (quarter !== null) return { guess, ...quarter, isBare: false };
  // Columns may be headed by accounts or cost centres, too: `41000` is no day and `443102` no month.
  const read = isSerialDay(text) ? null : monthOfText(text, DAYS);
  const isOfOurTime = read?.year === null || (read !== null && read.year >= FIRST_YEAR && read.year <= LAST_YEAR);
  return read === null || !isOfOurTime ? null : { guess, ...read, isBare: BARE.test(text) };
}

function quarterOf(text: string): { month: number; year: number | null } | null {
  const [found, before, behind, roman, year] = QUARTER.exec(text) ?? [];
  if (found === undefined) return null;
  const quarter = roman === undefined ? Number(before ?? behind) : ROMAN.indexOf(roman) + 1;
  return { month: quarter * 3, year: year === undefined ? null : Number(year) };
}

const codeOf = ({ year, month }: NamedMonth): string => `${year} ${month}`;

function isWholeYear(months: readonly NamedMonth[]): boolean {
  return new Set(months.filter(({ isBare }) => isBare).map(({ month }) => month)).size === 12;
}

function isYearBeside({ header, values, amount }: ColumnGuess): boolean {
  const isYear = WHOLE_YEAR.test(plainWords(header)) && !mostly(values.years, values, 1);
  return (isYear || amount.isBalance) && (values.filled === 0 || mostly(values.amounts, values, 0.6));
}
