import type { AccountItem, PortfolioChanged } from '@etatlotse/contracts/portfolio';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { may } from '@etatlotse/domain/access';
import { isEditable } from '@etatlotse/domain/demand';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { holdSeenDemand, readDemand } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';

/**
 * Says how an item is used, and lets finance confirm or override how it is budgeted, with a reason. Whoever writes the draft says the
 * facts; the class is finance's.
 */
export async function accountItem(
  tx: Transaction,
  { demandId, itemId }: { readonly demandId: string; readonly itemId: string },
  { isStandalone, paidMonths, decidedAs, reason, version }: AccountItem,
): Promise<Outcome<PortfolioChanged, Refusal<ProblemCode>>> {
  const held = await holdSeenDemand(tx, demandId, version);
  if (!held.ok) return held;
  const { state, unitId } = held.value;
  const decides = tx.actor !== null && may(tx.actor, 'demand.decide');
  const writes = tx.actor !== null && isEditable(state) && may(tx.actor, 'demand.write', { unitId });
  if (!decides && (!writes || decidedAs !== null)) {
    return refuse({ code: 'DEMAND_STEP_FORBIDDEN', params: { step: 'accounting' } });
  }
  if (state === 'planned' || state === 'adopted') return refuse({ code: 'DEMAND_START_FIXED', params: {} });
  if (decidedAs !== null && reason.trim() === '') return refuse({ code: 'ACCOUNTING_REASON', params: {} });
  const demand = await readDemand(tx, demandId);
  if (demand?.items.some(({ id }) => id === itemId) !== true)
    return refuse({ code: 'DEMAND_ITEM_UNKNOWN', params: {} });
  await tx.execute(saveSql, [
    ...[tx.tenantId, itemId, demandId, isStandalone, paidMonths],
    ...[decides ? decidedAs : null, decides ? reason : '', tx.personId, tx.now, decides],
  ]);
  await tx.audit({
    action: 'demand.item_accounted',
    subjectType: 'demand',
    subjectId: demandId,
    detail: { itemId, isStandalone, paidMonths, decidedAs },
  });
  return ok({ id: demandId, version });
}

/** A decision of finance stays when somebody else only says the facts. */
const saveSql = `
  INSERT INTO demand_item_account AS a (tenant_id, item_id, demand_id, is_standalone, paid_months, decided_as, reason,
    decided_by, decided_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $10 THEN $8::uuid END, CASE WHEN $10 THEN $9::timestamptz END)
  ON CONFLICT (tenant_id, item_id) DO UPDATE SET is_standalone = $4, paid_months = $5,
    decided_as = CASE WHEN $10 THEN $6 ELSE a.decided_as END, reason = CASE WHEN $10 THEN $7 ELSE a.reason END,
    decided_by = CASE WHEN $10 THEN $8::uuid ELSE a.decided_by END,
    decided_at = CASE WHEN $10 THEN $9::timestamptz ELSE a.decided_at END`;
