import type { BarChart, Treemap } from '../ui/chart/chart.types';
import { formatMonth } from '../ui/date/format';
import { overviewLabels } from './overview.labels';
import { finishedMonths, monthsSentence, type OverviewFigures, whereSentence } from './overview.sentences';

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
        values: figures.months.map(({ actualCents }, at) => (at > finished && actualCents === 0 ? null : actualCents)),
        hatched: figures.months.map((_, at) => at === finished),
      },
    ],
    target: { label: overviewLabels().twelfth, value: figures.months[0]?.evenShareCents ?? 0 },
  };
}

/** More areas than this are too small for their names. */
const TILES_SHOWN = 14;

/** The largest lines as areas, run and change apart. */
export function whereChart(figures: OverviewFigures): Treemap {
  return {
    kind: 'treemap',
    question: overviewLabels().whereQuestion,
    sentence: whereSentence(figures),
    unit: 'cents',
    tiles: figures.largest.slice(0, TILES_SHOWN).map(({ name, adjustedCents, runOrChange }) => ({
      label: name,
      value: adjustedCents,
      tone: runOrChange === 'change' ? 'change' : 'run',
      group: runOrChange === 'change' ? overviewLabels().change : overviewLabels().run,
    })),
  };
}
