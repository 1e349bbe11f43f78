import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings, settled, tooWide } from './look';
import { type View, VIEWS } from './views';

const SCREENS = [
  { name: 'at a desk by day', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'on a phone at night', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;
const accounts = [...new Set(VIEWS.map(({ account }) => account))];

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

  describe.each(SCREENS)('$name', ({ viewport, colorScheme }) => {
    it.each(accounts)('of %s is accessible, fits the window and does not complain', async (account) => {
      const page = await newPage(browser, { viewport, colorScheme });
      if (account !== null) await logIn(page, city, account);
      const findings: string[] = [];
      for (const view of VIEWS.filter((one) => one.account === account)) {
        await visit(page, view);
        const found = [...(await axeFindings(page)), ...(await tooWide(page))];
        findings.push(...found.map((finding) => `${[view.path, ...(view.through ?? [])].join(' > ')}: ${finding}`));
      }
      expect([...findings, ...complaintsOf(page)]).toEqual([]);
    });
  });
});
