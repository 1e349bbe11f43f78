import type { ApprovalAction } from '@etatlotse/contracts/approval/plain';
import { ok, refuse } from '@etatlotse/domain/shared';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import type { Answer, HttpClient } from '../../test/http-client';
import { startTestApp, type TestApp } from '../../test/test-app';
import { Transactions } from '../platform/database/transactions';
import { type ApprovalSubject, Approvals } from '.';

/** An action of this test alone, so that the seam is tested without any feature. */
const PUBLISH = 'note.publish' as ApprovalAction;

let app: TestApp;
let city: City;
let finance: HttpClient;
let finance2: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  [finance, finance2] = [await loginAs(app, 'finance'), await loginAs(app, 'finance2')];
  const approvals = app.app.get(Approvals);
  approvals.register(PUBLISH, {
    deciders: ['year.close'],
    execute: async (tx, { subjectId, request }) => {
      await tx.query(
        `INSERT INTO note (tenant_id, note_id, subject_type, subject_id, text, created_by, created_at)
         VALUES ($1, $2, 'movement', $3, $4, $5, $6)`,
        [tx.tenantId, tx.nextId(), subjectId, request['text'], tx.personId, tx.now],
      );
      if (request['text'] === 'kaputt') throw new Error('The plug was pulled.');
      return request['text'] === 'verboten' ? refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: 2026 } }) : ok({});
    },
    dismissed: async (tx, { subjectId }) => {
      await tx.query(
        `INSERT INTO note (tenant_id, note_id, subject_type, subject_id, text, created_by, created_at)
         VALUES ($1, $2, 'movement', $3, 'verworfen', $4, $5)`,
        [tx.tenantId, tx.nextId(), subjectId, tx.personId, tx.now],
      );
    },
  });
});
afterAll(() => app.stop());

let subject = 0;
/** A feature asks, as finance of the city. */
async function ask(text: string, changes: Partial<ApprovalSubject> = {}): Promise<string> {
  const outcome = await app.app.get(Transactions).run(actorOf('finance'), (tx) =>
    app.app.get(Approvals).request(tx, {
      action: PUBLISH,
      subjectType: 'note',
      subjectId: `01a10a8a-53c0-7000-8000-${String(++subject).padStart(12, '0')}`,
      request: { text },
      reason: 'Muss sein',
      ...changes,
    }),
  );
  return outcome.ok ? outcome.value.approvalId : outcome.refusal.code;
}

function actorOf(who: 'finance' | 'finance2'): Parameters<Transactions['run']>[0] {
  const { id: personId, email, displayName } = city.people[who];
  return { tenantId: city.tenantId, actor: { tenantId: city.tenantId, personId, email, displayName, roles: [] } };
}

const decide = (client: HttpClient, id: string, decision = 'approve', version = 1): Promise<Answer> =>
  client.post(`/api/v1/approvals/${id}/decision`, { decision, version, note: 'geprüft' });

const notes = (text: string): Promise<number> =>
  asOwner(app, async (owner) =>
    Number((await owner.query(`SELECT count(*) AS n FROM note WHERE text = $1`, [text])).rows[0].n),
  );

const stateOf = async (id: string): Promise<string> => (await finance.get(`/api/v1/approvals/${id}`)).body.state;

test('what a second person approves happens with the decision', async () => {
  const id = await ask('freigegeben');
  expect(await notes('freigegeben')).toBe(0);
  expect((await decide(finance, id)).body.code).toBe('FOUR_EYES');
  expect((await decide(finance2, id)).body).toEqual({ id, version: 2, state: 'approved' });
  expect(await notes('freigegeben')).toBe(1);
  expect((await finance.get(`/api/v1/approvals/${id}`)).body).toMatchObject({
    state: 'approved',
    decisionNote: 'geprüft',
    requestedBy: { displayName: 'Test finance' },
    decidedBy: { displayName: 'Test finance2' },
    mayDecide: false,
  });
});

test('a refusal or a fault while it is carried out leaves the request waiting and nothing behind', async () => {
  const [refused, broken] = [await ask('verboten'), await ask('kaputt')];
  expect((await decide(finance2, refused)).body).toMatchObject({ code: 'YEAR_CLOSED', fiscalYear: 2026 });
  expect((await decide(finance2, broken)).status).toBe(500);
  expect([await stateOf(refused), await stateOf(broken)]).toEqual(['pending', 'pending']);
  expect([await notes('verboten'), await notes('kaputt')]).toEqual([0, 0]);
});

test('rejected and withdrawn requests are tidied up and decided once', async () => {
  const [rejected, withdrawn] = [await ask('a'), await ask('b')];
  expect((await decide(finance2, rejected, 'reject')).body.state).toBe('rejected');
  expect((await finance2.post(`/api/v1/approvals/${withdrawn}/withdrawal`)).body.code).toBe('FORBIDDEN');
  expect((await finance.post(`/api/v1/approvals/${withdrawn}/withdrawal`)).body.state).toBe('withdrawn');
  expect((await decide(finance2, withdrawn)).body.code).toBe('APPROVAL_DECIDED');
  expect(await notes('verworfen')).toBe(2);
});

test('twenty decisions in the same moment carry it out once', async () => {
  const id = await ask('einmal');
  const answers = await Promise.all(Array.from({ length: 20 }, () => decide(finance2, id)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'APPROVAL_DECIDED')).toHaveLength(19);
  expect(await notes('einmal')).toBe(1);
});

test('a request that was looked at in another version is not approved', async () => {
  expect((await decide(finance2, await ask('alt'), 'approve', 2)).body.code).toBe('VERSION_STALE');
});

test('the same thing is asked for once at a time, also by two in the same moment', async () => {
  const same = { subjectId: '01a10a8a-53c0-7000-8000-00000000beef' };
  const asked = await Promise.all([ask('doppelt', same), ask('doppelt', same), ask('doppelt', same)]);
  expect(asked.filter((code) => code === 'APPROVAL_PENDING')).toHaveLength(2);
});

test('without the permission of the action nobody decides; another city knows nothing of it', async () => {
  const id = await ask('fremd');
  expect((await decide(await loginAs(app, 'admin'), id)).body.code).toBe('FORBIDDEN');
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await decide(neighbour, id)).body.code).toBe('NOT_FOUND');
  expect((await neighbour.get('/api/v1/approvals')).body.rows).toEqual([]);
});

test('the database itself refuses that one person asks and decides', async () => {
  const id = await ask('allein');
  const alone = app.app
    .get(Transactions)
    .run(actorOf('finance'), (tx) =>
      tx.query(
        `UPDATE approval SET state = 'approved', decided_by = requested_by WHERE tenant_id = $1 AND approval_id = $2`,
        [tx.tenantId, id],
      ),
    );
  await expect(alone).rejects.toMatchObject({ constraint: 'approval_by_a_second_person' });
});

test('the list pages from the newest to the oldest', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer = await finance.get(`/api/v1/approvals?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.body.rows.map(({ id }: { id: string }) => id));
    cursor = page.body.nextCursor;
  } while (cursor !== null);
  const pending = await asOwner(
    app,
    async (owner) =>
      (
        await owner.query(`SELECT approval_id FROM approval WHERE tenant_id = $1 AND state = 'pending'`, [
          city.tenantId,
        ])
      ).rows,
  );
  expect([...seen].sort()).toEqual(pending.map(({ approval_id }) => approval_id).sort());
});
