import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { LineGrid, LineRow } from '@etatlotse/contracts/budget';
import type { BudgetOverview, OrderRow } from '@etatlotse/contracts/budget/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';

/** The lines and running orders of the caller's units. The API shows no others, whatever is asked. */
@Injectable()
export class MineStore {
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  private readonly gridResource = httpResource<LineGrid>(() => ({
    url: api('budget/lines/grid'),
    params: query({ fiscalYear: this.year(), sort: 'available' }),
  }));
  private readonly orderResource = httpResource<Page<OrderRow>>(() => ({
    url: api('budget/orders'),
    params: query({ fiscalYear: this.year(), open: true, limit: 100 }),
  }));
  private readonly overviewResource = httpResource<BudgetOverview>(() => ({
    url: api('budget/overview'),
    params: query({ fiscalYear: this.year() }),
  }));

  readonly grid = computed(() => (this.gridResource.hasValue() ? this.gridResource.value() : null));
  readonly orders = computed(() => (this.orderResource.hasValue() ? this.orderResource.value() : null));
  readonly attention = computed(() =>
    this.overviewResource.hasValue() ? this.overviewResource.value().attention : [],
  );
  readonly failure = computed(() => {
    const error = this.gridResource.error() ?? this.orderResource.error();
    return error ? problemOf(error) : null;
  });
  readonly lines = computed((): readonly LineRow[] => {
    const grid = this.grid();
    if (grid === null) return [];
    const keys = Object.keys(grid.columns) as (keyof LineRow)[];
    return grid.columns.id.map(
      (_, at) => Object.fromEntries(keys.map((key) => [key, grid.columns[key][at]])) as unknown as LineRow,
    );
  });

  reload(): void {
    this.gridResource.reload();
    this.orderResource.reload();
    this.overviewResource.reload();
  }
}
