import type { ChartConfiguration, ChartDataset, ScaleOptionsByType } from 'chart.js';
import type { BarChart, ChartDescription, LineChart } from './chart.types';
import type { MarkOptions } from './marks';
import type { Paint } from './paint';
import { exactValue, folded, shortValue } from './values';

type Fill = string | CanvasPattern;
type Painter = Paint<Fill>;

/** Bars and lines as chart.js wants them. Pure: the paint decides what a colour is, so a test can name them. */
export function configOf(chart: BarChart | LineChart, paint: Painter): ChartConfiguration {
  const data = {
    labels: [...chart.categories],
    datasets: chart.kind === 'bar' ? bars(chart, paint) : lines(chart, paint),
  };
  return {
    type: chart.kind,
    data,
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isHorizontal(chart) ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: isHorizontal(chart) ? 'y' : 'x' },
      layout: { padding: { top: 24, right: chart.kind === 'line' ? 16 : 8 } },
      font: { family: paint.font, size: 13 },
      color: paint.muted,
      scales: scales(chart, paint),
      plugins: {
        legend: { display: false },
        tooltip: tooltip(chart, paint),
        ...({ marks: marks(chart, paint) } as Record<string, unknown>),
      },
    },
  };
}

function isHorizontal(chart: ChartDescription): boolean {
  return chart.kind === 'bar' && chart.isHorizontal === true;
}

function bars(chart: BarChart, paint: Painter): ChartDataset<'bar'>[] {
  return chart.series.map((series) => ({
    label: series.label,
    data: series.values.map((value) => value ?? 0),
    backgroundColor: series.values.map((_, index) => {
      const flag = typeof series.hatched === 'object' ? series.hatched[index] === true : series.hatched === true;
      return flag ? paint.hatch(series.tone) : paint.solid(series.tone);
    }),
    borderColor: paint.solid(series.tone),
    borderWidth: series.tone === 'reserv' || series.tone === 'lock' || series.hatched ? 1 : 0,
    categoryPercentage: 0.72,
    barPercentage: 0.92,
    maxBarThickness: 48,
  }));
}

function lines(chart: LineChart, paint: Painter): ChartDataset<'line'>[] {
  return chart.series.flatMap((series) => {
    const own: ChartDataset<'line'> = {
      label: series.label,
      data: [...series.values],
      borderColor: paint.solid(series.tone),
      backgroundColor: paint.solid(series.tone),
      borderWidth: 2,
      borderDash: series.isDashed ? [5, 4] : [],
      pointRadius: series.isDashed ? 0 : 3,
      pointHoverRadius: 5,
      tension: 0,
    };
    if (!series.band) return [own];
    const edge = {
      borderWidth: 1,
      pointRadius: 0,
      pointHoverRadius: 0,
      borderColor: paint.soft(series.tone),
      tension: 0,
    };
    return [
      own,
      { ...edge, label: '', data: [...series.band.low], fill: false },
      { ...edge, label: '', data: [...series.band.high], fill: '-1', backgroundColor: paint.soft(series.tone) },
    ];
  });
}

type Scales = NonNullable<NonNullable<ChartConfiguration['options']>['scales']>;

function scales(chart: BarChart | LineChart, paint: Painter): Scales {
  const isStacked = chart.kind === 'bar' && chart.isStacked === true;
  const font = { family: paint.font, size: 13 };
  const categories = {
    stacked: isStacked,
    grid: { display: false },
    border: { color: paint.text },
    ticks: {
      color: paint.muted,
      font,
      padding: 6,
      autoSkipPadding: 10,
      ...tickRoom(chart),
      ...(isHorizontal(chart) ? { callback: namesWithin(chart.categories) } : {}),
    },
  };
  const values = {
    stacked: isStacked,
    beginAtZero: true,
    suggestedMax: chart.target?.value,
    grid: { color: paint.line, drawTicks: false },
    border: { display: false },
    ticks: {
      color: paint.muted,
      font,
      padding: 8,
      maxTicksLimit: 6,
      callback: (value: string | number) => shortValue(Number(value), chart.unit),
    },
  } satisfies Partial<Record<keyof ScaleOptionsByType<'linear'> | 'beginAtZero', unknown>>;
  return isHorizontal(chart) ? { x: values, y: categories } : { x: categories, y: values };
}

/** Every few bars are named each; of many points only those whose names have room. */
function tickRoom(chart: BarChart | LineChart): { readonly autoSkip: boolean; readonly maxRotation: number } {
  const isNamed = chart.kind === 'bar' && (isHorizontal(chart) || chart.categories.length <= NAMED_BARS_MAX);
  return { autoSkip: !isNamed, maxRotation: isNamed && !isHorizontal(chart) ? 45 : 0 };
}

const NAMED_BARS_MAX = 8;

/** Beside lying bars a long name takes two lines where the picture is narrow; it would be cut at its beginning. */
function namesWithin(categories: readonly string[]) {
  return function (this: { readonly chart: { readonly width: number } }, _value: unknown, at: number) {
    const name = categories[at] ?? '';
    return this.chart.width < NARROW_PX ? folded(name, LETTERS_A_LINE) : name;
  };
}

const NARROW_PX = 480;
const LETTERS_A_LINE = 18;

function tooltip(chart: BarChart | LineChart, paint: Painter): Record<string, unknown> {
  return {
    backgroundColor: paint.text,
    titleColor: paint.surface,
    bodyColor: paint.surface,
    titleFont: { family: paint.font, size: 13, weight: 600 },
    bodyFont: { family: paint.font, size: 13 },
    displayColors: false,
    cornerRadius: 4,
    padding: 10,
    filter: (item: { dataset: { label?: string } }) => Boolean(item.dataset.label),
    callbacks: {
      label: (item: { datasetIndex: number; dataIndex: number; dataset: { label?: string }; raw: unknown }) => {
        const given = chart.kind === 'bar' ? chart.series[item.datasetIndex]?.values[item.dataIndex] : item.raw;
        return `${item.dataset.label ?? ''}: ${exactValue(typeof given === 'number' ? given : null, chart.unit)}`;
      },
    },
  };
}

function marks(chart: BarChart | LineChart, paint: Painter): MarkOptions {
  const target = chart.target && {
    value: chart.target.value,
    text: `${chart.target.label} ${shortValue(chart.target.value, chart.unit)}`,
    axis: isHorizontal(chart) ? ('x' as const) : ('y' as const),
    colour: paint.solid('ansatz'),
    ground: paint.surface,
  };
  const notes = chart.kind === 'bar' ? (chart.notes ?? []) : [];
  const ends =
    chart.kind === 'line'
      ? chart.series.map((series) => (series.note ? { text: series.note, isBelow: series.isDashed === true } : null))
      : [];
  return { target, notes, ends, ink: paint.text, font: `500 13px ${paint.font}` };
}
