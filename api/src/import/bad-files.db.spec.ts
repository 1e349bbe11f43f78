import { connect } from 'node:net';
import type { HttpClient } from '../../test/http-client';
import { badFiles, listedWorkbook } from '../../test/bad-inputs/bad-file';
import { badInputFile } from '../../test/bad-inputs/bad-input-case';
import { describeWith, upload, whenAtRest } from '../../test/import-files';
import { asOwner, createCity, loginAs } from '../../test/people';
import { startTestApp, type TestApp } from '../../test/test-app';
import { workbookParts, zipFile } from '../../test/zip-file';

let app: TestApp;
let finance: HttpClient;

beforeAll(async () => {
  app = await startTestApp();
  await createCity(app);
  finance = await loginAs(app, 'finance');
});
afterAll(() => app.stop());

/** Everything that an upload could have left behind. */
async function traces(): Promise<number> {
  return asOwner(app, async (owner) => {
    const found = await owner.query(`SELECT (SELECT count(*) FROM import_run) + (SELECT count(*) FROM import_row)
      + (SELECT count(*) FROM import_amount) + (SELECT count(*) FROM import_chunk) + (SELECT count(*) FROM audit_entry) AS n`);
    return Number(found.rows[0].n);
  });
}

describeWith(badInputFile, 'Files of the list of bad inputs', () => {
  // UTF-16 is read since finance systems write it, so csv-19 is no bad input any more; workbooks follow below.
  const files = badFiles().filter(({ id, path }) => path === undefined && id !== 'csv-19');
  const refused = files.filter(({ expect: { outcome } }) => outcome === 'reject');
  const asked = files.filter(({ expect: { outcome } }) => outcome !== 'reject');

  test.each(refused.map((item) => [item.id, item.name, item] as const))(
    '%s %s is refused, and nothing is kept',
    async (_id, _name, item) => {
      const before = await traces();
      const answer = await upload(finance, item.content(), { kind: 'bookings', fileName: item.fileName });
      expect(item.expect.status).toContain(answer.status);
      expect(answer.body).toMatchObject({
        code: item.expect.code,
        title: expect.any(String),
        requestId: expect.any(String),
      });
      expect(JSON.stringify(answer.body)).not.toMatch(/select|insert|\.ts|\.js|csv-parse|stack/i);
      expect(await traces()).toBe(before);
    },
  );

  test.each(asked.map((item) => [item.id, item.name, item] as const))(
    '%s %s is shown and waits for the person',
    async (_id, _name, item) => {
      const answer = await upload(finance, item.content(), { kind: 'bookings', fileName: item.fileName });
      expect(item.expect.status).toContain(answer.status);
      expect(answer.body.state).toBe('previewed');
      const codes = answer.body.preview.findings.byCode.map(({ code }: { code: string }) => code);
      if (item.expect.code !== undefined) expect(codes).toContain(item.expect.code);
      const movements = await asOwner(app, (owner) => owner.query(`SELECT FROM movement`));
      expect(movements.rowCount).toBe(0);
    },
  );
});

test('An ambiguous 1.234 is asked; the answer that a point groups thousands makes it 1,234.00', async () => {
  const content = 'Konto;Betrag\n4711;1.234\n';
  const fields = { bookedOn: '2026-03-31' };
  const asked = await upload(finance, content, { kind: 'bookings', fields });
  expect(asked.body.preview).toMatchObject({ asksPointGroups: true, findings: { errors: 1 } });
  expect(asked.body.preview.questions).toMatchObject([{ code: 'NUMBER_GROUPING', params: { example: '1.234' } }]);
  expect(asked.body.preview.findings.first[0]).toMatchObject({
    row: 2,
    column: 'Betrag',
    code: 'AMOUNT_AMBIGUOUS',
    params: { thousands: '1234', decimal: '1,234' },
  });
  const refused = await finance.post(`/api/v1/imports/${asked.body.id}/commit`, {
    previewHash: asked.body.previewHash,
  });
  expect(refused.body).toMatchObject({ status: 409, code: 'IMPORT_HAS_QUESTIONS', count: 1 });
  const answered = await upload(finance, content, { kind: 'bookings', fields: { ...fields, pointGroups: 'true' } });
  expect(answered.body.preview).toMatchObject({ asksPointGroups: false, totals: [{ sumCents: 123_400 }] });
});

test('UTF-16 as finance systems write it is read', async () => {
  const content = Buffer.from('\uFEFFKonto;Betrag;Text\n4711;12,50;Müller\n', 'utf16le');
  const { body } = await upload(finance, content, { kind: 'bookings' });
  expect(body.preview).toMatchObject({ encoding: 'utf-16le', rows: 1, totals: [{ sumCents: 1250 }] });
});

describe('Workbooks that are none', () => {
  const sheet = (rows: string): Buffer => zipFile(workbookParts(`<sheetData>${rows}</sheetData>`));

  test.each<[string, string, Buffer, number, string]>([
    ['files-02', '400,000 rows', listedWorkbook('files-02'), 422, 'FILE_TOO_MANY_ROWS'],
    ['files-04', 'a number beyond all numbers', listedWorkbook('files-04'), 422, 'CELL_TYPE'],
    ['files-06', 'a name that leads out of it', listedWorkbook('files-06'), 422, 'FILE_PATH'],
    [
      '',
      'two hundred megabytes of one letter',
      sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'A'.repeat(200 * 1024 * 1024)}</t></is></c></row>`),
      413,
      'FILE_TOO_LARGE',
    ],
    [
      '',
      '60,000 entries',
      zipFile(Array.from({ length: 60_000 }, (_, at) => ({ name: `x/${at}.xml`, content: '' }))),
      422,
      'FILE_ENTRIES',
    ],
    [
      '',
      'entities',
      zipFile(
        workbookParts('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>' }),
      ),
      422,
      'FILE_UNSAFE',
    ],
  ])('%s %s: refused, and nothing is kept', async (_id, _name, content, status, code) => {
    const before = await traces();
    const fields = { bookedOn: '2026-03-31' };
    const answer = await upload(finance, content, { kind: 'bookings', fileName: 'a.xlsx', fields });
    // A file of more than one piece is read by a job, and its run says why it was refused.
    if (answer.status === 202) {
      const run = await whenAtRest(finance, answer.body.id);
      expect([run.state, run.preview, run.hasFile, run.failureCode]).toEqual(['failed', null, false, code]);
      return;
    }
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await traces()).toBe(before);
  });
});

test('The row that cannot be read is named with its cell, and stands in the error list', async () => {
  const content = `Konto;Betrag\n${'4711;12,50\n'.repeat(4999)}4711;=abc\n`;
  const { body } = await upload(finance, content, { kind: 'bookings' });
  expect(body.preview.findings.first[0]).toMatchObject({
    row: 5001,
    column: 'Betrag',
    code: 'ROW_INVALID',
    value: '=abc',
    params: { reason: 'AMOUNT_FORMAT' },
  });
  const list = await finance.get(`/api/v1/imports/${body.id}/errors.csv`);
  expect(list.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(list.body).toContain(
    "5001;Betrag;Fehler;Diese Zelle ist nicht lesbar (Betrag nicht lesbar).;'=abc;ROW_INVALID\r\n",
  );
});

test('Broken UTF-8 in the middle of a file is refused with the reason, not repaired', async () => {
  const content = Buffer.concat([Buffer.from('Konto;Betrag;Text\n4711;1,00;Müller\n'), Buffer.from([0xff, 0x0a])]);
  const answer = await upload(finance, content, { kind: 'bookings' });
  // A piece that is neither the one nor the other: `ü` as UTF-8 writes it, and a byte that UTF-8 does not know.
  expect([answer.status, answer.body.code]).toEqual([422, 'CSV_ENCODING']);
  const marked = Buffer.concat([Buffer.from('\uFEFFKonto;Betrag;Text\n4711;1,00;'), Buffer.from([0xff, 0x0a])]);
  expect((await upload(finance, marked, { kind: 'bookings' })).body.code).toBe('CSV_ENCODING');
});

test.each([
  ['no file', {}, 'FILE_REQUIRED', 422],
  ['an unknown kind', { kind: 'alles', file: 'Konto;Betrag\n1;1,00\n' }, 'ENUM_INVALID', 422],
  ['an unknown profile', { kind: 'bookings', profile: 'x', file: 'Konto;Betrag\n1;1,00\n' }, 'PROFILE_UNKNOWN', 422],
  ['a field of its own', { kind: 'bookings', tenantId: 'x', file: 'Konto;Betrag\n1;1,00\n' }, 'FIELD_NOT_ALLOWED', 422],
  ['a header nobody knows', { kind: 'plan_lines', file: 'a;b\n1;2\n' }, 'CSV_HEADER', 422],
])('An upload with %s is refused', async (_name, fields, code, status) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'file') form.set('file', new Blob([value]), 'a.csv');
    else form.set(name, value);
  }
  const answer = await finance.send('/api/v1/imports', { method: 'POST', body: form });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('The fields may stand behind the file', async () => {
  const form = new FormData();
  form.set('file', new Blob(['Konto;Betrag\n4711;12,50\n']), 'a.csv');
  form.set('kind', 'bookings');
  const answer = await finance.send('/api/v1/imports', { method: 'POST', body: form });
  expect([answer.status, answer.body.state]).toEqual([200, 'previewed']);
});

test('A multipart body that breaks off is refused', async () => {
  const body = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\na;b';
  const answer = await finance.send('/api/v1/imports', {
    method: 'POST',
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  expect([answer.status, answer.body.code]).toEqual([400, 'MULTIPART']);
});

test('A caller who hangs up in the middle of a big file leaves nothing', async () => {
  const { hostname, port } = new URL(app.url);
  const before = await traces();
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const headers = Object.entries(finance.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(
        `POST /api/v1/imports HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${headers.join('')}` +
          'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n' +
          '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
      );
      socket.write('Konto;Betrag\n'.repeat(200_000), () => setTimeout(() => socket.destroy(), 300));
    });
    socket.on('close', () => resolve());
    socket.on('error', () => undefined);
  });
  for (let tries = 0; tries < 60 && (await traces()) !== before; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await traces()).toBe(before);
});

test('A file above the limit is refused as too large', async () => {
  const small = await startTestApp({ env: { IMPORT_MAX_BYTES: '2048' }, database: app.database });
  try {
    const client = await loginAs(small, 'finance', await createCity(small, 'klein', 'Klein'));
    const answer = await upload(client, `Konto;Betrag\n${'4711;12,50\n'.repeat(400)}`, { kind: 'bookings' });
    expect([answer.status, answer.body.code]).toEqual([413, 'FILE_TOO_LARGE']);
  } finally {
    await small.stop();
  }
});

test('Only finance imports; the auditor reads; a neighbouring city finds nothing', async () => {
  const { body } = await upload(finance, 'Konto;Betrag\n4711;12,50\n', { kind: 'bookings' });
  const clerk = await loginAs(app, 'clerk');
  expect((await upload(clerk, 'Konto;Betrag\n1;1,00\n', { kind: 'bookings' })).status).toBe(403);
  expect((await (await loginAs(app, 'auditor')).get(`/api/v1/imports/${body.id}`)).status).toBe(200);
  const neighbour = await loginAs(app, 'finance', await createCity(app, 'nachbar', 'Nachbar'));
  for (const path of ['', '/errors.csv', '/events']) {
    expect((await neighbour.get(`/api/v1/imports/${body.id}${path}`)).status).toBe(404);
  }
  expect((await neighbour.post(`/api/v1/imports/${body.id}/cancel`)).status).toBe(404);
});
