import type { EndProjectLine, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpProject, type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';

/** After a year a line no longer pays for the project. What was booked until then stays with it, and the reason too. */
export async function endProjectLine(
  tx: Transaction,
  projectId: string,
  linkId: string,
  { toYear, reason, version }: EndProjectLine,
): Promise<Outcome<ProjectChanged, HeldRefusal | Refusal<'PROJECT_LINE_END'>>> {
  const held = await holdOpenProject(tx, projectId, version, 'project.link');
  if (!held.ok) return held;
  const [link] = await tx.query<{ lineId: string; fromYear: number; toYear: number | null }>(
    `SELECT line_id AS "lineId", from_year AS "fromYear", to_year AS "toYear" FROM project_line
     WHERE tenant_id = $1 AND project_id = $2 AND link_id = $3`,
    [tx.tenantId, projectId, linkId],
  );
  if (link === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (link.toYear !== null || toYear < link.fromYear) return refuse({ code: 'PROJECT_LINE_END', params: {} });
  await tx.execute(
    `UPDATE project_line SET to_year = $3, end_reason = $4, ended_by = $5, ended_at = $6 WHERE tenant_id = $1 AND link_id = $2`,
    [tx.tenantId, linkId, toYear, reason, tx.personId, tx.now],
  );
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'line_ended', { lineId: link.lineId, toYear }, reason);
  return ok({ id: projectId, version: changed });
}
