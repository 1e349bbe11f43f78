import type { Chart, Plugin } from 'chart.js';

/** What is written straight into the picture, so that no legend is needed. */
export interface MarkOptions {
  readonly target?: {
    readonly value: number;
    readonly text: string;
    readonly axis: 'x' | 'y';
    readonly colour: string;
    /** The ground of the picture, drawn around the words where they cross bars. */
    readonly ground: string;
  };
  /** At single bars, by category. */
  readonly notes: readonly (string | null)[];
  /** At the last point of each line, by series. */
  readonly ends: readonly ({ readonly text: string; readonly isBelow: boolean } | null)[];
  readonly ink: string;
  readonly font: string;
}

/** Target line, notes at bars, names at line ends. */
export const MARKS: Plugin = {
  id: 'marks',
  afterDatasetsDraw(chart, _args, given) {
    const options = given as unknown as MarkOptions;
    const context = chart.ctx;
    context.save();
    context.font = options.font;
    context.fillStyle = options.ink;
    if (options.target) drawTarget(chart, options.target);
    options.notes.forEach((note, index) => note && drawNote(chart, note, index));
    drawEnds(chart, options.ends);
    context.restore();
  },
};

function drawTarget(chart: Chart, target: NonNullable<MarkOptions['target']>): void {
  const scale = chart.scales[target.axis];
  if (!scale) return;
  const { ctx, chartArea: area } = chart;
  const at = scale.getPixelForValue(target.value);
  ctx.strokeStyle = target.colour;
  ctx.lineWidth = 2;
  ctx.setLineDash([5, 4]);
  ctx.beginPath();
  if (target.axis === 'y') {
    ctx.moveTo(area.left, at);
    ctx.lineTo(area.right, at);
  } else {
    ctx.moveTo(at, area.top);
    ctx.lineTo(at, area.bottom);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textBaseline = 'bottom';
  ctx.textAlign = target.axis === 'y' ? 'left' : 'right';
  const x = target.axis === 'y' ? area.left + 4 : at - 6;
  const y = target.axis === 'y' ? at - 5 : area.top;
  ctx.strokeStyle = target.ground;
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeText(target.text, x, y);
  ctx.fillText(target.text, x, y);
}

function drawNote(chart: Chart, note: string, index: number): void {
  const tops = chart.data.datasets.map((_, series) => chart.getDatasetMeta(series).data[index]);
  const bar = tops.reduce((best, next) => (next && (!best || next.y < best.y) ? next : best), undefined);
  if (!bar) return;
  const { ctx } = chart;
  const half = Math.max(...note.split('\n').map((line) => ctx.measureText(line).width)) / 2;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  const x = Math.min(bar.x, chart.width - half - 2);
  const rows = note.split('\n').reverse();
  rows.forEach((line, row) => ctx.fillText(line, x, bar.y - 5 - row * 15));
}

function drawEnds(chart: Chart, ends: MarkOptions['ends']): void {
  if (!ends.length) return;
  const named = chart.data.datasets
    .map((dataset, index) => ({ dataset, index }))
    .filter(({ dataset }) => dataset.label);
  ends.forEach((note, series) => {
    const entry = named[series];
    if (!note || !entry) return;
    const points = chart.getDatasetMeta(entry.index).data;
    const last = entry.dataset.data.findLastIndex((value) => value !== null && value !== undefined);
    const point = points[last];
    if (!point) return;
    const { ctx } = chart;
    ctx.textAlign = 'right';
    ctx.textBaseline = note.isBelow ? 'top' : 'bottom';
    const y = note.isBelow ? lowestNear(chart, last) + 8 : point.y - 9;
    ctx.fillText(note.text, Math.min(point.x + 8, chart.width - 2), y);
  });
}

/** Below everything that is drawn at this point and the one before it, so that the words stand on empty ground. */
function lowestNear(chart: Chart, index: number): number {
  const near = chart.data.datasets.flatMap((dataset, series) =>
    [index - 1, index].map((at) => ({ value: dataset.data[at], point: chart.getDatasetMeta(series).data[at] })),
  );
  return Math.max(...near.map(({ value, point }) => (value === null || value === undefined ? 0 : (point?.y ?? 0))));
}
