import type { PortfolioChanged, SavePaper } from '@etatlotse/contracts/portfolio';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { may } from '@etatlotse/domain/access';
import { isEditable } from '@etatlotse/domain/demand';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { holdSeenDemand } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';

/** The papers of an investment (R18), written by the unit in a draft or by finance until the demand is planned. */
export async function savePaper(
  tx: Transaction,
  demandId: string,
  { version, alternatives, recommendation, rateBasisPoints, followUpCents, followUpReason }: SavePaper,
): Promise<Outcome<PortfolioChanged, Refusal<ProblemCode>>> {
  const held = await holdSeenDemand(tx, demandId, version);
  if (!held.ok) return held;
  const { state, unitId } = held.value;
  const writes = tx.actor !== null && isEditable(state) && may(tx.actor, 'demand.write', { unitId });
  const decides = tx.actor !== null && may(tx.actor, 'demand.decide');
  if (!writes && !decides) return refuse({ code: 'DEMAND_STEP_FORBIDDEN', params: { step: 'accounting' } });
  if (state === 'planned' || state === 'adopted') return refuse({ code: 'DEMAND_START_FIXED', params: {} });
  await tx.execute(
    `INSERT INTO demand_paper (tenant_id, demand_id, alternatives, recommendation, rate_basis_points, follow_up_cents,
       follow_up_reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (tenant_id, demand_id) DO UPDATE SET alternatives = $3, recommendation = $4, rate_basis_points = $5,
       follow_up_cents = $6, follow_up_reason = $7`,
    [
      ...[tx.tenantId, demandId, JSON.stringify(alternatives), recommendation],
      ...[rateBasisPoints, followUpCents, followUpReason],
    ],
  );
  await tx.audit({
    action: 'demand.paper_saved',
    subjectType: 'demand',
    subjectId: demandId,
    detail: { alternatives: alternatives.length, followUpCents },
  });
  return ok({ id: demandId, version });
}
