import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { type BoundYearsView, COMMITMENT_PATHS } from '@etatlotse/contracts/authority/plain';
import { CONTRACT_PATHS, type DeadlinePage } from '@etatlotse/contracts/contract/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';

const NOTICES_SHOWN = 5;

/** The bound years of the planning window of the year at hand, and the next days on which notice gives something back. */
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

  private readonly noticeResource = httpResource<DeadlinePage>(() => ({
    url: CONTRACT_PATHS.deadlines,
    params: query({ fiscalYear: this.year(), limit: NOTICES_SHOWN }),
  }));
  readonly notices = computed(() => (this.noticeResource.hasValue() ? this.noticeResource.value() : null));

  reload(): void {
    this.resource.reload();
  }
}
