import { httpResource } from '@angular/common/http';
import { computed, Injectable, signal } from '@angular/core';
import type { ImportKind, ImportProfileInfo } from '@etatlotse/contracts/import/plain';
import { api } from '../platform/api';

/** What can be brought in: the kinds of files that are understood. */
@Injectable()
export class NewImportStore {
  readonly kind = signal<ImportKind>('plan_lines');
  private readonly resource = httpResource<{ readonly rows: readonly ImportProfileInfo[] }>(() =>
    api('imports/profiles'),
  );
  readonly profiles = computed(() => {
    const all = this.resource.hasValue() ? this.resource.value().rows : [];
    return all.filter(({ kinds }) => kinds.includes(this.kind()));
  });
}
