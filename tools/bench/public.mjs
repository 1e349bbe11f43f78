// What everybody and the committee see: the public page under load, the two pages as Lighthouse judges them, a snapshot being taken.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { loadSecrets } from '../data-folder.mjs';
import { freePort } from '../postgres.mjs';
import { drive, median, request } from './load.mjs';
import { atTheEnd, startServer } from './processes.mjs';
import { CATEGORIES, currentYear, failedAudits, start } from './web.mjs';
import { logIn } from './world.mjs';

const run = promisify(execFile);
const PAGE = '/oeffentlich/loewenstadt';
const DASHBOARD = '/dashboard/released';
const READERS = 64;
const SECONDS = 8;
const KEPT_ALIVE = 1000;
const OPEN_SECONDS = 4;
/** Page and yardstick take turns, so that a busy moment of the machine meets both. */
const OPEN_ROUNDS = 3;
const AUDITS = 5;
const UNLIMITED = { PUBLIC_PER_MINUTE: '1000000000' };

export async function measurePublic({ say }) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etatlotse-bench-public-'));
  atTheEnd(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const cached = await start(dataDir, UNLIMITED);
  const result = await measureCached(cached.port, dataDir, say);
  result.snapshotSeconds = await takeSnapshot(cached.port, loadSecrets(dataDir).demoPassword);
  say(`a snapshot of the sample city: ${result.snapshotSeconds.toFixed(2)} s`);
  result.page = await weighPage(cached.port);
  result.mobile = await audit(cached.port, PAGE, { isMobile: true });
  const member = await logIn(cached.port, 'ausschuss@loewenstadt.example', loadSecrets(dataDir).demoPassword);
  result.dashboard = await audit(cached.port, DASHBOARD, { cookie: member[0].slice('Cookie: '.length) });
  say('the public page and the dashboard of the committee in Lighthouse');
  await cached.stop();
  const bare = await start(dataDir, { ...UNLIMITED, PUBLIC_KEPT_SECONDS: '0' });
  result.uncached = await drive({ port: bare.port, connections: READERS, seconds: SECONDS, next: ask });
  await bare.stop();
  say(
    `public page: ${Math.round(result.cached.perSecond)}/s cached, ${Math.round(result.uncached.perSecond)}/s read anew`,
  );
  return result;
}

const ask = () => request('GET', PAGE);

async function measureCached(port, folder, say) {
  const yardstick = await startYardstick(port, folder);
  for (const each of [port, yardstick.port]) await drive({ port: each, connections: READERS, seconds: 2, next: ask });
  const single = await drive({ port, connections: 1, seconds: 4, next: ask });
  const bareSingle = await drive({ port: yardstick.port, connections: 1, seconds: 4, next: ask });
  const cached = await drive({ port, connections: READERS, seconds: SECONDS, next: ask });
  const rounds = { page: [], bare: [] };
  for (let n = 0; n < OPEN_ROUNDS; n += 1) {
    rounds.page.push(await openLoop({ port, perSecond: cached.perSecond / 2 }));
    rounds.bare.push(await openLoop({ port: yardstick.port, perSecond: cached.perSecond / 2 }));
  }
  await yardstick.stop();
  const [open, bare] = [inTheMiddle(rounds.page), inTheMiddle(rounds.bare)];
  say(
    `public page, open loop at ${Math.round(open.perSecond)}/s: p99 ${open.p99.toFixed(1)} ms, yardstick ${bare.p99.toFixed(1)} ms`,
  );
  return { single, cached, open, bareSingle, bare };
}

/** A server that only repeats the answer of the page. */
async function startYardstick(port, folder) {
  const answer = await fetch(`http://127.0.0.1:${port}${PAGE}`, { headers: { 'accept-encoding': 'identity' } });
  if (answer.status !== 200) throw new Error(`The sample city has no public page: ${answer.status}.`);
  const own = ['connection', 'keep-alive', 'date', 'transfer-encoding'];
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)));
  const file = path.join(folder, 'answer.json');
  fs.writeFileSync(file, JSON.stringify({ headers, body: await answer.text() }));
  const program = fileURLToPath(new URL('./bare-page.mjs', import.meta.url));
  return startServer({ name: 'bare-page', program, env: { ANSWER_FILE: file }, folder, readyPath: '/' });
}

/** The round whose p99 stands between the others; what was sent and answered, of all of them. */
function inTheMiddle(rounds) {
  const middle = rounds.toSorted((one, other) => one.p99 - other.p99)[rounds.length >> 1];
  const sum = (name) => rounds.reduce((total, round) => total + round[name], 0);
  return { ...middle, sent: sum('sent'), answered: sum('answered') };
}

/** The generator is a process of its own; how late it was itself is told beside the times. */
async function openLoop({ port, perSecond }) {
  const program = fileURLToPath(new URL('./open-loop.mjs', import.meta.url));
  const asked = { PORT: port, PATH_ASKED: PAGE, PER_SECOND: perSecond, CONNECTIONS: KEPT_ALIVE, SECONDS: OPEN_SECONDS };
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, ...asked } });
  return JSON.parse(stdout);
}

/** From the order to the answer: read, put together, hashed, signed, stored. It is taken back afterwards. */
async function takeSnapshot(port, password) {
  const headersOf = async (person) => {
    const lines = await logIn(port, `${person}@loewenstadt.example`, password);
    return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
  };
  const [first, second] = [await headersOf('finanzen'), await headersOf('finanzen2')];
  const seconds = [];
  for (let n = 0; n < 3; n += 1) {
    const begin = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/snapshots`, {
      method: 'POST',
      headers: { ...first, 'content-type': 'application/json', 'idempotency-key': `bench-snapshot-${n}` },
      body: JSON.stringify({ fiscalYear: currentYear() }),
    });
    seconds.push((performance.now() - begin) / 1000);
    if (answer.status !== 201) throw new Error(`The snapshot was refused: ${answer.status} ${await answer.text()}`);
    const { id } = await answer.json();
    const taken = await fetch(`http://127.0.0.1:${port}/api/v1/snapshots/${id}/reject`, {
      method: 'POST',
      headers: second,
    });
    if (!taken.ok) throw new Error(`The snapshot was not taken back: ${taken.status}`);
  }
  return median(seconds);
}

/** Bytes and scripts of the public page. */
async function weighPage(port) {
  const text = await (await fetch(`http://127.0.0.1:${port}${PAGE}`)).text();
  return { kilobytes: Buffer.byteLength(text) / 1000, scripts: (text.match(/<script/g) ?? []).length };
}

async function audit(port, address, { isMobile = false, cookie }) {
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
      `http://127.0.0.1:${port}${address}`,
      {
        port: debugPort,
        logLevel: 'error',
        onlyCategories: CATEGORIES,
        ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
      },
      isMobile ? undefined : desktopConfig,
    );
    if (!lhr.finalDisplayedUrl.includes(address)) throw new Error(`Lighthouse saw ${lhr.finalDisplayedUrl}.`);
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    for (const category of CATEGORIES) scores[category].push(Math.round(lhr.categories[category].score * 100));
    failed = failedAudits(lhr);
  }
  await close();
  return { scores: Object.fromEntries(CATEGORIES.map((name) => [name, median(scores[name])])), failed };
}

const WANTED = {
  mobile: { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 },
  dashboard: { performance: 90, accessibility: 100, 'best-practices': 100 },
};

export function publicFigures(measured, { figure, milliseconds }) {
  const { single, cached, uncached, open, bareSingle, bare, snapshotSeconds, page, mobile, dashboard } = measured;
  const gain = cached.perSecond / uncached.perSecond;
  const scored = (name, { scores, failed }, wanted) =>
    Object.entries(wanted).map(([category, least]) =>
      figure(
        'Committee and public',
        `${name}, Lighthouse ${category}, median of ${AUDITS}`,
        String(scores[category]),
        `>= ${least}`,
        scores[category] >= least,
        scores[category] >= least ? '' : failed.join('; '),
      ),
    );
  return [
    figure(
      'Committee and public',
      'public page from memory against read and rendered anew',
      `${gain.toFixed(1)} x (${Math.round(cached.perSecond)} against ${Math.round(uncached.perSecond)}/s)`,
      '>= 5 x',
      gain >= 5,
    ),
    figure(
      'Committee and public',
      `public page, open loop at half of that over ${KEPT_ALIVE.toLocaleString('en')} connections: p99 against p50 of one reader`,
      `${(open.p99 / single.p50).toFixed(1)} x (${milliseconds(open.p99)} against ${milliseconds(single.p50)})`,
      '<= 20 x',
      open.p99 <= 20 * single.p50 && open.answered === open.sent,
      `${open.answered} of ${open.sent} answered, p50 ${milliseconds(open.p50)}; the generator was late by ${milliseconds(open.lateP99)} (p99)`,
    ),
    figure(
      'Committee and public',
      'yardstick: node:http with the same bytes under the same loop, in turns',
      `${(bare.p99 / bareSingle.p50).toFixed(1)} x (${milliseconds(bare.p99)} against ${milliseconds(bareSingle.p50)})`,
      undefined,
      undefined,
      `the page takes ${(open.p99 / bare.p99).toFixed(2)} x its p99; the generator was late by ${milliseconds(bare.lateP99)} (p99)`,
    ),
    ...scored('public page, mobile', mobile, WANTED.mobile),
    ...scored('dashboard of the committee, desktop', dashboard, WANTED.dashboard),
    figure(
      'Committee and public',
      'scripts of the public page',
      String(page.scripts),
      '0',
      page.scripts === 0,
      `${page.kilobytes.toFixed(1)} kB of HTML`,
    ),
    figure(
      'Committee and public',
      'snapshot of the sample city',
      `${snapshotSeconds.toFixed(2)} s`,
      '< 2 s',
      snapshotSeconds < 2,
    ),
  ];
}
