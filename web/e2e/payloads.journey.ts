import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { type Account, complaintsOf, goWithin, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { settled } from './look';
import { PAYLOADS, type Watch, watch } from './payloads';
import { VIEWS } from './views';

let city: City;
let browser: Browser;
/** The line that bears each text, in the order of PAYLOADS. */
let lineIds: string[];

beforeAll(async () => {
  [city, browser] = await Promise.all([startCity({ LOGIN_ATTEMPTS_PER_ACCOUNT: '100' }), openBrowser()]);
  lineIds = await plant();
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

type Post = (path: string, body: object | FormData) => Promise<{ id: string }>;

/** Somebody who writes through the API, as a page does. */
async function writer(account: Account): Promise<{ post: Post; get: (path: string) => Promise<unknown> }> {
  const json = { 'content-type': 'application/json' };
  const opened = await fetch(`${city.address}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: `${account}@loewenstadt.example`, password: city.password }),
  });
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const own = { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-csrf-token': csrfToken };
  return {
    post: async (path, body) => {
      const isForm = body instanceof FormData;
      const answer = await fetch(`${city.address}/api/v1${path}`, {
        method: 'POST',
        headers: { ...own, ...(isForm ? {} : json), 'idempotency-key': randomUUID() },
        body: isForm ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${text}`);
      return JSON.parse(text) as { id: string };
    },
    get: async (path) => (await fetch(`${city.address}/api/v1${path}`, { headers: own })).json(),
  };
}

/** Every text in every place that people write in: names, explanations, notes, bookings, orders, filters, files, units. */
async function plant(): Promise<string[]> {
  const [finance, admin] = [await writer('finanzen'), await writer('admin')];
  const { fiscalYear } = (await finance.get('/session')) as { fiscalYear: number };
  const { rows } = (await finance.get(`/budget/lines?fiscalYear=${fiscalYear}&frame=CORE&sort=-available&limit=1`)) as {
    rows: { id: string }[];
  };
  const richest = rows[0]?.id ?? '';
  const day = `${fiscalYear}-01-15`;
  const ids: string[] = [];
  for (const [at, text] of PAYLOADS.entries()) {
    const number = `X.${at}`;
    const line = { number, name: text, explanation: text, productName: text, accountFrame: 'NI', account: '429100' };
    const { id } = await finance.post('/budget/lines', { ...line, frame: 'CORE', product: text.slice(0, 60) });
    ids.push(id);
    for (const subjectId of [id, richest]) {
      await finance.post('/budget/notes', { subjectType: 'budget_line', subjectId, text });
    }
    const booking = { lineId: richest, fiscalYear, amountCents: 1 };
    await finance.post('/budget/movements', {
      ...booking,
      kind: 'commitment',
      bookedOn: day,
      text,
      documentNumber: text.slice(0, 60),
    });
    await finance.post('/budget/orders', {
      ...booking,
      ...{ number: `${at} ${text}`.slice(0, 60), opening: 'place', orderedOn: day, supplier: text, subject: text },
    });
    await finance.post('/budget/filters', { name: text, criteria: { q: text }, marksIt: false });
    await finance.post('/budget/pools', { code: `P${at}`, name: text, budgetNote: text, lineIds: [id] });
    await admin.post('/person', { email: `person${at}@loewenstadt.example`, displayName: text });
  }
  await uploadFiles(finance.post);
  return [...ids, richest];
}

/** A file whose name and cells carry the texts: into the list of imports and into a preview. */
async function uploadFiles(post: Post): Promise<void> {
  for (const text of PAYLOADS.filter((one) => !/["/\\]/.test(one))) {
    const form = new FormData();
    const cells = PAYLOADS.map((one, at) => `X.${at};1,00;"${one.replaceAll('"', '""')}"\n`).join('');
    form.set('file', new Blob([`Konto;Betrag;Text\n${cells}`]), `${text}.csv`);
    form.set('kind', 'bookings');
    await post('/imports', form);
  }
}

const load = (page: Page, path: string): Promise<unknown> => page.goto(`${city.address}${path}`);

/** From one page to the next without loading the application anew, where the next is another page: pages.journey.ts loads each. */
const follow = (page: Page, path: string): Promise<unknown> =>
  new URL(page.url()).pathname === new URL(path, city.address).pathname ? load(page, path) : goWithin(page, path);

async function visit(page: Page, guard: Watch, path: string, open = load): Promise<readonly string[]> {
  await open(page, path);
  await settled(page);
  return [...(await guard.findings()), ...complaintsOf(page)].map((finding) => `${path}: ${finding}`);
}

const accounts = [...new Set(VIEWS.map(({ account }) => account))];

describe('V1.2.1 whatever people type stays text', () => {
  it.each(accounts)(
    'on every page of %s there is no dialog, no foreign script and no breach of the policy',
    async (account) => {
      const page = await newPage(browser);
      const guard = await watch(page);
      if (account !== null) await logIn(page, city, account);
      const findings: string[] = [];
      const paths = VIEWS.filter((one) => one.account === account).map(({ path }) => path);
      const open = account === null ? load : follow;
      for (const path of new Set(paths)) findings.push(...(await visit(page, guard, path, open)));
      expect(findings).toEqual([]);
      await page.context().close();
    },
  );

  it('on the list, on each line, in the search and behind a link that brings a text along', async () => {
    const page = await newPage(browser);
    const guard = await watch(page);
    await logIn(page, city, 'finanzen');
    const findings: string[] = [];
    for (const [at, id] of lineIds.entries()) {
      findings.push(...(await visit(page, guard, `/budget/lines/${id}`)));
      const text = PAYLOADS[at];
      if (text !== undefined) await page.getByText(text, { exact: false }).first().waitFor();
    }
    for (const text of PAYLOADS.slice(0, 4)) {
      findings.push(...(await visit(page, guard, `/budget/lines?q=${encodeURIComponent(text)}`)));
      await page.locator('body').press('Control+k');
      await page.getByRole('combobox', { name: /^Zeile, Konto, Vorhaben/ }).fill(text);
      await page.locator('#et-search-results li').filter({ hasText: text }).first().waitFor();
      findings.push(...(await guard.findings()));
    }
    expect(findings).toEqual([]);
    await page.context().close();
  });

  it('the watch sees what it is there for', async () => {
    const page = await newPage(browser);
    const guard = await watch(page);
    await page.goto(`${city.address}/login`);
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.setAttribute('onclick', 'alert(1)');
      } catch {
        // The policy of trusted types refuses it already; the watch hears of that.
      }
      document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:alert(1)' }));
    });
    const findings = await guard.findings();
    for (const kind of ['policy: style-src', 'policy: require-trusted-types-for', 'address:']) {
      expect(findings).toContainEqual(expect.stringContaining(kind));
    }
    await page.context().close();
  });

  it('V3.7.2 a login never leads to another site', async () => {
    for (const target of ['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const page = await newPage(browser);
      const guard = await watch(page);
      const words = ['returnUrl', 'next', 'redirect', 'ziel'].map((name) => `${name}=${encodeURIComponent(target)}`);
      await page.goto(`${city.address}/login?${words.join('&')}`);
      await page.getByLabel('E-Mail-Adresse').fill('finanzen@loewenstadt.example');
      await page.getByLabel('Passwort', { exact: true }).fill(city.password);
      await page.getByRole('button', { name: 'Anmelden' }).click();
      await page.locator('#et-nav').waitFor({ state: 'attached' });
      expect(new URL(page.url()).origin).toBe(city.address);
      expect(await guard.findings()).toEqual([]);
      await page.context().close();
    }
  });
});
