import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HttpClient } from '../../../test/http-client';
import { upload, whenAtRest } from '../../../test/import-files';
import { asOwner, type City, createCity, createOtherCity, loginAs } from '../../../test/people';
import { startTestApp, type TestApp } from '../../../test/test-app';
import { FolderWatcher } from './folder-watcher';

let app: TestApp;
let city: City;
let finance: HttpClient;
let importDir: string;
let folder: string;

beforeAll(async () => {
  importDir = mkdtempSync(path.join(tmpdir(), 'etatlotse-folder-'));
  app = await startTestApp({ env: { ETATLOTSE_IMPORT_DIR: importDir } });
  city = await createCity(app);
  finance = await loginAs(app, 'finance');
  folder = path.join(importDir, city.slug);
  mkdirSync(folder);
});
afterAll(async () => {
  await app.stop();
  rmSync(importDir, { recursive: true });
});

const put = (name: string, content: string | Buffer): void => writeFileSync(path.join(folder, name), content);
const names = (place = ''): string[] =>
  readdirSync(path.join(folder, place), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** Two looks: the first one sees the file, the second one that it has come to rest. */
async function look(times = 2): Promise<void> {
  const watcher = app.app.get(FolderWatcher);
  for (let time = 0; time < times; time++) await watcher.look();
}

async function movements(): Promise<number> {
  const { rows } = await asOwner(app, (owner) =>
    owner.query(`SELECT count(*)::int AS count FROM movement WHERE tenant_id = $1 AND source = 'import'`, [
      city.tenantId,
    ]),
  );
  return rows[0].count;
}

const runs = async (): Promise<
  { id: string; fileName: string; state: string; source: string; createdByName: string }[]
> => (await finance.get('/api/v1/imports')).body.rows;

const RESULTS = 'Produkt;Sachkonto;Ergebnis 2025\n';
const night = (amount: string): string => `${RESULTS}11.1;4271001;${amount}\n11.2;4291001;5,00\n`;

test('A file that is still being written is left alone; at rest it is read and waits for a person', async () => {
  put('nacht.csv', RESULTS);
  await look(1);
  put('nacht.csv', night('10,00'));
  await look(1);
  expect([names(), await runs()]).toEqual([['nacht.csv'], []]);
  await look(1);
  expect(names()).toEqual([]);
  const [file, protocol] = names('done');
  expect(file).toMatch(/^\d{4}-\d\d-\d\d_\d{6}_nacht\.csv$/);
  expect(protocol).toBe(`${file}.txt`);
  expect(readFileSync(path.join(folder, 'done', protocol ?? ''), 'utf8')).toContain('wartet unter „Importe“');
  expect(await runs()).toMatchObject([
    { fileName: 'nacht.csv', state: 'previewed', source: 'folder', createdByName: '', kind: 'actuals', hasFile: true },
  ]);
  expect(await movements()).toBe(0);
});

test('What finance allows to be taken over by itself comes in at the next night, in the name of that person', async () => {
  const [first] = await runs();
  const profile = { name: 'Nachtlauf', sourceSystem: 'Infoma', importId: first?.id, isAutomatic: true };
  const saved = await finance.post('/api/v1/import-profiles', profile, { 'idempotency-key': 'profil-nachtlauf' });
  expect(saved.status).toBe(201);
  put('nacht.csv', night('20,00'));
  await look();
  const [run] = await runs();
  expect(await whenAtRest(finance, run?.id ?? '')).toMatchObject({ state: 'committed', sourceSystem: 'Infoma' });
  expect(names()).toEqual(['nacht.csv']);
  await look(1);
  expect(names()).toEqual([]);
  const protocols = names('done').filter((name) => name.endsWith('.txt'));
  expect(protocols.map((name) => readFileSync(path.join(folder, 'done', name), 'utf8').split('\r\n')[5])).toContain(
    'Die Datei wurde übernommen.',
  );
  expect(await movements()).toBe(2);
  const { rows } = await asOwner(app, (owner) =>
    owner.query(`SELECT DISTINCT actor_id FROM movement WHERE tenant_id = $1 AND source = 'import'`, [city.tenantId]),
  );
  expect(rows).toEqual([{ actor_id: city.people.finance.id }]);
  const sources = await finance.get('/api/v1/imports/sources');
  expect(sources.body).toMatchObject({ watchesFolder: true });
  expect(sources.body.rows).toContainEqual(
    expect.objectContaining({
      sourceSystem: 'Infoma',
      source: 'folder',
      state: 'committed',
      lastCommittedAt: expect.any(String),
    }),
  );
});

test('Ended between the commit and the moving, the next look moves the file and books nothing again', async () => {
  const before = await movements();
  put('nacht-3.csv', night('30,00'));
  await look();
  const [run] = await runs();
  await whenAtRest(finance, run?.id ?? '');
  // The process is gone before it looks again; another one starts and knows nothing but what is stored.
  const next = await startTestApp({ env: { ETATLOTSE_IMPORT_DIR: importDir }, database: app.database });
  try {
    const watcher = next.app.get(FolderWatcher);
    for (let time = 0; time < 3; time++) await watcher.look();
  } finally {
    await next.stop();
  }
  expect([names(), await movements()]).toEqual([[], before + 2]);
  expect((await runs()).filter(({ fileName }) => fileName === 'nacht-3.csv')).toHaveLength(1);
});

test('Ended while it was read, the next look reads it again', async () => {
  put('nacht-4.csv', night('40,00'));
  await look();
  const [run] = await runs();
  await whenAtRest(finance, run?.id ?? '');
  await asOwner(app, async (owner) => {
    await owner.query(`UPDATE import_run SET state = 'undone' WHERE import_id = $1`, [run?.id]);
  });
  put('nacht-5.csv', night('50,00'));
  await look(1);
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO import_run (tenant_id, import_id, source, profile, file_name, file_sha256, file_bytes, state, options, created_at)
       SELECT tenant_id, $2, 'folder', '', 'nacht-5.csv', sha256($3), $4, 'checking', options, created_at FROM import_run
       WHERE import_id = $1`,
      [run?.id, '0199c000-0000-7000-8000-000000000005', Buffer.from(night('50,00')), Buffer.byteLength(night('50,00'))],
    ),
  );
  await asOwner(app, (owner) =>
    owner.query(
      `INSERT INTO import_chunk (tenant_id, import_id, chunk_number, content, stored_at) VALUES ($1, $2, 0, $3, now())`,
      [city.tenantId, '0199c000-0000-7000-8000-000000000005', Buffer.from(night('50,00'))],
    ),
  );
  await look(1);
  expect(await whenAtRest(finance, '0199c000-0000-7000-8000-000000000005')).toMatchObject({ state: 'committed' });
});

test('The same export again is recognised, also when it came by hand before', async () => {
  const before = await movements();
  put('nacht-noch-einmal.csv', night('20,00'));
  await look();
  expect([names().includes('nacht-noch-einmal.csv'), await movements()]).toEqual([false, before]);
  const protocol = names('done').find((name) => name.endsWith('nacht-noch-einmal.csv.txt'));
  expect(readFileSync(path.join(folder, 'done', protocol ?? ''), 'utf8')).toContain('schon übernommen');
});

test('What cannot be read goes to the failed ones with the reason, and holds nothing else up', async () => {
  put('bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  put('offen.csv', `${RESULTS}11.1;"4271001;1,00\n`);
  put('leer.csv', '');
  symlinkSync('/etc/hostname', path.join(folder, 'verweis.csv'));
  await look();
  expect(
    names('failed')
      .filter((name) => !name.endsWith('.txt'))
      .map((name) => name.slice(18))
      .sort(),
  ).toEqual(['bild.csv', 'leer.csv', 'offen.csv']);
  const protocol = names('failed').find((name) => name.endsWith('offen.csv.txt'));
  expect(readFileSync(path.join(folder, 'failed', protocol ?? ''), 'utf8')).toContain(
    'In Zeile 2 ist ein Anführungszeichen nicht geschlossen.',
  );
});

test('A file with an error or a question is not taken over by itself, nor when the person may no longer import', async () => {
  const before = await movements();
  put('fehler.csv', `${night('60,00')}11.3;4271001;kaputt\n`);
  await look();
  expect((await runs())[0]).toMatchObject({ fileName: 'fehler.csv', state: 'previewed', counts: { errors: 1 } });
  await asOwner(app, (owner) =>
    owner.query(`UPDATE role_assignment SET ended_at = now() WHERE person_id = $1`, [city.people.finance.id]),
  );
  put('ohne-recht.csv', night('70,00'));
  await look();
  const other = await loginAs(app, 'finance2');
  const { body } = await other.get('/api/v1/imports');
  expect(body.rows[0]).toMatchObject({ fileName: 'ohne-recht.csv', state: 'previewed', profile: 'Nachtlauf' });
  expect(await movements()).toBe(before);
});

test('Each city has a folder of its own', async () => {
  const other = await createOtherCity(app);
  const theirs = path.join(importDir, other.slug);
  mkdirSync(theirs);
  writeFileSync(path.join(theirs, 'nacht.csv'), night('20,00'));
  await look();
  const client = await loginAs(app, 'finance', other);
  const { body } = await client.get('/api/v1/imports');
  expect(body.rows).toMatchObject([{ fileName: 'nacht.csv', state: 'previewed', profile: '' }]);
  const again = await upload(client, night('20,00'), { fileName: 'nacht.csv' });
  expect(again.status).toBe(200);
});
