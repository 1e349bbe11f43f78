import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may, type Permission } from '@etatlotse/domain/access';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { ProblemException } from '../problem/problem-exception';
import { Authenticator } from './authenticator';
import { rememberCaller } from './caller';
import { ACCESS, type RouteAccess, SESSION_ONLY } from './permit.decorator';

/**
 * Closed by default: no declared permission, no answer. What a caller may do with one line or unit is asked again in
 * the use case or in the query's WHERE.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    this.refuseForeignCallers(request);
    const access = this.reflector.get<RouteAccess | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new ProblemException('FORBIDDEN');
    if (this.isOpen(access)) return true;
    const caller = await this.authenticator.authenticate(request);
    if (caller === null) throw new ProblemException('NOT_LOGGED_IN');
    if (!may(caller.actor, permissionFor(access))) throw new ProblemException('FORBIDDEN');
    const isSessionOnly = this.reflector.get<boolean | undefined>(SESSION_ONLY, context.getHandler()) === true;
    if (isSessionOnly && caller.sessionId === null) throw new ProblemException('FORBIDDEN');
    refuseContradictingId(request);
    rememberCaller(request, caller);
    return true;
  }

  private isOpen({ kind }: RouteAccess): boolean {
    return kind === 'public' || (kind === 'public_in_demo' && this.config.isDemo);
  }

  /** Requests that claim a tenant or come from another site are refused before anything is looked up. */
  private refuseForeignCallers(request: FastifyRequest): void {
    if (request.headers['x-tenant-id'] !== undefined) throw new ProblemException('TENANT_HEADER');
    const site = request.headers['sec-fetch-site'];
    if (site === 'cross-site' && request.method !== 'GET') throw new ProblemException('CSRF_REFUSED');
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== this.ownOrigin(request)) throw new ProblemException('CSRF_REFUSED');
  }

  private ownOrigin(request: FastifyRequest): string {
    return this.config.publicOrigin ?? `${request.protocol}://${request.host}`;
  }
}

/** A body that names another row than the address was meant for that other one. */
function refuseContradictingId({ params, body }: FastifyRequest): void {
  if (typeof body !== 'object' || body === null || !('id' in body)) return;
  const named = (params as { readonly id?: string }).id;
  if (named === undefined || named === body.id) return;
  throw new ProblemException('ID_MISMATCH', {}, [{ field: 'id', code: 'ID_MISMATCH' }]);
}

/** What is open in a demo takes nothing but a login elsewhere. */
function permissionFor(access: RouteAccess): Permission {
  return access.kind === 'permission' ? access.permission : 'session.own';
}
