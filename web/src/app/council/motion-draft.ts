import type { ChangeMotion, CreateMotion } from '@etatlotse/contracts/council';
import type { FoundReadingLine, MotionRow, Reading, ReadingLine } from '@etatlotse/contracts/council/plain';
import { coverOf, type MotionCover } from '@etatlotse/domain/council';
import { cents, fiscalYear } from '@etatlotse/domain/shared';

/*
 * A motion while it is typed. Pure.
 */

/** One line of a motion while it is typed. */
export interface DraftAmount {
  readonly key: number;
  readonly line: ReadingLine;
  /** What the draft plans by year, as far as it was read. */
  readonly planned: ReadonlyMap<number, number>;
  readonly fiscalYear: number;
  readonly amountCents: number | null;
  readonly isCover: boolean;
}

export function draftAmount(found: FoundReadingLine, year: number, key: number, isCover: boolean): DraftAmount {
  const { planned, ...line } = found;
  const byYear = new Map(planned.map((one) => [one.fiscalYear, one.amountCents]));
  return { key, line, planned: byYear, fiscalYear: year, amountCents: null, isCover };
}

export function draftAmountsOf({ lines, draft }: Reading, motion: MotionRow | null): DraftAmount[] {
  return (motion?.amounts ?? []).flatMap(({ lineId, fiscalYear: year, amountCents, isCover }, key): DraftAmount[] => {
    const line = lines.find(({ id }) => id === lineId);
    if (line === undefined) return [];
    const own = draft.cells.filter((cell) => cell.lineId === lineId);
    const planned = new Map(own.map((cell) => [cell.fiscalYear, cell.plannedCents]));
    return [{ key, line, planned, fiscalYear: year, amountCents, isCover }];
  });
}

/** The cover check of what has been typed so far. */
export function coverOfDraft(amounts: readonly DraftAmount[]): MotionCover[] {
  const typed = amounts.filter(({ amountCents }) => (amountCents ?? 0) !== 0);
  return coverOf(
    typed.map(({ line, fiscalYear: year, amountCents, isCover }) => ({
      lineId: line.id,
      direction: line.direction,
      sphere: line.sphere,
      fiscalYear: fiscalYear(year),
      amountCents: cents(amountCents ?? 0),
      isCover,
    })),
  );
}

/** `0,5` or `−1` as hundredths of an FTE; null for anything else, and for nothing. */
export function readHundredths(text: string): number | null {
  const found = /^([+\-−]?)(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, sign = '', whole = '', part = ''] = found;
  const size = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (size === 0) return null;
  return sign === '-' || sign === '−' ? -size : size;
}

export function writeHundredths(hundredths: number): string {
  return hundredths === 0 ? '' : String(hundredths / 100).replace('.', ',');
}

/** The columns that the API takes. */
export function columnsOf(
  amounts: readonly DraftAmount[],
): Pick<CreateMotion, 'lineIds' | 'fiscalYears' | 'amountCents' | 'isCover'> {
  return {
    lineIds: amounts.map(({ line }) => line.id),
    fiscalYears: amounts.map(({ fiscalYear: year }) => year),
    amountCents: amounts.map(({ amountCents }) => amountCents ?? 0),
    isCover: amounts.map(({ isCover }) => isCover),
  };
}

/** A motion as it is sent; without an id a new one, under the key of its form. */
export interface SavedMotion {
  readonly motionId: string | null;
  readonly body: CreateMotion | ChangeMotion;
  readonly key: string;
}
