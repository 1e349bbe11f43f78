import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@etatlotse/domain/access';

export const ACCESS = Symbol('access');

export type RouteAccess =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'public' }
  | { readonly kind: 'public_in_demo' };

/** The permission a caller needs. Every route names one, or `@Public()`; otherwise the API does not start. */
export const Permit = (permission: Permission): MethodDecorator =>
  SetMetadata(ACCESS, { kind: 'permission', permission } satisfies RouteAccess);

/** A route that anybody may call: health, login, released figures. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, { kind: 'public' } satisfies RouteAccess);

/** Open where the demo city is; elsewhere for everybody who is logged in. */
export const PublicInDemo = (): MethodDecorator =>
  SetMetadata(ACCESS, { kind: 'public_in_demo' } satisfies RouteAccess);

export const SESSION_ONLY = Symbol('session-only');

/**
 * For people at a browser, not for scripts: a personal token is refused. Stands on everything that hands out or takes
 * access, so that a token that got lost cannot make itself another one.
 */
export const SessionOnly = (): MethodDecorator => SetMetadata(SESSION_ONLY, true);
