import type { AdoptPlanVersion, PlanVersionChanged } from '@etatlotse/contracts/planning';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import { type Approvals, type PendingApproval } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import { decideStep, type PlanStepRefusal } from '../plan-step';
import { lockVersion, writeStep } from '../plan-version.repository';

type AdoptPlanVersionRefusal =
  PlanStepRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'APPROVAL_PENDING'>;

/** The action that a second person of those who may record decisions decides on. */
export const ADOPT_PLAN = 'plan_version.adopt';

/** What a second person is asked to confirm: this decision about exactly this state of the version. */
interface AdoptionRequest {
  readonly version: number;
  readonly decidedOn: string;
  readonly decisionDocument: string;
}

/** Records the council's decision and asks a second person to confirm it. Until then the version stays introduced. */
export async function requestAdoption(
  tx: Transaction,
  approvals: Approvals,
  versionId: string,
  request: AdoptPlanVersion,
): Promise<Outcome<PlanVersionChanged, AdoptPlanVersionRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const people = { requestedBy: tx.personId, approvedBy: null };
  const decided = await decideStep(tx, version, { ...request, step: 'adopt', ...people });
  if (decided.ok) throw new Error('A plan version must not be adopted by one person.');
  if (decided.refusal.code !== 'FOUR_EYES') return decided;
  const { decidedOn, decisionDocument } = request;
  const asked = await approvals.request(tx, {
    action: ADOPT_PLAN,
    subjectType: 'plan_version',
    subjectId: versionId,
    request: { version: version.version, decidedOn, decisionDocument } satisfies AdoptionRequest,
    reason: decisionDocument,
  });
  if (!asked.ok) return asked;
  return ok({ id: versionId, version: version.version, state: version.state, ...asked.value });
}

/** The second person has confirmed. Amounts that were changed since the request make it void: ask again. */
export async function confirmAdoption(
  tx: Transaction,
  confirmed: PendingApproval,
): Promise<Outcome<PlanVersionChanged, AdoptPlanVersionRefusal>> {
  const { version: seen, decidedOn, decisionDocument } = confirmed.request as unknown as AdoptionRequest;
  const version = await lockVersion(tx, confirmed.subjectId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.version !== seen) return refuse({ code: 'VERSION_STALE', params: {} });
  const people = { requestedBy: confirmed.requestedBy, approvedBy: tx.personId };
  const decided = await decideStep(tx, version, { step: 'adopt', decidedOn, decisionDocument, ...people });
  if (!decided.ok) return decided;
  await writeStep(tx, version.versionId, {
    step: 'adopt',
    state: decided.value,
    decidedOn,
    decisionDocument,
    takenBy: confirmed.requestedBy,
    approvedBy: tx.personId,
  });
  await tx.audit({
    action: 'plan_version.adopt',
    subjectType: 'plan_version',
    subjectId: version.versionId,
    detail: { decidedOn, decisionDocument, requestedBy: confirmed.requestedBy },
  });
  return ok({ id: version.versionId, version: version.version + 1, state: decided.value, approvalId: null });
}
