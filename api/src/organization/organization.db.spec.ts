import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

const UNITS = '/api/v1/organization/units';
let app: TestApp;
let city: City;
let admin: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  admin = await loginAs(app, 'admin');
});
afterAll(() => app.stop());

const patch = (client: HttpClient, path: string, body: object): Promise<Answer> =>
  client.send(path, { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

async function newUnit(code: string, extra: object = {}): Promise<{ id: string; version: number }> {
  const answer = await admin.post(UNITS, {
    level: 'division',
    code,
    name: `Stelle ${code}`,
    parentId: city.units.school,
    validFrom: '2024-01-01',
    ...extra,
  });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body;
}

async function treeOn(day?: string): Promise<UnitRow[]> {
  return (await admin.get(day === undefined ? UNITS : `${UNITS}?asOf=${day}`)).body.units;
}

test('The clerk sees the whole tree, parents before children, and changes none of it', async () => {
  const clerk = await loginAs(app, 'clerk');
  const { body } = await clerk.get(UNITS);
  expect(body.asOf).toBe('2026-10-05');
  expect(body.units.map((unit: UnitRow) => [unit.depth, unit.code])).toEqual([
    [0, 'II'],
    [1, '40'],
    [2, '40.1'],
    [1, '67'],
  ]);
  const refused = await clerk.post(UNITS, {
    level: 'department',
    code: '41',
    name: 'Kultur',
    parentId: null,
    validFrom: '2026-01-01',
  });
  expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
});

test('A new Stelle shows from its first day, ends with its last, and each step is in the audit log', async () => {
  const unit = await newUnit('40.7', { name: 'Stelle Medienbildung', validFrom: '2026-11-01' });
  const set = await admin.put(`${UNITS}/${unit.id}/validity`, { version: 1, validTo: '2027-06-30' });
  expect([set.status, set.body]).toEqual([200, { id: unit.id, version: 2 }]);
  const days = ['2026-10-31', '2026-11-01', '2027-06-30', '2027-07-01'];
  const shown = await Promise.all(days.map(async (day) => (await treeOn(day)).some(({ id }) => id === unit.id)));
  expect(shown).toEqual([false, true, true, false]);
  const auditor = await loginAs(app, 'auditor');
  const log = await auditor.get(`/api/v1/audit?subjectId=${unit.id}`);
  expect(log.body.rows.map(({ action }: { action: string }) => action).sort()).toEqual([
    'unit.created',
    'unit.validity_set',
  ]);
});

test('Two people rename the same unit: the second is told to look again', async () => {
  const unit = await newUnit('40.8');
  const first = await patch(admin, `${UNITS}/${unit.id}`, { version: 1, name: 'Stelle Ganztag' });
  const second = await patch(admin, `${UNITS}/${unit.id}`, { version: 1, name: 'Stelle Betreuung' });
  expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'VERSION_STALE']);
  expect((await admin.get(`${UNITS}/${unit.id}`)).body).toMatchObject({
    name: 'Stelle Ganztag',
    version: 2,
    depth: 2,
  });
});

test('A short sign is given once, also when a unit is renamed to it', async () => {
  const unit = await newUnit('40.9');
  const again = await admin.post(UNITS, {
    level: 'division',
    code: '40.9',
    name: 'Noch einmal',
    parentId: null,
    validFrom: '2026-01-01',
  });
  expect([again.status, again.body.code, again.body.number]).toEqual([409, 'NUMBER_TAKEN', '40.9']);
  const renamed = await patch(admin, `${UNITS}/${unit.id}`, { version: 1, code: '67' });
  expect(renamed.body.code).toBe('NUMBER_TAKEN');
});

test('A unit cannot come under itself or under what is below it', async () => {
  const above = await newUnit('40.4');
  const below = await newUnit('40.41', { parentId: above.id });
  const under = await admin.post(`${UNITS}/${above.id}/move`, { version: 1, parentId: below.id });
  const itself = await admin.post(`${UNITS}/${above.id}/move`, { version: 1, parentId: above.id });
  expect([under.body.code, itself.body.code]).toEqual(['UNIT_CYCLE', 'UNIT_CYCLE']);
});

test('Two moves at the same moment that would close a circle together: exactly one goes through', async () => {
  const [one, two] = [await newUnit('40.5'), await newUnit('40.6')];
  const answers = await Promise.all([
    admin.post(`${UNITS}/${one.id}/move`, { version: 1, parentId: two.id }),
    admin.post(`${UNITS}/${two.id}/move`, { version: 1, parentId: one.id }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('The Stelle that moves to Stadtgrün takes its people along: the head there now reaches it', async () => {
  const unit = await newUnit('40.3');
  const moved = await admin.post(`${UNITS}/${unit.id}/move`, { version: 1, parentId: city.units.parks });
  expect(moved.status).toBe(200);
  const tree = await treeOn();
  expect(tree.find(({ id }) => id === unit.id)).toMatchObject({ parentId: city.units.parks, depth: 2 });
});

test('A Dezernat never stands under a Fachbereich', async () => {
  const answer = await admin.post(`${UNITS}/${city.units.directorate}/move`, {
    version: 1,
    parentId: city.units.parks,
  });
  expect(answer.body.code).toBe('UNIT_CYCLE');
  const created = await admin.post(UNITS, {
    level: 'directorate',
    code: 'III',
    name: 'Dezernat III',
    parentId: city.units.parks,
    validFrom: '2026-01-01',
  });
  expect(created.body.code).toBe('UNIT_LEVEL_ORDER');
});

test('A Fachbereich does not end while a Stelle below it goes on', async () => {
  const answer = await admin.put(`${UNITS}/${city.units.school}/validity`, { version: 1, validTo: '2026-12-31' });
  expect([answer.status, answer.body.code]).toEqual([409, 'UNIT_CHILDREN_DAYS']);
});

test('Only what nothing hangs on is deleted; everything else is ended', async () => {
  const empty = await newUnit('40.2');
  expect((await admin.delete(`${UNITS}/${empty.id}?version=1`)).status).toBe(204);
  expect((await admin.get(`${UNITS}/${empty.id}`)).status).toBe(404);
  const used = await admin.delete(`${UNITS}/${city.units.parks}?version=1`);
  expect([used.status, used.body.code, used.body.roles]).toEqual([409, 'UNIT_IN_USE', 2]);
});

test('The neighbouring city sees none of it, not even by number', async () => {
  const neighbour = await loginAs(app, 'admin', await createOtherCity(app));
  expect((await neighbour.get(`${UNITS}/${city.units.school}`)).status).toBe(404);
  const move = await neighbour.post(`${UNITS}/${city.units.school}/move`, { version: 1, parentId: null });
  expect(move.status).toBe(404);
  const [row] = await asOwner(app, async (owner) => {
    const result = await owner.query<{ version: number }>(`SELECT version FROM org_unit WHERE unit_id = $1`, [
      city.units.school,
    ]);
    return result.rows;
  });
  expect(row?.version).toBe(1);
});
