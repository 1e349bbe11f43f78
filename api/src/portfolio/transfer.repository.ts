import type { FrameCode, Sphere } from '@etatlotse/domain/budget';
import type { StoredDemand, StoredRound } from '../demand';
import type { Transaction } from '../platform/database/transactions';

/** What decides whether a demand may go on a line. */
export interface LineFace {
  readonly lineId: string;
  readonly frame: FrameCode | null;
  readonly sphere: Sphere;
}

export async function readLineFaces(
  tx: Transaction,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, LineFace>> {
  const rows = await tx.query<LineFace>(
    `SELECT line_id AS "lineId", frame, sphere FROM budget_line
     WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[]) AND archived_at IS NULL AND direction IN ('expense', 'payment')`,
    [tx.tenantId, lineIds],
  );
  return new Map(rows.map((row) => [row.lineId, row]));
}

/** A line proposed for one side of a demand. */
export interface ProposedLine {
  readonly demandId: string;
  readonly sphere: Sphere;
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** Lines of the frame that belong to the unit of a demand, else to the nearest one above it. */
export async function proposedLines(tx: Transaction, demandIds: readonly string[]): Promise<ProposedLine[]> {
  return tx.query<ProposedLine>(proposedSql, [tx.tenantId, demandIds]);
}

/** Whether a demand is in a version already. */
export async function findTransfer(tx: Transaction, demandId: string, versionId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM demand_transfer WHERE tenant_id = $1 AND demand_id = $2 AND version_id = $3`,
    [tx.tenantId, demandId, versionId],
  );
  return rows.length > 0;
}

export interface NewTransfer {
  readonly demandId: string;
  readonly versionId: string;
  readonly changeId: string;
  readonly projectId: string | null;
  readonly amountCents: number;
}

/** Links a demand with the step it became, for ever. */
export async function insertTransfer(tx: Transaction, transfer: NewTransfer): Promise<void> {
  const { demandId, versionId, changeId, projectId, amountCents } = transfer;
  await tx.execute(
    `INSERT INTO demand_transfer (tenant_id, transfer_id, demand_id, version_id, change_id, project_id, amount_cents,
       transferred_by, transferred_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, tx.nextId(), demandId, versionId, changeId, projectId, amountCents, tx.personId, tx.now],
  );
}

/** The year that was set for a demand, else its earliest in the round. */
export async function chosenStart(tx: Transaction, demand: StoredDemand, round: StoredRound): Promise<number> {
  const [row] = await tx.query<{ startYear: number }>(
    `SELECT start_year AS "startYear" FROM demand_start WHERE tenant_id = $1 AND demand_id = $2`,
    [tx.tenantId, demand.id],
  );
  return row?.startYear ?? baseYearOf(demand, round);
}

/** The first year of the round in which a demand could begin. */
export function baseYearOf({ earliestStartYear }: StoredDemand, { firstYear }: StoredRound): number {
  return Math.max(earliestStartYear ?? firstYear, firstYear);
}

/** The same for many at once. */
export async function chosenStarts(
  tx: Transaction,
  demands: readonly StoredDemand[],
  round: StoredRound,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ demandId: string; startYear: number }>(
    `SELECT demand_id AS "demandId", start_year AS "startYear" FROM demand_start
     WHERE tenant_id = $1 AND demand_id = ANY ($2::uuid[])`,
    [tx.tenantId, demands.map(({ id }) => id)],
  );
  const set = new Map(rows.map(({ demandId, startYear }) => [demandId, startYear]));
  return new Map(demands.map((demand) => [demand.id, set.get(demand.id) ?? baseYearOf(demand, round)]));
}

const proposedSql = `
  WITH RECURSIVE above AS (
    SELECT d.demand_id, d.frame, u.unit_id, u.parent_id, 0 AS height FROM demand d
    JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
    WHERE d.tenant_id = $1 AND d.demand_id = ANY ($2::uuid[])
    UNION ALL
    SELECT a.demand_id, a.frame, p.unit_id, p.parent_id, a.height + 1 FROM above a
    JOIN org_unit p ON p.tenant_id = $1 AND p.unit_id = a.parent_id)
  SELECT DISTINCT ON (a.demand_id, l.sphere) a.demand_id AS "demandId", l.sphere, l.line_id AS id, l.number, l.name
  FROM above a JOIN budget_line l ON l.tenant_id = $1 AND l.unit_id = a.unit_id AND l.frame = a.frame
    AND l.archived_at IS NULL AND l.direction IN ('expense', 'payment') AND l.sphere IN ('operating', 'investing')
  ORDER BY a.demand_id, l.sphere, a.height, l.number, l.line_id`;
