import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { makeThrowAwayFolder } from '../../tools/throw-away-folder.mjs';

const ROOT = path.resolve(__dirname, '../..');
const PASSWORD = 'Loewe-zeigt-jede-Zahl-2026';
const START_MS = 90_000;
const STOP_MS = 20_000;

export interface City {
  readonly address: string;
  /** One password for all demo accounts. */
  readonly password: string;
  readonly stop: () => Promise<void>;
  /** Kills the API at once, as a broken machine would. The launcher brings it back, at the same address where PORT names one. */
  readonly killApi: () => void;
}

/** Names the folder of a city that was set up once and stopped: the others begin as its copies. */
const MODEL = 'ETATLOTSE_E2E_MODEL';

/** Sets up the city that the journeys of this run begin with. */
export async function makeModelCity(): Promise<void> {
  const folder = makeThrowAwayFolder('etatlotse-e2e-');
  await (await startIn(folder, {})).stop();
  process.env[MODEL] = folder;
}

export function removeModelCity(): void {
  const folder = process.env[MODEL];
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
}

/** The real launcher with an own data folder and a free port. `environment` adds or replaces settings. */
export async function startCity(environment: Record<string, string> = {}): Promise<City> {
  const folder = makeThrowAwayFolder('etatlotse-e2e-');
  const model = process.env[MODEL];
  if (model) execFileSync('cp', ['-a', `${model}/.`, folder]); // with its owners, as the database is picky about them
  const city = await startIn(folder, environment);
  const stop = async (): Promise<void> => {
    await city.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { ...city, stop };
}

/** A port that nobody listens on, for a city whose address outlives its API. */
export function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(String(typeof address === 'object' ? address?.port : 0)));
    });
  });
}

async function startIn(folder: string, environment: Record<string, string>): Promise<City> {
  const launcher = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: '',
      PORT: '0',
      ETATLOTSE_DATA_DIR: path.join(folder, 'data'),
      ETATLOTSE_DEMO: '1',
      ETATLOTSE_DEMO_PASSWORD: PASSWORD,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): Promise<void> => end(launcher);
  try {
    const address = await addressOf(launcher);
    return { address, password: PASSWORD, stop, killApi: () => process.kill(apiOf(launcher), 'SIGKILL') };
  } catch (error) {
    await stop();
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Reads what the launcher tells a person, and nothing else. */
function addressOf(launcher: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const timer = setTimeout(() => reject(new Error(`The city did not start in time:\n${told}`)), START_MS);
    const hear = (data: Buffer): void => {
      told += data.toString();
      const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(told)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    launcher.stdout?.on('data', hear);
    launcher.stderr?.on('data', hear);
    launcher.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The launcher ended with ${String(code)}:\n${told}`));
    });
  });
}

/** The API among the processes that the launcher has started, itself or through another Node. */
function apiOf({ pid }: ChildProcess): number {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = listed.split('\n').map((line) => {
    const [own, parent] = line.trim().split(/\s+/, 2).map(Number);
    return { pid: own ?? 0, parent: parent ?? 0, isApi: line.includes('api/main.js') };
  });
  const isBelow = (one: { readonly parent: number }): boolean => {
    if (one.parent === pid) return true;
    const parent = all.find((other) => other.pid === one.parent);
    return parent !== undefined && parent.pid > 1 && isBelow(parent);
  };
  const api = all.find((one) => one.isApi && isBelow(one));
  if (api === undefined) throw new Error('The launcher has started no API.');
  return api.pid;
}

function end(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => launcher.kill('SIGKILL'), STOP_MS);
    launcher.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    launcher.kill('SIGTERM');
  });
}
