import type { RoleGrant } from '@etatlotse/contracts/person';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals, PendingApproval } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import {
  findPerson,
  hadSecondPerson,
  insertRole,
  isBodyKnown,
  isRoleHeld,
  isUnitKnown,
  lockPeople,
} from '../person.repository';
import { type CompleteGrant, completeGrant } from '../role-rules';

export const ROLE_GRANT_ACTION = 'role.grant';

type Refused = Refusal<ProblemCode>;

export interface GrantRequest {
  readonly personId: string;
  readonly roles: readonly RoleGrant[];
  readonly reason: string;
}

/**
 * Grants roles, or asks a second person to. Whoever administers accounts could otherwise make anybody, also themselves,
 * finance. Only while a city is set up and nobody else could decide, the roles are in force at once.
 */
export async function grantRoles(
  tx: Transaction,
  approvals: Approvals,
  { personId, roles, reason }: GrantRequest,
): Promise<Outcome<{ id: string; approvalId: string | null }, Refused>> {
  await lockPeople(tx);
  const checked = await checkGrants(tx, personId, roles);
  if (!checked.ok) return checked;
  if (!(await hadSecondPerson(tx))) {
    await storeGrants(tx, personId, checked.value, null);
    return ok({ id: personId, approvalId: null });
  }
  const asked = await approvals.request(tx, {
    action: ROLE_GRANT_ACTION,
    subjectType: 'person',
    subjectId: personId,
    request: { roles: checked.value },
    reason,
  });
  return asked.ok ? ok({ id: personId, approvalId: asked.value.approvalId }) : asked;
}

/** The second person has agreed. Whoever gets the roles cannot be that person. */
export async function carryOutGrant(
  tx: Transaction,
  { id, subjectId, request, requestedBy }: PendingApproval,
): Promise<Outcome<Record<string, never>, Refused>> {
  if (tx.personId === subjectId) return refuse({ code: 'FOUR_EYES', params: {} });
  await lockPeople(tx);
  // A request that waited starts today, not on the day it was made.
  const roles = (request['roles'] as CompleteGrant[]).map((grant) =>
    grant.validFrom < tx.today ? { ...grant, validFrom: tx.today } : grant,
  );
  const checked = await checkGrants(tx, subjectId, roles);
  if (!checked.ok) return checked;
  await storeGrants(tx, subjectId, checked.value, { id, requestedBy });
  return ok({});
}

async function checkGrants(
  tx: Transaction,
  personId: string,
  roles: readonly RoleGrant[],
): Promise<Outcome<CompleteGrant[], Refused>> {
  const person = await findPerson(tx, personId);
  if (person === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (person.status === 'disabled') return refuse({ code: 'PERSON_DISABLED', params: {} });
  const complete: CompleteGrant[] = [];
  for (const role of roles) {
    const grant = completeGrant(role, tx.today);
    if (!grant.ok) return grant;
    const { unitId, bodyId } = grant.value;
    if (unitId !== null && !(await isUnitKnown(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
    if (bodyId !== null && !(await isBodyKnown(tx, bodyId))) return refuse({ code: 'BODY_UNKNOWN', params: {} });
    const isRepeated = complete.some((other) => isSameRole(other, grant.value));
    if (isRepeated || (await isRoleHeld(tx, personId, grant.value))) {
      return refuse({ code: 'ROLE_HELD', params: { role: grant.value.role } });
    }
    complete.push(grant.value);
  }
  if (complete.length === 0) return refuse({ code: 'LIST_INVALID', params: {} });
  return ok(complete);
}

function isSameRole(one: CompleteGrant, other: CompleteGrant): boolean {
  return (
    one.role === other.role && one.kind === other.kind && one.unitId === other.unitId && one.bodyId === other.bodyId
  );
}

async function storeGrants(
  tx: Transaction,
  personId: string,
  grants: readonly CompleteGrant[],
  approval: { readonly id: string; readonly requestedBy: string } | null,
): Promise<void> {
  const stored = [];
  for (const grant of grants) stored.push({ assignmentId: await insertRole(tx, personId, grant), ...grant });
  await tx.audit({
    action: 'role.granted',
    subjectType: 'person',
    subjectId: personId,
    detail: { roles: stored, approvalId: approval?.id ?? null, requestedBy: approval?.requestedBy ?? null },
  });
}
