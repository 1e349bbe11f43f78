import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../house/tree';

const NOBODY = 65_534;

export const isRoot = process.getuid?.() === 0;

export interface Start {
  readonly dataDir: string;
  readonly port: number;
  /** Runs as `nobody` instead of root. */
  readonly asNobody?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the checkout, else this one. */
  readonly checkout?: string;
}

/** A running launcher with what it has printed so far. */
export class Launcher {
  output = '';
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor({ dataDir, port, asNobody = false, env = {}, checkout = ROOT }: Start) {
    const { DATABASE_URL: _database, ...outer } = process.env;
    this.child = spawn(process.execPath, ['tools/start.mjs'], {
      cwd: checkout,
      env: { ...outer, NODE_ENV: '', npm_lifecycle_event: '', ETATLOTSE_DATA_DIR: dataDir, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asNobody ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    this.exited = new Promise((done) => this.child.once('close', done));
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async saidIt(pattern: RegExp, limitMs = 90_000): Promise<void> {
    const found = await until(() => pattern.test(this.output) || this.child.exitCode !== null, limitMs);
    if (!found || !pattern.test(this.output)) throw new Error(`Never said ${String(pattern)}:\n${this.output}`);
  }

  isUp(): Promise<void> {
    return this.saidIt(/läuft: http/);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async stop(): Promise<number | null> {
    this.signal('SIGTERM');
    return this.exited;
  }
}

/** A data folder in the temporary folder. `closed`: below a folder that only its owner may enter. */
export function makeDataDir({ closed = false, forNobody = false } = {}): string {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-launcher-'));
  fs.chmodSync(parent, closed ? 0o700 : 0o755);
  const dataDir = path.join(parent, 'data');
  fs.mkdirSync(dataDir);
  if (forNobody) fs.chownSync(dataDir, NOBODY, NOBODY);
  return dataDir;
}

export function removeDataDir(dataDir: string): void {
  fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
}

/** Process numbers of the API and of PostgreSQL as the data folder names them. */
export function processesOf(dataDir: string): { api: number; database: number } {
  const api = readIfThere(path.join(dataDir, 'api.pid.json'));
  const database = readIfThere(path.join(dataDir, 'postgres/postmaster.pid')).split('\n')[0];
  return { api: api === '' ? 0 : (JSON.parse(api) as { pid: number }).pid, database: Number(database) };
}

/** Every server process, the children of the postmaster too, works in the cluster's folder. */
export function databaseProcesses(dataDir: string): number[] {
  const cluster = path.join(fs.realpathSync(dataDir), 'postgres');
  return processNumbers().filter((pid) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  });
}

/** The processes that stop a database whose launcher was killed. */
export function watchdogsOf(dataDir: string): number[] {
  return processNumbers().filter((pid) => {
    const words = readIfThere(`/proc/${pid}/cmdline`);
    return words.includes('etatlotse-watchdog') && words.includes(dataDir);
  });
}

function processNumbers(): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** A zombie that nobody has collected yet is not alive. */
export function isAlive(pid: number): boolean {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat !== '' && !/\) [ZX] /.test(stat);
}

export async function until(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    if (await condition()) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** True when the API answers that database and migrations are in order. */
export async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health/ready`, { signal: AbortSignal.timeout(5000) });
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Address of the database for its owner. */
export function ownerUrl(dataDir: string): string {
  const secrets = JSON.parse(fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as { ownerPassword: string };
  const port = readIfThere(path.join(dataDir, 'postgres/postmaster.pid')).split('\n')[3];
  return `postgres://etatlotse:${secrets.ownerPassword}@127.0.0.1:${port}/etatlotse`;
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => done(port));
    });
  });
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
