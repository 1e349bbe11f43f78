import type { CopyDemand, DemandChanged } from '@etatlotse/contracts/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { movedContent } from '../carry-over';
import { readDemand } from '../demand-read.repository';
import { holdDemand, insertDemand, recordDemandEvent } from '../demand.repository';
import { readRound } from '../round.repository';
import { checkPlace, type StartRefusal } from './start-demand';

/** A new draft from an earlier demand (of last year, or a similar one), moved to the years of the round. */
export async function copyDemand(
  tx: Transaction,
  demandId: string,
  { roundId }: CopyDemand,
): Promise<Outcome<DemandChanged, StartRefusal | Refusal<'NOT_FOUND'>>> {
  const held = await holdDemand(tx, demandId);
  if (held === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const placed = await checkPlace(tx, roundId, held.unitId);
  if (!placed.ok) return placed;
  const [original, from, to] = [
    await readDemand(tx, demandId),
    await readRound(tx, held.roundId),
    await readRound(tx, roundId),
  ];
  if (original === null || from === null || to === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const content = movedContent(original, from, to, () => tx.nextId());
  const id = await insertDemand(
    tx,
    {
      roundId,
      unitId: held.unitId,
      ownerId: tx.personId,
      createdBy: tx.personId,
      source: 'copy',
      sourceId: demandId,
    },
    content,
  );
  await recordDemandEvent(tx, id, { kind: 'created', to: 'draft', detail: { source: 'copy', sourceId: demandId } });
  await tx.audit({
    action: 'demand.created',
    subjectType: 'demand',
    subjectId: id,
    detail: { source: 'copy', demandId },
  });
  return ok({ id, version: 1, state: 'draft' });
}
