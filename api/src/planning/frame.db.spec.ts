import type { FramesOfYear } from '@etatlotse/contracts/planning/plain';
import type { HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { plantLines } from '../../test/plan-lines';
import { startTestApp, type TestApp } from '../../test/test-app';

const FRAMES = '/api/v1/planning/frames';
const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let home: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  home = await createCity(app);
  finance = await loginAs(app, 'finance');
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
});
afterAll(() => app.stop());

const set = (frame: string, ceilingCents: number | null, version: number) =>
  finance.put(`${FRAMES}/${frame}/2027`, {
    ceilingCents,
    version,
    reason: 'Eckwertebeschluss',
    source: 'Vorlage 26-31007',
  });

async function frames(planVersionId?: string): Promise<FramesOfYear> {
  const query = planVersionId === undefined ? '' : `&planVersionId=${planVersionId}`;
  return (await finance.get(`${FRAMES}?fiscalYear=2027${query}`)).body[0];
}

test('T26 before anybody has set anything every frame is unknown, and no sum pretends otherwise', async () => {
  const year = await frames();
  expect(year.frames.map(({ frame, ceilingCents, version }) => [frame, ceilingCents, version])).toEqual([
    ['CORE', null, 0],
    ['SCHOOL_NET', null, 0],
    ['FEES', null, 0],
  ]);
  expect(year.totals).toMatchObject({
    knownCeilingCents: null,
    unknownFrames: ['CORE', 'SCHOOL_NET', 'FEES'],
    undistributedCents: null,
  });
});

test('T26 core 3.5 and school net 1.5 million make "5 million + unknown"; fees of 0 would be another statement', async () => {
  expect((await set('CORE', 350_000_000, 0)).body).toEqual({ version: 1 });
  await set('SCHOOL_NET', 150_000_000, 0);
  expect((await frames()).totals).toMatchObject({ knownCeilingCents: 500_000_000, unknownFrames: ['FEES'] });
  await set('FEES', 0, 0);
  expect((await frames()).totals).toMatchObject({ knownCeilingCents: 500_000_000, unknownFrames: [] });
  await set('FEES', null, 1);
  expect((await frames()).totals.unknownFrames).toEqual(['FEES']);
});

test('Two people set the same frame: the second is told to look again, and the history names both changes', async () => {
  expect((await set('CORE', 360_000_000, 1)).status).toBe(200);
  const late = await set('CORE', 370_000_000, 1);
  expect([late.status, late.body.code]).toEqual([409, 'VERSION_STALE']);
  const { body } = await finance.get(`${FRAMES}/CORE/2027/history`);
  expect(body).toEqual([
    expect.objectContaining({
      version: 2,
      ceilingCents: 360_000_000,
      source: 'Vorlage 26-31007',
      changedBy: 'Test finance',
    }),
    expect.objectContaining({ version: 1, ceilingCents: 350_000_000, reason: 'Eckwertebeschluss' }),
  ]);
});

test('What is planned stands against the ceiling, operation and investment apart, revenue left out', async () => {
  const [licences, servers, refunds] = await plantLines(app, home, [
    { number: '1.100' },
    { number: '1.200', account: '783125', direction: 'payment', sphere: 'investing' },
    { number: '1.300', account: '348000', direction: 'revenue' },
  ]);
  const plan = await finance.post(PLANS, { name: 'Entwurf 2027', kind: 'budget', firstYear: 2027, isTwoYears: false });
  const batch = await finance.put(`${PLANS}/${plan.body.id}/amounts`, {
    lineIds: [licences, servers, refunds],
    fiscalYears: [2027, 2027, 2027],
    amountCents: [200_000_000, 170_000_000, 5_000_000],
  });
  expect(batch.body).toMatchObject({
    changedCells: 3,
    frames: [{ frame: 'CORE', fiscalYear: 2027, undistributedCents: -10_000_000 }],
  });
  expect((await frames(plan.body.id)).frames[0]).toMatchObject({
    lines: 2,
    operatingCents: 200_000_000,
    investingCents: 170_000_000,
    plannedCents: 370_000_000,
    undistributedCents: -10_000_000,
  });
  expect((await frames()).frames[0]).toMatchObject({ plannedCents: 0, undistributedCents: 360_000_000 });
});

test('Planning in a frame without a known ceiling needs a reason, once for the version', async () => {
  const [lines] = await plantLines(app, home, [{ number: '3.100', frame: 'FEES' }]);
  const plan = await finance.post(PLANS, { name: 'Gebühren 2027', kind: 'budget', firstYear: 2027, isTwoYears: false });
  const cells = { lineIds: [lines], fiscalYears: [2027], amountCents: [1_000_000] };
  const refused = await finance.put(`${PLANS}/${plan.body.id}/amounts`, cells);
  expect([refused.status, refused.body.code, refused.body.frame]).toEqual([409, 'FRAME_CEILING_UNKNOWN', 'FEES']);
  const reason = { unknownFrameReason: 'Verträge laufen weiter, der Rahmen kommt im Dezember.' };
  expect((await finance.put(`${PLANS}/${plan.body.id}/amounts`, { ...cells, ...reason })).status).toBe(200);
  expect((await finance.put(`${PLANS}/${plan.body.id}/amounts`, { ...cells, amountCents: [2_000_000] })).status).toBe(
    200,
  );
  const unknown = (await frames(plan.body.id)).frames[2];
  expect(unknown).toMatchObject({ frame: 'FEES', plannedCents: 2_000_000, undistributedCents: null });
});

test('A frame of a year that is not set up, an unknown frame and a negative ceiling are refused', async () => {
  const noYear = await finance.put(`${FRAMES}/CORE/2031`, { ceilingCents: 1, version: 0, reason: 'Test' });
  expect([noYear.status, noYear.body.code]).toEqual([409, 'YEAR_UNKNOWN']);
  const noFrame = await finance.put(`${FRAMES}/CLOUD/2027`, { ceilingCents: 1, version: 0, reason: 'Test' });
  expect(noFrame.status).toBe(422);
  const negative = await finance.put(`${FRAMES}/CORE/2027`, { ceilingCents: -1, version: 2, reason: 'Test' });
  expect([negative.status, negative.body.code]).toEqual([422, 'AMOUNT_RANGE']);
});

test('The auditor reads frames and sets none', async () => {
  const auditor = await loginAs(app, 'auditor');
  expect((await auditor.get(FRAMES)).status).toBe(200);
  expect((await auditor.put(`${FRAMES}/CORE/2027`, { ceilingCents: 0, version: 2, reason: 'Test' })).status).toBe(403);
});
