import type { ImportEffects, ImportKind, ImportPreview, ImportStateCode } from '@etatlotse/contracts/import/plain';
import type { Transaction } from '../platform/database/transactions';

/** What a person says about a file beside the file itself; kept with the run, so that a job reads it the same way. */
export interface RunOptions {
  readonly profile: string | null;
  readonly fiscalYear: number | null;
  readonly pointGroups: boolean;
  /** The person knows that this file was taken over before. */
  readonly confirmRepeat: boolean;
}

export interface NewRun {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly options: RunOptions;
}

/** A run as the use cases see it. */
export interface StoredRun {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly profile: string;
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly state: ImportStateCode;
  readonly options: RunOptions;
  readonly preview: ImportPreview | null;
  readonly previewHash: Buffer | null;
  readonly result: StoredResult | null;
  readonly jobId: string | null;
}

/** What a commit did, and what its undo needs to know. */
export interface StoredResult {
  readonly effects: ImportEffects;
  readonly unitIds: readonly string[];
  readonly plan: { readonly firstYear: number; readonly lastYear: number } | null;
}

export async function insertRun(tx: Transaction, run: NewRun): Promise<void> {
  await tx.execute(
    `INSERT INTO import_run (tenant_id, import_id, kind, profile, file_name, file_sha256, file_bytes, state, options,
       created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'checking', $8, $9, $10)`,
    [
      tx.tenantId,
      run.importId,
      run.kind,
      run.options.profile ?? '',
      run.fileName,
      run.sha256,
      run.bytes,
      JSON.stringify(run.options),
      tx.personId,
      tx.now,
    ],
  );
}

/** The run as it stands, or null when it is not this city's. */
export async function findRun(tx: Transaction, importId: string): Promise<StoredRun | null> {
  const [row] = await tx.query<StoredRun>(findSql, [tx.tenantId, importId]);
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function lockRun(tx: Transaction, importId: string): Promise<StoredRun | null> {
  const [row] = await tx.query<StoredRun>(lockSql, [tx.tenantId, importId]);
  return row ?? null;
}

const findSql = `
  SELECT import_id AS "importId", kind, profile, file_name AS "fileName", file_sha256 AS sha256, file_bytes AS bytes, state,
    options, preview, preview_hash AS "previewHash", result, job_id AS "jobId"
  FROM import_run WHERE tenant_id = $1 AND import_id = $2`;

const lockSql = `${findSql} FOR UPDATE`;

export async function savePreview(
  tx: Transaction,
  importId: string,
  found: { readonly profile: string; readonly preview: ImportPreview; readonly hash: Buffer; readonly rows: number },
): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = 'previewed', profile = $3, preview = $4, preview_hash = $5, rows_read = $6,
       rows_total = $6, version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenantId, importId, found.profile, JSON.stringify(found.preview), found.hash, found.rows],
  );
}

export async function saveState(
  tx: Transaction,
  importId: string,
  to: { readonly state: ImportStateCode; readonly failureCode?: string | null; readonly jobId?: string | null },
): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = $3, failure_code = $4, job_id = coalesce($5, job_id), version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenantId, importId, to.state, to.failureCode ?? null, to.jobId ?? null],
  );
}

/** Why a file or commit was refused, with what the sentence needs. */
export async function saveFailure(
  tx: Transaction,
  importId: string,
  failure: { readonly code: string; readonly params: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = 'failed', failure_code = $3,
       options = options || jsonb_build_object('failureParams', $4::jsonb), version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenantId, importId, failure.code, JSON.stringify(failure.params)],
  );
}

export async function saveCommitted(tx: Transaction, importId: string, result: StoredResult): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = 'committed', failure_code = NULL, result = $3, committed_by = $4, committed_at = $5,
       version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenantId, importId, JSON.stringify(result), tx.actor?.personId ?? null, tx.now],
  );
}

/** When this file was taken over before, or null. */
export async function findEarlierCommit(tx: Transaction, sha256: Buffer, kind: ImportKind): Promise<string | null> {
  const [earlier] = await tx.query<{ day: string }>(
    `SELECT to_char(committed_at AT TIME ZONE 'Europe/Berlin', 'DD.MM.YYYY') AS day FROM import_run
     WHERE tenant_id = $1 AND file_sha256 = $2 AND kind = $3 AND state = 'committed' ORDER BY committed_at DESC LIMIT 1`,
    [tx.tenantId, sha256, kind],
  );
  return earlier?.day ?? null;
}

/** Removes what was staged of a file; the run and its findings stay. */
export async function clearStaging(tx: Transaction, importId: string): Promise<void> {
  for (const sql of [
    `DELETE FROM import_row WHERE tenant_id = $1 AND import_id = $2`,
    `DELETE FROM import_amount WHERE tenant_id = $1 AND import_id = $2`,
    `DELETE FROM import_chunk WHERE tenant_id = $1 AND import_id = $2`,
  ]) {
    await tx.execute(sql, [tx.tenantId, importId]);
  }
}
