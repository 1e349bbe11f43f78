import type { HttpClient } from '../../test/http-client';
import { createCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';
import { DuePlans } from './due-plans';

const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let finance: HttpClient;
let finance2: HttpClient;
let line: string | undefined;
let plan: string;
let supplement: string;

beforeAll(async () => {
  app = await startTestApp();
  const city = await createCity(app);
  await moveTo('2026-10-05');
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  [line] = await plantLines(app, city, [{ number: '1.01', frame: null }]);
  plan = await published('Haushalt 2027', 350_000_000, '2026-12-18');
  // The server was off on the first of January: recorded two days late, in force since the first.
  await moveTo('2027-01-03');
  expect(await app.app.get(DuePlans).activateAll()).toEqual([plan]);
  await moveTo('2027-05-03');
  supplement = await published('Nachtrag 2027', 370_000_000, '2027-06-30', {
    kind: 'supplementary',
    copyFromId: plan,
  });
  await moveTo('2027-07-01');
  expect(await app.app.get(DuePlans).activateAll()).toEqual([supplement]);
});
afterAll(() => app.stop());

async function moveTo(day: string): Promise<void> {
  app.clock.set(new Date(`${day}T08:00:00+02:00`));
  [finance, finance2] = await Promise.all([loginAs(app, 'finance'), loginAs(app, 'finance2')]);
}

/** From the draft to the end of its display. */
async function published(
  name: string,
  amountCents: number,
  displayEndsOn: string,
  extra: object = {},
): Promise<string> {
  const draft = { name, kind: 'budget', firstYear: 2027, isTwoYears: false, ...extra };
  const { id } = (await finance.post(PLANS, draft)).body;
  await finance.put(`${PLANS}/${id}/amounts`, { lineIds: [line], fiscalYears: [2027], amountCents: [amountCents] });
  const version = async (): Promise<number> => (await finance.get(`${PLANS}/${id}`)).body.version;
  await finance.post(`${PLANS}/${id}/steps`, { step: 'introduce', version: await version() });
  const decidedOn = app.clock.today();
  const adoption = { version: await version(), decidedOn, decisionDocument: '26-31007' };
  const asked = await finance.post(`${PLANS}/${id}/adoption`, adoption);
  await finance2.post(`/api/v1/approvals/${asked.body.approvalId}/decision`, { decision: 'approve', version: 1 });
  await finance.post(`${PLANS}/${id}/steps`, { step: 'submit', version: await version(), submittedOn: decidedOn });
  const done = await finance.post(`${PLANS}/${id}/steps`, { step: 'publish', version: await version(), displayEndsOn });
  expect(done.body.state).toBe('published');
  return id;
}

describe('Business clock: which plan held on a day', () => {
  test.each<[string, string[]]>([
    ['2026-12-31', []],
    ['2027-01-01', ['Haushalt 2027']],
    ['2027-06-30', ['Haushalt 2027']],
    ['2027-07-01', ['Nachtrag 2027']],
    ['2030-01-01', ['Nachtrag 2027']],
  ])('on %s: %j', async (day, names) => {
    const { body } = await finance.get(`${PLANS}?inForceOn=${day}&fiscalYear=2027`);
    expect(body.rows.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});

describe('Recorded clock: what was known of the plan on a day', () => {
  test.each<[string, string, number]>([
    ['2026-10-05', 'published', 350_000_000],
    ['2027-01-02', 'published', 350_000_000],
    ['2027-01-03', 'in_force', 350_000_000],
    ['2027-07-01', 'superseded', 350_000_000],
  ])('the budget at the end of %s was %s', async (day, state, amountCents) => {
    const { body } = await finance.get(`${PLANS}/${plan}/as-of?day=${day}`);
    expect([body.state, body.totals[0].amountCents]).toEqual([state, amountCents]);
  });

  test('the supplementary budget was not known before it was made, though it changes the same year', async () => {
    const { body } = await finance.get(`${PLANS}/${supplement}/as-of?day=2027-05-02`);
    expect([body.isKnown, body.state, body.totals]).toEqual([false, null, []]);
  });
});
