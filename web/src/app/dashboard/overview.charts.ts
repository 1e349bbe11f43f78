import type { BarChart, Treemap } from '../ui/chart/chart.types';
import { formatMonth } from '../ui/date/format';
import { overviewLabels } from './overview.labels';
import {
  finishedMonths,
  hasEvenMonths,
  largestSentence,
  monthsSentence,
  type OverviewFigures,
} from './overview.sentences';

/** Actual by month against an even share of the year; the running month is striped. */
export function monthsChart(figures: OverviewFigures): BarChart {
  const finished = finishedMonths(figures);
  return {
    kind: 'bar',
    question: overviewLabels().monthsQuestion,
    sentence: monthsSentence(figures),
    unit: 'cents',
    categories: figures.months.map(({ month }) => formatMonth(month)),
    series: [
      {
        label: overviewLabels().actual,
        tone: 'ist',
        values: figures.months.map(({ actualCents }) => actualCents),
        hatched: figures.months.map((_, at) => at === finished),
      },
      ...plannedMonths(figures),
    ],
    ...targetOf(figures),
  };
}

/** The plan of each month, where lines have months of their own; otherwise one line at the height of a twelfth says it. */
function plannedMonths(figures: OverviewFigures): BarChart['series'] {
  if (hasEvenMonths(figures)) return [];
  return [
    {
      label: overviewLabels().planned,
      tone: 'plan',
      values: figures.months.map(({ evenShareCents }) => evenShareCents),
    },
  ];
}

/** Without an appropriation there is no even share to compare with. */
function targetOf(figures: OverviewFigures): Pick<BarChart, 'target'> {
  const value = figures.months[0]?.evenShareCents ?? 0;
  return value > 0 && hasEvenMonths(figures) ? { target: { label: overviewLabels().twelfth, value } } : {};
}

/** More areas than this are too small for their names. */
const TILES_SHOWN = 12;

/** The largest lines as areas, run and change apart. */
export function whereChart(figures: OverviewFigures): Treemap {
  return {
    kind: 'treemap',
    question: overviewLabels().whereQuestion,
    sentence: largestSentence(figures),
    unit: 'cents',
    tiles: shownTiles(figures).map(({ name, adjustedCents, runOrChange }) => ({
      label: name,
      value: adjustedCents,
      tone: runOrChange ?? 'plan',
      group: overviewLabels()[runOrChange ?? 'unmarked'],
    })),
  };
}

/** What the areas show of the whole, so that nobody takes them for everything. */
export function whereSource(figures: OverviewFigures): { readonly count: number; readonly cents: number } {
  const shown = shownTiles(figures);
  return { count: shown.length, cents: shown.reduce((sum, { adjustedCents }) => sum + adjustedCents, 0) };
}

const shownTiles = (figures: OverviewFigures): OverviewFigures['largest'] => figures.largest.slice(0, TILES_SHOWN);
