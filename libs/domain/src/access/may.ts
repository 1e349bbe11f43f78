import type { PlainDate } from '../shared/plain-date';
import { type Permission, ROLE_PERMISSIONS } from './permissions';
import { ROLE_REACH, type Role } from './roles';

/** A role that a person holds, for a unit where the role is bound to one, and for a time. */
export interface RoleGrant {
  readonly role: Role;
  /** The unit for which the role was granted; null for roles that reach the whole city. */
  readonly unitId: string | null;
  readonly validFrom: PlainDate;
  /** Last day on which it holds; null without an end. A substitute always has an end. */
  readonly validUntil: PlainDate | null;
  /** The person who is substituted; null or left out for a role of one's own. */
  readonly substituteFor?: string | null;
}

/** Who asks, with the roles held, on the day of the question. */
export interface Actor {
  readonly personId: string;
  readonly grants: readonly RoleGrant[];
  readonly today: PlainDate;
}

/** What is asked about. */
export interface Subject {
  /** Ids of the units above and of the responsible unit itself; empty for a thing that no unit is responsible for. */
  readonly unitPath?: readonly string[];
  /** Whether the thing is a release with a date. */
  readonly isReleased?: boolean;
}

/**
 * Whether the actor holds a permission, for a subject or, without one, at all. Guards of routes ask without a subject,
 * use cases and queries with it. Grants never combine: one single grant must give the permission and reach the subject.
 */
export function may(actor: Actor, permission: Permission, subject?: Subject): boolean {
  return grantsFor(actor, permission).some((grant) => subject === undefined || reaches(grant, subject));
}

/** Units whose subtree the permission covers: a list of unit ids, or `all` for the whole city. For queries. */
export function unitScope(actor: Actor, permission: Permission): 'all' | readonly string[] {
  const grants = grantsFor(actor, permission);
  if (grants.some((grant) => ROLE_REACH[grant.role] === 'tenant')) return 'all';
  return [
    ...new Set(
      grants.flatMap((grant) => (ROLE_REACH[grant.role] === 'unit' && grant.unitId !== null ? [grant.unitId] : [])),
    ),
  ];
}

/** Every permission that the actor holds today, for navigation and buttons; the server asks again. */
export function permissionsOf(actor: Actor): Permission[] {
  return [...new Set(validGrants(actor).flatMap((grant) => ROLE_PERMISSIONS[grant.role]))];
}

/** Roles in force today, substitutes included. */
export function validGrants(actor: Actor): RoleGrant[] {
  return actor.grants.filter((grant) => isInForce(grant, actor.today));
}

/** Whether a grant may be given as it is: a substitute needs an end that is not before its start. */
export function isSubstituteWellFormed(grant: RoleGrant): boolean {
  if ((grant.substituteFor ?? null) === null) return true;
  return grant.validUntil !== null && grant.validFrom <= grant.validUntil;
}

function grantsFor(actor: Actor, permission: Permission): RoleGrant[] {
  return validGrants(actor).filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission));
}

function isInForce(grant: RoleGrant, today: PlainDate): boolean {
  return (
    isSubstituteWellFormed(grant) &&
    grant.validFrom <= today &&
    (grant.validUntil === null || today <= grant.validUntil)
  );
}

function reaches(grant: RoleGrant, subject: Subject): boolean {
  switch (ROLE_REACH[grant.role]) {
    case 'tenant':
      return true;
    case 'unit':
      return grant.unitId !== null && (subject.isReleased === true || (subject.unitPath ?? []).includes(grant.unitId));
    case 'released':
      return subject.isReleased === true;
  }
}
