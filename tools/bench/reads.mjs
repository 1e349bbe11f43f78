// Overview and list: whether they stay as fast when the ledger grows, whether every figure is right, and how far they
// are from a server that does nothing else.
import { fileURLToPath } from 'node:url';
import { GROUP_BY, LINES, LINES_PER_BUDGET, TENANT, YEAR } from './ledger.mjs';
import { drive, median, request } from './load.mjs';
import { startServer } from './processes.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';

const ROUNDS = 5;
const GROWTH_ROUNDS = 12; // many and short, because what is compared is close together
const GROWTH_SECONDS = 0.5;
const RATE_SECONDS = 2;
const POOL_SIZE = 8;
const CONNECTIONS = 8;
const BUDGETS = LINES / LINES_PER_BUDGET;
const OVERVIEW = `/api/v1/budget/overview?fiscalYear=${YEAR}`;
const LIST = `/api/v1/budget/lines?fiscalYear=${YEAR}&limit=${LINES_PER_BUDGET}&subBudget=`;

export async function measureReads(place, { say }) {
  const small = await startProduct(place, 'small', { poolSize: POOL_SIZE });
  const large = await startProduct(place, 'ledger', { poolSize: POOL_SIZE });
  const growth = {};
  for (const [name, next] of Object.entries({ overview: overviewOf, list: listOf })) {
    growth[name] = await compareGrowth(small, large, next);
    say(`reads, ${name} with a small and a large ledger`);
  }
  await small.stop();
  const list = await compareWithBare(place, large);
  say('reads, against a bare server');
  const proof = await prove(place, large);
  await large.stop();
  return { growth, list, ...proof };
}

const overviewOf = (product) => request('GET', OVERVIEW, product.headers);
let asked = 0;
const listOf = (product) => request('GET', `${LIST}TH%20${asked++ % BUDGETS}`, product.headers);

/** One connection, alternating: how long somebody waits for one answer. */
async function compareGrowth(small, large, next) {
  const times = { small: [], large: [] };
  for (let round = 0; round <= GROWTH_ROUNDS; round += 1) {
    for (const [name, product] of Object.entries({ small, large })) {
      const { p50 } = await read(product, { connections: 1, seconds: GROWTH_SECONDS, next: () => next(product) });
      if (round > 0) times[name].push(p50); // the first round warms up
    }
  }
  const [p50Small, p50Large] = [median(times.small), median(times.large)];
  return { p50Small, p50Large, growth: p50Large / p50Small };
}

async function compareWithBare(place, product) {
  const bare = await startServer({
    name: 'bare',
    program: fileURLToPath(new URL('./bare-server.mjs', import.meta.url)),
    folder: place.folder,
    readyPath: '/?subBudget=TH%200',
    env: { DATABASE_URL: addressOf(place, 'ledger'), DATABASE_POOL_SIZE: String(POOL_SIZE) },
  });
  const bareNext = () => request('GET', `/?subBudget=TH%20${asked++ % BUDGETS}`);
  const rounds = { bare: [], product: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const load = { connections: CONNECTIONS, seconds: RATE_SECONDS };
    const results = {
      bare: await read(bare, { ...load, next: bareNext }),
      product: await read(product, { ...load, next: () => listOf(product) }),
    };
    if (round > 0) for (const name of ['bare', 'product']) rounds[name].push(results[name]);
  }
  await bare.stop();
  const middle = (name, field) => median(rounds[name].map((result) => result[field]));
  return {
    bare: Math.round(middle('bare', 'perSecond')),
    perSecond: Math.round(middle('product', 'perSecond')),
    share: middle('product', 'perSecond') / middle('bare', 'perSecond'),
    p99: middle('product', 'p99'),
    p99Share: middle('product', 'p99') / middle('bare', 'p99'),
  };
}

async function read({ port }, load) {
  const result = await drive({ port, ...load });
  if (Object.keys(result.statuses).join() !== '200')
    throw new Error(`A read failed: ${JSON.stringify(result.statuses)}`);
  return result;
}

/** Every amount of every line, and the sums of the overview, against GROUP BY over the movements themselves. */
async function prove(place, product) {
  const { sums, seconds } = await withClient(addressOf(place, 'ledger'), async (client) => {
    const begin = performance.now();
    const { rows } = await client.query(GROUP_BY);
    return { sums: new Map(rows.map((row) => [row.line_id, row])), seconds: (performance.now() - begin) / 1000 };
  });
  const lines = [];
  for (let budget = 0; budget < BUDGETS; budget += 1) {
    lines.push(...(await json(product, `${LIST}TH%20${budget}`)).rows);
  }
  const overview = await json(product, OVERVIEW);
  const kinds = Object.keys([...sums.values()][0]).filter((column) => column !== 'line_id');
  const field = (kind) => kind.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  const wrong = lines.flatMap((line) => kinds.filter((kind) => line[field(kind)] !== sums.get(line.id)?.[kind]));
  const wrongSums = [
    ...kinds.filter((kind) => sumOf(lines, field(kind)) !== overview.totals[field(kind)]),
    ...kinds.filter((kind) => sumOf(lines.filter(isKnown), field(kind)) !== overview.known[field(kind)]),
  ];
  return {
    figuresCompared: (lines.length + 2) * kinds.length,
    figuresWrong: wrong.length + wrongSums.length + (lines.length === LINES ? 0 : 1),
    groupBySeconds: seconds,
    movements: await countMovements(place),
  };
}

const sumOf = (lines, field) => lines.reduce((sum, line) => sum + line[field], 0);

/** The frame of the fees has no ceiling in the measured city. */
const isKnown = ({ frame }) => frame !== 'FEES';

async function json(product, path) {
  const cookie = product.headers[0].slice('Cookie: '.length);
  return (await fetch(`http://127.0.0.1:${product.port}${path}`, { headers: { cookie } })).json();
}

const countMovements = (place) =>
  withClient(addressOf(place, 'ledger'), async (client) => {
    const { rows } = await client.query(`SELECT count(*) AS n FROM movement WHERE tenant_id = $1`, [TENANT]);
    return rows[0].n;
  });
