/*
 * A run as people see it. `r` is the run; `$1` is the tenant, `$2` the moment. Constant pieces, put together once.
 */

/** What the file adds up to where all its amounts are of one kind; revenue and expense, or plan and actual, are no sum. */
const onlySum = `(
  SELECT CASE WHEN count(DISTINCT (g.phase, g.direction)) = 1 THEN sum(g."totalCents")::bigint END
  FROM jsonb_to_recordset(r.preview -> 'groups') AS g(phase text, direction text, "totalCents" bigint)
  WHERE g.phase <> 'payment')`;

const counts = `
  CASE WHEN r.preview IS NULL THEN NULL ELSE json_build_object('rows', r.preview -> 'rows',
    'errors', r.preview -> 'findings' -> 'errors', 'warnings', r.preview -> 'findings' -> 'warnings',
    'questions', jsonb_array_length(coalesce(r.preview -> 'questions', '[]'))) END`;

/** Time so far, times what is left. Says nothing in the first second, and nothing about work without a length. */
const secondsLeft = `
  CASE WHEN j.state = 'running' AND j.progress > 0 AND j.progress_total > j.progress
    AND $2::timestamptz - j.created_at > interval '1 second'
  THEN ceil(extract(epoch FROM $2::timestamptz - j.created_at) * (j.progress_total - j.progress) / j.progress)::integer END`;

export const runColumns = `
  'id', r.import_id, 'batchId', r.batch_id, 'kind', r.kind, 'profile', r.profile, 'sourceSystem', coalesce(s.source_system, ''),
  'source', r.source, 'fileName', r.file_name, 'fileBytes', r.file_bytes, 'state', r.state, 'failureCode', r.failure_code,
  'rowsRead', r.rows_read, 'rowsTotal', r.rows_total, 'jobId', r.job_id,
  'isWorking', coalesce(j.state IN ('queued', 'running'), false),
  'step', coalesce(j.step, ''), 'progress', coalesce(j.progress, 0), 'progressTotal', j.progress_total,
  'secondsLeft', ${secondsLeft}, 'createdAt', r.created_at, 'createdByName', coalesce(p.display_name, ''),
  'committedAt', r.committed_at, 'undoneAt', r.undone_at, 'undoReason', r.undo_reason,
  'hasFile', EXISTS (SELECT FROM import_chunk c WHERE c.tenant_id = $1 AND c.import_id = r.import_id AND c.chunk_number = 0),
  'counts', ${counts}, 'sumCents', ${onlySum}, 'previewHash', encode(r.preview_hash, 'hex'), 'effects', r.result -> 'effects', 'version', r.version`;

export const runTables = `
  FROM import_run r
  LEFT JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.created_by
  LEFT JOIN import_profile s ON s.tenant_id = r.tenant_id AND s.profile_id = r.profile_id
  LEFT JOIN job j ON j.tenant_id = r.tenant_id AND j.job_id = r.job_id`;
