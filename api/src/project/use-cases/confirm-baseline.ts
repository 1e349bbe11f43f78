import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { PendingApproval } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import { closeBaseline } from '../project-plan.repository';
import { bumpProject, holdProject, recordEvent } from '../project.repository';

/** The action that a second person decides on. */
export const PROJECT_BASELINE = 'project.baseline';

type ConfirmRefusal = Refusal<'NOT_FOUND'> | Refusal<'PROJECT_CLOSED'>;

/** The second person has agreed: the frozen plan gets its number and is what the project is measured by from now on. */
export async function confirmBaseline(
  tx: Transaction,
  approval: PendingApproval,
): Promise<Outcome<{ readonly id: string }, ConfirmRefusal>> {
  const project = await holdProject(tx, approval.subjectId, 'approval.decide');
  if (project === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (project.state === 'closed') return refuse({ code: 'PROJECT_CLOSED', params: {} });
  const { baselineId, document } = approval.request as { readonly baselineId: string; readonly document: string };
  const number = await closeBaseline(tx, baselineId, 'agreed');
  if (number === null) return refuse({ code: 'NOT_FOUND', params: {} });
  await bumpProject(tx, project);
  const detail = { baselineId, number, document, requestedBy: approval.requestedBy };
  await recordEvent(tx, project.id, 'baseline_agreed', detail, approval.reason);
  return ok({ id: project.id });
}

/** Not agreed to or taken back: it stays in the list as what it was. */
export async function dismissBaseline(tx: Transaction, approval: PendingApproval): Promise<void> {
  const { baselineId } = approval.request as { readonly baselineId: string };
  await closeBaseline(tx, baselineId, 'dismissed');
  await recordEvent(tx, approval.subjectId, 'baseline_dismissed', { baselineId });
}
