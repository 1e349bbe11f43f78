import type { BudgetOverview, FrameCode, FrameOverview } from '@etatlotse/contracts/budget/plain';
import { formatEuro, formatNumber, formatPercent, formatWholeEuro } from '../ui/amount/format';
import { formatMonthName } from '../ui/date/format';
import { overviewLabels } from './overview.labels';

/*
 * The sentences of the overview: pure functions of the figures. Each says one thing with one number; nothing is guessed.
 */

/** The part of the overview that live and released pages share. */
export type OverviewFigures = Omit<BudgetOverview, 'attention'>;

/** The answer under the question. The amount stands apart, because on the live page it opens its proof. */
export interface Answer {
  readonly before: string;
  /** Null when no frame has a ceiling: then nobody knows what is available. */
  readonly cents: number | null;
  readonly after: string;
  /** What the amount leaves out (R26); empty when every frame is known. */
  readonly remark: string;
}

/** "Verfügbar sind ... aus Kern-IT und Schulnetzen." with the remark when a frame is unknown (R26, T26). */
export function answerOf(figures: OverviewFigures): Answer {
  const words = overviewLabels().answer;
  const known = figures.frames.filter(({ ceilingCents }) => ceilingCents !== null).map(({ frame }) => frame);
  if (known.length === 0) return { before: words.nothingKnown, cents: null, after: '', remark: '' };
  const { availableCents, unknownFrames } = figures.totals;
  const isMissing = availableCents < 0;
  const names = unknownFrames.length === 0 ? words.allFrames : listed(known.map((code) => words.from[code]));
  return {
    before: isMissing ? words.beforeMissing : words.before,
    cents: isMissing ? -availableCents : availableCents,
    after: isMissing ? words.afterMissing(names) : words.after(names),
    remark: unknownFrames.length === 0 ? '' : words.remark(frameNames(unknownFrames)),
  };
}

/** Whether anything was granted, bound or spent in the year: before that there is nothing to draw. */
export function hasFigures({ totals }: OverviewFigures): boolean {
  return [totals.adjustedCents, totals.commitmentCents, totals.reservationCents, totals.actualCents].some(
    (cents) => cents !== 0,
  );
}

/** The frames without a ceiling by name, or null when every frame is known. */
export const unknownNames = (figures: {
  readonly totals: { readonly unknownFrames: readonly FrameCode[] };
}): string | null => (figures.totals.unknownFrames.length === 0 ? null : frameNames(figures.totals.unknownFrames));

/** How far the largest known frame is used, beside how far the year is. */
export function useSentence(figures: OverviewFigures): string {
  const [largest] = figures.frames
    .filter(({ ceilingCents, adjustedCents }) => ceilingCents !== null && adjustedCents > 0)
    .sort((a, b) => b.adjustedCents - a.adjustedCents);
  const elapsed = elapsedSentence(figures.yearElapsedPermille);
  if (largest === undefined) return elapsed;
  const name = overviewLabels().frames[largest.frame];
  const used = Math.floor((usedCents(largest) * 100) / largest.adjustedCents);
  const use = used > 100 ? overviewLabels().usedAll(name) : overviewLabels().used(name, formatNumber(used));
  return `${use} ${elapsed}`;
}

function elapsedSentence(permille: number): string {
  if (permille <= 0) return overviewLabels().notBegun;
  return permille >= 1000 ? overviewLabels().over : overviewLabels().elapsed(formatPercent(permille / 1000));
}

/** One frame in plain words, for people who do not read bars. */
export function frameSentence(frame: FrameOverview): string {
  const words = overviewLabels().plain;
  const used = usedCents(frame);
  if (frame.availableCents === null) return words.unknown(formatWholeEuro(used));
  if (frame.availableCents < 0) return words.missing(formatWholeEuro(-frame.availableCents));
  if (frame.adjustedCents <= 0) return words.empty;
  return words.used(formatNumber(Math.floor((used * 100) / frame.adjustedCents)));
}

/** What is needed from expense lines and from investment lines, never mixed; null when a frame has only one of the two. */
export function sidesSentence(frame: FrameOverview): string | null {
  const { operating, investing } = frame;
  if (frame.availableCents === null || operating.adjustedCents === 0 || investing.adjustedCents === 0) return null;
  return overviewLabels().sides(formatWholeEuro(operating.availableCents), formatWholeEuro(investing.availableCents));
}

/** What the plan leaves of the ceiling, or takes beyond it; null where both agree or the ceiling is unknown. */
export function distributionSentence(frame: FrameOverview): string | null {
  if (frame.ceilingCents === null) return null;
  const left = frame.ceilingCents - frame.appropriationCents;
  if (left === 0) return null;
  return left > 0 ? overviewLabels().undistributed(formatEuro(left)) : overviewLabels().overplanned(formatEuro(-left));
}

/** From this share of the even amount on, spending is called slow or fast. */
const EVEN_PERCENT = 5;

/** Whether money flows evenly, judged by finished months only. No forecast. */
export function monthsSentence(figures: OverviewFigures): string {
  const words = overviewLabels().months;
  const spent = sumOf(figures.months.map(({ actualCents }) => actualCents));
  if (spent === 0) return words.none;
  const finished = figures.months.slice(0, finishedMonths(figures));
  const last = finished.at(-1);
  if (last === undefined) return words.running(formatWholeEuro(spent));
  const even = sumOf(finished.map(({ evenShareCents }) => evenShareCents));
  if (even <= 0) return words.noShare(formatWholeEuro(spent));
  const ahead = sumOf(finished.map(({ actualCents }) => actualCents)) - even;
  const until = formatMonthName(last.month);
  const rates = hasEvenMonths(figures) ? words.equalRates : words.plannedRates;
  if (Math.abs(ahead) * 100 <= even * EVEN_PERCENT) return words.even(until, formatWholeEuro(Math.abs(ahead)), rates);
  const isSlow = ahead < 0;
  const count = finished.filter(({ actualCents, evenShareCents }) => actualCents < evenShareCents === isSlow).length;
  const amount = formatWholeEuro(Math.abs(ahead));
  const months = words.months(formatNumber(count), formatNumber(finished.length));
  return isSlow ? words.slow(until, amount, months, rates) : words.fast(until, amount, months, rates);
}

/** Twelfths differ by a cent at most; where lines have months of their own, they differ by more. */
export function hasEvenMonths({ months }: Pick<OverviewFigures, 'months'>): boolean {
  return months.every(({ evenShareCents }) => Math.abs(evenShareCents - (months[0]?.evenShareCents ?? 0)) <= 1);
}

/** What the bars contain that the even share does not: frames without a ceiling have no twelfth. */
export function monthsSource(figures: OverviewFigures): string {
  const unknown = unknownNames(figures);
  const words = overviewLabels();
  return [
    ...(hasEvenMonths(figures) ? [] : [words.monthsBars]),
    words.monthsSource,
    ...(unknown === null ? [] : [words.monthsSourceUnknown(unknown)]),
  ].join(' ');
}

/** Months of the fiscal year that are over on the day of the answer. */
export function finishedMonths(figures: Pick<OverviewFigures, 'fiscalYear' | 'today'>): number {
  const year = Number(figures.today.slice(0, 4));
  if (year > figures.fiscalYear) return 12;
  return year < figures.fiscalYear ? 0 : Number(figures.today.slice(5, 7)) - 1;
}

/** How much keeps things running and how much changes something. */
export function runOrChangeSentence(figures: OverviewFigures): string {
  const { runCents, changeCents, unmarkedCents } = figures.runOrChange;
  const all = runCents + changeCents + unmarkedCents;
  if (all <= 0) return overviewLabels().whereNone;
  const share = (cents: number): string => formatPercent(cents / all);
  const sentence = overviewLabels().where(share(runCents), share(changeCents));
  return unmarkedCents > 0 ? `${sentence} ${overviewLabels().whereUnmarked(share(unmarkedCents))}` : sentence;
}

/** The largest line by name and share of what the known frames hold. */
export function largestSentence(figures: OverviewFigures): string {
  const [first] = figures.largest;
  const all = figures.known.adjustedCents;
  if (first === undefined || all <= 0) return overviewLabels().whereNone;
  return overviewLabels().largest(
    first.name,
    formatWholeEuro(first.adjustedCents),
    formatPercent(first.adjustedCents / all),
  );
}

/** Names in a row: "Kern-IT, Schulnetze und Gebühren". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}${overviewLabels().and}${last}`;
}

const frameNames = (codes: readonly FrameCode[]): string => listed(codes.map((code) => overviewLabels().frames[code]));

/** Spent or ordered. */
const usedCents = (frame: FrameOverview): number => frame.actualCents + frame.commitmentCents;

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, cents) => sum + cents, 0);
