import type {
  ImportEffects,
  ImportKind,
  ImportPreview,
  ImportStateCode,
  MappingSource,
} from '@etatlotse/contracts/import/plain';
import type { FileMapping } from '@etatlotse/domain/import';
import type { Transaction } from '../platform/database/transactions';
import { dropChunks } from './chunk.repository';
import type { NewRun, RunOptions } from './new-run';

/** A run as the use cases see it. */
export interface StoredRun extends NewRun {
  readonly kind: ImportKind | null;
  readonly profile: string;
  readonly profileId: string | null;
  readonly state: ImportStateCode;
  /** Null for files of the watched folder. */
  readonly createdBy: string | null;
  readonly mappingSource: MappingSource;
  readonly preview: ImportPreview | null;
  readonly previewHash: Buffer | null;
  readonly result: StoredResult | null;
  readonly jobId: string | null;
  readonly failureCode: string | null;
  readonly failureParams: Readonly<Record<string, unknown>>;
  /** Whether its file was moved out of the watched folder. */
  readonly isPutAway: boolean;
  readonly version: number;
}

/** What a commit did, and what its undo needs to know. */
export interface StoredResult {
  readonly effects: ImportEffects;
  readonly unitIds: readonly string[];
  readonly plan: { readonly firstYear: number; readonly lastYear: number } | null;
}

export async function insertRun(tx: Transaction, run: NewRun): Promise<void> {
  await tx.execute(
    `INSERT INTO import_run (tenant_id, import_id, batch_id, source, kind, profile, file_name, file_sha256, file_bytes,
       last_records, state, options, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, 'checking', $10, $11, $12)`,
    [
      tx.tenantId,
      run.importId,
      run.batchId,
      run.source,
      run.options.kind,
      run.fileName,
      run.sha256,
      run.bytes,
      run.lastRecords === null ? null : JSON.stringify(run.lastRecords),
      JSON.stringify(run.options),
      tx.actor?.personId ?? null,
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

/** All runs of a batch in the order of their files, held until the transaction ends. */
export async function lockRunsOfBatch(tx: Transaction, batchId: string): Promise<StoredRun[]> {
  return tx.query<StoredRun>(lockBatchSql, [tx.tenantId, batchId]);
}

/** The last run of the watched folder with this content, or null. */
export async function findFolderRun(tx: Transaction, sha256: Buffer): Promise<StoredRun | null> {
  const [row] = await tx.query<StoredRun>(folderSql, [tx.tenantId, sha256]);
  return row ?? null;
}

const columns = `
  SELECT import_id AS "importId", batch_id AS "batchId", source, kind, profile, profile_id AS "profileId",
    created_by AS "createdBy", file_name AS "fileName",
    file_sha256 AS sha256, file_bytes AS bytes, last_records AS "lastRecords", state, options, CASE WHEN mapping_source = 'person' THEN mapping END AS mapping,
    mapping_source AS "mappingSource", preview, preview_hash AS "previewHash", result, job_id AS "jobId",
    failure_code AS "failureCode", coalesce(options -> 'failureParams', '{}') AS "failureParams",
    put_away_at IS NOT NULL AS "isPutAway", version
  FROM import_run`;

const findSql = `${columns} WHERE tenant_id = $1 AND import_id = $2`;

const lockSql = `${findSql} FOR UPDATE`;

const lockBatchSql = `${columns} WHERE tenant_id = $1 AND batch_id = $2 ORDER BY import_id FOR UPDATE`;

const folderSql = `${columns} WHERE tenant_id = $1 AND file_sha256 = $2 AND source = 'folder' ORDER BY import_id DESC LIMIT 1`;

export async function notePutAway(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(`UPDATE import_run SET put_away_at = $3 WHERE tenant_id = $1 AND import_id = $2`, [
    tx.tenantId,
    importId,
    tx.now,
  ]);
}

/** What became of a file that has been read. */
export interface FoundPreview {
  readonly profile: { readonly id: string; readonly name: string } | null;
  readonly preview: ImportPreview;
  readonly hash: Buffer;
}

export async function savePreview(tx: Transaction, importId: string, found: FoundPreview): Promise<void> {
  const { preview, profile, hash } = found;
  await tx.execute(
    `UPDATE import_run SET state = 'previewed', kind = $3, profile = $4, profile_id = $5, mapping = $6, mapping_source = $7,
       preview = $8, preview_hash = $9, rows_read = $10, rows_total = $10, failure_code = NULL, version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [
      tx.tenantId,
      importId,
      preview.mapping.kind,
      profile?.name ?? '',
      profile?.id ?? null,
      JSON.stringify(preview.mapping),
      preview.mappingSource,
      JSON.stringify(preview),
      hash,
      preview.rows,
    ],
  );
}

/** Keeps what a person said about how the file is read, before it is read again. The preview holds until there is another. */
export async function saveReading(
  tx: Transaction,
  importId: string,
  said: { readonly options: RunOptions; readonly mapping: FileMapping | null },
): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = 'checking', options = $3, mapping = $4, mapping_source = $5, failure_code = NULL,
       version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [
      tx.tenantId,
      importId,
      JSON.stringify(said.options),
      said.mapping === null ? null : JSON.stringify(said.mapping),
      said.mapping === null ? 'detected' : 'person',
    ],
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

/** Another way of reading came to nothing: what stood before holds, with the reason. */
export async function restorePreview(
  tx: Transaction,
  importId: string,
  failure: { readonly code: string; readonly params: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = 'previewed', mapping = preview -> 'mapping', mapping_source = preview ->> 'mappingSource',
       failure_code = $3, options = options || jsonb_build_object('failureParams', $4::jsonb), version = version + 1
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

/** Keeps who takes an import back and why, when the undo is asked for. */
export async function saveUndoReason(tx: Transaction, importId: string, reason: string): Promise<void> {
  await tx.execute(`UPDATE import_run SET undo_reason = $3, undone_by = $4 WHERE tenant_id = $1 AND import_id = $2`, [
    tx.tenantId,
    importId,
    reason,
    tx.personId,
  ]);
}

export async function undoReasonOf(tx: Transaction, importId: string): Promise<string> {
  const [run] = await tx.query<{ reason: string }>(
    `SELECT undo_reason AS reason FROM import_run WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenantId, importId],
  );
  return run?.reason ?? '';
}

export async function saveUndone(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(
    `UPDATE import_run SET state = 'undone', failure_code = NULL, undone_at = $3, version = version + 1
     WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenantId, importId, tx.now],
  );
}

/** When this file was taken over before, or null. A sheet of a workbook counts for itself, and so does each kind. */
export async function findEarlierCommit(
  tx: Transaction,
  file: { readonly sha256: Buffer; readonly kind: ImportKind | null; readonly sheet: string | null },
): Promise<string | null> {
  const [earlier] = await tx.query<{ day: string }>(
    `SELECT to_char(committed_at AT TIME ZONE 'Europe/Berlin', 'DD.MM.YYYY') AS day FROM import_run
     WHERE tenant_id = $1 AND file_sha256 = $2 AND state = 'committed' AND ($3::text IS NULL OR kind = $3)
       AND ($4::text IS NULL OR mapping ->> 'sheetName' IS NULL OR mapping ->> 'sheetName' = $4)
     ORDER BY committed_at DESC LIMIT 1`,
    [tx.tenantId, file.sha256, file.kind, file.sheet],
  );
  return earlier?.day ?? null;
}

/** Removes what was staged of a file and what was found in it, so that it can be read again. */
export async function clearReading(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(`DELETE FROM import_finding WHERE tenant_id = $1 AND import_id = $2`, [tx.tenantId, importId]);
  await clearRows(tx, importId);
}

/** Removes what was staged of a file, and the file; the run and its findings stay. */
export async function clearStaging(tx: Transaction, importId: string): Promise<void> {
  await clearRows(tx, importId);
  await dropChunks(tx, importId);
}

async function clearRows(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(`DELETE FROM import_row WHERE tenant_id = $1 AND import_id = $2`, [tx.tenantId, importId]);
  await tx.execute(`DELETE FROM import_amount WHERE tenant_id = $1 AND import_id = $2`, [tx.tenantId, importId]);
}
