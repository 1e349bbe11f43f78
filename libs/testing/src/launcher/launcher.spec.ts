import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import {
  databaseProcesses,
  freePort,
  isAlive,
  isReady,
  isRoot,
  Launcher,
  makeDataDir,
  ownerUrl,
  processesOf,
  removeDataDir,
  type Start,
  until,
  watchdogsOf,
} from './launcher';

const QUIET = { ETATLOTSE_DEMO: '0' };
const launchers: Launcher[] = [];

function launch(start: Start): Launcher {
  const launcher = new Launcher({ ...start, env: { ...QUIET, ...start.env } });
  launchers.push(launcher);
  return launcher;
}

async function sql<T>(dataDir: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl(dataDir) });
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows as T[];
  } finally {
    await client.end();
  }
}

function expectNothingLeft(dataDir: string, ...pids: number[]): void {
  expect(pids.filter(isAlive)).toEqual([]);
  expect(databaseProcesses(dataDir)).toEqual([]);
  expect(fs.existsSync(path.join(dataDir, 'launcher.lock'))).toBe(false);
}

describe('npm start on one data folder', () => {
  const dataDir = makeDataDir();
  let port: number;
  beforeAll(async () => {
    port = await freePort();
  });
  afterEach(async () => {
    for (const launcher of launchers.splice(0)) await launcher.stop();
  });
  afterAll(() => removeDataDir(dataDir));

  it('brings everything up, and Ctrl-C leaves nothing behind', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    expect(await isReady(port)).toBe(true);
    expect(launcher.output).toContain('Noch gibt es keine Stadt');
    const { api, database } = processesOf(dataDir);
    await sql(dataDir, 'create table public.kept (word text); insert into public.kept values ($$bestätigt$$)');
    launcher.signal('SIGINT');
    expect(await launcher.exited).toBe(0);
    expect(launcher.output).toContain('Alle Daten sind gespeichert');
    expectNothingLeft(dataDir, api, database);
    expect(fs.statSync(path.join(dataDir, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('keeps the owner of the database away from the server', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    const environment = fs.readFileSync(`/proc/${processesOf(dataDir).api}/environ`, 'utf8');
    expect(environment).toContain('DATABASE_APP_URL=');
    expect(environment).not.toMatch(/(^|\0)DATABASE_URL=/);
    expect(environment).not.toContain(new URL(ownerUrl(dataDir)).password);
  });

  it('a second start says where the first one runs and does not disturb it', async () => {
    const first = launch({ dataDir, port });
    await first.isUp();
    const before = processesOf(dataDir);
    const second = launch({ dataDir, port });
    expect(await second.exited).toBe(0);
    expect(second.output).toMatch(new RegExp(`läuft mit diesem Datenordner bereits.*${port}`));
    expect(processesOf(dataDir)).toEqual(before);
    expect(await isReady(port)).toBe(true);
  });

  it('two starts at the same moment end with one that runs', async () => {
    const both = [launch({ dataDir, port }), launch({ dataDir, port })];
    await Promise.any(both.map((launcher) => launcher.isUp()));
    await until(() => both.some(({ output }) => output.includes('bereits')), 30_000);
    expect(both.filter(({ output }) => output.includes('bereits'))).toHaveLength(1);
    expect(await isReady(port)).toBe(true);
  });

  it('a busy port gets a clear sentence and nothing stays', async () => {
    const other = net.createServer().listen(port, '127.0.0.1');
    const launcher = launch({ dataDir, port });
    expect(await launcher.exited).toBe(1);
    other.close();
    expect(launcher.output).toContain(`Auf Anschluss ${port} (127.0.0.1) läuft schon ein anderes Programm`);
    expect(launcher.output).not.toMatch(/ at .*\.mjs/);
    expectNothingLeft(dataDir);
  });

  it('kill -9 of the launcher leaves no orphan, loses nothing and does not block the next start', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    const { api, database } = processesOf(dataDir);
    launcher.signal('SIGKILL');
    expect(await until(() => !isAlive(api) && !isAlive(database), 30_000)).toBe(true);
    await launch({ dataDir, port }).isUp();
    expect(await sql(dataDir, 'select word from public.kept')).toEqual([{ word: 'bestätigt' }]);
  });

  it('a start right after kill -9 waits for or takes over what still runs', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    const { api } = processesOf(dataDir);
    launcher.signal('SIGKILL');
    await launch({ dataDir, port }).isUp();
    expect(isAlive(api)).toBe(false);
    expect(await isReady(port)).toBe(true);
  });

  it('a database whose watchdog was killed as well is taken over by the next start', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    const { database } = processesOf(dataDir);
    for (const pid of watchdogsOf(dataDir)) process.kill(pid, 'SIGKILL');
    launcher.signal('SIGKILL');
    await launcher.exited;
    const next = launch({ dataDir, port });
    await next.isUp();
    expect(next.output).toContain('lief noch und wurde übernommen');
    expect(processesOf(dataDir).database).toBe(database);
    expect(await next.stop()).toBe(0);
    expectNothingLeft(dataDir, database);
  });

  it('kill -9 of the database while it runs: it comes back, the server goes on, nothing is lost', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    await sql(dataDir, 'insert into public.kept values ($$vor dem Absturz$$)');
    const { api, database } = processesOf(dataDir);
    process.kill(database, 'SIGKILL');
    await launcher.saidIt(/PostgreSQL läuft wieder/);
    expect(await until(() => isReady(port), 15_000)).toBe(true);
    expect(processesOf(dataDir).api).toBe(api);
    expect(await sql(dataDir, 'select count(*)::int as rows from public.kept')).toEqual([{ rows: 2 }]);
  });

  it('kill -9 of database and launcher at once: the next start recovers', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    const { database } = processesOf(dataDir);
    launcher.signal('SIGKILL');
    process.kill(database, 'SIGKILL');
    await launch({ dataDir, port }).isUp();
    expect(await sql(dataDir, 'select count(*)::int as rows from public.kept')).toEqual([{ rows: 2 }]);
  });

  it('kill -9 of the server while it runs: it comes back', async () => {
    const launcher = launch({ dataDir, port });
    await launcher.isUp();
    process.kill(processesOf(dataDir).api, 'SIGKILL');
    await launcher.saidIt(/Der Server läuft wieder/);
    expect(await isReady(port)).toBe(true);
  });

  it('a folder of an older version is brought up to date, one of a newer version is refused', async () => {
    const file = path.join(dataDir, 'version.json');
    fs.writeFileSync(file, JSON.stringify({ format: 1, app: '0.0.1' }));
    const older = launch({ dataDir, port });
    await older.isUp();
    expect(older.output).toContain('Die Daten stammen von Version 0.0.1');
    await older.stop();
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).not.toMatchObject({ app: '0.0.1' });
    fs.writeFileSync(file, JSON.stringify({ format: 1, app: '99.0.0' }));
    const newer = launch({ dataDir, port });
    expect(await newer.exited).toBe(1);
    expect(newer.output).toContain('stammt von Etatlotse 99.0.0');
    expectNothingLeft(dataDir);
  });
});

describe('npm start for everybody', () => {
  const dataDirs: string[] = [];
  const make = (options: Parameters<typeof makeDataDir>[0]): string => {
    const dataDir = makeDataDir(options);
    dataDirs.push(dataDir);
    return dataDir;
  };
  afterEach(async () => {
    for (const launcher of launchers.splice(0)) await launcher.stop();
  });
  afterAll(() => dataDirs.forEach(removeDataDir));

  it('prints the demo accounts with a password that opens them', async () => {
    const [dataDir, port] = [make({}), await freePort()];
    const launcher = launch({ dataDir, port, env: { ETATLOTSE_DEMO: '1' } });
    await launcher.isUp();
    await launcher.saidIt(/finanzen@loewenstadt\.example/);
    const { demoPassword } = JSON.parse(fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
      demoPassword: string;
    };
    expect(launcher.output).toContain(demoPassword);
    expect(launcher.output).toContain('Die Demo-Stadt Löwenstadt ist angelegt');
    const login = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'finanzen@loewenstadt.example', password: demoPassword }),
    });
    expect(login.ok).toBe(true);
  });

  it('uses a database that is given, and starts none of its own', async () => {
    const [given, own] = [make({}), make({})];
    const first = launch({ dataDir: given, port: await freePort() });
    await first.isUp();
    const port = await freePort();
    const second = launch({ dataDir: own, port, env: { DATABASE_URL: ownerUrl(given) } });
    await second.isUp();
    expect(await isReady(port)).toBe(true);
    expect(fs.existsSync(path.join(own, 'postgres'))).toBe(false);
    expect(await second.stop()).toBe(0);
    expect(databaseProcesses(given)).not.toEqual([]);
  });

  it('says plainly that a given database cannot be reached', async () => {
    const url = `postgres://nobody:secret@127.0.0.1:${await freePort()}/nowhere`;
    const launcher = launch({ dataDir: make({}), port: await freePort(), env: { DATABASE_URL: url } });
    expect(await launcher.exited).toBe(1);
    expect(launcher.output).toContain('Die Datenbank konnte nicht auf den Stand dieser Version gebracht werden');
    expect(launcher.output).not.toContain('secret');
  });

  // Only root can become somebody else; on a machine without root rights the other tests ran as a normal user already.
  const asRoot = isRoot ? it : it.skip;

  asRoot('runs as a normal user', async () => {
    const dataDir = make({ forNobody: true });
    const launcher = launch({ dataDir, port: await freePort(), asNobody: true });
    await launcher.isUp();
    expect(fs.statSync(path.join(dataDir, 'postgres')).uid).toBe(65_534);
    expect(await launcher.stop()).toBe(0);
  });

  asRoot('tells a normal user plainly that a data folder belongs to another', async () => {
    const dataDir = make({});
    const launcher = launch({ dataDir, port: await freePort(), asNobody: true });
    expect(await launcher.exited).toBe(1);
    expect(launcher.output).toContain('kann nicht geschrieben werden');
    expect(launcher.output).not.toMatch(/ at .*\.mjs/);
  });

  asRoot('runs as root in a folder that nobody else may enter', async () => {
    const dataDir = make({ closed: true });
    const launcher = launch({ dataDir, port: await freePort() });
    await launcher.isUp();
    expect(fs.statSync(path.join(dataDir, 'postgres')).uid).toBe(0);
    expect(await launcher.stop()).toBe(0);
    expect(databaseProcesses(dataDir)).toEqual([]);
  });
});
