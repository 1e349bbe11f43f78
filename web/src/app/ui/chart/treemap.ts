import type { ChartConfiguration } from 'chart.js';
import type { Tile, Treemap } from './chart.types';
import type { Paint } from './paint';
import { exactValue, shortValue } from './values';

interface TileContext {
  readonly type?: string;
  readonly raw?: {
    readonly v: number;
    readonly w: number;
    readonly h: number;
    readonly _data: { readonly label?: string; readonly children?: readonly Tile[] } & Tile;
  };
}

/** Area by amount, in the tone of its kind, with name and short amount inside. */
export function treemapOf(chart: Treemap, paint: Paint<unknown>): ChartConfiguration {
  const tone = (context: TileContext): Tile['tone'] => context.raw?._data.tone ?? 'plan';
  const config = {
    type: 'treemap',
    data: {
      datasets: [
        {
          tree: chart.tiles.filter((tile) => tile.value > 0).map((tile) => ({ ...tile })),
          key: 'value',
          spacing: 1,
          borderWidth: 1,
          borderColor: paint.surface,
          backgroundColor: (context: TileContext) =>
            context.type === 'data' ? paint.solid(tone(context)) : 'transparent',
          labels: {
            display: true,
            align: 'left',
            position: 'top',
            overflow: 'cut',
            padding: 5,
            color: (context: TileContext) => paint.ink(tone(context)),
            font: (context: TileContext) => fonts(context, paint.font),
            formatter: (context: TileContext) => inscription(context, chart),
          },
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      plugins: {
        legend: { display: false },
        marks: { notes: [], ends: [], ink: paint.text, font: `500 13px ${paint.font}` },
        tooltip: {
          backgroundColor: paint.text,
          bodyColor: paint.surface,
          bodyFont: { family: paint.font, size: 13 },
          displayColors: false,
          cornerRadius: 4,
          padding: 10,
          callbacks: {
            title: () => '',
            label: (context: TileContext) =>
              `${context.raw?._data.label ?? ''}: ${exactValue(context.raw?.v ?? 0, chart.unit)}`,
          },
        },
      },
    },
  };
  return config as unknown as ChartConfiguration;
}

const PADDING_PX = 12;
const FEWEST_LETTERS = 5;
const NARROW_PX = 120;

const sizeOf = (context: TileContext): number => ((context.raw?.w ?? 0) < NARROW_PX ? 12 : 13);

function fonts(context: TileContext, family: string): { family: string; size: number; weight?: number }[] {
  const size = sizeOf(context);
  return [
    { family, size, weight: 600 },
    { family, size },
  ];
}

/** Name and amount as far as the tile has room; a small tile stays bare, its figures stand in tooltip and table. */
export function inscription(context: TileContext, chart: Treemap): string[] {
  const raw = context.raw;
  if (!raw || raw.h < 24) return [];
  const letters = Math.floor((raw.w - PADDING_PX) / (sizeOf(context) * 0.55));
  const label = raw._data.label ?? '';
  if (letters < Math.min(label.length, FEWEST_LETTERS)) return [];
  const name = label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;
  const amount = shortValue(raw.v, chart.unit);
  return raw.h >= 44 && amount.length <= letters ? [name, amount] : [name];
}
