import type { PortfolioChanged, SetStart } from '@etatlotse/contracts/portfolio';
import { decisionYears } from '@etatlotse/domain/portfolio';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { holdSeenDemand, readRound } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';

type StartRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'DEMAND_START_FIXED'>
  | Refusal<'DEMAND_START_YEAR', { readonly firstYear: number; readonly lastYear: number }>;

/** Sets the year with which a demand will be planned. What is planned already is taken back first. */
export async function setStart(
  tx: Transaction,
  demandId: string,
  { startYear, version }: SetStart,
): Promise<Outcome<PortfolioChanged, StartRefusal>> {
  const held = await holdSeenDemand(tx, demandId, version);
  if (!held.ok) return refuse({ code: held.refusal.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'VERSION_STALE', params: {} });
  const round = await readRound(tx, held.value.roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (held.value.state === 'planned' || held.value.state === 'adopted') {
    return refuse({ code: 'DEMAND_START_FIXED', params: {} });
  }
  const years = decisionYears(round);
  const [firstYear = startYear, lastYear = startYear] = [years[0], years.at(-1)];
  if (!years.includes(startYear)) return refuse({ code: 'DEMAND_START_YEAR', params: { firstYear, lastYear } });
  await tx.execute(
    `INSERT INTO demand_start (tenant_id, demand_id, start_year, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, demand_id) DO UPDATE SET start_year = $3, set_by = $4, set_at = $5`,
    [tx.tenantId, demandId, startYear, tx.personId, tx.now],
  );
  await tx.audit({ action: 'demand.start_set', subjectType: 'demand', subjectId: demandId, detail: { startYear } });
  return ok({ id: demandId, version });
}
