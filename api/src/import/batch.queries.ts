import { Injectable } from '@nestjs/common';
import type { ImportBatch } from '@etatlotse/contracts/import/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { onlyOwnerSeen } from './import-rights';
import { runColumns, runTables } from './import.sql';

/** Batches as people see them: their files, and what they bring together. */
@Injectable()
export class BatchQueries {
  constructor(private readonly transactions: Transactions) {}

  async find(caller: Caller, batchId: string): Promise<ImportBatch | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ batch: ImportBatch }>(findSql, [tx.tenantId, tx.now, batchId, onlyOwnerSeen(caller.actor)]),
    );
    return row?.batch ?? null;
  }
}

/** Files that were taken out count no more. */
const counted = `WHERE r.tenant_id = $1 AND r.batch_id = $3 AND r.state NOT IN ('cancelled', 'failed')`;

const total = (path: string): string => `coalesce(sum((r.preview ${path})::integer), 0)`;

const findSql = `
  SELECT json_build_object('id', b.batch_id, 'name', b.name, 'createdAt', b.created_at, 'createdByName', o.display_name,
    'isWorking', coalesce(w.state IN ('queued', 'running'), false), 'jobId', b.job_id, 'step', coalesce(w.step, ''),
    'progress', coalesce(w.progress, 0), 'progressTotal', w.progress_total, 'failureCode', b.failure_code,
    'failureParams', b.failure_params, 'isReady', c.is_ready, 'counts', c.counts,
    'groups', coalesce(g.groups, '[]'), 'runs', coalesce(f.runs, '[]'), 'version', b.version) AS batch
  FROM import_batch b
  JOIN person o ON o.tenant_id = b.tenant_id AND o.person_id = b.created_by
  LEFT JOIN job w ON w.tenant_id = b.tenant_id AND w.job_id = b.job_id
  CROSS JOIN LATERAL (
    SELECT json_build_object('rows', ${total(`->> 'rows'`)}, 'errors', ${total(`-> 'findings' ->> 'errors'`)},
        'warnings', ${total(`-> 'findings' ->> 'warnings'`)},
        'questions', coalesce(sum(jsonb_array_length(r.preview -> 'questions')), 0)) AS counts,
      coalesce(bool_and(r.state IN ('previewed', 'interrupted') AND r.preview IS NOT NULL
        AND jsonb_array_length(r.preview -> 'questions') = 0 AND (r.preview -> 'findings' ->> 'errors')::integer = 0), false)
        AS is_ready
    FROM import_run r ${counted}
  ) c
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('fiscalYear', s.fiscal_year, 'phase', s.phase, 'direction', s.direction,
      'sphere', s.sphere, 'amounts', s.amounts, 'totalCents', s.total_cents)
      ORDER BY s.fiscal_year, s.phase, s.direction, s.sphere) AS groups
    FROM (
      SELECT g."fiscalYear" AS fiscal_year, g.phase, g.direction, g.sphere, sum(g.amounts) AS amounts,
        sum(g."totalCents") AS total_cents
      FROM import_run r CROSS JOIN LATERAL jsonb_to_recordset(r.preview -> 'groups') AS g("fiscalYear" integer, phase text,
        direction text, sphere text, amounts bigint, "totalCents" bigint)
      ${counted} GROUP BY 1, 2, 3, 4
    ) s
  ) g
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object(${runColumns}) ORDER BY r.import_id) AS runs
    ${runTables} WHERE r.tenant_id = $1 AND r.batch_id = $3
  ) f
  WHERE b.tenant_id = $1 AND b.batch_id = $3 AND ($4::uuid IS NULL OR b.created_by = $4)`;
