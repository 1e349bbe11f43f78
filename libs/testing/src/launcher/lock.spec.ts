import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../house/tree';

/** Takes the lock, notes that it is in, works for a moment, notes that it is out. */
const WORKER = `
  import fs from 'node:fs';
  import { waitForLock } from './tools/lock.mjs';
  const [file, journal] = process.argv.slice(1);
  const lock = await waitForLock(file, { limitMs: 60000, onWait: () => {} });
  fs.appendFileSync(journal, 'in\\n');
  await new Promise((done) => setTimeout(done, 20));
  fs.appendFileSync(journal, 'out\\n');
  lock.release();
`;

describe('The lock of the tools', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-lock-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function compete(file: string, count: number): Promise<string[]> {
    const journal = `${file}.journal`;
    const workers = Array.from({ length: count }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', WORKER, file, journal], { cwd: ROOT, stdio: 'inherit' }),
    );
    const codes = await Promise.all(workers.map((worker) => new Promise((done) => worker.once('close', done))));
    expect(codes.filter((code) => code !== 0)).toEqual([]);
    return fs.readFileSync(journal, 'utf8').trim().split('\n');
  }

  const inTurn = (count: number): string[] => Array.from({ length: count }, () => ['in', 'out']).flat();

  it('lets one in at a time', async () => {
    expect(await compete(path.join(folder, 'free'), 8)).toEqual(inTurn(8));
  });

  it('is taken over once from a holder that was killed, also when its number runs again', async () => {
    const file = path.join(folder, 'stale');
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    expect(await compete(file, 8)).toEqual(inTurn(8));
  });

  it('survives a holder that wrote nothing', async () => {
    const file = path.join(folder, 'empty');
    fs.writeFileSync(file, '');
    expect(await compete(file, 3)).toEqual(inTurn(3));
  });
});
