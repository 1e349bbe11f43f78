import type { EnterRelease } from '@etatlotse/contracts/capacity';
import type { ReleaseEvidence, ReleaseStage } from '@etatlotse/domain/capacity';
import { type PlainDate, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A release as its commands see it. */
export interface ReleaseRecord {
  readonly unitId: string;
  readonly taskId: string | null;
  readonly stage: ReleaseStage;
  readonly evidence: ReleaseEvidence;
  readonly version: number;
}

/** Enters a release as it is assumed; null when its go-live or benefit is in the ledger already. */
export async function insertRelease(
  tx: Transaction,
  release: EnterRelease,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const releaseId = tx.nextId();
  const inserted = await tx.execute(
    `INSERT INTO capacity_release (tenant_id, release_id, unit_id, name, task_id, benefit_id, stage, fiscal_year, year_hours,
       run_rate_hours, seconds_per_case, grade, origin, entered_by, entered_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'assumed', $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      releaseId,
      release.unitId,
      release.name,
      release.taskId ?? null,
      release.benefitId ?? null,
      release.fiscalYear,
      release.yearHours,
      release.runRateHours,
      release.secondsPerCase ?? null,
      release.grade,
      origin,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
  return inserted === 0 ? null : releaseId;
}

/** Reads a release and holds it until the transaction ends. */
export async function lockRelease(tx: Transaction, releaseId: string): Promise<ReleaseRecord | null> {
  const [row] = await tx.query<{
    unit_id: string;
    task_id: string | null;
    stage: ReleaseStage;
    milestone_id: string | null;
    surveyed_on: string | null;
    post_id: string | null;
    version: number;
  }>(
    `SELECT unit_id, task_id, stage, milestone_id, surveyed_on, post_id, version FROM capacity_release
     WHERE tenant_id = $1 AND release_id = $2 FOR UPDATE`,
    [tx.tenantId, releaseId],
  );
  if (row === undefined) return null;
  const surveyedOn = row.surveyed_on === null ? null : plainDate(row.surveyed_on);
  return {
    unitId: row.unit_id,
    taskId: row.task_id,
    stage: row.stage,
    evidence: { milestoneId: row.milestone_id, surveyedOn, postId: row.post_id },
    version: row.version,
  };
}

/** The stage with what it rests on. Hours change only where a survey found other ones. */
export async function updateRelease(
  tx: Transaction,
  releaseId: string,
  stage: ReleaseStage,
  evidence: ReleaseEvidence,
  runRateHours: number | null,
): Promise<void> {
  await tx.execute(
    `UPDATE capacity_release SET stage = $3, milestone_id = $4, surveyed_on = $5, post_id = $6,
       run_rate_hours = coalesce($7, run_rate_hours), version = version + 1
     WHERE tenant_id = $1 AND release_id = $2`,
    [tx.tenantId, releaseId, stage, evidence.milestoneId, evidence.surveyedOn, evidence.postId, runRateHours],
  );
}

/** Milestone that the go-live of a task hangs on. */
export async function milestoneOfTask(tx: Transaction, taskId: string): Promise<string | null> {
  const [row] = await tx.query<{ milestone_id: string }>(
    `SELECT milestone_id FROM task_go_live WHERE tenant_id = $1 AND task_id = $2`,
    [tx.tenantId, taskId],
  );
  return row?.milestone_id ?? null;
}

/** Whether a post of the unit falls away: it has a kw note, or nobody holds it any more. */
export async function doesPostFallAway(
  tx: Transaction,
  postId: string,
  unitId: string,
  today: PlainDate,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM post p WHERE p.tenant_id = $1 AND p.post_id = $2 AND p.unit_id = $3 AND (p.note_kind = 'kw'
       OR p.valid_until < $4 OR NOT EXISTS (SELECT FROM occupancy o WHERE o.tenant_id = p.tenant_id
         AND o.post_id = p.post_id AND (o.valid_until IS NULL OR o.valid_until >= $4)))`,
    [tx.tenantId, postId, unitId, today],
  );
  return rows.length > 0;
}

/** Whether the source of a release belongs to its unit. */
export async function isSourceOfUnit(tx: Transaction, release: EnterRelease): Promise<boolean> {
  const { taskId = null, benefitId = null, unitId } = release;
  if (taskId === null && benefitId === null) return true;
  const rows = await tx.query(
    `SELECT FROM task WHERE tenant_id = $1 AND task_id = $2 AND unit_id = $4
     UNION ALL SELECT FROM benefit WHERE tenant_id = $1 AND benefit_id = $3 AND unit_id = $4`,
    [tx.tenantId, taskId, benefitId, unitId],
  );
  return rows.length === 1;
}

/** An entry of the sample city at its stage, with what that rests on. */
export interface ReleaseDraft {
  readonly stage: ReleaseStage;
  readonly release: EnterRelease;
  readonly milestoneId?: string | null;
  readonly surveyedOn?: string;
  readonly postId?: string | null;
}

export async function enterDemoRelease(tx: Transaction, draft: ReleaseDraft): Promise<void> {
  const releaseId = await insertRelease(tx, draft.release, 'demo');
  if (releaseId === null || draft.stage === 'assumed') return;
  const surveyedOn = draft.surveyedOn === undefined ? null : plainDate(draft.surveyedOn);
  const evidence = { milestoneId: draft.milestoneId ?? null, surveyedOn, postId: draft.postId ?? null };
  await updateRelease(tx, releaseId, draft.stage, evidence, null);
}
