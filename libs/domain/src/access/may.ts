import { type Permission, ROLE_PERMISSIONS } from './permissions';
import { type Actor, type HeldRole, ROLE_REACH } from './roles';

/** What a permission is asked about. */
export interface Subject {
  /** The responsible unit; null or left out for a thing that no unit is responsible for. */
  readonly unitId?: string | null;
  /** Whether the thing is a release with a date. */
  readonly isReleased?: boolean;
}

/**
 * Whether the actor holds a permission, for a subject or, without one, at all. Guards of routes ask without a subject,
 * use cases and queries with it. Roles never combine: one single role must give the permission and reach the subject.
 */
export function may(actor: Actor, permission: Permission, subject?: Subject): boolean {
  return grantsFor(actor, permission).some((held) => subject === undefined || reaches(held, subject));
}

/**
 * The units in which the actor holds a permission: null for the whole city, otherwise the list (empty: nowhere). Queries
 * turn it into their WHERE, so that what one may not see does not exist.
 */
export function unitScope(actor: Actor, permission: Permission): readonly string[] | null {
  const grants = grantsFor(actor, permission);
  if (grants.some((held) => ROLE_REACH[held.role] === 'tenant')) return null;
  return [...new Set(grants.flatMap((held) => (ROLE_REACH[held.role] === 'unit' ? (held.unitIds ?? []) : [])))];
}

/** Every permission that the actor holds today, for navigation and buttons; the server asks again. */
export function permissionsOf(actor: Actor): Permission[] {
  return [...new Set(actor.roles.filter(isComplete).flatMap((held) => ROLE_PERMISSIONS[held.role]))];
}

function grantsFor(actor: Actor, permission: Permission): HeldRole[] {
  return actor.roles.filter((held) => isComplete(held) && ROLE_PERMISSIONS[held.role].includes(permission));
}

/** A role of a unit without its unit, or a substitute without an end, gives nothing: closed, not wide open. */
function isComplete(held: HeldRole): boolean {
  if (held.substituteFor !== null && held.validTo === null) return false;
  return ROLE_REACH[held.role] !== 'unit' || held.unitIds !== null;
}

function reaches(held: HeldRole, subject: Subject): boolean {
  switch (ROLE_REACH[held.role]) {
    case 'tenant':
      return true;
    case 'unit':
      return subject.isReleased === true || (held.unitIds ?? []).some((unitId) => unitId === subject.unitId);
    case 'released':
      return subject.isReleased === true;
  }
}
