import {
  confirm,
  content,
  euro,
  EXTRA,
  less,
  more,
  openExtraOffice,
  REASONS,
  record,
  step,
  type ExtraOffice,
} from '../../../test/extra-office';
import { asOwner, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';

let app: TestApp;
let city: ExtraOffice['city'];
let head: ExtraOffice['head'];
let finance: ExtraOffice['finance'];
let finance2: ExtraOffice['finance2'];
let council: ExtraOffice['council'];
let plant: ExtraOffice['plant'];
let balance: ExtraOffice['balance'];
let examined: ExtraOffice['examined'];
let granted: ExtraOffice['granted'];

beforeAll(async () => {
  app = await startTestApp();
  ({ city, head, finance, finance2, council, plant, balance, examined, granted } = await openExtraOffice(app));
});
afterAll(() => app.stop());

describe('the printed form', () => {
  it('T4a expense and investment stay apart: 975,600 and 746,500, in all 1,722,100 of new funds', async () => {
    const service = await plant({ appropriationCents: euro(675_600), account: '429100' });
    const hardware = await plant({
      appropriationCents: euro(696_500),
      direction: 'payment',
      sphere: 'investing',
      account: '783125',
    });
    const { body } = await finance.post(
      `${EXTRA}/check`,
      (({ subject: _, ...rest }) => rest)(
        content(
          [
            [service, 300_000],
            [hardware, 50_000],
          ],
          [],
        ),
      ),
    );
    expect(body.totals.operating.newFundsCents).toBe(euro(975_600));
    expect(body.totals.investing.newFundsCents).toBe(euro(746_500));
    expect(body.totals.all.newFundsCents).toBe(euro(1_722_100));
    expect(body).toMatchObject({ coverCents: 0, uncoveredCents: euro(350_000), requiredLevel: 'council' });
    expect(body.missing.map(({ code }: { code: string }) => code)).toEqual(['EXTRA_COVER_SUM']);
  });

  it('T4b 4,300 + 163,200 = 167,500 over the plan; T4c 0 + 0 + 181,800 outside the plan', async () => {
    const devices = await plant({ appropriationCents: euro(4_300), account: '422220' });
    const unplanned = await plant();
    const { body } = await head.post(
      EXTRA,
      content(
        [
          [devices, 163_200],
          [unplanned, 181_800],
        ],
        [],
      ),
    );
    const shown = (await head.get(`${EXTRA}/${body.id}`)).body;
    expect(shown.items).toMatchObject([
      { kind: 'over_plan', appropriationCents: euro(4_300), grantedBeforeCents: 0, newFundsCents: euro(167_500) },
      { kind: 'outside_plan', appropriationCents: 0, grantedBeforeCents: 0, newFundsCents: euro(181_800) },
    ]);
    expect(shown.kinds).toEqual(['over_plan', 'outside_plan']);
  });
});

describe('the way of a request', () => {
  it('T4d T4e a draft may be incomplete; it is submitted with both reasons and cover to the cent', async () => {
    const [target, giving, revenue] = [
      await plant({ appropriationCents: euro(100_000) }),
      await plant({ appropriationCents: euro(400_000) }),
      await plant({ direction: 'revenue', account: '348100' }),
    ];
    const half = content([[target, 350_000]], [less(giving, 200_000), more(revenue, 149_999.99)], { timeReason: '' });
    const { body: draft } = await head.post(EXTRA, half);
    expect(draft).toMatchObject({ version: 1, state: 'draft' });
    expect((await step(head, draft.id, 'submit', 1)).body.code).toBe('EXTRA_TIME_REASON');
    const { fiscalYear: _, ...changed } = { ...half, timeReason: REASONS.timeReason };
    expect((await head.put(`${EXTRA}/${draft.id}`, { ...changed, version: 1 })).body.version).toBe(2);
    expect((await step(head, draft.id, 'submit', 2)).body).toMatchObject({
      code: 'EXTRA_COVER_SUM',
      requestedCents: euro(350_000),
      coverCents: euro(349_999.99),
    });
    const whole = { ...changed, covers: [less(giving, 200_000), more(revenue, 150_000)], version: 2 };
    await head.put(`${EXTRA}/${draft.id}`, whole);
    expect((await step(head, draft.id, 'submit', 3)).body.state).toBe('submitted');
    expect((await head.put(`${EXTRA}/${draft.id}`, { ...whole, version: 4 })).body.code).toBe('EXTRA_NOT_DRAFT');
    expect((await step(head, draft.id, 'examine', 4)).status).toBe(403);
    expect((await step(finance, draft.id, 'return', 4)).body.code).toBe('EXTRA_STEP_REASON');
    expect((await step(finance, draft.id, 'return', 4, 'Mehrertrag bitte belegen')).body.state).toBe('draft');
    expect((await balance(giving)).lockCents).toBe(0);
  });

  it('nobody examines or confirms their own: finance that submitted needs two others', async () => {
    const [target, giving] = [await plant(), await plant({ appropriationCents: euro(1_000) })];
    const { body } = await finance.post(EXTRA, content([[target, 500]], [less(giving, 500)]));
    await step(finance, body.id, 'submit', 1);
    expect((await step(finance, body.id, 'examine', 2)).body.code).toBe('FOUR_EYES');
    await step(finance2, body.id, 'examine', 2);
    const asked = await record(finance2, body.id, 3, { decider: 'mayor' });
    expect((await confirm(finance2, asked.body.approvalId)).body.code).toBe('FOUR_EYES');
    expect((await confirm(finance, asked.body.approvalId)).body.code).toBe('FOUR_EYES');
    expect((await confirm(council, asked.body.approvalId)).status).toBe(200);
  });

  it('T4d a refused or withdrawn request changes nothing in the budget, and keeps its figures', async () => {
    const [target, giving] = [
      await plant({ appropriationCents: euro(10) }),
      await plant({ appropriationCents: euro(900) }),
    ];
    const refused = await examined(content([[target, 900]], [less(giving, 900)]));
    expect((await record(council, refused, 3, { isGranted: false, decider: 'mayor' })).body.state).toBe('refused');
    const withdrawn = await examined(content([[target, 900]], [less(giving, 900)]));
    expect((await step(head, withdrawn, 'withdraw', 3)).body.state).toBe('withdrawn');
    expect(await balance(target)).toMatchObject({ overPlanCents: 0, availableCents: euro(10) });
    expect(await balance(giving)).toMatchObject({ lockCents: 0, availableCents: euro(900) });
    expect((await step(head, withdrawn, 'withdraw', 4)).body.code).toBe('STEP_NOT_ALLOWED');
    expect((await record(finance, refused, 4)).body.code).toBe('STEP_NOT_ALLOWED');
    expect((await finance.get(`${EXTRA}/${refused}`)).body).toMatchObject({
      decider: 'mayor',
      decisionDocument: 'DS 26-31007',
      deeds: [],
    });
  });

  it('while a grant waits for the second person no other step is taken', async () => {
    const [target, giving] = [await plant(), await plant({ appropriationCents: euro(100) })];
    const id = await examined(content([[target, 100]], [less(giving, 100)]));
    const asked = await record(finance, id, 3);
    expect(asked.status).toBe(202);
    expect((await step(head, id, 'withdraw', 3)).body.code).toBe('APPROVAL_PENDING');
    expect((await record(finance, id, 3)).body.code).toBe('APPROVAL_PENDING');
    expect((await finance2.get(`${EXTRA}/${id}`)).body).toMatchObject({
      state: 'examined',
      deeds: [],
      pendingGrant: {
        approvalId: asked.body.approvalId,
        decider: 'council',
        requestedBy: 'Test finance',
        mayConfirm: true,
      },
    });
    expect((await finance.get(`${EXTRA}/${id}`)).body.pendingGrant.mayConfirm).toBe(false);
    expect((await head.get(`${EXTRA}/${id}`)).body.pendingGrant.mayConfirm).toBe(false);
    expect((await balance(giving)).lockCents).toBe(0);
  });
});

describe('who decides', () => {
  it('T5 80,000 by the mayor, later 40,000 on the same line = 120,000 by the council; an urgent decision stands in', async () => {
    const [target, giving] = [
      await plant({ appropriationCents: euro(1_000) }),
      await plant({ appropriationCents: euro(500_000) }),
    ];
    await granted(content([[target, 80_000]], [less(giving, 80_000)]), {
      decider: 'mayor',
      document: 'Verfügung 12/26',
    });
    const later = await examined(content([[target, 40_000]], [less(giving, 40_000)]));
    expect((await finance.get(`${EXTRA}/${later}`)).body).toMatchObject({
      requiredLevel: 'council',
      items: [{ grantedBeforeCents: euro(80_000), newFundsCents: euro(121_000) }],
    });
    expect((await record(finance, later, 3, { decider: 'mayor' })).body).toMatchObject({
      code: 'EXTRA_DECIDER',
      required: 'council',
    });
    expect((await record(finance, later, 3, { decidedOn: '2031-01-01' })).body.code).toBe('EXTRA_DECISION_DETAILS');
    expect((await record(finance, later, 3, { decider: 'urgent_decision' })).status).toBe(202);
  });

  it('T5 the report to the council lists every grant of the mayor in the year, and only those, also as a file', async () => {
    const [target, giving] = [
      await plant({ name: 'Berichtszeile', subBudget: 'THH 10' }),
      await plant({ appropriationCents: euro(500_000) }),
    ];
    const before = (await finance.get(`${EXTRA}/report?fiscalYear=2026`)).body;
    await granted(content([[target, 7_000]], [less(giving, 7_000)]), { decider: 'mayor', document: 'Verfügung 13/26' });
    await granted(content([[await plant(), 9_000]], [less(giving, 9_000)]));
    const { body } = await finance.get(`${EXTRA}/report?fiscalYear=2026`);
    expect(body).toMatchObject({
      rule: '§ 117 NKomVG',
      requests: before.requests + 1,
      operatingCents: before.operatingCents + euro(7_000),
      investingCents: before.investingCents,
    });
    expect(body.rows.at(-1)).toMatchObject({
      name: 'Berichtszeile',
      subBudget: 'THH 10',
      kind: 'outside_plan',
      sphere: 'operating',
      amountCents: euro(7_000),
      document: 'Verfügung 13/26',
    });
    const file = await finance.get(`${EXTRA}/report.csv?fiscalYear=2026`);
    expect(file.headers.get('content-disposition')).toContain('bewilligungen-oberbuergermeister-2026.csv');
    expect(file.body).toContain('Berichtszeile;7000,00');
    expect(file.body).toMatch(/Summe Aufwand;{11}\d+,00/);
  });
});

describe('who sees and asks', () => {
  it('a head asks for own lines only; lines of others do not exist, and neither do their requests', async () => {
    const [own, foreign] = [await plant(), await plant({ unitId: city.units.parks })];
    expect((await head.post(EXTRA, content([[foreign, 1]], []))).status).toBe(404);
    expect((await head.post(EXTRA, content([[own, 1]], [less(foreign, 1)]))).status).toBe(404);
    const { body } = await head.post(EXTRA, content([[own, 1]], []));
    const otherHead = await loginAs(app, 'other_head');
    expect((await otherHead.get(`${EXTRA}/${body.id}`)).status).toBe(404);
    expect((await otherHead.get(`${EXTRA}?fiscalYear=2026`)).body).toMatchObject({ rows: [], sums: [] });
    const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
    expect((await neighbour.get(`${EXTRA}/${body.id}`)).status).toBe(404);
    expect((await council.get(`${EXTRA}/${body.id}`)).status).toBe(404);
    expect((await (await loginAs(app, 'auditor')).get(`${EXTRA}/${body.id}`)).body.deeds).toEqual([]);
    expect((await head.get(`${EXTRA}/${body.id}`)).body.deeds).toEqual(['change', 'submit', 'withdraw']);
    expect((await (await loginAs(app, 'clerk')).post(EXTRA, content([[own, 1]], []))).status).toBe(403);
  });

  it('finance may add cover of another unit; the head sees which line, not what is available there', async () => {
    const [own, foreign] = [await plant(), await plant({ unitId: city.units.parks, appropriationCents: euro(5) })];
    const { body } = await head.post(EXTRA, content([[own, 5]], []));
    const { fiscalYear: _, ...covered } = content([[own, 5]], [less(foreign, 5)]);
    expect((await finance.put(`${EXTRA}/${body.id}`, { ...covered, version: 1 })).status).toBe(200);
    expect((await head.get(`${EXTRA}/${body.id}`)).body.covers).toMatchObject([{ availableCents: null }]);
    expect((await finance.get(`${EXTRA}/${body.id}`)).body.covers).toMatchObject([{ availableCents: euro(5) }]);
    expect((await head.put(`${EXTRA}/${body.id}`, { ...covered, version: 2 })).status).toBe(200);
  });

  it('a line that cannot take its part is named: revenue gets nothing, expense is no revenue, no line twice', async () => {
    const [expense, revenue] = [await plant(), await plant({ direction: 'revenue', account: '348100' })];
    const code = async (body: object) => (await finance.post(EXTRA, body)).body.code;
    expect(await code(content([[revenue, 1]], []))).toBe('EXTRA_LINE_UNFIT');
    expect(await code(content([[expense, 1]], [less(revenue, 1)]))).toBe('EXTRA_COVER_LINE');
    expect(await code(content([[await plant(), 1]], [more(expense, 1)]))).toBe('EXTRA_COVER_LINE');
    expect(await code(content([[expense, 1]], [{ kind: 'less_spending', lineId: null, amountCents: 1 }]))).toBe(
      'EXTRA_COVER_LINE',
    );
    expect(
      await code(
        content(
          [
            [expense, 1],
            [expense, 1],
          ],
          [],
        ),
      ),
    ).toBe('EXTRA_LINE_TWICE');
    expect(await code(content([[expense, 1]], [less(expense, 1)]))).toBe('EXTRA_COVER_OWN_LINE');
    const reserve = await plant({ appropriationCents: euro(5) });
    await asOwner(app, (owner) =>
      owner.query(`UPDATE budget_line SET reserve = 'contingency' WHERE line_id = $1`, [reserve]),
    );
    expect(await code(content([[expense, 1]], [less(reserve, 1)]))).toBe('EXTRA_COVER_LINE');
    expect(await code(content([[reserve, 1]], []))).toBe('EXTRA_LINE_UNFIT');
    await granted(content([[expense, 5]], [{ kind: 'contingency', lineId: reserve, amountCents: euro(5) }]));
    expect((await balance(reserve)).lockCents).toBe(euro(5));
    expect(await code(content([], []))).toBe('EXTRA_EMPTY');
    expect(await code(content([[expense, 1]], [], { fiscalYear: 2044 }))).toBe('YEAR_UNKNOWN');
  });

  it('numbers of a year are given once, also to two at the same moment, and the list pages with its sums', async () => {
    const line = await plant();
    await Promise.all(Array.from({ length: 4 }, () => head.post(EXTRA, content([[line, 10]], []))));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await head.get(`${EXTRA}?fiscalYear=2026&lineId=${line}&limit=3${query}`);
      seen.push(...body.rows.map(({ number }: { number: string }) => number));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(4);
    expect(seen[0]).toMatch(/^2026-\d{3}$/);
    const drafts = (await finance.get(`${EXTRA}?fiscalYear=2026&state=draft`)).body;
    const sum = drafts.sums.find(({ state }: { state: string }) => state === 'draft');
    expect(sum.requests).toBe(drafts.rows.length);
    expect(sum.operatingCents).toBe(
      drafts.rows.reduce((total: number, row: { operatingCents: number }) => total + row.operatingCents, 0),
    );
  });
});
