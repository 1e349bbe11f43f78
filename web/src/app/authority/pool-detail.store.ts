import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { PoolDetail } from '@etatlotse/contracts/authority';
import type { ChangePool, LineDetail } from '@etatlotse/contracts/budget';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CoverClient } from './cover.client';

/** One cover pool with its statement of cover. After each change it is read again: the page never guesses a figure. */
@Injectable()
export class PoolDetailStore {
  private readonly client = inject(CoverClient);
  private readonly permissions = inject(Permissions);
  private readonly year = inject(FiscalYear).year;
  readonly poolId = signal('');
  /** The line chosen to be taken in. */
  readonly candidateId = signal<string | null>(null);

  private readonly resource = httpResource<PoolDetail>(() =>
    this.poolId() === ''
      ? undefined
      : { url: api('authority/pools', this.poolId()), params: query({ fiscalYear: this.year() }) },
  );
  private readonly candidateResource = httpResource<LineDetail>(() => {
    const lineId = this.candidateId();
    return lineId === null
      ? undefined
      : { url: api('budget/lines', lineId), params: query({ fiscalYear: this.year() }) };
  });
  readonly pool = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly candidate = computed(() => (this.candidateResource.hasValue() ? this.candidateResource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('budget.line_write'));
  readonly mayDraw = computed(() => this.permissions.has('transfer.write'));
  readonly change = command((change: ChangePool) => this.client.changePool(this.poolId(), change));

  reload(): void {
    this.resource.reload();
  }
}
