import type { TakeEarmarkStep } from '@etatlotse/contracts/authority';
import { EARMARK_MONEY_STEPS, type EarmarkChanged, type EarmarkStepName } from '@etatlotse/contracts/authority/plain';
import { may } from '@etatlotse/domain/access';
import {
  afterStep,
  changeCents,
  type EarmarkChange,
  earmarkChanges,
  type EarmarkFacts,
  mayProofBecome,
  type ProofState,
} from '@etatlotse/domain/authority';
import { cents, type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals, PendingApproval } from '../../../approval';
import { appendMovements } from '../../../budget';
import type { Transaction } from '../../../platform/database/transactions';
import {
  type EarmarkLineRecord,
  type EarmarkRecord,
  lockEarmark,
  readEarmarkLines,
  writeStep,
} from '../earmark.repository';

/** The action that a second person decides on when a step changes the authority. */
export const EARMARK_CHANGE = 'earmark.change';

type StepRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'AMOUNT_ZERO', { readonly kind: EarmarkStepName }>
  | Refusal<'EARMARK_REFUND_EXCEEDED', { readonly receivedCents: number }>
  | Refusal<'EARMARK_PROOF_STEP'>
  | Refusal<'YEAR_CLOSED', { readonly fiscalYear: number }>
  | Refusal<'APPROVAL_PENDING'>;

/** A step without the version it was seen at: what is left to carry out when a second person agrees. */
type Step = Omit<TakeEarmarkStep, 'version'>;

/**
 * Records what happened to a grant. Whatever changes the authority (T8: a binding notice, money beyond it, a refund) waits
 * for a second person of finance; everything else stands at once.
 */
export async function takeEarmarkStep(
  tx: Transaction,
  earmarkId: string,
  { version, ...step }: TakeEarmarkStep,
  approvals: Approvals,
): Promise<Outcome<EarmarkChanged, StepRefusal>> {
  const record = await lockEarmark(tx, earmarkId);
  if (record === null) return notFound;
  const lines = await readEarmarkLines(tx, record);
  if (!mayRecord(tx, lines)) return notFound;
  if (record.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const decided = decide(record, lines, step);
  if (!decided.ok) return decided;
  const authorityCents = changeCents(decided.value.changes);
  if (decided.value.changes.length > 0) {
    const asked = await approvals.request(tx, {
      action: EARMARK_CHANGE,
      subjectType: 'earmark',
      subjectId: earmarkId,
      request: { ...step, earmarkNumber: record.number, giver: record.giver, authorityCents },
      reason: step.note ?? '',
    });
    return asked.ok ? ok({ id: earmarkId, version, approvalId: asked.value.approvalId, authorityCents }) : asked;
  }
  await carryOut(tx, record, step, decided.value, { recordedBy: tx.personId, approvedBy: null });
  return ok({ id: earmarkId, version: version + 1, approvalId: null, authorityCents });
}

/** Carries a step out once a second person has agreed. What the grant does is reckoned anew, from what is there then. */
export async function confirmEarmarkStep(
  tx: Transaction,
  approval: PendingApproval,
): Promise<Outcome<EarmarkChanged, StepRefusal>> {
  const record = await lockEarmark(tx, approval.subjectId);
  if (record === null) return notFound;
  const lines = await readEarmarkLines(tx, record);
  const step = approval.request as unknown as Step;
  const decided = decide(record, lines, step);
  if (!decided.ok) return decided;
  const by = { recordedBy: approval.requestedBy, approvedBy: tx.personId };
  const isWritten = await carryOut(tx, record, step, decided.value, by);
  if (!isWritten) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: record.fiscalYear } });
  return ok({
    id: record.earmarkId,
    version: record.version + 1,
    approvalId: null,
    authorityCents: changeCents(decided.value.changes),
  });
}

interface Decision {
  readonly facts: EarmarkFacts;
  readonly changes: readonly EarmarkChange[];
}

function decide(
  record: EarmarkRecord,
  lines: readonly EarmarkLineRecord[],
  step: Step,
): Outcome<Decision, StepRefusal> {
  const proof = PROOF_STEPS[step.step];
  if (proof !== undefined) {
    return mayProofBecome(record.proofState, proof)
      ? ok({ facts: record.facts, changes: [] })
      : refuse({ code: 'EARMARK_PROOF_STEP', params: {} });
  }
  // A notice may grant nothing; a payment of nothing is none.
  const isPayment = step.step === 'receipt' || step.step === 'refund';
  if (step.amountCents === undefined || (isPayment && step.amountCents === 0)) {
    return refuse({ code: 'AMOUNT_ZERO', params: { kind: step.step } });
  }
  const amountCents = cents(step.amountCents);
  const after = afterStep(
    record.facts,
    step.step === 'receipt' || step.step === 'refund'
      ? { kind: step.step, amountCents }
      : { kind: 'notice', promise: step.step === 'binding_notice' ? 'binding' : 'verbal', amountCents },
  );
  return after.ok ? ok({ facts: after.value, changes: earmarkChanges(after.value, lines) }) : after;
}

const PROOF_STEPS: Partial<Readonly<Record<EarmarkStepName, ProofState>>> = {
  proof_submitted: 'submitted',
  proof_accepted: 'accepted',
  proof_open: 'open',
};

/** Movements, what is known now, the event, the audit entry. False when the books of the year have closed. */
async function carryOut(
  tx: Transaction,
  record: EarmarkRecord,
  step: Step,
  { facts, changes }: Decision,
  by: { readonly recordedBy: string; readonly approvedBy: string | null },
): Promise<boolean> {
  const written = await appendMovements(
    tx,
    changes.map(({ lineId, amountCents }) => ({
      lineId,
      fiscalYear: record.fiscalYear,
      kind: 'earmark',
      amountCents,
      bookedOn: step.happenedOn,
      source: 'person',
      documentNumber: step.documentNumber ?? '',
      text: `${record.number} ${record.giver}`,
      decisionId: record.earmarkId,
    })),
  );
  if (written.length !== changes.length) return false;
  const isMoney = EARMARK_MONEY_STEPS.includes(step.step);
  const amountCents = isMoney ? (step.amountCents ?? null) : null;
  await writeStep(tx, record.earmarkId, facts, {
    step: step.step,
    amountCents,
    authorityCents: changeCents(changes),
    happenedOn: step.happenedOn,
    documentNumber: step.documentNumber ?? '',
    note: step.note ?? '',
    ...by,
  });
  await tx.audit({
    action: `earmark.${step.step}`,
    subjectType: 'earmark',
    subjectId: record.earmarkId,
    detail: { amountCents, authorityCents: changeCents(changes), fiscalYear: record.fiscalYear },
  });
  return true;
}

/** Whoever answers for every line of the grant. */
function mayRecord(tx: Transaction, lines: readonly EarmarkLineRecord[]): boolean {
  const { actor } = tx;
  return actor !== null && lines.every(({ unitId }) => may(actor, 'earmark.write', { unitId }));
}

const notFound = refuse({ code: 'NOT_FOUND', params: {} } as const);
