// Runs the two programs of the API for the launcher: the migrations once, then the server.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PlainError } from './data-folder.mjs';
import { root } from './own-node.mjs';
import { commandLine, identify, isSame, readText, stopProcess } from './processes.mjs';

const program = (name) => path.join(root, 'dist/api', name);

/** Stack traces of both programs name the files they were built from. */
const TRACE_FLAGS = ['--require', program('source-maps.js')];

/** Half of what the server holds when idle would be room for young objects that it does not need (docs/performance.md). */
export const SERVER_FLAGS = [...TRACE_FLAGS, '--max-semi-space-size=16'];

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const TAIL_LINES = 15;

/**
 * Begins to bring the tables to this version. `onEvent` hears each JSON line of the program.
 * `done` fails with a sentence when a step fails; `stop` breaks off, which undoes the step under way.
 */
export function startMigrations(env, onEvent) {
  const child = spawn(process.execPath, [...TRACE_FLAGS, program('migrate.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tail = [];
  const collect = (line) => tail.push(line) > TAIL_LINES && tail.shift();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = parse(line);
    if (event) onEvent(event);
    if (!event || event.event === 'failed') collect(event?.reason ?? line);
  });
  createInterface({ input: child.stderr }).on('line', collect);
  const done = new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve() : reject(migrationError(tail))));
  });
  return { done, stop: () => stopProcess(child.pid, { limitMs: STOP_LIMIT_MS }) };
}

/**
 * Begins to start the API. `listening` answers its address once it takes requests.
 * `onDeath(code, lastLines)` is called when it ends later without being asked.
 */
export function startApi({ env, dataDir, verbose, onDeath }) {
  const log = openLog(path.join(dataDir, 'api.log'));
  const companion = path.join(root, 'tools/exit-with-launcher.mjs');
  const child = spawn(process.execPath, [...SERVER_FLAGS, '--import', companion, program('main.js')], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // Ctrl-C reaches only the launcher, which ends the API in order
  });
  child.stdin.on('error', () => {});
  fs.writeFileSync(pidFile(dataDir), JSON.stringify(identify(child.pid) ?? { pid: child.pid }));
  const tail = [];
  const state = { isUp: false, isStopping: false };
  const listening = new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(startError(tail, 'er meldet sich nicht')), START_LIMIT_MS);
    const onLine = (line) => {
      log.write(`${line}\n`);
      if (tail.push(line) > TAIL_LINES) tail.shift();
      if (verbose) console.log(line);
      const event = state.isUp ? undefined : parse(line);
      if (event?.event !== 'listening') return;
      state.isUp = true;
      clearTimeout(limit);
      resolve(event.url);
    };
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', onLine);
    child.once('close', (code) => {
      clearTimeout(limit);
      log.end();
      fs.rmSync(pidFile(dataDir), { force: true });
      if (!state.isUp) reject(startError(tail, `er endete mit Code ${code}`));
      else if (!state.isStopping) onDeath(code, tail);
    });
  });
  return {
    listening,
    async stop() {
      state.isStopping = true;
      await stopProcess(child.pid, { limitMs: STOP_LIMIT_MS });
    },
  };
}

/** Ends the API of a launcher that was killed. Answers whether there was one. */
export async function stopOrphan(dataDir) {
  const named = parse(readText(pidFile(dataDir)));
  if (!named || !isSame(named)) return false;
  const words = commandLine(named.pid); // empty for one that is ending just now
  if (words !== '' && !words.includes(program('main.js'))) return false;
  await stopProcess(named.pid, { limitMs: STOP_LIMIT_MS });
  return true;
}

const pidFile = (dataDir) => path.join(dataDir, 'api.pid.json');

const migrationError = (tail) =>
  new PlainError(`Die Datenbank konnte nicht auf den Stand dieser Version gebracht werden:\n${tail.join('\n')}`);

const startError = (tail, what) =>
  new PlainError(`Der Server konnte nicht gestartet werden: ${what}.\n${tail.join('\n')}`);

function openLog(file) {
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) fs.renameSync(file, `${file}.old`);
  return fs.createWriteStream(file, { flags: 'a', mode: 0o600 });
}

function parse(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
