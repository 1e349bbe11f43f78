import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { Reconciliation } from '@etatlotse/contracts/reconciliation/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { RECONCILIATION, ReconciliationClient } from './reconciliation.client';

/** The figures of a year against their movements, computed anew at each look. */
@Injectable()
export class ReconciliationStore {
  private readonly client = inject(ReconciliationClient);
  readonly year = inject(FiscalYear).year;
  private readonly resource = httpResource<Reconciliation>(() => ({
    url: RECONCILIATION,
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly newest = linkedSignal(() => (this.resource.hasValue() ? this.resource.value() : null));

  readonly result = this.newest.asReadonly();
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly check = command((fiscalYear: number) => this.client.check(fiscalYear));

  async checkNow(): Promise<boolean> {
    const result = await this.check.run(this.year());
    if (result !== null) this.newest.set(result);
    return result !== null;
  }

  reload(): void {
    this.resource.reload();
  }
}
