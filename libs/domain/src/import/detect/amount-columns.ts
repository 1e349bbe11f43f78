import type { AmountColumn, AmountPhase, AmountSide, ImportKind } from '../mapping';
import { type ColumnGuess, isAmountColumn, isMoneyColumn } from './column-guess';
import type { Notes } from './notes';

/** A column that is decided to hold amounts. */
export type AmountChoice = AmountColumn & { readonly at: number };

/** What stands in columns with amounts: those that are taken, and those that may only be sums of them. */
export interface AmountChoices {
  readonly amounts: readonly AmountChoice[];
  readonly balances: readonly ColumnGuess[];
  /** Columns that nothing more is to be asked about. */
  readonly told: readonly ColumnGuess[];
}

/** Decides year, phase and side of every column with amounts. */
export function findAmounts(columns: readonly ColumnGuess[], kind: ImportKind, notes: Notes): AmountChoices {
  if (kind === 'organization') return { amounts: [], balances: [], told: [] };
  const named = notes.columnFor('amount');
  const worded = columns.filter((column) => isAmountColumn(column) || column.at === named);
  const hasCredit = worded.some(({ amount }) => amount.side === 'credit');
  const hasDebit = worded.some(({ amount }) => amount.side === 'debit');
  if (kind === 'bookings') return bookingAmounts(columns, worded, hasCredit && hasDebit, notes);
  const phases = phaseOfBareYears(worded, kind, notes);
  const balances = worded.filter(({ amount }) => amount.isBalance);
  const choices = worded
    .filter(({ amount }) => !amount.isBalance)
    .map((guess) => choiceOf(guess, phases, hasCredit && hasDebit));
  const { kept, dropped, told } = withoutRepetition(choices, worded);
  for (const { at, header, fiscalYear, phase, side } of kept) {
    notes.say('columns', 'COLUMN_AMOUNT', { column: at + 1, header, fiscalYear: fiscalYear ?? '', phase, side }, at);
  }
  return { amounts: kept, balances: [...balances, ...dropped], told };
}

function choiceOf(guess: ColumnGuess, phase: AmountPhase, hasBothSides: boolean): AmountChoice {
  const { at, header, amount } = guess;
  const [year] = amount.years;
  const fiscalYear = amount.years.length === 1 && year !== undefined ? year : null;
  const isDebitCredit = amount.side === 'debit' || amount.side === 'credit';
  const side: AmountSide = amount.side === null || (isDebitCredit && !hasBothSides) ? 'net' : amount.side;
  // Beside Haben the word Soll means debit, not plan.
  const said = isDebitCredit && hasBothSides ? null : amount.phase;
  const month = amount.month === undefined ? {} : { month: amount.month };
  const of = amount.of === undefined ? {} : { of: amount.of };
  return { role: 'amount', header, fiscalYear, phase: said ?? phase, side, ...month, ...of, at };
}

/** Columns called only by their year: plan or result is the person's answer, or what the kind of the import says. */
function phaseOfBareYears(columns: readonly ColumnGuess[], kind: ImportKind, notes: Notes): AmountPhase {
  const bare = columns.filter(({ amount }) => amount.phase === null && amount.years.length === 1 && !amount.isBalance);
  const usual = kind === 'actuals' ? 'actual' : 'plan';
  const isKindSaid = notes.hints.kind !== undefined || notes.hasAsked('KIND');
  if (bare.length === 0 || isKindSaid) return usual;
  const headers = bare.map(({ header }) => header).join(', ');
  return notes.ask('AMOUNT_MEANING', usual === 'plan' ? ['plan', 'actual'] : ['actual', 'plan'], { headers }) ===
    'actual'
    ? 'actual'
    : 'plan';
}

/**
 * Two columns for the same year, phase and side: the original one counts, a changed one or a total beside sides does not. One
 * that says what it is stands before one that only says euros, and `Soll` beside a better word for the plan is none.
 */
function withoutRepetition(
  choices: readonly AmountChoice[],
  columns: readonly ColumnGuess[],
): { readonly kept: AmountChoice[]; readonly dropped: ColumnGuess[]; readonly told: ColumnGuess[] } {
  const guessOf = (choice: AmountChoice): ColumnGuess | undefined => columns.find(({ at }) => at === choice.at);
  const hasSides = choices.some(({ side }) => side === 'revenue' || side === 'expense');
  const kept: AmountChoice[] = [];
  const dropped: ColumnGuess[] = [];
  const told: ColumnGuess[] = [];
  const ordered = [...choices].sort(
    (a, b) =>
      Number(a.month === undefined) - Number(b.month === undefined) ||
      Number(guessOf(a)?.amount.isChanged) - Number(guessOf(b)?.amount.isChanged) ||
      Number(guessOf(a)?.amount.phase === null) - Number(guessOf(b)?.amount.phase === null) ||
      Number(guessOf(a)?.amount.isWeak) - Number(guessOf(b)?.amount.isWeak) ||
      a.at - b.at,
  );
  for (const choice of ordered) {
    const isTwice = kept.some(({ fiscalYear, phase, side, month, of }) => {
      const isOfSame = of?.code === choice.of?.code;
      const isSame = isOfSame && fiscalYear === choice.fiscalYear && phase === choice.phase && side === choice.side;
      // A year beside its months repeats them; two months do not.
      return isSame && (month === choice.month || month === undefined || choice.month === undefined);
    });
    const guess = guessOf(choice);
    if (isTwice && guess?.amount.isWeak === true) told.push(guess);
    else if ((isTwice || (hasSides && choice.side === 'net')) && guess !== undefined) dropped.push(guess);
    else kept.push(choice);
  }
  return { kept: kept.sort((a, b) => a.at - b.at), dropped, told };
}

const BOOKING_WORDS = /^(?:betrag|amount|buchungsbetrag|betrag in hauswaehrung|betrag in hw|value|wert|zahlbetrag)$/;

/** A booking has one amount: the column called so, Soll and Haben, or the only one with money; several are asked about. */
function bookingAmounts(
  columns: readonly ColumnGuess[],
  worded: readonly ColumnGuess[],
  hasBothSides: boolean,
  notes: Notes,
): AmountChoices {
  const take = (guesses: readonly ColumnGuess[]): AmountChoices => {
    const amounts = guesses.map(({ at, header, amount }): AmountChoice => {
      const side = hasBothSides && (amount.side === 'debit' || amount.side === 'credit') ? amount.side : 'net';
      notes.say('columns', 'COLUMN_AMOUNT', { column: at + 1, header, fiscalYear: '', phase: 'actual', side }, at);
      return { role: 'amount', header, fiscalYear: null, phase: 'actual', side, at };
    });
    return { amounts, balances: [], told: [] };
  };
  if (hasBothSides)
    return take(worded.filter(({ amount }) => amount.side === 'debit' || amount.side === 'credit').slice(0, 2));
  const named = worded.filter(({ header }) => BOOKING_WORDS.test(header.trim().toLowerCase().replaceAll('ä', 'ae')));
  const [only, second] = named.length > 0 ? named : worded.length > 0 ? worded : columns.filter(isMoneyColumn);
  if (only === undefined) return { amounts: [], balances: [], told: [] };
  if (second === undefined || named.length === 1) return take([only]);
  const candidates = named.length > 0 ? named : worded.length > 0 ? worded : columns.filter(isMoneyColumn);
  const options = candidates.map(({ at }) => `column:${at}`);
  const headers = candidates.map(({ header }) => header).join(', ');
  const answer = notes.ask('AMOUNT_MEANING', options, { headers });
  return { ...take([candidates.find(({ at }) => `column:${at}` === answer) ?? only]), told: candidates };
}

/**
 * Columns that mean the same year, phase and side as another one and are no balance of it: the person says which one counts.
 * Until then it is the one that stands first, or the original beside a changed one.
 */
export function resolveTwins(
  amounts: readonly AmountChoice[],
  unexplained: readonly ColumnGuess[],
  notes: Notes,
): readonly AmountChoice[] {
  let chosen = [...amounts];
  for (const guess of unexplained) {
    if (guess.amount.isBalance) continue;
    const year = guess.amount.years.length === 1 ? guess.amount.years[0] : null;
    const twin = chosen.find(
      (choice) =>
        choice.of?.code === guess.amount.of?.code &&
        choice.fiscalYear === year &&
        choice.side === (guess.amount.side ?? 'net') &&
        (guess.amount.phase ?? choice.phase) === choice.phase,
    );
    if (twin === undefined) continue;
    const params = { first: twin.header, second: guess.header };
    if (notes.ask('AMOUNT_TWICE', ['first', 'second'], params, guess.at) === 'first') continue;
    chosen = chosen.map((choice) => (choice === twin ? { ...twin, header: guess.header, at: guess.at } : choice));
  }
  return chosen.sort((a, b) => a.at - b.at);
}
