import { randomUUID } from 'node:crypto';
import { BUDGET_YEAR, plantBudget, plantYear } from '../../test/budget-city';
import type { Answer, HttpClient } from '../../test/http-client';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';

let app: TestApp;
let city: City;
let other: City;
let finance: HttpClient;
let clerk: HttpClient;
let line: string;
let foreignLine: string;
let orderId: string;
let movementId: string;

const notes = '/api/v1/budget/notes';
const documents = '/api/v1/budget/documents';
const at = (subjectType: string, subjectId: string): string => `subjectType=${subjectType}&subjectId=${subjectId}`;

beforeAll(async () => {
  app = await startTestApp();
  city = await createCity(app);
  other = await createOtherCity(app);
  await plantYear(app, city);
  const ids = await plantBudget(app, city);
  line = ids['4S.100210'] ?? '';
  foreignLine = ids['4S.100211'] ?? '';
  finance = await loginAs(app, 'finance');
  clerk = await loginAs(app, 'clerk');
  const order = {
    lineId: line,
    fiscalYear: BUDGET_YEAR,
    number: 'B-1',
    opening: 'place',
    amountCents: 100,
    orderedOn: '2026-10-05',
    subject: 'Probe',
  };
  orderId = (await clerk.post('/api/v1/budget/orders', order)).body.id;
  [{ movement_id: movementId }] = await asOwner(
    app,
    async (owner) =>
      (
        await owner.query(
          `SELECT movement_id FROM movement WHERE line_id = $1 AND kind = 'actual' AND fiscal_year = 2026`,
          [line],
        )
      ).rows,
  );
});
afterAll(() => app.stop());

describe('Notizen', () => {
  test('on a line, an order and a movement, with line breaks, newest first, with the writer’s name', async () => {
    for (const [type, id] of [
      ['budget_line', line],
      ['purchase_order', orderId],
      ['movement', movementId],
    ] as const) {
      for (const text of ['Angebot liegt vor.\nZweites fehlt noch.', '<script>alert(1)</script> & "so"']) {
        expect((await clerk.post(notes, { subjectType: type, subjectId: id, text })).status).toBe(201);
        app.clock.set(new Date(app.clock.now().getTime() + 1000));
      }
      const { body } = await finance.get(`${notes}?${at(type, id)}&limit=1`);
      expect(body.rows).toMatchObject([{ text: '<script>alert(1)</script> & "so"', createdByName: 'Test clerk' }]);
      const next = (await finance.get(`${notes}?${at(type, id)}&limit=1&cursor=${body.nextCursor}`)).body;
      expect([next.rows[0].text, next.nextCursor]).toEqual(['Angebot liegt vor.\nZweites fehlt noch.', null]);
    }
    const history = (await finance.get(`/api/v1/budget/lines/${line}/history`)).body.rows;
    expect(history.filter(({ action }: { action: string }) => action === 'note.added')).toHaveLength(6);
    const inLog = await asOwner(
      app,
      async (owner) =>
        (await owner.query(`SELECT detail::text AS detail FROM audit_entry WHERE action = 'note.added'`)).rows,
    );
    expect(JSON.stringify(inLog)).not.toContain('Angebot');
  });

  test('what belongs to another department or city does not exist; the committee sees no note', async () => {
    const committee = await loginAs(app, 'committee');
    const foreign = await loginAs(app, 'finance', other);
    const otherClerk = await loginAs(app, 'other_clerk');
    for (const [client, type, id] of [
      [clerk, 'budget_line', foreignLine],
      [otherClerk, 'budget_line', line],
      [otherClerk, 'purchase_order', orderId],
      [otherClerk, 'movement', movementId],
      [foreign, 'budget_line', line],
      [finance, 'budget_line', randomUUID()],
      [finance, 'movement', line],
    ] as const) {
      expect((await client.get(`${notes}?${at(type, id)}`)).status).toBe(404);
      expect((await client.post(notes, { subjectType: type, subjectId: id, text: 'x' })).status).toBe(404);
      expect((await client.get(`${documents}?${at(type, id)}`)).status).toBe(404);
    }
    expect((await committee.get(`${notes}?${at('budget_line', line)}`)).status).toBe(403);
    const auditor = await loginAs(app, 'auditor');
    expect((await auditor.get(`${notes}?${at('budget_line', line)}`)).status).toBe(200);
    expect((await auditor.post(notes, { subjectType: 'budget_line', subjectId: line, text: 'x' })).status).toBe(403);
  });

  test.each([
    ['nothing to say', { text: ' \n ' }, 'TEXT_REQUIRED'],
    ['a control character', { text: 'a\u0000b' }, 'TEXT_CONTROL_CHAR'],
    ['too long', { text: 'x'.repeat(4001) }, 'TEXT_TOO_LONG'],
    ['another kind of subject', { subjectType: 'person' }, 'ENUM_INVALID'],
    ['a crooked id', { subjectId: "1' OR '1'='1" }, 'ID_FORMAT'],
  ])('%s is refused', async (_, more, code) => {
    const { body } = await clerk.post(notes, { subjectType: 'budget_line', subjectId: line, text: 'x', ...more });
    expect(body.code).toBe(code);
  });
});

/** A ZIP directory with these names, which is all that is looked at. */
function zip(...names: string[]): Buffer {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.write('PK\u0001\u0002', 'latin1');
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46, 'utf8');
    return entry;
  });
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), ...entries]);
}

async function upload(
  client: HttpClient,
  name: string,
  content: Buffer | string,
  place = at('budget_line', line),
  key = randomUUID() as string,
): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(content as string)]), name);
  return client.send(`${documents}?${place}`, { method: 'POST', body: form, headers: { 'idempotency-key': key } });
}

describe('Dokumente', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  test('a file comes back byte for byte, as an attachment with its name', async () => {
    const name = 'Angebot "Müller" 2026; endgültig.pdf';
    const content = Buffer.from('%PDF-1.7\n\u0000\u00ffInhalt', 'latin1');
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const { status, body } = await clerk.send(`${documents}?${at('budget_line', line)}&documentOn=2026-09-30`, {
      method: 'POST',
      body: form,
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(status).toBe(201);
    const list = (await finance.get(`${documents}?${at('budget_line', line)}`)).body.rows;
    expect(list).toMatchObject([
      {
        id: body.id,
        mediaType: 'application/pdf',
        sizeBytes: content.length,
        documentOn: '2026-09-30',
        createdByName: 'Test clerk',
      },
    ]);
    const answer = await fetch(`${app.url}${documents}/${body.id}/content`, { headers: finance.headers });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Angebot _?[^"]*\.pdf"; filename\*=UTF-8''Angebot%20.*endg%C3%BCltig\.pdf$/,
    );
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  test.each([
    ['Bild.PNG', png, 'image/png'],
    ['foto.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['liste.csv', 'Zeile;Betrag\r\n1;2,00', 'text/csv'],
    ['alt.txt', Buffer.from('Stra\u00dfe', 'latin1'), 'text/plain'],
    [
      'brief.docx',
      zip('[Content_Types].xml', 'word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'tabelle.xlsx',
      zip('[Content_Types].xml', 'xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('%s is accepted', async (name, content, mediaType) => {
    const { status, body } = await upload(clerk, name, content, at('purchase_order', orderId));
    expect(status).toBe(201);
    const list = (await clerk.get(`${documents}?${at('purchase_order', orderId)}`)).body.rows;
    expect(list.find(({ id }: { id: string }) => id === body.id)).toMatchObject({ fileName: name, mediaType });
  });

  test.each([
    ['page.html', '<html>', 'DOCUMENT_TYPE'],
    ['bild.svg', '<svg onload="alert(1)"/>', 'DOCUMENT_TYPE'],
    ['rechnung.pdf', '<html>', 'DOCUMENT_TYPE'],
    ['rechnung.pdf.exe', '%PDF-1.7', 'DOCUMENT_TYPE'],
    ['programm.txt', Buffer.from([0x4d, 0x5a, 0x00, 0x01]), 'DOCUMENT_TYPE'],
    ['leer.txt', '', 'DOCUMENT_TYPE'],
    ['makro.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), 'DOCUMENT_TYPE'],
    ['makro.xlsm', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), 'DOCUMENT_TYPE'],
    ['falsch.docx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'DOCUMENT_TYPE'],
    ['archiv.docx', zip('a', '../../etc/passwd'), 'DOCUMENT_TYPE'],
    ['.htaccess', 'x', 'FILE_NAME'],
    [`${'x'.repeat(201)}.txt`, 'x', 'FILE_NAME'],
  ])('%s is refused', async (name, content, code) => {
    const { status, body } = await upload(clerk, name, content);
    expect([status, body.code]).toEqual([422, code]);
  });

  test('too large, without a file, or not a form at all', async () => {
    expect((await upload(clerk, 'gross.txt', 'x'.repeat(10 * 1024 * 1024 + 1))).body.code).toBe('FILE_TOO_LARGE');
    expect((await clerk.post(`${documents}?${at('budget_line', line)}`, {})).body.code).toBe('FILE_REQUIRED');
    const empty = await clerk.send(`${documents}?${at('budget_line', line)}`, {
      method: 'POST',
      body: new FormData(),
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(empty.status).toBeGreaterThanOrEqual(400);
    expect(empty.status).toBeLessThan(500);
  });

  test('sent twice with one key it is stored once', async () => {
    const key = randomUUID();
    const [first, second] = [
      await upload(clerk, 'einmal.txt', 'x', undefined, key),
      await upload(clerk, 'einmal.txt', 'x', undefined, key),
    ];
    expect(second.body).toEqual(first.body);
    expect((await upload(clerk, 'einmal.txt', 'y', undefined, key)).body.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  test('neither another department nor another city nor the committee gets it', async () => {
    const { body } = await upload(clerk, 'intern.txt', 'geheim');
    for (const [client, status] of [
      [await loginAs(app, 'other_clerk'), 404],
      [await loginAs(app, 'finance', other), 404],
      [await loginAs(app, 'committee'), 403],
      [await loginAs(app, 'auditor'), 200],
    ] as const) {
      expect((await client.get(`${documents}/${body.id}/content`)).status).toBe(status);
    }
    expect((await upload(await loginAs(app, 'other_clerk'), 'a.txt', 'x')).status).toBe(404);
    expect((await upload(await loginAs(app, 'auditor'), 'a.txt', 'x')).status).toBe(403);
  });
});
