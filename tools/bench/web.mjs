// What a person waits for: the second start, the first page, and what the browser has to load for it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { loadSecrets } from '../data-folder.mjs';
import { root } from '../own-node.mjs';
import { freePort } from '../postgres.mjs';
import { pause, readText, stopProcess } from '../processes.mjs';
import { median } from './load.mjs';
import { atTheEnd, residentMegabytes, untilAnswers } from './processes.mjs';
import { logIn } from './world.mjs';

const STARTS = 3;
const AUDITS = 3;
const STOP_LIMIT_MS = 60_000;
const IDLE_MS = 5000;
const OVERVIEW = '/dashboard';
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** The launcher with the sample city: the first start makes it, the others find it. `work` gets the last one running. */
export async function measureStarts({ say }, work) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-bench-start-'));
  atTheEnd(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const first = await start(dataDir);
  await first.stop();
  say(`start, first: ${first.seconds.toFixed(1)} s`);
  const seconds = [];
  for (let n = 1; n < STARTS; n += 1) {
    const again = await start(dataDir);
    seconds.push(again.seconds);
    await again.stop();
  }
  const last = await start(dataDir);
  seconds.push(last.seconds);
  const headers = await logIn(last.port, 'finanzen@loewenstadt.example', loadSecrets(dataDir).demoPassword);
  const cookie = headers[0].slice('Cookie: '.length);
  const more = await work?.({ port: last.port, cookie });
  await fetch(`http://127.0.0.1:${last.port}/api/v1/budget/overview?fiscalYear=${currentYear()}`, {
    headers: { cookie },
  });
  await pause(IDLE_MS);
  const { pid } = JSON.parse(readText(path.join(dataDir, 'api.pid.json')));
  const memory = residentMegabytes(pid);
  await last.stop();
  return { firstSeconds: first.seconds, secondSeconds: median(seconds), memory, ...more };
}

export const currentYear = () => new Date(Date.now()).getFullYear();

/** `settings`: more of the environment. */
export async function start(dataDir, settings = {}) {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, ETATLOTSE_DATA_DIR: dataDir, PORT: String(port), ETATLOTSE_DEMO: '1', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => stopProcess(child.pid, { signal: 'SIGINT', limitMs: STOP_LIMIT_MS });
  atTheEnd(stop);
  await untilAnswers(`http://127.0.0.1:${port}/api/v1/demo`, () => child.exitCode !== null);
  return { port, stop, seconds: (performance.now() - begin) / 1000 };
}

/** The overview as somebody sees it who is logged in, on a desktop. */
export async function auditOverview({ port, cookie }) {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const { executablePath, args } = await findBrowser();
  const debugPort = await freePort();
  const browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${debugPort}`] });
  const close = () => browser.close();
  atTheEnd(close);
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, []]));
  let failed = [];
  for (let n = 0; n < AUDITS; n += 1) {
    const { lhr } = await lighthouse(
      `http://127.0.0.1:${port}${OVERVIEW}`,
      { port: debugPort, logLevel: 'error', extraHeaders: { Cookie: cookie }, onlyCategories: CATEGORIES },
      desktopConfig,
    );
    if (!lhr.finalDisplayedUrl.endsWith(OVERVIEW)) throw new Error(`Lighthouse saw ${lhr.finalDisplayedUrl}.`);
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    for (const category of CATEGORIES) scores[category].push(Math.round(lhr.categories[category].score * 100));
    failed = failedAudits(lhr);
  }
  await close();
  return { lighthouse: Object.fromEntries(CATEGORIES.map((name) => [name, median(scores[name])])), failed };
}

export const failedAudits = ({ audits, categories }) =>
  CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => `${id} ${audits[id].displayValue ?? ''}`.trim());

/** What the first page needs: the scripts that index.html names, and what those import at once. */
export function measureScripts() {
  const folder = path.join(root, 'dist/web');
  const named = [...readText(path.join(folder, 'index.html')).matchAll(/(?:src|href)="([^"]+\.js)"/g)];
  const initial = new Set(named.map(([, file]) => file));
  for (const file of initial) for (const next of importsOf(path.join(folder, file))) initial.add(next);
  const all = fs.readdirSync(folder).filter((file) => file.endsWith('.js'));
  const heavy = all.filter((file) => /chartjs|Chart\.js v/.test(readText(path.join(folder, file))));
  const kilobytes = (files) =>
    files.reduce((sum, file) => sum + brotliCompressSync(fs.readFileSync(path.join(folder, file))).length, 0) / 1000;
  return {
    initialFiles: initial.size,
    initialKilobytes: kilobytes([...initial]),
    allKilobytes: kilobytes(all),
    areChartsLazy: heavy.length > 0 && heavy.every((file) => !initial.has(file)),
  };
}

/** Static imports only; `import(...)` is what comes later. */
function importsOf(file) {
  return [...readText(file).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)].map(([, name]) => name);
}
