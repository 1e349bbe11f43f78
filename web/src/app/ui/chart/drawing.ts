import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { TreemapController, TreemapElement } from 'chartjs-chart-treemap';
import type { ChartDescription, Tone } from './chart.types';
import { configOf } from './config';
import { MARKS } from './marks';
import type { Paint } from './paint';
import { treemapOf } from './treemap';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  TreemapController,
  TreemapElement,
  MARKS,
);

const HATCH_PX = 8;
const SAVED_SCALE = 2;
const TITLE_PX = 40;
/** What a panel on A4 leaves between its edges. */
const PAPER_PX = 620;

/** Owns the canvas: the only place that makes, changes and destroys a chart. */
export class Drawing {
  private chart: Chart | undefined;
  private kind: ChartDescription['kind'] | undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const view = canvas.ownerDocument.defaultView;
    view?.addEventListener('beforeprint', this.toPaper);
    view?.addEventListener('afterprint', this.toScreen);
  }

  update(description: ChartDescription, tokens: Omit<Paint<never>, 'hatch'>): void {
    const paint: Paint<string | CanvasPattern> = { ...tokens, hatch: (tone) => this.hatch(tone, tokens) };
    const config = description.kind === 'treemap' ? treemapOf(description, paint) : configOf(description, paint);
    if (this.chart && this.kind === description.kind) {
      this.chart.data = config.data;
      this.chart.options = config.options ?? {};
      this.chart.update('none');
      return;
    }
    this.destroy();
    this.kind = description.kind;
    this.chart = new Chart(this.canvas, config);
  }

  /** Shows the values of one category, as the mouse would; `null` shows none. */
  point(index: number | null): void {
    const chart = this.chart;
    if (!chart) return;
    const active =
      index === null
        ? []
        : chart.data.datasets
            .map((_, datasetIndex) => ({ datasetIndex, index }))
            .filter((item) => {
              return chart.getDatasetMeta(item.datasetIndex).data[index] !== undefined;
            });
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update('none');
  }

  /** The category under the mouse; `null` where there is none. */
  indexAt(event: MouseEvent): number | null {
    const [hit] = this.chart?.getElementsAtEventForMode(event, 'nearest', { intersect: true }, false) ?? [];
    return hit?.index ?? null;
  }

  /** The picture twice as large as on screen, on the colour of the page and with its question above. */
  async png(description: ChartDescription, tokens: Omit<Paint<never>, 'hatch'>): Promise<Blob | null> {
    const { ownerDocument, clientWidth: width, clientHeight: height } = this.canvas;
    const paint: Paint<string | CanvasPattern> = { ...tokens, hatch: (tone) => this.hatch(tone, tokens) };
    const config = description.kind === 'treemap' ? treemapOf(description, paint) : configOf(description, paint);
    const canvas = ownerDocument.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    const copy = new Chart(canvas, {
      ...config,
      options: { ...config.options, responsive: false, devicePixelRatio: SAVED_SCALE },
    });
    const sheet = ownerDocument.createElement('canvas');
    [sheet.width, sheet.height] = [canvas.width, canvas.height + TITLE_PX * SAVED_SCALE];
    const context = sheet.getContext('2d');
    if (!context) return null;
    context.fillStyle = tokens.surface;
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.fillStyle = tokens.text;
    context.font = `600 ${17 * SAVED_SCALE}px ${tokens.font}`;
    context.fillText(description.question, 8 * SAVED_SCALE, 26 * SAVED_SCALE, sheet.width - 16 * SAVED_SCALE);
    context.drawImage(canvas, 0, TITLE_PX * SAVED_SCALE);
    copy.destroy();
    return new Promise((done) => sheet.toBlob(done, 'image/png'));
  }

  /** Nothing of it is left, and nothing listens any more. */
  end(): void {
    const view = this.canvas.ownerDocument.defaultView;
    view?.removeEventListener('beforeprint', this.toPaper);
    view?.removeEventListener('afterprint', this.toScreen);
    this.destroy();
  }

  private destroy(): void {
    this.chart?.destroy();
    this.chart = undefined;
  }

  /** Drawn anew for the width of the paper: a stretched picture would squeeze its letters. */
  private readonly toPaper = (): void => this.chart?.resize(PAPER_PX, this.canvas.clientHeight);
  private readonly toScreen = (): void => this.chart?.resize();

  private hatch(tone: Tone, tokens: Omit<Paint<never>, 'hatch'>): string | CanvasPattern {
    const tile = this.canvas.ownerDocument.createElement('canvas');
    tile.width = tile.height = HATCH_PX;
    const context = tile.getContext('2d');
    if (!context) return tokens.soft(tone);
    context.fillStyle = tokens.surface;
    context.fillRect(0, 0, HATCH_PX, HATCH_PX);
    context.strokeStyle = tokens.solid(tone);
    context.lineWidth = 1.4;
    context.beginPath();
    for (const [fromX, fromY, toX, toY] of [
      [-2, 10, 10, -2],
      [-2, 2, 2, -2],
      [6, 10, 10, 6],
    ] as const) {
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
    }
    context.stroke();
    return context.createPattern(tile, 'repeat') ?? tokens.soft(tone);
  }
}
