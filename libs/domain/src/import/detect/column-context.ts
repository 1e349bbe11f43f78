import type { ImportKind } from '../mapping';
import { type ColumnGuess, isAmountColumn, isMoneyColumn } from './column-guess';
import { mostly } from './column-values';
import type { Notes } from './notes';
import { normalWords } from './words';
import { yearsAwayOf } from './years-away';
import { yearOfFile } from './year-and-day';

/** What a header means only because of the columns beside it. */
export function besideOthers(columns: readonly ColumnGuess[]): ColumnGuess[] {
  const amounts = columns.filter(isAmountColumn);
  return columns.map((guess) => {
    if (isCodeCalledAnsatz(guess, amounts) || isZeroLedAnsatz(guess, columns)) return asProduct(guess);
    if (isDebitBesideCredit(guess, amounts) || isResultOfSides(guess, amounts))
      return withAmount(guess, { phase: null });
    return isCostOfAccounts(guess, columns) ? withAmount(guess, { side: null }) : guess;
  });
}

function withAmount(guess: ColumnGuess, change: Partial<ColumnGuess['amount']>): ColumnGuess {
  return { ...guess, amount: { ...guess.amount, ...change } };
}

/** In Austria `Ansatz` is the number of what money is for, six digits long; amounts stand in columns of years beside it. */
function isCodeCalledAnsatz({ at, header, values }: ColumnGuess, amounts: readonly ColumnGuess[]): boolean {
  const isCode = mostly(values.digits, values, 1) && values.lengths.size === 1 && !values.lengths.has(1);
  const hasYears = amounts.some(
    (other) => other.at !== at && other.amount.phase !== null && other.amount.years.length > 0,
  );
  return isCode && hasYears && normalWords(header) === 'ansatz';
}

/** `Ansatz-Uab` with `010` below is such a number wherever other columns hold the money: no amount begins with a zero. */
function isZeroLedAnsatz({ at, header, values }: ColumnGuess, columns: readonly ColumnGuess[]): boolean {
  const hasZeros = (values.firstDigits.get('0') ?? 0) > 0 && !values.lengths.has(1);
  const isCode = hasZeros && mostly(values.digits, values, 1) && values.lengths.size === 1;
  const isCalledSo = normalWords(header).startsWith('ansatz');
  return isCode && isCalledSo && columns.some((other) => other.at !== at && isMoneyColumn(other));
}

function asProduct(guess: ColumnGuess): ColumnGuess {
  const word = { ...guess.word, lines: { field: 'product', certainty: 'exact', word: 'ansatz' } as const };
  return { ...withAmount(guess, { phase: null, isAmount: false }), word };
}

/** Beside Haben the word Soll means the debit, so the two tell what was booked and not what was planned. */
function isDebitBesideCredit({ amount }: ColumnGuess, amounts: readonly ColumnGuess[]): boolean {
  return amount.side === 'debit' && amount.isWeak && amounts.some((other) => other.amount.side === 'credit');
}

/** `Ergebnis 2026` beside Erträge and Aufwendungen of that year is what is left of them, not what was spent. */
function isResultOfSides({ amount }: ColumnGuess, amounts: readonly ColumnGuess[]): boolean {
  const [year] = amount.years;
  if (year === undefined || amount.phase !== 'actual' || amount.side !== null) return false;
  const sides = amounts.filter((other) => other.amount.years[0] === year && other.amount.phase === null);
  return (['revenue', 'expense'] as const).every((side) => sides.some((other) => other.amount.side === side));
}

/** Beside accounts `Plankosten` are all amounts of the plan: SAP calls revenue cost, too. */
function isCostOfAccounts({ header, amount }: ColumnGuess, columns: readonly ColumnGuess[]): boolean {
  if (amount.side !== 'expense' || amount.phase === null || !/kosten/.test(normalWords(header))) return false;
  return (
    columns.some(({ word }) => word.lines?.field === 'account') && columns.every((one) => one.amount.side !== 'revenue')
  );
}

/**
 * `Ansatz Vorjahr` and `Ansatz Haushaltsjahr` say how far they are from the year of the plan. That year is what a column, a
 * title or the person says.
 */
export function withYears(
  columns: readonly ColumnGuess[],
  kind: ImportKind,
  texts: readonly string[],
  notes: Notes,
): readonly ColumnGuess[] {
  const amounts = columns.filter(isAmountColumn);
  // `Abweichung zum Vorjahr` says what two columns differ by, not of which year they are.
  if (!amounts.some(({ amount }) => !amount.isBalance && (amount.yearsAway ?? 0) !== 0)) return columns;
  const year = yearOfRows(columns) ?? yearOfOthers(amounts) ?? yearOfFile(kind, texts, notes);
  return columns.map((guess) => {
    const { years, yearsAway } = guess.amount;
    if (years.length > 0 || !amounts.includes(guess)) return guess;
    return withAmount(guess, { years: [year + (yearsAway ?? 0)] });
  });
}

/** `Ansatz Vorjahr 2025` says of which year `Ergebnis Vorvorjahr` is. */
function yearOfOthers(amounts: readonly ColumnGuess[]): number | null {
  const said = amounts.flatMap(({ header, amount: { years } }) => {
    const [year, away] = [years[0], yearsAwayOf(header)];
    return year === undefined || years.length > 1 || away === null ? [] : [year - away];
  });
  const [only, ...others] = new Set(said);
  return only === undefined || others.length > 0 ? null : only;
}

/** The year that every row names. */
function yearOfRows(columns: readonly ColumnGuess[]): number | null {
  const rows = columns.find(
    ({ word, values }) => word.lines?.field === 'fiscalYear' && mostly(values.years, values, 1),
  );
  const [only] = rows === undefined || rows.values.distinct !== 1 ? [] : rows.values.few;
  return only === undefined ? null : Number(only);
}
