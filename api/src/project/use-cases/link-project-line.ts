import type { LinkProjectLine, ProjectChanged } from '@etatlotse/contracts/project';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import { findLines } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import {
  bumpProject,
  type GroupRefusal,
  type HeldRefusal,
  holdSingleProject,
  recordEvent,
} from '../project.repository';

type LinkRefusal =
  HeldRefusal | GroupRefusal | Refusal<'LINE_UNKNOWN'> | Refusal<'PROJECT_LINE_KIND'> | Refusal<'PROJECT_LINE_TAKEN'>;

/** From a year on a budget line pays for this project, and for no other one. The line is held, so two cannot take it. */
export async function linkProjectLine(
  tx: Transaction,
  projectId: string,
  { lineId, fromYear, reason = '', version }: LinkProjectLine,
): Promise<Outcome<ProjectChanged, LinkRefusal>> {
  const held = await holdSingleProject(tx, projectId, version, 'project.link');
  if (!held.ok) return held;
  await tx.query(`SELECT line_id FROM budget_line WHERE tenant_id = $1 AND line_id = $2 FOR NO KEY UPDATE`, [
    tx.tenantId,
    lineId,
  ]);
  const [line] = await findLines(tx, [lineId]);
  if (line === undefined) return refuse({ code: 'LINE_UNKNOWN', params: {} });
  if (line.direction !== 'expense' && line.direction !== 'payment') {
    return refuse({ code: 'PROJECT_LINE_KIND', params: {} });
  }
  const taken = await tx.query(
    `SELECT link_id FROM project_line WHERE tenant_id = $1 AND line_id = $2 AND (to_year IS NULL OR to_year >= $3)`,
    [tx.tenantId, lineId, fromYear],
  );
  if (taken.length > 0) return refuse({ code: 'PROJECT_LINE_TAKEN', params: {} });
  await tx.execute(
    `INSERT INTO project_line (tenant_id, link_id, project_id, line_id, from_year, reason, linked_by, linked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, tx.nextId(), projectId, lineId, fromYear, reason, tx.personId, tx.now],
  );
  const changed = await bumpProject(tx, held.value);
  await recordEvent(tx, projectId, 'line_linked', { lineId, number: line.number, fromYear }, reason);
  return ok({ id: projectId, version: changed });
}
