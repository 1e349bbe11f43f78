import { randomUUID } from 'node:crypto';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let other: City;
let finance: HttpClient;
let ids: Readonly<Record<string, string>>;

const lines = '/api/v1/budget/lines';
const year = `fiscalYear=${BUDGET_YEAR}`;
const show = async (id: string) => (await finance.get(`${lines}/${id}?${year}`)).body;

const newLine = (number: string, more: object = {}) => ({
  number,
  name: 'Wartung Fachverfahren',
  accountFrame: 'NI',
  account: '429100',
  ...more,
});

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  await plantYear(app, city);
  ids = await plantBudget(app, city);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

describe('Eine neue Zeile', () => {
  test('direction and sphere follow from the account and its frame (R3)', async () => {
    const cases = [
      [newLine('N.1'), 'expense', 'operating'],
      [newLine('N.2', { account: '783125' }), 'payment', 'investing'],
      [newLine('N.3', { account: '348100' }), 'revenue', 'operating'],
      [newLine('N.4', { account: '44851000', accountFrame: 'NW' }), 'revenue', 'operating'],
      [newLine('N.5', { account: '', accountFrame: 'unclassified' }), 'unclassified', 'unclassified'],
    ] as const;
    for (const [body, direction, sphere] of cases) {
      const answer = await finance.post(lines, body);
      expect([body.number, answer.status, answer.body]).toMatchObject([
        body.number,
        201,
        { version: 1, direction, sphere },
      ]);
      expect(await show(answer.body.id)).toMatchObject({ direction, sphere, isNonStaff: true, differenceCents: 0 });
    }
    const { body } = await finance.post(lines, newLine('N.8', { reserve: 'contingency' }));
    expect(await show(body.id)).toMatchObject({ reserve: 'contingency' });
  });

  test.each([
    ['an account outside the frame', { account: '123456' }, 409, 'ACCOUNT_NOT_IN_FRAME'],
    ['an account before the frame began', { fiscalYear: 1999 }, 409, 'ACCOUNT_NOT_IN_FRAME'],
    ['a number that is taken', { number: '4S.100210' }, 409, 'NUMBER_TAKEN'],
    ['a unit that does not exist', { unitId: randomUUID() }, 409, 'UNIT_UNKNOWN'],
    ['a pool that does not exist', { poolId: randomUUID() }, 409, 'POOL_UNKNOWN'],
    ['a frame that does not exist', { frame: 'KERN' }, 422, 'ENUM_INVALID'],
    ['a direction of one’s own', { direction: 'revenue' }, 422, 'FIELD_NOT_ALLOWED'],
    ['no name', { name: ' ' }, 422, 'TEXT_REQUIRED'],
  ])('is refused with %s', async (_, more, status, code) => {
    const answer = await finance.post(lines, newLine('N.9', more));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await finance.get(`${lines}?${year}&q=OHNE.9`)).body.rows).toEqual([]);
  });

  test('sent twice with one key it is made once; without a key it is refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, second] = [
      await finance.post(lines, newLine('N.6'), key),
      await finance.post(lines, newLine('N.6'), key),
    ];
    expect(second.body).toEqual(first.body);
    expect((await finance.post(lines, newLine('N.7'), { 'idempotency-key': '' })).body.code).toBe('IDEMPOTENCY_KEY');
  });

  test('only finance makes and changes lines', async () => {
    for (const who of ['clerk', 'department_head', 'coordinator', 'auditor', 'admin', 'committee'] as const) {
      const client = await loginAs(app, who);
      expect([who, (await client.post(lines, newLine('X.1'))).status]).toEqual([who, 403]);
      expect(
        (
          await client.send(`${lines}/${ids['5.001']}`, {
            method: 'PATCH',
            body: '{"version":1}',
            headers: { 'content-type': 'application/json' },
          })
        ).status,
      ).toBe(403);
    }
  });
});

const patch = (client: HttpClient, id: string, body: object) =>
  client.send(`${lines}/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('Eine Zeile wird anders zugeordnet', () => {
  test('the change counts once, and the history says who, when, and what it was before', async () => {
    const id = ids['5.001'] ?? '';
    const change = { version: 1, unitId: city.units.parks, runOrChange: 'run', name: 'Telefon und Leitungen' };
    expect((await patch(finance, id, change)).body).toEqual({ id, version: 2 });
    const stale = await patch(finance, id, { version: 1, frame: 'CORE' });
    expect([stale.status, stale.body.code]).toEqual([409, 'VERSION_STALE']);
    expect(await show(id)).toMatchObject({
      unit: { code: '67' },
      runOrChange: 'run',
      frame: 'FEES',
      version: 2,
      name: 'Telefon und Leitungen',
    });

    const { body } = await finance.get(`${lines}/${id}/history`);
    expect(body.rows[0]).toMatchObject({ action: 'line.changed', actorName: 'Test finance' });
    expect(body.rows[0].changes).toEqual([
      { field: 'name', before: null, after: null, beforeLabel: null, afterLabel: null },
      { field: 'runOrChange', before: null, after: 'run', beforeLabel: null, afterLabel: null },
      {
        field: 'unitId',
        before: null,
        after: city.units.parks,
        beforeLabel: null,
        afterLabel: '67 Fachbereich Stadtgrün',
      },
    ]);
  });

  test('a line that is shut down leaves the list of years in which nothing happened, and comes back', async () => {
    const { body } = await finance.post(lines, newLine('A.1'));
    expect((await patch(finance, body.id, { version: 1, isArchived: true })).status).toBe(200);
    expect((await finance.get(`${lines}?${year}&q=A.1`)).body.rows).toEqual([]);
    expect(await show(body.id)).toMatchObject({ isArchived: true });
    await patch(finance, body.id, { version: 2, isArchived: false });
    expect((await finance.get(`${lines}?${year}&q=A.1`)).body.rows).toHaveLength(1);
    const actions = (await finance.get(`${lines}/${body.id}/history`)).body.rows.map(
      ({ action }: { action: string }) => action,
    );
    expect(actions).toEqual(expect.arrayContaining(['line.reopened', 'line.archived', 'line.created']));
  });

  test('a line of another city cannot be changed, it is not even there', async () => {
    const foreign = await loginAs(app, 'finance', other);
    expect((await patch(foreign, ids['5.001'] ?? '', { version: 2, name: 'x' })).status).toBe(404);
  });

  test('the history goes page by page', async () => {
    const { body } = await finance.post(lines, newLine('H.1'));
    for (let version = 1; version <= 4; version++) {
      await patch(finance, body.id, { version, runOrChange: version % 2 === 0 ? 'run' : 'change' });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: { id: string }[]; nextCursor: string | null } = (
        await finance.get(`${lines}/${body.id}/history?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`)
      ).body;
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });
});

describe('Viele Zeilen auf einmal', () => {
  beforeAll(() =>
    plantLines(
      app,
      city,
      [1, 2, 3].map((n) => ({ number: `Z.${n}`, product: '11.1.99', frame: n === 3 ? 'CORE' : null })),
    ),
  );
  const command = (more: object = {}) => ({
    filter: { fiscalYear: BUDGET_YEAR, product: ['11.1.99'] },
    expectedLines: 3,
    assign: { frame: 'CORE', unitId: city.units.school },
    ...more,
  });

  test('another number than seen changes nothing', async () => {
    const { status, body } = await finance.post(`${lines}/assign`, command({ expectedLines: 2 }));
    expect([status, body.code, body.expectedLines, body.foundLines]).toEqual([409, 'LINES_CHANGED', 2, 3]);
    expect((await finance.get(`${lines}?${year}&product=11.1.99&frame=CORE`)).body.rows).toHaveLength(1);
  });

  test.each([
    ['nothing to assign', { assign: {} }, 'ASSIGNMENT_EMPTY'],
    ['a unit that does not exist', { assign: { unitId: randomUUID() } }, 'UNIT_UNKNOWN'],
    ['a column of one’s own', { assign: { frame: 'CORE', number: 'x' } }, 'FIELD_NOT_ALLOWED'],
    ['no filter', { filter: undefined }, 'FIELD_REQUIRED'],
    ['a filter in another shape', { filter: [] }, 'INPUT_INVALID'],
    ['a criterion of one’s own', { filter: { fiscalYear: BUDGET_YEAR, words: ['%'] } }, 'FIELD_NOT_ALLOWED'],
  ])('%s is refused', async (_, more, code) => {
    const { body, status } = await finance.post(`${lines}/assign`, command(more));
    expect([body.code, status >= 400 && status < 500]).toEqual([code, true]);
  });

  test('all lines of the filter get it, each line remembers what it was', async () => {
    const { body } = await finance.post(`${lines}/assign`, command());
    expect(body).toEqual({ lines: 3, changed: 3 });
    const { rows } = (await finance.get(`${lines}?${year}&product=11.1.99`)).body;
    expect(rows.map(({ frame, unitCode }: { frame: string; unitCode: string }) => [frame, unitCode])).toEqual(
      Array(3).fill(['CORE', '40']),
    );
    expect((await finance.post(`${lines}/assign`, command())).body).toEqual({ lines: 3, changed: 0 });
    const history = (await finance.get(`${lines}/${rows[0].id}/history`)).body.rows;
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ action: 'line.assigned', actorName: 'Test finance' });
    expect(history[0].changes).toEqual([
      { field: 'frame', before: null, after: 'CORE', beforeLabel: null, afterLabel: null },
      {
        field: 'unitId',
        before: null,
        after: city.units.school,
        beforeLabel: null,
        afterLabel: '40 Fachbereich Schule',
      },
    ]);
  });

  test('lines that stand nowhere in the plan are found, and get sub-budget and product together', async () => {
    await plantLines(
      app,
      city,
      [1, 2].map((n) => ({ number: `OHNE.${n}`, product: '' })),
    );
    const homeless = `${lines}?${year}&subBudget=&product=&q=OHNE.`;
    expect((await finance.get(homeless)).body.rows).toHaveLength(2);
    const assign = { subBudget: 'TH 4', product: '11.1.05', productName: 'Informationstechnik' };
    const filter = { fiscalYear: BUDGET_YEAR, subBudget: [''], product: [''], q: 'OHNE.' };
    const { body } = await finance.post(`${lines}/assign`, { filter, expectedLines: 2, assign });
    expect(body).toEqual({ lines: 2, changed: 2 });
    expect((await finance.get(homeless)).body.rows).toEqual([]);
    const [row] = (await finance.get(`${lines}?${year}&q=OHNE.1`)).body.rows;
    expect(await show(row.id)).toMatchObject({ ...assign, version: 2 });
    const changed = await patch(finance, row.id, {
      version: 2,
      subBudget: 'TH 5',
      costCentre: '1010',
      productName: '',
    });
    expect(changed.status).toBe(200);
    expect(await show(row.id)).toMatchObject({
      subBudget: 'TH 5',
      product: '11.1.05',
      productName: '',
      costCentre: '1010',
    });
    const history = (await finance.get(`${lines}/${row.id}/history`)).body.rows;
    expect(history.find(({ action }: { action: string }) => action === 'line.changed').changes).toEqual(
      expect.arrayContaining([
        { field: 'subBudget', before: 'TH 4', after: 'TH 5', beforeLabel: null, afterLabel: null },
      ]),
    );
  });

  test('null takes an assignment away', async () => {
    await finance.post(`${lines}/assign`, command({ assign: { frame: null } }));
    expect((await finance.get(`${lines}?${year}&product=11.1.99&frame=none`)).body.rows).toHaveLength(3);
  });
});
