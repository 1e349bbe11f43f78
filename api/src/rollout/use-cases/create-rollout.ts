import type { CreateRollout, RolloutChanged } from '@etatlotse/contracts/rollout';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdServedProject } from '../../project';
import { insertRollout, recordEvent } from '../rollout.repository';

/** Begins a roll-out of a project; its goals and units come next. */
export async function createRollout(
  tx: Transaction,
  { projectId, name, description = '', startedOn, quotaBasisPoints, technology }: CreateRollout,
): Promise<Outcome<RolloutChanged, Refusal<'ROLLOUT_PROJECT'>>> {
  const project = await holdServedProject(tx, projectId, 'rollout.write');
  if (project === null) return refuse({ code: 'ROLLOUT_PROJECT', params: {} });
  const face = { projectId, name, description, startedOn, quotaBasisPoints };
  const id = await insertRollout(tx, { ...face, technology: technology ?? null, origin: 'person' });
  await recordEvent(tx, id, 'created', { detail: { projectId, startedOn, quotaBasisPoints } });
  return ok({ id, version: 1 });
}
