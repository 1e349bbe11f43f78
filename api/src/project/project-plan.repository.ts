import type { ReportMilestone, SaveProjectPlan } from '@etatlotse/contracts/project';
import { type Baseline, budgetCents } from '@etatlotse/domain/project';
import type { PlainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A milestone as it is stored. */
export interface StoredMilestone {
  readonly id: string;
  readonly name: string;
  readonly actualOn: PlainDate | null;
  readonly forecastOn: PlainDate | null;
  readonly version: number;
}

/** The working plan as a baseline would freeze it: without what was dropped. */
export async function readPlan(tx: Transaction, projectId: string): Promise<Baseline> {
  const [row] = await tx.query<{ plan: Baseline }>(planSql, [tx.tenantId, projectId]);
  if (row === undefined) throw new Error('A plan is read of a project that is held.');
  return row.plan;
}

/** The baseline in force, or null before there is one. */
export async function readCurrentBaseline(tx: Transaction, projectId: string): Promise<Baseline | null> {
  const [row] = await tx.query<{ baseline: Baseline }>(currentBaselineSql, [tx.tenantId, projectId]);
  return row?.baseline ?? null;
}

/** Writes the working plan anew. Milestones that are left out are dropped; false where one is named that is not there. */
export async function writePlan(tx: Transaction, projectId: string, plan: SaveProjectPlan): Promise<boolean> {
  await tx.execute(`UPDATE project SET planned_start = $3, planned_end = $4 WHERE tenant_id = $1 AND project_id = $2`, [
    tx.tenantId,
    projectId,
    plan.plannedStart,
    plan.plannedEnd,
  ]);
  await tx.execute(`DELETE FROM project_cost WHERE tenant_id = $1 AND project_id = $2`, [tx.tenantId, projectId]);
  await tx.execute(
    `INSERT INTO project_cost (tenant_id, project_id, fiscal_year, kind, amount_cents)
     SELECT $1, $2, c."fiscalYear", c.kind, c."amountCents"
     FROM jsonb_to_recordset($3::jsonb) AS c("fiscalYear" smallint, kind text, "amountCents" bigint)`,
    [tx.tenantId, projectId, JSON.stringify(plan.costs)],
  );
  const known = plan.milestones.filter(({ id }) => id !== undefined);
  const fresh = plan.milestones
    .filter(({ id }) => id === undefined)
    .map((milestone) => ({ ...milestone, id: tx.nextId() }));
  const changed = await tx.execute(changeMilestonesSql, [tx.tenantId, projectId, JSON.stringify(known)]);
  if (changed !== known.length) return false;
  await tx.execute(
    `UPDATE project_milestone SET dropped_at = $4 WHERE tenant_id = $1 AND project_id = $2 AND dropped_at IS NULL
       AND milestone_id <> ALL ($3::uuid[])`,
    [tx.tenantId, projectId, known.map(({ id }) => id), tx.now],
  );
  await tx.execute(insertMilestonesSql, [tx.tenantId, projectId, JSON.stringify(fresh)]);
  return true;
}

/** Whether a milestone is part of the plan of a project that is held. */
export async function isPlanned(tx: Transaction, projectId: string, milestoneId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM project_milestone WHERE tenant_id = $1 AND project_id = $2 AND milestone_id = $3 AND dropped_at IS NULL`,
    [tx.tenantId, projectId, milestoneId],
  );
  return rows.length > 0;
}

/**
 * The name of a dropped milestone that another project waits for or that follow-up costs begin with, or null. Asked after
 * dropping, so nobody slips in.
 */
export async function droppedButNeeded(tx: Transaction, projectId: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `SELECT m.name FROM project_milestone m
     WHERE m.tenant_id = $1 AND m.project_id = $2 AND m.dropped_at IS NOT NULL
       AND (EXISTS (SELECT FROM project_dependency d WHERE d.tenant_id = m.tenant_id AND d.milestone_id = m.milestone_id
           AND d.ended_at IS NULL)
         OR EXISTS (SELECT FROM project_follow_up_cost f WHERE f.tenant_id = m.tenant_id
           AND f.milestone_id = m.milestone_id AND f.ended_at IS NULL))
     ORDER BY m.name LIMIT 1`,
    [tx.tenantId, projectId],
  );
  return row?.name ?? null;
}

/** A milestone of a project that is held. */
export async function findMilestone(
  tx: Transaction,
  projectId: string,
  milestoneId: string,
): Promise<StoredMilestone | null> {
  const [milestone] = await tx.query<StoredMilestone>(
    `SELECT milestone_id AS id, name, actual_on AS "actualOn", forecast_on AS "forecastOn", version
     FROM project_milestone WHERE tenant_id = $1 AND project_id = $2 AND milestone_id = $3 FOR UPDATE`,
    [tx.tenantId, projectId, milestoneId],
  );
  return milestone ?? null;
}

export async function saveMilestone(tx: Transaction, milestoneId: string, report: ReportMilestone): Promise<void> {
  await tx.execute(
    `UPDATE project_milestone SET forecast_on = $3, earliest_on = $4, latest_on = $5, actual_on = $6, remark = $7,
       version = version + 1 WHERE tenant_id = $1 AND milestone_id = $2`,
    [
      tx.tenantId,
      milestoneId,
      report.forecastOn,
      report.earliestOn,
      report.latestOn,
      report.actualOn,
      report.remark ?? '',
    ],
  );
}

/** What is kept about a baseline beside the plan it freezes. */
export interface BaselineDeed {
  readonly reason: string;
  readonly document: string;
  readonly decidedOn: string;
}

/** Freezes a plan while it waits for its second person; null where another one waits already. */
export async function insertBaseline(
  tx: Transaction,
  projectId: string,
  plan: Baseline,
  deed: BaselineDeed,
): Promise<string | null> {
  const id = tx.nextId();
  const total = plan.costs.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const bac = budgetCents(plan.costs);
  const added = await tx.execute(insertBaselineSql, [
    tx.tenantId,
    id,
    projectId,
    plan.plannedStart,
    plan.plannedEnd,
    bac,
    total - bac,
    deed.reason,
    deed.document,
    deed.decidedOn,
    tx.personId,
    tx.now,
  ]);
  if (added === 0) return null;
  await tx.execute(
    `INSERT INTO project_baseline_cost (tenant_id, baseline_id, fiscal_year, kind, amount_cents)
     SELECT $1, $2, c."fiscalYear", c.kind, c."amountCents"
     FROM jsonb_to_recordset($3::jsonb) AS c("fiscalYear" smallint, kind text, "amountCents" bigint)`,
    [tx.tenantId, id, JSON.stringify(plan.costs)],
  );
  await tx.execute(
    `INSERT INTO project_baseline_milestone (tenant_id, baseline_id, milestone_id, name, planned_on, weight_basis_points)
     SELECT $1, $2, m."milestoneId", m.name, m."plannedOn", m."weightBasisPoints"
     FROM jsonb_to_recordset($3::jsonb) AS m("milestoneId" uuid, name text, "plannedOn" date, "weightBasisPoints" int)`,
    [tx.tenantId, id, JSON.stringify(plan.milestones)],
  );
  return id;
}

/** Gives a waiting baseline its number, or dismisses it. Answers the number, null where nothing waits any more. */
export async function closeBaseline(
  tx: Transaction,
  baselineId: string,
  state: 'agreed' | 'dismissed',
): Promise<number | null> {
  const [row] = await tx.query<{ number: number | null }>(
    `UPDATE project_baseline b SET state = $3,
       number = CASE $3 WHEN 'agreed' THEN (SELECT coalesce(max(o.number), 0) + 1 FROM project_baseline o
         WHERE o.tenant_id = $1 AND o.project_id = b.project_id) END,
       agreed_by = CASE $3 WHEN 'agreed' THEN $4::uuid END, agreed_at = CASE $3 WHEN 'agreed' THEN $5::timestamptz END
     WHERE b.tenant_id = $1 AND b.baseline_id = $2 AND b.state = 'waiting' RETURNING b.number`,
    [tx.tenantId, baselineId, state, tx.personId, tx.now],
  );
  return row?.number ?? null;
}

const currentBaselineSql = `
  SELECT json_build_object('plannedStart', b.planned_start, 'plannedEnd', b.planned_end,
    'costs', coalesce((SELECT json_agg(json_build_object('fiscalYear', c.fiscal_year, 'kind', c.kind,
        'amountCents', c.amount_cents) ORDER BY c.fiscal_year, c.kind)
      FROM project_baseline_cost c WHERE c.tenant_id = b.tenant_id AND c.baseline_id = b.baseline_id), '[]'::json),
    'milestones', coalesce((SELECT json_agg(json_build_object('milestoneId', m.milestone_id, 'name', m.name,
        'plannedOn', m.planned_on, 'weightBasisPoints', m.weight_basis_points) ORDER BY m.planned_on, m.milestone_id)
      FROM project_baseline_milestone m WHERE m.tenant_id = b.tenant_id AND m.baseline_id = b.baseline_id), '[]'::json))
    AS baseline
  FROM project_baseline b WHERE b.tenant_id = $1 AND b.project_id = $2 AND b.state = 'agreed'
  ORDER BY b.number DESC LIMIT 1`;

const planSql = `
  SELECT json_build_object('plannedStart', p.planned_start, 'plannedEnd', p.planned_end,
    'costs', coalesce((SELECT json_agg(json_build_object('fiscalYear', c.fiscal_year, 'kind', c.kind,
        'amountCents', c.amount_cents) ORDER BY c.fiscal_year, c.kind)
      FROM project_cost c WHERE c.tenant_id = p.tenant_id AND c.project_id = p.project_id), '[]'::json),
    'milestones', coalesce((SELECT json_agg(json_build_object('milestoneId', m.milestone_id, 'name', m.name,
        'plannedOn', m.planned_on, 'weightBasisPoints', m.weight_basis_points) ORDER BY m.planned_on, m.milestone_id)
      FROM project_milestone m WHERE m.tenant_id = p.tenant_id AND m.project_id = p.project_id
        AND m.dropped_at IS NULL), '[]'::json)) AS plan
  FROM project p WHERE p.tenant_id = $1 AND p.project_id = $2`;

const changeMilestonesSql = `
  UPDATE project_milestone m SET name = r.name, planned_on = r."plannedOn", weight_basis_points = r."weightBasisPoints",
    dropped_at = NULL
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, name text, "plannedOn" date, "weightBasisPoints" int)
  WHERE m.tenant_id = $1 AND m.project_id = $2 AND m.milestone_id = r.id`;

const insertMilestonesSql = `
  INSERT INTO project_milestone (tenant_id, milestone_id, project_id, name, planned_on, weight_basis_points)
  SELECT $1, r.id, $2, r.name, r."plannedOn", r."weightBasisPoints"
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, name text, "plannedOn" date, "weightBasisPoints" int)`;

const insertBaselineSql = `
  INSERT INTO project_baseline (tenant_id, baseline_id, project_id, state, planned_start, planned_end, budget_cents,
    internal_cents, reason, document, decided_on, requested_by, requested_at)
  VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (tenant_id, project_id) WHERE state = 'waiting' DO NOTHING`;
