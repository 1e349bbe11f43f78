// Runs a program of the system alone to its end: seconds, processor, memory, and what it wrote.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pause, readText, sendSignal, waitForExit } from '../processes.mjs';
import { atTheEnd, peakMegabytesOfFamily, processorTimeOfEndedChildren } from './processes.mjs';

const WATCH_MS = 100;
const STOP_LIMIT_MS = 5_000;

/** Whether a program of this name lies on the path. */
export const isInstalled = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      fs.accessSync(path.join(folder, name), fs.constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * Its standard output goes to a file in `folder`, so that nobody waits for a pipe. It has a process group of its own,
 * because LibreOffice is a script that starts a program that starts a program.
 */
export async function runProgram(command, args, { folder, env = {}, limitMs }) {
  const [answer, complaint] = ['out', 'err'].map((ending) => path.join(folder, `${path.basename(command)}.${ending}`));
  const files = [answer, complaint].map((file) => fs.openSync(file, 'w'));
  const processorBefore = processorTimeOfEndedChildren();
  const begin = performance.now();
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', ...env },
    stdio: ['ignore', ...files],
    detached: true,
  });
  for (const file of files) fs.closeSync(file);
  const ended = new Promise((done) => {
    child.once('exit', (code, signal) => done(code ?? signal));
    child.once('error', (error) => done(error.code));
  });
  let isRunning = true;
  const stop = async () => {
    if (!isRunning || child.pid === undefined) return;
    sendSignal(-child.pid, 'SIGTERM');
    if (!(await waitForExit(child.pid, STOP_LIMIT_MS))) sendSignal(-child.pid, 'SIGKILL');
  };
  let isAllEnding = false;
  atTheEnd(() => {
    isAllEnding = isRunning;
    return stop();
  });
  let peakMegabytes = 0;
  while (isRunning && performance.now() - begin < limitMs) {
    peakMegabytes = Math.max(peakMegabytes, child.pid === undefined ? 0 : peakMegabytesOfFamily(child.pid));
    await Promise.race([ended.then(() => (isRunning = false)), pause(WATCH_MS)]);
  }
  const seconds = (performance.now() - begin) / 1000;
  await stop();
  const code = await ended;
  isRunning = false;
  // Somebody ended the whole measurement: it must not go on with its next step meanwhile.
  if (isAllEnding) await new Promise(() => {});
  return {
    code,
    seconds,
    processorSeconds: (processorTimeOfEndedChildren() - processorBefore) / 1000,
    peakMegabytes: Math.round(peakMegabytes),
    text: readText(answer),
    complaint: readText(complaint).trim(),
  };
}
