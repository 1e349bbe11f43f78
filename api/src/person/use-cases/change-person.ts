import type { ChangePerson } from '@etatlotse/contracts/person';
import type { PersonStatus } from '@etatlotse/contracts/person/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import { endAllSessions } from '../../access';
import type { Transaction } from '../../platform/database/transactions';
import { adminCover, findPerson, lockPeople, type StoredPerson, updatePerson } from '../person.repository';

/** Another name, or an account closed or opened again. A closed account loses its logins in the same moment. */
export async function changePerson(
  tx: Transaction,
  personId: string,
  { version, displayName, status }: ChangePerson,
): Promise<Outcome<{ id: string; version: number }, Refusal<ProblemCode>>> {
  await lockPeople(tx);
  const before = await findPerson(tx, personId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const next = nextStatus(before, status);
  const coverBefore = await adminCover(tx);
  if (!(await updatePerson(tx, personId, version, { displayName: displayName ?? null, status: next }))) {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  if (next === 'disabled') {
    if ((await adminCover(tx)) < coverBefore) return refuse({ code: 'LAST_ADMIN', params: {} });
    await endAllSessions(tx, personId);
  }
  await tx.audit({
    action: 'person.changed',
    subjectType: 'person',
    subjectId: personId,
    detail: { isNameChanged: displayName !== undefined, fromStatus: before.status, toStatus: next ?? before.status },
  });
  return ok({ id: personId, version: version + 1 });
}

/** An account that is opened again before its invitation was accepted is invited as before. */
function nextStatus(before: StoredPerson, asked: 'active' | 'disabled' | undefined): PersonStatus | null {
  if (asked === 'disabled') return 'disabled';
  if (asked === undefined || before.status !== 'disabled') return null;
  return before.hasPassword ? 'active' : 'invited';
}
