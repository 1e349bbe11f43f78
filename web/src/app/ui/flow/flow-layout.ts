import type { Tone } from '../chart/chart.types';

/** A station of a stream, in a column counted from 0. */
export interface FlowStation {
  readonly column: number;
  readonly key: string;
  readonly name: string;
  readonly tone: Tone;
}

/** An amount that goes from one station to one of the next column. */
export interface FlowStream {
  readonly from: FlowStation;
  readonly to: FlowStation;
  readonly cents: number;
}

export interface PlacedStation extends FlowStation {
  readonly cents: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedStream {
  readonly id: string;
  readonly tone: Tone;
  readonly path: string;
  readonly width: number;
  readonly title: string;
}

export interface FlowPicture {
  readonly height: number;
  readonly stations: readonly PlacedStation[];
  readonly streams: readonly PlacedStream[];
}

export const [FLOW_WIDTH, NODE_WIDTH] = [1080, 12];
/** A station has room for two lines of text, however small it is. */
const [GAP, ROW, LEAST] = [14, 44, 300];

/** Places stations column by column, each near what flows into it, on one scale for all columns. */
export function layFlow(streams: readonly FlowStream[], columns: number): FlowPicture {
  const sums = sumStations(streams);
  const inColumn = Array.from({ length: columns }, (_, at) => [...sums.values()].filter(({ column }) => column === at));
  const rows = Math.max(1, ...inColumn.map(({ length }) => length));
  const total = Math.max(1, ...inColumn.map((column) => column.reduce((sum, { cents }) => sum + cents, 0)));
  const scale = Math.max(LEAST, (rows * ROW) / 2) / total;
  let height = 0;
  const step = columns > 1 ? (FLOW_WIDTH - NODE_WIDTH) / (columns - 1) : 0;
  const placed = new Map<string, PlacedStation>();
  for (const [at, column] of inColumn.entries()) {
    const middle = (key: string): number => {
      const into = streams.filter(({ to }) => idOf(to) === key);
      const weight = into.reduce((sum, { cents }) => sum + cents, 0);
      const far = into.reduce((sum, { from, cents }) => sum + cents * (placed.get(idOf(from))?.y ?? 0), 0);
      return weight === 0 ? 0 : far / weight;
    };
    const ordered = [...column].sort((a, b) => middle(idOf(a)) - middle(idOf(b)) || b.cents - a.cents);
    let y = 0;
    for (const station of ordered) {
      const tall = Math.max(2, station.cents * scale);
      placed.set(idOf(station), { ...station, x: at * step, y, height: tall });
      y += Math.max(tall + GAP, ROW);
    }
    height = Math.max(height, y);
  }
  return { height, stations: [...placed.values()], streams: layStreams(streams, placed, scale) };
}

function layStreams(
  streams: readonly FlowStream[],
  placed: ReadonlyMap<string, PlacedStation>,
  scale: number,
): PlacedStream[] {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const yOf = (station: FlowStation): number => placed.get(idOf(station))?.y ?? 0;
  const next = (used: Map<string, number>, station: FlowStation, width: number): number => {
    const before = used.get(idOf(station)) ?? 0;
    used.set(idOf(station), before + width);
    return yOf(station) + before + width / 2;
  };
  const ordered = [...streams].sort((a, b) => yOf(a.from) - yOf(b.from) || yOf(a.to) - yOf(b.to));
  return ordered.map(({ from, to, cents }) => {
    const width = Math.max(1, cents * scale);
    const [y0, y1] = [next(right, from, width), next(left, to, width)];
    const x0 = (placed.get(idOf(from))?.x ?? 0) + NODE_WIDTH;
    const x1 = placed.get(idOf(to))?.x ?? 0;
    const bend = (x0 + x1) / 2;
    return {
      id: `${idOf(from)}>${idOf(to)}`,
      tone: to.tone === 'unknown' ? to.tone : from.tone,
      path: `M${x0} ${y0}C${bend} ${y0} ${bend} ${y1} ${x1} ${y1}`,
      width,
      title: `${from.name} → ${to.name}`,
    };
  });
}

const idOf = ({ column, key }: FlowStation): string => `${column} ${key}`;

/** What goes through a station: what comes in, or at the beginning what goes out. */
function sumStations(streams: readonly FlowStream[]): Map<string, FlowStation & { readonly cents: number }> {
  const sums = new Map<string, FlowStation & { cents: number }>();
  const add = (station: FlowStation, cents: number): void => {
    const before = sums.get(idOf(station));
    sums.set(idOf(station), { ...station, cents: (before?.cents ?? 0) + cents });
  };
  for (const { from, to, cents } of streams) {
    if (from.column === 0) add(from, cents);
    add(to, cents);
  }
  return sums;
}
