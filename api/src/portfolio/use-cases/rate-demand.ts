import type { PortfolioChanged, RateDemand } from '@etatlotse/contracts/portfolio';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { readDemand } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';

/** Rates a demand by the criteria of the city; until then the program's proposal stands there as one. */
export async function rateDemand(
  tx: Transaction,
  demandId: string,
  { version, reason, ...ratings }: RateDemand,
): Promise<Outcome<PortfolioChanged, Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  if ((await readDemand(tx, demandId)) === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const { benefit, urgency, reach, readiness } = ratings;
  const [row] = await tx.query<{ version: number }>(
    `INSERT INTO demand_rating AS r (tenant_id, demand_id, benefit, urgency, reach, readiness, reason, rated_by, rated_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
     WHERE $10 = 0 OR EXISTS (SELECT FROM demand_rating k WHERE k.tenant_id = $1 AND k.demand_id = $2)
     ON CONFLICT (tenant_id, demand_id) DO UPDATE SET benefit = excluded.benefit, urgency = excluded.urgency,
       reach = excluded.reach, readiness = excluded.readiness, reason = excluded.reason, rated_by = excluded.rated_by,
       rated_at = excluded.rated_at, version = r.version + 1
     WHERE r.version = $10 RETURNING version`,
    [tx.tenantId, demandId, benefit, urgency, reach, readiness, reason, tx.personId, tx.now, version],
  );
  if (row === undefined) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.audit({ action: 'demand.rated', subjectType: 'demand', subjectId: demandId, detail: ratings });
  return ok({ id: demandId, version: row.version });
}
