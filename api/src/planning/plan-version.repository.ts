import type { PlanKind } from '@etatlotse/contracts/planning/plain';
import type { PlanVersionState, PlanVersionStep } from '@etatlotse/domain/budget';
import { type PlanYears, fiscalYear, planYears } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A plan version as it is stored. Days are ISO text. */
export interface PlanVersionRecord {
  readonly versionId: string;
  readonly name: string;
  readonly kind: PlanKind;
  readonly plan: PlanYears;
  readonly state: PlanVersionState;
  readonly decidedOn: string | null;
  readonly decisionDocument: string | null;
  readonly submittedOn: string | null;
  readonly displayEndsOn: string | null;
  readonly inForceOn: string | null;
  readonly unknownFrameReason: string | null;
  /** The version it was copied from; a supplementary budget changes that one. */
  readonly basedOnId: string | null;
  readonly version: number;
}

type VersionRow = Omit<PlanVersionRecord, 'plan'> & { readonly firstYear: number; readonly lastYear: number };

const COLUMNS = `version_id AS "versionId", name, kind, first_year AS "firstYear", last_year AS "lastYear", state,
  decided_on AS "decidedOn", decision_document AS "decisionDocument", submitted_on AS "submittedOn",
  display_ends_on AS "displayEndsOn", in_force_on AS "inForceOn", unknown_frame_reason AS "unknownFrameReason",
  based_on_id AS "basedOnId", version`;

export async function findVersion(tx: Transaction, versionId: string): Promise<PlanVersionRecord | null> {
  const [row] = await tx.query<VersionRow>(findSql, [tx.tenantId, versionId]);
  return row === undefined ? null : toRecord(row);
}
const findSql = `SELECT ${COLUMNS} FROM plan_version WHERE tenant_id = $1 AND version_id = $2`;

/** Reads a version and holds it until the transaction ends: steps and amounts of one version come one after the other. */
export async function lockVersion(tx: Transaction, versionId: string): Promise<PlanVersionRecord | null> {
  const [row] = await tx.query<VersionRow>(lockSql, [tx.tenantId, versionId]);
  return row === undefined ? null : toRecord(row);
}
const lockSql = `${findSql} FOR UPDATE`;

/** Versions in force that plan any of these years, held until the transaction ends. */
export async function lockVersionsInForce(tx: Transaction, plan: PlanYears): Promise<PlanVersionRecord[]> {
  const rows = await tx.query<VersionRow>(inForceSql, [tx.tenantId, plan.firstYear, plan.lastYear]);
  return rows.map(toRecord);
}
const inForceSql = `
  SELECT ${COLUMNS} FROM plan_version
  WHERE tenant_id = $1 AND state = 'in_force' AND first_year <= $3 AND last_year >= $2 ORDER BY version_id FOR UPDATE`;

/** Published versions whose day has come, in the order in which they enter into force. */
export async function findDueVersions(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ version_id: string }>(
    `SELECT version_id FROM plan_version WHERE tenant_id = $1 AND state = 'published' AND in_force_on <= $2::date
     ORDER BY in_force_on, created_at, version_id`,
    [tx.tenantId, tx.today],
  );
  return rows.map((row) => row.version_id);
}

/** Adds a draft; false when its name has been taken in the meantime. */
export async function insertVersion(
  tx: Transaction,
  draft: {
    readonly versionId: string;
    readonly name: string;
    readonly kind: PlanKind;
    readonly plan: PlanYears;
    readonly basedOnId: string | null;
  },
): Promise<boolean> {
  const inserted = await tx.execute(
    `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, based_on_id, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9) ON CONFLICT (tenant_id, name) DO NOTHING`,
    [
      tx.tenantId,
      draft.versionId,
      draft.name,
      draft.kind,
      draft.plan.firstYear,
      draft.plan.lastYear,
      draft.basedOnId,
      tx.personId,
      tx.now,
    ],
  );
  return inserted === 1;
}

/** Gives a version its name; false when another one has just taken it, which the unique key alone can tell. */
export async function renameVersion(tx: Transaction, versionId: string, name: string): Promise<boolean> {
  try {
    await tx.query(
      `UPDATE plan_version SET name = $3, version = version + 1 WHERE tenant_id = $1 AND version_id = $2`,
      [tx.tenantId, versionId, name],
    );
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'constraint' in fault && fault.constraint === NAME_KEY) return false;
    throw fault;
  }
}
const NAME_KEY = 'plan_version_tenant_id_name_key';

export async function deleteVersion(tx: Transaction, versionId: string): Promise<void> {
  await tx.query(`DELETE FROM plan_version WHERE tenant_id = $1 AND version_id = $2`, [tx.tenantId, versionId]);
}

/** What a step leaves behind on the version. */
export interface StepResult {
  readonly step: PlanVersionStep;
  readonly state: PlanVersionState;
  readonly decidedOn?: string | undefined;
  readonly decisionDocument?: string | undefined;
  readonly submittedOn?: string | undefined;
  readonly displayEndsOn?: string | undefined;
  readonly inForceOn?: string | undefined;
  readonly reason?: string | undefined;
  readonly takenBy: string | null;
  readonly approvedBy: string | null;
}

/** Writes the new state with its dates and the step itself; the caller holds the version. */
export async function writeStep(tx: Transaction, versionId: string, step: StepResult): Promise<void> {
  await tx.query(
    `UPDATE plan_version SET state = $3, decided_on = coalesce($4::date, decided_on),
       decision_document = coalesce($5, decision_document), submitted_on = coalesce($6::date, submitted_on),
       display_ends_on = coalesce($7::date, display_ends_on), in_force_on = coalesce($8::date, in_force_on),
       version = version + 1
     WHERE tenant_id = $1 AND version_id = $2`,
    [
      tx.tenantId,
      versionId,
      step.state,
      step.decidedOn ?? null,
      step.decisionDocument ?? null,
      step.submittedOn ?? null,
      step.displayEndsOn ?? null,
      step.inForceOn ?? null,
    ],
  );
  await tx.query(
    `INSERT INTO plan_version_step (tenant_id, version_id, version, step, reason, taken_by, approved_by, taken_at)
     SELECT tenant_id, version_id, version, $3, $4, $5, $6, $7 FROM plan_version WHERE tenant_id = $1 AND version_id = $2`,
    [tx.tenantId, versionId, step.step, step.reason ?? '', step.takenBy, step.approvedBy, tx.now],
  );
}

function toRecord({ firstYear, lastYear, ...row }: VersionRow): PlanVersionRecord {
  return { ...row, plan: planYears(fiscalYear(firstYear), fiscalYear(lastYear)) };
}
