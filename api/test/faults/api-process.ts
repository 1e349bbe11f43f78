import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { HttpClient } from '../http-client';
import { httpClient } from '../http-client';

const ROOT = path.resolve(__dirname, '../../..');
const PROGRAM = path.join(ROOT, 'dist/api/main.js');
const SOURCE_MAPS = path.join(ROOT, 'dist/api/source-maps.js');
const START_MS = 30_000;
/** Only one test file at a time builds. */
const BUILD_LOCK = 4_712;

/** The built API as a process of its own. */
export interface ApiProcess {
  readonly url: string;
  readonly pid: number;
  /** The same caller as at another process: sessions live in the database. */
  as(client: HttpClient): HttpClient;
  signal(name: NodeJS.Signals): void;
  /** The exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Everything it has written so far. */
  output(): string;
  stop(): Promise<void>;
}

export async function startApi(appUrl: string, env: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  await buildIfOlder();
  const anchorDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-anchor-'));
  const { DATABASE_URL: _owner, ...outer } = process.env;
  const child = spawn(process.execPath, ['--require', SOURCE_MAPS, PROGRAM], {
    cwd: ROOT,
    env: {
      ...outer,
      NODE_ENV: 'test',
      DATABASE_APP_URL: appUrl,
      ETATLOTSE_ANCHOR_DIR: anchorDir,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'fatal',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => written.push(data.toString()));
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const url = await addressOf(child);
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
    fs.rmSync(anchorDir, { recursive: true, force: true });
  };
  return {
    url,
    pid: child.pid ?? 0,
    as: (client) => httpClient(url, client.headers),
    signal: (name) => void child.kill(name),
    exited,
    output: () => written.join(''),
    stop,
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const told: string[] = [];
    const fail = (what: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`The API ${what}:\n${told.join('\n')}`));
    };
    const limit = setTimeout(() => fail('does not listen'), START_MS);
    child.once('exit', (code) => fail(`ended with ${String(code)}`));
    child.stderr?.on('data', (data: Buffer) => told.push(data.toString()));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line);
      const address = /"event":"listening","url":"([^"]+)"/.exec(line)?.[1];
      if (address === undefined) return;
      clearTimeout(limit);
      child.removeAllListeners('exit');
      resolve(address);
    });
  });
}

/** `npm test` builds before; somebody who runs one file gets what stands in the sources, too. */
async function buildIfOlder(): Promise<void> {
  const lock = new Client({ connectionString: process.env['ETATLOTSE_TEST_DATABASE_URL'] });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(${BUILD_LOCK})`);
    const built = fs.statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const sources = ['api/src', 'libs/domain/src', 'libs/contracts/src'].flatMap((folder) =>
      fs
        .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
        .map((name) => path.join(ROOT, folder, name)),
    );
    if (sources.every((file) => fs.statSync(file).mtimeMs < built)) return;
    const build = spawnSync(process.execPath, ['tools/build-api.mjs'], { cwd: ROOT, encoding: 'utf8' });
    if (build.status !== 0) throw new Error(`The API could not be built:\n${build.stderr}`);
  } finally {
    await lock.end();
  }
}

/** Waits for a condition instead of a time. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = 30_000,
  everyMs = 20,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited ${limitMs} ms in vain: ${what}`);
    await new Promise((done) => setTimeout(done, everyMs));
  }
}

/** The day on which these processes work: they have the machine's clock. */
export const today = (): string => new Date(Date.now()).toISOString().slice(0, 10);
export const thisYear = (): number => Number(today().slice(0, 4));
