import type { ChartConfiguration } from 'chart.js';
import type { Tile, Treemap } from './chart.types';
import type { Paint } from './paint';
import { exactValue, shortValue } from './values';

interface TileContext {
  readonly type?: string;
  readonly raw?: { readonly v: number; readonly _data: { readonly label?: string; readonly children?: readonly Tile[] } & Tile };
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
          backgroundColor: (context: TileContext) => (context.type === 'data' ? paint.solid(tone(context)) : 'transparent'),
          labels: {
            display: true,
            align: 'left',
            position: 'top',
            overflow: 'hidden',
            padding: 5,
            color: (context: TileContext) => paint.ink(tone(context)),
            font: [
              { family: paint.font, size: 13, weight: 600 },
              { family: paint.font, size: 13 },
            ],
            formatter: (context: TileContext) => [
              context.raw?._data.label ?? '',
              shortValue(context.raw?.v ?? 0, chart.unit),
            ],
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
