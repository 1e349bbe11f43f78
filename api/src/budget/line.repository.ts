import type { CreateLine } from '@etatlotse/contracts/budget';
import type { AccountClass, AccountDirection, ReserveKind, Sphere } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';

/** What of a line can be changed, by its names on the wire. */
export interface StoredLine {
  readonly id: string;
  readonly number: string;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly version: number;
  readonly name: string;
  readonly explanation: string;
  readonly isArchived: boolean;
  readonly poolId: string | null;
  readonly reserve: ReserveKind | null;
  readonly frame: string | null;
  readonly runOrChange: string | null;
  readonly serviceClass: string | null;
  readonly networkZone: string | null;
  readonly isNonStaff: boolean;
  readonly mayCarryOver: boolean;
  readonly unitId: string | null;
  readonly subBudget: string;
  readonly product: string;
  readonly productName: string;
  readonly statementLine: string;
  readonly costCentre: string;
}

const stored = `line_id AS id, number, direction, sphere, version, name, explanation, archived_at IS NOT NULL AS "isArchived",
  pool_id AS "poolId", reserve, frame, run_or_change AS "runOrChange", service_class AS "serviceClass",
  network_zone AS "networkZone", is_non_staff AS "isNonStaff", may_carry_over AS "mayCarryOver", unit_id AS "unitId",
  sub_budget AS "subBudget", product, product_name AS "productName", statement_line AS "statementLine", cost_centre AS "costCentre"`;

export async function findLine(tx: Transaction, lineId: string): Promise<StoredLine | null> {
  const [line] = await findLines(tx, [lineId]);
  return line ?? null;
}

/** The named lines in id order; fewer than named when some do not exist. */
export async function findLines(tx: Transaction, lineIds: readonly string[]): Promise<StoredLine[]> {
  return tx.query<StoredLine>(findManySql, [tx.tenantId, lineIds]);
}

/** Adds a line; false when the number is taken. */
export async function insertLine(
  tx: Transaction,
  lineId: string,
  line: CreateLine,
  meaning: AccountClass,
): Promise<boolean> {
  const added = await tx.execute(insertSql, [
    tx.tenantId,
    lineId,
    tx.now,
    meaning.direction,
    meaning.sphere,
    JSON.stringify(line),
  ]);
  return added === 1;
}

/** Stores a changed line; false when somebody else was faster. The pool is changed apart, with its balances. */
export async function saveLine(tx: Transaction, line: StoredLine): Promise<boolean> {
  const changed = await tx.execute(saveSql, [tx.tenantId, line.id, line.version, JSON.stringify(line), tx.now]);
  return changed === 1;
}

export async function isUnit(tx: Transaction, unitId: string): Promise<boolean> {
  const units = await tx.query(`SELECT unit_id FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [
    tx.tenantId,
    unitId,
  ]);
  return units.length === 1;
}

const findManySql = `SELECT ${stored} FROM budget_line WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[]) ORDER BY line_id`;

const insertSql = `
  INSERT INTO budget_line (tenant_id, line_id, created_at, direction, sphere, number, name, sub_budget, product,
    product_name, account, account_name, account_frame, statement_line, project_key, cost_centre, frame, run_or_change,
    service_class, network_zone, is_non_staff, unit_id, explanation, reserve, may_carry_over)
  SELECT $1, $2, $3, $4, $5, r.number, r.name, coalesce(r."subBudget", ''), coalesce(r.product, ''),
    coalesce(r."productName", ''), r.account, coalesce(r."accountName", ''), r."accountFrame",
    coalesce(r."statementLine", ''), coalesce(r."projectKey", ''), coalesce(r."costCentre", ''), r.frame,
    r."runOrChange", r."serviceClass", r."networkZone", coalesce(r."isNonStaff", true), r."unitId", coalesce(r.explanation, ''),
    r.reserve, coalesce(r."mayCarryOver", true)
  FROM jsonb_to_record($6::jsonb) AS r(number text, name text, "subBudget" text, product text, "productName" text,
    account text, "accountName" text, "accountFrame" text, "statementLine" text, "projectKey" text, "costCentre" text,
    frame text, "runOrChange" text, "serviceClass" text, "networkZone" text, "isNonStaff" boolean, "unitId" uuid,
    explanation text, reserve text, "mayCarryOver" boolean)
  ON CONFLICT (tenant_id, number) DO NOTHING`;

const saveSql = `
  UPDATE budget_line l SET version = l.version + 1, name = r.name, explanation = r.explanation, frame = r.frame,
    run_or_change = r."runOrChange", service_class = r."serviceClass", network_zone = r."networkZone",
    is_non_staff = r."isNonStaff", unit_id = r."unitId", reserve = r.reserve, may_carry_over = r."mayCarryOver",
    sub_budget = r."subBudget", product = r.product, product_name = r."productName", statement_line = r."statementLine",
    cost_centre = r."costCentre",
    archived_at = CASE WHEN r."isArchived" THEN coalesce(l.archived_at, $5::timestamptz) END
  FROM jsonb_to_record($4::jsonb) AS r(name text, explanation text, frame text, "runOrChange" text, "serviceClass" text,
    "networkZone" text, "isNonStaff" boolean, "unitId" uuid, "isArchived" boolean,
    reserve text, "mayCarryOver" boolean, "subBudget" text, product text, "productName" text, "statementLine" text,
    "costCentre" text)
  WHERE l.tenant_id = $1 AND l.line_id = $2 AND l.version = $3`;
