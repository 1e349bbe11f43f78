import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { LinePage } from '@etatlotse/contracts/budget';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { Reconciliation } from '@etatlotse/contracts/reconciliation/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { ReconciliationClient } from './reconciliation.client';

const LINES_OFFERED = 12;

/** The reconciliation of the year and its unclear bookings. */
@Injectable()
export class ReconciliationStore {
  private readonly client = inject(ReconciliationClient);
  private readonly year = inject(FiscalYear);
  private readonly resource = httpResource<Reconciliation>(() => ({
    url: api('reconciliation'),
    params: query({ fiscalYear: this.year.year() }),
  }));
  private readonly clearingResource = httpResource<Page<ClearingItem>>(() => ({
    url: api('clearing'),
    params: query({ fiscalYear: this.year.year(), state: 'open', limit: 100 }),
  }));
  /** What is typed to find the line of an unclear booking. */
  readonly lineQ = signal('');
  private readonly lineResource = httpResource<LinePage>(() =>
    this.lineQ() === ''
      ? undefined
      : {
          url: api('budget/lines'),
          params: query({ fiscalYear: this.year.year(), q: this.lineQ(), limit: LINES_OFFERED }),
        },
  );

  readonly fiscalYear = this.year.year;
  readonly result = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly items = computed(() => (this.clearingResource.hasValue() ? this.clearingResource.value().rows : null));
  /** Lines found for `lineQ`; null while nothing was asked or the answer is under way. */
  readonly lines = computed(() => (this.lineResource.hasValue() ? this.lineResource.value().rows : null));
  readonly failure = computed(() => {
    const error = this.resource.error() ?? this.clearingResource.error();
    return error ? problemOf(error) : null;
  });

  readonly check = command(() => this.client.check(this.year.year()));
  readonly assign = command((item: ClearingItem, lineId: string) => this.client.assign(item, lineId));
  readonly dismiss = command((item: ClearingItem, reason: string) => this.client.dismiss(item, reason));

  /** The answer of a check replaces what was read. */
  show(result: Reconciliation): void {
    this.resource.set(result);
  }

  reload(): void {
    this.resource.reload();
    this.clearingResource.reload();
  }
}
