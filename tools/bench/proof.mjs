// How long the whole ledger takes to prove: the reconciliation against one bare scan, and a replay through the domain library.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../own-node.mjs';
import { TENANT, YEAR } from './ledger.mjs';
import { median } from './load.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';

const ROUNDS = 5;
const ROWS_AT_ONCE = 50_000;
const SCAN = `SELECT line_id, kind, sum(amount_cents) FROM movement_${YEAR} GROUP BY line_id, kind`;

export async function measureProof(place, { say }) {
  const reconciliation = await measureReconciliation(place);
  say('reconciliation against a bare scan');
  const replay = await replayLedger(place);
  say(`${replay.movements.toLocaleString('en')} movements replayed through the domain library`);
  return { reconciliation, replay };
}

/** The year's reconciliation as a person asks for it, and one scan of the same movements that only adds them up. */
async function measureReconciliation(place) {
  const product = await startProduct(place, 'ledger');
  const headers = { cookie: product.headers[0].slice('Cookie: '.length) };
  const times = { product: [], scan: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const scan = await timed(() => withClient(addressOf(place, 'ledger'), (client) => client.query(SCAN)));
    const asked = await timed(async () => {
      const answer = await fetch(`http://127.0.0.1:${product.port}/api/v1/reconciliation?fiscalYear=${YEAR}`, {
        headers,
      });
      if ((await answer.json()).differenceCents !== 0) throw new Error('The ledger does not reconcile.');
    });
    if (round === 0) continue; // warms up
    times.scan.push(scan);
    times.product.push(asked);
  }
  await product.stop();
  return { milliseconds: median(times.product), scanMilliseconds: median(times.scan) };
}

/** Every movement of all years through the same function that pages and rules use, against what is stored. */
async function replayLedger(place) {
  const { EMPTY_BALANCE, withMovements, BALANCE_FIELD } = await loadDomain(place.folder);
  const balances = new Map();
  let movements = 0;
  const milliseconds = await timed(() =>
    eachBatch(place, (rows) => {
      const byBalance = Map.groupBy(rows, ({ key }) => key);
      for (const [key, own] of byBalance) balances.set(key, withMovements(balances.get(key) ?? EMPTY_BALANCE, own));
      movements += rows.length;
    }),
  );
  const stored = await withClient(addressOf(place, 'ledger'), (client) =>
    client.query(`SELECT line_id || ' ' || fiscal_year AS key, b.* FROM line_balance b WHERE tenant_id = $1`, [TENANT]),
  );
  const wrong = stored.rows.filter(({ key, ...row }) =>
    Object.entries(BALANCE_FIELD).some(
      ([kind, field]) => (balances.get(key) ?? EMPTY_BALANCE)[field] !== row[`${kind}_cents`],
    ),
  ).length;
  return { movements, balances: stored.rows.length, wrong, milliseconds };
}

async function eachBatch(place, take) {
  await withClient(addressOf(place, 'ledger'), async (client) => {
    await client.query('BEGIN');
    await client.query(
      `DECLARE movements NO SCROLL CURSOR FOR SELECT line_id || ' ' || fiscal_year AS key, kind, amount_cents AS "amountCents"
       FROM movement WHERE tenant_id = '${TENANT}'`,
    );
    for (;;) {
      const { rows } = await client.query(`FETCH ${ROWS_AT_ONCE} FROM movements`);
      if (rows.length === 0) break;
      take(rows);
    }
    await client.query('COMMIT');
  });
}

/** The library as it is, bundled for this process. */
async function loadDomain(folder) {
  const outfile = path.join(folder, 'domain-budget.mjs');
  const entry = path.join(root, 'libs/domain/src/budget/index.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
