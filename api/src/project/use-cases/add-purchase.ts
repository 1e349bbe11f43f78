import type { AddPurchase, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import {
  bumpProject,
  type GroupRefusal,
  type HeldRefusal,
  holdSingleProject,
  recordEvent,
} from '../project.repository';
import { insertPurchase } from '../purchase.repository';

/** Records what the project buys; the way of its procurement follows from the city's limits. */
export async function addPurchase(
  tx: Transaction,
  projectId: string,
  { name, netCents, wantedOn, framework = '', isInHouse, version }: AddPurchase,
): Promise<Outcome<ProjectChanged, HeldRefusal | GroupRefusal>> {
  const held = await holdSingleProject(tx, projectId, version);
  if (!held.ok) return held;
  const id = await insertPurchase(tx, { projectId, name, netCents, wantedOn, framework, isInHouse });
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'purchase', { purchaseId: id, name, netCents, wantedOn });
  return ok({ id, version: changed });
}
