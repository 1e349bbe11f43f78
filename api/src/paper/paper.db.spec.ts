import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Paper } from '@etatlotse/contracts/council/plain';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { plantLines } from '../../test/budget-city';
import { content, euro, type ExtraOffice, less, openExtraOffice } from '../../test/extra-office';
import { type HttpClient } from '../../test/http-client';
import { hasProgram, storedByLibreOffice } from '../../test/libreoffice';
import { readPdf } from '../../test/pdf-text';
import { createOtherCity, loginAs, seatOn } from '../../test/people';
import { sheetOf, unzipped } from '../../test/table-cells';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let office: ExtraOffice;
let council: HttpClient;
let committee: HttpClient;
let meetings: Readonly<Record<'committee' | 'main_committee' | 'council', string>>;
const folder = mkdtempSync(path.join(tmpdir(), 'etatlotse-paper-'));

const PAPERS = '/api/v1/council/papers';
const SNAPSHOTS = '/api/v1/snapshots';
const blank = { kind: 'information', title: 'IT im Haushalt', isPublic: true, refNumbers: [], steps: [] };

beforeAll(async () => {
  app = await startTestApp();
  office = await openExtraOffice(app);
  council = office.council;
  committee = await loginAs(app, 'committee');
  const planned: Record<string, string> = {};
  for (const [at, kind] of ['committee', 'main_committee', 'council'].entries()) {
    const body = { kind, name: `Gremium ${kind}`, paperLeadDays: 7, isForBudget: true };
    const { body: made } = await council.post('/api/v1/council/bodies', body);
    if (kind !== 'council') await seatOn(app, office.city, made.id);
    const days = [`2026-11-0${at + 3}`];
    planned[kind] = (await council.post('/api/v1/council/meetings', { bodyId: made.id, days })).body.ids[0];
  }
  meetings = planned as typeof meetings;
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function released(): Promise<string> {
  const { body, status } = await office.finance.post(SNAPSHOTS, { fiscalYear: 2026, isPublic: true });
  expect(status).toBe(201);
  await office.finance2.post(`${SNAPSHOTS}/${body.id}/release`);
  return body.id as string;
}
async function created(body: object): Promise<string> {
  const answer = await council.post(PAPERS, { ...blank, ...body });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body.id as string;
}
const show = async (id: string, who = council): Promise<Paper> => (await who.get(`${PAPERS}/${id}`)).body;
async function download(id: string, kind: 'pdf' | 'docx', who = council): Promise<Buffer> {
  const response = await fetch(`${app.url}${PAPERS}/${id}/paper.${kind}`, { headers: who.headers });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
function verify(bytes: Buffer): string {
  const file = path.join(folder, 'paper');
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/verify.mjs', file], { encoding: 'utf8' });
  return `${status} ${stdout}${stderr}`;
}
const plain = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ');

test('answer 3 of the source paper comes from the figures, is printed, and proves itself', async () => {
  await office.plant({ appropriationCents: euro(100_000) });
  const snapshotId = await released();
  const steps = [{ meetingId: meetings.committee, consultation: 'knowledge' }];
  const id = await created({
    kind: 'statement',
    dsNumber: '26-28901-01',
    office: 'Dezernat II, Fachbereich 10',
    datedOn: '2026-10-05',
    refNumbers: ['25-25403', '19-09932', '23-22640'],
    snapshotId,
    steps,
  });
  const paper = await show(id);
  expect(paper.references.map(({ dsNumber }) => dsNumber)).toEqual(['19-09932', '23-22640', '25-25403', '26-28901-01']);
  expect((await committee.get(`${PAPERS}/${id}`)).status).toBe(404);
  expect((await council.post(`${PAPERS}/${id}/publish`, { version: 1 })).status).toBe(200);
  const pdf = await download(id, 'pdf', committee);
  const { pages, objects } = readPdf(pdf);
  const text = plain(pages.join('\n'));
  for (const said of [
    'zu 3.:',
    '3,5 Mio. Euro',
    '1,5 Mio. Euro',
    'jährlich ermittelt, geprüft, beraten und geplant',
    'Betrag nicht hinterlegt',
    '5.000.000,00 € + unbekannt',
    'zur Kenntnis',
    'öffentlich (Ö)',
    paper.snapshotSha256 ?? 'no hash',
  ]) {
    expect(text).toContain(said);
  }
  for (const tag of ['/Lang (de-DE)', '/MarkInfo', '/S /H1', '/S /TH', '/DisplayDocTitle true']) {
    expect(objects).toContain(tag);
  }
  const docx = await download(id, 'docx');
  for (const file of [pdf, docx]) {
    expect(verify(file)).toMatch(/^0 .*unverändert/);
    expect(verify(file)).toContain(paper.snapshotSha256);
    for (const at of [100, Math.floor(file.length / 2), file.length - 30]) {
      const flipped = Buffer.from(file);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect(verify(flipped)).toMatch(/^1 /);
    }
  }
});

test('T4a T4b T4c the paper for decision prints the form digit by digit, expense and investment apart', async () => {
  const service = await office.plant({ appropriationCents: euro(675_600), account: '429100' });
  const hardware = await office.plant({
    ...{ appropriationCents: euro(696_500), direction: 'payment', sphere: 'investing', account: '783125' },
  });
  const [devices, unplanned] = [await office.plant({ appropriationCents: euro(4300) }), await office.plant()];
  const giver = await office.plant({ appropriationCents: euro(2_000_000) });
  const giving = await office.plant({
    ...{ appropriationCents: euro(500_000), direction: 'payment', sphere: 'investing', account: '783125' },
  });
  const t4a = await office.examined(
    content(
      [
        [service, 300_000],
        [hardware, 50_000],
      ],
      [less(giver, 300_000), less(giving, 50_000)],
    ),
  );
  const others = [
    await office.examined(content([[devices, 163_200]], [less(giver, 163_200)])),
    await office.examined(content([[unplanned, 181_800]], [less(giver, 181_800)])),
  ];
  const snapshotId = await released();
  const steps = [
    { meetingId: meetings.committee, consultation: 'preparation' },
    { meetingId: meetings.main_committee, consultation: 'preparation' },
    { meetingId: meetings.council, consultation: 'decision' },
  ];
  const print = async (extraId: string): Promise<string> => {
    const id = await created({ kind: 'decision', title: 'Mittelbereitstellung', snapshotId, extraId, steps });
    return plain(readPdf(await download(id, 'pdf')).pages.join('\n'));
  };
  const form = await print(t4a);
  for (const amount of ['1.722.100,00', '975.600,00', '746.500,00', '675.600,00', '696.500,00', '350.000,00']) {
    expect(form).toContain(amount);
  }
  for (const word of ['überplanmäßig', 'Minderaufwand', 'Vorberatung', 'Entscheidung', 'ENTWURF', '§ 117 NKomVG']) {
    expect(form).toContain(word);
  }
  expect(await print(others[0] ?? '')).toContain('167.500,00');
  const outside = await print(others[1] ?? '');
  expect(outside).toContain('181.800,00');
  expect(outside).toContain('außerplanmäßig');
});

test('the text is edited, the figures stay bound: a figure that changed is seen with what it was', async () => {
  const before = await released();
  const id = await created({ snapshotId: before, body: 'Verfügbar sind {CORE.adjusted}, Rahmen {CORE.ceiling}.' });
  await office.plant({ appropriationCents: euro(12_345) });
  const after = await released();
  const changed = await council.put(`${PAPERS}/${id}`, {
    ...blank,
    snapshotId: after,
    body: 'Bereit stehen {CORE.adjusted}, Rahmen {CORE.ceiling}.',
    version: 1,
  });
  expect(changed.body).toMatchObject({ version: 2 });
  const paper = await show(id);
  expect(paper.changedFigures).toBe(1);
  const [block] = paper.blocks;
  const runs = block !== undefined && 'runs' in block ? block.runs : [];
  expect(runs.filter(({ figure }) => figure !== null).map(({ before: was }) => was !== null)).toEqual([true, false]);
  expect(plain(readPdf(await download(id, 'pdf')).pages.join('\n'))).toMatch(/\(zuvor [\d.]+,00 €\)/);
});

test('what a paper needs, and what its way must not be', async () => {
  const snapshotId = await released();
  const refused = async (body: object): Promise<string> =>
    (await council.post(PAPERS, { ...blank, ...body })).body.code as string;
  const step = (kind: keyof typeof meetings, consultation: string) => ({ meetingId: meetings[kind], consultation });
  expect(await refused({ dsNumber: '26-28901-01' })).toBe('PAPER_NUMBER_TAKEN');
  expect(await refused({ dsNumber: '2026/1' })).toBe('DS_NUMBER');
  expect(await refused({ steps: [step('council', 'decision')] })).toBe('PAPER_STEP_KNOWLEDGE');
  expect(await refused({ kind: 'decision', steps: [step('committee', 'preparation')] })).toBe('PAPER_STEP_DECISION');
  expect(
    await refused({ kind: 'decision', steps: [step('council', 'preparation'), step('committee', 'decision')] }),
  ).toBe('PAPER_STEP_ORDER');
  expect(await refused({ snapshotId: meetings.council })).toBe('PAPER_SNAPSHOT');
  expect(await refused({ snapshotId, extraId: meetings.council })).toBe('PAPER_EXTRA');
  const id = await created({ snapshotId, body: 'Es sind {nirgends.so}.', dsNumber: '26-30001' });
  expect((await council.post(`${PAPERS}/${id}/publish`, { version: 1 })).body.code).toBe('PAPER_INCOMPLETE');
  const whole = {
    ...{ ...blank, snapshotId, dsNumber: '26-30001', datedOn: '2026-10-05', body: 'Es sind {nirgends.so}.' },
    steps: [step('committee', 'knowledge')],
  };
  await council.put(`${PAPERS}/${id}`, { ...whole, version: 1 });
  expect((await council.post(`${PAPERS}/${id}/publish`, { version: 2 })).body).toMatchObject({
    code: 'PAPER_FIGURE_MISSING',
    figure: 'nirgends.so',
  });
  await council.put(`${PAPERS}/${id}`, { ...whole, body: 'Es sind {CORE.actual}.', version: 2 });
  expect((await council.post(`${PAPERS}/${id}/publish`, { version: 3 })).status).toBe(200);
  expect((await council.put(`${PAPERS}/${id}`, { ...whole, version: 4 })).body.code).toBe('PAPER_PUBLISHED');
});

test('a member asks about a figure: it becomes a question with figure and snapshot, and other members do not see it yet', async () => {
  const snapshotId = await released();
  const asked = await committee.post(`${PAPERS}/questions`, {
    snapshotId,
    figureKey: 'CORE.available',
    text: 'Warum ist davon so viel übrig?',
  });
  expect(asked.status).toBe(201);
  const own = await show(asked.body.id, committee);
  expect(own).toMatchObject({ kind: 'question', state: 'draft', figureKey: 'CORE.available', snapshotId });
  expect(own.blocks).toHaveLength(2);
  expect((await council.get(`${PAPERS}?kind=question`)).body.rows).toHaveLength(1);
  // Down to the single line, of which papers offer none.
  const { body: snapshot } = await committee.get(`/api/v1/snapshots/${snapshotId}`);
  const [line] = snapshot.content.lines;
  const aboutLine = { snapshotId, figureKey: `line.${line.lineId}.actual`, text: 'Wofür war das?' };
  const detailed = await show((await committee.post(`${PAPERS}/questions`, aboutLine)).body.id, committee);
  expect(detailed.title).toContain(line.name);
  expect(JSON.stringify(detailed.blocks)).not.toContain('"isMissing":true');
  // And to a bar of the later years, which stands for all frames together.
  const [later] = snapshot.content.boundYears.totals;
  const aboutYear = { snapshotId, figureKey: `bound.all.${later.fiscalYear}.bound`, text: 'Woran liegt das?' };
  const yearly = await show((await committee.post(`${PAPERS}/questions`, aboutYear)).body.id, committee);
  expect(yearly.title).toContain(`Alle Rahmen ${later.fiscalYear}: schon gebunden`);
  const nowhere = { ...aboutLine, figureKey: 'line.nirgends.actual' };
  expect((await committee.post(`${PAPERS}/questions`, nowhere)).body.code).toBe('PAPER_FIGURE_MISSING');
  const clerk = await loginAs(app, 'clerk');
  expect((await clerk.post(`${PAPERS}/questions`, { snapshotId, text: 'x' })).status).toBe(403);
  expect((await committee.post(PAPERS, blank)).status).toBe(403);
  const foreign = await loginAs(app, 'finance', await createOtherCity(app));
  expect((await foreign.get(`${PAPERS}/${asked.body.id}`)).status).toBe(404);
  expect((await foreign.get(PAPERS)).body.rows).toEqual([]);
});

test('what is not public a member reads only where it goes to the own body: papers, snapshots, questions, meetings', async () => {
  const [ours, theirs] = [meetings.main_committee, meetings.council];
  const freeze = async (meetingId: string, isPublic: boolean): Promise<string> => {
    const { body } = await office.finance.post(SNAPSHOTS, { fiscalYear: 2026, meetingId, isPublic });
    await office.finance2.post(`${SNAPSHOTS}/${body.id}/release`);
    return body.id as string;
  };
  const publish = async (
    dsNumber: string,
    meetingId: string,
    isPublic: boolean,
    snapshotId: string,
  ): Promise<string> => {
    const steps = [{ meetingId, consultation: 'knowledge' }];
    const id = await created({ dsNumber, datedOn: '2026-10-05', steps, isPublic, snapshotId });
    expect((await council.post(`${PAPERS}/${id}/publish`, { version: 1 })).status).toBe(200);
    return id;
  };
  const [shown, hidden, open] = [await freeze(ours, false), await freeze(theirs, false), await freeze(theirs, true)];
  const papers = [
    await publish('26-31001', ours, false, shown),
    await publish('26-31002', theirs, false, hidden),
    await publish('26-31003', theirs, true, hidden),
  ];
  const statuses = (paths: readonly string[], who = committee): Promise<number[]> =>
    Promise.all(paths.map(async (address) => (await who.get(address)).status));
  const snapshots = [shown, hidden, open].map((id) => `${SNAPSHOTS}/${id}`);
  const addresses = papers.map((id) => `${PAPERS}/${id}`);
  expect(await statuses(snapshots)).toEqual([200, 404, 200]);
  expect(await statuses(snapshots.map((address) => `${address}/snapshot.json`))).toEqual([200, 404, 200]);
  expect(await statuses(snapshots.map((address) => `${address}/handout.pdf`))).toEqual([200, 404, 200]);
  expect(await statuses(snapshots.map((address) => `${address}/fiscal-data-package.zip`))).toEqual([200, 404, 200]);
  expect(await statuses(addresses)).toEqual([200, 404, 200]);
  expect(await statuses(addresses.map((address) => `${address}/paper.pdf`))).toEqual([200, 404, 200]);
  // A public paper stands for itself; the snapshot that was not released for this reader stays closed behind it.
  expect((await show(papers[2] ?? '', committee)).snapshotId).toBeNull();
  expect((await show(papers[2] ?? '')).snapshotId).toBe(hidden);
  const listed = async (who: HttpClient) => (await who.get(PAPERS)).body.rows.map(({ id }: { id: string }) => id);
  expect((await listed(committee)).includes(papers[1])).toBe(false);
  expect(await listed(council)).toEqual(expect.arrayContaining(papers));
  expect((await committee.get(SNAPSHOTS)).body.rows.map(({ id }: { id: string }) => id)).not.toContain(hidden);
  const asked = { snapshotId: hidden, figureKey: '', text: 'Was steht darin?' };
  expect((await committee.post(`${PAPERS}/questions`, asked)).body.code).toBe('PAPER_SNAPSHOT');
  const about = await committee.post(`${PAPERS}/questions`, { ...asked, snapshotId: shown });
  expect(await show(about.body.id, committee)).toMatchObject({ isPublic: false });
  const days = (await committee.get('/api/v1/council/meetings')).body.rows;
  expect(days.map(({ body }: { body: { name: string } }) => body.name)).toEqual([
    'Gremium committee',
    'Gremium main_committee',
  ]);
  expect((await committee.get('/api/v1/council/meetings.ics')).body).not.toContain('Gremium council');
  // With a seat on the council all of it opens, with the next click.
  const [{ body }] = (await council.get('/api/v1/council/meetings')).body.rows.filter(
    ({ id }: { id: string }) => id === theirs,
  );
  await seatOn(app, office.city, body.id);
  expect(await statuses([...snapshots, ...addresses])).toEqual([200, 200, 200, 200, 200, 200]);
});

test('papers come page by page and by meeting; the calendar opens in any program', async () => {
  const first = (await council.get(`${PAPERS}?limit=2`)).body;
  const rest = (await council.get(`${PAPERS}?limit=100&cursor=${first.nextCursor}`)).body;
  const all = (await council.get(PAPERS)).body.rows;
  expect([...first.rows, ...rest.rows]).toEqual(all);
  const here = (await committee.get(`${PAPERS}?meetingId=${meetings.committee}`)).body.rows;
  expect(here.map(({ dsNumber }: { dsNumber: string }) => dsNumber).sort()).toEqual(['26-28901-01', '26-30001']);
  const response = await fetch(`${app.url}/api/v1/council/meetings.ics`, { headers: council.headers });
  const calendar = await response.text();
  expect(response.headers.get('content-type')).toContain('text/calendar');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261103\r\n');
  expect(calendar).toContain('SUMMARY:Vorlagen abgeben: Gremium committee\r\n');
  expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test('PDF, DOCX, workbook and Fiscal Data Package, opened again, say the same to the cent', async () => {
  await plantLines(app, office.city, [
    { number: '9.701', movements: [{ kind: 'actual', amountCents: 1_234_567 }] },
    { number: '9.702', movements: [{ kind: 'actual', amountCents: 89 }] },
  ]);
  const snapshotId = await released();
  const id = await created({ kind: 'statement', snapshotId });
  const { body: snapshot } = await council.get(`${SNAPSHOTS}/${snapshotId}`);
  const { frames } = snapshot.content.overview as { frames: { frame: string; actualCents: number }[] };
  const cents = frames.find(({ frame }) => frame === 'CORE')?.actualCents ?? 0;
  expect(cents % 100).not.toBe(0);
  const said = `${new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(cents / 100)} €`;

  expect(plain(readPdf(await download(id, 'pdf')).pages.join('\n'))).toContain(said);
  // The zip is opened by yauzl and the document read by saxes: neither has a part in writing it.
  const { 'word/document.xml': document } = await unzipped(await download(id, 'docx'));
  expect(plain(xmlTexts(String(document)).join('\n'))).toContain(said);

  const fetched = async (path: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${app.url}${path}`, { headers: office.finance.headers })).arrayBuffer());
  const [head = [], ...rows] = await sheetOf(await fetched('/api/v1/budget/lines?fiscalYear=2026&limit=100&as=xlsx'));
  const [frame, actual] = [head.indexOf('Rahmen'), head.indexOf('Ist in Euro')];
  const inSheet = rows.filter((row) => row[frame] === 'Kern-IT').map((row) => Math.round(Number(row[actual]) * 100));
  expect(inSheet.reduce((sum, one) => sum + one, 0)).toBe(cents);

  const files = await unzipped(await fetched(`${SNAPSHOTS}/${snapshotId}/fiscal-data-package.zip`));
  const table: Record<string, string>[] = parse(String(files['data/budget-2026.csv']), { columns: true });
  const inPackage = table
    .filter((row) => row['frame'] === 'CORE')
    .map((row) => Number(row['executed']?.replace('.', '')));
  expect(inPackage.reduce((sum, one) => sum + one, 0)).toBe(cents);
});

/** What stands between the marks, as a parser of its own reads it. */
function xmlTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => texts.push(text));
  parser.write(xml).close();
  return texts;
}

test('independent programs open the exports', async () => {
  const [paper] = (await committee.get(`${PAPERS}?meetingId=${meetings.committee}`)).body.rows;
  const [pdf, docx] = [await download(paper.id, 'pdf'), await download(paper.id, 'docx')];
  if (hasProgram('pdfinfo')) {
    expect(execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  }
  // LibreOffice comes in parts, and only this one reads documents.
  if (hasProgram('lowriter')) {
    const { 'paper.txt': text } = await storedByLibreOffice({ 'paper.docx': docx }, 'txt:Text');
    expect(String(text)).toContain('IT im Haushalt');
  }
  expect(docx.subarray(0, 2).toString()).toBe('PK');
}, 60_000);
