import { DEMAND_ENDS, DEMAND_STATES, DEMAND_STEPS, DEMAND_WORKFLOW } from '@etatlotse/domain/demand';
import type { Demand, PlanningRound } from '@etatlotse/contracts/demand';
import { SMTPServer } from 'smtp-server';
import { plantLines, plantYear } from '../../test/budget-city';
import { addContract } from '../../test/contracts';
import { DemandOffice, DEMANDS, notebooks, PHASES, ROUNDS } from '../../test/demand-office';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { MailSender } from '../inbox/mail-sender';
import { Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { RoundReminders } from './round-reminders';
import { SeededRandom } from '../demo/seeded-random';

let app: TestApp;
let city: City;
let office: DemandOffice;
let server: SMTPServer;
const mails: { to: string[]; text: string }[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', ''),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  app = await startTestApp({ env: { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_ORIGIN: 'https://etat.example' } });
  city = await createCity(app);
  office = await new DemandOffice(app, city).open();
});
afterAll(async () => {
  await app.stop();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
});

const current = async (by: HttpClient = office.finance): Promise<PlanningRound> =>
  (await by.get(`${ROUNDS}/current`)).body;

async function roundStep(
  step: string,
  words: object = {},
): Promise<{ status: number; code: string; proposals: number }> {
  const { id, version } = await current();
  const { status, body } = await office.finance.post(`${ROUNDS}/${id}/steps`, { step, version, ...words });
  return { status, code: body.code, proposals: body.proposals };
}

test('a change of state reaches the applicant as an e-mail in plain words, without amounts', async () => {
  const id = await office.draft({ title: 'Beck-Online für Juristen' });
  await office.take(id, 'submit', {}, office.head);
  await office.take(id, 'hand_back', { reason: 'Bitte die Zahl der Nutzer nennen' });
  const sent = await app.app.get(MailSender).sendDue();
  expect(sent).toBeGreaterThan(0);
  const mail = mails.find(
    ({ to, text }) => to[0] === city.people.coordinator.email && text.includes('=C3=9Cberarbeitung'),
  );
  expect(mail?.text).toMatch(/Bitte die Zahl der Nutzer nennen/);
  expect(mail?.text).toContain(`https://etat.example/demands/${id}`);
  expect(mail?.text).not.toMatch(/47\.124|€/);
  expect(await app.app.get(MailSender).sendDue()).toBe(0);
});

test('after the deadline a demand is submitted with a reason; finance reminds everybody who is late, once a day', async () => {
  const id = await office.draft();
  const { callLetter, version } = await current();
  const body = { callLetter, phases: { ...PHASES, submit: '2026-10-04' }, version };
  expect((await office.finance.put(`${ROUNDS}/${office.roundId}`, body)).status).toBe(200);
  expect((await office.step(id, 'submit', {}, office.head)).body).toMatchObject({
    code: 'DEMAND_DEADLINE',
    detail: expect.stringContaining('04.10.2026'),
  });
  expect((await current(office.head)).late).toBe(2);
  const remind = (): Promise<{ body: { told: number } }> =>
    office.finance.post(`${ROUNDS}/${office.roundId}/reminders`);
  expect([(await remind()).body.told, (await remind()).body.told]).toEqual([2, 0]);
  const late = (await office.head.get(`${ROUNDS}/${office.roundId}/late`)).body.rows;
  expect(late).toMatchObject([{ phase: 'submit', dueOn: '2026-10-04' }, { id }]);
  await office.take(id, 'submit', { reason: 'Angebot kam erst gestern' }, office.head);
  const dates = { callLetter, phases: { ...PHASES, determine: '2026-10-01' }, version: version + 1 };
  expect((await office.finance.put(`${ROUNDS}/${office.roundId}`, dates)).body.code).toBe('ROUND_PHASES');
});

test('a frozen round takes nothing new and says why; what was typed stays', async () => {
  const id = await office.draft();
  expect((await roundStep('freeze')).code).toBe('ROUND_REASON');
  expect((await roundStep('freeze', { reason: 'Die Kämmerei rechnet' })).status).toBe(200);
  const saved = await office.save(id, { ...notebooks(), title: 'Zu spät', version: 2 });
  const sent = await office.step(id, 'submit', { reason: 'bitte' }, office.head);
  expect([saved.body.code, sent.body.code]).toEqual(['ROUND_NOT_OPEN', 'ROUND_NOT_OPEN']);
  expect(await current(office.head)).toMatchObject({ state: 'frozen', stateReason: 'Die Kämmerei rechnet' });
  expect((await roundStep('thaw', { reason: 'Fertig gerechnet' })).status).toBe(200);
  expect((await office.show(id)).title).toBe('Notebooks für den Außendienst');
});

/** What a state promises, whatever way led to it. */
async function expectSound(demand: Demand): Promise<void> {
  expect(DEMAND_STATES).toContain(demand.state);
  expect(demand.owner.id).toMatch(/^[0-9a-f-]{36}$/);
  const signed = demand.reviews.filter(({ state }) => state === 'signed').length;
  if (['examined', 'deliberated', 'planned', 'adopted'].includes(demand.state)) expect(signed).toBe(4);
  if (!['draft', 'withdrawn'].includes(demand.state))
    expect([demand.submittedByName, demand.gaps]).not.toEqual([null, []]);
  if (demand.state === 'determined') expect(demand.frame).not.toBeNull();
}

test('random users with random steps reach no illegal state, lose no owner and no euro', async () => {
  const random = new SeededRandom(20_261_130);
  const pick = <One>(list: readonly One[]): One => random.pick(list);
  const visited = new Set<string>();
  const people = [
    office.finance,
    office.finance2,
    office.head,
    office.coordinator,
    await loginAs(app, 'other_head'),
    ...office.desks.values(),
  ];
  const ids = [
    await office.draft({ frame: 'CORE' }),
    await office.draft({ frame: 'SCHOOL_NET' }),
    await office.draft(),
    await office.determined(),
    await office.examined(),
  ];
  for (let turn = 0; turn < 150; turn++) {
    const [id, who] = [pick(ids), pick(people)];
    const before = await office.show(id);
    const desk = pick([...office.desks.keys()]);
    const offered = ((await office.show(id, who)).steps ?? []).map((offer) => offer.step);
    const onward = offered.filter((one) => !DEMAND_ENDS.includes(DEMAND_WORKFLOW[one].to));
    const step = random.chance(85) && onward.length > 0 ? pick(onward) : pick(DEMAND_STEPS);
    const isReview = random.chance(40);
    const words = { reason: pick(['', 'Begründung', 'Begründung']), deliberatedOn: '2026-10-05', deliberation: 'Ja' };
    const answer = isReview
      ? await office.sign(id, desk, pick([{}, {}, {}, { state: 'objected', objection: 'Nein' }, { checklist: {} }]))
      : await who.post(`${DEMANDS}/${id}/steps`, { step, version: before.version - pick([0, 0, 0, 1]), ...words });
    expect(answer.status).toBeLessThan(500);
    const after = await office.show(id);
    visited.add(after.state);
    await expectSound(after);
    expect(after.costs).toEqual(before.costs);
    if (!isReview && answer.status === 200) expect(DEMAND_WORKFLOW[step].from).toContain(before.state);
    if (answer.status >= 400) expect(after.state).toBe(before.state);
  }
  const moves = await asOwner(app, (owner) =>
    owner.query(
      `SELECT count(*)::int AS wrong FROM demand d WHERE d.state <> (SELECT e.to_state FROM demand_event e
         WHERE e.tenant_id = d.tenant_id AND e.demand_id = d.demand_id AND e.to_state IS NOT NULL
         ORDER BY e.event_id DESC LIMIT 1)`,
    ),
  );
  expect(moves.rows).toEqual([{ wrong: 0 }]);
  expect(visited.size).toBeGreaterThanOrEqual(5);
});

describe('the next round', () => {
  test('begins with what runs on: deferred demands, contracts and recurring lines, each once and with its money', async () => {
    await plantYear(app, city);
    const lines = await plantLines(app, city, [
      { number: '4S.100005', name: 'Mobilfunk der Schulen', unitId: city.units.school, movements: [] },
      { number: '4S.100006', name: 'Beck-Online', unitId: city.units.school, movements: [] },
    ]);
    await addContract(office.finance, { lineId: lines['4S.100006'], unitId: city.units.school });
    const deferred = await office.draft({ title: 'Digitale Post' });
    await office.take(deferred, 'submit', { reason: 'Nachmeldung' }, office.head);
    await office.take(deferred, 'defer', { reason: 'Im nächsten Jahr' });
    await roundStep('freeze', { reason: 'Schluss' });
    await roundStep('close', { reason: 'Beschlossen' });
    const shifted = Object.fromEntries(
      Object.entries(PHASES).map(([phase, on]) => [phase, on.replace(/^\d{4}/, (year) => String(Number(year) + 1))]),
    );
    const next = { firstYear: 2028, lastYear: 2029, callLetter: '', phases: shifted };
    expect((await office.finance.post(ROUNDS, { ...next, firstYear: 2027 })).body.code).toBe('ROUND_YEARS');
    expect((await office.finance.post(ROUNDS, { ...next, firstYear: 2027, lastYear: 2028 })).body.code).toBe(
      'ROUND_EXISTS',
    );
    expect((await office.finance.post(ROUNDS, next)).status).toBe(201);
    const opened = await roundStep('open');
    expect(opened.status).toBe(200);
    expect(opened.proposals).toBeGreaterThanOrEqual(2);
    const { rows } = (await office.head.get(DEMANDS)).body;
    expect(rows.map(({ title, source, state }: Demand) => [title, source, state])).toContainEqual([
      'Digitale Post',
      'last_round',
      'draft',
    ]);
    const contract = rows.find(({ source }: Demand) => source === 'contract');
    const { costs, items } = await office.show(contract.id, office.head);
    expect(items.length).toBeGreaterThan(0);
    const kept = await asOwner(app, (owner) =>
      owner.query(
        `SELECT fiscal_year::int, cost_cents::int FROM contract_year WHERE fiscal_year BETWEEN 2028 AND 2032 ORDER BY 1`,
      ),
    );
    const byYear = new Map(costs.map(({ fiscalYear, grossCents }) => [fiscalYear, grossCents]));
    expect(kept.rows.map((year) => byYear.get(year.fiscal_year))).toEqual(kept.rows.map((year) => year.cost_cents));
  });

  test('T13 a two-year budget has two plan years apart, and shows 2027 to 2032 (T12)', async () => {
    expect((await current()).years).toEqual([2027, 2028, 2029, 2030, 2031, 2032]);
  });

  test('last year’s demand can be copied: years move, ids are new, nothing of its fate comes along', async () => {
    const old = (await office.head.get(`${DEMANDS}?roundId=${office.roundId}&state=deferred`)).body.rows.at(-1);
    const { id: roundId } = await current();
    const { body } = await office.coordinator.post(`${DEMANDS}/${old.id}/copies`, { roundId });
    const [before, copy] = [await office.show(old.id), await office.show(body.id)];
    expect(copy).toMatchObject({
      source: 'copy',
      sourceId: old.id,
      state: 'draft',
      earliestStartYear: 2028,
      links: [],
    });
    expect(copy.items.map(({ fromYear, toYear }) => [fromYear, toYear])).toEqual([
      [2028, null],
      [2028, null],
    ]);
    expect(copy.items.some(({ id }) => before.items.some((item) => item.id === id))).toBe(false);
  });

  test('T26 a ceiling can be set and be unknown again', async () => {
    const { id, version } = await current();
    const set = (ceilingCents: number | null, at: number): Promise<{ status: number }> =>
      office.finance.put(`${ROUNDS}/${id}/ceilings`, {
        ceilings: [{ frame: 'FEES', fiscalYear: 2028, ceilingCents }],
        version: at,
      });
    const fees = async (): Promise<unknown> =>
      (await current()).frames.find(({ frame, fiscalYear }) => frame === 'FEES' && fiscalYear === 2028)?.ceilingCents;
    expect([(await set(0, version)).status, await fees()]).toEqual([200, 0]);
    expect([(await set(null, version + 1)).status, await fees()]).toEqual([200, null]);
  });
});

test('the catalogue: finance adds and changes, coordinators read', async () => {
  const face = {
    name: 'Notebook 14 Zoll',
    kind: 'device',
    rhythm: 'one_off',
    unit: 'Stück',
    unitPriceCents: 99_000,
    basis: 'net',
    vatBasisPoints: 1900,
    source: 'Rahmenvertrag (Demo)',
  };
  const { body } = await office.finance.post('/api/v1/standard-items', face);
  const changed = { ...face, unitPriceCents: 101_000, isArchived: false, version: 1 };
  expect((await office.finance.put(`/api/v1/standard-items/${body.id}`, changed)).status).toBe(200);
  expect((await office.finance.put(`/api/v1/standard-items/${body.id}`, changed)).body.code).toBe('VERSION_STALE');
  expect((await office.coordinator.get('/api/v1/standard-items?q=notebook')).body.rows).toMatchObject([
    { name: 'Notebook 14 Zoll', unitPriceCents: 101_000, asOf: '2026-10-05' },
  ]);
  expect((await office.coordinator.post('/api/v1/standard-items', face)).status).toBe(403);
});

test('the night reminds once for each person and deadline, also after a restart; a moved deadline is a new one', async () => {
  await asOwner(app, async (owner) => {
    await owner.query(`UPDATE planning_round SET state = 'closed' WHERE round_id <> $1`, [office.roundId]);
    await owner.query(`UPDATE demand SET state = 'withdrawn' WHERE state NOT IN ('adopted', 'deferred', 'rejected')`);
    await owner.query(`UPDATE planning_round SET state = 'open', submit_by = '2026-10-12' WHERE round_id = $1`, [
      office.roundId,
    ]);
    await owner.query(`UPDATE inbox_message SET mail_state = 'none'`);
  });
  await office.draft();
  mails.length = 0;
  const reminders = app.app.get(RoundReminders);
  const mailed = async (): Promise<string[][]> => {
    await app.app.get(MailSender).sendDue();
    return mails
      .splice(0)
      .map(({ to, text }) => [to[0] ?? '', /Planungsrunde 2027: 1 Bedarf (ist|war) bis/.exec(text)?.[1] ?? text]);
  };
  const told = [city.people.department_head.email, city.people.coordinator.email];
  // Two processes wake up in the same night, and a third one starts again the next morning.
  const restarted = new RoundReminders(app.app.get(Transactions), app.app.get(RegularWork));
  const counts = await Promise.all([reminders.remindAll(), restarted.remindAll()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(await restarted.remindAll()).toBe(0);
  expect((await mailed()).sort()).toEqual(told.map((to) => [to, 'ist']).sort());
  await asOwner(app, (owner) =>
    owner.query(`UPDATE planning_round SET submit_by = '2026-10-02' WHERE round_id = $1`, [office.roundId]),
  );
  expect([await reminders.remindAll(), await restarted.remindAll()]).toEqual([2, 0]);
  expect((await mailed()).sort()).toEqual(told.map((to) => [to, 'war']).sort());
  const { rows } = (await office.coordinator.get('/api/v1/inbox?limit=2')).body;
  expect(rows.map(({ kind, params }: { kind: string; params: object }) => [kind, params])).toMatchObject([
    ['round.late', { phase: 'submit', count: 1, dueOn: '2026-10-02' }],
    ['round.near', { phase: 'submit', count: 1, dueOn: '2026-10-12' }],
  ]);
});
