import type { BoundTotalRow, BoundYearRow, BoundYearsView } from '@etatlotse/contracts/authority/plain';
import { BOUND_KINDS, type BoundKind } from '@etatlotse/domain/authority';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { formatShortEuro } from '../ui/amount/format';
import type { BarChart, Tone } from '../ui/chart/chart.types';
import { boundYearsLabels } from './bound-years.labels';

/* From figures to sentences and bars. Pure; every amount comes from the API. */

const TONES: Readonly<Record<BoundKind, Tone>> = {
  commitment_authority: 'change',
  obligation: 'obligo',
  contract: 'ist',
  follow_up_cost: 'reserv',
  run_rate: 'run',
};

/** A frame with its years, as one panel shows it. */
export interface FrameYears {
  readonly frame: FrameCode;
  readonly rows: readonly BoundYearRow[];
  readonly sentence: string;
  readonly chart: BarChart;
  /** What each colour means. */
  readonly keys: readonly { readonly label: string; readonly tone: Tone }[];
}

/** Frame by frame; one of which nothing is known and in which nothing is bound is left out. */
export function framesOf(view: BoundYearsView): FrameYears[] {
  return FRAME_CODES.flatMap((frame) => {
    const rows = view.rows.filter((row) => row.frame === frame);
    if (rows.every((row) => row.amountCents === null && row.boundCents === 0)) return [];
    const sentence = sentenceOf(rows.at(-1));
    const chart = chartOf(frame, rows, sentence);
    return [{ frame, rows, sentence, chart, keys: chart.series.map(({ label, tone }) => ({ label, tone })) }];
  });
}

/** The city's answer for the last year of the window: what is known together, and what is not beside it. */
export function answerOf(totals: readonly BoundTotalRow[]): string {
  const last = totals.at(-1);
  if (last === undefined) return '';
  const words = boundYearsLabels();
  const unknown = last.unknownFrames.map((frame) => frameLabels().names[frame]);
  const remark = last.amountCents === null || unknown.length === 0 ? '' : words.leadWithout(unknown.join(', '));
  return [sentenceOf(last), remark].filter((text) => text !== '').join(' ');
}

function sentenceOf(
  year: Pick<BoundYearRow, 'fiscalYear' | 'amountCents' | 'boundCents' | 'freeCents'> | undefined,
): string {
  if (year === undefined) return '';
  const words = boundYearsLabels();
  const bound = formatShortEuro(year.boundCents);
  if (year.amountCents === null || year.freeCents === null) return words.leadUnknown(year.fiscalYear, bound);
  const amount = formatShortEuro(year.amountCents);
  return year.freeCents < 0
    ? words.leadOver(year.fiscalYear, amount, bound, formatShortEuro(-year.freeCents))
    : words.lead(year.fiscalYear, amount, bound, formatShortEuro(year.freeCents));
}

/** What binds from below, what is free on top; bars of unknown frames end where the known ends. */
function chartOf(frame: FrameCode, rows: readonly BoundYearRow[], sentence: string): BarChart {
  const words = boundYearsLabels();
  const kinds = BOUND_KINDS.filter((kind) => rows.some((row) => partOf(row, kind) !== 0));
  return {
    kind: 'bar',
    question: words.frameQuestion(frameLabels().names[frame]),
    sentence,
    unit: 'cents',
    isStacked: true,
    categories: rows.map(({ fiscalYear }) => String(fiscalYear)),
    series: [
      ...kinds.map((kind) => ({
        label: words.kinds[kind],
        tone: TONES[kind],
        values: rows.map((row) => partOf(row, kind)),
      })),
      {
        label: words.free,
        tone: 'avail' as const,
        values: rows.map(({ freeCents }) => (freeCents === null ? null : Math.max(0, freeCents))),
      },
    ],
    notes: rows.map(({ freeCents }) =>
      freeCents !== null && freeCents < 0 ? words.missing(formatShortEuro(-freeCents)) : null,
    ),
  };
}

/** Whether contracts bind something of the year. */
export function hasContracts(row: BoundYearRow): boolean {
  return partOf(row, 'contract') !== 0;
}

/** Whether a register has something to show for the year; recurring operation has no document of its own. */
export function hasObligations(row: BoundYearRow): boolean {
  return partOf(row, 'commitment_authority') !== 0 || partOf(row, 'obligation') !== 0;
}

export function partOf(row: BoundYearRow, kind: BoundKind): number {
  return row.parts.find((part) => part.kind === kind)?.amountCents ?? 0;
}
