import type { OutcomeDetail } from '@etatlotse/contracts/outcome';
import { plantLines, plantYear } from '../../test/budget-city';
import type { Answer, HttpClient } from '../../test/http-client';
import { type City, createCity, loginAs } from '../../test/people';
import { ProjectOffice, PROJECTS } from '../../test/project-office';
import { startTestApp, type TestApp } from '../../test/test-app';

const OUTCOMES = '/api/v1/outcomes';
const FACE = {
  kind: 'workplace',
  basis: 'since_start',
  unitId: null as string | null,
  projectId: null as string | null,
};

let app: TestApp;
let city: City;
let finance: HttpClient;
let lines: Readonly<Record<string, string>>;
let projectId = '';

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  await plantYear(app, city);
  lines = await plantLines(app, city, [
    {
      number: '4E.100002',
      movements: [
        { kind: 'actual', amountCents: 6_000_000, fiscalYear: 2025, bookedOn: '2025-06-01' },
        { kind: 'actual', amountCents: 12_000_000, bookedOn: '2026-03-01' },
        { kind: 'actual', amountCents: 3_000_000, bookedOn: '2026-08-01' },
        { kind: 'commitment', amountCents: 9_999_900 },
      ],
    },
    { number: '4S.1', unitId: city.units.school, movements: [{ kind: 'actual', amountCents: 240_000 }] },
    { number: '4S.2', unitId: city.units.schoolDivision, movements: [{ kind: 'actual', amountCents: 60_000 }] },
    { number: '4S.3', unitId: city.units.parks, movements: [{ kind: 'actual', amountCents: 100_000 }] },
    { number: '9.1', direction: 'revenue', movements: [] },
  ]);
  projectId = await new ProjectOffice(finance, finance).create({});
  const link = { lineId: lines['4E.100002'], fromYear: 2025, version: 1 };
  expect((await finance.post(`${PROJECTS}/${projectId}/lines`, link)).status).toBe(201);
});
afterAll(() => app.stop());

const create = (changes: object, client = finance): Promise<Answer> =>
  client.post(OUTCOMES, { ...FACE, name: 'Arbeitsplätze', piece: 'DMS-Arbeitsplatz', lineIds: [], ...changes });
const show = async (id: string): Promise<OutcomeDetail> => (await finance.get(`${OUTCOMES}/${id}`)).body;
const count = (id: string, changes: object, client = finance): Promise<Answer> =>
  client.post(`${OUTCOMES}/${id}/counts`, {
    unitId: null,
    measuredOn: '2026-04-27',
    operator: 'exact',
    source: 'Zählung der IT',
    ...changes,
  });

describe('leap 8: euro per DMS workplace, with the cost of a project', () => {
  let id = '';

  test('exactly one thing stands behind the cost: a project, or lines of expenditure', async () => {
    const codes = await Promise.all(
      [{}, { projectId, lineIds: [lines['4S.1']] }, { lineIds: [lines['9.1']] }].map(
        async (changes) => (await create(changes)).body.code,
      ),
    );
    expect(codes).toEqual(['OUTCOME_COST', 'OUTCOME_COST', 'OUTCOME_LINES']);
    const created = await create({ projectId });
    expect(created.status).toBe(201);
    id = created.body.id;
    expect(await show(id)).toMatchObject({ newest: null, isStale: true, lineCount: 1, project: { id: projectId } });
  });

  test('what was booked until the day of a count, for so many pieces; the trend tells the change', async () => {
    expect((await count(id, { measuredOn: '2025-12-31', quantity: 400 })).status).toBe(201);
    expect((await count(id, { quantity: 1_440 })).status).toBe(201);
    const { trend } = await show(id);
    expect(trend.map(({ costCents, perPiece, changeCents }) => [costCents, perPiece, changeCents])).toEqual([
      [6_000_000, { value: 15_000, bound: 'exact' }, null],
      [18_000_000, { value: 12_500, bound: 'exact' }, -2_500],
    ]);
  });

  test('R26 of more than 1,680 a piece costs at most so much; of several nothing is said', async () => {
    expect((await count(id, { measuredOn: '2026-09-30', operator: 'above', quantity: 1_680 })).status).toBe(201);
    expect((await count(id, { measuredOn: '2026-10-01', operator: 'several', quantity: null })).status).toBe(201);
    const { trend, newest, isStale } = await show(id);
    expect(trend.slice(2).map(({ perPiece, changeCents }) => [perPiece, changeCents])).toEqual([
      [{ value: 12_500, bound: 'upper' }, null],
      [null, null],
    ]);
    expect([newest?.operator, isStale]).toEqual(['several', false]);
  });

  test('bad counts are refused; a correction stays beside what it corrects', async () => {
    const refused = async (changes: object): Promise<string> => (await count(id, changes)).body.code;
    expect(await refused({ measuredOn: '2026-05-01', quantity: -1 })).toBe('MEASURED_NEGATIVE');
    expect(await refused({ measuredOn: '2026-05-01', quantity: null })).toBe('MEASURED_NOTHING');
    expect(await refused({ measuredOn: '2026-10-06', quantity: 1 })).toBe('MEASURED_FUTURE');
    expect(await refused({ quantity: 1 })).toBe('MEASURED_TWICE');
    const wrong = (await show(id)).trend[1]?.id;
    expect(await refused({ quantity: 1_500, supersedesId: wrong })).toBe('MEASURED_REASON');
    expect((await count(id, { quantity: 1_500, supersedesId: wrong, reason: 'Dubletten' })).status).toBe(201);
    expect(await refused({ quantity: 1_501, supersedesId: wrong, reason: 'x' })).toBe('MEASURED_SUPERSEDED');
    const { trend } = await show(id);
    expect(trend.map(({ quantity, isSuperseded, changeCents }) => [quantity, isSuperseded, changeCents])).toEqual([
      [400, false, null],
      [1_440, true, null],
      [1_500, false, -3_000],
      [1_680, false, null],
      [null, false, null],
    ]);
  });
});

describe('comparison between units, with the cost of lines', () => {
  test('a unit has the cost of its own lines and of those below it; without one its cost is not told', async () => {
    const lineIds = ['4S.1', '4S.2', '4S.3'].map((number) => lines[number]);
    const { body } = await create({ name: 'Fachverfahren', basis: 'year', lineIds });
    for (const [unitId, quantity] of [
      [city.units.school, 10],
      [city.units.parks, 20],
      [city.units.directorate, 30],
    ] as const) {
      expect((await count(body.id, { unitId, quantity })).status).toBe(201);
    }
    const { units, newest } = await show(body.id);
    expect(newest).toBeNull();
    expect(units.map(({ unitName, costCents, perPiece }) => [unitName, costCents, perPiece?.value])).toEqual([
      ['Fachbereich Schule', 300_000, 30_000],
      ['Dezernat II', 400_000, 13_333],
      ['Fachbereich Stadtgrün', 100_000, 5_000],
    ]);
  });

  test('a unit answers for its own outcomes and sees no others; two people do not overwrite each other', async () => {
    const head = await loginAs(app, 'department_head');
    expect((await create({ projectId }, head)).status).toBe(404);
    expect((await create({ projectId, unitId: city.units.school }, head)).body.code).toBe('ROLLOUT_PROJECT');
    const own = await create({ unitId: city.units.school, lineIds: [lines['4S.1']] }, head);
    expect(own.status).toBe(201);
    const { rows } = (await head.get(OUTCOMES)).body as { rows: OutcomeDetail[] };
    expect(rows.map(({ id }) => id)).toEqual([own.body.id]);
    expect((await create({ unitId: city.units.school, lineIds: [lines['4S.3']] }, head)).body.code).toBe(
      'OUTCOME_LINES',
    );
    const change = {
      ...FACE,
      name: 'Neu',
      piece: 'Platz',
      unitId: city.units.school,
      lineIds: [lines['4S.2']],
      version: 1,
    };
    expect((await head.put(`${OUTCOMES}/${own.body.id}`, change)).status).toBe(200);
    expect((await head.put(`${OUTCOMES}/${own.body.id}`, change)).body.code).toBe('VERSION_STALE');
    expect(await show(own.body.id)).toMatchObject({ name: 'Neu', lines: [{ number: '4S.2' }], version: 2 });
    const withParks = { ...change, lineIds: [lines['4S.2'], lines['4S.3']], version: 2 };
    expect((await finance.put(`${OUTCOMES}/${own.body.id}`, withParks)).status).toBe(200);
    expect((await head.put(`${OUTCOMES}/${own.body.id}`, { ...change, version: 3 })).status).toBe(200);
    expect((await show(own.body.id)).lines.map(({ number }) => number)).toEqual(['4S.2', '4S.3']);
    const other = await loginAs(app, 'other_head');
    expect((await other.get(`${OUTCOMES}/${own.body.id}`)).status).toBe(404);
    expect((await count(own.body.id, { quantity: 1 }, other)).status).toBe(404);
  });
});
