import { Injectable } from '@nestjs/common';
import type { AuditDefect, AuditVerification } from '@etatlotse/contracts/audit';
import { Transactions } from '../database/transactions';
import { AuditAnchor } from './audit-anchor';

/** Recomputes the audit chains from their first entry. Believes neither the entries nor the heads. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly transactions: Transactions,
    private readonly anchor: AuditAnchor,
  ) {}

  async verify(tenantId: string): Promise<AuditVerification> {
    const anchored = await this.anchor.latest(tenantId);
    return this.transactions.run({ tenantId, actor: null }, async (tx) => {
      await tx.limitStatementsTo(120_000);
      const [count] = await tx.query<{ entries: number; lanes: number }>(
        `SELECT count(*) AS entries, count(DISTINCT lane) AS lanes FROM audit_entry WHERE tenant_id = $1`,
        [tenantId],
      );
      const defects = await tx.query<AuditDefect>(defectsSql, [tenantId]);
      const heads = await tx.query<{ lane: number; seq: number }>(
        `SELECT lane, max(seq) AS seq FROM audit_entry WHERE tenant_id = $1 GROUP BY lane`,
        [tenantId],
      );
      const newest = new Map(heads.map(({ lane, seq }) => [lane, seq]));
      const cut = Object.entries(anchored?.heads ?? {})
        .filter(([lane, { seq }]) => (newest.get(Number(lane)) ?? 0) < seq)
        .map(([lane, { seq }]): AuditDefect => ({ lane: Number(lane), seq, kind: 'tail_cut' }));
      return {
        entries: count?.entries ?? 0,
        lanes: count?.lanes ?? 0,
        defects: [...defects, ...cut],
        anchoredAt: anchored?.at ?? null,
      };
    });
  }
}

/** A chain starts with the hash `00` before its first entry; each next entry must carry the hash of the one before. */
const defectsSql = `
  WITH chain AS (
    SELECT a.*, lag(a.seq) OVER w AS seq_before, lag(a.hash) OVER w AS hash_before
    FROM audit_entry a WHERE a.tenant_id = $1 WINDOW w AS (PARTITION BY a.lane ORDER BY a.seq)
  ), defect AS (
    SELECT lane, seq, 'missing' AS kind FROM chain WHERE seq <> coalesce(seq_before, 0) + 1
    UNION ALL
    SELECT lane, seq, 'changed' FROM chain
    WHERE previous_hash <> coalesce(hash_before, '\\x00'::bytea) AND seq = coalesce(seq_before, 0) + 1
       OR hash <> app.audit_hash(previous_hash, tenant_id, lane, seq, recorded_at, actor_id, action, subject_type,
                                 subject_id, detail, request_id)
    UNION ALL
    SELECT h.lane, h.seq, 'head_differs' FROM audit_head h
    LEFT JOIN LATERAL (
      SELECT e.seq, e.hash FROM audit_entry e WHERE e.tenant_id = h.tenant_id AND e.lane = h.lane
      ORDER BY e.seq DESC LIMIT 1) newest ON true
    WHERE h.tenant_id = $1 AND h.seq > 0 AND (newest.seq IS DISTINCT FROM h.seq OR newest.hash IS DISTINCT FROM h.hash)
  )
  SELECT lane::integer, seq::integer, kind FROM defect ORDER BY lane, seq LIMIT 100`;
