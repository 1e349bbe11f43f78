// A file of a finance system through HTTP to committed balances, against the same file loaded by bare SQL in the same minutes.
import fs from 'node:fs';
import path from 'node:path';
import { makeBareImport, measureBareImport } from './bare-import.mjs';
import { writeBookingsFile } from './bookings-file.mjs';
import { median } from './load.mjs';
import { TENANT } from './ledger.mjs';
import { residentMegabytes } from './processes.mjs';
import { addressOf, makeLedger, startProduct, withClient } from './world.mjs';

const ROUNDS = 2;
const POLL_MS = 100;
const LOOKED_AT_ROWS = 100_000; // a year of a middle-sized town
const LOOK_LIMIT_SECONDS = 5;
const WRONG_ROWS = ['ROW_INVALID', 'LINE_UNKNOWN', 'PAYMENT_LINE_UNKNOWN'];
const KIND_OF = { order: 'commitment', invoice: 'actual' };

export async function measureImport(place, { rows, nodeOptions, say }) {
  const file = path.join(place.folder, 'bookings.csv');
  const manifest = await writeBookingsFile(file, rows);
  const smaller = path.join(place.folder, 'smaller.csv');
  await writeBookingsFile(smaller, LOOKED_AT_ROWS);
  fs.chmodSync(place.folder, 0o755);
  fs.chmodSync(file, 0o644);
  await makeBareImport(place);
  const bare = [];
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await measureBareImport(place, file));
    say(`import, bare: ${bare.at(-1).toFixed(1)} s`);
    rounds.push(await measureProduct(place, { name: `import_${round}`, file, smaller, manifest, nodeOptions }));
    const { previewSeconds, commitSeconds } = rounds.at(-1);
    say(`import, product: ${previewSeconds.toFixed(1)} s to the preview, ${commitSeconds.toFixed(1)} s to the commit`);
  }
  bare.push(await measureBareImport(place, file));
  const seconds = median(rounds.map((one) => one.previewSeconds + one.commitSeconds));
  return {
    rows,
    megabytes: Math.round(fs.statSync(file).size / 2 ** 20),
    bareSeconds: median(bare),
    seconds,
    factor: seconds / median(bare),
    previewSeconds: median(rounds.map((one) => one.previewSeconds)),
    lookSeconds: median(rounds.map((one) => one.lookSeconds)),
    memoryMegabytes: Math.max(...rounds.map((one) => one.memoryMegabytes)),
    wrongSums: rounds.reduce((sum, one) => sum + one.wrongSums, 0),
    listed: Math.min(...rounds.map((one) => one.listed)),
    wrongRows: manifest.wrong + manifest.unknownLines,
  };
}

/** A ledger of its own that holds a year already, so that indexes and orders are not empty. */
async function measureProduct(place, { name, file, smaller, manifest, nodeOptions }) {
  await makeLedger(place, name, 1_000_000);
  const product = await startProduct(place, name, { nodeOptions });
  let memoryMegabytes = 0;
  const watch = setInterval(() => {
    memoryMegabytes = Math.max(memoryMegabytes, residentMegabytes(product.pid) ?? 0);
  }, 250);
  try {
    const before = residentMegabytes(product.pid) ?? 0;
    const sumsBefore = await sumsOf(place, name);
    const lookSeconds = await secondsToProblems(product, smaller);
    const begin = performance.now();
    const preview = await previewed(product, file);
    const seen = performance.now();
    await committed(product, preview);
    const end = performance.now();
    const wrongSums = differences(sumsBefore, await sumsOf(place, name), manifest);
    return {
      lookSeconds,
      previewSeconds: (seen - begin) / 1000,
      commitSeconds: (end - seen) / 1000,
      memoryMegabytes: memoryMegabytes - before,
      wrongSums,
      listed: listedIn(preview),
    };
  } finally {
    clearInterval(watch);
    await product.stop();
  }
}

/** From the upload to the first problems that a person reads. */
async function secondsToProblems(product, file) {
  const begin = performance.now();
  const run = await previewed(product, file);
  if (run.preview.findings.first.length === 0) throw new Error('The file has problems, and none is shown.');
  return (performance.now() - begin) / 1000;
}

/** Uploads a file of bookings and waits for its preview. */
export async function previewed(product, file) {
  const form = new globalThis.FormData();
  form.set('kind', 'bookings');
  form.set('leavesOutWrongRows', 'true');
  form.set('file', await fs.openAsBlob(file), 'buchungen.csv');
  return atRest(product, await call(product, 'POST', '/api/v1/imports', form));
}

/** Confirms what the preview shows and waits until the balances are committed. */
export async function committed(product, run) {
  const body = JSON.stringify({ previewHash: run.previewHash });
  const done = await atRest(product, await call(product, 'POST', `/api/v1/imports/${run.id}/commit`, body));
  if (done.state !== 'committed') throw new Error(`The import ended as ${done.state}: ${done.failureCode}`);
}

/** How many rows the preview names as wrong. */
export const listedIn = ({ preview }) =>
  preview.findings.byCode.reduce((sum, { code, count }) => (WRONG_ROWS.includes(code) ? sum + count : sum), 0);

async function atRest(product, run) {
  for (;;) {
    const now = await call(product, 'GET', `/api/v1/imports/${run.id}`);
    if (!now.isWorking) return now;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

async function call({ port, headers }, method, address, body) {
  const sent = Object.fromEntries(headers.map((line) => line.split(': ')));
  if (typeof body === 'string') sent['content-type'] = 'application/json';
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, { method, headers: sent, body });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** What the ledger holds per year and kind; what invoices took from orders is not in the file, so it is left out. */
export const sumsOf = (place, database) =>
  withClient(addressOf(place, database), async (client) => {
    const { rows } = await client.query(
      `SELECT fiscal_year || ' ' || kind AS key, sum(amount_cents)::bigint AS cents FROM movement
       WHERE tenant_id = $1 AND reduces_id IS NULL GROUP BY 1`,
      [TENANT],
    );
    return new Map(rows.map(({ key, cents }) => [key, cents]));
  });

/** Sums per year and kind in which the ledger has not grown by what the file holds. */
export function differences(before, after, { groups }) {
  return Object.entries(groups).filter(([key, { cents }]) => {
    const [year, kind] = key.split(' ');
    const movement = KIND_OF[kind];
    if (movement === undefined) return false; // payments follow invoices that are counted already
    const ledgerKey = `${year} ${movement}`;
    return (after.get(ledgerKey) ?? 0) - (before.get(ledgerKey) ?? 0) !== cents;
  }).length;
}

export function importFigures(measured, { figure, seconds }) {
  const { rows, megabytes, bareSeconds, previewSeconds, lookSeconds, factor, memoryMegabytes, ...proof } = measured;
  const count = rows.toLocaleString('en');
  return [
    figure(
      'Import over HTTP',
      `${count} bookings (${megabytes} MB) to committed balances, against bare SQL`,
      `${factor.toFixed(1)} x (${seconds(proof.seconds)} against ${seconds(bareSeconds)})`,
      '<= 1.6 x, floor 2.5 x',
      factor <= 1.6,
      `preview after ${seconds(previewSeconds)}; the bare load knows no tenants, foreign keys, orders, audit or staging`,
    ),
    figure(
      'Import over HTTP',
      `${LOOKED_AT_ROWS.toLocaleString('en')} bookings to the first problems shown`,
      seconds(lookSeconds),
      `<= ${LOOK_LIMIT_SECONDS} s`,
      lookSeconds <= LOOK_LIMIT_SECONDS,
    ),
    figure(
      'Import over HTTP',
      'sums per year and kind that differ',
      String(proof.wrongSums),
      '0',
      proof.wrongSums === 0,
    ),
    figure(
      'Import over HTTP',
      'wrong rows that are listed',
      `${proof.listed} of ${proof.wrongRows}`,
      'all',
      proof.listed === proof.wrongRows,
    ),
    figure('Import over HTTP', 'memory of the API, more than before', `${memoryMegabytes} MB`),
  ];
}
