// A portfolio of 1,000 projects and a register of 20,000 contracts: how soon their pages show something, and whether a page
// in the middle costs as little as the first one.
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { TENANT, YEAR } from './ledger.mjs';
import { median } from './load.mjs';
import { atTheEnd } from './processes.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';

const PROJECTS = 1000;
const CONTRACTS = 20_000;
const PROGRAMMES = 20;
const READS = 9;
const OPENINGS = 5;
const WALKED_PAGES = 20;

const id = (family, number) => `('01900000-00${family}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Each project has two lines, four milestones and a baseline; each contract eleven years that follow from its terms. */
const registers = `
  INSERT INTO project (tenant_id, project_id, parent_id, level, name, unit_id, phase, state, planned_start, planned_end, started_on,
      reported_on, created_by, created_at)
    SELECT '${TENANT}', ${id('a1', 'n')}, NULL, 'programme', 'Programm ' || n, NULL, 'implementation', 'running',
      '${YEAR - 1}-01-01', '${YEAR + 3}-12-31', '${YEAR - 1}-01-01', current_date, person_id, now()
    FROM generate_series(1, ${PROGRAMMES}) n, person WHERE tenant_id = '${TENANT}';
  INSERT INTO project (tenant_id, project_id, parent_id, level, name, unit_id, phase, state, planned_start, planned_end, started_on,
      reported_on, created_by, created_at)
    SELECT '${TENANT}', ${id('a2', 'n')}, ${id('a1', `n % ${PROGRAMMES} + 1`)}, 'project', 'Vorhaben Nummer ' || n,
      (SELECT unit_id FROM org_unit WHERE tenant_id = '${TENANT}' AND code = 'FB ' || n % 20), 'implementation', 'running',
      '${YEAR - 1}-01-01', '${YEAR + 1}-12-31', '${YEAR - 1}-01-01', current_date - n % 60, person_id, now()
    FROM generate_series(1, ${PROJECTS}) n, person WHERE tenant_id = '${TENANT}';
  INSERT INTO project_line (tenant_id, link_id, project_id, line_id, from_year, linked_by, linked_at)
    SELECT '${TENANT}', ${id('a3', 'n')}, ${id('a2', `n % ${PROJECTS} + 1`)}, line_id, ${YEAR - 1}, person_id, now()
    FROM (SELECT line_id, row_number() OVER (ORDER BY line_id) AS n FROM budget_line WHERE tenant_id = '${TENANT}'
      LIMIT ${PROJECTS * 2}) l, person p WHERE p.tenant_id = '${TENANT}';
  INSERT INTO project_milestone (tenant_id, milestone_id, project_id, name, planned_on, weight_basis_points, actual_on)
    SELECT '${TENANT}', ${id('a4', `n * 10 + m`)}, ${id('a2', 'n')}, 'Meilenstein ' || m, make_date(${YEAR - 1} + m / 2, 6, 30), 2500,
      CASE WHEN m < 2 THEN make_date(${YEAR - 1}, 6, 30) + n % 40 END
    FROM generate_series(1, ${PROJECTS}) n, generate_series(1, 4) m;
  INSERT INTO project_baseline (tenant_id, baseline_id, project_id, number, state, planned_start, planned_end, budget_cents, reason,
      document, decided_on, requested_by, requested_at, agreed_by, agreed_at)
    SELECT '${TENANT}', ${id('a5', 'n')}, ${id('a2', 'n')}, 1, 'agreed', '${YEAR - 1}-01-01', '${YEAR + 1}-12-31', 10000000 + n, 'Messung',
      'Beschluss', '${YEAR - 1}-01-01', person_id, now(), '${TENANT}', now()
    FROM generate_series(1, ${PROJECTS}) n, person WHERE tenant_id = '${TENANT}';
  INSERT INTO project_baseline_milestone (tenant_id, baseline_id, milestone_id, name, planned_on, weight_basis_points)
    SELECT '${TENANT}', ${id('a5', 'n')}, ${id('a4', 'n * 10 + m')}, 'Meilenstein ' || m, make_date(${YEAR - 1} + m / 2, 6, 30), 2500
    FROM generate_series(1, ${PROJECTS}) n, generate_series(1, 4) m;
  INSERT INTO contract (tenant_id, contract_id, number, vendor, subject, kind, unit_id, line_id, metric, quantity, unit_price_micros,
      price_period, price_basis, vat_basis_points, proration, rhythm, starts_on, ends_on, notice_length, notice_unit, notice_to,
      renewal_months, next_notice_on, bound_until, term_ends_on, reckoned_until, created_at)
    SELECT '${TENANT}', ${id('a6', 'n')}, 'V-' || lpad(n::text, 6, '0'), 'Lieferant ' || n % 400, 'Leistung Nummer ' || n,
      (ARRAY['licence', 'maintenance', 'service', 'other'])[n % 4 + 1], l.unit_id, l.line_id, 'flat', 1, 1200000000 + n * 1000000::bigint,
      'year', 'gross', 1900, 'month', 'yearly', '${YEAR - 2}-01-01', '${YEAR}-12-31', 3, 'months', 'term_end', 12,
      current_date + n % 700, current_date + n % 700 + 92, current_date + n % 700 + 92, current_date + 3650, now()
    FROM generate_series(1, ${CONTRACTS}) n
    JOIN (SELECT line_id, unit_id, row_number() OVER (ORDER BY line_id) AS at FROM budget_line WHERE tenant_id = '${TENANT}') l
      ON l.at = n % 2000 + 1;
  INSERT INTO contract_year (tenant_id, contract_id, fiscal_year, cost_cents, bound_cents, payment_cents)
    SELECT tenant_id, contract_id, y, unit_price_micros / 10000, CASE WHEN y < ${YEAR + 2} THEN unit_price_micros / 10000 ELSE 0 END,
      unit_price_micros / 10000
    FROM contract, generate_series(${YEAR}, ${YEAR + 10}) y WHERE tenant_id = '${TENANT}';`;

const TABLES =
  'project, project_line, project_milestone, project_baseline, project_baseline_milestone, contract, contract_year';

export async function measureRegisters(place, database, { say }) {
  await withClient(addressOf(place, database), async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(registers);
    await client.query('SET session_replication_role = origin');
    await client.query(`VACUUM ANALYZE ${TABLES}`);
  });
  const product = await startProduct(place, database, { servesPages: true });
  const reads = await measureReads(product);
  say('registers, reading');
  const pages = await measurePages(product);
  say('registers, in the browser');
  await product.stop();
  return { projects: PROJECTS, contracts: CONTRACTS, reads, pages };
}

const headersOf = (product) => Object.fromEntries(product.headers.map((header) => header.split(/: (.*)/s, 2)));

async function ask(product, path) {
  const begin = performance.now();
  const answer = await fetch(`http://127.0.0.1:${product.port}${path}`, { headers: headersOf(product) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return { milliseconds: performance.now() - begin, body: JSON.parse(text) };
}

async function measureReads(product) {
  const lists = {
    portfolio: '/api/v1/projects?level=project',
    summary: '/api/v1/projects/summary',
    register: `/api/v1/contracts?fiscalYear=${YEAR}`,
    deadlines: `/api/v1/contracts/deadlines?fiscalYear=${YEAR}`,
    endings: `/api/v1/contracts/endings?fiscalYear=${YEAR}`,
    invoices: `/api/v1/contracts/invoices?fiscalYear=${YEAR}`,
  };
  const result = {};
  for (const [name, path] of Object.entries(lists)) {
    const first = await timed(product, path);
    if (name !== 'portfolio' && name !== 'register') result[name] = { first };
    else result[name] = { first, middle: await timed(product, await middleOf(product, path)) };
  }
  return result;
}

/** The path of a page far behind the first one, found as a reader would: page by page. */
async function middleOf(product, path) {
  let address = path;
  for (let page = 0; page < WALKED_PAGES; page += 1) {
    const { body } = await ask(product, address);
    if (body.nextCursor === null) return address;
    address = `${path}&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
  return address;
}

async function timed(product, path) {
  const times = [];
  for (let n = 0; n <= READS; n += 1) {
    const { milliseconds } = await ask(product, path);
    if (n > 0) times.push(milliseconds); // the first one warms up
  }
  return median(times);
}

/** From the address to the first row of the table, with the program already in the browser's cache. */
async function measurePages(product) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  atTheEnd(() => browser.close());
  const address = `http://127.0.0.1:${product.port}`;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
  const [name, value] = headersOf(product).Cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
  const result = {};
  for (const [what, path] of [
    ['portfolio', '/projects'],
    ['register', `/contracts?year=${YEAR}`],
  ]) {
    const times = [];
    for (let n = 0; n <= OPENINGS; n += 1) {
      const page = await context.newPage();
      const begin = performance.now();
      await page.goto(`${address}${path}`);
      await page.locator('main tbody tr').first().waitFor();
      times.push(performance.now() - begin);
      await page.close();
    }
    result[what] = { first: times[0], again: median(times.slice(1)) };
  }
  await browser.close();
  return result;
}
