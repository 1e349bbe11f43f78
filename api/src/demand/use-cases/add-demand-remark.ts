import type { AddDemandRemark } from '@etatlotse/contracts/demand';
import { may } from '@etatlotse/domain/access';
import { demandSight } from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import { tell } from '../../inbox';
import type { Transaction } from '../../platform/database/transactions';
import { holdDemand, peopleOf } from '../demand.repository';

/** A remark for everybody who sees the demand; a desk's remark says which desk it comes from. */
export async function addDemandRemark(
  tx: Transaction,
  demandId: string,
  { text }: AddDemandRemark,
): Promise<Outcome<{ readonly id: string }, Refusal<'NOT_FOUND'>>> {
  const demand = await holdDemand(tx, demandId);
  if (demand === null || tx.actor === null || !may(tx.actor, 'demand.remark', { unitId: demand.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  const id = tx.nextId();
  const [desk = null] = demandSight(tx.actor).desks;
  await tx.execute(
    `INSERT INTO demand_remark (tenant_id, remark_id, demand_id, desk, text, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenantId, id, demandId, desk, text, tx.personId, tx.now],
  );
  await tell(
    tx,
    peopleOf(demand).filter((personId) => personId !== tx.personId),
    {
      kind: 'demand.remark',
      subjectType: 'demand',
      subjectId: demandId,
      params: { number: demand.number, title: demand.title, desk },
    },
  );
  await tx.audit({ action: 'demand.remarked', subjectType: 'demand', subjectId: demandId, detail: { remarkId: id } });
  return ok({ id });
}
