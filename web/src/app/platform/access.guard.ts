import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { SessionStore } from './session.store';
import type { RoleName } from './session.types';

/** Pages of the tool need a login; the way back is kept in `?next=`. */
export const requireSession: CanActivateFn = (_route, state) => {
  if (inject(SessionStore).isKnown()) return true;
  const next = state.url === '/' ? undefined : state.url;
  return inject(Router).createUrlTree(['/login'], { queryParams: { next } });
};

/** Where the page stands that says: this is somebody else's task. */
export const NOT_YOURS = 'nicht-meine-aufgabe';

/**
 * What a role may not see does not exist for it: the address ends on the page "not found". The form of a new record is no
 * secret, only somebody else's task; without this its address would be read as the number of a record.
 */
export function forRoles(...roles: readonly RoleName[]): CanMatchFn {
  return ({ path }) => {
    const session = inject(SessionStore);
    if (!session.isKnown() || session.has(...roles)) return true;
    if (path?.split('/').at(-1) !== 'new') return false;
    return new RedirectCommand(inject(Router).createUrlTree(['/', NOT_YOURS]), { skipLocationChange: true });
  };
}
