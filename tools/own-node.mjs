// Node 24 comes with the packages; a tool that was started on an older Node goes on with that one. Zero dependencies.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const NEEDED = [24, 15];

/** The Node that everything runs on: this one when it is new enough, else the one from node_modules, else undefined. */
export function ownNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const file = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  return fs.existsSync(file) ? file : undefined;
}

/** Goes on with Node 24 in a child process when this Node is too old. Returns only when it is new enough. */
export async function continueOnOwnNode() {
  if (isNewEnough(process.versions.node)) return;
  const node = ownNode();
  if (!node) {
    console.error(
      `Node ${NEEDED.join('.')} oder neuer wird gebraucht, hier läuft ${process.version}.\n` +
        'Mit "npm start" wird ein passendes Node mit den Paketen eingerichtet. ' +
        'Gibt es für dieses System keines, installieren Sie bitte Node 24 von nodejs.org.',
    );
    process.exit(1);
  }
  // The channel tells the child when this process is killed, so that it never outlives it.
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)));
  process.exit(code);
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}
