import { plantPool } from '../../../test/budget-city';
import {
  confirm,
  content,
  euro,
  EXTRA,
  less,
  LINES,
  more,
  openExtraOffice,
  record,
  step,
  type ExtraOffice,
} from '../../../test/extra-office';
import { asOwner } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

let app: TestApp;
let city: ExtraOffice['city'];
let head: ExtraOffice['head'];
let finance: ExtraOffice['finance'];
let finance2: ExtraOffice['finance2'];
let plant: ExtraOffice['plant'];
let balance: ExtraOffice['balance'];
let examined: ExtraOffice['examined'];
let granted: ExtraOffice['granted'];

beforeAll(async () => {
  app = await startTestApp();
  ({ city, head, finance, finance2, plant, balance, examined, granted } = await openExtraOffice(app));
});
afterAll(() => app.stop());

describe('a grant', () => {
  it('T4d gives 350,000 to the line and locks 200,000 on A at once; every movement names the request', async () => {
    const [target, lineA, lineB] = [
      await plant({ appropriationCents: euro(500_000) }),
      await plant({ appropriationCents: euro(250_000), unitId: city.units.school }),
      await plant({ direction: 'revenue', account: '348100' }),
    ];
    const id = await granted(content([[target, 350_000]], [less(lineA, 200_000), more(lineB, 150_000)]));
    expect(await balance(target)).toMatchObject({ overPlanCents: euro(350_000), availableCents: euro(850_000) });
    expect(await balance(lineA)).toMatchObject({ lockCents: euro(200_000), availableCents: euro(50_000) });
    expect((await balance(lineB)).lockCents).toBe(0);
    const { body } = await finance.get(`${LINES}/${lineA}/movements?fiscalYear=2026`);
    expect(body).toMatchObject({ differenceCents: 0 });
    const lock = body.rows.find(({ kind }: { kind: string }) => kind === 'lock');
    expect(lock).toMatchObject({
      decisionId: id,
      decisionOf: 'extra',
      documentNumber: 'DS 26-31007',
      bookedOn: '2026-10-05',
    });
    const reversal = { fiscalYear: 2026, reason: 'Versuch' };
    expect((await finance.post(`/api/v1/budget/movements/${lock.id}/reversal`, reversal)).body.code).toBe(
      'STEP_NOT_ALLOWED',
    );
    const shown = (await finance.get(`${EXTRA}/${id}`)).body;
    expect(shown.items[0]).toMatchObject({
      appropriationCents: euro(500_000),
      grantedBeforeCents: 0,
      newFundsCents: euro(850_000),
    });
    expect(shown.history.map((event: { step: string }) => event.step)).toEqual([
      'create',
      'submit',
      'examine',
      'grant',
    ]);
    expect(shown.history.at(-1)).toMatchObject({ takenBy: 'Test finance', approvedBy: 'Test finance2' });
    const proof = await finance.get(`${LINES}/${target}/movements?fiscalYear=2026`);
    expect(proof.body).toMatchObject({ differenceCents: 0, rows: [{ kind: 'over_plan', decisionId: id }, {}] });
  });

  it('T4d two grants that use the same cover at the same moment: exactly one passes', async () => {
    const giving = await plant({ appropriationCents: euro(200_000) });
    const targets = [await plant(), await plant(), await plant()];
    const approvals: string[] = [];
    for (const target of targets) {
      const id = await examined(content([[target, 200_000]], [less(giving, 200_000)]));
      approvals.push((await record(finance, id, 3)).body.approvalId);
    }
    const answers = await Promise.all(approvals.map((approvalId) => confirm(finance2, approvalId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.filter(({ body }) => body.code === 'EXTRA_COVER_GONE').map(({ body }) => body)).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ availableCents: 0, neededCents: euro(200_000), missingCents: euro(200_000) }),
      ),
    );
    expect(await balance(giving)).toMatchObject({ lockCents: euro(200_000), availableCents: 0 });
    const given = await Promise.all(targets.map(async (target) => (await balance(target)).outsidePlanCents));
    expect(given.sort()).toEqual([0, 0, euro(200_000)]);
  });

  it('T4d a booking that takes the cover between submitting and granting makes the grant fail', async () => {
    const [target, giving] = [await plant(), await plant({ appropriationCents: euro(100) })];
    const id = await examined(content([[target, 100]], [less(giving, 100)]));
    const order = {
      lineId: giving,
      fiscalYear: 2026,
      kind: 'commitment',
      amountCents: 1,
      bookedOn: '2026-10-05',
      text: 'x',
    };
    expect((await finance.post('/api/v1/budget/movements', order)).status).toBe(201);
    expect((await record(finance, id, 3)).body).toMatchObject({ code: 'EXTRA_COVER_GONE', missingCents: 1 });
  });

  it('R6 cover from a pool counts what the pool has left, and reduces it', async () => {
    const poolId = await plantPool(app, city, 'DK 10-9');
    const [used, unused, target] = [
      await plant({
        poolId,
        movements: [
          { kind: 'appropriation', amountCents: euro(100) },
          { kind: 'actual', amountCents: euro(130) },
        ],
      }),
      await plant({ poolId, appropriationCents: euro(80) }),
      await plant(),
    ];
    const tooMuch = await examined(content([[target, 50.01]], [less(unused, 50.01)]));
    expect((await record(finance, tooMuch, 3)).body).toMatchObject({
      code: 'EXTRA_COVER_GONE',
      availableCents: euro(50),
    });
    await granted(content([[target, 50]], [less(unused, 50)]));
    const line = (await finance.get(`${LINES}/${used}?fiscalYear=2026`)).body;
    expect(line.pool.availableCents).toBe(0);
  });

  it('R7 investment funds cover no expense; § 117 (2) next year covers a continued investment without a lock', async () => {
    const investing = { direction: 'payment', sphere: 'investing', account: '783125' };
    const [expense, hardware, project] = [
      await plant(),
      await plant({ ...investing, appropriationCents: euro(1_000) }),
      await plant({ ...investing, appropriationCents: euro(1_000) }),
    ];
    const { body: wrong } = await head.post(EXTRA, content([[expense, 10]], [less(hardware, 10)]));
    expect((await step(head, wrong.id, 'submit', 1)).body.code).toBe('EXTRA_COVER_WALL');
    const nextYear = { kind: 'next_year', lineId: null, amountCents: euro(200) };
    await granted(content([[project, 200]], [nextYear], { isContinuedInvestment: true }), { decider: 'mayor' });
    expect(await balance(project)).toMatchObject({ overPlanCents: euro(200), lockCents: 0 });
  });

  it('books that are not open take no grant', async () => {
    const [target, giving] = [
      await plant(),
      await plant({ movements: [{ kind: 'appropriation', amountCents: euro(5), fiscalYear: 2027 }] }),
    ];
    await asOwner(app, (owner) =>
      owner.query(`INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state) VALUES ($1, 2027, 'planned')`, [
        city.tenantId,
      ]),
    );
    const id = await examined(content([[target, 5]], [less(giving, 5)], { fiscalYear: 2027 }));
    expect((await record(finance, id, 3)).body.code).toBe('YEAR_NOT_OPEN');
  });
});
