import type { RoleGrant } from '@etatlotse/contracts/person';
import { BODY_ROLES, kindsOf, type Role, type RoleKind, UNIT_ROLES } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';

/** A grant with nothing left open. */
export interface CompleteGrant {
  readonly role: Role;
  readonly kind: RoleKind | null;
  readonly unitId: string | null;
  readonly bodyId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export type RoleIncomplete = Refusal<'ROLE_INCOMPLETE', { readonly role: Role }>;

/**
 * A role of a unit names its unit, a member of a committee the body, coordinators and reviewers their kind, all others none
 * of these: a unit at a role of the whole city would look like a limit and be none. Without a first day it starts today; it never starts in the past.
 */
export function completeGrant(grant: RoleGrant, today: string): Outcome<CompleteGrant, RoleIncomplete> {
  const unitId = grant.unitId ?? null;
  const bodyId = grant.bodyId ?? null;
  const kind = grant.kind ?? null;
  const validFrom = grant.validFrom ?? today;
  const validTo = grant.validTo ?? null;
  const isUnitRight = UNIT_ROLES.includes(grant.role) === (unitId !== null);
  const isBodyRight = BODY_ROLES.includes(grant.role) === (bodyId !== null);
  const kinds = kindsOf(grant.role);
  const isKindRight = kinds.length === 0 ? kind === null : kind !== null && kinds.includes(kind);
  const isPeriodRight = validFrom >= today && (validTo === null || validTo >= validFrom);
  if (!isUnitRight || !isBodyRight || !isKindRight || !isPeriodRight) {
    return refuse({ code: 'ROLE_INCOMPLETE', params: { role: grant.role } });
  }
  return ok({ role: grant.role, kind, unitId, bodyId, validFrom, validTo });
}
