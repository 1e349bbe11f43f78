import { Injectable } from '@nestjs/common';
import type { PlanFindings, PlanVersionDetail, PlanVersionRow, PlanVersionsQuery } from '@etatlotse/contracts/planning';
import type { Page } from '@etatlotse/contracts/shared';
import { isPlanVersionOpen, mayEditAmounts, planVersionStepsFrom } from '@etatlotse/domain/budget';
import { fiscalYear, planYears, planningWindow } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { readFindings } from './plan-findings';
import { findVersion } from './plan-version.repository';

const PAGE_DEFAULT = 50;
const FINDINGS_SHOWN = 200;

/** Plan versions as people read them. */
@Injectable()
export class PlanVersionQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Newest first; ids grow with time, so they are the key of the page. */
  async list(caller: Caller, query: PlanVersionsQuery): Promise<Page<PlanVersionRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ row: PlanVersionRow }>(listSql, [
        tx.tenantId,
        query.fiscalYear ?? null,
        query.state ?? null,
        after?.[0] ?? null,
        limit + 1,
        query.inForceOn ?? null,
      ]),
    );
    const shown = rows.slice(0, limit).map(({ row }) => row);
    const last = shown.at(-1);
    return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
  }

  async find(caller: Caller, versionId: string): Promise<PlanVersionDetail | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ version: StoredDetail }>(detailSql, [tx.tenantId, versionId]),
    );
    if (row === undefined) return null;
    const { version } = row;
    const window = planningWindow(planYears(fiscalYear(version.firstYear), fiscalYear(version.lastYear)));
    return {
      ...version,
      window: { firstYear: window[0] ?? version.firstYear, lastYear: window.at(-1) ?? version.lastYear },
      isOpen: isPlanVersionOpen(version.state),
      mayEditAmounts: mayEditAmounts(version.state),
      steps: planVersionStepsFrom(version.state).filter((step) => step !== 'supersede'),
    };
  }

  /** What still keeps the version from being introduced (T2). Null when there is no such version. */
  async findings(caller: Caller, versionId: string): Promise<PlanFindings | null> {
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version === null) return null;
      const findings = await readFindings(tx, versionId, version.plan);
      return { count: findings.length, rows: findings.slice(0, FINDINGS_SHOWN) };
    });
  }
}

type StoredDetail = Omit<PlanVersionDetail, 'window' | 'isOpen' | 'mayEditAmounts' | 'steps'>;

const rowColumns = `'id', v.version_id, 'name', v.name, 'kind', v.kind, 'firstYear', v.first_year, 'lastYear', v.last_year,
  'state', v.state, 'decidedOn', v.decided_on, 'decisionDocument', v.decision_document, 'submittedOn', v.submitted_on,
  'displayEndsOn', v.display_ends_on, 'inForceOn', v.in_force_on, 'basedOnId', v.based_on_id, 'createdAt', v.created_at,
  'lines', (SELECT count(DISTINCT a.line_id) FROM plan_amount a
            WHERE a.tenant_id = v.tenant_id AND a.version_id = v.version_id), 'version', v.version`;

/**
 * In force on the day `$6` by the business clock: its day had come, and no plan that took its place had. The two steps of
 * a replacement are taken in one transaction and bear the same instant.
 */
const heldOn = `
  (v.state IN ('in_force', 'superseded') AND v.in_force_on <= $6 AND NOT EXISTS (
    SELECT FROM plan_version_step old
    JOIN plan_version_step new ON new.tenant_id = old.tenant_id AND new.taken_at = old.taken_at
      AND new.step = 'enter_into_force'
    JOIN plan_version w ON w.tenant_id = new.tenant_id AND w.version_id = new.version_id
    WHERE old.tenant_id = v.tenant_id AND old.version_id = v.version_id AND old.step = 'supersede'
      AND w.in_force_on <= $6))`;

const listSql = `
  SELECT json_build_object(${rowColumns}) AS row FROM plan_version v
  WHERE v.tenant_id = $1 AND ($2::smallint IS NULL OR $2 BETWEEN v.first_year AND v.last_year)
    AND ($3::text IS NULL OR v.state = $3) AND ($4::uuid IS NULL OR v.version_id < $4)
    AND ($6::date IS NULL OR ${heldOn})
  ORDER BY v.version_id DESC LIMIT $5`;

const detailSql = `
  SELECT json_build_object(${rowColumns}, 'unknownFrameReason', v.unknown_frame_reason,
    'basedOnName', (SELECT b.name FROM plan_version b WHERE b.tenant_id = $1 AND b.version_id = v.based_on_id),
    'changes', (SELECT json_build_object('count', count(*), 'openCount', count(*) FILTER (WHERE g.result = 'open'))
      FROM plan_change g WHERE g.tenant_id = $1 AND g.version_id = v.version_id),
    'pendingApproval', (SELECT json_build_object('approvalId', p.approval_id, 'action', p.action) FROM approval p
      WHERE p.tenant_id = $1 AND p.state = 'pending' AND p.subject_type = 'plan_version'
        AND p.subject_id = v.version_id::text LIMIT 1),
    'totals', (SELECT coalesce(json_agg(json_build_object('fiscalYear', t.fiscal_year, 'direction', t.direction,
        'lines', t.lines, 'amountCents', t.amount_cents) ORDER BY t.fiscal_year, t.direction), '[]')
      FROM (SELECT a.fiscal_year, l.direction, count(*) AS lines, sum(a.amount_cents)::bigint AS amount_cents
            FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
            WHERE a.tenant_id = $1 AND a.version_id = $2 GROUP BY a.fiscal_year, l.direction) t),
    'history', (SELECT coalesce(json_agg(json_build_object('step', s.step, 'takenAt', s.taken_at,
        'takenBy', t.display_name, 'approvedBy', b.display_name, 'reason', s.reason) ORDER BY s.version), '[]')
      FROM plan_version_step s
      LEFT JOIN person t ON t.tenant_id = s.tenant_id AND t.person_id = s.taken_by
      LEFT JOIN person b ON b.tenant_id = s.tenant_id AND b.person_id = s.approved_by
      WHERE s.tenant_id = $1 AND s.version_id = $2)) AS version
  FROM plan_version v WHERE v.tenant_id = $1 AND v.version_id = $2`;
