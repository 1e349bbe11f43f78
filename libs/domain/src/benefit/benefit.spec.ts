import { plainDate } from '../shared/plain-date';
import {
  type BenefitFigure,
  benefitYears,
  checkFigure,
  checkReview,
  isReviewOverdue,
  sumBenefit,
  sumByYear,
} from './benefit';

const TODAY = plainDate('2026-10-05');
const figure = (fiscalYear: number, kind: BenefitFigure['kind'], hours: number, amountCents = 0): BenefitFigure => ({
  fiscalYear,
  kind,
  hours,
  amountCents,
});

describe('benefits by year', () => {
  const known = [
    figure(2026, 'planned', 1_000, 5_000_000),
    figure(2025, 'planned', 400),
    figure(2026, 'planned', 800, 4_000_000),
    figure(2025, 'realised', 150),
    figure(2025, 'realised', 320),
  ];

  it('the first plan stays beside the one in force; what nobody reported is not 0', () => {
    expect(benefitYears(known)).toEqual([
      {
        fiscalYear: 2025,
        firstHours: 400,
        firstCents: 0,
        plannedHours: 400,
        plannedCents: 0,
        realisedHours: 320,
        realisedCents: 0,
      },
      {
        fiscalYear: 2026,
        firstHours: 1_000,
        firstCents: 5_000_000,
        plannedHours: 800,
        plannedCents: 4_000_000,
        realisedHours: null,
        realisedCents: null,
      },
    ]);
  });

  it('sums until a year, and how many years are over without a word', () => {
    expect(sumBenefit(benefitYears(known), 2026)).toEqual({
      plannedHours: 1_200,
      plannedCents: 4_000_000,
      realisedHours: 320,
      realisedCents: 0,
      unreported: 0,
    });
    expect(sumBenefit(benefitYears(known), 2027).unreported).toBe(1);
    expect(sumBenefit(benefitYears(known), 2025)).toMatchObject({ plannedHours: 400, realisedHours: 320 });
  });

  it('R26 what nobody has reported is unknown, not 0', () => {
    const planned = benefitYears([figure(2026, 'planned', 200)]);
    expect(sumBenefit(planned, 2026)).toMatchObject({ plannedHours: 200, realisedHours: null, realisedCents: null });
    expect(sumByYear([planned])[0]).toMatchObject({ realisedHours: null, unreported: 1 });
  });

  it('benefits are added up year by year, and a year says of how many nobody reported', () => {
    const other = benefitYears([figure(2026, 'planned', 200), figure(2026, 'realised', 90, 100)]);
    expect(sumByYear([benefitYears(known), other])[1]).toEqual({
      fiscalYear: 2026,
      plannedHours: 1_000,
      realisedHours: 90,
      plannedCents: 4_000_000,
      realisedCents: 100,
      unreported: 1,
    });
  });

  it.each<[string, BenefitFigure, string, string | null]>([
    ['a first plan', figure(2027, 'planned', 10), '', null],
    ['a plan that changes without a word', figure(2026, 'planned', 10), ' ', 'BENEFIT_REASON'],
    ['a plan that changes with a reason', figure(2026, 'planned', 10), 'Weniger Fälle', null],
    ['a corrected report', figure(2025, 'realised', 10), 'Doppelt gezählt', null],
    ['a first report of nothing', figure(2026, 'realised', 0), '', null],
    ['negative hours', figure(2027, 'planned', -1), '', 'BENEFIT_NEGATIVE'],
    ['negative euro', figure(2027, 'planned', 1, -1), '', 'BENEFIT_NEGATIVE'],
    ['a plan of nothing', figure(2027, 'planned', 0), '', 'BENEFIT_EMPTY'],
    ['a result of a year to come', figure(2027, 'realised', 5), '', 'BENEFIT_NOT_YET'],
  ])('%s', (_, one, reason, code) => {
    const checked = checkFigure({ ...one, reason }, { today: TODAY, known });
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('a review is overdue after its day; the next one is to come', () => {
    expect([
      isReviewOverdue(plainDate('2026-10-04'), TODAY),
      isReviewOverdue(TODAY, TODAY),
      isReviewOverdue(null, TODAY),
    ]).toEqual([true, false, false]);
    expect(checkReview(TODAY, TODAY)).toMatchObject({ refusal: { code: 'REVIEW_PAST' } });
    expect([checkReview(plainDate('2026-10-06'), TODAY).ok, checkReview(null, TODAY).ok]).toEqual([true, true]);
  });
});
