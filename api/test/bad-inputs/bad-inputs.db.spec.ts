import { parseAmount } from '@etatlotse/domain/shared';
import type { Answer } from '../http-client';
import { describeWith } from '../import-files';
import { startTestApp, type TestApp } from '../test-app';
import type { Attempt } from './attempt';
import { attemptsOf } from './attempts';
import { type BadInputCase, badInputFile, badInputs } from './bad-input-case';
import { NEAREST, OUR_CODE, testedElsewhere } from './deviations';
import { openStage, rowCounts, type Stage } from './stage';

let app: TestApp;
let stage: Stage;

beforeAll(async () => {
  app = await startTestApp();
  stage = await openStage(app);
  // The first answer compiles statements; the limit of a second is about the ones after it.
  await stage.finance.get('/api/v1/budget/lines?fiscalYear=2026');
});
afterAll(async () => {
  await stage?.owner.end();
  await app.stop();
});

/** Stack traces, SQL, paths and names of libraries: nothing that a caller should learn. */
const LEAK =
  /\bat \S+ \(|\.(?:ts|js|mjs|cjs):\d+|node_modules|\/(?:work|home|usr|tmp|app|src)\/|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b|relation "|column "|syntax error|violates|typeorm|postgres|fastify|nestjs|class-validator|class-transformer|pg-boss|RangeError|TypeError|SyntaxError/i;

const here = badInputs.filter((item) => testedElsewhere(item) === null);
const keepsSomething = ({ expect: { outcome } }: BadInputCase): boolean =>
  outcome === 'accept' || outcome === 'accept_inert';

/** What an error answer must look like, whatever was wrong. */
function expectProblem({ status, body, headers }: Answer): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: expect.stringMatching(/^urn:etatlotse:problem:/),
    title: expect.stringMatching(/^[A-ZÄÖÜ]/),
    detail: expect.stringMatching(/\.$/),
    status,
    requestId: headers.get('x-request-id'),
  });
  for (const field of body.errors ?? [])
    expect(field).toMatchObject({ field: expect.any(String), message: expect.any(String) });
  expect(JSON.stringify(body)).not.toMatch(LEAK);
}

async function run(item: BadInputCase, attempt: Attempt): Promise<void> {
  const before = await rowCounts(stage);
  const began = performance.now();
  const answer = await attempt.send();
  const took = performance.now() - began;
  const stores = attempt.stores ?? keepsSomething(item);
  const code = attempt.code ?? OUR_CODE[item.id]?.code ?? item.expect.code;
  const isExpected = (attempt.status ?? item.expect.status).includes(answer.status);
  const hasCode = answer.status < 400 || code === undefined || answer.body.code === code;
  const said = `${attempt.at}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`;
  expect(isExpected && hasCode ? 'as expected' : said).toBe('as expected');
  if (answer.status >= 400) expectProblem(answer);
  if (!stores) expect(await rowCounts(stage)).toEqual(before);
  await attempt.check?.(answer);
  expect(took).toBeLessThan(1000);
}

/** The next good request works, at once. */
async function expectAtWork(): Promise<void> {
  const began = performance.now();
  expect((await stage.finance.get(`/api/v1/budget/lines/${stage.lineId}?fiscalYear=2026`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1000);
}

describeWith(badInputFile, 'Bad inputs of the list', () => {
  test.each(here.map((item) => [item.id, item.name, item] as const))('%s %s', async (_id, _name, item) => {
    const attempts = attemptsOf(item, stage);
    expect(attempts.length).toBeGreaterThan(0);
    for (const attempt of attempts) await run(item, attempt);
    await expectAtWork();
  });

  const typed = badInputs.filter(({ category, kind }) => category === 'amounts' && kind === 'value');
  test.each(typed.map((item) => [item.id, item.name, item] as const))('%s %s typed into a form', (_id, _name, item) => {
    const read = parseAmount(item.value);
    if (item.expect.outcome === 'accept') expect(read).toEqual({ ok: true, value: 123_456 });
    else expect(read).toMatchObject({ ok: false, code: OUR_CODE[item.id]?.code ?? item.expect.code });
  });

  test('every case of the list is run here or named with the place where it is', () => {
    expect(badInputs.length).toBeGreaterThanOrEqual(139);
    const unnamed = badInputs.filter((item) => testedElsewhere(item) === null && attemptsOf(item, stage).length === 0);
    expect(unnamed.map(({ id }) => id)).toEqual([]);
    const ids = new Set(badInputs.map(({ id }) => id));
    expect([...Object.keys(NEAREST), ...Object.keys(OUR_CODE)].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('after all of this the year reconciles to 0.00 and the log is whole', async () => {
    const { finance } = stage;
    expect((await finance.get('/api/v1/reconciliation?fiscalYear=2026')).body).toMatchObject({ differenceCents: 0 });
  });
});
