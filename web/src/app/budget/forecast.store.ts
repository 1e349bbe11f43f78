import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Forecasts } from '@etatlotse/contracts/budget';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';

/** The forecasts of a year, as the API tells them. */
@Injectable()
export class ForecastStore {
  readonly year = inject(FiscalYear).year;
  private readonly resource = httpResource<Forecasts>(() => ({
    url: api('budget/forecasts'),
    params: query({ fiscalYear: this.year() }),
  }));
  readonly forecasts = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  reload(): void {
    this.resource.reload();
  }
}
