import type { DecideService, RecordChanged } from '@etatlotse/contracts/inventory';
import { decideSolution as judge, type SolutionRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { insertDecision, SERVICE_STORE } from '../catalogue.repository';
import { type HeldRefusal, holdRecord } from '../record-place';

/** Records a decision between own form and EfA. The one before stays, with the figures it was made on. */
export async function decideSolution(
  tx: Transaction,
  serviceId: string,
  { version, ...decision }: DecideService,
): Promise<Outcome<RecordChanged, HeldRefusal | SolutionRefusal>> {
  const held = await holdRecord(tx, SERVICE_STORE, serviceId, version);
  if (!held.ok) return held;
  const { solution, availableOn } = decision;
  const judged = judge({
    task: held.value.task,
    solution,
    decidedOn: plainDate(decision.decidedOn),
    today: plainDate(tx.today),
    availableOn: availableOn === null ? null : plainDate(availableOn),
  });
  if (!judged.ok) return judged;
  const id = await insertDecision(tx, serviceId, decision);
  await SERVICE_STORE.touch(tx, serviceId);
  await tx.audit({ action: 'service.decided', subjectType: 'service', subjectId: serviceId, detail: { solution } });
  return ok({ id, version: version + 1 });
}
