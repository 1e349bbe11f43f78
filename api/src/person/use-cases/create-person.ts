import type { CreatePerson } from '@etatlotse/contracts/person';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import { insertPerson, lockPeople } from '../person.repository';
import { grantRoles } from './grant-roles';

/** Makes an account that waits for its invitation to be accepted, and grants (or asks for) its roles. */
export async function createPerson(
  tx: Transaction,
  approvals: Approvals,
  { email, displayName, roles = [], reason = '' }: CreatePerson,
): Promise<Outcome<{ id: string; version: number; approvalId: string | null }, Refusal<ProblemCode>>> {
  await lockPeople(tx);
  const personId = tx.nextId();
  if (!(await insertPerson(tx, { id: personId, email, displayName }))) {
    return refuse({ code: 'EMAIL_TAKEN', params: {} });
  }
  await tx.audit({ action: 'person.created', subjectType: 'person', subjectId: personId });
  if (roles.length === 0) return ok({ id: personId, version: 1, approvalId: null });
  const granted = await grantRoles(tx, approvals, { personId, roles, reason });
  return granted.ok ? ok({ id: personId, version: 1, approvalId: granted.value.approvalId }) : granted;
}
