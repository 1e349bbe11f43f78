import { httpResource } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { Option } from '../ui/choice/choice';

/** The units of the city to choose from. */
export function unitOptions(): Signal<readonly Option[]> {
  const tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  return computed(() =>
    (tree.hasValue() ? tree.value().units : []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
}
