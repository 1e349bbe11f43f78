import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import type { City } from './city';

/** Demo accounts by the part before the @. */
export type Account =
  | 'admin'
  | 'finanzen'
  | 'finanzen2'
  | 'fachbereich'
  | 'bestellung'
  | 'koordination'
  | 'pruefung'
  | 'itorganisation'
  | 'organisation'
  | 'datenschutz'
  | 'personal'
  | 'gremien'
  | 'revision'
  | 'ausschuss';

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({ executablePath, args, headless: true });
}

/** A page of its own, with everything it complains about collected in `complaintsOf(page)`. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  collected.set(page, complaints);
  countRequests(page);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused call is a normal answer; the browser writes each one to the console.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return page;
}

/** Requests without an answer yet. Streams of events stay open for ever and do not count. */
const waiting = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const open = new Set<Request>();
  waiting.set(page, open);
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

export const isWaiting = (page: Page): boolean => (waiting.get(page)?.size ?? 0) > 0;

const collected = new WeakMap<Page, string[]>();
export const complaintsOf = (page: Page): readonly string[] => collected.get(page) ?? [];

/** Logs in as a person would, and waits for the page of the role. */
export async function logIn(page: Page, city: City, account: Account): Promise<void> {
  await page.goto(`${city.address}/login`);
  await page.getByLabel('E-Mail-Adresse').fill(`${account}@loewenstadt.example`);
  await page.getByLabel('Passwort', { exact: true }).fill(city.password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  // On a narrow screen the navigation is there but folded away.
  await page.locator('#et-nav').waitFor({ state: 'attached' });
}

/**
 * Opens another page of ours as the browser's own buttons do: the application stays loaded, which is half of what a visit takes.
 * Done when the router has put the new page where the old one was.
 */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    for (const shown of document.querySelectorAll('router-outlet + *')) shown.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
  await page.waitForFunction(() => document.querySelector('router-outlet + :not([data-left])') !== null);
}
