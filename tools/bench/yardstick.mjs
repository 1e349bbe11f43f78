// What booking costs without a program around it: balance, movement, audit and key in one statement, sent by pgbench.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { HOT_LINE, LINES } from './ledger.mjs';
import { addressOf, withClient } from './world.mjs';

const DATABASE = 'yardstick';

/** The smallest ledger that can be booked on safely: no tenants, no roles, no foreign keys. */
const schema = `
  CREATE SEQUENCE movement_id CACHE 1000;
  CREATE TABLE movement (id bigint NOT NULL DEFAULT nextval('movement_id'), fiscal_year smallint NOT NULL, line_id int NOT NULL,
    kind smallint NOT NULL, amount bigint NOT NULL, booked_on date NOT NULL, doc_no text NOT NULL, txt text, supplier text,
    PRIMARY KEY (fiscal_year, id)) PARTITION BY LIST (fiscal_year);
  CREATE TABLE movement_2026 PARTITION OF movement FOR VALUES IN (2026);
  CREATE UNIQUE INDEX movement_doc ON movement (fiscal_year, doc_no);
  CREATE INDEX movement_line ON movement (line_id, booked_on);
  CREATE TABLE line_balance (line_id int PRIMARY KEY, approp bigint NOT NULL, commit bigint NOT NULL DEFAULT 0,
    n int NOT NULL DEFAULT 0, available bigint GENERATED ALWAYS AS (approp - commit) STORED) WITH (fillfactor = 50);
  CREATE TABLE audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL, action text NOT NULL, movement_id bigint, detail jsonb);
  CREATE TABLE idem (key uuid PRIMARY KEY, movement_id bigint NOT NULL, at timestamptz NOT NULL DEFAULT now());`;

const booking = (line, amount) => `
  WITH u AS (UPDATE line_balance SET commit = commit + ${amount}, n = n + 1
    WHERE line_id = ${line} AND available >= ${amount} RETURNING line_id),
  m AS (INSERT INTO movement (fiscal_year, line_id, kind, amount, booked_on, doc_no, txt, supplier)
    SELECT 2026, line_id, 6, ${amount}::bigint, '2026-03-01', 'A' || gen_random_uuid(), 'Bestellung', 'Dataport' FROM u RETURNING id),
  a AS (INSERT INTO audit (actor, action, movement_id, detail)
    SELECT 'u1', 'book', id, jsonb_build_object('line', ${line}::int, 'amt', ${amount}::bigint) FROM m)
  INSERT INTO idem (key, movement_id) SELECT gen_random_uuid(), id FROM m RETURNING movement_id`;

const script = (pattern) => `
\\set line ${pattern === 'hot' ? HOT_LINE : `random(1, ${LINES})`}
\\set amt random(1, 500)
${booking(':line', ':amt').replaceAll(/\s+/g, ' ')};
`;

/** Makes the yardstick's database with as many movements as the product's. */
export async function makeYardstick(place, movements) {
  await withClient(addressOf(place, 'postgres'), (client) => client.query(`CREATE DATABASE ${DATABASE}`));
  await withClient(addressOf(place, DATABASE), async (client) => {
    await client.query(schema);
    await client.query(`INSERT INTO line_balance SELECT n, 1000000000000 FROM generate_series(1, ${LINES}) n`);
    await client.query(`
      INSERT INTO movement (fiscal_year, line_id, kind, amount, booked_on, doc_no, txt, supplier)
      SELECT 2026, i % ${LINES} + 1, 6, 100 + i % 500, '2026-02-01', 'L' || i, 'Bestellung', 'Dataport'
      FROM generate_series(1, ${movements}) i`);
    await client.query('VACUUM ANALYZE');
  });
  for (const pattern of ['spread', 'hot']) fs.writeFileSync(scriptFile(place, pattern), script(pattern));
  return { place, tool: hasPgbench() ? 'pgbench' : 'node-pg' };
}

/** Bookings per second with this many connections. */
export function measureYardstick({ place, tool }, { connections, seconds, pattern }) {
  const work = { address: addressOf(place, DATABASE), connections, seconds, pattern };
  return tool === 'pgbench' ? runPgbench({ ...work, file: scriptFile(place, pattern) }) : runNodePg(work);
}

const scriptFile = ({ folder }, pattern) => path.join(folder, `yardstick-${pattern}.sql`);

const hasPgbench = () => spawnSync('pgbench', ['--version']).status === 0;

async function runPgbench({ address, connections, seconds, file }) {
  const url = new URL(address);
  const args = ['-n', '-M', 'prepared', '-c', connections, '-j', 2, '-T', seconds, '-f', file];
  const child = spawn('pgbench', args.map(String), {
    env: {
      ...process.env,
      ...{ PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username },
      ...{ PGPASSWORD: decodeURIComponent(url.password), PGDATABASE: DATABASE },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
  await new Promise((done) => child.once('close', done));
  const rate = Number(/^tps = ([\d.]+)/m.exec(text)?.[1]);
  if (Number.isNaN(rate) || !/failed transactions: 0 /.test(text)) throw new Error(`pgbench failed:\n${text}`);
  return rate;
}

/** Without pgbench the same statement goes through node-pg, which is slower: the ratio then looks better than it is. */
async function runNodePg({ address, connections, seconds, pattern }) {
  const pool = new pg.Pool({ connectionString: address, max: connections });
  const end = performance.now() + seconds * 1000;
  let count = 0;
  const work = async () => {
    const client = await pool.connect();
    for (; performance.now() < end; count += 1) {
      const line = pattern === 'hot' ? HOT_LINE : 1 + ((count * 7919) % LINES);
      await client.query({ name: 'book', text: booking('$1::int', '$2::bigint'), values: [line, 1 + (count % 500)] });
    }
    client.release();
  };
  await Promise.all(Array.from({ length: connections }, work));
  await pool.end();
  return count / seconds;
}
