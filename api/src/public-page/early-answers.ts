import type { OutgoingHttpHeader } from 'node:http';
import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Clock } from '../platform/clock/clock';

/** So many addresses are kept at most; then it begins anew. */
const KEPT_ADDRESSES = 200;
/** What belongs to one answer only, or to its connection. */
const OWN = ['x-request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding'];
const OF_BODY = ['content-type', 'content-length', 'content-disposition'];

interface EarlyAnswer {
  readonly body: Buffer;
  readonly etag: string;
  /** Name, value, name, value. */
  readonly whole: readonly OutgoingHttpHeader[];
  /** For who has it already. */
  readonly same: readonly OutgoingHttpHeader[];
  untilMs: number;
  /** Since when somebody has been on the usual way to see whether it still holds. */
  asksSinceMs: number | null;
}

/**
 * Answers of a moment ago, given again with every header they had before routes, cookies and guards have their turn: most readers
 * of the public page ask for the same few bytes. What is not known here goes its usual way. When a moment is over one reader
 * goes that way for all: the others get what was there, or hundreds would ask the database the same thing at once.
 */
export class EarlyAnswers {
  private readonly answers = new Map<string, EarlyAnswer>();

  constructor(
    private readonly clock: Clock,
    private readonly keptMs: number,
    /** Counts a request of an address; false when it has to wait. */
    private readonly mayPass: (ip: string) => boolean,
  ) {}

  /** Keeps an answer once it is out, with the headers that it went out with. */
  learn(request: FastifyRequest, reply: FastifyReply, page: { readonly body: Buffer; readonly etag: string }): void {
    const { url, method } = request;
    if (this.keptMs === 0 || method !== 'GET' || url.includes('?') || this.isFresh(url)) return;
    const untilMs = this.nowMs() + this.keptMs;
    reply.raw.once('finish', () => {
      if (reply.statusCode !== 200) return;
      const sent: Headers = { ...reply.raw.getHeaders(), ...reply.getHeaders() };
      if (this.answers.size >= KEPT_ADDRESSES) this.answers.clear();
      this.answers.set(url, {
        ...page,
        ...{ whole: without(sent, OWN), same: without(sent, [...OWN, ...OF_BODY]) },
        ...{ untilMs, asksSinceMs: null },
      });
    });
  }

  /** Keeps what is there for another moment: the usual way has found the same page. */
  confirm({ url }: FastifyRequest, etag: string): void {
    const answer = this.answers.get(url);
    if (answer?.etag !== etag) return;
    answer.untilMs = this.nowMs() + this.keptMs;
    answer.asksSinceMs = null;
  }

  /** The first hook of the server. */
  readonly hook: onRequestHookHandler = (request, reply, done) => {
    const answer = request.method === 'GET' ? this.known(request.url) : null;
    if (answer === null || !this.mayPass(request.ip)) return done();
    reply.hijack();
    const isSame = request.headers['if-none-match'] === answer.etag;
    const headers = [...(isSame ? answer.same : answer.whole), 'x-request-id', request.id];
    reply.raw.writeHead(isSame ? 304 : 200, headers).end(isSame ? undefined : answer.body);
  };

  private known(url: string): EarlyAnswer | null {
    const answer = this.answers.get(url);
    if (answer === undefined) return null;
    const now = this.nowMs();
    if (now < answer.untilMs) return answer;
    // Whoever asks for all gets one moment for it, and nothing is given that is older than two.
    if (answer.asksSinceMs !== null && now < answer.asksSinceMs + this.keptMs && now < answer.untilMs + 2 * this.keptMs)
      return answer;
    answer.asksSinceMs = now;
    return null;
  }

  private isFresh(url: string): boolean {
    return this.nowMs() < (this.answers.get(url)?.untilMs ?? 0);
  }

  private nowMs(): number {
    return this.clock.now().getTime();
  }
}

type Headers = Readonly<Record<string, OutgoingHttpHeader | undefined>>;

function without(headers: Headers, names: readonly string[]): readonly OutgoingHttpHeader[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || names.includes(name.toLowerCase()) ? [] : [name, value],
  );
}
