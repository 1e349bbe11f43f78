import { type FrameCode, type LineAppropriation, type PlannedLine } from '@etatlotse/domain/budget';
import { cents, fiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** Cells as columns, the way they arrive: entry n of the lists is one cell. */
export interface Cells {
  readonly lineIds: readonly string[];
  readonly fiscalYears: readonly number[];
  readonly amountCents: readonly (number | null)[];
}

export interface Cell {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly amountCents: number | null;
}

const cellsInput = `unnest($3::uuid[], $4::smallint[], $5::bigint[]) AS cell(line_id, fiscal_year, amount_cents)`;

const params = (tx: Transaction, versionId: string, cells: Cells): unknown[] => [
  tx.tenantId,
  versionId,
  cells.lineIds,
  cells.fiscalYears,
  cells.amountCents,
];

/** How many of the lines do not exist or have been shut down. */
export async function countUnknownLines(tx: Transaction, lineIds: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ lines: number }>(
    `SELECT count(*)::integer AS lines FROM (SELECT DISTINCT unnest($2::uuid[]) AS line_id) wanted
     WHERE NOT EXISTS (SELECT FROM budget_line l
       WHERE l.tenant_id = $1 AND l.line_id = wanted.line_id AND l.archived_at IS NULL)`,
    [tx.tenantId, lineIds],
  );
  return row?.lines ?? 0;
}

/** Cells that hold neither what was seen nor what is to be written: somebody else has been there. */
export async function findForeignCells(
  tx: Transaction,
  versionId: string,
  cells: Cells,
  seenCents: readonly (number | null)[],
): Promise<Cell[]> {
  return tx.query<Cell>(foreignSql, [...params(tx, versionId, cells), seenCents]);
}
const foreignSql = `
  SELECT cell.line_id AS "lineId", cell.fiscal_year AS "fiscalYear", a.amount_cents AS "amountCents"
  FROM unnest($3::uuid[], $4::smallint[], $5::bigint[], $6::bigint[]) AS cell(line_id, fiscal_year, amount_cents, seen_cents)
  LEFT JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = $2 AND a.line_id = cell.line_id
    AND a.fiscal_year = cell.fiscal_year
  WHERE a.amount_cents IS DISTINCT FROM cell.seen_cents AND a.amount_cents IS DISTINCT FROM cell.amount_cents`;

/** The first frame and plan year with an unknown ceiling in which these cells would plan something. */
export async function findUnknownFrame(
  tx: Transaction,
  versionId: string,
  cells: Cells,
  planYears: readonly number[],
): Promise<{ readonly frame: FrameCode; readonly fiscalYear: number } | null> {
  const [row] = await tx.query<{ frame: FrameCode; fiscalYear: number }>(unknownFrameSql, [
    ...params(tx, versionId, cells),
    planYears,
  ]);
  return row ?? null;
}
const unknownFrameSql = `
  SELECT l.frame, cell.fiscal_year AS "fiscalYear"
  FROM ${cellsInput}
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = cell.line_id AND l.frame IS NOT NULL
    AND l.direction IN ('expense', 'payment')
  LEFT JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = $2 AND a.line_id = cell.line_id
    AND a.fiscal_year = cell.fiscal_year
  LEFT JOIN frame_ceiling c ON c.tenant_id = $1 AND c.frame = l.frame AND c.fiscal_year = cell.fiscal_year
  WHERE cell.fiscal_year = ANY($6::smallint[]) AND c.ceiling_cents IS NULL
    AND cell.amount_cents > coalesce(a.amount_cents, 0)
  ORDER BY cell.fiscal_year, l.frame LIMIT 1`;

/** Writes the cells and answers how many were different before. `null` empties a cell. */
export async function writeCells(tx: Transaction, versionId: string, cells: Cells): Promise<number> {
  const emptied = await tx.execute(deleteSql, params(tx, versionId, cells));
  return emptied + (await tx.execute(upsertSql, params(tx, versionId, cells)));
}
const deleteSql = `
  DELETE FROM plan_amount a USING ${cellsInput}
  WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.line_id = cell.line_id AND a.fiscal_year = cell.fiscal_year
    AND cell.amount_cents IS NULL`;
const upsertSql = `
  INSERT INTO plan_amount AS a (tenant_id, version_id, line_id, fiscal_year, amount_cents)
  SELECT $1, $2, line_id, fiscal_year, amount_cents FROM ${cellsInput} WHERE cell.amount_cents IS NOT NULL
  ORDER BY line_id, fiscal_year
  ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE SET amount_cents = excluded.amount_cents
  WHERE a.amount_cents <> excluded.amount_cents`;

/** Notes the amounts as changed; the reason for planning without a known frame is kept once given. */
export async function touchVersion(
  tx: Transaction,
  versionId: string,
  unknownFrameReason: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE plan_version SET version = version + 1, unknown_frame_reason = coalesce($3, unknown_frame_reason)
     WHERE tenant_id = $1 AND version_id = $2`,
    [tx.tenantId, versionId, unknownFrameReason],
  );
}

/** A line of a version with what the introduction check looks at. */
export type CheckedLine = PlannedLine & {
  readonly number: string;
  readonly name: string;
  readonly accountFrame: string;
};

/** Every line of a version with its place and amounts. */
export async function readLines(tx: Transaction, versionId: string): Promise<CheckedLine[]> {
  const rows = await tx.query<Omit<CheckedLine, 'amounts'> & { amounts: { year: number; amountCents: number }[] }>(
    linesSql,
    [tx.tenantId, versionId],
  );
  return rows.map((row) => ({
    ...row,
    amounts: row.amounts.map(({ year, amountCents }) => ({
      fiscalYear: fiscalYear(year),
      amountCents: cents(amountCents),
    })),
  }));
}
const linesSql = `
  SELECT l.line_id AS "lineId", l.number, l.name, l.account_frame AS "accountFrame", l.sub_budget AS "subBudget",
    l.product, l.account, json_agg(json_build_object('year', a.fiscal_year, 'amountCents', a.amount_cents)) AS amounts
  FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  WHERE a.tenant_id = $1 AND a.version_id = $2 GROUP BY l.tenant_id, l.line_id ORDER BY l.number`;

/** What a version plans for these years, line by line. */
export async function readPlanned(
  tx: Transaction,
  versionId: string,
  years: readonly number[],
): Promise<LineAppropriation[]> {
  return toAppropriations(await tx.query<AmountRow>(plannedSql, [tx.tenantId, versionId, years]));
}
const plannedSql = `
  SELECT line_id, fiscal_year, amount_cents FROM plan_amount
  WHERE tenant_id = $1 AND version_id = $2 AND fiscal_year = ANY($3::smallint[])`;

/** How many lines of another version a version plans, too, and how many it leaves out, in these years. */
export async function compareLines(
  tx: Transaction,
  versionId: string,
  otherId: string,
  years: readonly number[],
): Promise<{ readonly shared: number; readonly leftOut: number }> {
  const [row] = await tx.query<{ shared: number; leftOut: number }>(compareSql, [
    tx.tenantId,
    versionId,
    otherId,
    years,
  ]);
  return row ?? { shared: 0, leftOut: 0 };
}
const compareSql = `
  SELECT count(mine.line_id)::integer AS shared, (count(*) - count(mine.line_id))::integer AS "leftOut"
  FROM (SELECT DISTINCT line_id FROM plan_amount
        WHERE tenant_id = $1 AND version_id = $3 AND fiscal_year = ANY($4::smallint[]) AND amount_cents <> 0) other
  LEFT JOIN (SELECT DISTINCT line_id FROM plan_amount
        WHERE tenant_id = $1 AND version_id = $2 AND fiscal_year = ANY($4::smallint[])) mine USING (line_id)`;

/** What the ledger holds as appropriation in these years. */
export async function readLedgerAppropriations(
  tx: Transaction,
  years: readonly number[],
): Promise<LineAppropriation[]> {
  return toAppropriations(await tx.query<AmountRow>(ledgerSql, [tx.tenantId, years]));
}
const ledgerSql = `
  SELECT line_id, fiscal_year, appropriation_cents AS amount_cents FROM line_balance
  WHERE tenant_id = $1 AND fiscal_year = ANY($2::smallint[]) AND appropriation_cents <> 0`;

interface AmountRow {
  readonly line_id: string;
  readonly fiscal_year: number;
  readonly amount_cents: number;
}

function toAppropriations(rows: readonly AmountRow[]): LineAppropriation[] {
  return rows.map((row) => ({
    lineId: row.line_id,
    fiscalYear: fiscalYear(row.fiscal_year),
    amountCents: cents(row.amount_cents),
  }));
}

/** What the frames have left in the plan years of a version; null where the ceiling is unknown. */
export async function readFrameRoom(
  tx: Transaction,
  versionId: string,
  years: readonly number[],
): Promise<{ readonly frame: FrameCode; readonly fiscalYear: number; readonly undistributedCents: number | null }[]> {
  return tx.query(roomSql, [tx.tenantId, versionId, years]);
}
const roomSql = `
  SELECT s.frame, s.fiscal_year AS "fiscalYear", (c.ceiling_cents - s.planned_cents)::bigint AS "undistributedCents"
  FROM (
    SELECT l.frame, a.fiscal_year, sum(a.amount_cents)::bigint AS planned_cents FROM plan_amount a
    JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND l.frame IS NOT NULL
      AND l.direction IN ('expense', 'payment')
    WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.fiscal_year = ANY($3::smallint[]) GROUP BY l.frame, a.fiscal_year) s
  LEFT JOIN frame_ceiling c ON c.tenant_id = $1 AND c.frame = s.frame AND c.fiscal_year = s.fiscal_year
  ORDER BY s.fiscal_year, s.frame`;
