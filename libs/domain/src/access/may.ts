import { type Permission, ROLE_PERMISSIONS, SELF } from './permissions';
import { type Actor, BODY_ROLES, type HeldRole, UNIT_ROLES } from './roles';

/** What a permission is asked about: something of a unit, or (null) something that belongs to no unit. */
export interface Subject {
  readonly unitId: string | null;
}

/**
 * Whether somebody may do something; with a subject, whether to just that. A role of a unit reaches the unit and what
 * is below it; what belongs to no unit is reached by roles of the whole city only.
 */
export function may(actor: Actor, permission: Permission, subject?: Subject): boolean {
  if (subject === undefined && SELF.includes(permission)) return true;
  return actor.roles.some((held) => grants(held, permission) && (subject === undefined || reaches(held, subject)));
}

/** Every permission somebody holds somewhere, for navigation and buttons. */
export function permissionsOf(actor: Actor): Permission[] {
  return [
    ...new Set([...SELF, ...actor.roles.flatMap((held) => (isComplete(held) ? ROLE_PERMISSIONS[held.role] : []))]),
  ];
}

/**
 * The units in which somebody holds a permission: null for the whole city, otherwise the list (empty: nowhere).
 * Queries turn it into their WHERE, so that what one may not see does not exist.
 */
export function unitScope(actor: Actor, permission: Permission): readonly string[] | null {
  const granting = actor.roles.filter((held) => grants(held, permission));
  if (granting.some((held) => !isUnitRole(held))) return null;
  return [...new Set(granting.flatMap((held) => held.unitIds ?? []))];
}

/**
 * The bodies whose affairs somebody may see with a permission: null for those of every body, otherwise the list (empty:
 * none). Members of a body see what goes to it; what is public they see as everybody does.
 */
export function bodyScope(actor: Actor, permission: Permission): readonly string[] | null {
  const granting = actor.roles.filter((held) => grants(held, permission));
  if (granting.some(({ role }) => !BODY_ROLES.includes(role))) return null;
  return [...new Set(granting.flatMap(({ bodyId }) => bodyId ?? []))];
}

function grants(held: HeldRole, permission: Permission): boolean {
  return isComplete(held) && ROLE_PERMISSIONS[held.role].includes(permission);
}

/** A role of a unit without its unit, or of a body without its body, grants nothing: closed, not city-wide. */
function isComplete(held: HeldRole): boolean {
  if (BODY_ROLES.includes(held.role)) return held.bodyId !== null;
  return !isUnitRole(held) || held.unitIds !== null;
}

function isUnitRole(held: HeldRole): boolean {
  return UNIT_ROLES.includes(held.role);
}

function reaches(held: HeldRole, subject: Subject): boolean {
  if (!isUnitRole(held)) return true;
  return subject.unitId !== null && held.unitIds !== null && held.unitIds.includes(subject.unitId);
}
