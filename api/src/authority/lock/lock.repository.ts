import type { LockStepKind, LockStepState, RecordLock } from '@etatlotse/contracts/authority';
import type { Transaction } from '../../platform/database/transactions';

/** A lock while something happens to it. */
export interface StoredLock {
  readonly lockId: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly version: number;
}

/** One step of a lock: the lock itself, or a lifting. */
export interface StoredStep {
  readonly stepId: string;
  readonly lockId: string;
  readonly fiscalYear: number;
  readonly kind: LockStepKind;
  readonly state: LockStepState;
  readonly decidedOn: string;
  readonly document: string;
  readonly reason: string;
  readonly reportedOn: string | null;
}

/** What a step takes or gives back. */
export interface StepAmount {
  readonly lineId: string;
  readonly basisCents: number;
  readonly amountCents: number;
}

/** A decision as it was made outside: by whom, when, why, and where it stands. */
export interface Decision {
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly document: string;
  readonly reason: string;
}

export async function insertLock(tx: Transaction, lock: RecordLock): Promise<string> {
  const lockId = tx.nextId();
  const { method, basisPoints, totalCents, spread } = lock.terms;
  await tx.execute(
    `INSERT INTO budget_lock (tenant_id, lock_id, fiscal_year, title, method, basis_points, total_cents, spread, selection,
       recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      lockId,
      lock.fiscalYear,
      lock.title,
      method,
      method === 'percentage' ? basisPoints : null,
      method === 'reduction' ? totalCents : null,
      method === 'reduction' ? spread : null,
      JSON.stringify(lock.selection),
      tx.personId,
      tx.now,
    ],
  );
  return lockId;
}

/** Stores a step that waits for its second person, with what it takes or gives back line by line. */
export async function insertStep(
  tx: Transaction,
  lockId: string,
  kind: LockStepKind,
  { decidedOn, decidedBy, document, reason }: Decision,
  amounts: readonly StepAmount[],
): Promise<string> {
  const stepId = tx.nextId();
  await tx.execute(
    `INSERT INTO budget_lock_step (tenant_id, step_id, lock_id, kind, state, decided_on, decided_by, document, reason,
       recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10)`,
    [tx.tenantId, stepId, lockId, kind, decidedOn, decidedBy, document, reason, tx.personId, tx.now],
  );
  await tx.execute(insertAmountsSql, [tx.tenantId, stepId, JSON.stringify(amounts)]);
  return stepId;
}

const insertAmountsSql = `
  INSERT INTO budget_lock_amount (tenant_id, step_id, line_id, basis_cents, amount_cents)
  SELECT $1, $2, a."lineId", a."basisCents", a."amountCents"
  FROM jsonb_to_recordset($3::jsonb) AS a("lineId" uuid, "basisCents" bigint, "amountCents" bigint)`;

/** Reads a lock and keeps others from changing it until the transaction ends. */
export async function holdLock(tx: Transaction, lockId: string): Promise<StoredLock | null> {
  const [row] = await tx.query<StoredLock>(
    `SELECT lock_id AS "lockId", fiscal_year AS "fiscalYear", title, version
     FROM budget_lock WHERE tenant_id = $1 AND lock_id = $2 FOR UPDATE`,
    [tx.tenantId, lockId],
  );
  return row ?? null;
}

export async function findStep(tx: Transaction, lockId: string, stepId: string): Promise<StoredStep | null> {
  const [row] = await tx.query<StoredStep>(
    `SELECT s.step_id AS "stepId", s.lock_id AS "lockId", k.fiscal_year AS "fiscalYear", s.kind, s.state,
       s.decided_on AS "decidedOn", s.document, s.reason, s.reported_on AS "reportedOn"
     FROM budget_lock_step s JOIN budget_lock k ON k.tenant_id = s.tenant_id AND k.lock_id = s.lock_id
     WHERE s.tenant_id = $1 AND s.lock_id = $2 AND s.step_id = $3`,
    [tx.tenantId, lockId, stepId],
  );
  return row ?? null;
}

export function readAmounts(tx: Transaction, stepId: string): Promise<StepAmount[]> {
  return tx.query<StepAmount>(
    `SELECT line_id AS "lineId", basis_cents AS "basisCents", amount_cents AS "amountCents"
     FROM budget_lock_amount WHERE tenant_id = $1 AND step_id = $2 ORDER BY line_id`,
    [tx.tenantId, stepId],
  );
}

/** What a lock still holds, line by line. Empty while it waits or when it was not confirmed. */
export function readHeld(
  tx: Transaction,
  lockId: string,
): Promise<{ readonly lineId: string; readonly lockedCents: number }[]> {
  return tx.query(
    `SELECT a.line_id AS "lineId", sum(CASE s.kind WHEN 'lock' THEN a.amount_cents ELSE -a.amount_cents END)::bigint AS "lockedCents"
     FROM budget_lock_step s
     JOIN budget_lock_amount a ON a.tenant_id = s.tenant_id AND a.step_id = s.step_id
     WHERE s.tenant_id = $1 AND s.lock_id = $2 AND s.state = 'done'
     GROUP BY a.line_id HAVING sum(CASE s.kind WHEN 'lock' THEN a.amount_cents ELSE -a.amount_cents END) > 0
     ORDER BY a.line_id`,
    [tx.tenantId, lockId],
  );
}

/** The second person has decided on a step. */
export async function closeStep(tx: Transaction, stepId: string, state: 'done' | 'dismissed'): Promise<void> {
  await tx.execute(
    `UPDATE budget_lock_step SET state = $3, confirmed_by = CASE WHEN $3 = 'done' THEN $4::uuid END, confirmed_at = $5
     WHERE tenant_id = $1 AND step_id = $2`,
    [tx.tenantId, stepId, state, tx.personId, tx.now],
  );
}

export async function storeReport(
  tx: Transaction,
  stepId: string,
  report: { readonly reportedOn: string; readonly document: string },
): Promise<void> {
  await tx.execute(
    `UPDATE budget_lock_step SET reported_on = $3, report_document = $4, reported_by = $5
     WHERE tenant_id = $1 AND step_id = $2`,
    [tx.tenantId, stepId, report.reportedOn, report.document, tx.personId],
  );
}

/** Counts a change of the lock, so that whoever looked at it before is told. */
export async function bumpLock(tx: Transaction, lockId: string): Promise<void> {
  await tx.execute(`UPDATE budget_lock SET version = version + 1 WHERE tenant_id = $1 AND lock_id = $2`, [
    tx.tenantId,
    lockId,
  ]);
}
