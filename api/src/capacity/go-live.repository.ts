import type { SetGoLive } from '@etatlotse/contracts/capacity';
import type { GoLiveRow } from '@etatlotse/contracts/capacity/plain';
import { unitScope } from '@etatlotse/domain/access';
import type { GoLiveEffect } from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isProjectSeen } from '../project';

/** Whether somebody knows a milestone that is still part of the plan of its project; the project itself need not be seen. */
export async function isMilestoneSeen(tx: Transaction, milestoneId: string): Promise<boolean> {
  if (tx.actor === null) return false;
  const rows = await tx.query(milestoneSql, [tx.tenantId, milestoneId, unitScope(tx.actor, 'milestone.read')]);
  return rows.length > 0;
}

const milestoneSql = `
  SELECT FROM project_milestone m JOIN project p ON p.tenant_id = m.tenant_id AND p.project_id = m.project_id
  WHERE m.tenant_id = $1 AND m.milestone_id = $2 AND m.dropped_at IS NULL AND ${isProjectSeen('p', '$3')}`;

/** Sets what a project changes about a task, in place of what was said before. */
export async function replaceGoLive(tx: Transaction, taskId: string, effect: SetGoLive): Promise<void> {
  await deleteGoLive(tx, taskId);
  await tx.execute(
    `INSERT INTO task_go_live (tenant_id, task_id, milestone_id, online_seconds, course, online_percent, course_months,
       dip_percents, rebound_percent, operation_fte_hundredths, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      taskId,
      effect.milestoneId,
      effect.onlineSeconds,
      effect.course,
      effect.onlinePercent,
      effect.months,
      effect.dipPercents,
      effect.reboundPercent,
      effect.operationFteHundredths ?? null,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
}

/** True where there was something to take away. */
export async function deleteGoLive(tx: Transaction, taskId: string): Promise<boolean> {
  const deleted = await tx.execute(`DELETE FROM task_go_live WHERE tenant_id = $1 AND task_id = $2`, [
    tx.tenantId,
    taskId,
  ]);
  return deleted > 0;
}

export async function hasGoLive(tx: Transaction, taskId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM task_go_live WHERE tenant_id = $1 AND task_id = $2`, [tx.tenantId, taskId]);
  return rows.length > 0;
}

/**
 * What a project changes about a task `t`, as a column; `units` are those whose projects may be named. The day is when the
 * milestone was reached, else when it is expected, else when it was planned; a milestone that was dropped changes nothing.
 */
export const goLiveColumn = (units: string): string => `
  (SELECT json_build_object('milestoneId', m.milestone_id, 'milestone', m.name, 'plannedOn', m.planned_on,
      'goLiveOn', coalesce(m.actual_on, m.forecast_on, m.planned_on), 'isReached', m.actual_on IS NOT NULL,
      'project', CASE WHEN ${isProjectSeen('p', units)} THEN json_build_object('id', p.project_id, 'name', p.name) END,
      'onlineSeconds', g.online_seconds, 'course', g.course, 'onlinePercent', g.online_percent,
      'months', g.course_months, 'dipPercents', g.dip_percents, 'reboundPercent', g.rebound_percent,
      'operationFteHundredths', g.operation_fte_hundredths)
    FROM task_go_live g
    JOIN project_milestone m ON m.tenant_id = g.tenant_id AND m.milestone_id = g.milestone_id AND m.dropped_at IS NULL
    JOIN project p ON p.tenant_id = m.tenant_id AND p.project_id = m.project_id
    WHERE g.tenant_id = t.tenant_id AND g.task_id = t.task_id) AS "goLive"`;

/** The effect as the rules see it. */
export function factsOfGoLive(row: GoLiveRow, baseSeconds: number): GoLiveEffect {
  const share = row.onlinePercent / 100;
  return {
    goLiveOn: plainDate(row.goLiveOn),
    oldMinutes: baseSeconds / 60,
    onlineMinutes: row.onlineSeconds / 60,
    online: row.course === 'step' ? { kind: 'step', share } : { kind: row.course, share, months: row.months },
    dip: row.dipPercents.map((percent) => percent / 100),
    rebound: row.reboundPercent / 100,
  };
}
