import type { QueryRunner } from 'typeorm';
import { BUDGET_YEAR, plantBudget, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { ServiceClass1700000000265 } from '../migrations/0265-service-class';

let app: TestApp;
let city: City;
let finance: HttpClient;

const filters = '/api/v1/budget/filters';
const lines = '/api/v1/budget/lines';
const year = `fiscalYear=${BUDGET_YEAR}`;
const it = { name: 'IT-Zeilen', criteria: { accountPrefix: ['4291', '783'], frame: 'any' }, marksIt: true };

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await createOtherCity(app);
  await plantYear(app, city);
  await plantBudget(app, city);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

test('a saved filter marks what is IT: named, listed, counted when asked, used in every list', async () => {
  const { status, body } = await finance.post(filters, it);
  expect(status).toBe(201);
  expect((await finance.get(filters)).body).toMatchObject([
    { ...it, id: body.id, createdByName: 'Test finance', version: 1 },
  ]);
  const sums = (await finance.get(`${filters}/${body.id}/sums?${year}`)).body;
  expect(sums).toMatchObject({ lines: 3, balance: { adjustedCents: 71_654_648 } });
  for (const path of [`${lines}?${year}&filterId=${body.id}`, `${lines}?${year}&filterId=${body.id}&frame=any`]) {
    expect((await finance.get(path)).body.rows).toHaveLength(3);
  }
  expect((await finance.get(`${lines}?${year}&filterId=${body.id}&sphere=investing`)).body.rows).toHaveLength(1);
  expect((await finance.get(`${lines}/grid?${year}&filterId=${body.id}`)).body.totals.lines).toBe(3);
  const assigned = await finance.post(`${lines}/assign`, {
    filter: { fiscalYear: BUDGET_YEAR, filterId: body.id },
    expectedLines: 3,
    assign: { serviceClass: 'business_application' },
  });
  expect(assigned.body).toEqual({ lines: 3, changed: 3 });
});

test('within it everybody finds only what is theirs', async () => {
  const [filter] = (await finance.get(filters)).body;
  const clerk = await loginAs(app, 'clerk');
  expect((await clerk.get(filters)).body).toHaveLength(1);
  expect((await clerk.get(`${filters}/${filter.id}/sums?${year}`)).body.lines).toBe(2);
  expect((await clerk.post(filters, { ...it, name: 'x' })).status).toBe(403);
  expect((await (await loginAs(app, 'committee')).get(filters)).status).toBe(403);
});

test('renamed with the right version only, and a name exists once', async () => {
  const [filter] = (await finance.get(filters)).body;
  expect((await finance.post(filters, it)).body).toMatchObject({ code: 'FILTER_NAME_TAKEN', name: 'IT-Zeilen' });
  const second = (await finance.post(filters, { ...it, name: 'Zweiter', marksIt: false })).body;
  expect((await finance.put(`${filters}/${second.id}`, { ...it, version: 1 })).body.code).toBe('FILTER_NAME_TAKEN');
  expect((await finance.put(`${filters}/${second.id}`, { ...it, name: 'Dritter', version: 1 })).body).toEqual({
    id: second.id,
    version: 2,
  });
  expect((await finance.put(`${filters}/${second.id}`, { ...it, name: 'Vierter', version: 1 })).body.code).toBe(
    'VERSION_STALE',
  );
  expect((await finance.delete(`${filters}/${second.id}?version=1`)).body.code).toBe('VERSION_STALE');
  expect((await finance.delete(`${filters}/${second.id}?version=2`)).status).toBe(204);
  expect((await finance.get(filters)).body.map(({ id }: { id: string }) => id)).toEqual([filter.id]);
});

test('twenty people who save the same name at once: one of them has it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => finance.post(filters, { ...it, name: 'Gleichzeitig' })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
});

test.each([
  ['a criterion of one’s own', { criteria: { words: ['%'] } }, 'FIELD_NOT_ALLOWED'],
  ['a year', { criteria: { fiscalYear: 2026 } }, 'FIELD_NOT_ALLOWED'],
  ['a value out of the list', { criteria: { sphere: "x' OR true" } }, 'ENUM_INVALID'],
  ['criteria that are none', { criteria: 'alles' }, 'INPUT_INVALID'],
  ['no mark', { marksIt: null }, 'BOOLEAN_INVALID'],
])('%s is not kept', async (_, more, code) => {
  const { body } = await finance.post(filters, { ...it, name: 'Kaputt', ...more });
  expect(body.code).toBe(code);
});

test('a filter of another city is unknown everywhere', async () => {
  const other = await createCity(app, 'drittstadt', 'Drittstadt');
  const foreign = await loginAs(app, 'finance', other);
  const [filter] = (await finance.get(filters)).body;
  expect((await foreign.get(filters)).body).toEqual([]);
  expect((await foreign.get(`${filters}/${filter.id}/sums?${year}`)).status).toBe(404);
  expect((await foreign.get(`${lines}?${year}&filterId=${filter.id}`)).status).toBe(404);
  expect((await foreign.put(`${filters}/${filter.id}`, { ...it, version: 1 })).status).toBe(404);
  expect((await foreign.delete(`${filters}/${filter.id}?version=1`)).status).toBe(404);
});

test('lines and saved filters of an older version name the class of service with its word of today', async () => {
  const name = 'Von früher';
  const { body } = await finance.post(filters, {
    name,
    criteria: { serviceClass: 'business_application' },
    marksIt: false,
  });
  const stored = await asOwner(app, async (owner) => {
    await owner.query(`ALTER TABLE budget_line DROP CONSTRAINT budget_line_service_class_check`);
    await owner.query(`ALTER TABLE budget_line ADD CONSTRAINT budget_line_service_class_check CHECK (true)`);
    await owner.query(`UPDATE budget_line SET service_class = 'line_of_business' WHERE service_class IS NOT NULL`);
    await owner.query(`UPDATE saved_filter SET criteria = '{"serviceClass": "line_of_business"}' WHERE name = $1`, [
      name,
    ]);
    await new ServiceClass1700000000265().up(owner as unknown as QueryRunner);
    const { rows } = await owner.query(`SELECT relforcerowsecurity AS forced FROM pg_class
      WHERE relname IN ('budget_line', 'saved_filter')`);
    return rows;
  });
  expect(stored).toEqual([{ forced: true }, { forced: true }]);
  const sums = (await finance.get(`${filters}/${body.id}/sums?${year}`)).body;
  expect(sums.lines).toBe(3);
});
