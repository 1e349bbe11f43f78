// Booking through HTTP against the bare statement, in alternating rounds with the same number of connections.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { HOT_LINE, LINES, TENANT, YEAR, lineId } from './ledger.mjs';
import { drive, median, request } from './load.mjs';
import { processorTime, processorTimeOfFamily } from './processes.mjs';
import { makePooledLedger } from './pools.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';
import { makeYardstick, measureYardstick } from './yardstick.mjs';

const ROUNDS = 5;
const SECONDS = 2;
/** Lines by themselves, and the same with every line in a pool of ten: there the pool is held, too. */
const CASES = [
  ...[32, 8].flatMap((connections) => ['spread', 'hot'].map((pattern) => ({ connections, pattern, inPools: false }))),
  ...['spread', 'hot'].map((pattern) => ({ connections: 32, pattern, inPools: true })),
];
/** Three for each of two cores: more only wait for each other (6 gave a tenth more than 12). */
const POOL_SIZE = 6;
/** As many people as connections: a login that all of them shared would be looked up for all at once. */
const SESSIONS = 32;

export async function measureBooking(place, { movements, nodeOptions, say }) {
  const yardstick = await makeYardstick(place, Math.min(movements, 1_000_000));
  await makePooledLedger(place, 'pooled', 'ledger');
  const options = { poolSize: POOL_SIZE, nodeOptions, sessions: SESSIONS };
  const product = await startProduct(place, 'ledger', options);
  const pooled = await startProduct(place, 'pooled', options);
  const booked = { ids: new Set(), refused: 0 };
  const bookedInPools = { ids: new Set(), refused: 0 };
  await book(product, { connections: 32, pattern: 'spread', seconds: SECONDS }, booked);
  await book(pooled, { connections: 32, pattern: 'spread', seconds: SECONDS }, bookedInPools);

  const rounds = CASES.map(() => ({ yardstick: [], product: [], p99: [], processor: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place_, work] of CASES.entries()) {
      const result = rounds[place_];
      result.yardstick.push(await measureYardstick(yardstick, { ...work, seconds: SECONDS }));
      const [server, into] = work.inPools ? [pooled, bookedInPools] : [product, booked];
      const { rate, p99, processor } = await measured(place, server, { ...work, seconds: SECONDS }, into);
      result.product.push(rate);
      result.p99.push(p99);
      result.processor.push(processor);
    }
    say(`booking, round ${round + 1} of ${ROUNDS}`);
  }
  const cases = CASES.map((work, index) => summary(work, rounds[index]));
  const clientLimit = await measureClient();
  const proof = await prove(place, product, booked);
  const inPools = await provePools(place, pooled, bookedInPools);
  await product.stop();
  await pooled.stop();
  return { tool: yardstick.tool, poolSize: POOL_SIZE, clientLimit, cases, ...proof, inPools };
}

function summary(work, { yardstick, product, p99, processor }) {
  const [bare, rate] = [median(yardstick), median(product)];
  const part = (name) => Math.round(median(processor.map((one) => one[name])));
  return {
    ...work,
    bare: Math.round(bare),
    perSecond: Math.round(rate),
    share: rate / bare,
    p99: median(p99),
    microseconds: { api: part('api'), database: part('database'), client: part('client') },
  };
}

/** One round with what each process took of the processor for one booking, in microseconds. */
async function measured(place, product, work, booked) {
  const times = () => [
    processorTime(product.pid),
    processorTimeOfFamily(place.pid),
    process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
  ];
  const before = times();
  const { count, perSecond, p99 } = await book(product, work, booked);
  const [api, database, client] = times().map((after, index) => ((after - before[index]) * 1000) / count);
  return { rate: perSecond, p99, processor: { api, database, client } };
}

let sent = 0;

function nextBooking(product, pattern) {
  sent += 1;
  const line = pattern === 'hot' ? HOT_LINE : 1 + ((sent * 7919) % LINES);
  return bookingRequest(product, { line, amountCents: 1 + (sent % 500), key: randomUUID() });
}

function bookingRequest(product, { line, amountCents, key }) {
  const headers = product.logins[sent % product.logins.length];
  const body = JSON.stringify({
    ...{ lineId: lineId(line), fiscalYear: YEAR, kind: 'commitment', amountCents, bookedOn: `${YEAR}-03-01` },
    ...{ text: 'Bestellung', documentNumber: `B-${key.slice(0, 8)}` },
  });
  return request('POST', '/api/v1/budget/movements', [...headers, `Idempotency-Key: ${key}`], body);
}

function book(product, { connections, pattern, seconds }, booked) {
  return drive({
    port: product.port,
    connections,
    seconds,
    next: () => nextBooking(product, pattern),
    onAnswer: (status, body) => {
      if (status !== 201) throw new Error(`A booking failed: ${status} ${body}`);
      booked.ids.add(JSON.parse(body).id);
    },
  });
}

/** How many requests the client could send if the server did nothing, so that nobody takes its limit for the server's. */
async function measureClient() {
  const server = createServer((question, answer) => {
    question.resume();
    answer.writeHead(201, { 'content-length': 2 }).end('{}');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  const { perSecond } = await drive({
    port,
    connections: 32,
    seconds: 1,
    next: () => nextBooking({ logins: [[]] }, 'spread'),
  });
  server.close();
  return Math.round(perSecond);
}

/** After all rounds: repeated keys, a line that is too small for everybody, and sums that must still be right. */
async function prove(place, product, booked) {
  const repeated = await repeatKeys(product, booked);
  const small = await crowdSmallLine(place, product, booked);
  const [counts] = await withClient(addressOf(place, 'ledger'), async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT count(*) FROM movement WHERE tenant_id = '${TENANT}' AND source = 'person') AS booked,
        (SELECT count(*) FROM line_balance WHERE tenant_id = '${TENANT}' AND available_cents < 0) AS overdrawn,
        (SELECT count(*) FROM audit_entry WHERE tenant_id = '${TENANT}' AND action = 'movement.booked') AS audited,
        (SELECT count(*) FROM idempotency_record WHERE tenant_id = '${TENANT}') AS keys`);
    return rows;
  });
  const differenceCents = await differenceOf(product);
  return {
    confirmed: booked.ids.size,
    bookedTwice: counts.booked - booked.ids.size + repeated.different,
    withoutAudit: counts.booked - counts.audited,
    withoutKey: counts.booked - counts.keys,
    overdrawn: counts.overdrawn + (small.availableCents < 0 ? 1 : 0),
    refusedOnSmallLine: small.refused,
    differenceCents,
  };
}

async function differenceOf(product) {
  const answer = await fetch(`http://127.0.0.1:${product.port}/api/v1/reconciliation?fiscalYear=${YEAR}`, {
    headers: { cookie: product.headers[0].slice('Cookie: '.length) },
  });
  return (await answer.json()).differenceCents;
}

/** In pools: nothing lost, nothing overdrawn, every balance the sum of its movements. */
async function provePools(place, product, booked) {
  const { rows } = await withClient(addressOf(place, 'pooled'), (client) =>
    client.query(`SELECT (SELECT count(*) FROM movement WHERE tenant_id = '${TENANT}' AND source = 'person') AS booked,
      (SELECT count(*) FROM pool_balance WHERE tenant_id = '${TENANT}' AND available_cents < 0) AS overdrawn`),
  );
  return {
    missing: rows[0].booked - booked.ids.size,
    overdrawn: rows[0].overdrawn,
    differenceCents: await differenceOf(product),
  };
}

/** 40 bookings, each sent five times at once under one key: five equal answers, one movement. */
async function repeatKeys(product, booked) {
  let different = 0;
  for (let n = 1; n <= 40; n += 1) {
    const bytes = bookingRequest(product, { line: n, amountCents: n, key: randomUUID() });
    const answers = new Set();
    let left = 5;
    const next = () => (left-- > 0 ? bytes : undefined);
    await once(product, 5, next, (status, body) => answers.add(status === 201 ? JSON.parse(body).id : `${status}`));
    if (answers.size !== 1) different += 1;
    for (const id of answers) booked.ids.add(id);
  }
  return { different };
}

/** 32 connections want more from one line than it has. */
async function crowdSmallLine(place, product, booked) {
  const line = 7;
  const { available } = await withClient(addressOf(place, 'ledger'), async (client) => {
    const { rows } = await client.query(balanceOf, [TENANT, lineId(line), YEAR]);
    return rows[0];
  });
  const amountCents = Math.floor(available / 50);
  let left = 200;
  let refused = 0;
  await once(
    product,
    32,
    () => (left-- > 0 ? bookingRequest(product, { line, amountCents, key: randomUUID() }) : undefined),
    (status, body) => (status === 201 ? booked.ids.add(JSON.parse(body).id) : (refused += 1)),
  );
  const after = await withClient(addressOf(place, 'ledger'), (client) =>
    client.query(balanceOf, [TENANT, lineId(line), YEAR]),
  );
  return { refused, availableCents: after.rows[0].available };
}

const balanceOf = `SELECT available_cents AS available FROM line_balance
  WHERE tenant_id = $1 AND line_id = $2 AND fiscal_year = $3`;

/** Sends what `next` gives until it gives nothing more. */
const once = (product, connections, next, onAnswer) =>
  drive({ port: product.port, connections, seconds: 60, next, onAnswer });
