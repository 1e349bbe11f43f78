// What the tools need to know about running processes. Zero dependencies: runs before node_modules exists.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * Names a living process so that a later process with the same number is not mistaken for it.
 * Returns undefined for a process that is gone; a zombie counts as gone once its last thread has ended, as the threads
 * of a process that is ending still hold its port.
 */
export function identify(pid) {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') {
    const stat = readText(`/proc/${pid}/stat`);
    if (stat === '') return undefined;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isGone = 'ZX'.includes(fields[0]) && threadsOf(pid) <= 1;
    return isGone ? undefined : { pid, startedAt: fields[19] };
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return undefined;
  }
  return { pid, startedAt: process.platform === 'win32' ? '' : ask('ps', ['-o', 'lstart=', '-p', String(pid)]).trim() };
}

function threadsOf(pid) {
  try {
    return fs.readdirSync(`/proc/${pid}/task`).length;
  } catch {
    return 0;
  }
}

export const isAlive = (pid) => identify(pid) !== undefined;

/** True when the process that was named earlier still runs under its number. */
export function isSame(named) {
  const now = identify(named?.pid);
  return now !== undefined && now.startedAt === named.startedAt;
}

/** Number of the process that started this one, or undefined where the system does not tell. */
export function parentOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

export function commandLine(pid) {
  if (process.platform === 'linux') return readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return process.platform === 'win32' ? '' : ask('ps', ['-o', 'command=', '-p', String(pid)]);
}

/** Waits until the process is gone. Answers false when it outlives the limit. */
export async function waitForExit(pid, limitMs) {
  const end = performance.now() + limitMs;
  while (isAlive(pid)) {
    if (performance.now() > end) return false;
    await pause(25);
  }
  return true;
}

/** Asks a process to end and insists after the limit. */
export async function stopProcess(pid, { signal = 'SIGTERM', limitMs, lastSignal = 'SIGKILL' }) {
  sendSignal(pid, signal);
  if (await waitForExit(pid, limitMs)) return;
  sendSignal(pid, lastSignal);
  await waitForExit(pid, 10_000);
}

export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const ask = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
