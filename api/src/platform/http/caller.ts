import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@etatlotse/domain/access';
import type { FastifyRequest } from 'fastify';
import type { TransactionContext } from '../database/transactions';
import { ProblemException } from '../problem/problem-exception';

/** Who is calling, and with what. Set by the access guard before any handler runs. */
export interface Caller extends TransactionContext {
  readonly actor: Actor;
  readonly requestId: string;
  /** Present for a browser's session, absent for a script's token. */
  readonly sessionId: string | null;
  readonly expiresAt: Date;
}

const callers = new WeakMap<FastifyRequest, Caller>();

export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a handler: `method(@CurrentCaller() caller: Caller)`. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new ProblemException('NOT_LOGGED_IN');
  return caller;
}
