import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, yearOf } from '../shared/plain-date';

export const FIGURE_KINDS = ['planned', 'realised'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** What somebody recorded for a year; the newest of a kind and year counts. */
export interface BenefitFigure {
  readonly fiscalYear: number;
  readonly kind: FigureKind;
  readonly hours: number;
  readonly amountCents: number;
}

/** A year of a benefit: first plan, plan in force, and what came of it; null is not reported, which is not 0. */
export interface BenefitYear {
  readonly fiscalYear: number;
  readonly firstHours: number | null;
  readonly firstCents: number | null;
  readonly plannedHours: number | null;
  readonly plannedCents: number | null;
  readonly realisedHours: number | null;
  readonly realisedCents: number | null;
}

/** The years of a benefit from its figures in the order in which they were recorded. */
export function benefitYears(figures: readonly BenefitFigure[]): BenefitYear[] {
  const years = [...new Set(figures.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  return years.map((fiscalYear) => {
    const of = (kind: FigureKind): readonly BenefitFigure[] =>
      figures.filter((figure) => figure.fiscalYear === fiscalYear && figure.kind === kind);
    const [planned, realised] = [of('planned'), of('realised')];
    const [first, current, real] = [planned[0], planned.at(-1), realised.at(-1)];
    return {
      fiscalYear,
      firstHours: first?.hours ?? null,
      firstCents: first?.amountCents ?? null,
      plannedHours: current?.hours ?? null,
      plannedCents: current?.amountCents ?? null,
      realisedHours: real?.hours ?? null,
      realisedCents: real?.amountCents ?? null,
    };
  });
}

/** Planned and realised of all years until one; `unreported` years that are over and of which nobody said what came. */
export interface BenefitSums {
  readonly plannedHours: number;
  readonly plannedCents: number;
  /** Null: nobody has reported anything yet, which is not 0 (R26). */
  readonly realisedHours: number | null;
  readonly realisedCents: number | null;
  readonly unreported: number;
}

/** What was to have come by the end of a year against what came, year by year alike. */
export function sumBenefit(years: readonly BenefitYear[], untilYear: number): BenefitSums {
  const due = years.filter(({ fiscalYear }) => fiscalYear <= untilYear);
  return {
    plannedHours: sumKnown(due, (year) => year.plannedHours) ?? 0,
    plannedCents: sumKnown(due, (year) => year.plannedCents) ?? 0,
    realisedHours: sumKnown(due, (year) => year.realisedHours),
    realisedCents: sumKnown(due, (year) => year.realisedCents),
    unreported: due.filter(({ fiscalYear, realisedHours }) => fiscalYear < untilYear && realisedHours === null).length,
  };
}

/** A year of several benefits together; what nobody reported adds nothing, and `unreported` says of how many. */
export interface BenefitYearSum {
  readonly fiscalYear: number;
  readonly plannedHours: number;
  /** Null where nobody reported anything. */
  readonly realisedHours: number | null;
  readonly plannedCents: number;
  readonly realisedCents: number | null;
  readonly unreported: number;
}

/** Benefits added up year by year. */
export function sumByYear(benefits: readonly (readonly BenefitYear[])[]): BenefitYearSum[] {
  const all = benefits.flat();
  const years = [...new Set(all.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  return years.map((fiscalYear) => {
    const own = all.filter((year) => year.fiscalYear === fiscalYear);
    return {
      fiscalYear,
      plannedHours: sumKnown(own, (year) => year.plannedHours) ?? 0,
      realisedHours: sumKnown(own, (year) => year.realisedHours),
      plannedCents: sumKnown(own, (year) => year.plannedCents) ?? 0,
      realisedCents: sumKnown(own, (year) => year.realisedCents),
      unreported: own.filter(({ realisedHours }) => realisedHours === null).length,
    };
  });
}

/** The sum of what is known; null where nothing is. */
function sumKnown(years: readonly BenefitYear[], figure: (year: BenefitYear) => number | null): number | null {
  const known = years.map(figure).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** A review that is due and was not held. */
export const isReviewOverdue = (reviewOn: PlainDate | null, today: PlainDate): boolean =>
  reviewOn !== null && reviewOn < today;

export type FigureRefusal =
  | Refusal<'BENEFIT_NEGATIVE'>
  | Refusal<'BENEFIT_EMPTY'>
  | Refusal<'BENEFIT_NOT_YET', { readonly fiscalYear: number }>
  | Refusal<'BENEFIT_REASON'>;

/** Whether a figure may be recorded: nothing came in a year to come, and a plan that changes says why. */
export function checkFigure(
  figure: BenefitFigure & { readonly reason: string },
  situation: { readonly today: PlainDate; readonly known: readonly BenefitFigure[] },
): Outcome<null, FigureRefusal> {
  const { fiscalYear, kind, hours, amountCents, reason } = figure;
  if (hours < 0 || amountCents < 0) return refuse({ code: 'BENEFIT_NEGATIVE', params: {} });
  if (kind === 'planned' && hours === 0 && amountCents === 0) return refuse({ code: 'BENEFIT_EMPTY', params: {} });
  if (kind === 'realised' && fiscalYear > yearOf(situation.today)) {
    return refuse({ code: 'BENEFIT_NOT_YET', params: { fiscalYear } });
  }
  const isAgain = situation.known.some((one) => one.kind === kind && one.fiscalYear === fiscalYear);
  return isAgain && reason.trim() === '' ? refuse({ code: 'BENEFIT_REASON', params: {} }) : ok(null);
}

/** Whether the next review may be on this day. */
export function checkReview(nextOn: PlainDate | null, today: PlainDate): Outcome<null, Refusal<'REVIEW_PAST'>> {
  return nextOn !== null && nextOn <= today ? refuse({ code: 'REVIEW_PAST', params: {} }) : ok(null);
}
