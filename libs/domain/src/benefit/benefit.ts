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
  readonly realisedHours: number;
  readonly realisedCents: number;
  readonly unreported: number;
}

/** What was to have come by the end of a year against what came, year by year alike. */
export function sumBenefit(years: readonly BenefitYear[], untilYear: number): BenefitSums {
  const due = years.filter(({ fiscalYear }) => fiscalYear <= untilYear);
  const sum = (figure: (year: BenefitYear) => number | null): number =>
    due.reduce((total, year) => total + (figure(year) ?? 0), 0);
  return {
    plannedHours: sum((year) => year.plannedHours),
    plannedCents: sum((year) => year.plannedCents),
    realisedHours: sum((year) => year.realisedHours),
    realisedCents: sum((year) => year.realisedCents),
    unreported: due.filter(({ fiscalYear, realisedHours }) => fiscalYear < untilYear && realisedHours === null).length,
  };
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
