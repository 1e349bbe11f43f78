import { asOwner, type City, createCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';
import { toProblem } from '../problem/problem.filter';
import { eachCity } from './each-city';
import { Transactions } from './transactions';

let app: TestApp;
let city: City;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
});
afterAll(() => app.stop());

test('a connection that dies between two statements ends its transaction, not the process', async () => {
  const work = app.app.get(Transactions).run({ tenantId: city.tenantId, actor: null }, async (tx) => {
    const [own] = await tx.query<{ pid: number }>(`SELECT pg_backend_pid() AS pid`);
    await asOwner(app, (owner) => owner.query(`SELECT pg_terminate_backend($1, 5000)`, [own?.pid]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.query(`SELECT 1 AS one`);
  });
  const fault: unknown = await work.catch((thrown: unknown) => thrown);
  expect(toProblem(fault).code).toBe('SERVICE_BUSY');
  const finance = await loginAs(app, 'finance', city);
  expect((await finance.get('/api/v1/budget/filters')).status).toBe(200);
});

test('what the house does by itself goes on in the next city when it fails in one', async () => {
  const other = await createCity(app, 'nachbarstadt');
  const faults: unknown[] = [];
  const visited: string[] = [];
  await eachCity(app.app.get(Transactions), { error: (fault) => faults.push(fault) }, (tenantId) => {
    visited.push(tenantId);
    return visited.length === 1 ? Promise.reject(new Error('in the first city')) : Promise.resolve();
  });
  expect(visited).toEqual(expect.arrayContaining([city.tenantId, other.tenantId]));
  expect(faults).toEqual([new Error('in the first city')]);
});
