import { Injectable } from '@nestjs/common';
import type { AuditEntry, AuditQuery } from '@etatlotse/contracts/audit';
import type { Page } from '@etatlotse/contracts/shared';
import { Transactions } from '../database/transactions';
import type { Caller } from '../http/caller';
import { decodeCursor, encodeCursor } from '../input/cursor';

/** The audit log as people read it: newest first, filtered by subject, action and day. */
@Injectable()
export class AuditQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: AuditQuery): Promise<Page<AuditEntry>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'integer', 'bigint']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ entry: AuditEntry; recorded_at: string; lane: number; seq: number }>(listSql, [
        tx.tenantId,
        query.subjectType ?? null,
        query.subjectId ?? null,
        query.action ?? null,
        query.from ?? null,
        query.to ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ entry }) => entry),
      nextCursor:
        rows.length > limit && last !== undefined ? encodeCursor([last.recorded_at, last.lane, last.seq]) : null,
    };
  }
}

const listSql = `
  SELECT a.recorded_at::text AS recorded_at, a.lane, a.seq,
    json_build_object('id', a.lane || '-' || a.seq, 'recordedAt', a.recorded_at, 'actorName', p.display_name,
      'action', a.action, 'subjectType', a.subject_type, 'subjectId', a.subject_id, 'detail', a.detail,
      'requestId', a.request_id, 'hash', left(encode(a.hash, 'hex'), 16)) AS entry
  FROM audit_entry a
  LEFT JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.actor_id
  WHERE a.tenant_id = $1
    AND ($2::text IS NULL OR a.subject_type = $2)
    AND ($3::text IS NULL OR a.subject_id = $3)
    AND ($4::text IS NULL OR a.action = $4)
    AND ($5::date IS NULL OR a.recorded_at >= $5::date)
    AND ($6::date IS NULL OR a.recorded_at < $6::date + 1)
    AND ($7::timestamptz IS NULL OR (a.recorded_at, -a.lane, -a.seq) < ($7::timestamptz, -$8::integer, -$9::bigint))
  ORDER BY a.recorded_at DESC, a.lane, a.seq
  LIMIT $10`;
