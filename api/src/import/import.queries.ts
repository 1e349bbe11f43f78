import { Injectable } from '@nestjs/common';
import type { ImportsQuery } from '@etatlotse/contracts/import';
import type { ImportFinding, ImportListRow, ImportRun } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { isId } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { ProblemException } from '../platform/problem/problem-exception';

const PAGE = 50;

/** Imports as people see them. */
@Injectable()
export class ImportQueries {
  constructor(private readonly transactions: Transactions) {}

  async find(caller: Caller, importId: string): Promise<ImportRun | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ run: ImportRun }>(findSql, [tx.tenantId, importId]),
    );
    return row?.run ?? null;
  }

  async list(caller: Caller, query: ImportsQuery): Promise<Page<ImportListRow>> {
    const limit = query.limit ?? PAGE;
    const after = query.cursor === undefined ? null : idOf(query.cursor);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ run: ImportListRow }>(listSql, [tx.tenantId, query.kind ?? null, after, limit + 1]),
    );
    const page = rows.slice(0, limit).map(({ run }) => run);
    const last = page.at(-1);
    return { rows: page, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
  }

  /** Findings in the order of the file, for the error list; `after` is the number of the last one read. */
  async findings(caller: Caller, importId: string, after: number, limit: number): Promise<ImportFinding[]> {
    return this.transactions.run(caller, (tx) =>
      tx.query<ImportFinding>(findingsSql, [tx.tenantId, importId, after, limit]),
    );
  }
}

function idOf(cursor: string): string {
  const [id] = decodeCursor(cursor, ['id']);
  if (!isId(id)) throw new ProblemException('QUERY_INVALID', {}, [{ field: 'cursor', code: 'QUERY_INVALID' }]);
  return id;
}

const listColumns = `
  'id', r.import_id, 'kind', r.kind, 'profile', r.profile, 'fileName', r.file_name, 'fileBytes', r.file_bytes,
  'state', r.state, 'failureCode', r.failure_code, 'rowsRead', r.rows_read, 'rowsTotal', r.rows_total, 'jobId', r.job_id,
  'isWorking', coalesce(j.state IN ('queued', 'running'), false),
  'step', coalesce(j.step, ''), 'progress', coalesce(j.progress, 0), 'progressTotal', j.progress_total,
  'createdAt', r.created_at, 'createdByName', p.display_name, 'committedAt', r.committed_at,
  'previewHash', encode(r.preview_hash, 'hex'), 'effects', r.result -> 'effects', 'version', r.version`;

const joined = `
  FROM import_run r
  JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.created_by
  LEFT JOIN job j ON j.tenant_id = r.tenant_id AND j.job_id = r.job_id`;

const findSql = `
  SELECT json_build_object(${listColumns}, 'preview', r.preview,
    'failureParams', coalesce(r.options -> 'failureParams', '{}')) AS run
  ${joined} WHERE r.tenant_id = $1 AND r.import_id = $2`;

/** Ids are made in the order of time, so the id alone is the key of the page. */
const listSql = `
  SELECT json_build_object(${listColumns}) AS run
  ${joined}
  WHERE r.tenant_id = $1 AND ($2::text IS NULL OR r.kind = $2) AND ($3::uuid IS NULL OR r.import_id < $3::uuid)
  ORDER BY r.import_id DESC LIMIT $4`;

const findingsSql = `
  SELECT finding_number AS number, row_number AS row, column_name AS column, code, severity, value, params
  FROM import_finding WHERE tenant_id = $1 AND import_id = $2 AND finding_number > $3
  ORDER BY finding_number LIMIT $4`;
