import { Injectable } from '@nestjs/common';
import type { LineDetail, LineHistoryEntry, LineHistoryQuery } from '@etatlotse/contracts/budget';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { monthsOf, type Phasing, phasingOf } from '@etatlotse/domain/budget';
import { cents } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { figureColumns } from './balance.columns';
import { isAuthorityUnknown } from './line.sql';
import { differenceOfLine } from './reconciliation.sql';

/** One line with everything its page shows. */
@Injectable()
export class LineQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The line, or null where it does not exist for this caller. */
  async detail(caller: Caller, lineId: string, fiscalYear: number): Promise<LineDetail | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ line: StoredLine }>(detailSql, [
        tx.tenantId,
        lineId,
        fiscalYear,
        unitScope(caller.actor, 'budget.read'),
      ]),
    );
    return row === undefined ? null : withPlannedMonths(row.line);
  }

  /** What happened to a line, newest first, from the audit log; null where the line does not exist for this caller. */
  async history(caller: Caller, lineId: string, query: LineHistoryQuery): Promise<Page<LineHistoryEntry> | null> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['bigint', 'integer', 'bigint']);
    return this.transactions.run(caller, async (tx) => {
      const scope = unitScope(caller.actor, 'budget.read');
      const visible = await tx.query(isVisibleSql, [tx.tenantId, lineId, scope]);
      if (visible.length === 0) return null;
      const rows = await tx.query<{ entry: LineHistoryEntry; at: number; lane: number; seq: number }>(historySql, [
        tx.tenantId,
        lineId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(({ entry }) => entry),
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.at, last.lane, last.seq]) : null,
      };
    });
  }
}

/** The line as the statement answers it, with the own months of the plan in force; null = equal twelfths. */
type StoredLine = Omit<LineDetail, 'months'> & {
  readonly months: readonly Omit<LineDetail['months'][number], 'plannedCents'>[];
  readonly phasing: { readonly kind: Phasing['kind'] | 'equal'; readonly months: readonly number[] } | null;
};

function withPlannedMonths({ phasing, ...line }: StoredLine): LineDetail {
  const own = phasing === null ? null : phasingOf(phasing.kind, phasing.months);
  const planned = line.isAuthorityUnknown ? [] : monthsOf(cents(line.balance.adjustedCents), own);
  return { ...line, months: line.months.map((month, at) => ({ ...month, plannedCents: planned[at] ?? null })) };
}

const isVisibleSql = `
  SELECT line_id FROM budget_line l
  WHERE l.tenant_id = $1 AND l.line_id = $2 AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))`;

/** The pool's sum counts every member; listed are those the caller may see. */
const poolOfLine = `
  SELECT json_build_object('id', cp.pool_id, 'code', cp.code, 'name', cp.name,
    'availableCents', coalesce(p.available_cents, 0),
    'members', (SELECT coalesce(json_agg(json_build_object('id', m.line_id, 'number', m.number, 'name', m.name,
        'availableCents', coalesce(mb.available_cents, 0)) ORDER BY m.number)
        FILTER (WHERE $4::uuid[] IS NULL OR m.unit_id = ANY ($4)), '[]')
      FROM budget_line m
      LEFT JOIN line_balance mb ON mb.tenant_id = m.tenant_id AND mb.line_id = m.line_id AND mb.fiscal_year = $3
      WHERE m.tenant_id = l.tenant_id AND m.pool_id = l.pool_id),
    'hiddenMembers', (SELECT count(*) FROM budget_line m WHERE m.tenant_id = l.tenant_id AND m.pool_id = l.pool_id
      AND NOT ($4::uuid[] IS NULL OR coalesce(m.unit_id = ANY ($4), false))))
  FROM cover_pool cp
  LEFT JOIN pool_balance p ON p.tenant_id = cp.tenant_id AND p.pool_id = cp.pool_id AND p.fiscal_year = $3
  WHERE cp.tenant_id = l.tenant_id AND cp.pool_id = l.pool_id`;

const detailSql = `
  SELECT jsonb_build_object('id', l.line_id, 'number', l.number, 'name', l.name, 'frame', l.frame,
    'subBudget', l.sub_budget, 'product', l.product, 'productName', l.product_name, 'account', l.account,
    'accountName', l.account_name, 'accountFrame', l.account_frame, 'statementLine', l.statement_line,
    'projectKey', l.project_key, 'costCentre', l.cost_centre, 'direction', l.direction, 'sphere', l.sphere,
    'runOrChange', l.run_or_change, 'serviceClass', l.service_class, 'networkZone', l.network_zone)
  || jsonb_build_object('isNonStaff', l.is_non_staff, 'reserve', l.reserve, 'mayCarryOver', l.may_carry_over,
    'unit', CASE WHEN u.unit_id IS NULL THEN NULL ELSE json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) END,
    'pool', (${poolOfLine}),
    'explanation', l.explanation, 'origin', l.origin, 'isArchived', l.archived_at IS NOT NULL, 'version', l.version,
    'fiscalYear', $3::integer, 'asOf', b.last_recorded_at,
    'balance', json_build_object(${figureColumns('b')}),
    'isAuthorityUnknown', ${isAuthorityUnknown},
    'differenceCents', ${differenceOfLine},
    'months', (SELECT json_agg(json_build_object('month', n, 'actualCents', coalesce(m.actual_cents, 0)) ORDER BY n)
      FROM generate_series(1, 12) n
      LEFT JOIN line_month m ON m.tenant_id = l.tenant_id AND m.line_id = l.line_id AND m.fiscal_year = $3 AND m.month = n),
    'phasing', (SELECT json_build_object('kind', h.kind, 'months', h.months) FROM plan_version v
      JOIN plan_phasing h ON h.tenant_id = v.tenant_id AND h.version_id = v.version_id AND h.line_id = l.line_id
        AND h.fiscal_year = $3
      WHERE v.tenant_id = l.tenant_id AND v.state = 'in_force' AND $3 BETWEEN v.first_year AND v.last_year LIMIT 1),
    'years', (SELECT coalesce(json_agg(json_build_object('fiscalYear', y.fiscal_year, 'adjustedCents', y.adjusted_cents,
        'actualCents', y.actual_cents, 'availableCents', y.available_cents) ORDER BY y.fiscal_year), '[]')
      FROM line_balance y WHERE y.tenant_id = l.tenant_id AND y.line_id = l.line_id)) AS line
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $3
  LEFT JOIN frame_ceiling c ON c.tenant_id = l.tenant_id AND c.frame = l.frame AND c.fiscal_year = $3
  LEFT JOIN org_unit u ON u.tenant_id = l.tenant_id AND u.unit_id = l.unit_id
  WHERE l.tenant_id = $1 AND l.line_id = $2 AND ($4::uuid[] IS NULL OR l.unit_id = ANY ($4))`;

/** What a unit or pool is called. Ids that no longer lead anywhere have no name. */
const nameOf = (value: string): string => `(
  SELECT n.name FROM (
    SELECT u.unit_id AS id, u.code || ' ' || u.name AS name FROM org_unit u WHERE u.tenant_id = $1
    UNION ALL SELECT p.pool_id, p.code || ' ' || p.name FROM cover_pool p WHERE p.tenant_id = $1) n
  WHERE k.field IN ('unitId', 'poolId') AND n.id::text = ${value})`;

/**
 * Entries of the line itself, and of assignments to many lines that this one was among (kept once for all of them, with
 * what each line had before under its id).
 */
const historySql = `
  WITH entry AS (
    SELECT a.*, a.detail -> 'before' AS before, a.detail -> 'after' AS after FROM audit_entry a
    WHERE a.tenant_id = $1 AND a.subject_type = 'budget_line' AND a.subject_id = $2::uuid::text
    UNION ALL
    SELECT a.*, a.detail -> 'before' -> ($2::uuid::text), a.detail -> 'after' FROM audit_entry a
    WHERE a.tenant_id = $1 AND a.subject_type = 'budget_line_set' AND a.detail -> 'before' ? ($2::uuid::text)
  ), timed AS (SELECT e.*, (extract(epoch FROM e.recorded_at) * 1000000)::bigint AS at FROM entry e)
  SELECT e.at, e.lane::integer, e.seq,
    json_build_object('id', e.lane || '-' || e.seq, 'recordedAt', e.recorded_at, 'actorName', p.display_name,
      'action', e.action, 'amountCents', e.detail -> 'amountCents', 'fiscalYear', e.detail -> 'fiscalYear',
      'changes', (SELECT coalesce(json_agg(json_build_object('field', k.field,
          'before', e.before ->> k.field, 'after', e.after ->> k.field,
          'beforeLabel', ${nameOf('(e.before ->> k.field)')}, 'afterLabel', ${nameOf('(e.after ->> k.field)')})
          ORDER BY k.field), '[]')
        FROM (SELECT jsonb_object_keys(CASE jsonb_typeof(e.after) WHEN 'object' THEN e.after ELSE '{}' END) AS field) k)) AS entry
  FROM timed e
  LEFT JOIN person p ON p.tenant_id = e.tenant_id AND p.person_id = e.actor_id
  WHERE ($3::bigint IS NULL OR (e.at, -e.lane, -e.seq) < ($3::bigint, -$4::integer, -$5::bigint))
  ORDER BY e.at DESC, e.lane, e.seq
  LIMIT $6`;
