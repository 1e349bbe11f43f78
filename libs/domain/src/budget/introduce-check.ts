import { type Cents, ZERO_CENTS, cents } from '../shared/cents';
import { type FiscalYear, type PlanYears, planningWindow } from '../shared/fiscal-year';
import { type AccountDirection, type AccountFrameCode } from './account-class';
import { classifyAccount } from './account-frame';
import { type LineFinding, type LinePlace, checkLinePlace } from './budget-line';

/** A line of a plan version with its amounts. */
export interface PlannedLine extends LinePlace {
  readonly lineId: string;
  readonly amounts: readonly PlannedAmount[];
}

/** What is planned on a line for one year of the window. */
export interface PlannedAmount {
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/** A total that the plan document states: of one sub-budget, or of the whole budget when `subBudget` is null. */
export interface StatedTotal {
  readonly subBudget: string | null;
  readonly fiscalYear: FiscalYear;
  readonly direction: AccountDirection;
  readonly totalCents: Cents;
}

/** What a plan version holds when it is to be introduced. */
export interface VersionContent {
  readonly planYears: PlanYears;
  readonly accountFrame: AccountFrameCode;
  readonly lines: readonly PlannedLine[];
  /** Totals of the printed plan to hold the lines against; may be empty. */
  readonly statedTotals: readonly StatedTotal[];
}

/** Why a version cannot be introduced (T2). */
export type IntroduceFinding =
  | { readonly code: 'VERSION_EMPTY' }
  | ({ readonly lineId: string } & LineFinding)
  | { readonly code: 'YEAR_OUTSIDE_WINDOW'; readonly lineId: string; readonly fiscalYear: FiscalYear }
  | ({ readonly code: 'TOTAL_DIFFERS'; readonly linesCents: Cents; readonly differenceCents: Cents } & StatedTotal);

/**
 * Everything that keeps a version from being introduced (R2, T2; § 4 KomHKVO): lines without place, accounts outside the
 * frame of the first plan year, amounts outside the planning window, and stated totals, of each sub-budget and of the
 * whole, that the lines do not add up to. Empty when the version may be introduced.
 */
export function introduceFindings(content: VersionContent): IntroduceFinding[] {
  if (content.lines.length === 0) return [{ code: 'VERSION_EMPTY' }];
  const window = planningWindow(content.planYears);
  return [
    ...content.lines.flatMap((line) => lineFindings(line, content)),
    ...content.lines.flatMap((line) => yearFindings(line, window)),
    ...content.statedTotals.flatMap((stated) => totalFindings(stated, content)),
  ];
}

function lineFindings(line: PlannedLine, content: VersionContent): IntroduceFinding[] {
  const finding = checkLinePlace(line, content.accountFrame, content.planYears.firstYear);
  return finding === null ? [] : [{ lineId: line.lineId, ...finding }];
}

function yearFindings(line: PlannedLine, window: readonly FiscalYear[]): IntroduceFinding[] {
  return line.amounts
    .filter((amount) => !window.includes(amount.fiscalYear))
    .map(({ fiscalYear }) => ({ code: 'YEAR_OUTSIDE_WINDOW', lineId: line.lineId, fiscalYear }));
}

function totalFindings(stated: StatedTotal, content: VersionContent): IntroduceFinding[] {
  const lines = content.lines.filter(
    (line) => belongsTo(line, stated.subBudget) && directionOf(line, content) === stated.direction,
  );
  const linesCents = lines
    .flatMap((line) => line.amounts)
    .filter((amount) => amount.fiscalYear === stated.fiscalYear)
    .reduce((sum, amount) => cents(sum + amount.amountCents), ZERO_CENTS);
  const differenceCents = cents(stated.totalCents - linesCents);
  return differenceCents === 0 ? [] : [{ code: 'TOTAL_DIFFERS', ...stated, linesCents, differenceCents }];
}

function belongsTo(line: PlannedLine, subBudget: string | null): boolean {
  return subBudget === null || line.subBudget === subBudget;
}

function directionOf(line: PlannedLine, content: VersionContent): AccountDirection | null {
  return classifyAccount(line.account ?? '', content.accountFrame, content.planYears.firstYear)?.direction ?? null;
}
