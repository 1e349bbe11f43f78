// Starts what a measurement needs as processes of its own, and ends all of it whatever happens.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../own-node.mjs';
import { freePort } from '../postgres.mjs';
import { SERVER_FLAGS } from '../api-process.mjs';
import { pause, readText, stopProcess } from '../processes.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const TICKS_PER_SECOND = 100; // what /proc counts in, on every Linux that Node runs on

/** Newest first: a server ends before the database it works on. */
const endings = [];

/** Registers how something is ended; `endAll` calls it once. */
export const atTheEnd = (end) => endings.unshift(end);

export async function endAll() {
  for (let end = endings.shift(); end; end = endings.shift()) await end();
}

/** A Node program that serves HTTP on a free port. Answers when `readyPath` does. */
export async function startServer({ name, program, env, folder, readyPath, nodeOptions = [] }) {
  const port = await freePort();
  const log = path.join(folder, `${name}.log`);
  const output = fs.openSync(log, 'a');
  const companion = path.join(root, 'tools/exit-with-launcher.mjs');
  const args = [...nodeOptions, ...SERVER_FLAGS, '--import', companion, program];
  // Its standard input stays open as long as this process lives; the companion ends it when that closes.
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['pipe', output, output],
  });
  fs.closeSync(output);
  const stop = () => stopProcess(child.pid, { limitMs: STOP_LIMIT_MS });
  atTheEnd(stop);
  await untilAnswers(`http://127.0.0.1:${port}${readyPath}`, () => child.exitCode !== null).catch(() => {
    throw new Error(`${name} did not start:\n${readText(log).slice(-2000)}`);
  });
  return { port, pid: child.pid, stop };
}

/** Waits until an address answers with success. */
export async function untilAnswers(url, hasEnded = () => false) {
  const end = performance.now() + START_LIMIT_MS;
  while (!hasEnded() && performance.now() < end) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(5);
  }
  throw new Error(`${url} does not answer.`);
}

/** Processor time in milliseconds that a process and its ended children have taken; 0 where /proc is missing. */
export function processorTime(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === '') return 0;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, text) => sum + Number(text), 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** Processor time in milliseconds of all children of this process that have ended, with theirs. */
export function processorTimeOfEndedChildren() {
  const stat = readText('/proc/self/stat');
  if (stat === '') return 0;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_PER_SECOND;
}

/** The same for a server with all its living children, such as PostgreSQL with its connections. */
export function processorTimeOfFamily(pid) {
  const children = readText(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return [pid, ...children].reduce((sum, member) => sum + processorTime(member), 0);
}

/** The most memory in MB that a process or one of its descendants has held so far. */
export function peakMegabytesOfFamily(pid) {
  const children = threadsOf(pid).flatMap((thread) =>
    readText(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean),
  );
  const own = Number(/VmHWM:\s+(\d+) kB/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  return Math.max(own, ...children.map(peakMegabytesOfFamily));
}

/** Each of them may have started a child. */
function threadsOf(pid) {
  try {
    return fs.readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Resident memory in MB. */
export function residentMegabytes(pid) {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readText(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
