// A lock that survives kill -9: a file that names its holder. Zero dependencies.
import fs from 'node:fs';
import path from 'node:path';
import { identify, isSame, pause, readText } from './processes.mjs';

const TAKEOVER_LIMIT_MS = 10_000;

/**
 * Takes the lock or names who holds it. The lock of a dead process is taken over.
 * Details written into the lock (an address, for example) are shown to whoever comes second.
 */
export async function takeLock(file, details = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    const lock = create(file, details);
    if (lock) return lock;
    const holder = readHolder(file);
    if (holder && isSame(holder)) return { taken: false, holder };
    await removeStale(file);
  }
}

/** Waits for its turn. `onWait` hears once who is in front. */
export async function waitForLock(file, { limitMs, onWait }) {
  const end = performance.now() + limitMs;
  for (let first = true; ; first = false) {
    const lock = await takeLock(file);
    if (lock.taken) return lock;
    if (first) onWait(lock.holder);
    if (performance.now() > end) throw new Error(`Prozess ${lock.holder.pid} hält ${file} zu lange fest.`);
    await pause(200);
  }
}

/** The living holder of a lock, or undefined. */
export function lockHolder(file) {
  const holder = readHolder(file);
  return holder && isSame(holder) ? holder : undefined;
}

function create(file, details) {
  const me = identify(process.pid);
  const draft = `${file}.${process.pid}`;
  const write = (content) => fs.writeFileSync(draft, JSON.stringify({ ...me, ...content }), { mode: 0o644 });
  write(details);
  try {
    fs.linkSync(draft, file); // a link appears whole or not at all, so nobody reads a half-written holder
  } catch (error) {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return {
    taken: true,
    update(content) {
      write(content);
      fs.renameSync(draft, file);
    },
    release() {
      if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
    },
  };
}

/** Only one process at a time clears a stale lock, so that none deletes the fresh lock of another. */
async function removeStale(file) {
  const guard = `${file}.takeover`;
  try {
    fs.closeSync(fs.openSync(guard, 'wx'));
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const age = Date.now() - (fs.statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > TAKEOVER_LIMIT_MS) fs.rmSync(guard, { force: true });
    await pause(50);
    return;
  }
  const holder = readHolder(file);
  if (!holder || !isSame(holder)) fs.rmSync(file, { force: true });
  fs.rmSync(guard, { force: true });
}

function readHolder(file) {
  try {
    return JSON.parse(readText(file));
  } catch {
    return undefined;
  }
}
