import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { destination } from 'pino';
import type { Config } from '../config/config';
import { parseStrictJson } from '../input/strict-json';
import { ProblemException } from '../problem/problem-exception';
import { sendProblem } from '../problem/problem.filter';
import { applyBodyLimits } from './body-limit.decorator';
import { BODY_TIMES, limitBodyTime } from './body-time';
import { EarlyHook } from './early-hook';

const BODY_LIMIT_BYTES = 100 * 1024;
/** Pages use none of a device's senses. */
const NO_PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture', 'browsing-topics']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Unknown addresses are answered by `answerUnknownAddresses`; Nest would set a second answer beside it. */
class ShellAdapter extends FastifyAdapter {
  override setNotFoundHandler(): ReturnType<FastifyAdapter['setNotFoundHandler']> {
    return this.getInstance();
  }
}

/** Whoever reads the public page is not written down, as the page promises; what fails there is. */
const ANYBODYS = '/oeffentlich/';
const FAILED = 400;

/** One line for each request, when it is answered: two would cost twice, and the first one tells nothing more. */
class AnswerLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(fault: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const hasFailed = fault instanceof Error || reply.statusCode >= FAILED;
    if (!hasFailed && request.url.startsWith(ANYBODYS)) return;
    const line = { req: request, res: reply, responseTime: Math.round(reply.elapsedTime) };
    if (fault instanceof Error) request.log.error({ ...line, err: fault }, 'answer failed');
    else request.log.info(line, 'answered');
  }
}

/** The HTTP server below Nest: limits, request ids, logs without bodies or secrets. */
export function createAdapter(config: Config): FastifyAdapter {
  // Lines go out together, a tenth of a second late at most: under load each by itself would be a sixth of a request.
  const lines = destination({ sync: false, minLength: 4096, periodicFlush: 100 });
  const adapter = new ShellAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: BODY_TIMES.uploadMs,
    connectionTimeout: 60_000,
    keepAliveTimeout: 5000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200 },
    trustProxy: config.trustedProxy ?? false,
    genReqId: () => randomUUID(),
    logController: new AnswerLog(),
    logger: {
      level: config.logLevel,
      stream: lines,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-csrf-token"]'],
      serializers: {
        // The query stays out of the log: a search may hold a name.
        req: (request: Pick<FastifyRequest, 'method' | 'url' | 'id'>) => ({
          method: request.method,
          path: request.url.split('?')[0],
          id: request.id,
        }),
        res: (reply: { readonly statusCode?: number }) => ({ statusCode: reply.statusCode }),
      },
    },
  });
  adapter.getInstance().addHook('onClose', async () => {
    lines.flushSync(); // the signal that ends the process lets nothing run after this
  });
  return adapter;
}

/** Registers everything around the routes. Called before `app.init()`. */
export async function dressServer(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', app.get(EarlyHook).run);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: config.importMaxBytes, files: 1, fields: 10, fieldSize: 10_000, parts: 11, headerPairs: 20 },
  });
  const secure = helmet(securityHeaders(config));
  server.addHook('onRequest', (request, reply, done) => {
    secure(request.raw, reply.raw, () => {
      done();
    });
  });
  acceptStrictJsonOnly(server);
  applyBodyLimits(server);
  limitBodyTime(server, BODY_TIMES);
  server.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id).header('permissions-policy', NO_PERMISSIONS);
    if (request.url.startsWith('/api/') && reply.getHeader('cache-control') === undefined) {
      void reply.header('cache-control', 'no-store');
    }
  });
  const servesWeb = await serveWeb(app, config);
  answerUnknownAddresses(server, servesWeb);
}

function acceptStrictJsonOnly(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const charset = /charset=([^;]+)/i
        .exec(request.headers['content-type'] ?? '')?.[1]
        ?.trim()
        .replaceAll('"', '');
      if (charset !== undefined && charset.toLowerCase() !== 'utf-8') throw new ProblemException('CHARSET');
      return parseStrictJson(body);
    },
  );
}

/** Serves the files of the built web app, if there is one. */
async function serveWeb(app: NestFastifyApplication, config: Config): Promise<boolean> {
  if (config.webRoot === null || !existsSync(config.webRoot)) return false;
  await app.register(fastifyStatic, {
    root: config.webRoot,
    wildcard: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
    setHeaders: (reply, path) => {
      if (path.endsWith('.html') || path.endsWith('.html.br')) reply.header('cache-control', 'no-cache');
    },
  });
  return true;
}

/** Any address outside /api is a page of the web app, which knows its own routes; everything else is a problem. */
function answerUnknownAddresses(server: FastifyInstance, servesWeb: boolean): void {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage = servesWeb && request.method === 'GET' && !path.startsWith('/api') && !/\.[a-z0-9]+$/i.test(path);
    if (!isPage) return sendProblem(new ProblemException('NOT_FOUND'), request, reply);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  });
}

function securityHeaders(config: Config): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['angular', 'angular#bundler'],
      },
    },
    strictTransportSecurity: config.isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xPoweredBy: true,
  };
}
