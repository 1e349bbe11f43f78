import {
  CAPACITY_PATHS,
  type TaskDetail,
  type TaskListRow,
  type TaskOutlook,
  type TaskSheet,
} from '@etatlotse/contracts/capacity/plain';
import type { HttpClient } from '../../test/http-client';
import { readPdf } from '../../test/pdf-text';
import { type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { addPost, addTask, figureOf, recordFigures, saveVolumes, taskOf } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

/* One task: what it needs of its unit's people, what is left lying, and what will move its numbers. */

let app: TestApp;
let city: City;
let head: HttpClient;
let office: HttpClient;
let finance: HttpClient;
let unit: string;

const ARRIVALS = [420, 400, 450, 430, 400, 380, 360, 340, 420, 460, 440, 300];
const near = (value: number, digits = 4): unknown => expect.closeTo(value, digits);
const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<[number, string]> => {
  const { status, body } = await answer;
  return [status, body.code ?? ''];
};
const taskPage = async (id: string, client = head, year = 2026): Promise<TaskDetail> =>
  (await client.get(`${CAPACITY_PATHS.task(id)}?fiscalYear=${year}`)).body;
const outlookOf = async (id: string, client = head, year = 2026): Promise<TaskOutlook> =>
  (await client.get(`${CAPACITY_PATHS.outlook(id)}?fiscalYear=${year}`)).body;
const list = async (query: string, client = head): Promise<readonly TaskListRow[]> =>
  (await client.get(`${CAPACITY_PATHS.tasks}?fiscalYear=2026&${query}`)).body.rows;
const count = async (id: string, wish: object = {}): Promise<{ status: number; body: { code?: string } }> =>
  head.put(CAPACITY_PATHS.stock(id), {
    countedOn: '2025-12-31',
    workable: 600,
    waiting: 0,
    incompletePercent: 0,
    returnPercent: 0,
    months: [],
    version: (await taskPage(id)).version,
    ...wish,
  });

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  head = await loginAs(app, 'department_head');
  office = await loginAs(app, 'personnel_office');
  finance = await loginAs(app, 'finance');
  unit = city.units.schoolDivision;
  // The cases of the methods have their Verteilzeit within the minutes.
  await recordFigures(office, '2020-01-01');
  await office.post(CAPACITY_PATHS.parameters, figureOf('allowance', 0, { basis: 'surcharge_on_base_time' }));
  for (let post = 0; post < 2; post += 1) await addPost(office, unit);
});
afterAll(() => app.stop());

describe('Der Rückstand einer Aufgabe', () => {
  let id: string;
  beforeAll(async () => {
    id = await addTask(head, unit, 12, {
      name: 'Bauanträge',
      baseSeconds: 40 * 60,
      deadline: 'vwgo_75',
      product: '52.10.01',
    });
    await saveVolumes(head, id, ARRIVALS, 2);
    await saveVolumes(head, id, ARRIVALS, 3, { fiscalYear: 2027 });
    await saveVolumes(head, id, ARRIVALS, 4, { fiscalYear: 2025 });
    expect((await count(id)).status).toBe(200);
  });

  test('AT-11 600 cases grow to 717 within the year, and 2.695 FTE would be at zero by June', async () => {
    const { months, stock, year, isProtected } = await outlookOf(id);
    expect(months).toHaveLength(24);
    expect(months[0]).toMatchObject({
      year: 2026,
      month: 1,
      backlog: near(629.75),
      origin: 'planned',
      availableFte: near(2),
    });
    expect(months[11]?.backlog).toBeCloseTo(717, 6);
    expect(stock).toMatchObject({ countedOn: '2025-12-31', workable: 600, clearFrom: { year: 2026, month: 1 } });
    expect(stock?.clear[1]).toEqual({ months: 6, fte: near(2.695), extraFte: near(0.695) });
    expect(year).toEqual({ requiredFte: near(2.05), availableFte: near(2), gapFte: near(-0.05), unknownMonths: 0 });
    expect(isProtected).toBe(false);
  });

  test('the ages follow from what came in, oldest first, until somebody counts them', async () => {
    const before = await outlookOf(id);
    expect(before.stock?.ages).toMatchObject({ origin: 'inferred', over90: 0, overdue: 0 });
    expect(before.deadline).toMatchObject({ kind: 'vwgo_75', months: 3, firstBreachOn: null });
    const months = [
      { year: 2025, month: 8, workable: 100, waiting: 20 },
      { year: 2025, month: 12, workable: 500, waiting: 60 },
    ];
    expect((await count(id, { months, waiting: 80, incompletePercent: 10, returnPercent: 50 })).status).toBe(200);
    const after = await outlookOf(id);
    expect(after.stock).toMatchObject({ waiting: 80, ages: { origin: 'counted', over90: 100, overdue: 100 } });
    expect(after.deadline?.firstBreachOn?.slice(0, 7)).toBe('2025-11');
    expect(after.deadline?.lateCases).toBeGreaterThanOrEqual(100);
    expect((await taskPage(id)).stock).toEqual(months);
    await count(id);
  });

  test.each<[string, object, string]>([
    ['the months do not add up', { months: [{ year: 2025, month: 12, workable: 599, waiting: 0 }] }, 'STOCK_SUM'],
    [
      'a month stands there twice',
      { months: [300, 300].map((workable) => ({ year: 2025, month: 12, workable, waiting: 0 })) },
      'STOCK_MONTH_TWICE',
    ],
    [
      'cases come in after the count',
      { months: [{ year: 2026, month: 1, workable: 600, waiting: 0 }] },
      'STOCK_IN_FUTURE',
    ],
    ['it is counted tomorrow', { countedOn: '2099-01-01' }, 'STOCK_IN_FUTURE'],
    ['somebody was faster', { version: 1 }, 'VERSION_STALE'],
  ])('a count is refused where %s', async (_, wish, code) => {
    expect(await codeOf(count(id, wish))).toEqual([409, code]);
  });

  test('a small unit does not tell others who is there, nor what follows from it', async () => {
    const { months, stock, deadline, isProtected, year } = await outlookOf(id, finance);
    expect([isProtected, deadline, stock?.clear, year.gapFte]).toEqual([true, null, [], null]);
    expect(months[0]).toMatchObject({ availableFte: null, gapFte: null, backlog: null, requiredFte: near(2.1525) });
  });

  test('a change of the law and a wave of renewals move what is planned, with their source', async () => {
    const drive = (driver: object): Promise<{ status: number; body: { code?: string; id: string } }> =>
      head.post(CAPACITY_PATHS.drivers(id), { isActive: true, source: 'BGBl. 2026 I Nr. 12', ...driver });
    const law = { kind: 'law_change', name: 'Baurechtsnovelle', from: '2026-07-01', factorMicros: 1_400_000 };
    const wave = {
      kind: 'renewal',
      name: 'Bescheide von 2016',
      holdsForMonths: 120,
      returnPercent: 90,
      issuedFrom: '2016-12-01',
      issued: [500, null],
    };
    expect(await codeOf(drive({ ...law, factorMicros: undefined }))).toEqual([409, 'DRIVER_LAW_INCOMPLETE']);
    expect(await codeOf(drive({ ...law, from: '2026-07-15' }))).toEqual([409, 'DRIVER_MONTH_START']);
    expect(await codeOf(drive({ ...wave, issued: [] }))).toEqual([409, 'DRIVER_WAVE_INCOMPLETE']);
    const made = await drive(law);
    expect([made.status, (await drive(wave)).status]).toEqual([201, 201]);
    const { months } = await outlookOf(id);
    expect(months[5]).toMatchObject({ base: 380, volume: 380, lawFactor: 1 });
    expect(months[6]).toMatchObject({ base: 360, volume: near(504), lawFactor: 1.4, renewals: 0 });
    expect(months[11]).toMatchObject({ base: 300, volume: near(300 * 1.4 + 450), renewals: 450 });
    // What was issued in January 2017 is not known, and so is what comes again in January 2027.
    expect(months[12]).toMatchObject({ base: 420, volume: null, requiredFte: null });
    const [driver] = (await taskPage(id)).drivers;
    expect(driver).toMatchObject({ name: 'Baurechtsnovelle', source: 'BGBl. 2026 I Nr. 12', version: 1 });
    const path = CAPACITY_PATHS.driver(id, made.body.id);
    const off = { ...law, source: 'BGBl. 2026 I Nr. 12', overMonths: 0, isActive: false, version: 1 };
    expect((await head.put(path, off)).status).toBe(200);
    expect(await codeOf(head.put(path, off))).toEqual([409, 'VERSION_STALE']);
    expect((await outlookOf(id)).months[6]).toMatchObject({ volume: 360, lawFactor: 1 });
    for (const { id: driverId, version } of (await taskPage(id)).drivers) {
      expect((await head.delete(`${CAPACITY_PATHS.driver(id, driverId)}?version=${version}`)).status).toBe(200);
    }
    expect((await taskPage(id)).drivers).toEqual([]);
  });
});

describe('Aufgaben einer Organisationseinheit', () => {
  let advice: string;
  beforeAll(async () => {
    advice = (await head.post(CAPACITY_PATHS.tasks, taskOf(unit, { name: 'Bauberatung', method: 'not_surveyed' }))).body
      .id;
  });

  test('what is known of each stands in the list, and those that need a hand are found', async () => {
    const rows = await list(`unitId=${unit}`);
    expect(rows.map(({ name, year }) => [name, year.unknownMonths])).toEqual([
      ['Bauanträge', 0],
      ['Bauberatung', 12],
    ]);
    expect(rows[1]?.year).toEqual({ requiredFte: null, availableFte: null, gapFte: null, unknownMonths: 12 });
    expect((await list('only=unknown')).map(({ name }) => name)).toEqual(['Bauberatung']);
    expect((await list('only=unsurveyed')).map(({ name }) => name)).toEqual(['Bauanträge', 'Bauberatung']);
    expect((await list('q=52.10')).map(({ name }) => name)).toEqual(['Bauanträge']);
    const csv = await head.get(`${CAPACITY_PATHS.taskCsv}?fiscalYear=2026&only=unknown`);
    expect([csv.headers.get('content-type'), csv.body]).toEqual([
      'text/csv; charset=utf-8',
      expect.stringContaining('Bauberatung;;12;nicht erhoben;unbekannt'),
    ]);
  });

  test('numbers of several years are taken over together or not at all', async () => {
    const year = (fiscalYear: number, counts: (number | null)[]): object => ({ fiscalYear, kind: 'actual', counts });
    const counts = [...Array<number>(11).fill(5), null];
    const save = (years: object[], version = 1): Promise<{ status: number; body: { code?: string } }> =>
      head.put(CAPACITY_PATHS.numbers(advice), { years, version });
    expect(await codeOf(save([year(2024, counts), year(2024, counts)]))).toEqual([409, 'VOLUMES_YEAR_TWICE']);
    for (const wrong of [-1, 1.5]) {
      expect((await save([year(2023, counts), year(2024, [wrong, ...counts.slice(1)])])).status).toBe(422);
    }
    // On 05.10.2026 nothing can have come in for November.
    const ahead = year(2026, [...Array<null>(10).fill(null), 5, null]);
    expect(await codeOf(save([year(2023, counts), ahead]))).toEqual([409, 'VOLUMES_MONTH_AHEAD']);
    expect((await head.get(CAPACITY_PATHS.numbers(advice))).body.years).toEqual([]);
    expect((await save([year(2023, counts), year(2024, counts)])).status).toBe(200);
    const numbers = (await head.get(CAPACITY_PATHS.numbers(advice))).body;
    expect(numbers).toMatchObject({ version: 2, years: [{ fiscalYear: 2023 }, { fiscalYear: 2024, actual: counts }] });
  });

  test('minutes of 0, and an allowance without its basis, are refused', async () => {
    expect((await head.post(CAPACITY_PATHS.tasks, taskOf(unit, { baseSeconds: 0 }))).status).toBe(422);
    const half = taskOf(unit, { allowanceMicros: 100_000 });
    expect(await codeOf(head.post(CAPACITY_PATHS.tasks, half))).toEqual([409, 'TASK_ALLOWANCE_HALF']);
  });

  test('what a head of another unit cannot see is not there', async () => {
    const id = (await list('q=52.10'))[0]?.id ?? '';
    const none = '00000000-0000-7000-8000-000000000000';
    const paths = (task: string): string[] => [
      `${CAPACITY_PATHS.task(task)}?fiscalYear=2026`,
      `${CAPACITY_PATHS.outlook(task)}?fiscalYear=2026`,
      CAPACITY_PATHS.numbers(task),
    ];
    for (const path of paths(id)) expect((await head.get(path)).status).toBe(200);
    const other = await loginAs(app, 'department_head', await createOtherCity(app));
    for (const path of [...paths(none), ...paths(id)]) expect((await other.get(path)).status).toBe(404);
    const foreign = await head.put(CAPACITY_PATHS.numbers(none), {
      years: [],
      version: 1,
    });
    expect(foreign.status).toBe(404);
  });
});

describe('Das Bemessungsblatt', () => {
  test('tells on screen and on paper the figures of the page of the task, with formula and source', async () => {
    const [row] = await list('q=52.10');
    const id = row?.id ?? '';
    const outlook = await outlookOf(id);
    const sheet: TaskSheet = (await head.get(`${CAPACITY_PATHS.sheet(id)}?fiscalYear=2026`)).body;
    // Reckoned once more by the formula of the sheet, and the same to nine digits.
    expect(sheet.figures?.requiredFte).toBeCloseTo(outlook.year.requiredFte ?? NaN, 9);
    expect(sheet.figures?.requiredFte).toBeCloseTo(row?.year.requiredFte ?? NaN, 9);
    expect(sheet.figures).toMatchObject({ casesOfYear: 4_800, minutesOfYear: 192_000, workMinutes: 93_660 });
    const printed = (value: number | null | undefined): string =>
      new Intl.NumberFormat('de-DE', { minimumFractionDigits: 4, maximumFractionDigits: 4 })
        .format(value ?? NaN)
        .replace('-', '−');
    const text = sheet.parts.flatMap(({ paragraphs, rows }) => [...paragraphs, ...rows.flatMap(({ cells }) => cells)]);
    for (const month of outlook.months.slice(0, 12)) expect(text).toContain(printed(month.requiredFte));
    expect(text).toContain(printed(outlook.year.gapFte));
    expect(text.join(' ')).toContain('192.000 ÷ 93.660');
    expect(text.join(' ')).toContain('KGSt-Bericht 8/2025');
    const marks = ['B1', 'B2', 'B3', 'B4', 'A1', 'A2', 'A3', 'K2'];
    const formulas = sheet.parts.at(-1)?.rows.map(({ cells: [name] }) => name?.split(' ')[0]) ?? [];
    for (const mark of marks) expect(formulas).toContain(mark);

    const response = await fetch(`${app.url}${CAPACITY_PATHS.sheetPdf(id)}?fiscalYear=2026`, { headers: head.headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages, objects } = readPdf(Buffer.from(await response.arrayBuffer()));
    expect(objects).toContain('/MarkInfo');
    const paper = pages.join('\n');
    for (const month of outlook.months.slice(0, 12)) expect(paper).toContain(printed(month.requiredFte));
    expect(paper).toContain('Bemessungsblatt: Bauanträge');
    for (const mark of marks) expect(paper).toContain(`${mark} `);
  });

  test('AT-05 a task with a deduction of its own is told in its own year; a small unit tells others no presence', async () => {
    const deduction = { allowanceBasis: 'deduction_from_yearly_minutes', allowanceMicros: 90_909 };
    const id = await addTask(head, unit, 1_200, { name: 'Baulasten', baseSeconds: 1_800, ...deduction });
    const sheet: TaskSheet = (await head.get(`${CAPACITY_PATHS.sheet(id)}?fiscalYear=2026`)).body;
    expect(sheet.figures?.workMinutes).toBeCloseTo(93_660 * (1 - 0.090909), 6);
    expect(sheet.figures?.requiredFte).toBeCloseTo((await outlookOf(id)).year.requiredFte ?? NaN, 9);
    const told = JSON.stringify((await finance.get(`${CAPACITY_PATHS.sheet(id)}?fiscalYear=2026`)).body.parts);
    expect(told).toContain('nicht gezeigt');
    expect(told).toContain('K1 nötige VZÄ');
  });
});
