import type { MotionRow, Reading } from '@etatlotse/contracts/council/plain';
import type { CoverState, MotionCover, MotionResult, Stack, StackConflict } from '@etatlotse/domain/council';
import { formatEuro, formatFte, formatNumber, formatWholeEuro } from '../ui/amount/format';
import type { IconName } from '../ui/icon/icons';
import { readingLabels } from './reading.labels';

/*
 * What a reading says in words. The figures come from the rules; here they only become sentences.
 */

type Look = { readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad'; readonly icon: IconName };

export const RESULT_LOOKS: Readonly<Record<MotionResult, Look>> = {
  open: { kind: 'warn', icon: 'pending' },
  adopted: { kind: 'ok', icon: 'check_circle' },
  rejected: { kind: 'plain', icon: 'cancel' },
  referred: { kind: 'info', icon: 'arrow_forward' },
  withdrawn: { kind: 'plain', icon: 'undo' },
  overtaken: { kind: 'plain', icon: 'check' },
};

export const COVER_LOOKS: Readonly<Record<CoverState, Look>> = {
  no_money: { kind: 'plain', icon: 'info' },
  covered: { kind: 'ok', icon: 'check_circle' },
  deficit: { kind: 'bad', icon: 'warning' },
  relief: { kind: 'info', icon: 'arrow_downward' },
};

/** What people call a motion: its number, or its title where it has none. */
export const nameOf = ({ code, title }: Pick<MotionRow, 'code' | 'title'>): string => (code === '' ? title : code);

const whole = (amountCents: number): string =>
  amountCents % 100 === 0 ? formatWholeEuro(amountCents) : formatEuro(amountCents);

/** The answer at the top: is it covered, and what has to be settled. */
export function leadOf(stack: Stack, chosen: number): string {
  const t = readingLabels();
  if (chosen === 0) return t.chosenNone;
  return answerOf(stack, chosen === 1 ? t.chosenOne : t.chosen(formatNumber(chosen)));
}

/** Whether what is meant is covered, and what has to be settled. */
export function answerOf(stack: Stack, subject: string): string {
  const t = readingLabels();
  const short = stack.years.filter(({ missingCents }) => missingCents > 0);
  const conflicts = stack.conflicts.length;
  const clash = conflicts === 0 ? [] : [conflicts === 1 ? t.conflictsOne : t.conflicts(formatNumber(conflicts))];
  return [`${subject} ${short.length > 0 ? missingOf(short) : coveredOf(stack)}`, ...clash].join(' ');
}

function missingOf(years: Stack['years']): string {
  const t = readingLabels();
  const names = years.map(({ fiscalYear }) => String(fiscalYear));
  const list = [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(t.and);
  const total = years.reduce((sum, { missingCents }) => sum + missingCents, 0);
  return t.missing(whole(total), list);
}

function coveredOf(stack: Stack): string {
  const t = readingLabels();
  for (const { fiscalYear, open } of stack.years) {
    const gained = open.reduce((sum, { openCents }) => sum + Math.max(0, -openCents), 0);
    if (gained > 0) return t.gained(whole(gained), fiscalYear);
  }
  return t.fits;
}

/** What a motion leaves open, year by year: a line for each. */
export function coverLines(cover: readonly MotionCover[]): string[] {
  const t = readingLabels();
  return cover
    .filter(({ openCents }) => openCents !== 0)
    .map(({ fiscalYear, plane, openCents }) => {
      const amount = formatEuro(Math.abs(openCents));
      return `${fiscalYear} ${t.planes[plane]}: ${openCents > 0 ? t.coverMissing(amount) : t.coverGained(amount)}`;
    });
}

export function conflictText(reading: Reading, conflict: StackConflict): string {
  const t = readingLabels().conflict;
  const names = conflict.motionIds.map((id) => {
    const motion = reading.rows.find((row) => row.id === id);
    return motion === undefined ? '' : nameOf(motion);
  });
  if (conflict.kind === 'excluded') return t.excluded(names[0] ?? '', names[1] ?? '');
  const line = reading.lines.find(({ id }) => id === conflict.lineId)?.name ?? '';
  const by = names.join(', ');
  return t[conflict.kind](line, conflict.fiscalYear, formatEuro(conflict.amountCents), by);
}

export const fteChange = (hundredths: number): string =>
  `${hundredths > 0 ? '+' : ''}${formatFte(hundredths / 100, 2)}`;
