import { createCity, loginAs } from '../../../test/people';
import { httpClient } from '../../../test/http-client';
import { startTestApp, type TestApp } from '../../../test/test-app';
import { takeRouteCensus } from '../http/route-census';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await createCity(app);
});
afterAll(() => app.stop());

const address = '/api/v1/openapi.json';

test('The description takes a login; in a demo it is open', async () => {
  expect((await httpClient(app.url).get(address)).status).toBe(401);
  expect((await (await loginAs(app, 'committee')).get(address)).body.openapi).toBe('3.1.0');
  const demo = await startTestApp({ env: { ETATLOTSE_DEMO: '1' }, database: app.database });
  expect((await httpClient(demo.url).get(address)).status).toBe(200);
  await demo.stop();
});

test('It names every route with its access, and every rule of a request', async () => {
  const { body } = await (await loginAs(app, 'clerk')).get(address);
  const described = Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = takeRouteCensus(app.app).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual(served.sort());
  expect(body.paths['/api/v1/person/{id}/roles'].post).toMatchObject({
    'x-access': 'person.write',
    security: [{ session: [] }],
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/GrantRoles' } } } },
  });
  expect(body.components.schemas.GrantRoles).toEqual({
    type: 'object',
    additionalProperties: false,
    properties: {
      reason: { type: 'string', minLength: 1, maxLength: 500 },
      roles: { type: 'array', maxItems: 10, items: { $ref: '#/components/schemas/RoleGrant' } },
    },
    required: ['reason', 'roles'],
  });
  expect(body.components.schemas.RoleGrant.properties.validTo).toEqual({
    anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }],
  });
  expect(body.components.schemas.ChangeSettings.properties.bookingApprovalCents.anyOf[0]).toMatchObject({
    type: 'integer',
    minimum: 0,
    maximum: 999_999_999_999_999,
  });
});

test('Every reference leads somewhere and every operation has its own name', async () => {
  const { body } = await (await loginAs(app, 'clerk')).get(address);
  const references = [...JSON.stringify(body).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
  expect(references.filter(([, kind = '', name = '']) => body.components[kind]?.[name] === undefined)).toEqual([]);
  const names = [...JSON.stringify(body.paths).matchAll(/"operationId":"([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  const undescribed = Object.entries(body.components.schemas as Record<string, { properties?: object }>).flatMap(
    ([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([field, schema]) =>
        Object.keys(schema).length === 0 ? [`${name}.${field}`] : [],
      ),
  );
  expect(undescribed).toEqual([]);
});

test('Every operation says in words what it does, where it belongs, what it answers and that a refusal is a problem', async () => {
  const { body } = await (await loginAs(app, 'clerk')).get(address);
  const operations = Object.values(body.paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(
    (methods) => Object.values(methods),
  );
  const bare = operations.filter(
    ({ summary, tags, responses }) =>
      !/^[a-z][a-z ]+: [a-z][a-z ]+$/.test(String(summary)) ||
      (tags as string[]).length !== 1 ||
      !('default' in (responses as object)) ||
      Object.keys(responses as object).length < 2,
  );
  expect(bare).toEqual([]);
  expect(body.paths['/api/v1/planning/plan-versions/{id}/paper.pdf'].get).toMatchObject({
    summary: 'plan paper: print',
    responses: { 200: { content: { 'application/pdf': {} } } },
  });
  expect(Object.keys(body.paths['/api/v1/budget/lines'].get.responses['200'].content)).toEqual(['application/json']);
});
