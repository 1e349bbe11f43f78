import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { CoverRightRow, DeclareCoverRight } from '@etatlotse/contracts/authority';
import type { CreatePool, PoolRow } from '@etatlotse/contracts/budget';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CoverClient } from './cover.client';

/** Cover pools of the year and the one-sided rights that hold. */
@Injectable()
export class PoolListStore {
  private readonly client = inject(CoverClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;

  private readonly poolResource = httpResource<readonly PoolRow[]>(() => ({
    url: api('budget/pools'),
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly rightResource = httpResource<readonly CoverRightRow[]>(() => ({
    url: api('authority/cover-rights'),
    params: query({ fiscalYear: this.year() }),
  }));
  readonly pools = computed(() => (this.poolResource.hasValue() ? this.poolResource.value() : null));
  readonly rights = computed(() => (this.rightResource.hasValue() ? this.rightResource.value() : null));
  readonly failure = computed(() => {
    const error = this.poolResource.error() ?? this.rightResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('budget.line_write'));
  readonly mayDraw = computed(() => this.permissions.has('transfer.write'));

  readonly create = command((pool: CreatePool, key: string) => this.client.createPool(pool, key));
  readonly declare = command((right: DeclareCoverRight, key: string) => this.client.declare(right, key));
  readonly end = command((right: CoverRightRow) => this.client.end(right.id, right.version));

  reload(): void {
    this.poolResource.reload();
    this.rightResource.reload();
  }
}
