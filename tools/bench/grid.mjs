// The planning grid with ten thousand lines by six years: how long reading and saving take, and whether it stays fluid.
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { LINES, TENANT, YEAR, lineId } from './ledger.mjs';
import { median } from './load.mjs';
import { atTheEnd } from './processes.mjs';
import { addressOf, startProduct, withClient } from './world.mjs';

const GRID_LINES = 10_000;
const FIRST_YEAR = YEAR + 1;
const WINDOW = Array.from({ length: 6 }, (_, at) => YEAR + at);
const VERSION = '01900000-0009-7000-8000-000000000001';
const PATH = `/api/v1/planning/plan-versions/${VERSION}/amounts`;
const READS = 9;
const SAVES = 5;
const PASTED = { rows: 500, years: 4 };
const SCROLL_MS = 4000;
const AFTER_PASTE_MS = 4000;
const SAVE_LIMIT_MS = 30_000;
/** What somebody presses who lives in a spreadsheet: step by step, to the end of a column, and with all of it selected. */
const KEYS = [
  ...Array(20).fill('ArrowDown'),
  ...[
    'Control+ArrowDown',
    'Control+ArrowUp',
    'PageDown',
    'Control+Shift+ArrowDown',
    'Shift+ArrowRight',
    'Shift+ArrowUp',
  ],
  ...['Control+a', 'Tab', 'Enter', 'Control+Home', 'ArrowRight'],
];

/** A two-year plan, half of it known frames, the fees with the reason that an unknown ceiling needs. */
const plan = `
  INSERT INTO budget_line (tenant_id, line_id, number, name, sub_budget, product, product_name, account, account_name,
      account_frame, direction, sphere, frame, run_or_change, unit_id, created_at)
    SELECT tenant_id, ('01900000-0003-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '4S.' || 100000 + n,
      'Messstelle Nummer ' || n, sub_budget, product, product_name, account, account_name, account_frame, direction, sphere,
      frame, run_or_change, unit_id, created_at
    FROM generate_series(${LINES + 1}, ${GRID_LINES}) n
    JOIN budget_line l ON l.tenant_id = '${TENANT}' AND l.number = '4S.' || 100001 + n % ${LINES};
  INSERT INTO fiscal_year (tenant_id, fiscal_year, books_state)
    SELECT '${TENANT}', y, 'planned' FROM generate_series(${FIRST_YEAR}, ${FIRST_YEAR + 1}) y;
  INSERT INTO frame_ceiling (tenant_id, frame, fiscal_year, ceiling_cents)
    SELECT '${TENANT}', f, y, CASE f WHEN 'FEES' THEN NULL ELSE 500000000000 END
    FROM generate_series(${FIRST_YEAR}, ${FIRST_YEAR + 1}) y, unnest(ARRAY['CORE', 'SCHOOL_NET', 'FEES']) f;
  INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, unknown_frame_reason, created_by, created_at)
    SELECT '${TENANT}', '${VERSION}', 'Messung', 'budget', ${FIRST_YEAR}, ${FIRST_YEAR + 1}, 'draft', 'Messung', person_id, now()
    FROM person WHERE tenant_id = '${TENANT}';
  INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
    SELECT tenant_id, '${VERSION}', line_id, y, 100000 + y FROM budget_line, unnest(ARRAY[${WINDOW.join()}]) y
    WHERE tenant_id = '${TENANT}';`;

export async function measureGrid(place, database, { say }) {
  await withClient(addressOf(place, database), async (client) => {
    await client.query(plan);
    await client.query('VACUUM ANALYZE budget_line, plan_amount, plan_version');
  });
  const product = await startProduct(place, database, { servesPages: true });
  const read = await measureRead(product);
  const save = await measureSave(product);
  say('grid, reading and saving');
  const page = await measurePage(product);
  say('grid, in the browser');
  await product.stop();
  return { lines: GRID_LINES, years: WINDOW.length, ...read, ...save, ...page };
}

const headersOf = (product) => Object.fromEntries(product.headers.map((header) => header.split(/: (.*)/s, 2)));

async function timed(product, init) {
  const begin = performance.now();
  const answer = await fetch(`http://127.0.0.1:${product.port}${PATH}`, {
    ...init,
    headers: { ...headersOf(product), ...init?.headers },
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`The grid answered ${answer.status}: ${text.slice(0, 500)}`);
  return { milliseconds: performance.now() - begin, text };
}

async function measureRead(product) {
  const times = [];
  let kilobytes = 0;
  for (let n = 0; n <= READS; n += 1) {
    const { milliseconds, text } = await timed(product);
    const grid = JSON.parse(text);
    const cells = grid.amountCents.reduce((sum, year) => sum + year.length, 0);
    if (cells !== GRID_LINES * WINDOW.length) throw new Error(`The grid holds ${cells} cells.`);
    kilobytes = text.length / 1000;
    if (n > 0) times.push(milliseconds); // the first one warms up
  }
  return { readMilliseconds: median(times), readKilobytes: kilobytes };
}

/** 2,000 cells in one batch, each saying what was seen there: what a paste in the grid sends. */
async function measureSave(product) {
  const times = [];
  let seen = (year) => 100_000 + year;
  for (let n = 0; n <= SAVES; n += 1) {
    const next = (year) => 200_000 + n * 10_000 + year;
    const cells = Array.from({ length: PASTED.rows }, (_, at) =>
      WINDOW.slice(1, 1 + PASTED.years).map((year) => [lineId(at + 1), year]),
    ).flat();
    const body = {
      lineIds: cells.map(([line]) => line),
      fiscalYears: cells.map(([, year]) => year),
      amountCents: cells.map(([, year]) => next(year)),
      seenCents: cells.map(([, year]) => seen(year)),
    };
    const { milliseconds, text } = await timed(product, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (JSON.parse(text).changedCells !== cells.length) throw new Error(`Saved differently: ${text.slice(0, 200)}`);
    seen = next;
    if (n > 0) times.push(milliseconds);
  }
  return { cells: PASTED.rows * PASTED.years, saveMilliseconds: median(times) };
}

/** Scrolls through all lines, then pastes a block, and keeps the time from frame to frame. */
async function measurePage(product) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args });
  atTheEnd(() => browser.close());
  const address = `http://127.0.0.1:${product.port}`;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' });
  const [name, value] = headersOf(product).Cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(`${address}/planning/${VERSION}/amounts?frame=all`);
  await page.getByRole('gridcell').nth(20).waitFor();
  const openMilliseconds = performance.now() - begin;
  await page.waitForLoadState('networkidle');
  const scroll = await page.evaluate(scrollThrough, SCROLL_MS);
  const keys = await page.evaluate(pressKeys, KEYS);
  const [answered, paste] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'PUT', { timeout: SAVE_LIMIT_MS }),
    page.evaluate(pasteBlock, { ...PASTED, milliseconds: AFTER_PASTE_MS }),
  ]);
  if (answered.status() !== 200) throw new Error(`The paste was answered ${answered.status()}.`);
  const sent = answered.request().postDataJSON();
  if (sent.lineIds.length !== PASTED.rows * PASTED.years) throw new Error(`Pasted ${sent.lineIds.length} cells.`);
  await browser.close();
  return { openMilliseconds, scroll, keys, paste };
}

/** In the page: the whole way down and up again, a step each frame. Answers the times between frames. */
async function scrollThrough(milliseconds) {
  const box = document.querySelector('.et-plan-grid');
  const way = box.scrollHeight - box.clientHeight;
  const frames = [];
  const begin = performance.now();
  let last = begin;
  while (last - begin < milliseconds) {
    const share = (last - begin) / milliseconds;
    box.scrollTop = way * (share < 0.5 ? share * 2 : 2 - share * 2);
    const now = await new Promise((done) => window.requestAnimationFrame(() => done(performance.now())));
    frames.push(now - last);
    last = now;
  }
  box.scrollTop = 0;
  const rows = box.querySelectorAll('tbody tr[data-row]').length;
  const sorted = frames.toSorted((a, b) => a - b);
  return { frames: frames.length, longest: sorted.at(-1), p95: sorted[Math.floor(sorted.length * 0.95)], rows };
}

/** In the page: presses keys one after the other. Answers the longest time from a key to the frame that shows it. */
async function pressKeys(keys) {
  const grid = document.querySelector('[role=grid]');
  grid.focus();
  let longest = { milliseconds: 0, key: '' };
  for (const key of keys) {
    const [last, ...held] = key.split('+').toReversed();
    const more = { ctrlKey: held.includes('Control'), shiftKey: held.includes('Shift') };
    await new Promise((done) => window.requestAnimationFrame(() => done()));
    const begin = performance.now();
    grid.dispatchEvent(new window.KeyboardEvent('keydown', { key: last, bubbles: true, cancelable: true, ...more }));
    await new Promise((done) => {
      const drawn = new window.MessageChannel();
      drawn.port1.onmessage = () => done();
      window.requestAnimationFrame(() => drawn.port2.postMessage(null));
    });
    const milliseconds = performance.now() - begin;
    if (milliseconds > longest.milliseconds) longest = { milliseconds, key };
  }
  return longest;
}

/** In the page: pastes a block at the first cell, then watches the frames in which it is drawn, saved and noted. */
async function pasteBlock({ rows, years, milliseconds }) {
  const grid = document.querySelector('[role=grid]');
  grid.focus();
  const text = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: years }, (_, at) => `${row},${at}0`).join('\t'),
  );
  const clipboardData = new window.DataTransfer();
  clipboardData.setData('text/plain', text.join('\r\n'));
  const begin = performance.now();
  grid.dispatchEvent(new window.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  const frame = () => new Promise((done) => window.requestAnimationFrame(() => done(performance.now())));
  let last = await frame();
  last = await frame(); // the frame in which the block is drawn belongs to the paste
  const pasteMilliseconds = last - begin;
  const frames = [];
  while (last - begin < milliseconds) {
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return { pasteMilliseconds, longest: Math.max(...frames), frames: frames.length };
}
