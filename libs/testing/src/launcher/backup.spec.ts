import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { ROOT } from '../house/tree';
import {
  freePort,
  isReady,
  Launcher,
  makeDataDir,
  ownerUrl,
  processesOf,
  removeDataDir,
  until,
  isAlive,
  watchdogsOf,
} from './launcher';

describe('Backup and restore', () => {
  const dataDir = makeDataDir();
  const backups = path.join(path.dirname(dataDir), 'backups');
  let port: number;
  let launcher: Launcher | undefined;

  beforeAll(async () => {
    port = await freePort();
  });
  afterEach(async () => {
    await launcher?.stop();
    launcher = undefined;
  });
  afterAll(() => removeDataDir(dataDir));

  async function start(): Promise<void> {
    launcher = new Launcher({ dataDir, port, env: { ETATLOTSE_DEMO: '0' } });
    await launcher.isUp();
  }

  async function words(text = 'select word from public.kept order by word'): Promise<string[]> {
    const client = new pg.Client({ connectionString: ownerUrl(dataDir) });
    await client.connect();
    const { rows } = await client.query<{ word: string }>(text);
    await client.end();
    return rows.map(({ word }) => word);
  }

  function run(tool: 'backup' | 'restore', ...args: string[]): { code: number | null; output: string } {
    const { DATABASE_URL: _database, ...env } = process.env;
    const result = spawnSync(process.execPath, [`tools/${tool}.mjs`, ...args], {
      cwd: ROOT,
      env: { ...env, ETATLOTSE_DATA_DIR: dataDir },
      encoding: 'utf8',
    });
    return { code: result.status, output: result.stdout + result.stderr };
  }

  const newest = (): string => path.join(backups, fs.readdirSync(backups).sort().at(-1) ?? '');

  it('is refused while Etatlotse runs', async () => {
    await start();
    await words('create table public.kept as select $$gesichert$$::text as word');
    expect(run('backup', backups)).toEqual({ code: 1, output: expect.stringContaining('Etatlotse läuft') });
    expect(await isReady(port)).toBe(true);
  });

  it('brings back the day of the backup and keeps what was there', async () => {
    expect(run('backup', backups)).toEqual({ code: 0, output: expect.stringContaining('gesichert') });
    await start();
    await words('update public.kept set word = $$danach$$');
    await launcher?.stop();
    expect(run('restore', newest())).toEqual({ code: 1, output: expect.stringContaining('--replace') });
    expect(run('restore', newest(), '--replace')).toEqual({
      code: 0,
      output: expect.stringContaining('Zurückgespielt'),
    });
    await start();
    expect(await words()).toEqual(['gesichert']);
    expect(fs.readdirSync(path.dirname(dataDir)).filter((name) => name.startsWith('data-before-'))).toHaveLength(1);
  });

  it('notices one changed byte and changes nothing', async () => {
    const control = path.join(newest(), 'postgres/global/pg_control');
    const good = fs.readFileSync(control);
    const bad = Buffer.from(good);
    bad[100] = (bad[100] ?? 0) ^ 1;
    fs.writeFileSync(control, bad);
    expect(run('restore', newest(), '--replace')).toEqual({ code: 1, output: expect.stringContaining('1 von') });
    fs.writeFileSync(control, good);
    expect(run('restore', newest(), '--check').code).toBe(0);
    await start();
    expect(await words()).toEqual(['gesichert']);
  });

  it('of a killed database recovers it first', async () => {
    await start();
    await words('insert into public.kept values ($$kurz vor dem Absturz$$)');
    const { api, database } = processesOf(dataDir);
    for (const pid of [...watchdogsOf(dataDir), launcher?.pid ?? 0, database]) process.kill(pid, 'SIGKILL');
    expect(await until(() => !isAlive(api) && !isAlive(database), 30_000)).toBe(true);
    launcher = undefined;
    expect(run('backup', backups).code).toBe(0);
    expect(fs.existsSync(path.join(newest(), 'postgres/postmaster.pid'))).toBe(false);
    expect(run('restore', newest(), '--replace').code).toBe(0);
    await start();
    expect(await words()).toEqual(['gesichert', 'kurz vor dem Absturz']);
  });
});
