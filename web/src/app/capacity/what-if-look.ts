import type { LeverValues, WhatIfAnswer, WhatIfState } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber, formatPercent } from '../ui/amount/format';
import type { LineChart } from '../ui/chart/chart.types';
import { formatMonth, formatMonthName } from '../ui/date/format';
import type { RecordColumn } from '../ui/record/record-table';
import type { Turned } from './what-if.store';
import { whatIfLabels } from './what-if.labels';

/* How a question "what if" is told: sentences, curves, rows. Pure; every figure comes from the API. */

const HUNDRED = 100;
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Whether anything is turned at all. */
/** A slider of the page: what it turns and how far. */
export interface Lever {
  readonly field: 'volumePercent' | 'minutesPercent' | 'postFteHundredths' | 'slipMonths';
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly scale?: number;
}

/** What can be turned; the start of a project only where one changes a task. */
export function leversOf(hasGoLives: boolean): readonly Lever[] {
  const words = whatIfLabels();
  const levers: readonly Lever[] = [
    { field: 'volumePercent', label: words.volume, unit: '%', min: 0, max: 200 },
    { field: 'minutesPercent', label: words.minutes, unit: '%', min: 10, max: 200 },
    {
      ...{ field: 'postFteHundredths', label: words.posts, unit: words.postsUnit },
      ...{ min: -500, max: 500, step: 10, scale: 100 },
    },
  ];
  const slip: Lever = {
    ...{ field: 'slipMonths', label: words.slip, hint: words.slipHint, unit: words.slipUnit },
    ...{ min: -12, max: 24 },
  };
  return hasGoLives ? [...levers, slip] : levers;
}

export function isTurned({ volumePercent, minutesPercent, postFteHundredths, slipMonths }: Turned): boolean {
  return volumePercent !== 100 || minutesPercent !== 100 || postFteHundredths !== 0 || slipMonths !== 0;
}

/** "fehlen 2,1 VZÄ", or what is needed where presence is not told. */
function stateText({ gapFte, requiredFte }: WhatIfState): string {
  const words = whatIfLabels();
  if (requiredFte === null) return words.unknown;
  if (gapFte === null) return words.needs(formatFte(requiredFte, 2));
  return gapFte < 0 ? words.missing(formatFte(-gapFte, 2)) : words.spare(formatFte(gapFte, 2));
}

export function leadOf({ today, asked }: WhatIfAnswer, turned: Turned): string {
  const words = whatIfLabels();
  if (!isTurned(turned)) return words.leadSame;
  const backlog =
    asked.backlogCases === null || today.backlogCases === null
      ? ''
      : ` ${words.leadBacklog(formatNumber(asked.backlogCases), formatNumber(today.backlogCases))}`;
  return words.lead(stateText(asked), stateText(today)) + backlog;
}

/** Needed FTE of both states against what is there. */
export function fteChart({ today, asked }: WhatIfAnswer): LineChart | null {
  const words = whatIfLabels();
  const known = asked.months.flatMap(({ requiredFte }, month) =>
    requiredFte === null ? [] : [{ requiredFte, month: month + 1 }],
  );
  if (known.length === 0) return null;
  const highest = known.reduce((most, one) => (one.requiredFte > most.requiredFte ? one : most));
  const before = today.months[highest.month - 1]?.requiredFte ?? null;
  return {
    kind: 'line',
    question: words.fteHeading,
    sentence: words.fteFinding(
      formatMonthName(highest.month),
      formatFte(highest.requiredFte, 2),
      before === null ? '–' : formatFte(before, 2),
    ),
    unit: 'fte',
    categories: MONTHS.map(formatMonth),
    series: [
      { label: words.available, tone: 'avail', values: asked.months.map((one) => one.availableNormFte) },
      { label: words.today, tone: 'plan', values: today.months.map((one) => one.requiredFte), isDashed: true },
      { label: words.asked, tone: 'ist', values: asked.months.map((one) => one.requiredFte) },
    ],
  };
}

export function backlogChart({ today, asked }: WhatIfAnswer): LineChart | null {
  const words = whatIfLabels();
  if (asked.backlogCases === null || today.backlogCases === null) return null;
  return {
    kind: 'line',
    question: words.backlogHeading,
    sentence: words.backlogFinding(formatNumber(asked.backlogCases), formatNumber(today.backlogCases)),
    unit: 'number',
    categories: MONTHS.map(formatMonth),
    series: [
      { label: words.today, tone: 'plan', values: today.months.map((one) => one.backlogCases), isDashed: true },
      { label: words.asked, tone: 'ist', values: asked.months.map((one) => one.backlogCases) },
    ],
  };
}

export interface CompareRow {
  readonly name: string;
  readonly today: string | null;
  readonly asked: string | null;
  readonly difference: string | null;
}

type Pick = (state: WhatIfState) => number | null;

/** Both states and their difference, figure by figure. */
export function compareRows({ today, asked }: WhatIfAnswer): CompareRow[] {
  const words = whatIfLabels();
  const row = (name: string, pick: Pick, write: (value: number, isSigned?: boolean) => string): CompareRow => {
    const [first, second] = [pick(today), pick(asked)];
    return {
      name,
      today: first === null ? null : write(first),
      asked: second === null ? null : write(second),
      difference: first === null || second === null ? null : write(second - first, true),
    };
  };
  const fte = (value: number, isSigned = false): string => formatNumber(value, 2, isSigned);
  const whole = (value: number, isSigned = false): string => formatNumber(value, 0, isSigned);
  return [
    row(`${words.required} (${words.postsUnit})`, ({ requiredFte }) => requiredFte, fte),
    row(`${words.availableRow} (${words.postsUnit})`, ({ availableNormFte }) => availableNormFte, fte),
    row(`${words.gap} (${words.postsUnit})`, ({ gapFte }) => gapFte, fte),
    row(
      words.utilisation,
      ({ utilisation }) => utilisation,
      (value, isSigned = false) => (isSigned && value > 0 ? '+' : '') + formatPercent(value, 1),
    ),
    row(words.backlog, ({ backlogCases }) => backlogCases, whole),
    row(
      words.backlogDays,
      ({ backlogDays }) => backlogDays,
      (value, isSigned = false) => formatNumber(value, 1, isSigned),
    ),
    row(`${words.operation} (${words.postsUnit})`, ({ operationFte }) => operationFte.at(-1) ?? null, fte),
  ];
}

export function compareColumns(): RecordColumn<CompareRow>[] {
  const words = whatIfLabels();
  return [
    { head: words.today, kind: 'number', of: ({ today }) => today },
    { head: words.asked, kind: 'number', of: ({ asked }) => asked },
    { head: words.difference, kind: 'number', of: ({ difference }) => difference },
  ];
}

/** "Fälle 110 %, Minuten 100 %, Stellen +0,5, Start +3 Monate, ab Jan" */
export function assumptionsText(levers: LeverValues): string {
  return whatIfLabels().assumed(
    formatPercent(levers.volumePercent / HUNDRED),
    formatPercent(levers.minutesPercent / HUNDRED),
    formatNumber(levers.postFteHundredths / HUNDRED, 1, true),
    formatNumber(levers.slipMonths, 0, true),
    formatMonth(levers.fromMonth),
  );
}
