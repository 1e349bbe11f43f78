import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ReconciliationTask } from '@etatlotse/contracts/reconciliation/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { RECONCILIATION, ReconciliationClient } from './reconciliation.client';

/** The differences of a year that somebody looks after. */
@Injectable()
export class DifferenceTaskStore {
  private readonly client = inject(ReconciliationClient);
  private readonly session = inject(SessionStore);
  private readonly year = inject(FiscalYear).year;
  private readonly resource = httpResource<readonly ReconciliationTask[]>(() => ({
    url: `${RECONCILIATION}/tasks`,
    params: query({ fiscalYear: this.year() }),
  }));
  readonly tasks = computed(() => (this.resource.hasValue() ? this.resource.value() : []));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayAssign = computed(() => this.session.has('finance'));
  readonly self = computed(() => this.session.session()?.person.id ?? null);

  readonly people = command((q: string) => this.client.people(q));
  readonly assign = command((task: ReconciliationTask, ownerId: string, note: string) =>
    this.client.assignTask(task.id, { ownerId, note, version: task.version }),
  );

  reload(): void {
    this.resource.reload();
  }
}
