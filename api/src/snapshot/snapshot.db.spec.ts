import { createHash, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SnapshotChanges } from '@etatlotse/contracts/snapshot/plain';
import { compareSnapshots } from '@etatlotse/domain/council';
import { BUDGET_YEAR, plantBudget, plantLines, plantYear } from '../../test/budget-city';
import type { HttpClient } from '../../test/http-client';
import { readPdf } from '../../test/pdf-text';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { canonicalJson } from './canonical-json';
import { comparedThings } from './compared-things';
import { handoutPdf } from './handout-pdf';

let app: TestApp;
let city: City;
let other: City;
let finance: HttpClient;
let second: HttpClient;
let committee: HttpClient;
let lines: Readonly<Record<string, string>>;
const folder = mkdtempSync(path.join(tmpdir(), 'etatlotse-snapshot-'));

const SNAPSHOTS = '/api/v1/snapshots';
const current = `${SNAPSHOTS}/current?fiscalYear=${BUDGET_YEAR}`;
const freeze = (client: HttpClient, more: object = {}) =>
  client.post(SNAPSHOTS, { fiscalYear: BUDGET_YEAR, remark: 'Stand vor der Sitzung am 20.10.', ...more });

async function released(more: object = {}): Promise<string> {
  const { body, status } = await freeze(finance, more);
  expect(status).toBe(201);
  expect((await second.post(`${SNAPSHOTS}/${body.id}/release`)).status).toBe(200);
  return body.id as string;
}

async function fileOf(id: string, client = committee): Promise<string> {
  const response = await fetch(`${app.url}${SNAPSHOTS}/${id}/snapshot.json`, { headers: client.headers });
  expect(response.status).toBe(200);
  return response.text();
}

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  await plantYear(app, city);
  lines = await plantBudget(app, city);
  await plantLines(app, city, [
    { number: 'Intern.1', movements: [{ kind: 'actual', amountCents: 100, text: 'GEHEIM: Frau Muster fragen' }] },
  ]);
  finance = await loginAs(app, 'finance');
  second = await loginAs(app, 'finance2');
  committee = await loginAs(app, 'committee');
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('until finance has released something the committee sees nothing', async () => {
  expect((await committee.get(current)).status).toBe(404);
  expect((await committee.get(SNAPSHOTS)).body.rows).toEqual([]);
  expect((await committee.get(`/api/v1/budget/overview?fiscalYear=${BUDGET_YEAR}`)).status).toBe(403);
});

test('two people of finance let the figures go; the committee sees exactly these, signed, and nothing internal', async () => {
  const { body: prepared, status } = await freeze(finance);
  expect(status).toBe(201);
  expect((await committee.get(`${SNAPSHOTS}/${prepared.id}`)).status).toBe(404);
  expect((await committee.get(current)).status).toBe(404);
  expect((await second.get(`${SNAPSHOTS}/${prepared.id}`)).body).toMatchObject({ state: 'prepared' });

  const own = await finance.post(`${SNAPSHOTS}/${prepared.id}/release`);
  expect([own.status, own.body.code]).toEqual([409, 'FOUR_EYES']);
  expect((await second.post(`${SNAPSHOTS}/${prepared.id}/release`)).body).toEqual({
    id: prepared.id,
    state: 'released',
  });

  const { body } = await committee.get(current);
  expect(body).toMatchObject({
    id: prepared.id,
    sha256: prepared.sha256,
    keyId: prepared.keyId,
    preparedByName: 'Test finance',
    releasedByName: 'Test finance2',
    remark: 'Stand vor der Sitzung am 20.10.',
    supersededBy: null,
  });
  const { attention, ...live } = (await finance.get(`/api/v1/budget/overview?fiscalYear=${BUDGET_YEAR}`)).body;
  expect(attention.length).toBeGreaterThan(0);
  expect(body.content.overview).toEqual(live);
  expect(body.content.overview.totals.unknownFrames).toEqual(['FEES']);
  const file = await fileOf(body.id);
  expect(
    createHash('sha256')
      .update(canonicalJson(JSON.parse(file).content))
      .digest('hex'),
  ).toBe(body.sha256);
  for (const inner of ['attention', 'GEHEIM', 'Test finance']) expect(file).not.toContain(inner);
});

test('the committee goes down to a single booking', async () => {
  const { id } = (await committee.get(current)).body;
  const line = `${SNAPSHOTS}/${id}/lines/${lines['4S.100210']}`;
  const { body } = await committee.get(line);
  expect(body.line).toMatchObject({ number: '4S.100210', appropriationCents: 68_000_000, actualCents: 41_223_746 });
  expect(
    body.bookings.map(({ kind, amountCents }: { kind: string; amountCents: number }) => [kind, amountCents]),
  ).toEqual(expect.arrayContaining([['actual', 41_223_746]]));
  const first = (await committee.get(`${line}?limit=1`)).body;
  const rest = (await committee.get(`${line}?limit=100&cursor=${first.nextCursor}`)).body;
  expect([...first.bookings, ...rest.bookings]).toEqual(body.bookings);
  expect((await committee.get(`${SNAPSHOTS}/${id}/lines/${randomUUID()}`)).status).toBe(404);
  expect((await committee.get(`${SNAPSHOTS}/${id}/lines/${lines['9.001']}`)).status).toBe(404);
});

test('a booking after the freeze changes nothing in it, byte for byte, a year of changes later', async () => {
  const { id } = (await committee.get(current)).body;
  const before = await fileOf(id);
  await plantLines(app, city, [{ number: 'Neu.1', appropriationCents: 12_345_600 }]);
  app.clock.set(new Date('2027-10-05T07:30:00+02:00'));
  const later = await loginAs(app, 'committee');
  expect(await fileOf(id, later)).toBe(before);
  app.clock.set(new Date('2026-10-05T07:40:00+02:00'));
  const live = (await finance.get(`/api/v1/budget/overview?fiscalYear=${BUDGET_YEAR}`)).body;
  expect(live.totals.adjustedCents).not.toBe(JSON.parse(before).content.overview.totals.adjustedCents);
});

test('the verifier accepts the file without this program, and refuses it when one byte is flipped', async () => {
  const { id, keyId } = (await committee.get(current)).body;
  const text = await fileOf(id);
  const file = path.join(folder, 'snapshot.json');
  const verify = (bytes: Buffer | string, ...more: string[]): string => {
    writeFileSync(file, bytes);
    try {
      return execFileSync(process.execPath, ['tools/verify.mjs', file, ...more], { encoding: 'utf8', stdio: 'pipe' });
    } catch (fault) {
      const { status, stderr } = fault as { status: number; stderr: string };
      return `${status} ${stderr}`;
    }
  };
  expect(verify(text, '--key', keyId)).toContain('unverändert');
  expect(verify(text, '--key', '0123456789abcdef')).toMatch(/^1 .*anderen Schlüssel/);
  const bytes = Buffer.from(text);
  for (const at of [
    1,
    Math.floor(bytes.length / 3),
    Math.floor(bytes.length / 2),
    bytes.length - 40,
    bytes.length - 6,
  ]) {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    expect(verify(flipped)).toMatch(/^1 /);
  }
});

test('what was known on 30.04.2026: bookings up to that day, and the change view says what came in between', async () => {
  await plantLines(app, city, [
    { number: 'Mai.1', movements: [{ kind: 'appropriation', amountCents: 50_000, bookedOn: '2026-05-02' }] },
  ]);
  const april = await released({ ledgerAsOf: '2026-04-30' });
  const known = (await committee.get(`${current}&knownOn=2026-04-30`)).body;
  expect(known).toMatchObject({ id: april, ledgerAsOf: '2026-04-30' });
  expect(known.content.lines.find(({ number }: { number: string }) => number === 'Mai.1')).toMatchObject({
    adjustedCents: 0,
  });
  const today = await released();
  expect((await committee.get(current)).body.id).toBe(today);
  const told: SnapshotChanges = (await committee.get(`${SNAPSHOTS}/${today}/changes?beforeId=${april}`)).body;
  expect(told.changes).toEqual([
    {
      part: 'line',
      id: expect.any(String),
      name: 'Mai.1 Zeile Mai.1',
      kind: 'moved',
      reason: null,
      figures: [{ name: 'adjusted', unit: 'cents', before: 0, after: 50_000, difference: 50_000 }],
    },
  ]);
  expect((await committee.get(`${SNAPSHOTS}/${april}/changes`)).status).toBe(404);
});

test('the hand-out is one page from the snapshot alone, and the decided demands stand in it', async () => {
  await plantDecidedDemand();
  const id = await released();
  const { body: snapshot } = await committee.get(`${SNAPSHOTS}/${id}`);
  expect(snapshot.content.demands.rows).toMatchObject([{ title: 'Elternportal', decision: 'adopted' }]);
  const print = async (): Promise<Buffer> => {
    const response = await fetch(`${app.url}${SNAPSHOTS}/${id}/handout.pdf`, { headers: committee.headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    return Buffer.from(await response.arrayBuffer());
  };
  const { pages } = readPdf(await print());
  expect(pages).toHaveLength(1);
  const text = (pages[0] ?? '').replaceAll(/\s+/g, ' ');
  for (const said of ['Wo steht die IT im Haushalt 2026?', 'Elternportal', 'beschlossen', '3.500.000']) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('GEHEIM');

  // However long the names are and however much happened: one page, which says which amount went from where to where.
  const long = 'Straßenverkehrszulassungsfachverfahrensmodernisierung '.repeat(8);
  const [decided] = snapshot.content.demands.rows;
  const [line] = snapshot.content.lines;
  const project = { level: 'project', state: 'running', status: 'red', plannedEnd: '2026-12-31', originalEnd: null };
  const crowded = {
    ...snapshot.content,
    demands: { ...snapshot.content.demands, rows: Array(9).fill({ ...decided, title: long, unit: long }) },
    projects: Array(30).fill({ ...project, currentEnd: null, name: long }),
    lines: [{ ...line, name: long, actualCents: line.actualCents + 128_335_00 }],
  };
  const changes = compareSnapshots(comparedThings({ ...crowded, lines: [line] }), comparedThings(crowded));
  const full = readPdf(await handoutPdf({ content: crowded, sha256: snapshot.sha256, changes })).pages;
  expect(full).toHaveLength(1);
  const said = (full[0] ?? '').replaceAll(/\s+/g, ' ');
  expect(said).toContain('Und 25 weitere. Es laufen 30 Vorhaben.');
  expect(said).toMatch(/Ist [\d.]+ € [\d.]+ € \+128\.335 €/);
});

/** A demand as the council decided on it, after the last snapshot. */
async function plantDecidedDemand(): Promise<void> {
  await asOwner(app, async (owner) => {
    const [roundId, demandId] = [randomUUID(), randomUUID()];
    const now = new Date(app.clock.now().getTime() + 1000);
    await owner.query(
      `INSERT INTO planning_round (tenant_id, round_id, first_year, last_year, submit_by, determine_by, examine_by, deliberate_by,
         plan_by, adopt_by, created_at)
       VALUES ($1, $2, 2027, 2027, '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01', '2026-12-01', $3)`,
      [city.tenantId, roundId, now],
    );
    await owner.query(
      `INSERT INTO demand (tenant_id, demand_id, round_id, number, unit_id, owner_id, state, title, created_by, created_at, changed_at,
         state_changed_at)
       VALUES ($1, $2, $3, 1, $4, $5, 'adopted', 'Elternportal', $5, $6, $6, $6)`,
      [city.tenantId, demandId, roundId, city.units.school, city.people.finance.id, now],
    );
    await owner.query(
      `INSERT INTO demand_event (tenant_id, event_id, demand_id, kind, to_state, reason, recorded_at)
       VALUES ($1, $2, $3, 'adopt', 'adopted', 'GEHEIM: Absprache', $4)`,
      [city.tenantId, randomUUID(), demandId, now],
    );
  });
}

test('one preparation waits at a time; taken back it leaves the current snapshot as it is', async () => {
  const before = (await committee.get(current)).body.id;
  const { body } = await freeze(finance);
  expect((await freeze(second)).body.code).toBe('APPROVAL_PENDING');
  expect((await finance.post(`${SNAPSHOTS}/${body.id}/reject`)).body).toEqual({ id: body.id, state: 'rejected' });
  expect((await second.post(`${SNAPSHOTS}/${body.id}/release`)).body.code).toBe('RELEASE_STATE');
  expect((await committee.get(current)).body.id).toBe(before);
  const shown = (await committee.get(SNAPSHOTS)).body.rows;
  expect(shown.every(({ state }: { state: string }) => state === 'released')).toBe(true);
  expect((await (await loginAs(app, 'auditor')).get(SNAPSHOTS)).body.rows).toHaveLength(shown.length + 1);
});

test('ten people who freeze at once leave one preparation', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => freeze(finance)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const waiting = answers.find(({ status }) => status === 201);
  await finance.post(`${SNAPSHOTS}/${waiting?.body.id}/reject`);
});

test('nobody but finance freezes or releases; the table itself wants the second person and lets nobody change it', async () => {
  const { body } = await freeze(finance);
  for (const who of ['committee', 'auditor', 'clerk', 'department_head', 'admin', 'council_office'] as const) {
    const client = await loginAs(app, who);
    expect([who, (await freeze(client)).status]).toEqual([who, 403]);
    expect([who, (await client.post(`${SNAPSHOTS}/${body.id}/release`)).status]).toEqual([who, 403]);
    expect([who, (await client.get(`${SNAPSHOTS}/${body.id}`)).status]).toEqual([
      who,
      who === 'auditor' ? 200 : ['committee', 'council_office'].includes(who) ? 404 : 403,
    ]);
  }
  const asTheOwner = (sql: string) => asOwner(app, (owner) => owner.query(sql, [body.id]));
  await expect(
    asTheOwner(`UPDATE snapshot SET state = 'released', released_by = prepared_by WHERE snapshot_id = $1`),
  ).rejects.toThrow(/four_eyes/);
  for (const sql of [
    `UPDATE snapshot SET content = '{}' WHERE snapshot_id = $1`,
    `UPDATE snapshot SET state = 'prepared' WHERE state = 'released' AND snapshot_id <> $1`,
    `DELETE FROM snapshot WHERE snapshot_id = $1`,
  ]) {
    await expect(asTheOwner(sql)).rejects.toThrow(/only superseded/);
  }
  await finance.post(`${SNAPSHOTS}/${body.id}/reject`);
});

test('another city neither sees nor decides it; an unknown year, a day ahead and a foreign meeting are refused', async () => {
  const foreign = await loginAs(app, 'finance', other);
  const [{ id }] = (await finance.get(SNAPSHOTS)).body.rows;
  expect((await foreign.get(`${SNAPSHOTS}/${id}`)).status).toBe(404);
  expect((await foreign.post(`${SNAPSHOTS}/${id}/release`)).status).toBe(404);
  expect((await foreign.get(current)).status).toBe(404);
  expect((await freeze(finance, { fiscalYear: 2031 })).body.code).toBe('YEAR_UNKNOWN');
  expect((await freeze(finance, { ledgerAsOf: '2027-01-01' })).body.code).toBe('SNAPSHOT_FUTURE');
  expect((await freeze(finance, { meetingId: randomUUID() })).body.code).toBe('SNAPSHOT_MEETING');
  expect((await finance.get(`${SNAPSHOTS}/${randomUUID()}`)).status).toBe(404);
  expect((await finance.get(`${SNAPSHOTS}?fiscalYear=2026'--`)).body.code).toBe('QUERY_INVALID');
});
