import { Injectable } from '@nestjs/common';
import type { ImportsQuery } from '@etatlotse/contracts/import';
import type { ImportFinding, ImportListRow, ImportRun, ImportSource } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared';
import { isId } from '@etatlotse/domain/shared';
import { currencyOf } from '../platform/database/tenant-currency';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { ProblemException } from '../platform/problem/problem-exception';
import { onlyOwnerSeen } from './import-rights';
import { runColumns, runTables } from './import.sql';

const PAGE = 50;

/** Imports as people see them. */
@Injectable()
export class ImportQueries {
  constructor(private readonly transactions: Transactions) {}

  async find(caller: Caller, importId: string): Promise<ImportRun | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ run: ImportRun }>(findSql, [tx.tenantId, tx.now, importId, onlyOwnerSeen(caller.actor)]),
    );
    return row?.run ?? null;
  }

  async list(caller: Caller, query: ImportsQuery): Promise<Page<ImportListRow>> {
    const limit = query.limit ?? PAGE;
    const after = query.cursor === undefined ? null : idOf(query.cursor);
    const { kind = null, state = null, by = null, from = null, to = null } = query;
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ run: ImportListRow }>(listSql, [
        tx.tenantId,
        tx.now,
        kind,
        after,
        limit + 1,
        onlyOwnerSeen(caller.actor),
        state,
        by,
        from,
        to,
      ]),
    );
    const page = rows.slice(0, limit).map(({ run }) => run);
    const last = page.at(-1);
    return { rows: page, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
  }

  /** In which the amounts of the city are written. */
  currency(caller: Caller): Promise<string> {
    return this.transactions.run(caller, currencyOf);
  }

  /** The state of every source system that a profile names, and of the watched folder. */
  async sources(caller: Caller): Promise<ImportSource[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ source: ImportSource }>(sourcesSql, [tx.tenantId, tx.now]),
    );
    return rows.map(({ source }) => source);
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

const findSql = `
  SELECT json_build_object(${runColumns}, 'preview', r.preview,
    'failureParams', coalesce(r.options -> 'failureParams', '{}')) AS run
  ${runTables} WHERE r.tenant_id = $1 AND r.import_id = $3 AND ($4::uuid IS NULL OR r.created_by = $4)`;

/** Ids are made in the order of time, so the id alone is the key of the page. */
const listSql = `
  SELECT json_build_object(${runColumns}) AS run
  ${runTables}
  WHERE r.tenant_id = $1 AND ($3::text IS NULL OR r.kind = $3) AND ($4::uuid IS NULL OR r.import_id < $4::uuid)
    AND ($6::uuid IS NULL OR r.created_by = $6)
    AND ($7::text IS NULL OR r.state = $7)
    AND ($8::text IS NULL OR position(lower($8) IN lower(p.display_name)) > 0)
    AND ($9::date IS NULL OR r.created_at >= $9::date::timestamp AT TIME ZONE 'Europe/Berlin')
    AND ($10::date IS NULL OR r.created_at < ($10::date + 1)::timestamp AT TIME ZONE 'Europe/Berlin')
  ORDER BY r.import_id DESC LIMIT $5`;

/** The last file of each source system; files that no profile fits are one system without a name. */
const sourcesSql = `
  SELECT json_build_object('sourceSystem', l.source_system, 'importId', l.import_id, 'fileName', l.file_name,
    'source', l.source, 'receivedAt', l.created_at, 'state', l.state, 'failureCode', l.failure_code,
    'counts', l.run -> 'counts', 'lastCommittedAt', c.committed_at) AS source
  FROM (
    SELECT DISTINCT ON (coalesce(s.source_system, '')) coalesce(s.source_system, '') AS source_system, r.import_id, r.file_name,
      r.source, r.created_at, r.state, r.failure_code, json_build_object(${runColumns}) AS run
    ${runTables}
    WHERE r.tenant_id = $1 AND (s.profile_id IS NOT NULL OR r.source = 'folder')
    ORDER BY coalesce(s.source_system, ''), r.import_id DESC
  ) l
  LEFT JOIN LATERAL (
    SELECT max(r.committed_at) AS committed_at FROM import_run r
    LEFT JOIN import_profile s ON s.tenant_id = r.tenant_id AND s.profile_id = r.profile_id
    WHERE r.tenant_id = $1 AND r.state = 'committed' AND coalesce(s.source_system, '') = l.source_system
      AND (s.profile_id IS NOT NULL OR r.source = 'folder')
  ) c ON true
  ORDER BY l.source_system`;

const findingsSql = `
  SELECT finding_number AS number, row_number AS row, column_name AS column, code, severity, value, params
  FROM import_finding WHERE tenant_id = $1 AND import_id = $2 AND finding_number > $3
  ORDER BY finding_number LIMIT $4`;
