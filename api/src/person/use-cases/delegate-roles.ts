import type { DelegateRoles } from '@etatlotse/contracts/person';
import { SUBSTITUTE_MAX_DAYS } from '@etatlotse/contracts/person/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { may } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Approvals, PendingApproval } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import {
  findPerson,
  hadSecondPerson,
  insertRole,
  isSubstituted,
  lockPeople,
  ownRolesBetween,
  type StoredRole,
} from '../person.repository';

export const ROLE_DELEGATE_ACTION = 'role.delegate';

type Refused = Refusal<ProblemCode>;

interface Delegation {
  readonly personId: string;
  readonly substituteId: string;
  readonly assignmentIds: readonly string[] | null;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * Lets somebody stand in for a person for some days, with that person's own roles. The person chooses freely; the
 * administration may propose it for somebody who is away, and then a second person decides.
 */
export async function delegateRoles(
  tx: Transaction,
  approvals: Approvals,
  personId: string,
  body: DelegateRoles,
): Promise<Outcome<{ id: string; approvalId: string | null }, Refused>> {
  const isOwn = tx.personId === personId;
  if (!isOwn && (tx.actor === null || !may(tx.actor, 'person.write'))) return refuse({ code: 'NOT_FOUND', params: {} });
  await lockPeople(tx);
  const delegation: Delegation = {
    personId,
    substituteId: body.substituteId,
    assignmentIds: body.assignmentIds ?? null,
    validFrom: body.validFrom ?? tx.today,
    validTo: body.validTo,
  };
  const checked = await checkDelegation(tx, delegation);
  if (!checked.ok) return checked;
  if (isOwn || !(await hadSecondPerson(tx))) {
    await storeDelegation(tx, delegation, checked.value, null);
    return ok({ id: personId, approvalId: null });
  }
  const asked = await approvals.request(tx, {
    action: ROLE_DELEGATE_ACTION,
    subjectType: 'person',
    subjectId: personId,
    request: { ...delegation },
    reason: body.reason ?? '',
  });
  return asked.ok ? ok({ id: personId, approvalId: asked.value.approvalId }) : asked;
}

/** The second person has agreed; it is neither the substitute nor whoever proposed it. */
export async function carryOutDelegation(
  tx: Transaction,
  { id, request }: PendingApproval,
): Promise<Outcome<Record<string, never>, Refused>> {
  const asked = request as unknown as Delegation;
  if (tx.personId === asked.substituteId) return refuse({ code: 'FOUR_EYES', params: {} });
  await lockPeople(tx);
  const delegation = asked.validFrom < tx.today ? { ...asked, validFrom: tx.today } : asked;
  const checked = await checkDelegation(tx, delegation);
  if (!checked.ok) return checked;
  await storeDelegation(tx, delegation, checked.value, id);
  return ok({});
}

async function checkDelegation(tx: Transaction, delegation: Delegation): Promise<Outcome<StoredRole[], Refused>> {
  const { personId, substituteId, validFrom, validTo, assignmentIds } = delegation;
  if (validFrom < tx.today || validTo < validFrom || (await isTooLong(tx, validFrom, validTo))) {
    return refuse({ code: 'SUBSTITUTE_PERIOD', params: { days: SUBSTITUTE_MAX_DAYS } });
  }
  const person = await findPerson(tx, personId);
  if (person === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (person.status === 'disabled') return refuse({ code: 'PERSON_DISABLED', params: {} });
  const substitute = substituteId === personId ? null : await findPerson(tx, substituteId);
  if (substitute?.status !== 'active') return refuse({ code: 'SUBSTITUTE_UNKNOWN', params: {} });
  const roles: StoredRole[] = [];
  for (const own of await ownRolesBetween(tx, personId, validFrom, validTo)) {
    if (assignmentIds !== null && !assignmentIds.includes(own.assignmentId)) continue;
    const handedOver: StoredRole = {
      ...own,
      validFrom: own.validFrom > validFrom ? own.validFrom : validFrom,
      validTo: own.validTo !== null && own.validTo < validTo ? own.validTo : validTo,
    };
    if (!(await isSubstituted(tx, substituteId, handedOver))) roles.push(handedOver);
  }
  return roles.length === 0 ? refuse({ code: 'NOTHING_TO_DELEGATE', params: {} }) : ok(roles);
}

async function isTooLong(tx: Transaction, validFrom: string, validTo: string): Promise<boolean> {
  const [row] = await tx.query<{ days: number }>(`SELECT $2::date - $1::date + 1 AS days`, [validFrom, validTo]);
  return (row?.days ?? 0) > SUBSTITUTE_MAX_DAYS;
}

async function storeDelegation(
  tx: Transaction,
  { personId, substituteId }: Delegation,
  roles: readonly StoredRole[],
  approvalId: string | null,
): Promise<void> {
  const stored = [];
  for (const role of roles) {
    stored.push({
      assignmentId: await insertRole(tx, substituteId, role, personId),
      role: role.role,
      unitId: role.unitId,
      bodyId: role.bodyId,
      validFrom: role.validFrom,
      validTo: role.validTo,
    });
  }
  await tx.audit({
    action: 'substitute.named',
    subjectType: 'person',
    subjectId: personId,
    detail: { substituteId, roles: stored, approvalId },
  });
}
