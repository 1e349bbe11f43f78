import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@etatlotse/domain/access';
import type { FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Transactions } from '../database/transactions';
import { ProblemException } from '../problem/problem-exception';
import { hashSecret } from '../secrets/secret';
import type { Caller } from './caller';
import { Sessions } from './sessions';

interface TokenRow {
  tenant_id: string;
  expires_at: Date;
  actor: Actor | null;
}

/**
 * The identity seam: turns a request into a caller. Today a session cookie or a personal token; OpenID Connect ends in
 * the same session, so no feature will notice it.
 */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** On plain http at loopback a browser takes no `__Host-` cookie. */
  get cookieName(): string {
    return this.config.isProduction ? '__Host-sid' : 'sid';
  }

  /** The caller, or null for somebody unknown. An unknown or expired secret is as none. */
  async authenticate(request: FastifyRequest): Promise<Caller | null> {
    const authorization = request.headers.authorization;
    if (authorization !== undefined) {
      const token = /^Bearer (etl_[A-Za-z0-9_-]{20,100})$/.exec(authorization)?.[1];
      return token === undefined ? null : this.byToken(token, request);
    }
    const secret = this.sessionSecretOf(request);
    return secret === null ? null : this.bySession(secret, request);
  }

  /** The secret of the session cookie, or null without one. */
  sessionSecretOf(request: FastifyRequest): string | null {
    const secret = request.cookies[this.cookieName];
    return secret === undefined || secret.length > 100 ? null : secret;
  }

  /** The caller of a session just opened: there was no request with its cookie yet. */
  async callerOf(sessionSecret: string, requestId: string): Promise<Caller | null> {
    return (await this.findSession(sessionSecret, requestId))?.caller ?? null;
  }

  private async bySession(secret: string, request: FastifyRequest): Promise<Caller | null> {
    const session = await this.findSession(secret, request.id);
    if (session === null) return null;
    guardAgainstForgery(request, session.csrfHash);
    return session.caller;
  }

  private async findSession(secret: string, requestId: string): Promise<{ caller: Caller; csrfHash: Buffer } | null> {
    const session = await this.sessions.find(hashSecret(secret));
    if (session === null) return null;
    const { tenantId, actor, sessionId, expiresAt, csrfHash } = session;
    return { caller: { tenantId, actor, requestId, sessionId, expiresAt }, csrfHash };
  }

  private async byToken(token: string, request: FastifyRequest): Promise<Caller | null> {
    const [row] = await this.transactions.beforeTenant<TokenRow>(`SELECT * FROM app.token_actor($1, $2, $3)`, [
      hashSecret(token),
      this.clock.now(),
      this.clock.today(),
    ]);
    if (row === undefined || row.actor === null) return null;
    return {
      tenantId: row.tenant_id,
      actor: row.actor,
      requestId: request.id,
      sessionId: null,
      expiresAt: row.expires_at,
    };
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change needs the session's own token; a browser that says the request came from elsewhere is believed. */
function guardAgainstForgery(request: FastifyRequest, csrfHash: Buffer): void {
  if (SAFE_METHODS.has(request.method)) return;
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !timingSafeEqual(hashSecret(token), csrfHash)) {
    throw new ProblemException('CSRF_REFUSED');
  }
}
