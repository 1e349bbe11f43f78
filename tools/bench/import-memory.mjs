// How much memory an import takes, and how long: a CSV file of bookings in two sizes, each read by a server of its own.
// Usage: node tools/bench/import-memory.mjs [--small=50] [--large=200] [--commit], after node tools/build-api.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { pause, readText } from '../processes.mjs';
import { continueOnOwnNode } from '../own-node.mjs';
import { endAll } from './processes.mjs';
import { makeLedger, openWorld, startProduct } from './world.mjs';
import { LINES, YEAR } from './ledger.mjs';

const MEGABYTE = 1024 * 1024;
const PIECE_ROWS = 10_000;
const ENDED = ['previewed', 'failed', 'committed', 'interrupted', 'cancelled'];
const HEADER = 'Zeile;Haushaltsjahr;Buchungstag;Betrag;Beleg;Text;Auftrag;Art\n';

await continueOnOwnNode();
process.env.IMPORT_MAX_BYTES = String(1024 * MEGABYTE);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll().finally(() => process.exit(130)));
try {
  await measure();
} finally {
  await endAll();
}

async function measure() {
  const place = await openWorld();
  await makeLedger(place, 'memory', 6 * LINES);
  const small = await readOne(place, argument('small', 50));
  const large = await readOne(place, argument('large', 200));
  console.log(`Difference: ${large.peakMegabytes - small.peakMegabytes} MB`);
}

async function readOne(place, megabytes) {
  const file = path.join(place.folder, `bookings-${megabytes}.csv`);
  const rows = writeBookings(file, megabytes * MEGABYTE);
  const server = await startProduct(place, 'memory');
  const [cookie, token] = server.headers.map((header) => header.slice(header.indexOf(':') + 2));
  const headers = { cookie, 'x-csrf-token': token };
  const address = `http://127.0.0.1:${server.port}/api/v1/imports`;
  const started = performance.now();
  const form = new FormData();
  form.set('file', await fs.openAsBlob(file), path.basename(file));
  form.set('kind', 'bookings');
  const answer = await fetch(address, { method: 'POST', headers, body: form });
  const taken = await answer.json();
  if (answer.status !== 202) throw new Error(`The upload was refused: ${answer.status} ${JSON.stringify(taken)}`);
  const sent = performance.now();
  let run = await whenEnded(address, taken.id, headers);
  const previewed = performance.now();
  if (run.state !== 'previewed') throw new Error(`The file was not read: ${run.state} ${run.failureCode}`);
  let committed = null;
  if (process.argv.includes('--commit')) {
    const body = JSON.stringify({ previewHash: run.previewHash });
    const asked = { ...headers, 'content-type': 'application/json' };
    await fetch(`${address}/${run.id}/commit`, { method: 'POST', headers: asked, body });
    run = await whenEnded(address, run.id, headers);
    if (run.state !== 'committed') throw new Error(`The commit failed: ${run.state} ${run.failureCode}`);
    committed = performance.now();
  }
  const peakMegabytes = peakOf(server.pid);
  await server.stop();
  fs.rmSync(file);
  const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
  console.log(
    `${megabytes} MB, ${rows} rows: peak ${peakMegabytes} MB; sent in ${seconds(started, sent)} s, ` +
      `read in ${seconds(sent, previewed)} s${committed === null ? '' : `, committed in ${seconds(previewed, committed)} s`}`,
  );
  return { peakMegabytes };
}

function writeBookings(file, bytes) {
  const out = fs.openSync(file, 'w');
  let written = fs.writeSync(out, HEADER);
  let rows = 0;
  while (written < bytes) {
    let piece = '';
    for (const end = rows + PIECE_ROWS; rows < end; rows++) {
      const day = String((rows % 28) + 1).padStart(2, '0');
      piece +=
        `4S.${100_001 + (rows % LINES)};${YEAR};${day}.03.${YEAR};${1 + (rows % 900)},${10 + (rows % 90)};` +
        `RE-${rows};Rechnung Nummer ${rows} für Wartung und Pflege der Büroausstattung;;Rechnung\n`;
    }
    written += fs.writeSync(out, piece);
  }
  fs.closeSync(out);
  return rows;
}

async function whenEnded(address, id, headers) {
  for (;;) {
    const run = await (await fetch(`${address}/${id}`, { headers })).json();
    if (!run.isWorking && ENDED.includes(run.state)) return run;
    await pause(250);
  }
}

/** The most that was resident at any time. */
function peakOf(pid) {
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);
}

function argument(name, fallback) {
  const said = process.argv.flatMap((word) => new RegExp(`^--${name}=(\\d+)$`).exec(word)?.[1] ?? [])[0];
  return said === undefined ? fallback : Number(said);
}
