import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { httpClient } from '../http-client';
import { createCity, loginAs, TEST_PASSWORD } from '../people';
import { startTestApp, type TestApp } from '../test-app';

let webRoot: string;
let app: TestApp;

beforeAll(async () => {
  webRoot = mkdtempSync(path.join(tmpdir(), 'etatlotse-web-'));
  writeFileSync(path.join(webRoot, 'index.html'), '<!doctype html><title>Etatlotse</title>');
  writeFileSync(path.join(webRoot, 'main.js'), 'void 0;');
  app = await startTestApp({ env: { WEB_ROOT: webRoot } });
  await createCity(app);
});
afterAll(async () => {
  await app.stop();
  rmSync(webRoot, { recursive: true, force: true });
});

/** The policy as a map: directive to its sources. */
function policyOf(headers: Headers): Record<string, string[]> {
  const directives = (headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

const ADDRESSES: [string, string, number][] = [
  ['an answer of the API', '/api/v1/health/live', 200],
  ['a refusal', '/api/v1/budget/lines?fiscalYear=2026', 401],
  ['an unknown address of the API', '/api/v1/nix', 404],
  ['a bad address', '/api/v1/budget/lines/%00', 401],
  ['the first page', '/', 200],
  ['a deeper page', '/budget/lines', 200],
  ['a file of the pages', '/main.js', 200],
  ['a file that is not there', '/nix.js', 404],
];

test.each(ADDRESSES)('%s (%s) carries every header that protects it', async (_name, address, status) => {
  const answer = await fetch(`${app.url}${address}`);
  expect(answer.status).toBe(status);
  const { headers } = answer;
  expect(policyOf(headers)).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'frame-ancestors': ["'none'"],
    'form-action': ["'self'"],
    'require-trusted-types-for': ["'script'"],
  });
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe-(inline|eval)|\*|https?:/);
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
  for (const telling of ['x-powered-by', 'server', 'access-control-allow-origin', 'etag']) {
    if (telling !== 'etag' || address.startsWith('/api')) expect(headers.get(telling)).toBeNull();
  }
  if (address.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
  if (status === 200) expect(headers.get('content-type')).toMatch(/charset=utf-8/i);
});

test('figures are kept by no cache, pages are asked for anew, files with a hash stay', async () => {
  const finance = await loginAs(app, 'finance');
  expect((await finance.get('/api/v1/budget/lines?fiscalYear=2026')).headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${app.url}/budget/lines`)).headers.get('cache-control')).toBe('no-cache');
  expect((await fetch(`${app.url}/main.js`)).headers.get('cache-control')).toContain('immutable');
});

test('another site gets no leave to read: no preflight is granted', async () => {
  const answer = await fetch(`${app.url}/api/v1/budget/movements`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, null]);
});

test.each(['TRACE', 'CONNECT', 'PROPFIND', 'PUT'])('%s on an address that is only read is refused', async (method) => {
  const { hostname, port } = new URL(app.url);
  const status = await new Promise<number | undefined>((resolve) => {
    const call = request({ hostname, port, method, path: '/api/v1/budget/overview?fiscalYear=2026' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on('error', () => resolve(undefined)).end();
  });
  expect([400, 401, 404, 405, 501, undefined]).toContain(status);
});

test('in production the browser keeps to https, and the cookie belongs to this host alone', async () => {
  const live = await startTestApp({ database: app.database, env: { NODE_ENV: 'production' } });
  try {
    const answer = await httpClient(live.url).post('/api/v1/session', {
      email: 'clerk@musterstadt.example',
      password: TEST_PASSWORD,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  } finally {
    await live.stop();
  }
});
