import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { may } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { adminCover, endRole as endStoredRole, findRole, lockPeople } from '../person.repository';

type Ended = Outcome<Record<string, never>, Refusal<ProblemCode>>;

/** Takes a role away, at once. One person is enough: less access never waits. */
export async function endRole(tx: Transaction, personId: string, assignmentId: string): Promise<Ended> {
  await lockPeople(tx);
  const role = await findRole(tx, assignmentId);
  if (role === null || role.personId !== personId) return refuse({ code: 'NOT_FOUND', params: {} });
  const coverBefore = await adminCover(tx);
  await endStoredRole(tx, assignmentId);
  if ((await adminCover(tx)) < coverBefore) return refuse({ code: 'LAST_ADMIN', params: {} });
  await tx.audit({
    action: 'role.ended',
    subjectType: 'person',
    subjectId: personId,
    detail: {
      ...{ assignmentId, role: role.role, kind: role.kind, unitId: role.unitId, bodyId: role.bodyId },
      substituteFor: role.substituteFor,
    },
  });
  return ok({});
}

/** Ends a substitution: the person stood in for does it themselves, or the administration does. */
export async function endSubstitute(tx: Transaction, personId: string, assignmentId: string): Promise<Ended> {
  const isOwn = tx.personId === personId;
  if (!isOwn && (tx.actor === null || !may(tx.actor, 'person.write'))) return refuse({ code: 'NOT_FOUND', params: {} });
  await lockPeople(tx);
  const role = await findRole(tx, assignmentId);
  if (role === null || role.substituteFor !== personId) return refuse({ code: 'NOT_FOUND', params: {} });
  await endStoredRole(tx, assignmentId);
  await tx.audit({
    action: 'substitute.ended',
    subjectType: 'person',
    subjectId: personId,
    detail: {
      ...{ assignmentId, substituteId: role.personId, role: role.role, unitId: role.unitId, bodyId: role.bodyId },
    },
  });
  return ok({});
}
