import { addContract } from '../../test/contracts';
import type { HttpClient } from '../../test/http-client';
import { addLine, openYear } from '../../test/ledger-builder';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import {
  addRecord,
  listRecords,
  recordOf,
  type RegisterName,
  registerPath,
  REGISTERS,
  showRecord,
} from '../../test/registers';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let finance: HttpClient;
let head: HttpClient;
let parksHead: HttpClient;
let neighbour: HttpClient;
let made = 700;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  finance = await loginAs(app, 'finance');
  head = await loginAs(app, 'department_head');
  parksHead = await loginAs(app, 'other_head');
  neighbour = await loginAs(app, 'finance', await createOtherCity(app));
});
afterAll(() => app.stop());

const NAMES = Object.keys(REGISTERS) as RegisterName[];
/** Seen by everybody who works with live figures. */
const DIRECTORIES: readonly RegisterName[] = ['desks'];
const PAID = NAMES.filter((register) => 'lineId' in REGISTERS[register]);

describe.each(NAMES)('the register of %s', (register) => {
  const path = registerPath(register);

  test('a head keeps the records of the own department; for another one and another city they do not exist', async () => {
    const id = await addRecord(head, register, { unitId: city.units.school });
    expect((await showRecord(finance, register, id)).body).toMatchObject({ id, mayWrite: true, version: 1 });
    const change = recordOf(register, { unitId: null, version: 1 });
    const strangers = DIRECTORIES.includes(register) ? [neighbour] : [parksHead, neighbour];
    for (const stranger of strangers) {
      expect((await showRecord(stranger, register, id)).status).toBe(404);
      expect((await listRecords(stranger, register)).rows).not.toContainEqual(expect.objectContaining({ id }));
      expect((await stranger.put(`${path}/${id}`, change)).status).toBe(404);
    }
    if (DIRECTORIES.includes(register)) {
      // Everybody looks up whom to ask; only the department keeps its desks.
      expect((await showRecord(parksHead, register, id)).body).toMatchObject({ mayWrite: false });
      expect((await parksHead.put(`${path}/${id}`, change)).body.code).toBe('FORBIDDEN');
    }
    const theirs = recordOf(register, { unitId: city.units.parks });
    expect((await head.post(path, theirs)).status).toBe(404);
  });

  test('what belongs to the whole city is seen by every department and kept by finance', async () => {
    const id = await addRecord(finance, register);
    expect((await showRecord(head, register, id)).body).toMatchObject({ unit: null, mayWrite: false });
    expect((await head.put(`${path}/${id}`, recordOf(register, { version: 1 }))).body.code).toBe('FORBIDDEN');
    expect((await head.post(path, recordOf(register))).body.code).toBe('FORBIDDEN');
    expect((await neighbour.get(`${path}/${id}?fiscalYear=2026`)).status).toBe(404);
  });

  test('a unit has a name once, also when two enter it at the same moment', async () => {
    const record = recordOf(register, { unitId: city.units.school });
    const answers = await Promise.all([finance, head].map((client) => client.post(path, record)));
    expect(answers.map(({ body }) => body.code ?? 'made').sort()).toEqual(['RECORD_NAME_TAKEN', 'made']);
    const id = await addRecord(finance, register, { unitId: city.units.school });
    const renamed = await finance.put(`${path}/${id}`, { ...record, version: 1 });
    expect(renamed.body).toMatchObject({ code: 'RECORD_NAME_TAKEN', name: record['name'] });
    // Another department may use the name: it learns nothing of the first one.
    expect((await parksHead.post(path, { ...record, unitId: city.units.parks })).status).toBe(201);
  });

  test('two editors: the second one looks again; what is sent again unchanged is no change', async () => {
    const record = recordOf(register, { unitId: city.units.school });
    const { id } = (await finance.post(path, record)).body;
    expect((await finance.put(`${path}/${id}`, { ...record, version: 1 })).body).toEqual({ id, version: 1 });
    expect((await finance.put(`${path}/${id}`, { ...record, note: 'neu', version: 1 })).body).toEqual({
      id,
      version: 2,
    });
    expect((await head.put(`${path}/${id}`, { ...record, note: 'auch', version: 1 })).body.code).toBe('VERSION_STALE');
    expect((await showRecord(head, register, id)).body).toMatchObject({ note: 'neu', version: 2 });
  });

  test('lists page by name, and the sums are over everything that is found', async () => {
    const word = `Seite${register}`;
    for (const at of [1, 2, 3]) await addRecord(finance, register, { name: `${word} ${at}` });
    const first = await listRecords(finance, register, `&q=${word}&limit=2`);
    expect(first.totals).toMatchObject({ count: 3 });
    const second = await listRecords(finance, register, `&q=${word}&limit=2&cursor=${first.nextCursor}`);
    const names = [...first.rows, ...second.rows].map(({ name }: { name: string }) => name);
    expect([names, second.nextCursor, second.totals]).toEqual([
      [1, 2, 3].map((at) => `${word} ${at}`),
      null,
      first.totals,
    ]);
  });

  test('a unit that does not exist is refused', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect((await finance.post(path, recordOf(register, { unitId: nowhere }))).body.code).toBe('RECORD_UNIT_UNKNOWN');
  });
});

describe.each(PAID)('what pays for a record of %s', (register) => {
  test('line and contract are named to those who see them, and stay when somebody else changes the record', async () => {
    const parksLine = await addLine(app, city, {
      number: `4S.${made++}`,
      appropriationCents: 0,
      unitId: city.units.parks,
    });
    const contractId = await addContract(finance, { lineId: parksLine, unitId: city.units.parks });
    const paid = { unitId: city.units.school, lineId: parksLine, contractId };
    const record = recordOf(register, paid);
    expect((await head.post(registerPath(register), record)).status).toBe(404);
    const { id } = (await finance.post(registerPath(register), record)).body;
    expect((await showRecord(finance, register, id)).body).toMatchObject({
      line: { id: parksLine },
      contract: { id: contractId },
    });
    expect((await showRecord(head, register, id)).body).toMatchObject({
      lineId: parksLine,
      line: null,
      contract: null,
    });
    const change = { ...record, note: 'vom Fachbereich', version: 1 };
    expect((await head.put(`${registerPath(register)}/${id}`, change)).status).toBe(200);
  });
});
