// What everybody and the committee see: the public page under load, the two pages as Lighthouse judges them, a snapshot being taken.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { loadSecrets } from '../data-folder.mjs';
import { freePort } from '../postgres.mjs';
import { drive, median, request } from './load.mjs';
import { atTheEnd, startServer } from './processes.mjs';
import { CATEGORIES, currentYear, failedAudits, start } from './web.mjs';
import { logIn } from './world.mjs';

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

/**
 * Readers who do not wait for each other: a request is due whenever its time has come, on the next of many connections that are
 * kept open, and counts from the moment it was due. How late the generator itself was is told beside it.
 */
async function openLoop({ port, perSecond }) {
  const times = [];
  const late = [];
  const lines = await Promise.all(Array.from({ length: KEPT_ALIVE }, () => openLine(port, times)));
  const bytes = Buffer.from(ask());
  const begin = performance.now();
  let sent = 0;
  while (performance.now() - begin < OPEN_SECONDS * 1000) {
    const due = Math.floor(((performance.now() - begin) / 1000) * perSecond);
    for (; sent < due; sent += 1) {
      const dueAt = begin + (sent / perSecond) * 1000;
      late.push(performance.now() - dueAt);
      lines[sent % lines.length].send(bytes, dueAt);
    }
    // Never sleeps: a timer alone would be as late as the answer of an idle server takes.
    await breath();
  }
  await pause(1000);
  for (const line of lines) line.end();
  for (const list of [times, late]) list.sort((a, b) => a - b);
  const at = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))];
  const answered = times.length;
  return { perSecond, sent, answered, p50: at(times, 0.5), p99: at(times, 0.99), lateP99: at(late, 0.99) };
}

/** One connection; answers come in the order of the questions. */
function openLine(port, times) {
  return new Promise((opened, failed) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    const due = [];
    let waiting = Buffer.alloc(0);
    socket.once('error', failed);
    socket.on('data', (data) => {
      waiting = waiting.length === 0 ? data : Buffer.concat([waiting, data]);
      for (let length = answerLength(waiting); length !== null; length = answerLength(waiting)) {
        waiting = waiting.subarray(length);
        times.push(performance.now() - due.shift());
      }
    });
    socket.once('connect', () =>
      opened({
        send: (bytes, dueAt) => {
          due.push(dueAt);
          socket.write(bytes);
        },
        end: () => socket.destroy(),
      }),
    );
  });
}

/** Bytes of the first whole answer; null while it is still coming. */
function answerLength(data) {
  const headEnd = data.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const length = headEnd + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(data.latin1Slice(0, headEnd))?.[1]);
  return data.length < length ? null : length;
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
