import { type VolumeScenario, factorUnder } from './required-fte';
import { type YearMonth, monthsBetween } from './time-axis';

/** A change of the law or of practice that moves the number of cases from a month on. */
export interface LawChange extends VolumeScenario {
  readonly kind: 'law_change';
}

/** Documents that were issued in a span of months and come again when they end: identity cards after six and ten years. */
export interface RenewalWave {
  readonly kind: 'renewal';
  readonly holdsForMonths: number;
  /** Share of the holders who come again. */
  readonly returnShare: number;
  readonly issuedFrom: YearMonth;
  /** Documents of each month from then on; null is not known. Before and after them this wave has none. */
  readonly issued: readonly (number | null)[];
}

export type VolumeDriver = LawChange | RenewalWave;

/** What is expected of a month, and what it is made of. */
export interface ExpectedMonth {
  /** Cases to reckon with; null is not known. */
  readonly volume: number | null;
  readonly origin: 'actual' | 'planned' | null;
  /** What came in, or what was planned before the drivers. */
  readonly base: number | null;
  /** What changes of the law make of the planned number; 1 for what has come in. */
  readonly lawFactor: number;
  /** Renewals on top of the planned number; null is not known. */
  readonly renewals: number | null;
}

/**
 * What came in counts as it came; what is planned is moved by changes of the law, and renewals come on top. A month without
 * a number stays unknown whatever the drivers say: they move a number, they do not make one.
 */
export function expectedVolumes(
  months: readonly YearMonth[],
  numbers: { readonly actual: readonly (number | null)[]; readonly planned: readonly (number | null)[] },
  drivers: readonly VolumeDriver[],
): ExpectedMonth[] {
  const changes = drivers.filter((driver) => driver.kind === 'law_change');
  const waves = drivers.filter((driver) => driver.kind === 'renewal');
  return months.map((month, at) => {
    const [actual, planned] = [numbers.actual[at] ?? null, numbers.planned[at] ?? null];
    if (actual !== null) return { volume: actual, origin: 'actual', base: actual, lawFactor: 1, renewals: 0 };
    const lawFactor = factorUnder(changes, month);
    const renewals = renewalsOf(waves, month);
    if (planned === null) return { volume: null, origin: null, base: null, lawFactor, renewals };
    const volume = renewals === null ? null : planned * lawFactor + renewals;
    return { volume, origin: 'planned', base: planned, lawFactor, renewals };
  });
}

/** The numbers alone: most tasks have no driver, and nothing then has to be told of where they come from. */
export function expectedCounts(
  months: readonly YearMonth[],
  numbers: Parameters<typeof expectedVolumes>[1],
  drivers: readonly VolumeDriver[],
): (number | null)[] {
  return drivers.length === 0
    ? months.map((_, at) => numbers.actual[at] ?? numbers.planned[at] ?? null)
    : expectedVolumes(months, numbers, drivers).map(({ volume }) => volume);
}

/** Renewals of a month; null while one of its documents was issued in a month without a number. */
export function renewalsOf(waves: readonly RenewalWave[], month: YearMonth): number | null {
  let sum = 0;
  for (const { holdsForMonths, returnShare, issuedFrom, issued } of waves) {
    const count = issued[monthsBetween(issuedFrom, month) - holdsForMonths];
    if (count === null) return null;
    sum += (count ?? 0) * returnShare;
  }
  return sum;
}
