import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFiles, ROOT } from '../house/tree';
import { databaseProcesses, freePort, isRoot, ownerUrl, until } from './launcher';

/** The PATH of a person: without the programs of this checkout's packages. */
const OUTER_PATH = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(path.delimiter);

interface Result {
  readonly code: number | null;
  readonly output: string;
}

/** npm fetches some 1,200 packages; a slow line or a busy machine takes its time. */
const INSTALL_LIMIT_MS = 8 * 60_000;

/** An empty folder with the files of the project and nothing that tools make. */
describe('A fresh clone', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-clone-'));
  const clone = path.join(folder, 'clone');
  const dataDir = path.join(clone, '.data');

  function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(npm_|NODE_|DATABASE_|ETATLOTSE_)/.test(name) || name === 'npm_config_cache',
    );
    return { ...Object.fromEntries(kept), PATH: OUTER_PATH, ...extra };
  }

  function begin(
    command: string,
    args: readonly string[],
    extra?: Record<string, string>,
  ): { child: ChildProcess; result: Promise<Result>; output: () => string } {
    const child = spawn(command, args, {
      cwd: clone,
      env: environment(extra),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    return {
      child,
      output: () => output,
      result: new Promise((done) => child.once('close', (code) => done({ code, output }))),
    };
  }

  const step = (name: string): Promise<Result> => begin('sh', [`tools/docker/${name}.sh`]).result;

  beforeAll(() => {
    for (const file of projectFiles()) {
      fs.mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
      fs.copyFileSync(path.join(ROOT, file), path.join(clone, file));
    }
    fs.chmodSync(folder, 0o755);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it(
    'two people who set it up at once do not hurt each other',
    async () => {
      const results = await Promise.all([step('install'), step('install')]);
      expect(results.map(({ code, output }) => ({ code, output: code === 0 ? '' : output }))).toEqual([
        { code: 0, output: '' },
        { code: 0, output: '' },
      ]);
      expect(results.filter(({ output }) => output.includes('Pakete einrichten'))).toHaveLength(1);
      expect(results.filter(({ output }) => output.includes('richtet diesen Ordner gerade ein'))).toHaveLength(1);
    },
    INSTALL_LIMIT_MS,
  );

  it('the build step of the image builds server and pages', async () => {
    const { code, output } = await step('build');
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  });

  it('npm start runs without a network, without building again, and ends with npm', async () => {
    const port = await freePort();
    // A network namespace has a loopback only; where the machine forbids one, the start itself is still proved.
    const cutOff = isRoot && spawnSync('unshare', ['--net', 'true']).status === 0;
    const command = 'ip link set lo up; exec npm start';
    const start = cutOff
      ? begin('unshare', ['--net', 'sh', '-c', command], { PORT: String(port) })
      : begin('npm', ['start'], { PORT: String(port) });
    const isUp = await until(() => /läuft: http/.test(start.output()) || start.child.exitCode !== null, 60_000);
    expect(isUp ? start.output() : 'not up').toMatch(/läuft: http/);
    expect(start.output()).not.toMatch(/Pakete einrichten|Server bauen/);
    expect(ownerUrl(dataDir)).toContain('postgres://');
    process.kill(-(start.child.pid ?? 0), 'SIGINT');
    await start.result;
    expect(await until(() => databaseProcesses(dataDir).length === 0, 30_000)).toBe(true);
  });

  it('kill -9 of npm ends the rest as well', async () => {
    const start = begin('npm', ['start'], { PORT: String(await freePort()) });
    expect(await until(() => /läuft: http/.test(start.output()), 60_000)).toBe(true);
    start.child.kill('SIGKILL');
    expect(await until(() => databaseProcesses(dataDir).length === 0, 30_000)).toBe(true);
    expect(await until(() => !fs.existsSync(path.join(dataDir, 'launcher.lock')), 10_000)).toBe(true);
  });

  it('what the image keeps is enough to run', async () => {
    const pruned = await step('prune');
    expect(pruned.code).toBe(0);
    for (const [program, missing] of [
      ['main.js', 'DATABASE_APP_URL'],
      ['migrate.js', 'DATABASE_URL'],
    ] as const) {
      const { output } = await begin(process.execPath, [`dist/api/${program}`]).result;
      expect(output).toContain(`Die Einstellung ${missing} fehlt`);
    }
  });
});
