import type { CreateOutcome, OutcomeChanged } from '@etatlotse/contracts/outcome';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkFace, type FaceRefusal, insertOutcome } from '../outcome.repository';

/** Says what is counted and whose cost stands behind it; the first count comes next. */
export async function createOutcome(
  tx: Transaction,
  request: CreateOutcome,
): Promise<Outcome<OutcomeChanged, FaceRefusal>> {
  const face = { ...request, description: request.description ?? '' };
  const checked = await checkFace(tx, face);
  if (!checked.ok) return checked;
  const id = await insertOutcome(tx, face);
  const { projectId, lineIds, basis } = face;
  await tx.audit({
    action: 'outcome.created',
    subjectType: 'outcome',
    subjectId: id,
    detail: { projectId, lineIds, basis },
  });
  return ok({ id, version: 1 });
}
