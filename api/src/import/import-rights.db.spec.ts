import { CAPACITY_PATHS, type StaffingPlanPage, type TaskNumbers } from '@etatlotse/contracts/capacity/plain';
import type { ImportFinding, ImportListRow } from '@etatlotse/contracts/import/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { commit, commitBatch, undo, upload, uploadBatch, whenBatchAtRest } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { taskOf } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

/* Who keeps figures brings in the files with them: heads the case numbers of their units, the personnel office the posts. */

const HEADER = 'Aufgabe;Amt;Monat;Fallzahl;Art';
const PLAN = 'Produktgruppe;Bezeichnung;VZÄ Beamte 2026;VZÄ Tarif 2026\n0101;Rat;2,50;10,00\n0102;IT;1,00;29,25\n';
const BOOKINGS = 'Haushaltsstelle;Buchungstag;Betrag;Buchungstext\n11100.4431;02.03.2026;12,50;Papier\n';

let app: TestApp;
let city: City;
let finance: HttpClient;
let head: HttpClient;
let otherHead: HttpClient;
let office: HttpClient;
let permits: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  head = await loginAs(app, 'department_head');
  otherHead = await loginAs(app, 'other_head');
  office = await loginAs(app, 'personnel_office');
  const made = await head.post(CAPACITY_PATHS.tasks, taskOf(city.units.schoolDivision, { name: 'Schülerausweise' }));
  permits = made.body.id;
  await otherHead.post(CAPACITY_PATHS.tasks, taskOf(city.units.parks, { name: 'Baumfällanträge' }));
});
afterAll(() => app.stop());

const volumes = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const read = async (who: HttpClient, text: string, kind?: string): Promise<Answer> =>
  upload(who, text, { fileName: 'liste.csv', ...(kind === undefined ? {} : { kind }) });
const numbersOf = async (): Promise<TaskNumbers> => (await head.get(CAPACITY_PATHS.numbers(permits))).body;
const cases = async (year: number, month = 1): Promise<number | null | undefined> =>
  (await numbersOf()).years.find(({ fiscalYear }) => fiscalYear === year)?.actual[month - 1];
const runs = async (): Promise<number> =>
  asOwner(app, async (owner) => Number((await owner.query(`SELECT count(*) AS runs FROM import_run`)).rows[0].runs));

test('a head brings in the case numbers of the own units, sees them, and takes them back', async () => {
  const { status, body: run } = await read(head, volumes('Schülerausweise;40.1;2025-01;31;Ist'));
  expect([status, run.kind, run.preview.findings.errors]).toEqual([200, 'volumes', 0]);
  await commit(head, run);
  expect(await cases(2025)).toBe(31);
  const listed: ImportListRow[] = (await head.get('/api/v1/imports')).body.rows;
  expect(listed.map(({ id }) => id)).toEqual([run.id]);
  expect((await undo(head, run.id)).state).toBe('undone');
  expect(await cases(2025)).toBeUndefined();
});

test('rows of other units are refused row by row with the rule; nothing is told of tasks elsewhere', async () => {
  const text = volumes(
    'Schülerausweise;40.1;2025-01;7;Ist',
    'Baumfällanträge;67;2025-01;8;Ist',
    'Baumfällanträge;;2025-01;8;Ist',
    'Gibt es nirgends;67;2025-01;8;Ist',
  );
  const { body: run } = await read(head, text);
  const findings: readonly ImportFinding[] = run.preview.findings.first;
  expect(findings.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'Amt', 'RECORD_UNIT_FOREIGN'],
    [4, 'Aufgabe', 'RECORD_TASK_OF_AREA'],
    [5, 'Amt', 'RECORD_UNIT_FOREIGN'],
  ]);
  const told = await head.get(`/api/v1/imports/${run.id}/errors.csv`);
  expect(told.body).toContain('Diese Einheit gehört nicht zu Ihrem Bereich.');
  const refused = await head.post(`/api/v1/imports/${run.id}/commit`, { previewHash: run.previewHash });
  expect(refused.body.code).toBe('IMPORT_HAS_ERRORS');
  const change = { version: run.version, leavesOutWrongRows: true };
  const { body: without } = await head.put(`/api/v1/imports/${run.id}/mapping`, change);
  await commit(head, without);
  expect(await cases(2025)).toBe(7);
  await undo(head, run.id);

  // Finance keeps the figures of everybody.
  const { body: whole } = await read(finance, volumes('Baumfällanträge;67;2025-01;8;Ist'));
  expect(whole.preview.findings.errors).toBe(0);
});

test.each([
  ['a head', 'department_head', 'posts and plans', PLAN, undefined, 'IMPORT_NOT_YOURS_STAFFING'],
  ['a head', 'department_head', 'bookings', BOOKINGS, 'bookings', 'IMPORT_NOT_YOURS_BUDGET'],
  [
    'a head',
    'department_head',
    'sites',
    'Standortnummer;Name des Standorts\nS1;Rathaus\n',
    'sites',
    'IMPORT_NOT_YOURS_REGISTERS',
  ],
  ['the personnel office', 'personnel_office', 'bookings', BOOKINGS, 'bookings', 'IMPORT_NOT_YOURS_BUDGET'],
])('%s (%s) is refused %s in plain words, and nothing is stored', async (_, role, __, text, kind, code) => {
  const before = await runs();
  const { status, body } = await read(role === 'department_head' ? head : office, text, kind);
  expect([status, body.code]).toEqual([403, code]);
  expect(body.detail).toMatch(/nichts gespeichert\..*„Was steht in der Datei\?“/);
  expect(await runs()).toBe(before);
});

test('the personnel office brings in a staffing plan, and only it and finance may', async () => {
  const { body: run } = await read(office, PLAN);
  expect([run.kind, run.preview.findings.errors]).toEqual(['staffing_plan', 0]);
  await commit(office, run);
  const plan: StaffingPlanPage = (await office.get(`${CAPACITY_PATHS.staffingPlan}?fiscalYear=2026`)).body;
  expect(plan.totals?.totalHundredths).toBe(4_275);
  await undo(office, run.id);
});

test('imports of others do not exist: not to see, to commit, to read anew, to cancel or to undo', async () => {
  const { body: run } = await read(head, volumes('Schülerausweise;40.1;2025-01;31;Ist'));
  const path = `/api/v1/imports/${run.id}`;
  const answers = await Promise.all([
    office.get(path),
    office.get(`${path}/errors.csv`),
    office.post(`${path}/commit`, { previewHash: run.previewHash }),
    office.put(`${path}/mapping`, { version: run.version, leavesOutWrongRows: true }),
    office.post(`${path}/cancel`, {}),
    office.post(`${path}/undo`, { reason: 'falsch' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(6).fill(404));
  expect((await office.get('/api/v1/imports')).body.rows.map(({ id }: ImportListRow) => id)).not.toContain(run.id);
  expect((await finance.get(path)).status).toBe(200);
  expect((await head.post(`${path}/cancel`, {})).body.state).toBe('cancelled');
});

test('several files at once hold to the same: what is not the person’s fails with its reason, the rest comes in', async () => {
  const sent = await uploadBatch(head, [
    { name: 'zahlen.csv', content: volumes('Schülerausweise;40.1;2025-01;5;Ist') },
    { name: 'plan.csv', content: PLAN },
  ]);
  const batch = await whenBatchAtRest(head, sent.body.id);
  expect(batch.runs.map(({ state, failureCode }) => [state, failureCode])).toEqual([
    ['previewed', null],
    ['failed', 'IMPORT_NOT_YOURS_STAFFING'],
  ]);
  expect((await office.get(`/api/v1/import-batches/${batch.id}`)).status).toBe(404);
  await commitBatch(head, batch);
  expect(await cases(2025)).toBe(5);
  await undo(head, batch.runs[0]?.id ?? '');
});

test('what a head may no longer keep, the work that goes on does not bring in, and the way back is closed', async () => {
  const { body: earlier } = await read(head, volumes('Schülerausweise;40.1;2024-12;12;Ist'));
  await commit(head, earlier);
  const { body: run } = await read(head, volumes('Schülerausweise;40.1;2025-01;31;Ist'));
  const moveTo = (unitId: string): Promise<unknown> =>
    asOwner(app, (owner) =>
      owner.query(`UPDATE role_assignment SET unit_id = $1 WHERE person_id = $2`, [
        unitId,
        city.people.department_head.id,
      ]),
    );
  await moveTo(city.units.parks);
  try {
    expect(await commit(head, run)).toMatchObject({ state: 'previewed', failureCode: 'IMPORT_PREVIEW_CHANGED' });
    const kept = await head.post(`/api/v1/imports/${earlier.id}/undo`, { reason: 'falsch' });
    expect([kept.status, kept.body.code]).toEqual([403, 'IMPORT_UNDO_FOREIGN']);
  } finally {
    await moveTo(city.units.school);
  }
  expect([await cases(2025), await cases(2024, 12)]).toEqual([undefined, 12]);
});
