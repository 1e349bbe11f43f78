import type { AmountSide } from '../mapping';
import { type ColumnGuess, isAmountColumn } from './column-guess';
import { mostly } from './column-values';
import { normalWords } from './words';

/** A column of full-time posts: of one status, of all, or the total of the others by its word. */
export interface FteColumn {
  readonly guess: ColumnGuess;
  readonly fiscalYear: number | null;
  readonly side: AmountSide;
  readonly isTotal: boolean;
  /** A word that stands for nothing else, such as VZÄ. */
  readonly isSure: boolean;
}

const SURE = /^(?:vzae|vza|vze|vollzeitaequivalente?n?|fte|planstellen|sollstellen)$/;
const POSTS = /^(?:stellen|stellenzahl|stellenplan|posts|positions)$/;
const OFFICIAL = /^(?:beamt|official|civil)/;
const EMPLOYEE = /^(?:tarif|beschaeftigt|angestellt|arbeitnehm|tvoed|employee)/;
const TOTAL = /^(?:gesamt|insgesamt|summe|zusammen|total|alle)$/;

/** Columns that hold full-time posts. With a plan known to be one, `Beamte 2026` is enough. */
export function fteColumns(columns: readonly ColumnGuess[], isKnownPlan = false): FteColumn[] {
  return columns.flatMap((guess): FteColumn[] => {
    const { values, amount, header } = guess;
    const tokens = normalWords(header).split(' ');
    const has = (word: RegExp): boolean => tokens.some((token) => word.test(token));
    const isSure = has(SURE);
    const isOfStatus = has(OFFICIAL) || has(EMPLOYEE);
    const isWorded = isSure || has(POSTS) || (isKnownPlan && (isOfStatus || isAmountColumn(guess)));
    if (!isWorded || values.filled === 0 || !mostly(values.amounts, values, 0.6)) return [];
    const [year] = amount.years;
    const side = has(OFFICIAL) ? 'official' : has(EMPLOYEE) ? 'employee' : 'net';
    return [{ guess, fiscalYear: year ?? null, side, isTotal: side === 'net' && has(TOTAL), isSure }];
  });
}

/** Two columns of posts, or one that says it without doubt. */
export function isStaffingPlan(found: readonly FteColumn[]): boolean {
  return found.length >= 2 || found.some(({ isSure }) => isSure);
}
