// The overview of a city of 60 units over HTTP, against its own statements alone on a bare connection.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import pg from 'pg';
import { root } from '../own-node.mjs';
import { TENANT, YEAR } from './ledger.mjs';
import { median } from './load.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';

const UNITS = 60;
const TASKS = 2_000;
const POSTS = 1_500;
const ROUNDS = 15;
const DAY = `${YEAR}-10-04`;

const id = (family, number) => `('01900000-00${family}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Three years of numbers, one task in ten with a counted backlog of last year, one post in five that changes hands. */
const city = `
  INSERT INTO org_unit (tenant_id, unit_id, level, code, name, valid_from)
    SELECT '${TENANT}', ${id('b0', 'n')}, 'directorate', 'Dez ' || n, 'Dezernat ' || n, '2020-01-01' FROM generate_series(1, 5) n;
  INSERT INTO org_unit (tenant_id, unit_id, parent_id, level, code, name, valid_from)
    SELECT '${TENANT}', ${id('b1', 'n')}, ${id('b0', 'n % 5 + 1')}, 'department', 'KB ' || n, 'Bereich ' || n, '2020-01-01'
    FROM generate_series(1, ${UNITS}) n;
  INSERT INTO capacity_parameter (tenant_id, parameter_id, kind, key, value_micros, basis, valid_from, source, source_year, is_example,
      recorded_at)
    SELECT '${TENANT}', ${id('b2', 'n')}, k, key, v, b, '2020-01-01', 'Messung', 2020, true, now()
    FROM (VALUES (1, 'yearly_minutes', 'employee', 93660000000, NULL), (2, 'yearly_minutes', 'official', 96120000000, NULL),
      (3, 'allowance', '', 100000, 'surcharge_on_base_time')) p (n, k, key, v, b);
  INSERT INTO post (tenant_id, post_id, number, name, unit_id, status, grade, weekly_minutes, full_time_minutes, valid_from, created_at)
    SELECT '${TENANT}', ${id('b3', 'n')}, 'S-' || n, 'Sachbearbeitung', ${id('b1', `n % ${UNITS} + 1`)},
      CASE n % 4 WHEN 0 THEN 'official' ELSE 'employee' END, 'E 9a', 2340, CASE n % 4 WHEN 0 THEN 2400 ELSE 2340 END, '2020-01-01', now()
    FROM generate_series(1, ${POSTS}) n;
  INSERT INTO occupancy (tenant_id, occupancy_id, post_id, valid_from, valid_until, weekly_minutes)
    SELECT '${TENANT}', ${id('b4', 'n')}, ${id('b3', 'n')}, '2020-01-01', CASE n % 5 WHEN 0 THEN '${YEAR}-03-31'::date END, 2340
    FROM generate_series(1, ${POSTS}) n;
  INSERT INTO occupancy (tenant_id, occupancy_id, post_id, valid_from, weekly_minutes, ramp_up_percents)
    SELECT '${TENANT}', ${id('b5', 'n')}, ${id('b3', 'n')}, '${YEAR}-10-01', 2340, '{25,50,75}'
    FROM generate_series(5, ${POSTS}, 5) n;
  INSERT INTO task (tenant_id, task_id, unit_id, name, kind, base_seconds, method, backlog, backlog_counted_on, created_at)
    SELECT '${TENANT}', ${id('b6', 'n')}, ${id('b1', `n % ${UNITS} + 1`)}, 'Aufgabe ' || n, 'cases', 600 + n % 50 * 60, 'self_recording',
      n % 25, '${YEAR - 1}-12-31', now()
    FROM generate_series(1, ${TASKS}) n;
  INSERT INTO case_volume (tenant_id, task_id, fiscal_year, month, kind, count, recorded_at)
    SELECT '${TENANT}', ${id('b6', 'n')}, y, m, k, 80 + (n * 7 + m * 3) % 40, now()
    FROM generate_series(1, ${TASKS}) n, generate_series(${YEAR - 2}, ${YEAR}) y, generate_series(1, 12) m,
      unnest(ARRAY['actual', 'planned']) k
    WHERE k = 'planned' OR y < ${YEAR} OR m < 10;`;

export async function measureOverview(place, database, { say }) {
  const address = addressOf(place, database);
  await withClient(address, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(city);
    await client.query('SET session_replication_role = origin');
    await client.query('VACUUM ANALYZE org_unit, capacity_parameter, post, occupancy, task, case_volume');
  });
  const { readCapacityYear, readPlacedUnits } = await loadReads();
  const product = await startProduct(place, database);
  const path = `/api/v1/capacity/overview?fiscalYear=${YEAR}`;
  const headers = Object.fromEntries(product.headers.map((header) => header.split(/: (.*)/s, 2)));
  const [times, bare] = [[], []];
  let rows = 0;
  let bytes = 0;
  await withClient(addressOf(place, database, 'app_rw'), async (client) => {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const begin = performance.now();
      const answer = await fetch(`http://127.0.0.1:${product.port}${path}`, { headers });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
      const took = performance.now() - begin;
      const alone = await statementsAlone(client, { readCapacityYear, readPlacedUnits });
      [rows, bytes] = [JSON.parse(text).rows.length, text.length];
      if (round > 0) [times, bare].forEach((list, at) => list.push(at === 0 ? took : alone));
    }
  });
  await product.stop();
  say('the overview of a city');
  const [milliseconds, statementMilliseconds] = [median(times), median(bare)];
  return {
    ...{ units: rows, tasks: TASKS, posts: POSTS, bytes, milliseconds, statementMilliseconds },
    factor: milliseconds / statementMilliseconds,
  };
}

const [INT8, DATE] = [20, 1082];
/** Whole numbers as numbers, days as they are written. */
const AS_THE_PRODUCT = {
  getTypeParser: (oid, format) =>
    oid === INT8 ? Number : oid === DATE ? (day) => day : pg.types.getTypeParser(oid, format),
};

/** The very statements of the product, asked one after the other, in a transaction as it opens one; nothing is reckoned. */
async function statementsAlone(client, { readCapacityYear, readPlacedUnits }) {
  const actor = { roles: [{ role: 'finance', kind: null, unitId: null, unitIds: null }] };
  let milliseconds = 0;
  const query = async (text, values) => {
    const begin = performance.now();
    const { rows } = await client.query({ text, values, types: AS_THE_PRODUCT });
    milliseconds += performance.now() - begin;
    return rows;
  };
  const tx = { tenantId: TENANT, now: new Date(`${DAY}T08:00:00Z`), today: DAY, query };
  await client.query('BEGIN READ ONLY');
  await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [TENANT]);
  await readCapacityYear(tx, actor, { fiscalYear: YEAR });
  await readPlacedUnits(tx, actor);
  await client.query('COMMIT');
  return milliseconds;
}

/** How the product reads a year, bundled for this process; within the tree, so that it finds its packages. */
async function loadReads() {
  const outfile = path.join(root, 'dist', `bench-reads-${process.pid}.cjs`);
  const contents = `export { readCapacityYear } from './api/src/capacity/capacity-year';
    export { readPlacedUnits } from './api/src/capacity/capacity-groups';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', packages: 'external', logLevel: 'error' },
    tsconfig: path.join(root, 'api/tsconfig.json'),
  });
  const reads = createRequire(import.meta.url)(outfile);
  fs.rmSync(outfile);
  return reads;
}
