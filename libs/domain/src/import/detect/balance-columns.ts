import type { BalanceColumn, BalancePart } from '../mapping';
import type { AmountChoice } from './amount-columns';
import type { ColumnGuess } from './column-guess';
import { type Notes, percentOf } from './notes';

/** Cents of the sample by row and column; null where no amount stands. */
export type CentsTable = readonly (readonly (number | null)[])[];

/** A printed balance and its place. */
export type BalanceChoice = BalanceColumn & { readonly at: number };

const ENOUGH = 0.95;

/** Finds of which columns a printed balance is made, by arithmetic: it must hold in nearly every row of the sample. */
export function findBalances(
  candidates: readonly ColumnGuess[],
  amounts: readonly AmountChoice[],
  table: CentsTable,
  notes: Notes,
): BalanceChoice[] {
  return candidates.flatMap((guess) => {
    const found = monthsOf(guess, amounts, table) ?? partsOf(guess, amounts, table);
    if (found === null) {
      notes.say('columns', 'COLUMN_IGNORED', { column: guess.at + 1, header: guess.header }, guess.at);
      return [];
    }
    const parts = wordsOf(found.parts, amounts);
    const params = {
      column: guess.at + 1,
      header: guess.header,
      parts,
      rows: found.rows,
      percent: percentOf(found.fitting, found.rows),
    };
    notes.say('balances', 'BALANCE_FITS', params, guess.at);
    return [{ role: 'balance', header: guess.header, parts: found.parts, at: guess.at }];
  });
}

/** `Ertrag − Aufwand`; of months only the first and the last. */
function wordsOf(parts: readonly BalancePart[], amounts: readonly AmountChoice[]): string {
  const words = parts.map(({ column, factor }, index) => {
    const header = amounts.find(({ at }) => at === column)?.header ?? '';
    return index === 0 && factor === 1 ? header : `${factor === 1 ? '+' : '\u2212'} ${header}`;
  });
  return words.length > MANY_PARTS ? `${words[0]} + \u2026 ${words.at(-1)}` : words.join(' ');
}

const MANY_PARTS = 4;

/** A column beside months that says Summe is their sum and nothing else, even where the file has got it wrong. */
function monthsOf(guess: ColumnGuess, amounts: readonly AmountChoice[], table: CentsTable): Fit | null {
  const [year] = guess.amount.years;
  const { phase } = guess.amount;
  const months = amounts.filter((amount) => {
    const isOfYear = year === undefined || amount.fiscalYear === null || amount.fiscalYear === year;
    return amount.month !== undefined && isOfYear && (phase === null || amount.phase === phase);
  });
  if (months.length === 0) return null;
  const parts = months.map(({ at }) => ({ column: at, factor: 1 as const }));
  const fit = fitOf(parts, guess.at, withoutBlanks(table, parts));
  const isSum = guess.amount.isBalance || (fit.rows > 0 && fit.fitting >= fit.rows * ENOUGH);
  return isSum ? { parts, ...fit } : null;
}

/** A month without bookings is blank. */
function withoutBlanks(table: CentsTable, parts: readonly BalancePart[]): CentsTable {
  return table.map((row) => {
    const filled = [...row];
    for (const { column } of parts) filled[column] ??= 0;
    return filled;
  });
}

interface Fit {
  readonly parts: readonly BalancePart[];
  readonly rows: number;
  readonly fitting: number;
}

/** Columns of its own year are tried first, then its neighbours, then all the rest. */
function partsOf(guess: ColumnGuess, amounts: readonly AmountChoice[], table: CentsTable): Fit | null {
  const [year] = guess.amount.years;
  const near = [...amounts].sort((a, b) => rank(a, guess, year) - rank(b, guess, year));
  const tries: BalancePart[][] = [];
  for (const [index, first] of near.entries()) {
    for (const second of near.slice(index + 1)) tries.push(...pairs(first.at, second.at));
  }
  for (const side of ['revenue', 'expense', 'net'] as const) {
    const same = amounts.filter((amount) => amount.side === side);
    if (same.length > 2) tries.push(same.map(({ at }) => ({ column: at, factor: 1 })));
  }
  for (const parts of tries.slice(0, 600)) {
    const fit = fitOf(parts, guess.at, table);
    if (fit.rows >= 2 && fit.fitting >= fit.rows * ENOUGH) return { parts, ...fit };
  }
  return null;
}

function rank(amount: AmountChoice, guess: ColumnGuess, year: number | undefined): number {
  const isSameYear = year !== undefined && amount.fiscalYear === year;
  return (isSameYear ? 0 : 1000) + Math.abs(amount.at - guess.at);
}

function pairs(first: number, second: number): BalancePart[][] {
  const [a, b] = first < second ? [first, second] : [second, first];
  return [
    [
      { column: a, factor: 1 },
      { column: b, factor: 1 },
    ],
    [
      { column: a, factor: 1 },
      { column: b, factor: -1 },
    ],
    [
      { column: b, factor: 1 },
      { column: a, factor: -1 },
    ],
  ];
}

/** Rows in which everything is zero prove nothing; nor do rows in which only one part is there. */
function fitOf(parts: readonly BalancePart[], at: number, table: CentsTable): { rows: number; fitting: number } {
  let rows = 0;
  let fitting = 0;
  let telling = 0;
  for (const row of table) {
    const stated = row[at] ?? null;
    const values = parts.map(({ column, factor }) => ({ cents: row[column] ?? null, factor }));
    if (stated === null || values.some(({ cents }) => cents === null)) continue;
    if (stated === 0 && values.every(({ cents }) => cents === 0)) continue;
    rows += 1;
    if (values.filter(({ cents }) => cents !== 0).length > 1) telling += 1;
    if (values.reduce((sum, { cents, factor }) => sum + factor * (cents ?? 0), 0) === stated) fitting += 1;
  }
  return telling > 0 ? { rows, fitting } : { rows: 0, fitting: 0 };
}
