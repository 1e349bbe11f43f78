// A planning round with 5,000 demands: how soon its board and the page of the decision show something, and whether fast scrolling
// through the ranking ever shows blank rows.
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { TENANT, YEAR } from './ledger.mjs';
import { median } from './load.mjs';
import { atTheEnd } from './processes.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';

const DEMANDS = 5000;
const READS = 5;
const OPENINGS = 4;
const SCROLLS = 40;
const ROUND = "('01900000-00b1-7000-8000-000000000001')::uuid";

const id = (family, number) => `('01900000-00${family}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Each demand has two items and four years of staff; a third is planned, a third deliberated, the rest earlier. */
const demands = `
  INSERT INTO planning_round (tenant_id, round_id, first_year, last_year, call_letter, state, submit_by, determine_by, examine_by,
      deliberate_by, plan_by, adopt_by, last_number, created_at, state_changed_at)
    SELECT '${TENANT}', ${ROUND}, ${YEAR + 1}, ${YEAR + 1}, '', 'frozen', current_date, current_date + 10, current_date + 20,
      current_date + 30, current_date + 40, current_date + 50, ${DEMANDS}, now(), now();
  INSERT INTO round_ceiling (tenant_id, round_id, frame, fiscal_year, ceiling_cents, source)
    SELECT '${TENANT}', ${ROUND}, f, y, 12000000000, 'Messung'
    FROM unnest(ARRAY['CORE', 'SCHOOL_NET']) f, generate_series(${YEAR}, ${YEAR + 4}) y;
  INSERT INTO round_staff (tenant_id, round_id) VALUES ('${TENANT}', ${ROUND});
  INSERT INTO round_staff_year (tenant_id, round_id, fiscal_year, thousandths, source)
    SELECT '${TENANT}', ${ROUND}, y, 900000, 'Messung' FROM generate_series(${YEAR + 1}, ${YEAR + 4}) y;
  INSERT INTO demand (tenant_id, demand_id, round_id, number, unit_id, owner_id, created_by, state, title, purpose, for_whom,
      run_or_change, occurrence, reason, service_class, frame, earliest_start_year, latest_start_year, benefit, source, origin,
      created_at, changed_at, state_changed_at)
    SELECT '${TENANT}', ${id('b2', 'n')}, ${ROUND}, n, u.unit_id, p.person_id, p.person_id,
      (ARRAY['planned', 'deliberated', 'examined', 'determined', 'submitted', 'deliberated', 'planned'])[n % 7 + 1],
      'Bedarf Nummer ' || n, 'Messung', 'alle', (ARRAY['run', 'change'])[n % 2 + 1], 'occurred',
      (ARRAY['legal', 'economic', 'end_of_support', 'political'])[n % 4 + 1], 'central_infrastructure',
      (ARRAY['CORE', 'SCHOOL_NET'])[n % 2 + 1], ${YEAR + 1}, ${YEAR + 1} + n % 2, 'Nutzen', 'person', 'person', now(), now(), now()
    FROM generate_series(1, ${DEMANDS}) n
    JOIN (SELECT unit_id, row_number() OVER (ORDER BY unit_id) - 1 AS at, count(*) OVER () AS all_units FROM org_unit
      WHERE tenant_id = '${TENANT}') u ON u.at = n % u.all_units
    CROSS JOIN (SELECT person_id FROM person WHERE tenant_id = '${TENANT}' LIMIT 1) p;
  INSERT INTO demand_item (tenant_id, item_id, demand_id, position, label, kind, rhythm, from_year, month, quantity, unit,
      unit_price_cents, basis, vat_basis_points, increase_basis_points)
    SELECT '${TENANT}', ${id('b3', 'n * 10 + i')}, ${id('b2', 'n')}, i, 'Position ' || i, (ARRAY['device', 'services'])[i],
      (ARRAY['one_off', 'recurring'])[i], ${YEAR + 1}, 1, 10 + n % 40, 'Stück', 50000 + n, 'net', 1900, 0
    FROM generate_series(1, ${DEMANDS}) n, generate_series(1, 2) i;
  INSERT INTO demand_fte (tenant_id, demand_id, fiscal_year, introduction_thousandths, operation_thousandths)
    SELECT '${TENANT}', ${id('b2', 'n')}, y, CASE WHEN y = ${YEAR + 1} THEN 100 ELSE 0 END, 50
    FROM generate_series(1, ${DEMANDS}) n, generate_series(${YEAR + 1}, ${YEAR + 4}) y;
  INSERT INTO demand_rating (tenant_id, demand_id, benefit, urgency, reach, readiness, rated_at)
    SELECT '${TENANT}', ${id('b2', 'n')}, n % 11, n % 7, n % 5, n % 9, now() FROM generate_series(1, ${DEMANDS}) n;`;

const TABLES = 'planning_round, round_ceiling, demand, demand_item, demand_fte, demand_rating';

export async function measureDemands(place, database, { say }) {
  await withClient(addressOf(place, database), async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(demands);
    await client.query('SET session_replication_role = origin');
    await client.query(`VACUUM ANALYZE ${TABLES}`);
  });
  const product = await startProduct(place, database, { servesPages: true });
  const reads = await measureReads(product);
  say('demands, reading');
  const pages = await measurePages(product);
  say('demands, in the browser');
  await product.stop();
  return { demands: DEMANDS, reads, pages };
}

const headersOf = (product) => Object.fromEntries(product.headers.map((header) => header.split(/: (.*)/s, 2)));

async function ask(product, path) {
  const begin = performance.now();
  const answer = await fetch(`http://127.0.0.1:${product.port}${path}`, { headers: headersOf(product) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return { milliseconds: performance.now() - begin, body: JSON.parse(text), bytes: text.length };
}

async function measureReads(product) {
  const { body: round } = await ask(product, '/api/v1/planning-rounds/current');
  const paths = {
    board: '/api/v1/demands/board',
    round: '/api/v1/planning-rounds/current',
    list: '/api/v1/demands?limit=50',
    decision: `/api/v1/portfolio/rounds/${round.id}`,
    transfers: `/api/v1/portfolio/rounds/${round.id}/transfers`,
  };
  const result = {};
  for (const [name, path] of Object.entries(paths)) {
    const times = [];
    let bytes = 0;
    for (let n = 0; n <= READS; n += 1) {
      const answer = await ask(product, path);
      if (n > 0) times.push(answer.milliseconds); // the first one warms up
      bytes = answer.bytes;
    }
    result[name] = { first: median(times), bytes };
  }
  return result;
}

/** From the address to the first demand, with the program already in the browser's cache; then through the whole ranking. */
async function measurePages(product) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  atTheEnd(() => browser.close());
  const address = `http://127.0.0.1:${product.port}`;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
  const [name, value] = headersOf(product).Cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
  const result = {};
  for (const [what, path, first] of [
    ['board', '/demands/board', 'main section li a'],
    ['list', '/demands', 'main tbody tr a'],
    ['decision', '/demands/decide', 'main [data-demand]'],
  ]) {
    const times = [];
    for (let n = 0; n <= OPENINGS; n += 1) {
      const page = await context.newPage();
      const begin = performance.now();
      await page.goto(`${address}${path}`);
      await page.locator(first).first().waitFor();
      times.push(performance.now() - begin);
      if (what === 'decision' && n === OPENINGS) result.scrolling = await scrollThrough(page);
      await page.close();
    }
    result[what] = { first: times[0], again: median(times.slice(1)) };
  }
  await browser.close();
  return result;
}

/** Jumps through the ranking as a thrown wheel does, and looks after the next drawn frame whether rows fill what is in sight. */
function scrollThrough(page) {
  return page.evaluate(async (scrolls) => {
    const box = document.querySelector('et-decision-ranking .et-window');
    const frame = () =>
      new Promise((resolve) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(resolve)));
    let [blank, slowest] = [0, 0];
    for (let n = 0; n < scrolls; n += 1) {
      const begin = performance.now();
      box.scrollTop = (box.scrollHeight * ((n * 17) % scrolls)) / scrolls;
      await frame();
      slowest = Math.max(slowest, performance.now() - begin);
      const { top, bottom } = box.getBoundingClientRect();
      const rows = [...box.querySelectorAll('tbody tr')].filter((row) => row.querySelector('[data-demand]'));
      const edges = rows.map((row) => row.getBoundingClientRect());
      const head = box.querySelector('thead')?.getBoundingClientRect().height ?? 0;
      const covers =
        edges.some((edge) => edge.top <= top + head + 1) && edges.some((edge) => edge.bottom >= bottom - 40);
      if (!covers) blank += 1;
    }
    return { scrolls, blank, slowest };
  }, SCROLLS);
}

/** What came out, with its targets. */
export function demandFigures({ demands: count, reads, pages }, { figure, milliseconds }) {
  const all = count.toLocaleString('en');
  const opened = (what, words) =>
    figure(
      'Demands',
      `${words} of a round with ${all} demands, from the address to the first demand`,
      milliseconds(pages[what].again),
      '< 1,000 ms',
      pages[what].again < 1000,
      `the API answers in ${milliseconds(reads[what].first)} (${Math.round(reads[what].bytes / 1000)} kB); very first opening ${milliseconds(pages[what].first)}`,
    );
  return [
    opened('board', 'Board'),
    opened('decision', 'Page of the decision'),
    opened('list', 'List'),
    figure(
      'Demands',
      `Jumps through the ranking of ${all} demands with blank rows in sight`,
      `${pages.scrolling.blank} of ${pages.scrolling.scrolls}`,
      '0',
      pages.scrolling.blank === 0,
      `the slowest jump was drawn after ${milliseconds(pages.scrolling.slowest)}`,
    ),
    figure(
      'Demands',
      `What would go into the plan, of ${all} demands`,
      milliseconds(reads.transfers.first),
      '< 1,000 ms',
      reads.transfers.first < 1000,
      `round with its sums ${milliseconds(reads.round.first)}`,
    ),
  ];
}
