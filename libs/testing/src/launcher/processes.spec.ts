import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { ROOT } from '../house/tree';
import { freePort } from './launcher';

/** Holds a port, with threads that are busy while the process is killed. */
const HOLDER = `
  const { Worker } = require('node:worker_threads');
  const busy = 'const kept = []; for (let n = 0; n < 5e5; n++) kept.push({ n }); require("node:worker_threads").parentPort.postMessage(kept.length); setInterval(() => kept, 1e3)';
  let ready = 0;
  for (let n = 0; n < 4; n++) new Worker(busy, { eval: true }).on('message', () => ++ready === 4 && console.log('ready'));
  require('node:net').createServer().listen(Number(process.argv[1]), '127.0.0.1');
`;

/** Says whether the port can be taken the very moment the process counts as gone. */
const WITNESS = `
  import fs from 'node:fs';
  import { isAlive } from './tools/processes.mjs';
  const [pid, port] = process.argv.slice(1).map(Number);
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid));
  const address = ':' + port.toString(16).toUpperCase().padStart(4, '0') + ' 00000000:0000 0A';
  console.log(fs.readFileSync('/proc/net/tcp', 'utf8').includes(address) ? 'held' : 'free');
`;

async function output(args: readonly string[]): Promise<{ pid: number; first: string; end: () => void }> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const [data] = (await once(child.stdout, 'data')) as [Buffer];
  return { pid: child.pid ?? 0, first: data.toString().trim(), end: () => child.kill('SIGKILL') };
}

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('A process that was killed', () => {
  onLinux('counts as there until its last thread is gone: then its port is free', async () => {
    const port = await freePort();
    for (let round = 0; round < 4; round++) {
      const holder = await output(['-e', HOLDER, String(port)]);
      try {
        const seen = await output(['--input-type=module', '-e', WITNESS, String(holder.pid), String(port)]);
        expect(seen.first).toBe('free');
      } finally {
        holder.end();
      }
    }
    const server = net.createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
  });
});
