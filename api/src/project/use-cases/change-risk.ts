import type { ChangeRisk, ProjectChanged } from '@etatlotse/contracts/project';
import { checkRisk } from '@etatlotse/domain/project';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';

/** Changes a risk: its range, what is done about it, or that it has happened or is over. */
export async function changeRisk(
  tx: Transaction,
  projectId: string,
  riskId: string,
  risk: ChangeRisk,
): Promise<Outcome<ProjectChanged, HeldRefusal | Refusal<'RISK_RANGE'>>> {
  const held = await holdOpenProject(tx, projectId, null);
  if (!held.ok) return held;
  const [stored] = await tx.query<{ version: number; state: string }>(
    `SELECT version, state FROM project_risk WHERE tenant_id = $1 AND project_id = $2 AND risk_id = $3`,
    [tx.tenantId, projectId, riskId],
  );
  if (stored === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (stored.version !== risk.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const { title, measure = '', probabilityBasisPoints, lowCents, likelyCents, highCents, delayDays, state } = risk;
  const checked = checkRisk({
    ...risk,
    lowCents: cents(lowCents),
    likelyCents: cents(likelyCents),
    highCents: cents(highCents),
  });
  if (!checked.ok) return checked;
  await tx.execute(
    `UPDATE project_risk SET title = $3, measure = $4, probability_basis_points = $5, low_cents = $6, likely_cents = $7,
       high_cents = $8, delay_days = $9, state = $10, version = version + 1 WHERE tenant_id = $1 AND risk_id = $2`,
    [tx.tenantId, riskId, title, measure, probabilityBasisPoints, lowCents, likelyCents, highCents, delayDays, state],
  );
  await recordEvent(tx, projectId, 'risk', { riskId, title, state, before: stored.state });
  return ok({ id: riskId, version: risk.version + 1 });
}
