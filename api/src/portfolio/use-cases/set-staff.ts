import type { PortfolioChanged, SetStaff } from '@etatlotse/contracts/portfolio';
import { decisionYears } from '@etatlotse/domain/portfolio';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { readRound } from '../../demand';
import type { Transaction } from '../../platform/database/transactions';

type StaffRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'LIST_INVALID'>
  | Refusal<'STAFF_SOURCE', { readonly fiscalYear: number }>;

/** Says whose free time serves demands, and states years by hand where the capacity side cannot reckon them; each with its source. */
export async function setStaff(
  tx: Transaction,
  roundId: string,
  { unitId, years, version }: SetStaff,
): Promise<Outcome<PortfolioChanged, StaffRefusal>> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const window = decisionYears(round);
  const stated = years.filter(({ thousandths }) => thousandths !== null);
  const isSound = years.every(({ fiscalYear }) => window.includes(fiscalYear));
  if (!isSound || new Set(years.map(({ fiscalYear }) => fiscalYear)).size < years.length) {
    return refuse({ code: 'LIST_INVALID', params: {} });
  }
  const bare = stated.find(({ source }) => source.trim() === '');
  if (bare !== undefined) return refuse({ code: 'STAFF_SOURCE', params: { fiscalYear: bare.fiscalYear } });
  if (unitId !== null && !(await isUnitKnown(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  const [row] = await tx.query<{ version: number }>(saveSql, [tx.tenantId, roundId, unitId, version]);
  if (row === undefined) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.execute(`DELETE FROM round_staff_year WHERE tenant_id = $1 AND round_id = $2`, [tx.tenantId, roundId]);
  await tx.execute(
    `INSERT INTO round_staff_year (tenant_id, round_id, fiscal_year, thousandths, source)
     SELECT $1, $2, "fiscalYear", thousandths, source
     FROM jsonb_to_recordset($3::jsonb) AS r("fiscalYear" smallint, thousandths integer, source text)`,
    [tx.tenantId, roundId, JSON.stringify(stated)],
  );
  await tx.audit({
    action: 'planning_round.staff_set',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { unitId, years: stated.map(({ fiscalYear, thousandths }) => ({ fiscalYear, thousandths })) },
  });
  return ok({ id: roundId, version: row.version });
}

async function isUnitKnown(tx: Transaction, unitId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return rows.length > 0;
}

const saveSql = `
  INSERT INTO round_staff AS s (tenant_id, round_id, unit_id)
  SELECT $1, $2, $3::uuid WHERE $4 = 0 OR EXISTS (SELECT FROM round_staff k WHERE k.tenant_id = $1 AND k.round_id = $2)
  ON CONFLICT (tenant_id, round_id) DO UPDATE SET unit_id = excluded.unit_id, version = s.version + 1
  WHERE s.version = $4 RETURNING version`;
