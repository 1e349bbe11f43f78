import type { CouncilBodyRow, MeetingRow } from '@etatlotse/contracts/council/plain';
import { addLine, openYear } from '../../test/ledger-builder';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let office: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  office = await loginAs(app, 'council_office');
});
afterAll(() => app.stop());

const BODIES = '/api/v1/council/bodies';
const MEETINGS = '/api/v1/council/meetings';
const later = (days: number): string =>
  new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function addBody(name: string, kind = 'committee', paperLeadDays = 14): Promise<string> {
  const made = await office.post(BODIES, { kind, name, paperLeadDays, isForBudget: true });
  expect(made.status).toBe(201);
  return made.body.id as string;
}
const plan = (bodyId: string, ...days: string[]) => office.post(MEETINGS, { bodyId, days });
const bodies = async (who = office): Promise<readonly CouncilBodyRow[]> => (await who.get(BODIES)).body.rows;
const meetings = async (query = ''): Promise<readonly MeetingRow[]> =>
  (await office.get(`${MEETINGS}?${query}`)).body.rows;

test('the council office enters the calendar of a year; a head reads it and plans nothing', async () => {
  const id = await addBody('Ausschuss für Finanzen, Personal und Digitalisierung');
  expect((await plan(id, later(40), later(10))).status).toBe(201);
  const head = await loginAs(app, 'department_head');
  expect((await bodies(head)).find((body) => body.id === id)).toMatchObject({ nextMeetingOn: later(10) });
  expect(await meetings(`bodyId=${id}`)).toMatchObject([
    { heldOn: later(10), papersDueOn: later(-4) },
    { heldOn: later(40), papersDueOn: later(26) },
  ]);
  expect((await head.post(MEETINGS, { bodyId: id, days: [later(50)] })).status).toBe(403);
});

test('one day twice: nothing of the list is entered', async () => {
  const id = await addBody('Schulausschuss');
  await plan(id, later(20));
  const refused = await plan(id, later(30), later(20));
  expect(refused).toMatchObject({ status: 409, body: { code: 'MEETING_TWICE', heldOn: later(20) } });
  expect(await meetings(`bodyId=${id}`)).toHaveLength(1);
});

test('two offices plan the same day at the same moment: one is told', async () => {
  const id = await addBody('Bauausschuss');
  const answers = await Promise.all([plan(id, later(20)), plan(id, later(20)), plan(id, later(20))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('a meeting moves and keeps the day on which it was planned; once cancelled it stays with the reason', async () => {
  const id = await addBody('Sportausschuss');
  await plan(id, later(20), later(60));
  const [first] = await meetings(`bodyId=${id}`);
  const step = (name: string, body: object) => office.post(`${MEETINGS}/${first?.id}/${name}`, body);
  expect((await step('move', { heldOn: later(60), version: 1 })).body).toMatchObject({ code: 'MEETING_TWICE' });
  expect((await step('move', { heldOn: later(25), version: 1 })).status).toBe(200);
  expect((await step('move', { heldOn: later(26), version: 1 })).body).toMatchObject({ code: 'VERSION_STALE' });
  expect((await step('cancel', { reason: 'Keine Vorlagen', version: 2 })).status).toBe(200);
  expect(await meetings(`bodyId=${id}`)).toMatchObject([
    { heldOn: later(25), movedFrom: later(20), cancelReason: 'Keine Vorlagen' },
    { heldOn: later(60), cancelledOn: null },
  ]);
  expect((await step('move', { heldOn: later(27), version: 3 })).body).toMatchObject({ code: 'MEETING_CANCELLED' });
});

test('past meetings come latest first, page by page', async () => {
  const id = await addBody('Jugendhilfeausschuss');
  await plan(id, later(-10), later(-50), later(-30), later(10));
  const first = (await office.get(`${MEETINGS}?bodyId=${id}&past=true&limit=2`)).body;
  const rest = (await office.get(`${MEETINGS}?bodyId=${id}&past=true&limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.rows, ...rest.rows].map(({ heldOn }: MeetingRow) => heldOn)).toEqual([
    later(-10),
    later(-30),
    later(-50),
  ]);
  expect(rest.nextCursor).toBeNull();
});

test('a dissolved body plans no meeting, and its name may be used again', async () => {
  const id = await addBody('Digitalausschuss');
  const twice = await office.post(BODIES, {
    kind: 'committee',
    name: 'DIGITALAUSSCHUSS',
    paperLeadDays: 7,
    isForBudget: false,
  });
  expect(twice).toMatchObject({ status: 409, body: { code: 'BODY_NAME_TAKEN' } });
  const dissolved = {
    kind: 'committee',
    name: 'Digitalausschuss',
    paperLeadDays: 7,
    isForBudget: true,
    isArchived: true,
  };
  expect((await office.put(`${BODIES}/${id}`, { ...dissolved, version: 1 })).status).toBe(200);
  expect((await plan(id, later(20))).body).toMatchObject({ code: 'BODY_ARCHIVED' });
  const again = await addBody('Digitalausschuss');
  const back = await office.put(`${BODIES}/${id}`, { ...dissolved, isArchived: false, version: 2 });
  expect(back.body).toMatchObject({ code: 'BODY_NAME_TAKEN' });
  expect(again).not.toBe(id);
});

test('a missing amount is told the meetings that its paper still reaches, and that none is planned', async () => {
  const other = await createOtherCity(app);
  await openYear(app, other, 2026);
  const neighbour = await loginAs(app, 'finance', other);
  const lineId = await addLine(app, other, { number: '4S.9', appropriationCents: 100_000 });
  const asked = async () => {
    const found = await neighbour.get(`/api/v1/budget/lines/${lineId}/ways-out?fiscalYear=2026&missingCents=99900000`);
    return found.body.ways.find(({ code }: { code: string }) => code === 'over_plan_by_council').meetings;
  };
  expect(await asked()).toEqual([]);
  const council = await neighbour.post(BODIES, { kind: 'council', name: 'Rat', paperLeadDays: 14, isForBudget: true });
  const committee = await neighbour.post(BODIES, {
    kind: 'committee',
    name: 'Finanzausschuss',
    paperLeadDays: 14,
    isForBudget: true,
  });
  await neighbour.post(MEETINGS, { bodyId: council.body.id, days: [later(16), later(45)] });
  await neighbour.post(MEETINGS, { bodyId: committee.body.id, days: [later(10), later(30)] });
  expect(await asked()).toEqual([
    { body: 'Finanzausschuss', heldOn: later(30), papersDueOn: later(16) },
    { body: 'Rat', heldOn: later(45), papersDueOn: later(31) },
  ]);
});

test('a member of a committee sits on the body that a second person agreed to, and reads its name', async () => {
  const admin = await loginAs(app, 'admin');
  const roles = [{ role: 'committee', bodyId: city.bodyId }];
  const person = { email: 'mitglied@musterstadt.example', displayName: 'Neues Mitglied' };
  const made = await admin.post('/api/v1/person', { ...person, roles });
  const finance = await loginAs(app, 'finance');
  const decision = { decision: 'approve', version: 1 };
  expect((await finance.post(`/api/v1/approvals/${made.body.approvalId}/decision`, decision)).status).toBe(200);
  expect((await admin.get(`/api/v1/person/${made.body.id}`)).body.roles).toMatchObject([
    { role: 'committee', unitId: null, body: { id: city.bodyId, name: 'Ausschuss ohne Sitzungen' } },
  ]);
  const again = await admin.post(`/api/v1/person/${made.body.id}/roles`, { roles, reason: 'x' });
  expect(again.body).toMatchObject({ code: 'ROLE_HELD' });
  const member = await loginAs(app, 'committee');
  expect((await member.get('/api/v1/session')).body.roles).toMatchObject([
    { role: 'committee', bodyName: 'Ausschuss ohne Sitzungen' },
  ]);
});
