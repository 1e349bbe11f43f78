import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type {
  AssignLines,
  LineGrid,
  LineGroup,
  LineGroups,
  LineRow,
  SavedFilter,
  SaveFilter,
} from '@etatlotse/contracts/budget';
import { LINE_GROUPINGS, type LineGrouping } from '@etatlotse/contracts/budget/plain';
import type { UnitTree } from '@etatlotse/contracts/organization/plain';
import { api, listAddress, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { BudgetClient } from './budget.client';

/** What the address says the list is filtered and sorted by. */
export interface LineView {
  readonly q?: string;
  readonly frame?: string;
  readonly direction?: string;
  readonly runOrChange?: string;
  readonly unitId?: string;
  readonly product?: string;
  /** A saved filter, or one of `WITHOUT`. */
  readonly filterId?: string;
  readonly sort?: string;
  readonly group?: string;
}

/** Filters that everybody has, in the place of a saved one: lines that have no place in the plan yet. */
export const WITHOUT = { subBudget: 'without-sub-budget', product: 'without-product' } as const;
const PLACES = ['subBudget', 'product'] as const;

/** The list of lines: one grid with totals, or groups. Everything it is filtered by stands in the address. */
@Injectable()
export class LinesStore {
  private readonly client = inject(BudgetClient);
  private readonly fiscalYear = inject(FiscalYear);
  readonly view = signal<LineView>({});
  readonly year = this.fiscalYear.year;

  private readonly filter = computed(() => {
    const { group: _, sort: __, filterId, ...criteria } = this.view();
    return { fiscalYear: this.year(), ...criteria, ...(this.without() === null ? { filterId } : {}) };
  });
  readonly without = computed(() => PLACES.find((place) => WITHOUT[place] === this.view().filterId) ?? null);
  /** In an address the empty text asks for lines that stand nowhere. */
  private readonly params = computed(() => {
    const place = this.without();
    return { ...query({ ...this.filter() }), ...(place === null ? {} : { [place]: '' }) };
  });
  private readonly sortedParams = computed(() => ({ ...this.params(), ...query({ sort: this.view().sort }) }));
  readonly grouping = computed((): LineGrouping | null => {
    const name = this.view().group;
    return LINE_GROUPINGS.find((grouping) => grouping === name) ?? null;
  });
  readonly isFiltered = computed(() => Object.keys(this.params()).length > 1);

  private readonly gridResource = httpResource<LineGrid>(() =>
    this.grouping() === null ? { url: api('budget/lines/grid'), params: this.sortedParams() } : undefined,
  );
  private readonly groupResource = httpResource<LineGroups>(() => {
    const groupBy = this.grouping();
    return groupBy === null ? undefined : { url: api('budget/lines/groups'), params: { ...this.params(), groupBy } };
  });
  private readonly unitResource = httpResource<UnitTree>(() => api('organization/units'));
  private readonly filterResource = httpResource<readonly SavedFilter[]>(() => api('budget/filters'));

  readonly isLoading = computed(() => this.gridResource.isLoading() || this.groupResource.isLoading());
  readonly failure = computed(() => {
    const error = this.gridResource.error() ?? this.groupResource.error();
    return error ? problemOf(error) : null;
  });
  readonly grid = computed(() => (this.gridResource.hasValue() ? this.gridResource.value() : null));
  readonly rows = computed(() => {
    const grid = this.grid();
    return grid === null ? [] : rowsOf(grid);
  });
  readonly groups = computed((): readonly LineGroup[] =>
    this.groupResource.hasValue() ? this.groupResource.value().groups : [],
  );
  readonly totals = computed(
    () => this.grid()?.totals ?? (this.groupResource.hasValue() ? this.groupResource.value().totals : null),
  );
  readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value().units : []));
  readonly savedFilters = computed(() => (this.filterResource.hasValue() ? this.filterResource.value() : []));
  readonly csvUrl = computed(() => {
    const params = new URLSearchParams(this.sortedParams());
    return `${api('budget/lines.csv')}?${params.toString()}`;
  });
  readonly address = computed(() => listAddress(api('budget/lines'), this.sortedParams()));
  /** The whole budget of the year as open data. */
  readonly packageUrl = computed(() => `${api('budget/fiscal-data-package.zip')}?fiscalYear=${this.year()}`);
  /** What a filter asks for in a command and when it is kept. */
  readonly placeless = computed(() => {
    const place = this.without();
    return place === null ? {} : { [place]: [''] };
  });
  readonly saveFilter = command((filter: SaveFilter) => this.client.saveFilter(filter, newIdempotencyKey()));

  /** Everything the filter finds, counted as it was seen. */
  readonly assign = command((assign: AssignLines['assign'], expectedLines: number) =>
    this.client.assignLines(
      { filter: { ...this.filter(), ...this.placeless() } as AssignLines['filter'], expectedLines, assign },
      newIdempotencyKey(),
    ),
  );

  reload(): void {
    this.gridResource.reload();
    this.groupResource.reload();
  }

  reloadFilters(): void {
    this.filterResource.reload();
  }
}

/** The grid comes as columns; the table wants rows. */
export function rowsOf(grid: LineGrid): LineRow[] {
  const keys = Object.keys(grid.columns) as (keyof LineRow)[];
  return grid.columns.id.map(
    (_, at) => Object.fromEntries(keys.map((key) => [key, grid.columns[key][at]])) as unknown as LineRow,
  );
}
