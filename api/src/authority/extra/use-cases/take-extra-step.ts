import type { ExtraChanged, TakeExtraStep } from '@etatlotse/contracts/authority';
import { may } from '@etatlotse/domain/access';
import {
  decideExtraStep,
  decideSubmission,
  type ExtraState,
  type ExtraStepRefusal,
  type ExtraSubmissionRefusal,
} from '@etatlotse/domain/authority';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { ruleSettings } from '../../rule/rule-setting.repository';
import {
  type ExtraLineRefusal,
  type ExtraLines,
  judgeExtraRequest,
  type JudgedExtraRequest,
  lineIdsOf,
} from '../extra-assessment';
import { findExtraLines } from '../extra-line.repository';
import { mayRequestAll, maySeeRequest } from '../extra-rights';
import {
  addStep,
  keepExtraFigures,
  lockExtraRequest,
  storeExtraState,
  type StoredExtraRequest,
} from '../extra.repository';

type StepRefusal =
  | ExtraStepRefusal
  | ExtraSubmissionRefusal
  | ExtraLineRefusal
  | Refusal<'FORBIDDEN'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'APPROVAL_PENDING'>;

/** Submits, examines, sends back or withdraws a request. None of these changes anything in the budget. */
export async function takeExtraStep(
  tx: Transaction,
  requestId: string,
  asked: TakeExtraStep,
): Promise<Outcome<ExtraChanged, StepRefusal>> {
  const request = await lockExtraRequest(tx, requestId);
  if (request === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const lines = await findExtraLines(tx, request.fiscalYear, lineIdsOf(request));
  if (!maySeeRequest(tx.actor, request, lines)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (!holds(tx, asked, request, lines)) return refuse({ code: 'FORBIDDEN', params: {} });
  if (request.version !== asked.version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (request.pendingApprovalId !== null) return refuse({ code: 'APPROVAL_PENDING', params: {} });
  const reason = asked.reason ?? '';
  const decided = decideExtraStep(request, { step: asked.step, by: tx.personId, reason });
  if (!decided.ok) return decided;
  const prepared = await prepare(tx, asked, request, lines);
  if (!prepared.ok) return prepared;
  await storeExtraState(tx, requestId, decided.value, submitterOf(tx, request, decided.value));
  await addStep(tx, requestId, { step: asked.step, takenBy: tx.personId, note: reason });
  await tx.audit({
    action: `extra_request.${asked.step}`,
    subjectType: 'extra_request',
    subjectId: requestId,
    detail: { from: request.state, to: decided.value },
  });
  return ok({ id: requestId, version: request.version + 1, state: decided.value, approvalId: null });
}

function holds(tx: Transaction, { step }: TakeExtraStep, request: StoredExtraRequest, lines: ExtraLines): boolean {
  if (step === 'submit' || step === 'withdraw') return mayRequestAll(tx.actor, request, lines);
  return tx.actor !== null && may(tx.actor, 'extra.examine');
}

/** A draft has nobody who submitted it; afterwards that person stays. */
function submitterOf(tx: Transaction, request: StoredExtraRequest, state: ExtraState): string | null {
  if (state === 'draft') return null;
  return state === 'submitted' ? tx.personId : request.submittedBy;
}

/** Only what is complete is submitted or passes the examination; what ends keeps the figures of its form. */
async function prepare(
  tx: Transaction,
  { step }: TakeExtraStep,
  request: StoredExtraRequest,
  lines: ExtraLines,
): Promise<Outcome<unknown, ExtraSubmissionRefusal | ExtraLineRefusal>> {
  if (step === 'return') return ok(null);
  const judged = judgeExtraRequest(request, lines, await ruleSettings(tx, request.fiscalYear));
  if (step === 'withdraw') {
    // Also what no longer fits may be withdrawn; then there are no figures to keep.
    if (judged.ok) await keepFigures(tx, request.id, judged.value);
    return ok(null);
  }
  return judged.ok ? decideSubmission(judged.value) : judged;
}

const keepFigures = (tx: Transaction, requestId: string, { items }: JudgedExtraRequest): Promise<void> =>
  keepExtraFigures(tx, requestId, items);
