import type { DemandChanged, StartDemand } from '@etatlotse/contracts/demand';
import { may } from '@etatlotse/domain/access';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { EMPTY_DEMAND } from '../demand-content';
import { insertDemand, recordDemandEvent } from '../demand.repository';
import { readRound } from '../round.repository';

export type StartRefusal = Refusal<'NOT_FOUND'> | Refusal<'ROUND_NOT_OPEN'> | Refusal<'DEMAND_UNIT_UNKNOWN'>;

/** Begins a draft in an open round, for a unit of one's own. */
export async function startDemand(
  tx: Transaction,
  { roundId, unitId, title }: StartDemand,
): Promise<Outcome<DemandChanged, StartRefusal>> {
  const checked = await checkPlace(tx, roundId, unitId);
  if (!checked.ok) return checked;
  const place = { roundId, unitId, ownerId: tx.personId, createdBy: tx.personId, sourceId: null };
  const id = await insertDemand(tx, { ...place, source: 'person' }, { ...EMPTY_DEMAND, title });
  await recordDemandEvent(tx, id, { kind: 'created', to: 'draft' });
  await tx.audit({ action: 'demand.created', subjectType: 'demand', subjectId: id, detail: { roundId, unitId } });
  return ok({ id, version: 1, state: 'draft' });
}

/** The round takes demands, and the unit is one that the person may report for. */
export async function checkPlace(
  tx: Transaction,
  roundId: string,
  unitId: string,
): Promise<Outcome<null, StartRefusal>> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const units = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  if (tx.actor === null || units.length === 0 || !may(tx.actor, 'demand.write', { unitId })) {
    return refuse({ code: 'DEMAND_UNIT_UNKNOWN', params: {} });
  }
  return round.state === 'open' ? ok(null) : refuse({ code: 'ROUND_NOT_OPEN', params: {} });
}
