import { randomUUID } from 'node:crypto';

/** What came back: the status, the body (JSON already read), and the headers. */
export interface Answer {
  readonly status: number;
  /** Of any shape: tests say with expect what it must be. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Headers;
}

/** Calls the API as one caller does. Commands get an Idempotency-Key of their own unless one is given. */
export interface HttpClient {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Anything else: a file, a broken body, an odd method. Cookie and CSRF token are added. */
  send(path: string, init: RequestInit): Promise<Answer>;
  /** The caller's own headers, for event streams and raw sockets. */
  readonly headers: Readonly<Record<string, string>>;
}

export function httpClient(url: string, own: Readonly<Record<string, string>> = {}): HttpClient {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...own, ...(init.headers as Record<string, string> | undefined) },
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };
  const withBody =
    (method: string) =>
    (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      send(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      });
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: withBody('POST'),
    put: withBody('PUT'),
    delete: (path, headers = {}) => send(path, { method: 'DELETE', headers }),
    send,
    headers: own,
  };
}
