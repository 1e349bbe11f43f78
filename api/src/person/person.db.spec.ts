import { asOwner, type City, createCity, createOtherCity, loginAs, loginPerson } from '../../test/people';
import { type Answer, type HttpClient, httpClient } from '../../test/http-client';
import { startTestApp, TEST_NOW, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let admin: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set(new Date(TEST_NOW));
  admin = await loginAs(app, 'admin');
});

const hoursLater = (hours: number): void => app.clock.set(new Date(new Date(TEST_NOW).getTime() + hours * 3_600_000));
const secretOf = (link: { path: string }): string => link.path.replace('/zugang#', '');
const accept = (token: string, password = 'krumme gurke tanzt'): Promise<Answer> =>
  httpClient(app.url).post('/api/v1/links/accept', { token, password });
const inspect = (token: string): Promise<Answer> => httpClient(app.url).post('/api/v1/links/inspect', { token });
const login = (email: string, password: string): Promise<Answer> =>
  httpClient(app.url).post('/api/v1/session', { email, password });

let number = 0;
async function invite(body: object = {}): Promise<Answer & { email: string }> {
  const email = `neu${++number}@musterstadt.example`;
  return { ...(await admin.post('/api/v1/person', { email, displayName: `Neu ${number}`, ...body })), email };
}

describe('Invitations', () => {
  test('an invited person sets a password by the link and is in', async () => {
    const made = await invite();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ version: 1, approvalId: null, link: { purpose: 'invitation' } });
    const secret = secretOf(made.body.link);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect((await inspect(secret)).body).toEqual({
      purpose: 'invitation',
      email: made.email,
      displayName: `Neu ${number}`,
      tenantName: 'Musterstadt',
      expiresAt: '2026-10-08T05:30:00.000Z',
    });
    expect((await accept(secret, 'Musterstadt-2026!')).body.code).toBe('PASSWORD_WEAK');
    expect((await accept(secret)).status).toBe(204);
    expect((await login(made.email, 'krumme gurke tanzt')).status).toBe(200);
    expect((await accept(secret)).body.code).toBe('LINK_INVALID');
  });

  test('of five acceptances in the same moment one wins', async () => {
    const secret = secretOf((await invite()).body.link);
    const statuses = (await Promise.all([1, 2, 3, 4, 5].map((at) => accept(secret, `krumme gurke tanzt ${at}`)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([204, 410, 410, 410, 410]);
  });

  test('a link ends after 72 hours, by a newer one, and with the account; all answers are alike', async () => {
    const [late, replaced, closed] = [await invite(), await invite(), await invite()];
    const newer = await admin.post(`/api/v1/person/${replaced.body.id}/links`);
    expect([newer.status, newer.body.link.purpose]).toEqual([201, 'invitation']);
    await admin.put(`/api/v1/person/${closed.body.id}`, { version: 1, status: 'disabled' });
    expect((await inspect(secretOf(newer.body.link))).status).toBe(200);
    const dead = [
      await inspect(secretOf(replaced.body.link)),
      await inspect(secretOf(closed.body.link)),
      await inspect('erfunden'),
    ];
    hoursLater(71.9);
    expect((await inspect(secretOf(late.body.link))).status).toBe(200);
    hoursLater(72);
    dead.push(await inspect(secretOf(late.body.link)));
    const seen = dead.map(({ status, body: { requestId: _, ...body } }) => JSON.stringify({ status, body }));
    expect(new Set(seen).size).toBe(1);
    expect(dead[0]).toMatchObject({ status: 410, body: { code: 'LINK_INVALID' } });
  });

  test('the same key makes one account; the secret is stored nowhere', async () => {
    const body = { email: 'doppelt@musterstadt.example', displayName: 'Doppelt' };
    const key = { 'idempotency-key': 'person-doppelt-1' };
    const [first, second] = [
      await admin.post('/api/v1/person', body, key),
      await admin.post('/api/v1/person', body, key),
    ];
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect((await inspect(secretOf(first.body.link))).status).toBe(410);
    const secret = secretOf(second.body.link);
    expect((await inspect(secret)).status).toBe(200);
    const stored = await asOwner(app, async (owner) =>
      (await owner.query(`SELECT response::text FROM idempotency_record`)).rows.map(({ response }) => response).join(),
    );
    expect(stored).not.toContain(secret);
    expect((await admin.post('/api/v1/person', body)).body.code).toBe('EMAIL_TAKEN');
  });

  test('a reset lasts two hours and ends every login; the answer of another city is EMAIL_TAKEN, too', async () => {
    const clerk = await loginAs(app, 'other_clerk');
    const link = await admin.post(`/api/v1/person/${city.people.other_clerk.id}/links`);
    expect(link.body.link.purpose).toBe('password_reset');
    hoursLater(2);
    expect((await accept(secretOf(link.body.link))).body.code).toBe('LINK_INVALID');
    app.clock.set(new Date(TEST_NOW));
    expect((await accept(secretOf(link.body.link))).status).toBe(204);
    expect((await clerk.get('/api/v1/session')).status).toBe(401);
    const other = await createOtherCity(app);
    const foreign = await (
      await loginAs(app, 'admin', other)
    ).post('/api/v1/person', {
      email: city.people.clerk.email.toUpperCase(),
      displayName: 'Fremd',
    });
    expect(foreign.body.code).toBe('EMAIL_TAKEN');
  });
});

describe('Roles', () => {
  const decide = (client: HttpClient, id: string, decision = 'approve'): Promise<Answer> =>
    client.post(`/api/v1/approvals/${id}/decision`, { decision, version: 1 });

  test('a grant waits for a second administrator or finance; the one who asked cannot decide', async () => {
    const made = await invite({ roles: [{ role: 'clerk', unitId: city.units.parks }], reason: 'Neue Kollegin' });
    const { approvalId } = made.body;
    expect(approvalId).toEqual(expect.any(String));
    const before = (await admin.get(`/api/v1/person/${made.body.id}`)).body;
    expect(before).toMatchObject({ roles: [], pendingApprovalId: approvalId });
    expect((await decide(admin, approvalId)).body.code).toBe('FOUR_EYES');
    expect((await decide(await loginAs(app, 'auditor'), approvalId)).body.code).toBe('FORBIDDEN');
    const finance = await loginAs(app, 'finance');
    const [waiting] = (await finance.get('/api/v1/approvals')).body.rows;
    expect(waiting).toMatchObject({
      id: approvalId,
      action: 'role.grant',
      subjectId: made.body.id,
      reason: 'Neue Kollegin',
      requestedBy: { id: city.people.admin.id },
      mayDecide: true,
      mayWithdraw: false,
    });
    expect((await decide(finance, approvalId)).body).toMatchObject({ state: 'approved', version: 2 });
    expect((await decide(finance, approvalId)).body.code).toBe('APPROVAL_DECIDED');
    const after = (await admin.get(`/api/v1/person/${made.body.id}`)).body;
    expect(after.roles).toMatchObject([{ role: 'clerk', unitCode: '67', validFrom: '2026-10-05', validTo: null }]);
    expect(after.pendingApprovalId).toBe(null);
  });

  test('an administrator who wants to be finance needs somebody else, and a friend cannot decide for themselves', async () => {
    const own = await admin.post(`/api/v1/person/${city.people.admin.id}/roles`, {
      roles: [{ role: 'finance' }],
      reason: 'Urlaub der Kämmerei',
    });
    expect((await decide(admin, own.body.approvalId)).body.code).toBe('FOUR_EYES');
    const friend = await admin.post(`/api/v1/person/${city.people.admin2.id}/roles`, {
      roles: [{ role: 'finance' }],
      reason: 'Urlaub der Kämmerei',
    });
    const admin2 = await loginAs(app, 'admin2');
    expect((await decide(admin2, friend.body.approvalId)).body.code).toBe('FOUR_EYES');
    expect((await admin2.get('/api/v1/budget/overview?fiscalYear=2026')).status).toBe(403);
    const rejected = await decide(await loginAs(app, 'finance'), own.body.approvalId, 'reject');
    expect(rejected.body.state).toBe('rejected');
    const withdrawn = await admin.post(`/api/v1/approvals/${friend.body.approvalId}/withdrawal`);
    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await admin.get('/api/v1/session')).body.roles).toMatchObject([{ role: 'admin' }]);
  });

  test('two deciders in the same moment: one decision, one role', async () => {
    const made = await invite({ roles: [{ role: 'auditor' }] });
    const [finance, admin2] = [await loginAs(app, 'finance'), await loginAs(app, 'admin2')];
    const statuses = (await Promise.all([finance, admin2].map((client) => decide(client, made.body.approvalId)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 409]);
    expect((await admin.get(`/api/v1/person/${made.body.id}`)).body.roles).toHaveLength(1);
  });

  test('a second open request for the same person and a role that is held are refused', async () => {
    const made = await invite({ roles: [{ role: 'auditor' }] });
    const again = await admin.post(`/api/v1/person/${made.body.id}/roles`, {
      roles: [{ role: 'committee', bodyId: city.bodyId }],
      reason: 'x',
    });
    expect(again.body.code).toBe('APPROVAL_PENDING');
    const held = await admin.post(`/api/v1/person/${city.people.clerk.id}/roles`, {
      roles: [{ role: 'clerk', unitId: city.units.school }],
      reason: 'x',
    });
    expect(held.body).toMatchObject({ code: 'ROLE_HELD', role: 'clerk' });
    const nowhere = await admin.post(`/api/v1/person/${city.people.clerk.id}/roles`, {
      roles: [{ role: 'clerk', unitId: '00000000-0000-4000-8000-000000000000' }],
      reason: 'x',
    });
    expect(nowhere.body.code).toBe('UNIT_UNKNOWN');
    const grant = async (role: object) =>
      (await admin.post(`/api/v1/person/${city.people.clerk.id}/roles`, { roles: [role], reason: 'x' })).body;
    expect(await grant({ role: 'committee' })).toMatchObject({ code: 'ROLE_INCOMPLETE', role: 'committee' });
    expect((await grant({ role: 'committee', bodyId: city.units.school })).code).toBe('BODY_UNKNOWN');
  });

  test('a role taken away is gone with the next call, and the request stays in the log', async () => {
    const council = await loginAs(app, 'council_office');
    const [role] = (await admin.get(`/api/v1/person/${city.people.council_office.id}`)).body.roles;
    const path = `/api/v1/person/${city.people.council_office.id}/roles/${role.assignmentId}`;
    expect((await council.get('/api/v1/organization/units')).status).toBe(200);
    expect((await admin.delete(path)).status).toBe(204);
    expect((await council.get('/api/v1/organization/units')).status).toBe(403);
    expect((await admin.delete(path)).body.code).toBe('NOT_FOUND');
    const log = await admin.get(`/api/v1/audit?subjectType=person&subjectId=${city.people.council_office.id}`);
    expect(log.body.rows[0]).toMatchObject({ action: 'role.ended', detail: { role: 'council_office' } });
  });

  test('the last administrator stays, also when two remove each other in the same moment', async () => {
    const lonely = await createCity(app, 'alleinstadt', 'Alleinstadt');
    const [one, two] = [await loginAs(app, 'admin', lonely), await loginAs(app, 'admin2', lonely)];
    const roleOf = async (id: string): Promise<string> =>
      (await one.get(`/api/v1/person/${id}`)).body.roles[0].assignmentId;
    const { admin: first, admin2: second } = lonely.people;
    const [a, b] = [await roleOf(first.id), await roleOf(second.id)];
    const answers = await Promise.all([
      one.delete(`/api/v1/person/${second.id}/roles/${b}`),
      two.delete(`/api/v1/person/${first.id}/roles/${a}`),
    ]);
    // Whoever comes second is told so, or is no administrator any more by then.
    const codes = answers.map(({ status, body }) => (status === 204 ? 'done' : body.code));
    expect([
      ['done', 'LAST_ADMIN'],
      ['done', 'FORBIDDEN'],
    ]).toContainEqual(codes.sort((a) => (a === 'done' ? -1 : 1)));
    const [winner, id] = answers[0].status === 204 ? [one, first.id] : [two, second.id];
    const own = await winner.put(`/api/v1/person/${id}`, { version: 1, status: 'disabled' });
    expect(own.body.code).toBe('LAST_ADMIN');
    expect((await winner.get('/api/v1/session')).status).toBe(200);
  });

  test('while a city is set up the first administrator grants alone; sending everybody away does not bring that back', async () => {
    const fresh = await createCity(app, 'neustadt', 'Neustadt');
    await asOwner(app, (owner) =>
      owner.query(`DELETE FROM role_assignment WHERE tenant_id = $1 AND person_id <> $2`, [
        fresh.tenantId,
        fresh.people.admin.id,
      ]),
    );
    const first = await loginAs(app, 'admin', fresh);
    const grant = (id: string, role: string): Promise<Answer> =>
      first.post(`/api/v1/person/${id}/roles`, { roles: [{ role }], reason: 'Einrichtung' });
    expect((await grant(fresh.people.finance.id, 'finance')).body.approvalId).toBe(null);
    expect((await grant(fresh.people.admin.id, 'finance')).body.approvalId).toEqual(expect.any(String));
    const finance = (await first.get(`/api/v1/person/${fresh.people.finance.id}`)).body;
    await first.delete(`/api/v1/person/${finance.id}/roles/${finance.roles[0].assignmentId}`);
    await first.put(`/api/v1/person/${finance.id}`, { version: finance.version, status: 'disabled' });
    expect((await grant(fresh.people.auditor.id, 'finance')).body.approvalId).toEqual(expect.any(String));
  });
});

describe('Substitutes', () => {
  test('a head hands over until a day; the right ends after it, and with the head’s own', async () => {
    const head = await loginAs(app, 'department_head');
    const path = `/api/v1/person/${city.people.department_head.id}/substitutes`;
    const named = await head.post(path, { substituteId: city.people.personnel_office.id, validTo: '2026-10-09' });
    expect(named.body).toEqual({ id: city.people.department_head.id, approvalId: null });
    const { tenantId } = city;
    const substitute = await loginPerson(app, tenantId, city.people.personnel_office.id);
    expect((await substitute.get('/api/v1/session')).body.roles).toContainEqual(
      expect.objectContaining({
        role: 'department_head',
        unitId: city.units.school,
        substituteForName: 'Test department_head',
        validTo: '2026-10-09',
      }),
    );
    const permissions = async (client: HttpClient): Promise<string[]> =>
      (await client.get('/api/v1/session')).body.permissions;
    expect(await permissions(substitute)).toContain('budget.read');
    app.clock.set(new Date('2026-10-09T23:30:00+02:00'));
    expect(await permissions(await loginPerson(app, tenantId, city.people.personnel_office.id))).toContain(
      'budget.read',
    );
    app.clock.set(new Date('2026-10-10T00:30:00+02:00'));
    expect(await permissions(await loginPerson(app, tenantId, city.people.personnel_office.id))).not.toContain(
      'budget.read',
    );
    app.clock.set(new Date(TEST_NOW));
    await asOwner(app, (owner) =>
      owner.query(`UPDATE person SET status = 'disabled' WHERE person_id = $1`, [city.people.department_head.id]),
    );
    expect(await permissions(substitute)).not.toContain('budget.read');
    await asOwner(app, (owner) =>
      owner.query(`UPDATE person SET status = 'active' WHERE person_id = $1`, [city.people.department_head.id]),
    );
  });

  test('a head reads who stands in for them; others, without the right to read people, do not', async () => {
    const path = `/api/v1/person/${city.people.department_head.id}/substitutes`;
    const own = await (await loginAs(app, 'department_head')).get(path);
    expect(own.body.rows).toMatchObject([
      { person: { id: city.people.personnel_office.id }, role: 'department_head', validTo: '2026-10-09' },
    ]);
    expect((await (await loginAs(app, 'auditor')).get(path)).body).toEqual(own.body);
    expect((await (await loginAs(app, 'clerk')).get(path)).body.code).toBe('NOT_FOUND');
  });

  test('nobody names substitutes for others, hands on what is not theirs, or themselves', async () => {
    const clerk = await loginAs(app, 'clerk');
    const body = { substituteId: city.people.clerk.id, validTo: '2026-10-09' };
    const forOthers = await clerk.post(`/api/v1/person/${city.people.finance.id}/substitutes`, body);
    expect([forOthers.status, forOthers.body.code]).toEqual([404, 'NOT_FOUND']);
    const path = `/api/v1/person/${city.people.clerk.id}/substitutes`;
    expect((await clerk.post(path, body)).body.code).toBe('SUBSTITUTE_UNKNOWN');
    const long = { substituteId: city.people.reviewer.id, validTo: '2027-10-06' };
    expect((await clerk.post(path, long)).body).toMatchObject({ code: 'SUBSTITUTE_PERIOD', days: 366 });
    expect((await clerk.post(path, { ...long, validTo: '2026-10-04' })).body.code).toBe('SUBSTITUTE_PERIOD');
    const { units, people } = city;
    const other = { substituteId: people.reviewer.id, validTo: '2026-10-09', assignmentIds: [units.school] };
    expect((await clerk.post(path, other)).body.code).toBe('NOTHING_TO_DELEGATE');
  });

  test('proposed by the administration it waits for a second person, who is not the substitute', async () => {
    const proposed = await admin.post(`/api/v1/person/${city.people.finance.id}/substitutes`, {
      substituteId: city.people.admin2.id,
      validTo: '2026-10-09',
      reason: 'Krank',
    });
    const { approvalId } = proposed.body;
    const decide = (client: HttpClient): Promise<Answer> =>
      client.post(`/api/v1/approvals/${approvalId}/decision`, { decision: 'approve', version: 1 });
    expect((await decide(await loginAs(app, 'admin2'))).body.code).toBe('FOUR_EYES');
    expect((await decide(await loginAs(app, 'finance2'))).status).toBe(200);
    const admin2 = await loginAs(app, 'admin2');
    const detail = (await admin.get(`/api/v1/person/${city.people.finance.id}`)).body;
    expect(detail.substitutes).toMatchObject([
      { person: { id: city.people.admin2.id }, role: 'finance', validTo: '2026-10-09' },
    ]);
    expect((await admin2.get('/api/v1/session')).body.permissions).toContain('budget.book');
    const finance = await loginAs(app, 'finance');
    const ended = await finance.delete(
      `/api/v1/person/${city.people.finance.id}/substitutes/${detail.substitutes[0].assignmentId}`,
    );
    expect(ended.status).toBe(204);
    expect((await admin2.get('/api/v1/session')).body.permissions).not.toContain('budget.book');
  });

  test('a substitute of the person who asked is no second person', async () => {
    const { admin: asker, finance2 } = city.people;
    await admin.post(`/api/v1/person/${asker.id}/substitutes`, {
      substituteId: city.people.reviewer.id,
      validTo: '2026-10-09',
    });
    const made = await invite({ roles: [{ role: 'auditor' }] });
    const decide = (client: HttpClient): Promise<Answer> =>
      client.post(`/api/v1/approvals/${made.body.approvalId}/decision`, { decision: 'approve', version: 1 });
    expect((await decide(await loginAs(app, 'reviewer'))).body.code).toBe('FORBIDDEN');
    expect((await decide(await loginPerson(app, city.tenantId, finance2.id))).status).toBe(200);
  });
});

describe('The list of people', () => {
  test('pages by name, finds by part of name or address, and holds one city only', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Answer = await admin.get(`/api/v1/person?limit=5${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(page.body.rows.length).toBeLessThanOrEqual(5);
      seen.push(...page.body.rows.map(({ id }: { id: string }) => id));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    const own = await asOwner(app, async (owner) =>
      (await owner.query(`SELECT person_id FROM person WHERE tenant_id = $1`, [city.tenantId])).rows.map(
        ({ person_id }) => person_id,
      ),
    );
    expect([...seen].sort()).toEqual(own.sort());
    const found = await admin.get('/api/v1/person?q=FINANCE');
    expect(found.body.rows.map(({ email }: { email: string }) => email)).toEqual([
      'finance@musterstadt.example',
      'finance2@musterstadt.example',
    ]);
    expect((await admin.get('/api/v1/person?q=%25')).body.rows).toEqual([]);
    expect((await admin.get('/api/v1/person?cursor=unsinn')).body.code).toBe('QUERY_INVALID');
    const committees = await admin.get('/api/v1/person?role=committee');
    expect(committees.body.rows).toHaveLength(1);
  });

  test('a change with an old version is refused, a closed account is opened again as it was', async () => {
    const { id } = city.people.personnel_office;
    const path = `/api/v1/person/${id}`;
    const { version } = (await admin.get(path)).body;
    expect((await admin.put(path, { version, displayName: 'Personalamt' })).body.version).toBe(version + 1);
    expect((await admin.put(path, { version, displayName: 'Personalstelle' })).body.code).toBe('VERSION_STALE');
    await admin.put(path, { version: version + 1, status: 'disabled' });
    expect((await admin.post(`${path}/links`)).body.code).toBe('PERSON_DISABLED');
    await admin.put(path, { version: version + 2, status: 'active' });
    expect((await admin.get(path)).body).toMatchObject({ status: 'active', displayName: 'Personalamt' });
    const choices = await (await loginAs(app, 'clerk')).get('/api/v1/person/choices?q=personal');
    expect(choices.body.rows).toEqual([{ id, displayName: 'Personalamt' }]);
  });
});
