import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings, settled, squeezed, tooWide } from './look';
import { type View, VIEWS } from './views';

const DESK = { name: 'at a desk by day', viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;
const PHONE = { name: 'on a phone at night', viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
/**
 * Each run looks at half of the pages, every other of these at a desk and the rest on a phone; within four days each
 * page had its turn on both. `npm run test:look` looks at all of them on both.
 */
const DAYS = 4;
const isWhole = process.env['ETATLOTSE_LOOK'] === 'all';
const SEED = Number(process.env['ETATLOTSE_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const SCREENS = [DESK, PHONE].map((screen, turn) => ({
  ...screen,
  views: VIEWS.filter((_, at) => isWhole || (at + SEED) % DAYS === 2 * turn),
}));
/** As many pages as somebody looks at in one go; an account with more comes again. */
const PAGES_AT_ONCE = 10;
const toursOf = (all: readonly View[]) =>
  [...new Set(all.map(({ account }) => account))].flatMap((account) => {
    const views = all.filter((view) => view.account === account);
    return Array.from({ length: Math.ceil(views.length / PAGES_AT_ONCE) }, (_, at) => ({
      account,
      pages: views.slice(at * PAGES_AT_ONCE, (at + 1) * PAGES_AT_ONCE),
      name: `${account ?? 'nobody'}, ${at + 1}`,
    }));
  });

describe('every page', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  const visit = async (page: Page, { path, through = [] }: View): Promise<void> => {
    await page.goto(`${city.address}${path}`);
    for (const name of through) await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  };

  it('the look finds a button without words, letters too pale and letters below each other, wherever they are planted', async () => {
    const page = await newPage(browser, { viewport: DESK.viewport });
    await visit(page, { path: '/login', account: null });
    await page.evaluate(() => {
      const pale = Object.assign(document.createElement('p'), { textContent: 'blass' });
      pale.style.cssText = 'color: #bbb; background: #fff';
      const narrow = Object.assign(document.createElement('p'), { textContent: 'Buchstabe unter Buchstabe' });
      narrow.style.cssText = 'width: 8px; overflow-wrap: anywhere';
      document.querySelector('main')?.append(document.createElement('button'), pale, narrow);
    });
    const rules = (await axeFindings(page)).map((finding) => finding.split(':')[0]);
    expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
    expect(await squeezed(page)).toEqual(['squeezed: p "Buchstabe unter Buchstabe"']);
  });

  describe.each(SCREENS)(`$name, by ETATLOTSE_SEED=${SEED}`, ({ viewport, colorScheme, views }) => {
    it.each(toursOf(views))(
      'of $name is accessible, fits the window and does not complain',
      async ({ account, pages }) => {
        const page = await newPage(browser, { viewport, colorScheme });
        if (account !== null) await logIn(page, city, account);
        const findings: string[] = [];
        for (const view of pages) {
          await visit(page, view);
          const found = [...(await axeFindings(page)), ...(await tooWide(page)), ...(await squeezed(page))];
          findings.push(...found.map((finding) => `${[view.path, ...(view.through ?? [])].join(' > ')}: ${finding}`));
        }
        expect([...findings, ...complaintsOf(page)]).toEqual([]);
      },
    );
  });
});
