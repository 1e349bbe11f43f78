import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { SessionStore } from './session.store';
import type { RoleName } from './session.types';

/** Pages of the tool need a login; the way back is kept in `?next=`. */
export const requireSession: CanActivateFn = (_route, state) => {
  if (inject(SessionStore).isKnown()) return true;
  const next = state.url === '/' ? undefined : state.url;
  return inject(Router).createUrlTree(['/login'], { queryParams: { next } });
};

/** What a role may not see does not exist for it: the address ends on the page "not found". */
export function forRoles(...roles: readonly RoleName[]): CanMatchFn {
  return () => {
    const session = inject(SessionStore);
    return !session.isKnown() || session.has(...roles);
  };
}
