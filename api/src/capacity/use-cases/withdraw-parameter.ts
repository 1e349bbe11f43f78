import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdParameters, lockParameter, markWithdrawn } from '../parameter.repository';

/** Takes back a figure that was recorded wrongly. The record stays, with the reason. */
export async function withdrawParameter(
  tx: Transaction,
  parameterId: string,
  reason: string,
): Promise<Outcome<CapacityChanged, Refusal<'NOT_FOUND'> | Refusal<'PARAMETER_WITHDRAWN'>>> {
  await holdParameters(tx);
  const state = await lockParameter(tx, parameterId);
  if (state === 'unknown') return refuse({ code: 'NOT_FOUND', params: {} });
  if (state === 'withdrawn') return refuse({ code: 'PARAMETER_WITHDRAWN', params: {} });
  await markWithdrawn(tx, parameterId, reason);
  await tx.audit({
    action: 'capacity_parameter.withdrawn',
    subjectType: 'capacity_parameter',
    subjectId: parameterId,
  });
  return ok({ id: parameterId, version: 2 });
}
