import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import type { SessionRole } from '@etatlotse/contracts/session/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';

/** The units of the tree in which somebody holds a permission: those of their roles and what is below them. */
export function ownUnits(
  tree: readonly UnitRow[],
  roles: readonly SessionRole[],
  permission: Permission,
): readonly UnitRow[] {
  const granting = roles.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission));
  if (granting.some(({ unitId }) => unitId === null)) return tree;
  const own = new Set(granting.map(({ unitId }) => unitId));
  // Parents come before their children.
  return tree.filter(({ id, parentId }) => {
    if (own.has(parentId) && parentId !== null) own.add(id);
    return own.has(id);
  });
}
