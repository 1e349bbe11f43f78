import { bookingTypeOf } from '../booking-rows';
import type { FieldColumn, TableField } from '../mapping';
import { PRICE_FIELDS, RECORD_FIELDS, RECORD_KINDS } from '../record/record-fields';
import { isBlank } from '../row-text';
import type { TableRow } from '../table';
import { type ColumnGuess, isDayColumn, isMoneyColumn, saysYearAsDay } from './column-guess';
import { looksLikeAccounts, mostly, usualLength } from './column-values';
import { isBareCodeHeader } from './header-words';
import type { Notes } from './notes';
import { fieldOfMarks } from './row-marks';
import { isLedgerUse, NAME_OF, type TableUse } from './vocabulary';

/** A column that is decided to hold a field. */
export type FieldChoice = FieldColumn & { readonly at: number };

interface Claim {
  readonly guess: ColumnGuess;
  readonly field: TableField | 'name';
  readonly rank: number;
  readonly by: 'word' | 'similar' | 'values';
  readonly word: string;
}

const RANK_OF_PERSON = 9;
const RANKS = { exact: 4, part: 2, similar: 3 } as const;

/** Decides which columns say what, by their headers and by what stands in them. */
export function findFields(
  columns: readonly ColumnGuess[],
  use: TableUse,
  rows: readonly TableRow[],
  notes: Notes,
): FieldChoice[] {
  const claimed = columns.flatMap((guess) => claimOfPerson(guess, notes) ?? claimOf(guess, use) ?? []);
  const claims = claimed.map((claim) => (isHalfEmpty(claim, claimed) ? { ...claim, rank: BEHIND_ALL } : claim));
  const chosen = new Map<TableField, Claim>();
  const left: Claim[] = [];
  for (const claim of [...claims].sort(
    (a, b) => b.rank - a.rank || Number(isCode(b.guess)) - Number(isCode(a.guess)) || moreFilled(a.guess, b.guess),
  )) {
    if (claim.field === 'name' || chosen.has(claim.field)) left.push(claim);
    else chosen.set(claim.field, claim);
  }
  const unclaimed = columns.filter((column) => !claims.some(({ guess }) => guess === column));
  if (use === 'bookings' && !chosen.has('bookedOn')) claimDay(columns, chosen);
  claimByValues(unclaimed, chosen, use);
  for (const claim of left) if (claim.field !== 'name') placeSecond(claim, claim.field, chosen);
  placeNames(
    left.filter(({ field }) => field === 'name'),
    chosen,
    rows,
  );
  const choices = [...chosen].map(([field, claim]) => choiceOf(field, claim, notes));
  for (const { at, header } of columns) {
    if (choices.some((choice) => choice.at === at)) continue;
    notes.say('columns', 'COLUMN_IGNORED', { column: at + 1, header }, at);
  }
  return choices.sort((a, b) => a.at - b.at);
}

const BEHIND_ALL = 0;

/** An account that stands in some rows only is a detail of the group of accounts that stands in all of them. */
function isHalfEmpty({ guess, field, rank }: Claim, claims: readonly Claim[]): boolean {
  if (field !== 'account' || rank === RANK_OF_PERSON) return false;
  return claims.some((other) => {
    const isCode = other.field === field && mostly(other.guess.values.digits, other.guess.values);
    return isCode && guess.values.filled < other.guess.values.filled * 0.7;
  });
}

/** Of two columns with the same word the one that is filled in clearly more rows. */
function moreFilled(a: ColumnGuess, b: ColumnGuess): number {
  const [first, second] = [a.values.filled, b.values.filled];
  return Math.abs(first - second) * 10 < Math.max(first, second) ? 0 : second - first;
}

function choiceOf(field: TableField, { guess, by, word }: Claim, notes: Notes): FieldChoice {
  const { at, header } = guess;
  const code = by === 'values' ? 'COLUMN_BY_VALUES' : by === 'similar' ? 'COLUMN_BY_SIMILAR_WORD' : 'COLUMN_BY_WORD';
  notes.say(
    'columns',
    code,
    { column: at + 1, header, field, word, example: guess.values.example, filled: guess.values.filled },
    at,
  );
  return { role: 'field', header, field, isRequired: false, at };
}

/** Fields without which a file cannot be read: the person says where they stand. */
const NAMED_BY_PERSONS: readonly TableField[] = [
  ...(['line', 'unit', 'unitName'] as const),
  ...RECORD_KINDS.flatMap((kind) =>
    RECORD_FIELDS[kind].filter(({ isRequired }) => isRequired).map(({ field }) => field),
  ),
  ...PRICE_FIELDS,
  ...(['cases', 'month'] as const),
];

/** What a person named stands above everything that was recognised. */
function claimOfPerson(guess: ColumnGuess, notes: Notes): Claim | null {
  const field = NAMED_BY_PERSONS.find((name) => notes.columnFor(name) === guess.at);
  return field === undefined ? null : { guess, field, rank: RANK_OF_PERSON, by: 'word', word: '' };
}

/** Words of few values say more than the header: S and H, Capital and Revenue, Ertrag and Aufwand. */
function claimOf(guess: ColumnGuess, use: TableUse): Claim | null {
  // `Budget YTD` is money, and no budget that a line could belong to.
  if (guess.amount.isOther && isMoneyColumn(guess)) return null;
  const marked = isLedgerUse(use) ? fieldOfMarks(guess, use) : null;
  const word = guess.word[use];
  if (marked !== null) return { guess, field: marked, rank: 5, by: 'values', word: word?.word ?? '' };
  // SAP prints the text of a code in a column without a name beside it.
  if (guess.header === '' && isLedgerUse(use) && isWords(guess))
    return { guess, field: 'name', rank: 1, by: 'values', word: '' };
  if (word === null || word.field === 'ignore') return null;
  // `Skonto` is no slip of Konto where money stands below.
  if (word.certainty === 'similar' && isMoneyColumn(guess)) return null;
  const field = fittingField(
    word.field === 'name' ? word.field : (codeInNameColumn(word.field, guess) ?? word.field),
    guess,
  );
  if (field === null) return null;
  const by = word.certainty === 'similar' ? 'similar' : 'word';
  return { guess, field, rank: RANKS[word.certainty], by, word: word.word };
}

const CODE_OF: ReadonlyMap<TableField, TableField> = new Map(
  Object.entries(NAME_OF).map(([code, name]) => [name, code as TableField]),
);

/** Some tables call the number of a product its name and the name its label. */
function codeInNameColumn(field: TableField | 'ignore', { values }: ColumnGuess): TableField | null {
  return field !== 'ignore' && mostly(values.digits, values, 1) ? (CODE_OF.get(field) ?? null) : null;
}

/** Texts with letters and blanks, not numbers of something. */
function isWords({ values }: ColumnGuess): boolean {
  const digits = [...values.firstDigits].reduce((sum, [letter, count]) => sum + (/\d/.test(letter) ? count : 0), 0);
  return values.filled > 0 && digits < values.filled * 0.2 && /\p{L}{3}/u.test(values.example);
}

function isCode(guess: ColumnGuess): boolean {
  return !isWords(guess);
}

/** Where single cells are no day the row says so; where hardly any is, the column means something else. */
const RECORD_DAYS: ReadonlySet<string> = new Set(
  RECORD_KINDS.flatMap((kind) => RECORD_FIELDS[kind].filter(({ cell }) => cell === 'day').map(({ field }) => field)),
);

/** A word counts only where the cells can be what it says. */
function fittingField(field: TableField | 'name', guess: ColumnGuess): TableField | 'name' | null {
  const { values } = guess;
  const few = [...values.few];
  if (field === 'bookedOn' || field === 'validFrom') return isDayColumn(guess) || values.filled === 0 ? field : null;
  if (RECORD_DAYS.has(field))
    return values.filled === 0 || mostly(values.days + values.compactDays + values.serialDays, values, 0.3)
      ? field
      : null;
  if (field === 'fiscalYear') return mostly(values.years, values, 0.5) ? field : null;
  if (field === 'bookingType') {
    return few.length > 0 && few.filter((text) => bookingTypeOf(text) !== null).length >= few.length * 0.5
      ? field
      : null;
  }
  if (field === 'debitCredit' || field === 'side' || field === 'sphere') return null;
  const hasDigits =
    [...values.firstDigits.keys()].some((letter) => /\d/.test(letter)) || few.some((text) => /\d/.test(text));
  if (field === 'account' && values.few.size > 0 && !hasDigits) return 'accountName';
  return field;
}

/** Bookings have a day; where no header says so plainly, it is the first column of days that means nothing else. */
function claimDay(columns: readonly ColumnGuess[], chosen: Map<TableField, Claim>): void {
  const taken = new Set([...chosen.values()].map(({ guess }) => guess));
  const isFree = (guess: ColumnGuess): boolean => !taken.has(guess) && guess.word.bookings?.field !== 'ignore';
  const day = columns.find((guess) => isFree(guess) && isDayColumn(guess));
  if (day !== undefined) chosen.set('bookedOn', { guess: day, field: 'bookedOn', rank: 1, by: 'values', word: '' });
}

/** Columns whose header says nothing may still say it by what stands in them. */
function claimByValues(columns: readonly ColumnGuess[], chosen: Map<TableField, Claim>, use: TableUse): void {
  const claim = (guess: ColumnGuess, field: TableField): void => {
    chosen.set(field, { guess, field, rank: 1, by: 'values', word: '' });
  };
  for (const guess of columns) {
    const word = guess.word[use];
    if (word !== null || !isLedgerUse(use)) continue;
    if (!chosen.has('account') && !chosen.has('line') && looksLikeAccounts(guess.values)) claim(guess, 'account');
    else if (
      !chosen.has('fiscalYear') &&
      (saysYearAsDay(guess) || (mostly(guess.values.years, guess.values, 1) && guess.values.filled > 1)) &&
      guess.values.distinct < 15
    ) {
      claim(guess, 'fiscalYear');
    } else if (use === 'lines' && !hasObject(chosen) && looksLikeProducts(guess)) claim(guess, 'product');
  }
}

function hasObject(chosen: ReadonlyMap<TableField, Claim>): boolean {
  return ['product', 'costObject', 'costCentre', 'line', 'statementLine'].some((field) =>
    chosen.has(field as TableField),
  );
}

/** Codes of products: digits, often with points between them. */
function looksLikeProducts({ header, values }: ColumnGuess): boolean {
  if (values.isCounter) return false;
  // Codes of several levels have several lengths; no code stands twice.
  if (isBareCodeHeader(header) && mostly(values.digits + values.dotted, values, 1) && values.distinct === values.filled)
    return values.distinct > 1;
  const [length, count] = usualLength(values);
  const few = [...values.few];
  const isDotted =
    mostly(values.dotted, values, 1) || (few.length > 0 && few.every((text) => /^\d{1,4}(?:\.\d{1,4})+$/.test(text)));
  return (
    isDotted ||
    (mostly(values.digits, values) &&
      length >= 4 &&
      length <= 12 &&
      count >= values.filled * 0.8 &&
      values.distinct > 1)
  );
}

/** A second column for the same field: its name where it holds words, else a detail of the first. */
function placeSecond(claim: Claim, field: TableField, chosen: Map<TableField, Claim>): void {
  const name = NAME_OF[field];
  if (name !== undefined && !chosen.has(name) && isWords(claim.guess)) chosen.set(name, { ...claim, field: name });
  // The other side of a booking says who was paid, not what for.
  else if (name !== undefined && claim.by === 'word' && claim.word !== 'gegenkonto' && !chosen.has('detail'))
    chosen.set('detail', { ...claim, field: 'detail' });
}

/**
 * Columns called just `Bezeichnung` or `Level 4 label` name the code that decides them. Each goes to the code that it fits
 * best of all: every value of the code has one name, and there are nearly as many names as values. Of two that fit alike the nearer one.
 */
function placeNames(names: readonly Claim[], chosen: Map<TableField, Claim>, rows: readonly TableRow[]): void {
  const codes = [...chosen.values()].flatMap(({ field, guess }) => {
    const name = field === 'name' ? undefined : NAME_OF[field];
    return name === undefined || chosen.has(name) ? [] : [{ name, guess }];
  });
  const fits = names
    .flatMap((claim) => codes.map(({ name, guess }) => ({ claim, name, at: guess.at, ...fitOf(guess, claim, rows) })))
    // A text of its own for nearly every row is no name of a code.
    .filter(({ conflicts }) => conflicts <= rows.length * CONFLICTS_MAX)
    .sort((a, b) => a.misfit - b.misfit || a.apart - b.apart || a.at - b.at);
  const placed = new Set<Claim>();
  for (const { claim, name } of fits) {
    if (placed.has(claim) || chosen.has(name)) continue;
    chosen.set(name, { ...claim, field: name });
    placed.add(claim);
  }
  const [other, ...more] = names.filter((claim) => !placed.has(claim));
  if (other !== undefined && more.length === 0 && !chosen.has('detailName'))
    chosen.set('detailName', { ...other, field: 'detailName' });
}

/** The column that names a detail which was only found to tell lines apart; none where another one is said to. */
export function nameOfDetail(
  detail: FieldChoice,
  fields: readonly FieldChoice[],
  columns: readonly ColumnGuess[],
  rows: readonly TableRow[],
  notes: Notes,
): FieldChoice[] {
  const code = columns[detail.at];
  if (code === undefined || fields.some(({ field }) => field === 'detailName')) return [];
  const [best] = columns
    .filter(({ at, word }) => word.lines?.field === 'name' && !fields.some((taken) => taken.at === at))
    .map((guess): Claim => ({ guess, field: 'name', rank: 1, by: 'word', word: guess.word.lines?.word ?? '' }))
    .map((claim) => ({ claim, ...fitOf(code, claim, rows) }))
    .filter(({ conflicts }) => conflicts <= rows.length * CONFLICTS_MAX)
    .sort((a, b) => a.misfit - b.misfit || a.apart - b.apart);
  if (best === undefined) return [];
  notes.takeBack('COLUMN_IGNORED', best.claim.guess.at);
  return [choiceOf('detailName', best.claim, notes)];
}

/** How badly a column names a code, from 0: the share of rows that call it otherwise, and of names too many or too few. */
function fitOf(
  code: ColumnGuess,
  { guess: name }: Claim,
  rows: readonly TableRow[],
): { conflicts: number; misfit: number; apart: number } {
  const conflicts = conflictsOf(rows, code.at, name.at);
  const [codes, texts] = [code.values.distinct, name.values.distinct];
  return {
    conflicts,
    // A name stands behind its code more often than before it.
    apart: Math.abs(name.at - code.at - 0.5),
    misfit: conflicts / Math.max(rows.length, 1) + Math.abs(codes - texts) / Math.max(codes, texts, 1),
  };
}

const CONFLICTS_MAX = 0.5;

function conflictsOf(rows: readonly TableRow[], codeAt: number, nameAt: number): number {
  const nameOf = new Map<string, string>();
  let conflicts = 0;
  for (const { cells } of rows) {
    const [code, name] = [cells[codeAt] ?? '', cells[nameAt] ?? ''];
    if (isBlank(code)) continue;
    const known = nameOf.get(code);
    if (known === undefined) nameOf.set(code, name);
    else if (known !== name) conflicts += 1;
  }
  return conflicts;
}
