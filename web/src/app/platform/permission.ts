import { computed, inject, Injectable, type Signal } from '@angular/core';
import type { Permission } from '@etatlotse/domain/access';
import { SessionStore } from './session.store';

/** What the person at the screen may do. Buttons follow it; the server decides. */
@Injectable({ providedIn: 'root' })
export class Permissions {
  private readonly session = inject(SessionStore);
  private readonly held: Signal<ReadonlySet<Permission>> = computed(
    () => new Set(this.session.session()?.permissions ?? []),
  );

  has(permission: Permission): boolean {
    return this.held().has(permission);
  }
}
