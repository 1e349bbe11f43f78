import type { PlanComparison } from '@etatlotse/contracts/planning/plain';
import { formatDate } from '../ui/date/format';
import { planCompareLabels } from './plan-compare.labels';

/** One column of amounts: a version in a year, or its difference from the first one. */
export interface AmountColumn {
  readonly label: string;
  /** Place of the version; for a difference among those after the first. */
  readonly version: number;
  readonly year: number;
  readonly isDifference: boolean;
}

/** Versions beside one another, year by year, each followed by what it differs by. */
export function amountColumns({ versions, years, alignment }: PlanComparison): AmountColumn[] {
  const words = planCompareLabels();
  const names = versionNames({ versions });
  const yearOf = (place: number, year: number): number =>
    alignment === 'plan_year' ? year - (versions[0]?.firstYear ?? 0) + (versions[place]?.firstYear ?? 0) : year;
  return years.flatMap((year, at) => [
    ...names.map((name, place) => ({
      label: words.amountIn(name, yearOf(place, year)),
      version: place,
      year: at,
      isDifference: false,
    })),
    ...names.slice(1).map((name, place) => {
      const other = yearOf(place + 1, year);
      const span = other === year ? String(year) : `${year}/${other}`;
      return {
        label: names.length === 2 ? words.difference(span) : words.differenceOf(name, span),
        version: place,
        year: at,
        isDifference: true,
      };
    }),
  ]);
}

/** Names, with the day where a version stands there as of a day. */
export function versionNames({ versions }: Pick<PlanComparison, 'versions'>): string[] {
  return versions.map(({ name, asOf }) => (asOf === null ? name : planCompareLabels().at(name, formatDate(asOf))));
}

type Cells = readonly (readonly (number | null)[])[];

/** The amounts of a row in the order of the columns. */
export function cellsOf(
  columns: readonly AmountColumn[],
  amountCents: Cells,
  differenceCents: Cells,
): (number | null)[] {
  return columns.map(({ version, year, isDifference }) => {
    const ofVersion = (isDifference ? differenceCents : amountCents)[version];
    return ofVersion?.[year] ?? null;
  });
}
