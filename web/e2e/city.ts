import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const PASSWORD = 'Loewe-zeigt-jede-Zahl-2026';
const START_MS = 90_000;
const STOP_MS = 20_000;

export interface City {
  readonly address: string;
  /** One password for all demo accounts. */
  readonly password: string;
  readonly stop: () => Promise<void>;
}

/** The real launcher with an own data folder and a free port. `environment` adds or replaces settings. */
export async function startCity(environment: Record<string, string> = {}): Promise<City> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-e2e-'));
  // The database runs as another user when this one is root, and that user must be able to enter.
  fs.chmodSync(dataDir, 0o755);
  const launcher = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: '',
      PORT: '0',
      ETATLOTSE_DATA_DIR: path.join(dataDir, 'data'),
      ETATLOTSE_DEMO: '1',
      ETATLOTSE_DEMO_PASSWORD: PASSWORD,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await end(launcher);
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(launcher), password: PASSWORD, stop };
  } catch (error) {
    await stop();
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
