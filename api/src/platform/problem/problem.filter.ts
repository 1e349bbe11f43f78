import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, tongueOf } from './problem-body';
import { ProblemException } from './problem-exception';

/** Turns everything thrown into problem+json. What we did not foresee is logged with its stack and answered without. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(fault, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Sends the answer for a fault; also used for what fails before a route is found. */
export function sendProblem(fault: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(fault);
  if (problem.code === 'INTERNAL') request.log.error({ err: fault }, 'unforeseen fault');
  if (reply.sent || reply.raw.headersSent) return;
  const retryAfter = problem.params['retryAfterSeconds'] ?? (problem.code === 'SERVICE_BUSY' ? 2 : undefined);
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, tongueOf(request.headers['accept-language']), request.id)));
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'JSON_INVALID',
  401: 'NOT_LOGGED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'CONTENT_TYPE',
  503: 'SERVICE_BUSY',
};

/** Codes of node-postgres and PostgreSQL that mean: not now. The caller may simply try again. */
const NOT_NOW = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '55P03',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
]);

export function toProblem(fault: unknown): ProblemException {
  if (fault instanceof ProblemException) return fault;
  if (fault instanceof HttpException) return new ProblemException(BY_STATUS[fault.getStatus()] ?? 'INTERNAL');
  if (typeof fault === 'object' && fault !== null) {
    const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
    const message = 'message' in fault && typeof fault.message === 'string' ? fault.message : '';
    if (NOT_NOW.has(code) || /^(timeout exceeded when trying to connect|Connection terminated)/.test(message)) {
      return new ProblemException('SERVICE_BUSY');
    }
    // A text that PostgreSQL cannot hold must have been refused before; if not, it is still the caller's input.
    if (code === '22021' || code === '22P05') return new ProblemException('TEXT_CONTROL_CHAR');
    const status = 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : 500;
    return new ProblemException(BY_STATUS[status] ?? 'INTERNAL');
  }
  return new ProblemException('INTERNAL');
}
