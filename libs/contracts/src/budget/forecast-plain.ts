import type { ForecastLight, ForecastMethod, FrameCode } from '@etatlotse/domain/budget';

/** What a line, or a pool of lines, will probably have spent at the end of the year, beside what it may. */
export interface ForecastFigures {
  readonly spentCents: number;
  /** Reserved and ordered, and not yet invoiced. */
  readonly boundCents: number;
  readonly forecastCents: number;
  /** Adjusted appropriation less lock; null where it is unknown (R26). */
  readonly authorityCents: number | null;
  readonly light: ForecastLight;
}

/** The forecast of one line with what it rests on. */
export interface LineForecast extends ForecastFigures {
  readonly fiscalYear: number;
  /** The day up to which spending is known. */
  readonly asOf: string;
  readonly method: ForecastMethod;
  /** What each way of looking at it says; null where it has too little to go by. */
  readonly byMethod: Readonly<Record<ForecastMethod, number | null>>;
  /** Twelve amounts that add up to the forecast. */
  readonly expectedMonthCents: readonly number[];
  /** Earlier years that the season is told from. */
  readonly earlierYears: readonly number[];
  /** A line in a pool lasts as long as its pool does (T6): the light is the pool's. */
  readonly pool: (ForecastFigures & { readonly id: string; readonly code: string; readonly name: string }) | null;
}

/** A line in the list of forecasts. */
export interface ForecastRow extends ForecastFigures {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode;
  readonly method: ForecastMethod;
  readonly poolCode: string | null;
}

/** The forecasts of all lines in the IT frames that the caller may see, what is short first. */
export interface Forecasts {
  readonly fiscalYear: number;
  readonly asOf: string;
  readonly rows: readonly ForecastRow[];
  readonly frames: readonly (ForecastFigures & { readonly frame: FrameCode; readonly lines: number })[];
}
