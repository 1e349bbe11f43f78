import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { type BoundYearsView, COMMITMENT_PATHS } from '@etatlotse/contracts/authority/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';

/** The bound years of the planning window of the year at hand. */
@Injectable()
export class BoundYearsStore {
  readonly year = inject(FiscalYear).year;
  private readonly resource = httpResource<BoundYearsView>(() => ({
    url: COMMITMENT_PATHS.boundYears,
    params: query({ fiscalYear: this.year() }),
  }));
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  reload(): void {
    this.resource.reload();
  }
}
