import type { HttpClient } from '../../../test/http-client';
import { readPdf, type ReadPdf } from '../../../test/pdf-text';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { plantLines } from '../../../test/plan-lines';
import { startTestApp, type TestApp } from '../../../test/test-app';

const PLANS = '/api/v1/planning/plan-versions';
let app: TestApp;
let city: City;
let finance: HttpClient;
let lines: string[];
let plan: string;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2027, isTwoYears: false });
  lines = await plantLines(app, city, [
    { number: '1.01', frame: null, subBudget: 'FB 10' },
    { number: '1.02', frame: null, subBudget: 'FB 10' },
    { number: '1.03', frame: null, subBudget: 'FB 10', account: '783125', direction: 'payment', sphere: 'investing' },
    { number: '2.01', frame: null, subBudget: 'FB 40' },
  ]);
  await asOwner(app, (owner) =>
    owner.query(`UPDATE budget_line SET explanation = 'Größere Räume im Süden' WHERE number = '1.02'`),
  );
  plan = (await finance.post(PLANS, { name: 'Haushalt 2027', kind: 'budget', firstYear: 2027, isTwoYears: false })).body
    .id;
  await setCells([
    [lines[0], 2027, 123_456_789],
    [lines[0], 2028, 0],
    [lines[1], 2027, -500],
    [lines[2], 2027, 700],
    [lines[3], 2027, 11],
  ]);
});
afterAll(() => app.stop());

async function setCells(cells: readonly (readonly [string | undefined, number, number])[]): Promise<void> {
  const answer = await finance.put(`${PLANS}/${plan}/amounts`, {
    lineIds: cells.map(([lineId]) => lineId),
    fiscalYears: cells.map(([, year]) => year),
    amountCents: cells.map(([, , amountCents]) => amountCents),
  });
  expect(answer.status).toBe(200);
}

async function print(query = '', language = 'de'): Promise<ReadPdf> {
  const response = await fetch(`${app.url}${PLANS}/${plan}/paper.pdf${query}`, {
    headers: { ...finance.headers, 'accept-language': language },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return readPdf(Buffer.from(await response.arrayBuffer()));
}

test('Cover, whole plan and a page for each sub-budget, each with its number, its stand and the draft marked', async () => {
  const { pages } = await print();
  expect(pages.map((page) => page.split('\n').filter((line) => /^(Seite|ENTWURF)/.test(line)))).toEqual([
    ['ENTWURF', 'ENTWURF', 'Seite 1 von 4'],
    ['ENTWURF', 'Seite 2 von 4'],
    ['ENTWURF', 'Seite 3 von 4'],
    ['ENTWURF', 'Seite 4 von 4'],
  ]);
  expect(pages[0]).toContain('Musterstadt\nHaushalt 2027\nHaushaltsjahr 2027, mit mittelfristiger Planung');
  expect(pages[1]).toContain('Gesamtplan');
  expect(pages[2]).toContain('Teilhaushalt FB 10');
  expect(pages[3]).toContain('Teilhaushalt FB 40');
  expect(pages[3]).toContain('Stand 05.10.2026, 07:30 · Entwurf');
});

test('A page says every line with its years and explanation, in German numbers; not planned is a dash, zero is zero', async () => {
  const why = { version: 0, text: 'Lizenzen für 600 Arbeitsplätze' };
  expect((await finance.put(`${PLANS}/${plan}/lines/${lines[0]}/explanation`, why)).status).toBe(200);
  const { pages } = await print();
  const [expense = '', payment = ''] = (pages[2] ?? '').split('Finanzhaushalt: Auszahlungen');
  expect(expense).toContain(
    '1.01\nZeile 1.01\nProdukt 1.11.1, Sachkonto 429100\nErläuterung: Lizenzen für 600 Arbeitsplätze\n–\n1.234.567,89\n0,00\n–\n–',
  );
  expect(expense).toContain('Erläuterung: Größere Räume im Süden\n–\n–5,00\n–\n–\n–');
  expect(expense).toContain('Summe\n2 Zeilen\n–\n1.234.562,89\n0,00\n–\n–');
  expect(payment).toContain('Summe\n1 Zeile\n–\n7,00\n–\n–\n–');
});

test('T2 on the page of the whole plan the sub-budgets sum to the whole, expense and payments apart', async () => {
  const whole = (await print()).pages[1] ?? '';
  expect(whole).toContain(
    'FB 10\n2 Zeilen\n–\n1.234.562,89\n0,00\n–\n–\nFB 40\n1 Zeile\n–\n0,11\n–\n–\n–\nSumme\n–\n1.234.563,00\n0,00\n–\n–',
  );
  expect(whole).toContain('Finanzhaushalt: Auszahlungen');
});

test('It can be read aloud: language, title, headings, heads of rows and columns; it does not claim more', async () => {
  const { objects } = await print();
  for (const part of [
    '/Lang (de-DE)',
    '/DisplayDocTitle true',
    '/MarkInfo',
    '/S /H1',
    '/S /H2',
    '/Scope /Column',
    '/Scope /Row',
  ]) {
    expect([part, objects.includes(part)]).toEqual([part, true]);
  }
  expect(objects.match(/\/S \/Table/g)).toHaveLength(6);
  // The printed dash is an en dash; aloud and when copied it is a minus.
  expect(Buffer.from(objects, 'latin1').includes(Buffer.from('\u22125,00', 'utf16le').swap16())).toBe(true);
  expect(objects.toLowerCase()).not.toContain('pdfua');
});

test('In English, with English numbers', async () => {
  const { pages, objects } = await print('', 'en');
  expect(objects).toContain('/Lang (en-GB)');
  expect(pages[2]).toContain('1,234,567.89');
  expect(pages[3]).toContain('Page 4 of 4');
});

test('One sub-budget alone; one that the plan does not have is not found', async () => {
  const { pages } = await print('?subBudget=FB%2040');
  expect([pages.length, pages[1]?.includes('Teilhaushalt FB 40')]).toEqual([2, true]);
  expect((await finance.get(`${PLANS}/${plan}/paper.pdf?subBudget=FB%2099`)).status).toBe(404);
});

test('A long sub-budget goes on over pages, each with the heads of its columns', async () => {
  const many = await plantLines(
    app,
    city,
    Array.from({ length: 60 }, (_, at) => ({
      number: `5.${String(at).padStart(2, '0')}`,
      frame: null,
      subBudget: 'FB 50',
    })),
  );
  await setCells(many.map((lineId) => [lineId, 2027, 100] as const));
  const { pages } = await print('?subBudget=FB%2050');
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.slice(1).every((page) => page.includes('2027 in €'))).toBe(true);
  const printed = pages.join('\n').match(/^5\.\d\d$/gm);
  expect(printed).toEqual(many.map((_, at) => `5.${String(at).padStart(2, '0')}`));
  expect(pages.at(-1)).toContain('Summe\n60 Zeilen\n–\n60,00');
});

describe('R22 what has changed', () => {
  let supplement = '';
  const printed = async (query = ''): Promise<string> => {
    const response = await fetch(`${app.url}${PLANS}/${supplement}/paper.pdf${query}`, { headers: finance.headers });
    expect(response.status).toBe(200);
    const { pages } = readPdf(Buffer.from(await response.arrayBuffer()));
    return pages.filter((page) => page.includes('Was sich geändert hat')).join('\n');
  };

  beforeAll(async () => {
    // The plan that runs, and a draft for the same year that was made from it.
    const running = [city.tenantId, city.people.finance.id, app.clock.now()];
    await asOwner(app, async (owner) => {
      const { rows } = await owner.query<{ version_id: string }>(
        `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, created_by, created_at)
         VALUES ($1, gen_random_uuid(), 'Haushalt 2028', 'budget', 2028, 2028, 'draft', $2, $3) RETURNING version_id`,
        running,
      );
      const versionId = rows[0]?.version_id;
      await owner.query(
        `INSERT INTO plan_amount SELECT $1, $2, line_id, 2028, 10000000 FROM unnest($3::uuid[]) AS line_id`,
        [city.tenantId, versionId, [lines[0], lines[1], lines[3]]],
      );
      await owner.query(
        `UPDATE plan_version SET state = 'in_force', in_force_on = '2028-01-01' WHERE version_id = $1`,
        [versionId],
      );
    });
    await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2028, isTwoYears: false });
    const made = { name: 'Neufassung 2028', kind: 'budget', firstYear: 2028, isTwoYears: false };
    supplement = (await finance.post(PLANS, made)).body.id;
    await finance.put(`${PLANS}/${supplement}/amounts`, {
      lineIds: [lines[0], lines[1], lines[3]],
      fiscalYears: [2028, 2028, 2028],
      amountCents: [10_000_000, 10_000_000, 10_000_000],
    });
    await asOwner(app, async (owner) => {
      await owner.query(`UPDATE plan_version SET state = 'introduced' WHERE version_id = $1`, [supplement]);
    });
    const step = async (code: string, amountCents: number, result: string): Promise<void> => {
      const { body } = await finance.post(`${PLANS}/${supplement}/changes`, {
        ...{ kind: 'motion', code, origin: 'Fraktion A', title: `Antrag ${code}`, reason: 'Mehr Lizenzen für Schulen' },
        ...{ lineIds: [lines[0]], fiscalYears: [2028], amountCents: [amountCents] },
      });
      await finance.put(`${PLANS}/${supplement}/changes/${body.id}/result`, {
        ...{ result, committee: 'Finanzausschuss', decidedOn: '2026-10-01', version: body.version ?? 1 },
      });
    };
    await step('FWE198', 8_000_000, 'accepted');
    await step('FWE199', 10_000_000, 'rejected');
  });

  test('T22 every step with class, committee, day and result, also what was rejected', async () => {
    const page = await printed();
    expect(page).toContain('FWE198\nAntrag FWE198\nFraktion A\nGrund: Mehr Lizenzen für Schulen');
    expect(page).toContain('1.01 2028: +80.000,00');
    expect(page.replace(/\s+/g, ' ')).toContain('angenommen (Finanzausschuss, 01.10.2026)');
    expect(page.replace(/\s+/g, ' ')).toContain('abgelehnt (Finanzausschuss, 01.10.2026)');
  });

  test('what differs from the version in force, before and now, with the reason; what is the same is not named', async () => {
    const page = await printed();
    const since = page.slice(page.indexOf('Geändert gegenüber „Haushalt 2028“ (in Kraft)'));
    expect(since).toContain(
      '1.01\nZeile 1.01\nGrund: FWE198: Mehr Lizenzen für Schulen\n2028\n100.000,00\n180.000,00\n80.000,00',
    );
    expect(since).not.toContain('1.02');
  });

  test('a single sub-budget names the changes of its own lines, and that a change goes on elsewhere', async () => {
    const { status, body } = await finance.post(`${PLANS}/${supplement}/changes`, {
      ...{ kind: 'motion', code: 'FWE200', origin: 'Fraktion B', title: 'Antrag FWE200', reason: 'Zwei Bereiche' },
      ...{ lineIds: [lines[0], lines[3]], fiscalYears: [2028, 2028], amountCents: [100, 300] },
    });
    expect([status, body.code]).toEqual([201, undefined]);
    const own = await printed('?subBudget=FB%2010');
    expect(own).toContain('Antrag FWE198');
    expect(own).toContain('100.000,00\n180.000,00\n80.000,00');
    expect(own.replace(/\s+/g, ' ')).toContain(
      'Grund: Zwei Bereiche 1.01 2028: +1,00 € dazu ein Betrag in einem anderen Teilhaushalt',
    );
    const other = await printed('?subBudget=FB%2040');
    expect([other.includes('Antrag FWE200'), other.includes('Antrag FWE198')]).toEqual([true, false]);
    expect(other.replace(/\s+/g, ' ')).toContain('2.01 2028: +3,00 € dazu ein Betrag in einem anderen Teilhaushalt');
  });
});

test('A copy by rules says by which rule an amount came about, before what is said about its line in general', async () => {
  await finance.post('/api/v1/planning/fiscal-years', { fiscalYear: 2029, isTwoYears: false });
  const rates = [{ fiscalYear: 2029, basisPoints: 250 }];
  const rule = { by: 'account', value: '42', basis: 'year_before', rounding: 'cent', rates };
  const copy = { copyFromId: plan, laterYears: 'repeat_last', rules: [rule] };
  const made = await finance.post(PLANS, {
    ...{ name: 'Haushalt 2029', kind: 'budget', firstYear: 2029, isTwoYears: false, ...copy },
  });
  const response = await fetch(`${app.url}${PLANS}/${made.body.id}/paper.pdf`, { headers: finance.headers });
  const page = readPdf(Buffer.from(await response.arrayBuffer()))
    .pages.join('\n')
    .replace(/\s+/g, ' ');
  expect(page).toContain('Geändert gegenüber „Haushalt 2027“');
  expect(page).toContain('Grund: beim Kopieren fortgeschrieben, +2,5 % zum Vorjahr 2029');
  expect(page).not.toContain('Grund: Größere Räume');
});

test('As of a day it prints what stood there then, and says so', async () => {
  app.clock.set(new Date('2026-10-07T09:00:00+02:00'));
  finance = await loginAs(app, 'finance');
  await setCells([[lines[3], 2027, 99]]);
  const { pages } = await print('?asOf=2026-10-06&subBudget=FB%2040');
  expect(pages[1]).toContain('Summe\n1 Zeile\n–\n0,11');
  expect(pages[0]).toContain('06.10.2026, Ende des Tages, so wie bis dahin erfasst');
  expect(pages[1]).toContain('Stand 06.10.2026 ·');
  expect((await print('?subBudget=FB%2040')).pages[1]).toContain('Summe\n1 Zeile\n–\n0,99');
  expect((await finance.get(`${PLANS}/${plan}/paper.pdf?asOf=2026-10-04`)).status).toBe(404);
});

test('More lines than one document holds are refused with the way out; a sub-budget still prints', async () => {
  const many = Array.from({ length: 5001 }, (_, at) => ({ number: `9.${at}`, frame: null, subBudget: 'FB 90' }));
  await plantLines(app, city, many);
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO plan_amount SELECT tenant_id, $1, line_id, 2027, 1 FROM budget_line WHERE number LIKE '9.%'`,
      [plan],
    ),
  );
  const refused = await finance.get(`${PLANS}/${plan}/paper.pdf`);
  expect([refused.status, refused.body.code, refused.body.max]).toEqual([409, 'PLAN_PAPER_TOO_LONG', 5000]);
  expect((await print('?subBudget=FB%2010')).pages).toHaveLength(2);
});

test('The clerk prints nothing, the auditor does; for the neighbouring city there is no such plan', async () => {
  const address = `${PLANS}/${plan}/paper.pdf?subBudget=FB%2010`;
  expect((await (await loginAs(app, 'clerk')).get(address)).status).toBe(403);
  expect((await (await loginAs(app, 'auditor')).get(address)).status).toBe(200);
  const neighbour = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await neighbour.get(address)).status).toBe(404);
});
