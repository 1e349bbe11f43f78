import { Injectable } from '@nestjs/common';
import type { Approval, ApprovalQuery } from '@etatlotse/contracts/approval';
import type { Page } from '@etatlotse/contracts/shared';
import { mayApprove } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { Approvals } from './approvals';

type StoredApproval = Omit<Approval, 'mayDecide' | 'mayWithdraw'>;

/** Requests with who asked and who decided, newest first. */
@Injectable()
export class ApprovalQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly approvals: Approvals,
  ) {}

  async list(caller: Caller, query: ApprovalQuery): Promise<Page<Approval>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ approval: StoredApproval; requested_at: string }>(listSql, [
        tx.tenantId,
        query.state ?? 'pending',
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ approval }) => this.asSeenBy(caller, approval)),
      nextCursor:
        rows.length > limit && last !== undefined ? encodeCursor([last.requested_at, last.approval.id]) : null,
    };
  }

  async find(caller: Caller, approvalId: string): Promise<Approval | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ approval: StoredApproval }>(oneSql, [tx.tenantId, approvalId]),
    );
    return row === undefined ? null : this.asSeenBy(caller, row.approval);
  }

  private asSeenBy({ actor }: Caller, approval: StoredApproval): Approval {
    const deciders = this.approvals.executorOf(approval.action)?.deciders ?? [];
    const isPending = approval.state === 'pending';
    return {
      ...approval,
      mayDecide: isPending && mayApprove(actor, { requestedBy: approval.requestedBy.id, deciders }),
      mayWithdraw: isPending && approval.requestedBy.id === actor.personId,
    };
  }
}

const columns = `
  a.requested_at::text AS requested_at,
  json_build_object('id', a.approval_id, 'action', a.action, 'subjectType', a.subject_type, 'subjectId', a.subject_id,
    'request', a.request, 'reason', a.reason, 'state', a.state,
    'requestedBy', json_build_object('id', r.person_id, 'displayName', r.display_name), 'requestedAt', a.requested_at,
    'decidedBy', CASE WHEN d.person_id IS NOT NULL
      THEN json_build_object('id', d.person_id, 'displayName', d.display_name) END,
    'decidedAt', a.decided_at, 'decisionNote', a.decision_note, 'version', a.version) AS approval`;

const tables = `
  FROM approval a
  JOIN person r ON r.tenant_id = a.tenant_id AND r.person_id = a.requested_by
  LEFT JOIN person d ON d.tenant_id = a.tenant_id AND d.person_id = a.decided_by`;

const listSql = `
  SELECT ${columns} ${tables}
  WHERE a.tenant_id = $1 AND a.state = $2
    AND ($3::timestamptz IS NULL OR (a.requested_at, a.approval_id) < ($3::timestamptz, $4::uuid))
  ORDER BY a.requested_at DESC, a.approval_id DESC
  LIMIT $5`;

const oneSql = `SELECT ${columns} ${tables} WHERE a.tenant_id = $1 AND a.approval_id = $2`;
