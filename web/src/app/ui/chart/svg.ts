import type { BarChart, ChartDescription, LineChart, Tone, Treemap } from './chart.types';
import { shortValue } from './values';

/** Colours of the page as a drawing outside of it needs them: names that only a browser understands are resolved before. */
export interface SvgPaint {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
  readonly solid: (tone: Tone) => string;
  readonly ink: (tone: Tone) => string;
}

const WIDTH = 900;
const HEIGHT = 480;
const AREA = { left: 96, right: 24, top: 92, bottom: 64 } as const;
const STEPS = 5;
const LETTERS_A_LINE = 115;
const FILLED = 0.72;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly at: (value: number) => number;
}

/**
 * The picture as SVG, drawn by itself from the same description: question, sentence, bars from zero, axis with unit, words at
 * the series. It stands alone: one file, no font, no script.
 */
export function svgOf(chart: ChartDescription, paint: SvgPaint): string {
  const inner = chart.kind === 'treemap' ? tiles(chart, paint) : axesAndSeries(chart, paint);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="${escaped(paint.font)}" font-size="13">
<title>${escaped(chart.question)}</title>
<desc>${escaped(chart.sentence)}</desc>
<rect width="${WIDTH}" height="${HEIGHT}" fill="${paint.surface}"/>
${text(24, 34, chart.question, paint.text, 'font-size="19" font-weight="600"')}
${sentence(chart.sentence, paint.muted)}
${inner}
</svg>
`;
}

function axesAndSeries(chart: BarChart | LineChart, paint: SvgPaint): string {
  const scale = scaleOf(chart);
  const places = chart.categories.map((_, at) => placeOf(at, chart.categories.length));
  const drawn = chart.kind === 'bar' ? bars(chart, scale, places, paint) : lines(chart, scale, places, paint);
  return [
    grid(chart, scale, paint),
    drawn,
    names(chart, places, paint),
    target(chart, scale, paint),
    keys(chart, paint),
  ].join('\n');
}

/** Always from zero: a bar that begins elsewhere lies. */
function scaleOf(chart: BarChart | LineChart): Scale {
  const stacked = chart.kind === 'bar' && chart.isStacked === true;
  const sums = chart.categories.map((_, at) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const bands =
    chart.kind === 'line' ? chart.series.flatMap(({ band }) => [...(band?.low ?? []), ...(band?.high ?? [])]) : [];
  const all = [...(stacked ? sums : chart.series.flatMap(({ values }) => values)), ...bands, chart.target?.value ?? 0];
  const known = all.filter((value): value is number => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known) || 1;
  const room = HEIGHT - AREA.top - AREA.bottom;
  return { low, high, at: (value) => HEIGHT - AREA.bottom - ((value - low) / (high - low)) * room };
}

/** Two lines where one is too long. */
function sentence(words: string, fill: string): string {
  const cut = words.length <= LETTERS_A_LINE ? words.length : words.lastIndexOf(' ', LETTERS_A_LINE);
  return `${text(24, 54, words.slice(0, cut), fill)}${text(24, 70, words.slice(cut).trim(), fill)}`;
}

/** Tenths of a pixel are enough. */
const px = (value: number): string => String(Math.round(value * 10) / 10);

const band = (count: number): number => (WIDTH - AREA.left - AREA.right) / Math.max(count, 1);
const placeOf = (at: number, count: number): number => AREA.left + band(count) * (at + 0.5);

function grid(chart: BarChart | LineChart, { low, high, at }: Scale, paint: SvgPaint): string {
  return Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS)
    .map((value) => {
      const y = px(at(value));
      return `<line x1="${AREA.left}" x2="${WIDTH - AREA.right}" y1="${y}" y2="${y}" stroke="${paint.line}"/>${text(
        AREA.left - 8,
        Number(y) + 4,
        shortValue(value, chart.unit),
        paint.muted,
        'text-anchor="end"',
      )}`;
    })
    .join('\n');
}

function bars(chart: BarChart, { at }: Scale, places: readonly number[], paint: SvgPaint): string {
  const whole = band(places.length) * FILLED;
  const width = chart.isStacked === true ? whole : whole / chart.series.length;
  const heights = places.map(() => 0);
  return chart.series
    .flatMap(({ label, tone, values, hatched = false }, number) =>
      values.map((value, place) => {
        if (value === null) return '';
        const base = chart.isStacked === true ? (heights[place] ?? 0) : 0;
        heights[place] = base + value;
        const [top, bottom] = [Math.min(at(base), at(base + value)), Math.max(at(base), at(base + value))];
        const x = (places[place] ?? 0) - whole / 2 + (chart.isStacked === true ? 0 : number * width);
        const isHatched = typeof hatched === 'boolean' ? hatched : hatched[place] === true;
        const look = isHatched ? ` fill-opacity="0.3" stroke="${paint.solid(tone)}" stroke-dasharray="4 3"` : '';
        const name = `${chart.categories[place] ?? ''}, ${label}: ${shortValue(value, chart.unit)}`;
        return `<rect x="${px(x)}" y="${px(top)}" width="${px(width * 0.92)}" height="${px(bottom - top)}" fill="${paint.solid(tone)}"${look}><title>${escaped(name)}</title></rect>`;
      }),
    )
    .join('\n');
}

function lines(chart: LineChart, { at }: Scale, places: readonly number[], paint: SvgPaint): string {
  return chart.series
    .map(({ values, tone, isDashed, note }) => {
      const points = values.flatMap((value, place) =>
        value === null ? [] : [`${px(places[place] ?? 0)},${px(at(value))}`],
      );
      const [x = '0', y = '0'] = (points.at(-1) ?? '0,0').split(',');
      const end = note === undefined ? '' : text(Number(x) - 6, Number(y) - 8, note, paint.text, 'text-anchor="end"');
      const dash = isDashed === true ? ' stroke-dasharray="5 4"' : '';
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${paint.solid(tone)}" stroke-width="2"${dash}/>${end}`;
    })
    .join('\n');
}

/** Names that would run into each other are left out, every second one first. */
function names(chart: BarChart | LineChart, places: readonly number[], paint: SvgPaint): string {
  const longest = Math.max(...chart.categories.map(({ length }) => length), 1) * 7.2;
  const each = Math.max(1, Math.ceil(longest / band(places.length)));
  return chart.categories
    .map((name, at) =>
      at % each === 0
        ? text(places[at] ?? 0, HEIGHT - AREA.bottom + 20, name, paint.muted, 'text-anchor="middle"')
        : '',
    )
    .join('\n');
}

function target(chart: BarChart | LineChart, { at }: Scale, paint: SvgPaint): string {
  if (chart.target === undefined) return '';
  const y = at(chart.target.value);
  const words = `${chart.target.label} ${shortValue(chart.target.value, chart.unit)}`;
  return `<line x1="${AREA.left}" x2="${WIDTH - AREA.right}" y1="${px(y)}" y2="${px(y)}" stroke="${paint.solid('ansatz')}" stroke-width="2" stroke-dasharray="5 4"/>${text(AREA.left + 4, y - 6, words, paint.text)}`;
}

function keys(chart: BarChart | LineChart, paint: SvgPaint): string {
  let x: number = AREA.left;
  return chart.series
    .map(({ label, tone }) => {
      const key = `<rect x="${x}" y="${HEIGHT - 24}" width="12" height="12" fill="${paint.solid(tone)}"/>${text(x + 18, HEIGHT - 13, label, paint.text)}`;
      x += 40 + label.length * 7.5;
      return key;
    })
    .join('\n');
}

/** Rows of tiles, the largest first, each row as high as its share: area is amount. */
function tiles({ tiles: given, unit }: Treemap, paint: SvgPaint): string {
  const sorted = given.filter(({ value }) => value > 0).toSorted((first, second) => second.value - first.value);
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  const [width, height] = [WIDTH - 48, HEIGHT - AREA.top - 24];
  const perRow = Math.max(1, Math.round(Math.sqrt(sorted.length)));
  let y: number = AREA.top;
  const drawn: string[] = [];
  for (let from = 0; from < sorted.length; from += perRow) {
    const row = sorted.slice(from, from + perRow);
    const sum = row.reduce((all, { value }) => all + value, 0);
    const high = (sum / total) * height;
    let x = 24;
    for (const { label, value, tone } of row) {
      const wide = (value / sum) * width;
      drawn.push(
        tile({ x, y, wide, high }, label, shortValue(value, unit), [paint.solid(tone), paint.ink(tone), paint.surface]),
      );
      x += wide;
    }
    y += high;
  }
  return drawn.join('\n');
}

function tile(
  { x, y, wide, high }: Readonly<Record<'x' | 'y' | 'wide' | 'high', number>>,
  label: string,
  amount: string,
  [fill, ink, edge]: readonly [string, string, string],
): string {
  const letters = Math.floor((wide - 12) / 7.2);
  const name = label.length <= letters ? label : `${label.slice(0, Math.max(letters - 1, 0))}…`;
  const words = high < 24 || letters < 5 ? '' : text(x + 6, y + 18, name, ink, 'font-weight="600"');
  const below = high < 44 || amount.length > letters ? '' : text(x + 6, y + 36, amount, ink);
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(wide)}" height="${px(high)}" fill="${fill}" stroke="${edge}"><title>${escaped(`${label}: ${amount}`)}</title></rect>${words}${below}`;
}

function text(x: number, y: number, words: string, fill: string, more = ''): string {
  return `<text x="${px(x)}" y="${px(y)}" fill="${fill}" ${more}>${escaped(words)}</text>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (words: string): string => words.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
