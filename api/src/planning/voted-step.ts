import type { PlanChangeKind } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { type Cells, touchVersion } from './plan-amount.repository';
import { applyChange, findOutOfRange, insertChange, isCodeTaken, writeChangeResult } from './plan-change.repository';
import type { PlanVersionRecord } from './plan-version.repository';

/** A step that a body has voted on. */
export interface VotedStep extends Cells {
  readonly kind: PlanChangeKind;
  readonly code: string;
  readonly origin: string;
  readonly title: string;
  readonly reason: string;
  readonly result: 'accepted' | 'rejected';
}

type VotedStepRefusal =
  | Refusal<'CHANGE_CODE_TAKEN', { readonly code: string }>
  | Refusal<'CHANGE_RANGE', { readonly lineNumber: string; readonly fiscalYear: number }>;

/**
 * Adds what a body has voted on to a held, introduced version, step by step and each with committee, day and result
 * (R22, T22); accepted amounts count from now on. A request to adopt what stood here before is void by it.
 */
export async function addVotedSteps(
  tx: Transaction,
  { versionId }: PlanVersionRecord,
  steps: readonly VotedStep[],
  decision: { readonly committee: string; readonly decidedOn: string },
): Promise<Outcome<null, VotedStepRefusal>> {
  for (const { lineIds, fiscalYears, amountCents, result, ...face } of steps) {
    if (await isCodeTaken(tx, versionId, face.code)) {
      return refuse({ code: 'CHANGE_CODE_TAKEN', params: { code: face.code } });
    }
    const cells = { lineIds, fiscalYears, amountCents };
    const changeId = await insertChange(tx, { versionId, ...face, result: 'open' }, cells);
    if (result === 'accepted') {
      const outOfRange = await findOutOfRange(tx, { versionId, changeId }, 1);
      if (outOfRange !== null) return refuse({ code: 'CHANGE_RANGE', params: outOfRange });
      await applyChange(tx, { versionId, changeId }, 1);
    }
    await writeChangeResult(tx, changeId, { result, ...decision });
  }
  await touchVersion(tx, versionId, null);
  return ok(null);
}
