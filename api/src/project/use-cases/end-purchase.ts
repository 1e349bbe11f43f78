import type { EndPurchase, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpProject, type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';
import { closePurchase } from '../purchase.repository';

/** Takes a purchase from the list with its reason: it was ordered, or is no longer wanted. */
export async function endPurchase(
  tx: Transaction,
  projectId: string,
  purchaseId: string,
  { reason, version }: EndPurchase,
): Promise<Outcome<ProjectChanged, HeldRefusal>> {
  const held = await holdOpenProject(tx, projectId, version);
  if (!held.ok) return held;
  const name = await closePurchase(tx, projectId, purchaseId, reason);
  if (name === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'purchase_ended', { purchaseId, name }, reason);
  return ok({ id: purchaseId, version: changed });
}
