import { type Cents, cents } from '../shared/cents';
import { type LineBalance, adjustedAppropriationCents } from './availability';

/** What stands on a revenue line. Nothing on it is "available": money that is expected cannot be overdrawn. */
export interface RevenueFigures {
  /** Planned by the plan in force. */
  readonly plannedCents: Cents;
  /** What changed the expectation after the plan. */
  readonly changedCents: Cents;
  /** Planned as it holds now. */
  readonly adjustedCents: Cents;
  readonly receivedCents: Cents;
  /** Still to come; negative where more came in than was planned. */
  readonly openCents: Cents;
}

/** Directions that bring money. */
export const REVENUE_DIRECTIONS = ['revenue', 'receipt'] as const;

/** True for a line that brings money; its figures follow `revenueOf` and never R1. */
export function bringsMoney(direction: string): boolean {
  return REVENUE_DIRECTIONS.some((candidate) => candidate === direction);
}

/** The formula of revenue lines: planned, received, open. */
export function revenueOf(balance: LineBalance): RevenueFigures {
  const adjustedCents = adjustedAppropriationCents(balance);
  return {
    plannedCents: balance.appropriationCents,
    changedCents: cents(adjustedCents - balance.appropriationCents),
    adjustedCents,
    receivedCents: balance.actualCents,
    openCents: cents(adjustedCents - balance.actualCents),
  };
}

/** One row of the formula of a revenue line. */
export interface RevenueStep {
  readonly part: 'planned' | 'changed' | 'adjusted' | 'received' | 'open';
  readonly role: 'step' | 'total';
  readonly amountCents: Cents;
  readonly runningCents: Cents;
}

/** The formula with its figures, in order, for the proof and the waterfall. Rows of zero stay: it is always whole. */
export function revenueFormulaOf(balance: LineBalance): RevenueStep[] {
  const { plannedCents, changedCents, adjustedCents, receivedCents, openCents } = revenueOf(balance);
  return [
    { part: 'planned', role: 'step', amountCents: plannedCents, runningCents: plannedCents },
    { part: 'changed', role: 'step', amountCents: changedCents, runningCents: adjustedCents },
    { part: 'adjusted', role: 'total', amountCents: adjustedCents, runningCents: adjustedCents },
    { part: 'received', role: 'step', amountCents: cents(-receivedCents), runningCents: openCents },
    { part: 'open', role: 'total', amountCents: openCents, runningCents: openCents },
  ];
}
