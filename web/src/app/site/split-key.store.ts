import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { CreateSplitKey } from '@etatlotse/contracts/site';
import { SITE_PATHS, type SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { SiteClient } from './site.client';

/** Split keys as they stand. */
@Injectable()
export class SplitKeyStore {
  private readonly client = inject(SiteClient);
  private readonly permissions = inject(Permissions);
  private readonly resource = httpResource<readonly SplitKeyRow[]>(() => SITE_PATHS.keys);
  readonly keys = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('split_key.write'));
  readonly save = command((splitKey: CreateSplitKey, known: SplitKeyRow | null, reason: string) =>
    known === null
      ? this.client.createKey(splitKey, newIdempotencyKey())
      : this.client.changeKey(known.id, { ...splitKey, reason, version: known.version }),
  );

  reload(): void {
    this.resource.reload();
  }
}
