import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { PoolRow } from '@etatlotse/contracts/budget';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import type { Option } from '../ui/choice/choice';
import { budgetLabels } from './budget.labels';

/** What a line can belong to, for the form of one line and the assignment of many. */
@Injectable()
export class LineFormOptions {
  private readonly year = inject(FiscalYear).year;
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  private readonly poolResource = httpResource<readonly PoolRow[]>(() => ({
    url: api('budget/pools'),
    params: query({ fiscalYear: this.year() }),
  }));

  readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name, depth }) => ({
      value: id,
      label: `${'\u2003'.repeat(depth)}${code} ${name}`,
    })),
  );
  readonly pools = computed(() =>
    (this.poolResource.hasValue() ? this.poolResource.value() : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  readonly frames = computed(() => optionsOf(budgetLabels().frames));
  readonly runOrChange = computed(() => optionsOf(budgetLabels().runOrChange));
  readonly serviceClasses = computed(() => optionsOf(budgetLabels().serviceClasses));
  readonly networkZones = computed(() => optionsOf(budgetLabels().networkZones));
}

/** Words by code as the entries of a list. */
export function optionsOf(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
