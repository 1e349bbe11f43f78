import { ROLE_PERMISSIONS } from '../access/permissions';
import { type Actor, UNIT_ROLES } from '../access/roles';
import { type ReviewerDesk } from './review';

/**
 * Which demands somebody may see: all of some units (null: of the whole city), and beside them those that lie or lay before
 * their desk.
 */
export interface DemandSight {
  readonly units: readonly string[] | null;
  readonly desks: readonly ReviewerDesk[];
}

/** A desk sees what it has to examine, in every unit; everybody else what their role reaches. */
export function demandSight(actor: Actor): DemandSight {
  const reading = actor.roles.filter(({ role }) => ROLE_PERMISSIONS[role].includes('demand.read'));
  const desks = reading.flatMap(({ role, kind }) =>
    role === 'reviewer' && kind !== null ? [kind as ReviewerDesk] : [],
  );
  const others = reading.filter(({ role }) => role !== 'reviewer');
  const isCityWide = others.some(({ role }) => !UNIT_ROLES.includes(role));
  return {
    units: isCityWide ? null : [...new Set(others.flatMap(({ unitIds }) => unitIds ?? []))],
    desks: [...new Set(desks)],
  };
}
