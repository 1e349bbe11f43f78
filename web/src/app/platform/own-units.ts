import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import { ORGANIZATION_PATHS, type UnitRow, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { SessionRole } from '@etatlotse/contracts/session/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { SessionStore } from './session.store';

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

/** A unit of a form. */
export interface UnitOption {
  readonly value: string;
  readonly label: string;
}

/** The units that a form offers: those in which the person may write it. Nobody chooses what is then refused. */
export function ownUnitOptions(
  permission: Permission,
  isAsked: () => boolean = () => true,
): Signal<readonly UnitOption[]> {
  const session = inject(SessionStore);
  const tree = httpResource<UnitTree>(() => (isAsked() ? ORGANIZATION_PATHS.units : undefined));
  return computed(() =>
    ownUnits(tree.hasValue() ? tree.value().units : [], session.session()?.roles ?? [], permission).map(
      ({ id, code, name }) => ({ value: id, label: `${code} ${name}` }),
    ),
  );
}
