import {
  CAPACITY_PATHS,
  type PostDetail,
  type PostPage,
  type StaffingPlanPage,
} from '@etatlotse/contracts/capacity/plain';
import { DEVICE_PATHS } from '@etatlotse/contracts/device/plain';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { SITE_PATHS } from '@etatlotse/contracts/site/plain';
import type { Answer, HttpClient } from '../../test/http-client';
import { commit, describeWith, sharedFile, undo, upload } from '../../test/import-files';
import { asOwner, type City, createCity, loginAs } from '../../test/people';
import { addPost, occupancyOf } from '../../test/staffing';
import { startTestApp, type TestApp } from '../../test/test-app';

/* Posts, staffing plans, sites and devices come as files: with a preview, an error at its cell, one yes, and the way back. */

const MUENSTER = sharedFile('data', 'de-muenster-stellenplan-it', 'Stellenplan_2026_2027.csv');

let app: TestApp;
let city: City;
let finance: HttpClient;
let office: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  office = await loginAs(app, 'personnel_office');
});
afterAll(() => app.stop());

const read = async (
  file: string | Buffer,
  fileName = 'liste.csv',
  fields: Record<string, string> = {},
): Promise<ImportRun> => (await upload(finance, file, { fileName, fields })).body;
const update = async (run: ImportRun): Promise<ImportRun> =>
  (
    await finance.put(`/api/v1/imports/${run.id}/mapping`, {
      version: run.version,
      answers: [{ id: 'RECORD_KNOWN', value: 'update' }],
    })
  ).body;
const tryUndo = (run: ImportRun): Promise<Answer> =>
  finance.post(`/api/v1/imports/${run.id}/undo`, { reason: 'falsch' });
const wrongOf = (run: ImportRun): unknown[] =>
  (run.preview?.findings.first ?? []).map(({ row, column, code, value }) => [row, column, code, value]);

const planOf = async (year: number, query = ''): Promise<StaffingPlanPage> =>
  (await finance.get(`${CAPACITY_PATHS.staffingPlan}?fiscalYear=${year}${query}`)).body;

describeWith(MUENSTER, 'Münster’s Stellenplan 2026/2027', (file) => {
  test('4,898.32 FTE for 2026 and 4,901.66 for 2027, once each, with a preview, and gone again by the undo', async () => {
    const run = await read(file, 'Stellenplan_2026_2027.csv');
    expect([run.kind, run.preview?.questions, run.preview?.findings.errors]).toEqual(['staffing_plan', [], 0]);
    expect(run.preview?.effects).toMatchObject({
      recordsCreated: 63,
      recordsUpdated: 0,
      movements: 0,
      linesCreated: 0,
    });
    expect(run.preview?.totals.map(({ sumCents, differenceCents }) => [sumCents, differenceCents])).toContainEqual([
      489_832, 0,
    ]);
    await commit(finance, run);
    const { totals, rows, nextCursor, years } = await planOf(2026);
    expect([totals, years, rows.length]).toEqual([
      {
        groups: 63,
        officialHundredths: 125_527,
        employeeHundredths: 364_305,
        totalHundredths: 489_832,
        beforeHundredths: null,
      },
      [2026, 2027],
      50,
    ]);
    const next = await planOf(2026, `&cursor=${nextCursor}`);
    expect([next.rows.length, next.nextCursor, next.totals]).toEqual([13, null, null]);
    expect((await planOf(2027)).totals).toMatchObject({ totalHundredths: 490_166, beforeHundredths: 489_832 });
    const [it] = (await planOf(2026, '&q=citeq')).rows;
    expect(it).toMatchObject({ code: '0115', totalHundredths: 3_000, officialHundredths: 3_000 });

    // The same file again is noticed; read again on purpose, it changes nothing.
    const again = await read(file, 'Stellenplan_2026_2027.csv', { confirmRepeat: 'true' });
    expect(again.preview?.effects).toMatchObject({ recordsCreated: 0, recordsUpdated: 0 });
    expect((await undo(finance, run.id)).state).toBe('undone');
    expect((await planOf(2026)).totals).toMatchObject({ groups: 0, totalHundredths: 0 });
  });
});

describe('Stellenplan einer Stadt', () => {
  test('a later plan changes its years and keeps the others; what stood before comes back', async () => {
    const PLAN = 'Produktgruppe;Bezeichnung;VZÄ Beamte 2026;VZÄ Tarif 2026\n0101;Rat;2,50;10,00\n0102;IT;1,00;29,25\n';
    const firstRun = await read(PLAN);
    expect(firstRun.preview?.questions).toEqual([]);
    const first = await commit(finance, firstRun);
    const later = await read(PLAN.replaceAll('2026', '2027').replace('29,25', '31,25'));
    expect(later.preview?.questions).toMatchObject([{ id: 'RECORD_KNOWN', params: { count: 2 } }]);
    const changed = await commit(finance, await update(later));
    expect((await planOf(2027)).totals).toMatchObject({ totalHundredths: 4_475, beforeHundredths: 4_275 });
    expect((await tryUndo(first)).body.code).toBe('IMPORT_UNDO_BLOCKED');
    await undo(finance, changed.id);
    expect([(await planOf(2026)).totals?.totalHundredths, (await planOf(2027)).totals?.groups]).toEqual([4_275, 0]);
  });
});

describe('Einzelne Stellen', () => {
  const LIST = [
    'Stellennummer;Funktion;Amt;Entgeltgruppe;VZÄ;Vermerk;Besetzt;Besetzt seit',
    'P-1;Anmeldung;40;E 9a;1;kw 31.12.2027;0,5;01.04.2020',
    'P-2;Leitung;40;A 13;0,75;;frei;',
  ].join('\n');
  const posts = async (q: string): Promise<PostPage> => (await office.get(`${CAPACITY_PATHS.posts}?q=${q}`)).body;

  test('become the plan with one yes; the grade says who is an official, and nobody has a name', async () => {
    const run = await read(LIST);
    expect([run.kind, run.preview?.questions, run.preview?.findings.errors]).toEqual(['posts', [], 0]);
    await commit(finance, run);
    const { rows, totals } = await posts('P-');
    expect(rows).toMatchObject([
      {
        number: 'P-1',
        status: 'employee',
        weeklyMinutes: 2_340,
        noteKind: 'kw',
        noteFrom: '2028-01-01',
        states: ['partly', 'kw'],
      },
      { number: 'P-2', status: 'official', weeklyMinutes: 1_800, fullTimeMinutes: 2_400, states: ['vacant'] },
    ]);
    expect(totals?.plannedFte).toBeCloseTo(1.75, 9);
    expect((await undo(finance, run.id)).state).toBe('undone');
    expect((await posts('P-')).rows).toEqual([]);
  });

  test('what the rules refuse is told at its row, and nothing half is kept', async () => {
    const run = await read(
      `${LIST.replace(';40;A 13', ';Amt 99;A 13')}\nP-3;Kasse;40;Sonder;1;;;\nP-4;Bote;40;E 3;0,5;;1;01.01.2026\n` +
        'P-5;Pforte;40;E 3;1;;ja;01.01.2020\nP-6;Hilfe;40;E 3;;;;\n',
    );
    expect(wrongOf(run)).toEqual([
      [3, 'Amt', 'RECORD_UNIT', 'Amt 99'],
      [4, 'Entgeltgruppe', 'RECORD_POST_STATUS', 'Sonder'],
      [5, 'Stellennummer', 'RECORD_REFUSED', 'P-4'],
      [7, 'VZÄ', 'RECORD_POST_SIZE', ''],
    ]);
    const list = await finance.get(`/api/v1/imports/${run.id}/errors.csv`);
    expect(list.body).toContain('Bitte Kürzel oder Namen wie in der Organisation schreiben.');
    expect((await posts('P-')).rows).toEqual([]);
  });

  test('a known post keeps who holds it and the name the office gave; the undo gives the plan back, not the name', async () => {
    const id = await addPost(office, city.units.school, {
      number: 'P-9',
      occupancies: [occupancyOf({ holder: 'Erika Beispiel', absences: [{ from: '2026-09-01', percent: 50 }] })],
    });
    const detail = async (): Promise<PostDetail> => (await office.get(CAPACITY_PATHS.post(id))).body;
    const run = await commit(
      finance,
      await update(await read(`${LIST.split('\n')[0]}\nP-9;Kundenbüro;40;E 10;1;ku;ja;01.01.2022`)),
    );
    expect(await detail()).toMatchObject({
      ...{ name: 'Kundenbüro', grade: 'E 10', noteKind: 'ku' },
      occupancies: [{ from: '2020-01-01', holder: 'Erika Beispiel', absences: [{ from: '2026-09-01', percent: 50 }] }],
    });
    await undo(finance, run.id);
    expect(await detail()).toMatchObject({ name: 'Sachbearbeitung', grade: 'E 9a', noteKind: null, version: 3 });
    const kept = await asOwner(app, (owner) => owner.query(`SELECT before::text AS text FROM import_record`));
    expect(JSON.stringify(kept.rows)).not.toContain('Erika');
  });
});

describe('Standorte und Geräte', () => {
  const SITES = [
    'Standortnummer;Standortname;Art;Adresse;Amt;Netze',
    'S-1;IGS Nord;Schule;Nordring 1;40;Verwaltung, Pädagogik',
    'S-2;Bauhof;Betrieb;;;',
  ].join('\n');
  const DEVICES = [
    'Inventarnummer;Geräteart;Stückzahl;Kaufdatum;Nettopreis;Standort;Netz',
    'I-1;NB;25;15.03.2024;1.049,50;IGS Nord;Pädagogik',
    ';Notebook;3;10.01.2025;;;',
  ].join('\n');
  const list = async (path: string): Promise<readonly Record<string, unknown>[]> => (await finance.get(path)).body.rows;
  const sites = (): Promise<readonly Record<string, unknown>[]> => list(`${SITE_PATHS.sites}?fiscalYear=2026`);

  test('a list of sites, then one of the devices that stand there; each is taken back in its turn', async () => {
    const siteRun = await commit(finance, await read(SITES));
    expect(siteRun.effects).toMatchObject({ recordsCreated: 2 });
    expect(await sites()).toMatchObject([
      { number: 'S-2', name: 'Bauhof', kind: 'operations', zones: ['administration'] },
      { number: 'S-1', name: 'IGS Nord', kind: 'school', zones: ['administration', 'education'] },
    ]);
    await finance.post(DEVICE_PATHS.kinds, {
      ...{ code: 'NB', name: 'Notebook', netUnitCents: 99_000, vatBasisPoints: 1_900, cycleMonths: 60 },
      ...{ isStandalone: true, answerReason: '', source: 'Rahmenvertrag' },
    });
    const deviceRun = await commit(finance, await read(DEVICES));
    expect(deviceRun.effects).toMatchObject({ recordsCreated: 2 });
    const [bought, first] = await list(DEVICE_PATHS.devices);
    expect(bought).toMatchObject({ quantity: 3, netUnitCents: 99_000, networkZone: 'administration', frame: 'CORE' });
    expect(first).toMatchObject({ quantity: 25, netUnitCents: 104_950, networkZone: 'education', frame: 'SCHOOL_NET' });

    // Where devices stand, the list of sites is not taken away.
    expect((await tryUndo(siteRun)).body.code).toBe('IMPORT_UNDO_BLOCKED');
    const more = await update(await read(DEVICES.replace(';25;', ';30;').split('\n').slice(0, 2).join('\n')));
    expect(more.preview?.effects).toMatchObject({ recordsCreated: 0, recordsUpdated: 1 });
    const moreRun = await commit(finance, more);
    await undo(finance, moreRun.id);
    expect((await list(DEVICE_PATHS.devices)).map(({ quantity }) => quantity)).toEqual([3, 25]);
    expect((await tryUndo(deviceRun)).body.code).toBe('IMPORT_UNDO_BLOCKED');
  });

  test('what the rules refuse is told at its cell, in words of the form', async () => {
    const run = await read(
      [
        DEVICES.split('\n')[0],
        'I-2;Drucker;1;01.01.2025;;;',
        'I-3;NB;1;01.01.2027;;;',
        'I-4;NB;1;01.01.2025;10,005;;',
        'I-5;NB;1;01.01.2025;;Rathaus;',
        'I-6;NB;1;01.01.2025;;Bauhof;Pädagogik',
      ].join('\n'),
    );
    expect(wrongOf(run)).toEqual([
      [2, 'Geräteart', 'RECORD_DEVICE_KIND', 'Drucker'],
      [3, 'Geräteart', 'RECORD_REFUSED', 'NB'],
      [4, 'Nettopreis', 'RECORD_DEVICE_PRICE', '10005000'],
      [5, 'Standort', 'RECORD_SITE', 'Rathaus'],
      [6, 'Geräteart', 'RECORD_REFUSED', 'NB'],
    ]);
    const known = await read(SITES.replace('Verwaltung, Pädagogik', 'Verwaltung').replace('Bauhof', 'Betriebshof'));
    expect(wrongOf(known)).toEqual([[2, 'Standortnummer', 'RECORD_REFUSED', 'S-1']]);
    const errors = await finance.get(`/api/v1/imports/${known.id}/errors.csv`);
    expect(errors.body).toContain('An dem Netz, das Sie streichen');
  });
});
