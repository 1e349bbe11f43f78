import { Injectable } from '@nestjs/common';
import type { onRequestHookHandler } from 'fastify';

/** The first hook of the server, before cookies, headers and routes: a feature that has its answer ready may give it there. */
@Injectable()
export class EarlyHook {
  private handler: onRequestHookHandler = (_request, _reply, done) => done();

  answerWith(handler: onRequestHookHandler): void {
    this.handler = handler;
  }

  readonly run: onRequestHookHandler = (request, reply, done) =>
    this.handler.call(request.server, request, reply, done);
}
