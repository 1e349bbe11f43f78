import type { FrameCode } from '@etatlotse/domain/budget';
import { followUpYears } from '@etatlotse/domain/project';
import { cents, type PlainDate } from '@etatlotse/domain/shared';
import type { BoundRegister } from '../authority';
import type { Transaction } from '../platform/database/transactions';

/** What is recorded about the cost of operation. */
export interface NewFollowUpCost {
  readonly projectId: string;
  readonly milestoneId: string;
  readonly lineId: string;
  readonly name: string;
  readonly yearlyCents: number;
}

export async function insertFollowUpCost(tx: Transaction, cost: NewFollowUpCost): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO project_follow_up_cost (tenant_id, follow_up_id, project_id, milestone_id, line_id, name, yearly_cents,
       recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, id, cost.projectId, cost.milestoneId, cost.lineId, cost.name, cost.yearlyCents, tx.personId, tx.now],
  );
  return id;
}

/** Ends one that still counts; its name, or null where there is none. */
export async function closeFollowUpCost(
  tx: Transaction,
  projectId: string,
  followUpId: string,
  reason: string,
): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `UPDATE project_follow_up_cost SET ended_at = $4, end_reason = $5
     WHERE tenant_id = $1 AND project_id = $2 AND follow_up_id = $3 AND ended_at IS NULL RETURNING name`,
    [tx.tenantId, projectId, followUpId, tx.now, reason],
  );
  return row?.name ?? null;
}

/** The day of a milestone `m`: reached, else expected, else planned. */
export const goLiveDay = (m: string): string => `coalesce(${m}.actual_on, ${m}.forecast_on, ${m}.planned_on)`;

interface CostRow {
  readonly lineId: string;
  readonly frame: FrameCode | null;
  readonly yearlyCents: number;
  readonly startsOn: PlainDate;
}

/**
 * What agreed projects bind once they are live (leap 4). A plan that nobody has agreed to binds nobody; a project that was
 * closed before its go-live has nothing to operate.
 */
export const FOLLOW_UP_REGISTER: BoundRegister = {
  kind: 'follow_up_cost',
  async claims(tx, { years, unitIds }) {
    const rows = await tx.query<CostRow>(claimsSql, [tx.tenantId, unitIds]);
    return rows.flatMap(({ lineId, frame, yearlyCents, startsOn }) =>
      followUpYears({ yearlyCents: cents(yearlyCents), startsOn }, years).map((year) => ({ lineId, frame, ...year })),
    );
  },
};

const claimsSql = `
  SELECT f.line_id AS "lineId", l.frame, f.yearly_cents AS "yearlyCents", ${goLiveDay('m')} AS "startsOn"
  FROM project_follow_up_cost f
  JOIN project p ON p.tenant_id = f.tenant_id AND p.project_id = f.project_id
  JOIN project_milestone m ON m.tenant_id = f.tenant_id AND m.milestone_id = f.milestone_id
  JOIN budget_line l ON l.tenant_id = f.tenant_id AND l.line_id = f.line_id
  WHERE f.tenant_id = $1 AND f.ended_at IS NULL AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))
    AND (p.state <> 'closed' OR m.actual_on IS NOT NULL)
    AND EXISTS (SELECT FROM project_baseline b WHERE b.tenant_id = p.tenant_id AND b.project_id = p.project_id
      AND b.state = 'agreed')`;
