import { decidePlanChange } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, planningWindow, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { touchVersion } from './plan-amount.repository';
import { applyChange, findOutOfRange, insertChange, readShiftAmounts } from './plan-change.repository';
import { lockVersion, type PlanVersionRecord } from './plan-version.repository';

/** What another feature adds to a plan: a step of its own, never an overwritten amount. */
export interface AddedStep {
  readonly title: string;
  readonly reason: string;
  readonly origin: string;
  readonly lineIds: readonly string[];
  readonly fiscalYears: readonly number[];
  readonly amountCents: readonly number[];
}

export type AddedStepRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'CHANGE_FINAL'>
  | Refusal<'CHANGE_RANGE', { readonly lineNumber: string; readonly fiscalYear: number }>
  | Refusal<'PLAN_LINES_UNKNOWN', { readonly count: number }>;

/** Holds the version that steps are to be added to; refused where nothing can be added any more. */
export async function holdOpenVersion(
  tx: Transaction,
  versionId: string,
): Promise<Outcome<PlanVersionRecord, AddedStepRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const isOpen = version.state === 'draft' || version.state === 'introduced';
  return isOpen ? ok(version) : refuse({ code: 'CHANGE_FINAL', params: {} });
}

/**
 * Adds a step to a held version: in a draft it counts at once, after the introduction it waits for its decision (R22). Years outside the
 * window of the plan are left out by the caller.
 */
export async function addStep(
  tx: Transaction,
  version: PlanVersionRecord,
  step: AddedStep,
): Promise<Outcome<string, AddedStepRefusal>> {
  const { versionId } = version;
  const { title, reason, origin, ...cells } = step;
  const amounts = await readShiftAmounts(tx, cells);
  if (amounts.length < cells.lineIds.length) {
    return refuse({ code: 'PLAN_LINES_UNKNOWN', params: { count: cells.lineIds.length - amounts.length } });
  }
  const introduced = { ...version, state: 'introduced' } as const;
  const decided = decidePlanChange({ kind: 'administration', code: '', reason, amounts }, introduced);
  if (!decided.ok) throw new Error(`A step that cannot be added: ${decided.refusal.code}`);
  const isDraft = version.state === 'draft';
  const face = { versionId, kind: 'administration', code: '', origin, title, reason } as const;
  const changeId = await insertChange(tx, { ...face, result: isDraft ? 'accepted' : 'open' }, cells);
  if (isDraft) {
    const outOfRange = await findOutOfRange(tx, { versionId, changeId }, 1);
    if (outOfRange !== null) return refuse({ code: 'CHANGE_RANGE', params: outOfRange });
    await applyChange(tx, { versionId, changeId }, 1);
  }
  await touchVersion(tx, versionId, null);
  return ok(changeId);
}

/** Years in which a version has amounts. */
export const yearsOfVersion = ({ plan }: PlanVersionRecord): readonly number[] => planningWindow(plan);
