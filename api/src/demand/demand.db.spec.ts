import { randomUUID } from 'node:crypto';
import { REVIEWER_DESKS } from '@etatlotse/domain/access';
import type { Demand, DemandBoard, PlanningRound } from '@etatlotse/contracts/demand';
import { badFiles } from '../../test/bad-inputs/bad-file';
import { badInputFile } from '../../test/bad-inputs/bad-input-case';
import { rowCounts } from '../../test/bad-inputs/stage';
import { describeWith } from '../../test/import-files';
import { openYear, setCeiling } from '../../test/ledger-builder';
import { DemandOffice, DEMANDS, notebooks, PHASES, ROUNDS } from '../../test/demand-office';
import type { HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let office: DemandOffice;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await setCeiling(app, city, 'CORE', 2026, 350_000_000);
  await setCeiling(app, city, 'SCHOOL_NET', 2026, 150_000_000);
  office = await new DemandOffice(app, city).open();
});
afterAll(() => app.stop());

const file = (name: string, content: string | Buffer): RequestInit => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return { method: 'POST', body: form, headers: { 'idempotency-key': randomUUID() } };
};

test('T12 T26 the round of 2027 shows 2026 to 2030; CORE and SCHOOL_NET have their ceilings, FEES is unknown', async () => {
  const round: PlanningRound = (await office.head.get(`${ROUNDS}/current`)).body;
  expect(round).toMatchObject({
    state: 'open',
    phase: 'submit',
    years: [2026, 2027, 2028, 2029, 2030],
    mayWrite: false,
  });
  const ceiling = (frame: string): unknown[] =>
    round.frames.filter((one) => one.frame === frame).map(({ ceilingCents }) => ceilingCents);
  expect([ceiling('CORE'), ceiling('SCHOOL_NET'), ceiling('FEES')]).toEqual([
    Array(5).fill(350_000_000),
    Array(5).fill(150_000_000),
    Array(5).fill(null),
  ]);
});

describe('the way of a demand', () => {
  let id = '';

  test('a coordinator drafts in plain words and cannot submit; the head submits with one click, once', async () => {
    id = await office.draft();
    expect(await office.show(id, office.coordinator)).toMatchObject({
      state: 'draft',
      gaps: [],
      steps: [{ step: 'discard' }],
      mayEdit: true,
      waitsFor: 'submit',
    });
    const refused = await office.step(id, 'submit', {}, office.coordinator);
    expect([refused.status, refused.body.code]).toEqual([403, 'DEMAND_STEP_FORBIDDEN']);
    const { version } = await office.show(id);
    const twice = await Promise.all(
      [0, 1].map(() => office.head.post(`${DEMANDS}/${id}/steps`, { step: 'submit', version })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await office.show(id)).toMatchObject({ state: 'submitted', submittedByName: 'Test department_head' });
  });

  test('T19 T13 40 notebooks at 990.00 net burden 2027 with 47,124.00, and only the maintenance goes on', async () => {
    const { costs } = await office.show(id, office.head);
    expect(costs.map(({ fiscalYear, grossCents }) => [fiscalYear, grossCents])).toEqual([
      [2026, 0],
      [2027, 4_712_400 + 40_000],
      [2028, 40_000],
      [2029, 40_000],
      [2030, 40_000],
    ]);
  });

  test('finance takes it in once a frame is named; the four desks get their sheets with a due date', async () => {
    const refused = await office.step(id, 'determine');
    expect([refused.status, refused.body.code]).toEqual([409, 'DEMAND_FRAME']);
    const { version } = await office.show(id);
    expect((await office.finance.put(`${DEMANDS}/${id}/frame`, { frame: 'CORE', version })).status).toBe(200);
    await office.take(id, 'determine');
    const { reviews } = await office.show(id);
    expect(reviews.map(({ desk, state, dueOn }) => [desk, state, dueOn])).toEqual(
      REVIEWER_DESKS.map((desk) => [desk, 'open', PHASES.examine]),
    );
    const queue = (await office.desks.get('it_security')?.get(`${DEMANDS}/queue`))?.body;
    expect(queue.rows).toMatchObject([{ demandId: id, desk: 'it_security', state: 'open', isLate: false }]);
  });

  test('“geprüft” is impossible while one desk is missing, also for finance', async () => {
    expect((await office.step(id, 'examine')).body.code).toBe('DEMAND_DESKS');
    for (const desk of REVIEWER_DESKS.slice(0, 3)) expect((await office.sign(id, desk)).status).toBe(200);
    expect((await office.show(id)).state).toBe('determined');
    expect((await office.step(id, 'deliberate', { deliberatedOn: '2026-10-05', deliberation: 'Ja' })).body.code).toBe(
      'DEMAND_STEP',
    );
  });

  test('a desk signs with its whole list only, objects with a reason only, and an objection blocks until it is lifted', async () => {
    expect((await office.sign(id, 'it_security', { checklist: {} })).body).toMatchObject({
      code: 'REVIEW_CHECKS_OPEN',
      count: 4,
    });
    expect((await office.sign(id, 'it_security', { state: 'objected' })).body.code).toBe('REVIEW_OBJECTION');
    const objection = { state: 'objected', objection: 'Schutzbedarf fehlt' };
    expect((await office.sign(id, 'it_security', objection)).status).toBe(200);
    expect(await office.show(id)).toMatchObject({ state: 'determined' });
    const foreign = await office.desks.get('organisation')?.put(`${DEMANDS}/${id}/reviews/it_security`, {
      state: 'signed',
      checklist: {},
      conditions: '',
      objection: '',
      version: 2,
    });
    expect(foreign?.status).toBe(404);
    expect((await office.sign(id, 'it_security', { conditions: 'Festplatten verschlüsseln' })).body.state).toBe(
      'examined',
    );
  });

  test('the desks see each other’s answers and remarks; the applicant reads what became of the demand', async () => {
    const organisation = office.desks.get('organisation') as HttpClient;
    await organisation.post(`${DEMANDS}/${id}/remarks`, { text: 'Ausgabe über den Service Desk' });
    const seen = await office.show(id, office.desks.get('data_protection'));
    expect(seen.remarks).toMatchObject([{ desk: 'organisation', text: 'Ausgabe über den Service Desk' }]);
    expect(seen.reviews.find(({ desk }) => desk === 'it_security')).toMatchObject({
      state: 'signed',
      conditions: 'Festplatten verschlüsseln',
    });
    const { rows } = (await office.coordinator.get('/api/v1/inbox')).body;
    const kinds = rows.map(({ kind, params }: { kind: string; params: { step?: string } }) => params.step ?? kind);
    expect(kinds).toEqual([
      'demand.remark',
      'examine',
      'demand.signed',
      'demand.objected',
      'demand.signed',
      'demand.signed',
      'demand.signed',
      'determine',
      'submit',
      'round.open',
    ]);
  });

  test('deliberated with day and result; planned only with cover and staff: here nobody knows the staff', async () => {
    expect((await office.step(id, 'deliberate', { deliberatedOn: '2027-01-01', deliberation: 'Ja' })).body.code).toBe(
      'DEMAND_DELIBERATION',
    );
    await office.take(id, 'deliberate', { deliberatedOn: '2026-10-05', deliberation: 'Empfohlen' });
    const planned = await office.step(id, 'plan');
    expect(planned.body).toMatchObject({
      code: 'DEMAND_COVER_UNKNOWN',
      shortages: [{ kind: 'staff_unknown', fiscalYear: 2027 }],
    });
    const { rows } = (await office.head.get(`${DEMANDS}/${id}/events`)).body;
    expect(rows.at(0)).toMatchObject({ kind: 'deliberate', fromState: 'examined', toState: 'deliberated' });
    expect(rows.at(-1)).toMatchObject({ kind: 'created', byName: 'Test coordinator' });
  });

  test('handed back with a reason it is a draft again, and every desk signs anew', async () => {
    expect((await office.step(id, 'hand_back')).body.code).toBe('DEMAND_REASON');
    await office.take(id, 'hand_back', { reason: 'Bitte die Zahl der Geräte prüfen' });
    const waiting = (await office.coordinator.get(`${DEMANDS}/waiting`)).body.rows;
    expect(waiting).toMatchObject([{ handedBack: 'Bitte die Zahl der Geräte prüfen', step: 'submit' }]);
    await office.take(id, 'submit', {}, office.head);
    await office.take(id, 'determine');
    expect((await office.show(id)).reviews.every(({ state }) => state === 'open')).toBe(true);
    // Inbox and list of a desk name the same day: that of the desk, which may be earlier than that of the phase.
    const sooner = `UPDATE demand_review SET due_on = '2026-09-01' WHERE demand_id = $1 AND desk = 'it_security' AND NOT is_void`;
    await asOwner(app, (owner) => owner.query(sooner, [id]));
    const [asked] = (await office.desks.get('it_security')?.get(`${DEMANDS}/waiting`))?.body.rows ?? [];
    expect(asked).toMatchObject({ step: 'examine', demand: { dueOn: '2026-09-01', isLate: true } });
  });
});

describe('typing loses nothing', () => {
  test('the second save of two people is refused, keeps the first, and both can be read', async () => {
    const id = await office.draft();
    const first = await office.save(id, { ...notebooks(), title: 'Von der Leitung', version: 2 }, office.head);
    const second = await office.save(id, { ...notebooks(), title: 'Von der Koordination', version: 2 });
    expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'VERSION_STALE']);
    expect(await office.show(id)).toMatchObject({
      title: 'Von der Leitung',
      version: 3,
      changedByName: 'Test department_head',
    });
  });

  test('a save whose answer got lost may be repeated: the same content is no conflict', async () => {
    const id = await office.draft();
    const content = { ...notebooks(), title: 'Einmal', version: 2 };
    const [first, again] = [await office.save(id, content), await office.save(id, content)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
  });

  test('what is submitted is no longer changed in passing', async () => {
    const id = await office.determined();
    const { version } = await office.show(id);
    expect((await office.save(id, { ...notebooks(), version })).body.code).toBe('DEMAND_LOCKED');
  });

  test.each<[string, () => object, string]>([
    ['a year outside the window', () => ({ earliestStartYear: 2031 }), 'DEMAND_YEAR_OUTSIDE'],
    [
      'an item that ends before it begins',
      () => ({ items: [item({ rhythm: 'recurring', toYear: 2026 })] }),
      'DEMAND_ITEM_YEARS',
    ],
    [
      'an item beyond every line',
      () => ({ items: [item({ quantity: 1_000_000, unitPriceCents: 999_999_999 })] }),
      'DEMAND_ITEM_AMOUNT',
    ],
    [
      'a demand that does not exist',
      () => ({ dependencies: [{ toId: randomUUID(), kind: 'needs' }] }),
      'DEMAND_LINK_UNKNOWN',
    ],
    ['a fraction of a cent', () => ({ items: [item({ unitPriceCents: 0.5 })] }), 'AMOUNT_FORMAT'],
    ['a day that is none', () => ({ reasonDeadline: '2027-02-29' }), 'DATE_INVALID'],
    ['a DS number that is none', () => ({ papers: ['<script>'] }), 'LIST_INVALID'],
    ['a text that turns around', () => ({ title: 'abc\u202Edef' }), 'TEXT_BIDI_CONTROL'],
  ])('%s is refused and nothing is stored', async (_case, change, code) => {
    const id = await office.draft();
    const answer = await office.save(id, { ...notebooks(), ...change(), version: 2 });
    expect(answer.body.code).toBe(code);
    expect(await office.show(id)).toMatchObject({ version: 2, title: 'Notebooks für den Außendienst' });
  });

  const item = (changes: object): object => ({
    ...(notebooks()['items'] as object[])[0],
    id: randomUUID(),
    ...changes,
  });

  test('items of another demand cannot be taken over by their ids', async () => {
    const [one, other] = [await office.draft(), await office.draft()];
    const { items } = await office.show(one);
    const answer = await office.save(other, { ...notebooks(), items, version: 2 });
    expect(answer.body.code).toBe('DEMAND_ITEM_TWICE');
  });
});

describe('who sees and decides what', () => {
  test('another department and another city do not know the demand; a desk knows it once it has to examine it', async () => {
    const id = await office.draft();
    const strangers = [
      await loginAs(app, 'other_head'),
      await loginAs(app, 'reviewer'),
      await loginAs(app, 'finance', await createOtherCity(app)),
    ];
    for (const stranger of strangers) {
      expect((await stranger.get(`${DEMANDS}/${id}`)).status).toBe(404);
      expect((await stranger.post(`${DEMANDS}/${id}/steps`, { step: 'withdraw', version: 2 })).status).toBe(404);
    }
    const submitted = await office.determined();
    expect((await strangers[1]?.get(`${DEMANDS}/${submitted}`))?.status).toBe(200);
    expect((await (await loginAs(app, 'committee')).get(`${DEMANDS}/${id}`)).status).toBe(403);
  });

  test('sums of the round are the same for two viewers; the board says what one may not open', async () => {
    const otherHead = await loginAs(app, 'other_head');
    const [mine, theirs] = [office.finance, otherHead].map(
      async (who) => (await who.get(`${ROUNDS}/current`)).body,
    ) as [Promise<PlanningRound>, Promise<PlanningRound>];
    const [whole, part] = [await mine, await theirs];
    expect(part.frames).toEqual(whole.frames);
    expect(part.counts).toEqual(whole.counts);
    expect([whole.hidden, part.hidden > 0]).toEqual([0, true]);
    const [all, some]: DemandBoard[] = [
      (await office.finance.get(`${DEMANDS}/board`)).body,
      (await otherHead.get(`${DEMANDS}/board`)).body,
    ] as [DemandBoard, DemandBoard];
    const sum = (board: DemandBoard | undefined): number =>
      (board?.columns ?? []).reduce((total, { planCents }) => total + planCents, board?.hiddenPlanCents ?? 0);
    expect(sum(some)).toBe(sum(all));
  });

  test('nobody decides on a demand that they answer for', async () => {
    const id = await office.draft();
    await office.take(id, 'submit', {}, office.head);
    await asOwner(app, (owner) =>
      owner.query(`UPDATE demand SET owner_id = $2 WHERE demand_id = $1`, [id, city.people.finance.id]),
    );
    expect((await office.step(id, 'reject', { reason: 'Nein' })).body.code).toBe('DEMAND_OWN');
    expect((await office.show(id)).steps).toEqual([]);
    await office.take(id, 'reject', { reason: 'Nicht in diesem Jahr' }, office.finance2);
  });
});

describe('attachments', () => {
  test('a PDF is kept by its hash and leaves as an attachment; the same file twice and a disguised one are refused', async () => {
    const id = await office.draft();
    const added = await office.coordinator.send(
      `${DEMANDS}/${id}/attachments`,
      file('Angebot.pdf', '%PDF-1.7 Angebot'),
    );
    expect(added.status).toBe(201);
    const again = await office.coordinator.send(`${DEMANDS}/${id}/attachments`, file('Kopie.pdf', '%PDF-1.7 Angebot'));
    const fake = await office.coordinator.send(`${DEMANDS}/${id}/attachments`, file('Angebot.pdf', '<html>'));
    expect([again.body.code, fake.body.code]).toEqual(['ATTACHMENT_TWICE', 'DOCUMENT_TYPE']);
    const { attachments }: Demand = await office.show(id);
    expect(attachments).toMatchObject([{ fileName: 'Angebot.pdf', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const path = `${DEMANDS}/${id}/attachments/${added.body.id}`;
    const got = await office.finance.get(path);
    expect([got.status, got.headers.get('content-disposition')?.startsWith('attachment;')]).toEqual([200, true]);
    expect((await office.coordinator.delete(path)).status).toBe(200);
    expect((await office.finance.get(path)).status).toBe(404);
  });

  describeWith(badInputFile, 'of the list of bad inputs', () => {
    const counts = (): Promise<object> => asOwner(app, (owner) => rowCounts({ owner }));
    let id = '';
    beforeAll(async () => (id = await office.draft()));

    test.each(badFiles().map((item) => [item.id, item.name, item] as const))('%s %s', async (itemId, _name, item) => {
      const [before, content] = [await counts(), item.content()];
      const path = `${DEMANDS}/${id}/attachments`;
      const added = await office.coordinator.send(path, file(item.fileName, content));
      const code = NO_ATTACHMENT[itemId];
      expect([added.status, added.body.code]).toEqual(code === undefined ? [201, undefined] : [422, code]);
      if (code !== undefined) {
        expect(added.body).toMatchObject({ title: expect.any(String), detail: expect.stringMatching(/\.$/) });
        expect(await counts()).toEqual(before);
        return;
      }
      // A file is kept for people and never read by the program: it leaves byte for byte, and no browser shows it as a page.
      const { headers } = office.finance;
      const got = await fetch(`${app.url}${path}/${added.body.id}`, { headers });
      expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
      expect((await office.coordinator.delete(`${path}/${added.body.id}`)).status).toBe(200);
    });
  });
});

/** Not what its name says, or no name that a file may have. */
const NO_ATTACHMENT: Readonly<Record<string, string>> = {
  'csv-05': 'DOCUMENT_TYPE',
  'csv-19': 'DOCUMENT_TYPE',
  'files-06': 'DOCUMENT_TYPE',
  'files-08': 'DOCUMENT_TYPE',
  'files-10': 'DOCUMENT_TYPE',
  'files-12': 'DOCUMENT_TYPE',
  'files-14': 'FILE_NAME',
  'files-16': 'FILE_NAME',
};
