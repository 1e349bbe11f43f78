import type { BalanceFigures, LineDetail, LineForecast } from '@etatlotse/contracts/budget';
import { cumulative } from '@etatlotse/domain/budget';
import { cents, sumCents } from '@etatlotse/domain/shared';
import { formatEuro, formatWholeEuro } from '../ui/amount/format';
import type { LineChart } from '../ui/chart/chart.types';
import { formatMonth, formatMonthName } from '../ui/date/format';
import { formulaRowsOf } from '../ui/formula/formula';
import { formulaLabels } from '../ui/formula/formula.labels';
import type { Proof } from '../ui/proof/proof.types';
import { budgetLabels } from './budget.labels';
import { forecastLabels } from './forecast.labels';
import { lineLabels } from './line.labels';

/*
 * From figures to what is drawn: the proof and the year's course. Pure; the amounts come from the API.
 */

/** The proof behind the available amount of a line. */
export function proofOf(
  line: LineDetail,
  movements: { readonly rows: readonly ProofSource[]; readonly count: number },
): Proof {
  return {
    title: formulaLabels().available,
    cents: line.isAuthorityUnknown ? null : line.balance.availableCents,
    formula: formulaRowsOf(line.balance),
    movementsTitle: budgetLabels().movementsTitle(String(movements.count)),
    movements: movements.rows.slice(0, 12).map((row) => ({
      id: row.id,
      bookedOn: row.bookedOn,
      document: row.documentNumber,
      text: row.text,
      cents: row.amountCents,
    })),
    movementCount: movements.count,
    differenceCents: line.differenceCents,
    rule: budgetLabels().rule,
  };
}

interface ProofSource {
  readonly id: string;
  readonly bookedOn: string;
  readonly documentNumber: string;
  readonly text: string;
  readonly amountCents: number;
}

/** What may be spent in the year: adjusted appropriation less lock. */
export const spendableCents = (figures: BalanceFigures): number => figures.adjustedCents - figures.lockCents;

/** The year's course as a running sum up to the month at hand, and on as it is forecast, against what may be spent. */
export function courseOf(line: LineDetail, today: string, forecast: LineForecast | null): LineChart {
  const lastMonth = line.fiscalYear < Number(today.slice(0, 4)) ? 12 : Number(today.slice(5, 7));
  const running = line.months.map((_, at) =>
    sumCents(line.months.slice(0, at + 1).map((month) => cents(month.actualCents))),
  );
  return {
    kind: 'line',
    question: lineLabels().monthsQuestion,
    sentence: courseSentence(line, today),
    unit: 'cents',
    categories: line.months.map(({ month }) => formatMonth(month)),
    series: [
      {
        label: lineLabels().monthsSeries,
        tone: 'ist',
        values: running.map((value, at) => (at < lastMonth ? value : null)),
      },
      ...plannedCourse(line),
      ...(forecast === null ? [] : expectedCourse(forecast)),
    ],
    target: { label: lineLabels().monthsLimit, value: spendableCents(line.balance) },
  };
}

/** The plan month by month, where somebody has planned it so; equal twelfths would only be a straight line. */
function plannedCourse(line: LineDetail): LineChart['series'] {
  const planned = line.months.flatMap(({ plannedCents }) => (plannedCents === null ? [] : [cents(plannedCents)]));
  const isEven = planned.every((month) => Math.abs(month - (planned[0] ?? 0)) <= 1);
  if (planned.length < line.months.length || isEven) return [];
  const label = lineLabels().monthsPlanned;
  return [{ label, tone: 'plan', values: cumulative(planned), isDashed: true, note: label }];
}

/** From the last known month on, so that the forecast goes on where the actual ends. */
function expectedCourse({ asOf, expectedMonthCents }: LineForecast): LineChart['series'] {
  const running = cumulative(expectedMonthCents.map(cents));
  const known = Number(asOf.slice(5, 7));
  return [
    {
      label: forecastLabels().series,
      tone: 'plan',
      values: running.map((value, at) => (at + 1 < known ? null : value)),
      isDashed: true,
    },
  ];
}

/** The answer in one honest sentence: what is spent against what may be; no forecast is invented. */
export function courseSentence(line: LineDetail, today: string): string {
  const { actualCents } = line.balance;
  const limit = spendableCents(line.balance);
  if (actualCents === 0) return lineLabels().monthsNone;
  if (actualCents > limit) return lineLabels().monthsOver(formatEuro(actualCents), formatEuro(limit));
  const month = line.fiscalYear < Number(today.slice(0, 4)) ? 12 : Number(today.slice(5, 7));
  return lineLabels().monthsSentence(formatWholeEuro(actualCents), formatMonthName(month), formatWholeEuro(limit));
}
