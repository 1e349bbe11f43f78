import type { ChangeOutcome, OutcomeChanged } from '@etatlotse/contracts/outcome';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkFace, type FaceRefusal, hiddenLines, holdOutcome, saveOutcome } from '../outcome.repository';

/** Changes what is counted or whose cost stands behind it; what it was before stays in the audit log. */
export async function changeOutcome(
  tx: Transaction,
  outcomeId: string,
  { version, ...request }: ChangeOutcome,
): Promise<Outcome<OutcomeChanged, FaceRefusal | Refusal<'VERSION_STALE'>>> {
  const held = await holdOutcome(tx, outcomeId);
  if (held === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (held.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const face = { ...request, description: request.description ?? '' };
  const checked = await checkFace(tx, face);
  if (!checked.ok) return checked;
  const { projectId } = face;
  // Lines that somebody else put in and that are not seen here are not lost by saving.
  const kept = projectId === null ? await hiddenLines(tx, held.lineIds) : [];
  const lineIds = [...face.lineIds, ...kept];
  await saveOutcome(tx, outcomeId, { ...face, lineIds });
  const before = { projectId: held.projectId, lineIds: held.lineIds };
  await tx.audit({
    action: 'outcome.changed',
    subjectType: 'outcome',
    subjectId: outcomeId,
    detail: { projectId, lineIds, before },
  });
  return ok({ id: outcomeId, version: version + 1 });
}
