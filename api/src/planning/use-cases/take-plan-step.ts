import type { PlanVersionChanged, TakePlanStep } from '@etatlotse/contracts/planning';
import { inForceOn } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { decideStep, type PlanStepRefusal } from '../plan-step';
import { lockVersion, type PlanVersionRecord, writeStep } from '../plan-version.repository';
import { enterIntoForce, type EnterIntoForceRefusal } from './enter-into-force';

type TakePlanStepRefusal = PlanStepRefusal | EnterIntoForceRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Introduces a version, takes it back, submits or publishes it, or puts it in force when its day has come. */
export async function takePlanStep(
  tx: Transaction,
  versionId: string,
  request: TakePlanStep,
): Promise<Outcome<PlanVersionChanged, TakePlanStepRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (request.step === 'enter_into_force') return enterIntoForce(tx, version);
  const decided = await decideStep(tx, version, { ...request, requestedBy: tx.personId, approvedBy: null });
  if (!decided.ok) return decided;
  await writeStep(tx, versionId, {
    ...datesOf(version, request),
    step: request.step,
    state: decided.value,
    reason: request.reason,
    takenBy: tx.personId,
    approvedBy: null,
  });
  await tx.audit({
    action: `plan_version.${request.step}`,
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { from: version.state, to: decided.value, ...datesOf(version, request) },
  });
  return ok({ id: versionId, version: version.version + 1, state: decided.value, approvalId: null });
}

/** The day of a step, kept only where the step asks for it; publishing also fixes the day of entry into force (R14). */
function datesOf(
  version: PlanVersionRecord,
  request: TakePlanStep,
): {
  readonly submittedOn?: string | undefined;
  readonly displayEndsOn?: string | undefined;
  readonly inForceOn?: string;
} {
  if (request.step === 'submit') return { submittedOn: request.submittedOn };
  if (request.step !== 'publish' || request.displayEndsOn === undefined) return {};
  return {
    displayEndsOn: request.displayEndsOn,
    inForceOn: inForceOn(plainDate(request.displayEndsOn), version.plan.firstYear),
  };
}
