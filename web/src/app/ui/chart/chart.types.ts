/** Colours by meaning; each is a token `--et-d-<tone>`. */
export type Tone =
  | 'ist'
  | 'obligo'
  | 'reserv'
  | 'lock'
  | 'avail'
  | 'missing'
  | 'unknown'
  | 'ansatz'
  | 'plan'
  | 'run'
  | 'change'
  | 'core'
  | 'school'
  | 'fees';

/** How values are written: whole cents as euro, shares as percent, and so on. */
export type ChartUnit = 'cents' | 'number' | 'percent' | 'fte';

interface ChartBase {
  /** The question the chart answers; caption of its table. The page shows it as heading itself. */
  readonly question: string;
  /** The picture in one sentence with one number; what a screen reader says. */
  readonly sentence: string;
  readonly unit: ChartUnit;
}

/** A dashed line with its value: Ansatz, ceiling, twelfth. */
export interface Target {
  readonly label: string;
  readonly value: number;
}

export interface BarSeries {
  readonly label: string;
  readonly tone: Tone;
  /** One a category; `null` draws nothing and says "unbekannt" in the table. */
  readonly values: readonly (number | null)[];
  /** Forecast and unknown are hatched: all bars, or one flag a category. */
  readonly hatched?: boolean | readonly boolean[];
}

export interface BarChart extends ChartBase {
  readonly kind: 'bar';
  readonly categories: readonly string[];
  readonly series: readonly BarSeries[];
  readonly isStacked?: boolean;
  readonly isHorizontal?: boolean;
  readonly target?: Target;
  /** Words at single bars, `null` for none: ["", ..., "Prognose 446 Tsd."]. */
  readonly notes?: readonly (string | null)[];
}

export interface LineSeries {
  readonly label: string;
  readonly tone: Tone;
  readonly values: readonly (number | null)[];
  /** Forecast: dashed from the first value on. */
  readonly isDashed?: boolean;
  /** Width of the forecast, drawn as a soft band. */
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
  /** Written at the last point instead of a legend. */
  readonly note?: string;
}

export interface LineChart extends ChartBase {
  readonly kind: 'line';
  readonly categories: readonly string[];
  readonly series: readonly LineSeries[];
  readonly target?: Target;
}

export interface Tile {
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
  /** What the tone means, for the table: "Betrieb". */
  readonly group?: string;
}

/** Area by amount. Only positive values; the legend with its sums belongs to the page (`et-swatch`). */
export interface Treemap extends ChartBase {
  readonly kind: 'treemap';
  readonly tiles: readonly Tile[];
}

export type ChartDescription = BarChart | LineChart | Treemap;
