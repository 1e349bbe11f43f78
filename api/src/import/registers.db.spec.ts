import { CAPACITY_PATHS, type TaskNumbers } from '@etatlotse/contracts/capacity/plain';
import type { ContractRow } from '@etatlotse/contracts/contract/plain';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { CONTRACTS, showContract } from '../../test/contracts';
import type { Answer, HttpClient } from '../../test/http-client';
import { commit, undo, upload } from '../../test/import-files';
import { addLine, openYear } from '../../test/ledger-builder';
import { type City, createCity, loginAs } from '../../test/people';
import { addTask } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

/* The lists that an office keeps in a spreadsheet become the registers: with the same preview, errors, yes and way back. */

let app: TestApp;
let city: City;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  await openYear(app, city, 2026);
  await addLine(app, city, { number: '4S.1', appropriationCents: 0, unitId: city.units.school });
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

const read = async (file: string, fields: Record<string, string> = {}): Promise<ImportRun> =>
  (await upload(finance, file, { fields })).body;
const answer = async (run: ImportRun, value: string, id = 'RECORD_KNOWN'): Promise<ImportRun> =>
  (
    await finance.put(`/api/v1/imports/${run.id}/mapping`, {
      version: run.version,
      answers: [{ id, value }],
    })
  ).body;
const tryUndo = (run: ImportRun): Promise<Answer> =>
  finance.post(`/api/v1/imports/${run.id}/undo`, { reason: 'falsche Liste' });
const contracts = async (q: string): Promise<readonly ContractRow[]> =>
  (await finance.get(`${CONTRACTS}?fiscalYear=2026&withEnded=true&q=${q}`)).body.rows;

const LIST = [
  'Vertragsnummer;Vertragspartner;Gegenstand;Haushaltszeile;Amt;Vertragsbeginn;Vertragsende;Kündigungsfrist;Verlängerung;Jahreskosten brutto',
  'R-1;Bechtle AG;Wartung Firewall;4S.1;40;01.01.2024;31.12.2026;3 Monate;12 Monate;48.000,00',
  'R-2;Nord-IT GmbH;Lizenzen Büro;4S.1;;01.01.2025;;6 Wochen zum Quartalsende;;1.234,50',
].join('\n');

describe('Verträge aus einer Liste', () => {
  test('are recognised, reckoned and taken over with one yes; taking back leaves the register as it was', async () => {
    const run = await read(LIST.replace(';40;', ';;'));
    expect([run.kind, run.preview?.questions, run.preview?.findings.errors]).toEqual(['contracts', [], 0]);
    expect(run.preview?.effects).toMatchObject({ recordsCreated: 2, recordsUpdated: 0, movements: 0, linesCreated: 0 });
    const committed = await commit(finance, run);
    expect(committed.effects).toMatchObject({ recordsCreated: 2 });

    const [first] = await contracts('R-1');
    expect(first).toMatchObject({
      vendor: 'Bechtle AG',
      costCents: 4_800_000,
      termEndsOn: '2026-12-31',
      isDemo: false,
    });
    const shown = await showContract(finance, first?.id ?? '');
    expect(shown).toMatchObject({ notice: { length: 3, unit: 'months', to: 'term_end' }, priceBasis: 'gross' });
    expect(shown.events).toMatchObject([{ kind: 'created', recordedBy: 'Test finance' }]);

    expect((await undo(finance, run.id)).state).toBe('undone');
    expect(await contracts('R-')).toEqual([]);
    const log = await (await loginAs(app, 'auditor')).get(`/api/v1/audit?subjectId=${first?.id}`);
    expect(JSON.stringify(log.body)).toContain('contract.created');
  });

  test('each wrong row is told with its column, its value and what to do; the others come without it', async () => {
    const run = await read(
      `${LIST.replace(';40;', ';Amt 99;').replace('1.234,50', 'folgt')}\nR-3;Bechtle;Netz;4S.77;;01.01.2026;31.12.2025;;;1,00` +
        `\nR-4;BECHTLE ag;Netz;4S.1;;01.01.2026;31.12.2025;;;1,00\nR-5;Süd;Netz;4S.1;;01.01.2026;31.12.2027;;;1,00`,
    );
    expect(run.preview?.findings.first.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [2, 'Amt', 'RECORD_UNIT', 'Amt 99'],
      [3, 'Jahreskosten brutto', 'RECORD_PRICE', 'folgt'],
      [4, 'Haushaltszeile', 'RECORD_LINE', '4S.77'],
      [5, 'Vertragsnummer', 'RECORD_REFUSED', 'R-4'],
    ]);
    const list = await finance.get(`/api/v1/imports/${run.id}/errors.csv`);
    expect(list.body).toContain('Bitte Kürzel oder Namen wie in der Organisation schreiben.');
    expect(list.body).toContain('Der letzte Tag liegt vor dem Beginn des Vertrags.');
    const { body: without } = await finance.put(`/api/v1/imports/${run.id}/mapping`, {
      version: run.version,
      leavesOutWrongRows: true,
    });
    expect(without.preview).toMatchObject({ findings: { errors: 0, wrongRows: 4 }, effects: { recordsCreated: 1 } });
    await commit(finance, without);
    expect((await contracts('R-')).map(({ number }) => number)).toEqual(['R-5']);
    await undo(finance, run.id);
  });

  test('known numbers are asked about: kept, or changed by the file with the way back to what stood before', async () => {
    const first = await commit(finance, await read(LIST.replace(';40;', ';;')));
    const dearer = LIST.replace(';40;', ';;').replace('48.000,00', '51.000,00').replace('Nord-IT GmbH', 'NORD IT');
    const run = await read(`${dearer}\nR-9;Bechtle AG;Neu;4S.1;;01.01.2026;31.12.2026;;;10,00`);
    expect(run.preview?.questions).toMatchObject([{ id: 'RECORD_KNOWN', params: { count: 1, example: 'R-1' } }]);
    expect(run.preview?.findings).toMatchObject({ errors: 0, infos: 1, first: [{ code: 'RECORD_VENDOR_KNOWN' }] });

    const kept = await answer(run, 'keep');
    expect([kept.preview?.questions, kept.preview?.effects]).toEqual([
      [],
      expect.objectContaining({ recordsCreated: 1, recordsUpdated: 0 }),
    ]);
    const changed = await answer(kept, 'update');
    expect(changed.preview?.effects).toMatchObject({ recordsCreated: 1, recordsUpdated: 1 });
    await commit(finance, changed);
    const [row] = await contracts('R-1');
    expect(row).toMatchObject({ costCents: 5_100_000, version: 2 });

    // The first import made what the second one changed: it cannot go before it.
    const { body: blocked } = await tryUndo(first);
    expect([blocked.code, JSON.stringify(blocked)]).toEqual([
      'IMPORT_UNDO_BLOCKED',
      expect.stringContaining('record_used'),
    ]);
    await undo(finance, run.id);
    const shown = await showContract(finance, row?.id ?? '');
    expect(shown).toMatchObject({ yearlyCents: 4_800_000, version: 3 });
    expect(shown.events.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'created']);
    expect(await contracts('R-9')).toEqual([]);
  });
});

describe('Vorhaben aus einer Liste', () => {
  const projects = async (q: string): Promise<readonly { id: string; name: string }[]> =>
    (await finance.get(`/api/v1/projects?q=${q}`)).body.rows;
  const FILE = [
    'Projektname;Projektart;Programm;Projektbeginn;Projektende;Auftraggeber;Phase;Aufwand 2026;Aufwand 2027',
    'DMS Einführung;Projekt;Digitales Rathaus;01.03.2026;30.09.2027;Inga Lorenz;Umsetzung;25.000,00;12.000,00',
    'Digitales Rathaus;Programm;;01.01.2026;31.12.2028;;;;',
  ].join('\n');

  test('stand below the programme of the same file, with their costs by year; a second reading changes nothing', async () => {
    const run = await commit(finance, await read(FILE));
    expect(run.effects).toMatchObject({ recordsCreated: 2, recordsUpdated: 0 });
    const [dms] = await projects('DMS');
    const shown = (await finance.get(`/api/v1/projects/${dms?.id}`)).body;
    expect(shown).toMatchObject({ name: 'DMS Einführung', sponsor: 'Inga Lorenz', phase: 'implementation' });
    expect(JSON.stringify(shown)).toContain('Digitales Rathaus');
    expect(JSON.stringify(shown.plan?.costs ?? shown.costs)).toContain('2500000');

    const again = await read(FILE, { confirmRepeat: 'true' });
    expect(again.preview).toMatchObject({ questions: [], effects: { recordsCreated: 0, recordsUpdated: 0 } });

    const later = await answer(await read(FILE.replace('30.09.2027', '31.03.2028').replace('12.000,00', '')), 'update');
    await commit(finance, later);
    expect((await tryUndo(run)).body.code).toBe('IMPORT_UNDO_BLOCKED');
    await undo(finance, later.id);
    const back = (await finance.get(`/api/v1/projects/${dms?.id}`)).body;
    expect(JSON.stringify(back)).toContain('2027-09-30');
  });

  test.each([
    ['an unknown programme', 'Digitales Rathaus;01.03', 'Nirgends;01.03', 'RECORD_PARENT'],
    ['an end before the start', '30.09.2027', '30.09.2025', 'RECORD_REFUSED'],
    ['an unknown phase', 'Umsetzung', 'irgendwann', 'RECORD_WORD'],
    ['a cost below nothing', '25.000,00', '-25.000,00', 'RECORD_COST_NEGATIVE'],
  ])('%s is told at its row', async (_, from, to, code) => {
    const run = await read(FILE.replaceAll('DMS Einführung', 'Neues Vorhaben').replace(from, to));
    expect(run.preview?.findings.first).toMatchObject([{ row: 2, code, severity: 'error' }]);
  });
});

describe('Fallzahlen aus einer Liste', () => {
  let head: HttpClient;
  let permits: string;
  beforeAll(async () => {
    head = await loginAs(app, 'department_head');
    permits = await addTask(head, city.units.school, 120, { name: 'Schülerausweise' });
    await addTask(head, city.units.school, 12, { name: 'Anmeldung' });
    await addTask(head, city.units.schoolDivision, 12, { name: 'Anmeldung' });
  });
  const numbers = async (): Promise<TaskNumbers> => (await head.get(CAPACITY_PATHS.numbers(permits))).body;
  const actualsOf = async (year: number): Promise<readonly (number | null)[]> =>
    (await numbers()).years.find(({ fiscalYear }) => fiscalYear === year)?.actual ?? [];
  const none = (count: number): null[] => Array<null>(count).fill(null);
  const LIST = [
    'Aufgabe;Amt;Monat;Fallzahl;Art',
    'Schülerausweise;40;2026-07;31;Ist',
    'SCHÜLERAUSWEISE;;August 2026;;Ist',
    'Schülerausweise;40;09.2026;0;Ist',
    'Schülerausweise;40;2026-12;17;Plan',
  ].join('\n');

  test('a month left blank stays unknown and is told; the plan that stood before comes back with the undo', async () => {
    const asked = await read(LIST);
    expect([asked.kind, asked.preview?.findings.errors, asked.preview?.totals]).toEqual([
      'volumes',
      0,
      [expect.objectContaining({ column: 'Fallzahl', rows: 2, sumCents: 4_800 })],
    ]);
    expect(asked.preview?.findings.first.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [4, 'RECORD_MONTH_GAP', 'warning'],
      [3, 'VOLUME_BLANK', 'info'],
    ]);
    expect(asked.preview?.questions).toMatchObject([
      { id: 'RECORD_KNOWN', params: { count: 1, example: 'Schülerausweise 12/2026' } },
      { id: 'MONTH_GAPS', params: { row: 4, example: 'Schülerausweise 09/2026' } },
    ]);
    const open = await answer(asked, 'update');
    // A month that nobody named is not taken for 0, nor for unknown: somebody says so first.
    const refused = await finance.post(`/api/v1/imports/${open.id}/commit`, { previewHash: open.previewHash });
    expect([refused.body.code, await actualsOf(2026)]).toEqual(['IMPORT_HAS_QUESTIONS', none(12)]);
    const ready = await answer(open, 'unknown', 'MONTH_GAPS');
    expect(ready.preview?.effects).toMatchObject({ recordsCreated: 2, recordsUpdated: 1 });
    const run = await commit(finance, ready);
    expect(await actualsOf(2026)).toEqual([...none(6), 31, null, 0, ...none(3)]);
    expect((await numbers()).years[0]?.planned[11]).toBe(17);

    expect((await upload(finance, LIST, {})).body.code).toBe('FILE_ALREADY_IMPORTED');
    const again = await read(LIST, { confirmRepeat: 'true' });
    expect(again.preview).toMatchObject({ questions: [], effects: { recordsCreated: 0, recordsUpdated: 0 } });

    // Another month of the task is another matter; a month typed over is not taken away.
    const next = await commit(finance, await read('Aufgabe;Monat;Fälle Ist\nSchülerausweise;08/2026;12\n'));
    const { version } = await numbers();
    const typed = {
      years: [{ fiscalYear: 2026, kind: 'actual', counts: [...none(6), 30, 12, 0, ...none(3)] }],
      version,
    };
    expect((await head.put(CAPACITY_PATHS.numbers(permits), typed)).status).toBe(200);
    expect((await tryUndo(run)).body.code).toBe('IMPORT_UNDO_BLOCKED');
    const back = { years: [{ ...typed.years[0], counts: [...none(6), 31, 12, 0, ...none(3)] }], version: version + 1 };
    expect((await head.put(CAPACITY_PATHS.numbers(permits), back)).status).toBe(200);
    await undo(finance, run.id);
    expect(await actualsOf(2026)).toEqual([...none(7), 12, ...none(4)]);
    expect((await numbers()).years[0]?.planned[11]).toBe(10);
    await undo(finance, next.id);
    expect(await actualsOf(2026)).toEqual(none(12));
  });

  test('a year a row comes in with its months in columns', async () => {
    const text = `Aufgabe;Jahr;Art;Januar;Februar;März\nSchülerausweise;2025;Ist;4;;6\n`;
    const run = await read(text);
    expect(run.preview).toMatchObject({ questions: [], effects: { recordsCreated: 2 }, findings: { warnings: 1 } });
    await commit(finance, run);
    expect(await actualsOf(2025)).toEqual([4, null, 6, ...none(9)]);
    await undo(finance, run.id);
    expect(await actualsOf(2025)).toEqual([]);
  });

  test('each wrong cell is told with what to do, and nothing half is stored', async () => {
    const run = await read(
      [
        'Aufgabe;Amt;Monat;Fallzahl;Art',
        'Ausweise;40;2026-01;1;Ist',
        'Schülerausweise;Amt 99;2026-01;1;Ist',
        'Anmeldung;;2026-01;1;Ist',
        'Schülerausweise;40;2026-01;-1;Ist',
        'Schülerausweise;40;2026-01;1,5;Ist',
        'Schülerausweise;40;2026-11;1;Ist',
        'Anmeldung;40;2026-01;1;Ist',
        'Anmeldung;40;Jan 2026;2;Ist',
      ].join('\n'),
    );
    expect(run.preview?.findings.first.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [2, 'Aufgabe', 'RECORD_TASK_OF_UNIT', 'Ausweise'],
      [3, 'Amt', 'RECORD_UNIT', 'Amt 99'],
      [4, 'Aufgabe', 'RECORD_TASK_OPEN', 'Anmeldung'],
      [5, 'Fallzahl', 'RECORD_CASES', '-1'],
      [6, 'Fallzahl', 'RECORD_CASES', '1,5'],
      [7, 'Monat', 'RECORD_MONTH_AHEAD', '2026-11'],
      [9, 'Monat', 'RECORD_MONTH_TWICE', '2026-01'],
    ]);
    const list = await finance.get(`/api/v1/imports/${run.id}/errors.csv`);
    expect(list.body).toContain('Für 11/2026 kann noch nichts eingegangen sein.');
    const refused = await finance.post(`/api/v1/imports/${run.id}/commit`, { previewHash: run.previewHash });
    expect([refused.status >= 400, await actualsOf(2026)]).toEqual([true, none(12)]);
    const { body: without } = await finance.put(`/api/v1/imports/${run.id}/mapping`, {
      version: run.version,
      leavesOutWrongRows: true,
    });
    expect(without.preview).toMatchObject({ findings: { errors: 0, wrongRows: 7 }, effects: { recordsCreated: 1 } });
  });
});
