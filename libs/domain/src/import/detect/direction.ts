import { classifyAccount } from '../../budget/account-frame';
import { fiscalYear } from '../../shared/fiscal-year';
import { hasMark } from '../amount-cell';
import { directionOfWords, meaningOfStatementText } from '../direction-words';
import { partsOfLine } from '../line-code';
import { factorOfMark } from '../line-rows';
import type { AccountDirection } from '../../budget/account-class';
import type { DirectionSource, FileMapping, ImportKind, NumberStyle, SignRule } from '../mapping';
import type { TableRow } from '../table';
import { findAccountFrame } from './account-frame';
import type { AmountChoice } from './amount-columns';
import type { FieldChoice } from './field-columns';
import { type Notes, percentOf } from './notes';
import type { SampleAccount } from './sample-accounts';
import { countSign, emptySigns, findSigns, type SignCounts } from './sign-convention';

/** A row of the sample with its amounts by column. */
export interface SampleLine {
  readonly row: TableRow;
  readonly cents: readonly (number | null)[];
}

interface Known {
  readonly kind: ImportKind;
  readonly fields: readonly FieldChoice[];
  readonly amounts: readonly AmountChoice[];
  readonly lines: readonly SampleLine[];
  readonly accountYear: number;
  readonly numbers: NumberStyle;
  readonly statement: boolean;
}

type Meaning = Pick<FileMapping, 'direction' | 'signs' | 'accountFrame'>;

/** Place of a column with S and H that only repeats the sign of the amounts; -1 without one. */
export function repeatedMarkOf(known: Pick<Known, 'lines' | 'amounts' | 'fields'>, notes: Notes): number {
  const at = known.fields.find(({ field }) => field === 'debitCredit')?.at ?? -1;
  if (!marksRepeatSigns(known, at)) return -1;
  notes.say('signs', 'SIGN_MARK_REPEATS', {}, at);
  return at;
}

/** Finds what says revenue or expense, and which sign each has. */
export function findDirection(known: Known, notes: Notes): Meaning {
  if (known.kind === 'organization')
    return { direction: 'unclassified', signs: { revenue: 1, expense: 1 }, accountFrame: 'unclassified' };
  const at = (field: FieldChoice['field']): number => known.fields.find((choice) => choice.field === field)?.at ?? -1;
  const isMarked = known.lines.some(({ row }) => known.amounts.some((amount) => hasMark(row.cells[amount.at] ?? '')));
  const isDebitCredit =
    isMarked || known.amounts.some(({ side }) => side === 'debit' || side === 'credit') || at('debitCredit') >= 0;
  if (known.kind === 'bookings') return bookingMeaning(known, at, isDebitCredit, notes);
  const hasSides = known.amounts.some(({ side }) => side === 'revenue' || side === 'expense');
  const frame = hasSides || known.statement ? 'unclassified' : frameOf(known, at, notes);
  const direction = sourceOf(known, at, hasSides, frame, notes);
  const counts = countSigns(known, at, direction, frame);
  const signs = isDebitCredit ? debitCreditSigns(notes) : findSigns(counts, direction, notes);
  return { direction, signs, accountFrame: frame };
}

function sourceOf(
  known: Known,
  at: (field: FieldChoice['field']) => number,
  hasSides: boolean,
  frame: FileMapping['accountFrame'],
  notes: Notes,
): DirectionSource {
  if (hasSides) return 'columns';
  if (known.statement) return 'statement';
  if (frame !== 'unclassified') return 'account';
  if (at('side') >= 0) return 'side';
  const answer = notes.ask('DIRECTION', ['unclassified', 'expense', 'revenue']);
  return answer === 'expense' || answer === 'revenue' ? answer : 'unclassified';
}

/** Bookings are looked up by their line: what they mean matters only where Soll and Haben decide the sign. */
function bookingMeaning(
  known: Known,
  at: (field: FieldChoice['field']) => number,
  isDebitCredit: boolean,
  notes: Notes,
): Meaning {
  if (!isDebitCredit) {
    notes.say('signs', 'SIGN_SPENDING');
    const direction = at('side') >= 0 ? 'side' : 'expense';
    const frame = known.lines.length > 0 && at('account') >= 0 ? quietFrame(known, at, notes) : 'unclassified';
    return { direction, signs: { revenue: 1, expense: 1 }, accountFrame: frame };
  }
  const frame = frameOf(known, at, notes);
  const direction = frame === 'unclassified' ? (at('side') >= 0 ? 'side' : 'expense') : 'account';
  return { direction, signs: debitCreditSigns(notes), accountFrame: frame };
}

/** For bookings without Soll and Haben the frame decides nothing but the description of new lines, so nothing is asked. */
function quietFrame(
  known: Known,
  at: (field: FieldChoice['field']) => number,
  notes: Notes,
): FileMapping['accountFrame'] {
  const accounts = accountsOf(known, at);
  const german = accounts.filter(({ account }) => /^\d{4,}$/.test(account)).length;
  if (german < accounts.length * 0.9) return 'unclassified';
  return notes.hints.accountFrame ?? 'unclassified';
}

function debitCreditSigns(notes: Notes): SignRule {
  notes.say('signs', 'SIGN_DEBIT_CREDIT');
  return { revenue: -1, expense: 1 };
}

/** Some exports print the minus and the H: then the sign alone counts, and the mark only repeats it. */
function marksRepeatSigns(known: Pick<Known, 'lines' | 'amounts'>, markAt: number): boolean {
  const [amount] = known.amounts;
  if (markAt < 0 || amount === undefined) return false;
  const marked = known.lines.filter(
    ({ row, cents }) => factorOfMark(row.cells[markAt] ?? '') === -1 && (cents[amount.at] ?? 0) !== 0,
  );
  const negative = marked.filter(({ cents }) => (cents[amount.at] ?? 0) < 0).length;
  return marked.length > 0 && percentOf(negative, marked.length) >= 95;
}

function frameOf(known: Known, at: (field: FieldChoice['field']) => number, notes: Notes): FileMapping['accountFrame'] {
  const accountAt = at('account');
  if (accountAt < 0) return at('side') >= 0 ? 'unclassified' : frameOfLines(known, at('line'), notes);
  const header = known.fields.find((choice) => choice.at === accountAt)?.header ?? '';
  const about = { header, hasApostrophes: known.numbers.grouping === "'" };
  return findAccountFrame(accountsOf(known, at), known.accountYear, about, notes);
}

/** `11.1.05 / 4431000`: the account may stand in the number of the line. */
function frameOfLines(known: Known, lineAt: number, notes: Notes): FileMapping['accountFrame'] {
  if (lineAt < 0 || known.lines.length === 0) return 'unclassified';
  const parts = known.lines.map(({ row }) => partsOfLine(row.cells[lineAt] ?? ''));
  if (parts.some((part) => part === null)) return 'unclassified';
  const accounts = [...new Set(parts.map((part) => part?.account ?? ''))].map((account) => ({
    account,
    name: '',
    side: null,
  }));
  const header = known.fields.find((choice) => choice.at === lineAt)?.header ?? '';
  const lines = known.lines.map(({ row }) => row.cells[lineAt] ?? '');
  const frame = findAccountFrame(accounts, known.accountYear, { header, hasApostrophes: false, lines }, notes);
  const example = known.lines[0]?.row.cells[lineAt]?.trim() ?? '';
  if (frame !== 'unclassified') {
    notes.say('accounts', 'ACCOUNT_IN_LINE', { header, example, account: parts[0]?.account ?? '' }, lineAt);
  }
  return frame;
}

function accountsOf(known: Known, at: (field: FieldChoice['field']) => number): SampleAccount[] {
  const accounts = new Map<string, SampleAccount>();
  for (const { row } of known.lines) {
    const cell = (field: FieldChoice['field']): string => (at(field) < 0 ? '' : (row.cells[at(field)] ?? '').trim());
    const account = cell('account');
    if (account === '' || accounts.has(account)) continue;
    accounts.set(account, { account, name: cell('accountName'), side: directionOfWords(cell('side')) });
  }
  return [...accounts.values()];
}

function countSigns(
  known: Known,
  at: (field: FieldChoice['field']) => number,
  source: DirectionSource,
  frame: FileMapping['accountFrame'],
): SignCounts {
  const counts = emptySigns();
  let heading: AccountDirection | null = null;
  for (const { row, cents } of known.lines) {
    const cell = (field: FieldChoice['field']): string => (at(field) < 0 ? '' : (row.cells[at(field)] ?? '').trim());
    if (source === 'statement') heading = meaningOfStatementText(cell('statementLineName'))?.direction ?? heading;
    const own =
      source === 'account'
        ? (classifyAccount(accountOf(cell), frame, fiscalYear(known.accountYear))?.direction ?? null)
        : source === 'side'
          ? directionOfWords(cell('side'))
          : source === 'statement'
            ? heading
            : source === 'columns'
              ? null
              : source;
    for (const { at: column, side } of known.amounts) {
      const direction = side === 'revenue' || side === 'expense' ? side : own;
      if (direction !== null) countSign(counts, direction, cents[column] ?? 0);
    }
  }
  return counts;
}

function accountOf(cell: (field: FieldChoice['field']) => string): string {
  return cell('account') || (partsOfLine(cell('line'))?.account ?? '');
}
