import type { BalanceFigures, LineDetail } from '@etatlotse/contracts/budget';
import { formulaOf, type FormulaStep, type LineBalance } from '@etatlotse/domain/budget';
import { cents, sumCents } from '@etatlotse/domain/shared';
import { formatEuro, formatWholeEuro } from '../ui/amount/format';
import type { LineChart } from '../ui/chart/chart.types';
import { formatMonth, formatMonthName } from '../ui/date/format';
import type { FormulaRow, Proof } from '../ui/proof/proof.types';
import type { WaterfallStep } from '../ui/waterfall/waterfall';
import { budgetLabels } from './budget.labels';
import { lineLabels } from './line.labels';

/*
 * From figures to what is drawn: waterfall, proof and the year's course. Pure; the amounts come from the API, the order of
 * the formula from the domain.
 */

const KINDS: Readonly<Record<FormulaStep['part'], WaterfallStep['kind']>> = {
  appropriation: 'base',
  carry_over: 'change',
  over_plan: 'change',
  outside_plan: 'change',
  earmark: 'change',
  transfer: 'change',
  adjusted_appropriation: 'total',
  lock: 'lock',
  reservation: 'reservation',
  commitment: 'commitment',
  actual: 'actual',
  available: 'available',
};

function balanceOf(figures: BalanceFigures): LineBalance {
  const { adjustedCents: _, availableCents: __, ...kinds } = figures;
  return Object.fromEntries(
    Object.entries(kinds).map(([name, value]) => [name, cents(value)]),
  ) as unknown as LineBalance;
}

/** The steps worth a row: totals always, kinds only where something was booked. */
function shownSteps(figures: BalanceFigures): FormulaStep[] {
  return formulaOf(balanceOf(figures)).filter(
    (step) => step.role === 'total' || step.amountCents !== 0 || step.part === 'appropriation',
  );
}

export function waterfallOf(figures: BalanceFigures): WaterfallStep[] {
  return shownSteps(figures).map((step) => ({
    label: capitalised(budgetLabels().parts[step.part]),
    cents: step.amountCents,
    kind: KINDS[step.part],
  }));
}

export function formulaRowsOf(figures: BalanceFigures): FormulaRow[] {
  return shownSteps(figures).map((step) => ({
    operator: operatorOf(step),
    label: budgetLabels().parts[step.part],
    cents: step.role === 'total' ? step.amountCents : Math.abs(step.amountCents),
  }));
}

function operatorOf(step: FormulaStep): FormulaRow['operator'] {
  if (step.role === 'total') return '=';
  if (step.part === 'appropriation') return '';
  return step.amountCents < 0 ? '-' : '+';
}

/** The proof behind the available amount of a line. */
export function proofOf(
  line: LineDetail,
  movements: { readonly rows: readonly ProofSource[]; readonly count: number },
): Proof {
  return {
    title: budgetLabels().parts.available,
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

/** The year's course as a running sum up to the month at hand, against what may be spent. */
export function courseOf(line: LineDetail, today: string): LineChart {
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
    ],
    target: { label: lineLabels().monthsLimit, value: spendableCents(line.balance) },
  };
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

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
