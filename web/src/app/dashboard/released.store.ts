import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { Release } from '@etatlotse/contracts/release/plain';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';

/** The newest overview that two people of finance released for the year. */
@Injectable()
export class ReleasedStore {
  private readonly fiscalYear = inject(FiscalYear);
  readonly year = this.fiscalYear.year;
  private readonly releaseResource = httpResource<Release>(() => ({
    url: api('releases/current'),
    params: query({ fiscalYear: this.year() }),
  }));
  readonly release = computed(() => (this.releaseResource.hasValue() ? this.releaseResource.value() : null));
  private readonly problem = computed(() => {
    const error = this.releaseResource.error();
    return error ? problemOf(error) : null;
  });
  /** Nothing released yet is no fault. */
  readonly isNoneYet = computed(() => this.problem()?.status === 404);
  readonly failure = computed(() => (this.isNoneYet() ? null : this.problem()));

  reload(): void {
    this.releaseResource.reload();
  }
}
