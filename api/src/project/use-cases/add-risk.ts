import type { AddRisk, ProjectChanged } from '@etatlotse/contracts/project';
import { checkRisk } from '@etatlotse/domain/project';
import { cents, ok, type Outcome, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdOpenProject, recordEvent } from '../project.repository';

/** Adds a risk with its probability and its range of money. */
export async function addRisk(
  tx: Transaction,
  projectId: string,
  risk: AddRisk,
): Promise<Outcome<ProjectChanged, HeldRefusal | Refusal<'RISK_RANGE'>>> {
  const held = await holdOpenProject(tx, projectId, null);
  if (!held.ok) return held;
  const { title, measure = '', probabilityBasisPoints, lowCents, likelyCents, highCents, delayDays } = risk;
  const checked = checkRisk({
    ...risk,
    lowCents: cents(lowCents),
    likelyCents: cents(likelyCents),
    highCents: cents(highCents),
  });
  if (!checked.ok) return checked;
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO project_risk (tenant_id, risk_id, project_id, title, measure, probability_basis_points, low_cents,
       likely_cents, high_cents, delay_days, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
    [tx.tenantId, id, projectId, title, measure, probabilityBasisPoints, lowCents, likelyCents, highCents, delayDays],
  );
  await recordEvent(tx, projectId, 'risk', { riskId: id, title, state: 'open' });
  return ok({ id, version: 1 });
}
