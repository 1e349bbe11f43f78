import fastify, { type FastifyInstance } from 'fastify';
import { EarlyAnswers } from './early-answers';

/*
 * A page that is kept for a second. Each try asks over a real server; `usual` counts who went the usual way, and `gate` holds
 * whoever is on it.
 */

let now = Date.parse('2026-11-30T10:00:00Z');
let server: FastifyInstance;
let url = '';
let usual = 0;
let text = 'Stand 1';
let gate: Promise<void> = Promise.resolve();

beforeEach(async () => {
  usual = 0;
  text = 'Stand 1';
  gate = Promise.resolve();
  const clock = { now: () => new Date(now), today: () => '2026-11-30' };
  const early = new EarlyAnswers(clock, 1000, () => true);
  server = fastify();
  server.addHook('onRequest', early.hook);
  server.get('/stadt', async (request, reply) => {
    usual += 1;
    const [body, etag] = [Buffer.from(text), `"${text}"`];
    await gate;
    if (request.headers['if-none-match'] === etag) {
      early.confirm(request, etag);
      return reply.status(304).send();
    }
    early.learn(request, reply, { body, etag });
    return reply.header('etag', etag).send(body);
  });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const read = async (headers: Record<string, string> = {}): Promise<string> => {
  const answer = await fetch(`${url}/stadt`, { headers });
  return answer.status === 200 ? answer.text() : String(answer.status);
};

/** Holds whoever is on the usual way until the answer is called. */
function close(): () => void {
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  return open;
}

const untilUsual = async (count: number): Promise<void> => {
  while (usual < count) await new Promise((resolve) => setImmediate(resolve));
};

test('within its second a page is given again without the usual way', async () => {
  expect([await read(), await read(), await read({ 'if-none-match': '"Stand 1"' })]).toEqual([
    'Stand 1',
    'Stand 1',
    '304',
  ]);
  expect(usual).toBe(1);
});

test('when the second is over one reader asks for all, and the others get what was there until the answer has come', async () => {
  await read();
  now += 1000;
  text = 'Stand 2';
  const open = close();
  const first = read();
  await untilUsual(2);
  expect(await Promise.all(Array.from({ length: 20 }, () => read()))).toEqual(Array(20).fill('Stand 1'));
  open();
  expect(await first).toBe('Stand 2');
  expect(await read()).toBe('Stand 2');
  expect(usual).toBe(2);
});

test('a reader who has the page already confirms it for everybody', async () => {
  await read();
  now += 1000;
  expect(await read({ 'if-none-match': '"Stand 1"' })).toBe('304');
  expect(await read()).toBe('Stand 1');
  expect(usual).toBe(2);
});

test('where whoever asks does not come back, the next one asks after a second, and nothing older than two is given', async () => {
  await read();
  now += 1000;
  const open = close();
  const stuck = [read()];
  await untilUsual(2);
  now += 1000;
  stuck.push(read());
  await untilUsual(3);
  expect(await read()).toBe('Stand 1');
  now += 1000;
  stuck.push(read());
  await untilUsual(4);
  stuck.push(read());
  await untilUsual(5);
  open();
  await Promise.all(stuck);
});
