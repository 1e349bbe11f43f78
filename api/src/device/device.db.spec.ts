import type { BatchPage } from '@etatlotse/contracts/device/plain';
import type { HttpClient } from '../../test/http-client';
import { DECISION, DEVICES, Inventory, KEYS, KINDS, SETS } from '../../test/inventory';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { batchPageSql, stockGroupsSql } from './stock.sql';

let app: TestApp;
let city: City;
let finance: HttpClient;
let office: Inventory;
let notebook: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  office = new Inventory(finance);
  notebook = await office.kind({ code: 'NB', name: 'Notebook' });
});
afterAll(() => app.stop());

const codeOf = ({ status, body }: { status: number; body: { code?: string } }): unknown[] => [status, body.code];
const list = async (query = ''): Promise<BatchPage> => (await finance.get(`${DEVICES}?limit=100${query}`)).body;

describe('T19 a purchase', () => {
  test('T19 40 notebooks at 990.00 net are expense, 47,124.00 gross; at 1,010.00 an investment of 48,076.00', async () => {
    const small = await office.show(await office.stored(notebook));
    expect([small.grossCents, small.deviceClass]).toEqual([
      4_712_400,
      { as: 'expense', reason: 'within', account: '422220' },
    ]);
    const big = await office.show(await office.stored(notebook, { netUnitCents: 101_000 }));
    expect([big.grossCents, big.deviceClass.as]).toEqual([4_807_600, 'investment']);
  });

  test('T19 of 2015 follows the rule of 2015, and a price on a limit is asked', async () => {
    const old = await office.show(await office.stored(notebook, { boughtOn: '2015-05-01', netUnitCents: 20_000 }));
    expect(old.deviceClass).toEqual({ as: 'investment', reason: 'within', account: '783125' });
    const onLimit = await office.show(await office.stored(notebook, { netUnitCents: 100_000 }));
    expect(onLimit.deviceClass).toMatchObject({ as: 'ask', reason: 'upper_limit' });
    const dock = await office.kind({ code: 'DO', netUnitCents: 18_000, isStandalone: false });
    expect((await office.show(await office.stored(dock))).deviceClass).toMatchObject({ reason: 'not_standalone' });
  });

  test('T19 once the city has confirmed what the limit means, nothing is asked any more', async () => {
    const admin = await loginAs(app, 'admin');
    const value = {
      fromNetCents: 25_000,
      toNetCents: 100_000,
      budgetedAs: 'expense',
      exampleAccount: '422220',
      lower: 'within',
      upper: 'within',
    };
    const before = (await finance.get(`${KINDS}?fiscalYear=2026`)).body.rule;
    expect(before).toMatchObject({ isExample: true, upper: 'ask', validFrom: 2017 });
    const asked = await admin.put('/api/v1/authority/rules', {
      key: 'lowValue',
      validFrom: 2026,
      value,
      source: 'Bilanzierungsrichtlinie',
      reason: 'Festlegung',
    });
    await finance.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, { decision: 'approve', version: 1 });
    expect((await finance.get(`${KINDS}?fiscalYear=2026`)).body.rule).toMatchObject({
      isExample: false,
      upper: 'within',
      validFrom: 2026,
      source: 'Bilanzierungsrichtlinie',
    });
    const { rows } = await list();
    expect(rows.find(({ netUnitCents }) => netUnitCents === 100_000)?.deviceClass.as).toBe('expense');
  });

  test.each<[string, object, number, string]>([
    ['a quantity below nothing', { quantity: -1 }, 422, 'NUMBER_INVALID'],
    ['half a device', { quantity: 1.5 }, 422, 'NUMBER_INVALID'],
    ['a price of 0', { netUnitCents: 0 }, 422, 'AMOUNT_RANGE'],
    ['a price below a cent', { netUnitCents: 99_000.5 }, 422, 'AMOUNT_FORMAT'],
    ['an unknown network', { networkZone: 'keller' }, 422, 'ENUM_INVALID'],
    ['bought in the future', { boughtOn: '2026-10-06' }, 409, 'DEVICE_BOUGHT_LATER'],
    ['bought in another age', { boughtOn: '1980-01-01' }, 409, 'DEVICE_BOUGHT_EARLY'],
    ['neither network nor key', { networkZone: undefined, frame: undefined }, 409, 'USE_NEEDED'],
    ['lessons from the core frame', { networkZone: 'education' }, 409, 'FRAME_DECISION_NEEDED'],
    ['an office from the school frame', { frame: 'SCHOOL_NET' }, 409, 'FRAME_DECISION_NEEDED'],
  ])('%s is refused', async (_case, wish, status, code) => {
    const answer = await office.batch(notebook, wish);
    expect([answer.status, answer.body.errors?.[0]?.code ?? answer.body.code]).toEqual([status, code]);
  });

  test('a cycle of 0 months is refused', async () => {
    const answer = await finance.post(KINDS, {
      code: 'X',
      name: 'x',
      netUnitCents: 1,
      vatBasisPoints: 0,
      cycleMonths: 0,
      isStandalone: true,
      answerReason: '',
      source: 'x',
    });
    expect(answer.body.errors).toMatchObject([{ field: 'cycleMonths', code: 'NUMBER_INVALID' }]);
  });
});

describe('the life of a batch', () => {
  test('devices leave with day and reason; the history only grows; the quantity is not put below what has gone', async () => {
    const id = await office.stored(notebook, { quantity: 10, boughtOn: '2022-05-02' });
    const disposal = { quantity: 3, disposedOn: '2026-09-01', disposalReason: 'defective', remark: 'Akku', version: 1 };
    const path = `${DEVICES}/${id}/disposals`;
    expect((await finance.post(path, disposal)).body).toEqual({ id, version: 2 });
    expect(codeOf(await finance.post(path, disposal))).toEqual([409, 'VERSION_STALE']);
    expect((await finance.post(path, { ...disposal, quantity: 8, version: 2 })).body).toMatchObject({
      code: 'DEVICE_DISPOSED_TOO_MANY',
      left: 7,
    });
    expect(codeOf(await finance.post(path, { ...disposal, disposedOn: '2022-05-01', version: 2 }))).toEqual([
      409,
      'DEVICE_DISPOSAL_DATE',
    ]);
    const change = {
      kindId: notebook,
      quantity: 2,
      boughtOn: '2022-05-02',
      netUnitCents: 99_000,
      note: '',
      networkZone: 'administration',
      frame: 'CORE',
      reason: 'Zählfehler',
      version: 2,
    };
    expect(codeOf(await finance.put(`${DEVICES}/${id}`, change))).toEqual([409, 'DEVICE_QUANTITY_GONE']);
    expect((await finance.put(`${DEVICES}/${id}`, { ...change, quantity: 12 })).status).toBe(200);
    const batch = await office.show(id);
    expect(batch).toMatchObject({ quantity: 12, left: 9, ageYears: 4, dueYear: 2027, isDue: false, version: 3 });
    expect(batch.events.map(({ kind, quantity, changed }) => [kind, quantity, changed])).toEqual([
      ['changed', null, ['quantity']],
      ['disposed', 3, []],
      ['created', 10, []],
    ]);
    await expect(asOwner(app, (owner) => owner.query(`DELETE FROM device_event`))).rejects.toThrow('append-only');
  });

  test('at a site it must fit: the site has the network, and a closed one takes nothing', async () => {
    const site = await office.site({ zones: ['administration'] });
    expect(codeOf(await office.batch(notebook, { siteId: site, networkZone: 'telephony' }))).toEqual([
      409,
      'SITE_ZONE_ABSENT',
    ]);
    const id = await office.stored(notebook, { siteId: site, quantity: 5 });
    expect((await office.showSite(site)).devices).toBe(5);
    expect((await finance.delete(`/api/v1/sites/${site}?version=1`)).body.code).toBe('SITE_IN_USE');
    const close = { step: 'close', day: '2026-09-30', reason: 'aufgegeben', version: 1 };
    await finance.post(`/api/v1/sites/${site}/steps`, close);
    expect(codeOf(await office.batch(notebook, { siteId: site }))).toEqual([409, 'SITE_CLOSED']);
    const away = { step: 'x', ...(await office.show(id)) };
    const moved = {
      kindId: notebook,
      quantity: away.quantity,
      boughtOn: away.boughtOn,
      netUnitCents: away.netUnitCents,
      note: '',
      networkZone: 'administration',
      frame: 'CORE',
      reason: 'ins Lager',
      version: 1,
    };
    expect((await finance.put(`${DEVICES}/${id}`, moved)).status).toBe(200);
    expect((await office.showSite(site)).devices).toBe(0);
  });

  test('part of a batch moves to a school: a batch of its own with the same age and price, nothing twice, nothing lost', async () => {
    const site = await office.site({ kind: 'school', zones: ['administration', 'education'] });
    const id = await office.stored(notebook, { quantity: 10, boughtOn: '2024-05-02', inventoryNumber: 'INV-7' });
    const move = {
      ...{ quantity: 4, unitId: city.units.school, siteId: site, networkZone: 'administration', frame: 'CORE' },
      ...{ reason: 'Sekretariate der Schulen', version: 1 },
    };
    const path = `${DEVICES}/${id}/moves`;
    const here = { quantity: 1, networkZone: 'administration', frame: 'CORE', reason: 'x', version: 1 };
    expect(codeOf(await finance.post(path, here))).toEqual([409, 'DEVICE_MOVED_NOWHERE']);
    expect(codeOf(await finance.post(path, { ...move, quantity: 11 }))).toEqual([409, 'DEVICE_DISPOSED_TOO_MANY']);
    expect(codeOf(await finance.post(path, { ...move, networkZone: 'telephony' }))).toEqual([409, 'SITE_ZONE_ABSENT']);
    const head = await loginAs(app, 'department_head');
    expect((await head.post(path, move)).status).toBe(404);
    const moved = await finance.post(path, move);
    expect([moved.status, codeOf(await finance.post(path, move))]).toEqual([200, [409, 'VERSION_STALE']]);
    const [from, to] = [await office.show(id), await office.show(moved.body.id)];
    expect(from).toMatchObject({ quantity: 6, left: 6, inventoryNumber: 'INV-7', version: 2 });
    expect(to).toMatchObject({
      quantity: 4,
      left: 4,
      boughtOn: '2024-05-02',
      netUnitCents: 99_000,
      inventoryNumber: '',
    });
    expect([to.unit?.id, to.site?.id, from.grossCents + to.grossCents]).toEqual([city.units.school, site, 1_178_100]);
    expect(from.events[0]).toMatchObject({ kind: 'moved_out', quantity: 4, otherBatchId: to.id, remark: move.reason });
    expect(to.events).toMatchObject([{ kind: 'moved_in', quantity: 4, otherBatchId: id }]);
    const back = { ...move, siteId: undefined, unitId: undefined };
    expect((await finance.post(`${DEVICES}/${to.id}/moves`, back)).body).toEqual({ id: to.id, version: 2 });
    expect((await office.show(to.id)).changes[0]).toMatchObject({
      kind: 'changed',
      actorName: 'Test finance',
      fields: [
        { field: 'unitId', before: expect.stringContaining('40'), after: null },
        { field: 'siteId', before: expect.stringContaining('Standort'), after: null },
      ],
    });
  });

  test('an inventory number belongs to one batch, is found by, and stands in the history when it is put right', async () => {
    const id = await office.stored(notebook, { quantity: 2, inventoryNumber: 'INV-0815' });
    expect(await office.batch(notebook, { inventoryNumber: 'INV-0815' })).toMatchObject({
      status: 409,
      body: { code: 'DEVICE_INVENTORY_TAKEN', number: 'INV-0815' },
    });
    expect((await list('&q=inv-0815')).rows.map((row) => row.id)).toEqual([id]);
    const { quantity, boughtOn, netUnitCents } = await office.show(id);
    const same = { kindId: notebook, quantity, boughtOn, netUnitCents, networkZone: 'administration', frame: 'CORE' };
    const change = { ...same, note: 'geheim', inventoryNumber: 'INV-0816', reason: 'Tippfehler', version: 1 };
    expect((await finance.put(`${DEVICES}/${id}`, change)).status).toBe(200);
    expect((await office.show(id)).changes.map(({ kind, fields }) => [kind, fields])).toEqual([
      [
        'changed',
        [
          { field: 'inventoryNumber', before: 'INV-0815', after: 'INV-0816' },
          // What people write freely is not kept in the log, only that it was changed.
          { field: 'note', before: null, after: null },
        ],
      ],
      ['created', []],
    ]);
  });

  test('a department sees and enters its own devices only', async () => {
    const head = await loginAs(app, 'department_head');
    const own = await office.stored(notebook, { unitId: city.units.schoolDivision, quantity: 2 });
    const foreign = await office.stored(notebook, { unitId: city.units.parks, quantity: 2 });
    expect((await head.get(`${DEVICES}/${own}`)).body).toMatchObject({ id: own, mayWrite: true });
    expect((await head.get(`${DEVICES}/${foreign}`)).status).toBe(404);
    expect((await head.get(DEVICES)).body.stock).toMatchObject({ batches: 1, devices: 2 });
    const mine = new Inventory(head);
    expect((await mine.batch(notebook, { unitId: city.units.school })).status).toBe(201);
    expect((await mine.batch(notebook, { unitId: city.units.parks })).status).toBe(404);
    expect((await mine.batch(notebook)).status).toBe(404);
    expect((await head.get(SETS)).body.balance).toBeNull();
  });
});

describe('the yearly demand', () => {
  let tablet = '';

  test('proposes kind, year, quantity, net, gross and class; what is late comes first', async () => {
    tablet = await office.kind({ code: 'TB', name: 'Tablet', netUnitCents: 45_000, cycleMonths: 48 });
    const site = await office.site({ kind: 'school', zones: ['education', 'administration'] });
    const school = { siteId: site, networkZone: 'education', frame: 'SCHOOL_NET', netUnitCents: 40_000 };
    await office.stored(tablet, { ...school, boughtOn: '2020-03-01', quantity: 20 });
    await office.stored(tablet, { ...school, boughtOn: '2023-08-15', quantity: 30 });
    const { years, proposals, rules } = await office.demand(`&siteId=${site}`);
    expect(proposals).toMatchObject([
      {
        fiscalYear: 2026,
        kind: { code: 'TB' },
        quantity: 20,
        lateQuantity: 20,
        netCents: 900_000,
        grossCents: 1_071_000,
        deviceClass: { as: 'expense', account: '422220' },
        frames: [{ frame: 'SCHOOL_NET', amountCents: 1_071_000 }],
      },
      { fiscalYear: 2027, quantity: 30, lateQuantity: 0, grossCents: 1_606_500 },
      { fiscalYear: 2030, quantity: 20, lateQuantity: 0 },
    ]);
    expect(years.map(({ grossCents, byFrame }) => [grossCents, byFrame.SCHOOL_NET])).toEqual([
      [1_071_000, 1_071_000],
      [1_606_500, 1_606_500],
      [0, 0],
      [0, 0],
      [1_071_000, 1_071_000],
    ]);
    expect(rules.map(({ fiscalYear, source }) => [fiscalYear, source])[0]).toEqual([2026, 'Bilanzierungsrichtlinie']);
  });

  test('shared hardware is paid by the frames of its key, to the cent, and only with the decision', async () => {
    const core = await office.kind({ code: 'SW', name: 'Kernswitch', netUnitCents: 1_000_001, cycleMonths: 84 });
    const parts = [
      { zone: 'administration', frame: 'CORE', shareBasisPoints: 6_667 },
      { zone: 'education', frame: 'SCHOOL_NET', shareBasisPoints: 3_333 },
    ];
    const key = (await finance.post(KEYS, { name: 'Kern', parts })).body.id;
    const shared = { networkZone: undefined, frame: undefined, splitKeyId: key, quantity: 1, boughtOn: '2019-02-01' };
    expect(codeOf(await office.batch(core, shared))).toEqual([409, 'SPLIT_DECISION_NEEDED']);
    await finance.put(`${KEYS}/${key}`, { name: 'Kern', parts, decision: DECISION, reason: 'Beschluss', version: 1 });
    const batch = await office.show(await office.stored(core, shared));
    expect(batch).toMatchObject({ splitKey: { id: key, name: 'Kern' }, frame: null });
    const found = (await office.demand()).proposals.find(({ kind }) => kind.code === 'SW');
    expect(found?.grossCents).toBe(1_190_001);
    expect(found?.frames).toEqual([
      { frame: 'CORE', amountCents: 793_374 },
      { frame: 'SCHOOL_NET', amountCents: 396_627 },
    ]);
  });

  test('another price counts for what is replaced and changes no purchase', async () => {
    const [kind] = (await finance.get(`${KINDS}?fiscalYear=2026`)).body.kinds.filter(
      ({ id }: { id: string }) => id === tablet,
    );
    const { code, name, vatBasisPoints, cycleMonths, isStandalone, answerReason, source, version } = kind;
    const change = {
      code,
      name,
      vatBasisPoints,
      cycleMonths,
      isStandalone,
      answerReason,
      source,
      netUnitCents: 50_000,
    };
    expect((await finance.put(`${KINDS}/${tablet}`, { ...change, version: version + 1 })).body.code).toBe(
      'VERSION_STALE',
    );
    expect((await finance.put(`${KINDS}/${tablet}`, { ...change, version })).status).toBe(200);
    const found = (await office.demand()).proposals.find(({ kind: one }) => one.code === 'TB');
    expect(found?.netCents).toBe(1_000_000);
    expect((await list(`&kindId=${tablet}`)).rows.every(({ netUnitCents }) => netUnitCents === 40_000)).toBe(true);
  });
});

test('workplaces are given a set; what all of them need stands against the stock', async () => {
  const phone = await office.kind({ code: 'TF', name: 'Tischtelefon', netUnitCents: 12_000, cycleMonths: 96 });
  await office.stored(phone, { quantity: 90, networkZone: 'telephony', netUnitCents: 12_000 });
  const set = { name: 'Büro', workplaces: 100, items: [{ kindId: phone, quantity: 1 }] };
  const made = await finance.post(SETS, set);
  expect(codeOf(await finance.post(SETS, set))).toEqual([409, 'NAME_TAKEN']);
  expect(codeOf(await finance.post(SETS, { ...set, name: 'leer', items: [] }))).toEqual([409, 'EQUIPMENT_EMPTY']);
  const { sets, balance } = (await finance.get(SETS)).body;
  expect(sets).toMatchObject([
    { id: made.body.id, grossCents: 14_280, items: [{ kind: { code: 'TF' }, quantity: 1 }] },
  ]);
  expect(balance).toContainEqual({
    kind: expect.objectContaining({ code: 'TF' }),
    needed: 100,
    stock: 90,
    missing: 10,
  });
  expect((await finance.put(`${SETS}/${made.body.id}`, { ...set, workplaces: 90, version: 1 })).status).toBe(200);
  expect((await finance.delete(`${SETS}/${made.body.id}?version=1`)).body.code).toBe('VERSION_STALE');
  expect((await finance.delete(`${SETS}/${made.body.id}?version=2`)).status).toBe(200);
});

describe('20,000 batches', () => {
  let mass = '';

  beforeAll(async () => {
    mass = await office.kind({ code: 'MA', name: 'Massengerät' });
    await asOwner(app, async (owner) => {
      await owner.query(plantManySql, [city.tenantId, mass]);
      await owner.query('ANALYZE device_batch');
    });
  });

  const planOf = (sql: string, params: readonly unknown[]): Promise<string> =>
    asOwner(app, async (owner) => {
      await owner.query(`SET row_security = off`);
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [...params]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  const asked = (): unknown[] => [city.tenantId, null, 24_321, null, null, null, null, null, null, false, null, false];

  test('a page follows its index, and ages come from one pass over the batches', async () => {
    const page = await planOf(batchPageSql, [...asked(), '2022-01-01', mass, 51]);
    expect(page).toContain('Index Scan using device_batch_bought');
    expect(page).not.toContain('Seq Scan on device_batch');
    const groups = await planOf(stockGroupsSql, asked());
    expect(groups.match(/ on device_batch b/g)).toHaveLength(1);
    expect(groups).not.toContain('Nested Loop');
  });

  test('pages go on where the last one ended, and the whole is counted', async () => {
    const first = await list('&q=Masse');
    expect(first.stock).toMatchObject({ batches: 20_000, devices: 40_000 });
    expect(first.stock?.ages.reduce((sum, { devices }) => sum + devices, 0)).toBe(40_000);
    const next = await list(`&q=Masse&cursor=${first.nextCursor ?? ''}`);
    expect([next.rows.length, next.stock]).toEqual([100, null]);
    expect(new Set([...first.rows, ...next.rows].map(({ id }) => id)).size).toBe(200);
    expect((await finance.get(`${DEVICES}?cursor=WyJhIl0`)).status).toBe(422);
  });
});

const plantManySql = `
  INSERT INTO device_batch (tenant_id, batch_id, kind_id, quantity, quantity_left, bought_on, net_unit_cents, note, created_at)
  SELECT $1, gen_random_uuid(), $2, 2, 2, DATE '2017-01-01' + (n % 3500), 90000, 'Masse', now()
  FROM generate_series(1, 20000) AS n`;
