import type { TakeContractStep } from '@etatlotse/contracts/contract';
import type { ContractChanged } from '@etatlotse/contracts/contract/plain';
import { may } from '@etatlotse/domain/access';
import { decideEnd, decideNotice, type EndRefusal } from '@etatlotse/domain/contract';
import { type Outcome, type PlainDate, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { factsOf } from '../contract-columns';
import { type ContractRecord, insertEvent, lockContract, stopContract } from '../contract.repository';

type StepRefusal =
  | EndRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'CONTRACT_END_NEEDED'>
  | Refusal<'CONTRACT_NOTHING_TO_WITHDRAW'>;

/** Records how a contract ends: by notice, by agreement, or that it goes on after all. The reason stays. */
export async function takeContractStep(
  tx: Transaction,
  contractId: string,
  step: TakeContractStep,
): Promise<Outcome<ContractChanged, StepRefusal>> {
  const record = await lockContract(tx, contractId);
  if (record === null || tx.actor === null || !may(tx.actor, 'contract.write', { unitId: record.unit_id })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (record.version !== step.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const decided = decide(record, step);
  if (!decided.ok) return decided;
  const stoppedOn = decided.value;
  await stopContract(tx, record, {
    stoppedOn,
    kind: step.step === 'withdraw' ? null : step.step,
    reason: stoppedOn === null ? '' : step.reason,
  });
  const { happenedOn, reason } = step;
  await insertEvent(tx, contractId, { kind: step.step, happenedOn, endsOn: stoppedOn, reason, changed: [] });
  await tx.audit({
    action: `contract.${step.step}`,
    subjectType: 'contract',
    subjectId: contractId,
    detail: { happenedOn, endsOn: stoppedOn },
  });
  return ok({ id: contractId, version: record.version + 1 });
}

/** The last day of the contract after the step; null: its end is open again. */
function decide(record: ContractRecord, step: TakeContractStep): Outcome<PlainDate | null, StepRefusal> {
  const { term } = factsOf(record);
  if (step.step === 'withdraw') {
    return term.stoppedOn === null ? refuse({ code: 'CONTRACT_NOTHING_TO_WITHDRAW', params: {} }) : ok(null);
  }
  if (step.step === 'notice') {
    const notice = decideNotice(term, plainDate(step.happenedOn));
    return notice.ok ? ok(notice.value.endsOn) : notice;
  }
  if (step.endsOn === undefined) return refuse({ code: 'CONTRACT_END_NEEDED', params: {} });
  return decideEnd(term, plainDate(step.endsOn));
}
