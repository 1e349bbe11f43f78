import type { DemandChanged, TakeDemandStep } from '@etatlotse/contracts/demand';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { DEMAND_WORKFLOW } from '@etatlotse/domain/demand';
import { type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type DemandGates, moveDemand } from '../demand-step';
import { holdSeenDemand } from '../demand.repository';

/** One step by a button. What the workflow does itself (the last sign-off) has no button. */
export async function takeDemandStep(
  tx: Transaction,
  demandId: string,
  { version, ...words }: TakeDemandStep,
  gates: DemandGates,
): Promise<Outcome<DemandChanged, Refusal<ProblemCode>>> {
  const held = await holdSeenDemand(tx, demandId, version);
  if (!held.ok) return held;
  if (DEMAND_WORKFLOW[words.step].by === 'auto') return refuse({ code: 'DEMAND_DESKS', params: {} });
  const moved = await moveDemand(tx, held.value, words, gates);
  if (!moved.ok) return moved;
  await tx.audit({
    action: `demand.${words.step}`,
    subjectType: 'demand',
    subjectId: demandId,
    detail: { from: held.value.state, to: moved.value.state },
  });
  return moved;
}
