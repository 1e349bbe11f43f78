import type { CostBasis, Operator, OutcomeKind } from '@etatlotse/contracts/outcome';
import { may, unitScope } from '@etatlotse/domain/access';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isProjectSeen } from '../project';
import { isOutcomeSeen } from './outcome.sql';

/** What an outcome says about itself. */
export interface OutcomeFace {
  readonly name: string;
  readonly piece: string;
  readonly kind: OutcomeKind;
  readonly basis: CostBasis;
  readonly description: string;
  readonly unitId: string | null;
  readonly projectId: string | null;
  readonly lineIds: readonly string[];
}

export type FaceRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'OUTCOME_COST'>
  | Refusal<'OUTCOME_LINES'>
  | Refusal<'ROLLOUT_PROJECT'>;

/** Whether an outcome may say this of itself: its unit is one's own, and exactly one thing one can see stands behind its cost. */
export async function checkFace(tx: Transaction, face: OutcomeFace): Promise<Outcome<null, FaceRefusal>> {
  const { unitId, projectId, lineIds } = face;
  if (tx.actor === null || !may(tx.actor, 'outcome.write', { unitId }))
    return refuse({ code: 'NOT_FOUND', params: {} });
  if (unitId !== null && !(await exists(tx, unitSql, [unitId]))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  if ((projectId === null) === (lineIds.length === 0)) return refuse({ code: 'OUTCOME_COST', params: {} });
  if (projectId !== null) {
    const isSeen = await exists(tx, projectSql, [projectId, unitScope(tx.actor, 'project.read')]);
    return isSeen ? ok(null) : refuse({ code: 'ROLLOUT_PROJECT', params: {} });
  }
  const ids = [...new Set(lineIds)];
  const lines = await tx.query(linesSql, [tx.tenantId, ids, unitScope(tx.actor, 'budget.read')]);
  return lines.length === ids.length ? ok(null) : refuse({ code: 'OUTCOME_LINES', params: {} });
}

/** Those of these lines that whoever works does not see. */
export async function hiddenLines(tx: Transaction, lineIds: readonly string[]): Promise<string[]> {
  const scope = tx.actor === null ? null : unitScope(tx.actor, 'budget.read');
  const seen = await tx.query<{ line_id: string }>(linesSql, [tx.tenantId, lineIds, scope]);
  return lineIds.filter((id) => !seen.some(({ line_id }) => line_id === id));
}

async function exists(tx: Transaction, sql: string, params: readonly unknown[]): Promise<boolean> {
  return (await tx.query(sql, [tx.tenantId, ...params])).length === 1;
}

export async function insertOutcome(
  tx: Transaction,
  face: OutcomeFace,
  origin: 'person' | 'source' | 'demo' = 'person',
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(insertSql, [tx.tenantId, id, JSON.stringify(face), origin, tx.personId, tx.now]);
  await insertLines(tx, id, face.lineIds);
  return id;
}

export async function saveOutcome(tx: Transaction, outcomeId: string, face: OutcomeFace): Promise<void> {
  await tx.execute(updateSql, [tx.tenantId, outcomeId, JSON.stringify(face)]);
  await tx.execute(`DELETE FROM outcome_line WHERE tenant_id = $1 AND outcome_id = $2`, [tx.tenantId, outcomeId]);
  await insertLines(tx, outcomeId, face.lineIds);
}

async function insertLines(tx: Transaction, outcomeId: string, lineIds: readonly string[]): Promise<void> {
  await tx.execute(
    `INSERT INTO outcome_line (tenant_id, outcome_id, line_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
    [tx.tenantId, outcomeId, lineIds],
  );
}

/** An outcome that is held for a change. */
export interface StoredOutcomeFacts {
  readonly id: string;
  readonly unitId: string | null;
  readonly projectId: string | null;
  readonly lineIds: readonly string[];
  readonly version: number;
}

/** Holds an outcome; null where it does not exist for whoever works, or is not theirs to change. */
export async function holdOutcome(tx: Transaction, outcomeId: string): Promise<StoredOutcomeFacts | null> {
  if (tx.actor === null) return null;
  const [outcome] = await tx.query<StoredOutcomeFacts>(holdSql, [
    tx.tenantId,
    unitScope(tx.actor, 'project.read'),
    outcomeId,
  ]);
  return outcome !== undefined && may(tx.actor, 'outcome.write', { unitId: outcome.unitId }) ? outcome : null;
}

/** What a new count brings. */
export interface NewCount {
  readonly outcomeId: string;
  readonly unitId: string | null;
  readonly measuredOn: string;
  readonly operator: Operator;
  readonly quantity: number | null;
  readonly source: string;
  readonly supersedesId: string | null;
  readonly reason: string;
  readonly origin: 'person' | 'source' | 'demo';
}

export async function insertCount(tx: Transaction, count: NewCount): Promise<string> {
  const id = tx.nextId();
  await tx.execute(countSql, [tx.tenantId, id, JSON.stringify(count), tx.personId, tx.now]);
  return id;
}

/** Counts of an outcome that still hold. */
export function validCounts(
  tx: Transaction,
  outcomeId: string,
): Promise<{ id: string; unitId: string | null; measuredOn: string }[]> {
  return tx.query(
    `SELECT c.count_id AS id, c.unit_id AS "unitId", c.measured_on AS "measuredOn" FROM outcome_count c
     WHERE c.tenant_id = $1 AND c.outcome_id = $2 AND NOT EXISTS (SELECT FROM outcome_count z
       WHERE z.tenant_id = c.tenant_id AND z.supersedes_id = c.count_id)`,
    [tx.tenantId, outcomeId],
  );
}

const unitSql = `SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`;

const projectSql = `
  SELECT FROM project p WHERE p.tenant_id = $1 AND p.project_id = $2 AND p.level = 'project' AND ${isProjectSeen('p', '$3')}`;

const linesSql = `
  SELECT line_id FROM budget_line WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[])
    AND direction IN ('expense', 'payment') AND ($3::uuid[] IS NULL OR unit_id = ANY ($3))`;

const record = `jsonb_to_record($3::jsonb) AS r(name text, piece text, kind text, basis text, description text,
  "unitId" uuid, "projectId" uuid)`;

const insertSql = `
  INSERT INTO outcome (tenant_id, outcome_id, name, piece, kind, basis, description, unit_id, project_id, origin,
    created_by, created_at)
  SELECT $1, $2, r.name, r.piece, r.kind, r.basis, r.description, r."unitId", r."projectId", $4, $5, $6 FROM ${record}`;

const updateSql = `
  UPDATE outcome o SET name = r.name, piece = r.piece, kind = r.kind, basis = r.basis, description = r.description,
    unit_id = r."unitId", project_id = r."projectId", version = o.version + 1
  FROM ${record} WHERE o.tenant_id = $1 AND o.outcome_id = $2`;

const holdSql = `
  SELECT o.outcome_id AS id, o.unit_id AS "unitId", o.project_id AS "projectId", o.version,
    ARRAY(SELECT n.line_id FROM outcome_line n WHERE n.tenant_id = o.tenant_id AND n.outcome_id = o.outcome_id) AS "lineIds"
  FROM outcome o WHERE o.tenant_id = $1 AND ${isOutcomeSeen('$2')} AND o.outcome_id = $3 FOR UPDATE`;

const countSql = `
  INSERT INTO outcome_count (tenant_id, count_id, outcome_id, unit_id, measured_on, operator, quantity, source, origin,
    supersedes_id, reason, recorded_by, recorded_at)
  SELECT $1, $2, c."outcomeId", c."unitId", c."measuredOn", c.operator, c.quantity, c.source, c.origin,
    c."supersedesId", c.reason, $4, $5
  FROM jsonb_to_record($3::jsonb) AS c("outcomeId" uuid, "unitId" uuid, "measuredOn" date, operator text,
    quantity integer, source text, origin text, "supersedesId" uuid, reason text)`;
