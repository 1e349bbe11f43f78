import type { BudgetOverview, FrameCode, FrameOverview } from '@etatlotse/contracts/budget/plain';
import { formatEuro, formatPercent, formatWholeEuro } from '../ui/amount/format';
import { formatMonthName } from '../ui/date/format';
import { overviewLabels } from './overview.labels';

/*
 * The sentences of the overview: pure functions of the figures. Each says one thing with one number; nothing is guessed.
 */

/** The part of the overview that live and released pages share. */
export type OverviewFigures = Omit<BudgetOverview, 'attention'>;

const frameNames = (codes: readonly FrameCode[]): string =>
  codes.map((code) => overviewLabels().frames[code]).join(overviewLabels().and);

/** "Verfügbar sind ... aus Kern-IT und Schulnetze." with the remark when a frame is unknown (R26). */
export function answerSentence(figures: OverviewFigures): string {
  const known = figures.frames.filter(({ ceilingCents }) => ceilingCents !== null).map(({ frame }) => frame);
  const answer = overviewLabels().answer(formatEuro(figures.totals.availableCents), frameNames(known));
  const { unknownFrames } = figures.totals;
  return unknownFrames.length === 0 ? answer : `${answer} ${overviewLabels().answerUnknown(frameNames(unknownFrames))}`;
}

export const unknownNames = (figures: OverviewFigures): string | null =>
  figures.totals.unknownFrames.length === 0 ? null : frameNames(figures.totals.unknownFrames);

/** How far the largest known frame is used, beside how far the year is. */
export function useSentence(figures: OverviewFigures): string {
  const [largest] = figures.frames
    .filter(({ ceilingCents, adjustedCents }) => ceilingCents !== null && adjustedCents > 0)
    .sort((a, b) => b.adjustedCents - a.adjustedCents);
  const elapsed = overviewLabels().elapsed(formatPercent(figures.yearElapsedPermille / 1000));
  if (largest === undefined) return elapsed;
  const used = Math.round(((largest.actualCents + largest.commitmentCents) * 100) / largest.adjustedCents);
  return `${overviewLabels().used(overviewLabels().frames[largest.frame], used)} ${elapsed}`;
}

/** Whether money flows evenly, judged by finished months only. */
export function monthsSentence(figures: OverviewFigures): string {
  const words = overviewLabels().months;
  const finished = figures.months.slice(0, finishedMonths(figures));
  const spent = figures.months.filter(({ actualCents }) => actualCents !== 0);
  const [first, ...others] = spent;
  if (first === undefined || finished.length === 0) return words.none;
  const below = finished.filter(({ actualCents, evenShareCents }) => actualCents < evenShareCents).length;
  const above = finished.length - below;
  const most = others.reduce((top, month) => (month.actualCents > top.actualCents ? month : top), first);
  const verdict =
    Math.abs(below - above) <= 1
      ? words.even
      : below > above
        ? words.below(below, finished.length)
        : words.above(above, finished.length);
  return `${verdict} ${words.most(formatMonthName(most.month), formatWholeEuro(most.actualCents))}`;
}

/** Months of the fiscal year that are over on the day of the answer. */
export function finishedMonths(figures: OverviewFigures): number {
  const year = Number(figures.today.slice(0, 4));
  if (year > figures.fiscalYear) return 12;
  return year < figures.fiscalYear ? 0 : Number(figures.today.slice(5, 7)) - 1;
}

export function whereSentence(figures: OverviewFigures): string {
  const { runCents, changeCents } = figures.runOrChange;
  if (runCents + changeCents <= 0) return overviewLabels().whereNone;
  const share = (cents: number): string => formatPercent(cents / (runCents + changeCents));
  return overviewLabels().where(share(runCents), share(changeCents));
}

/** What the plan leaves of the ceiling, or takes beyond it; null where both agree or the ceiling is unknown. */
export function distributionSentence(frame: FrameOverview): string | null {
  if (frame.ceilingCents === null) return null;
  const left = frame.ceilingCents - frame.appropriationCents;
  if (left === 0) return null;
  return left > 0 ? overviewLabels().undistributed(formatEuro(left)) : overviewLabels().overplanned(formatEuro(-left));
}
