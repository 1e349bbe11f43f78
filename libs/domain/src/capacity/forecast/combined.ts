import { DAMPED_TREND } from './damped-trend';
import { type ForecastModel, averageOf } from './model';
import { SEASONAL_SMOOTHING } from './seasonal-smoothing';
import { THETA } from './theta';

/**
 * The usual forecast: Theta, with a trend that fades and with a season that is always believed in, in equal parts. Each of
 * them is right where the others err; on case numbers that none of them had seen the mean erred least.
 */
export const COMBINED: ForecastModel = averageOf('theta_combined', [THETA, DAMPED_TREND, SEASONAL_SMOOTHING]);
