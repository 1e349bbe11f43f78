import type { Browser } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings, settled, tooWide } from './look';

describe('somebody comes to work in the morning', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  it('is sent to the login, gets in and goes on where the link pointed to', async () => {
    const page = await newPage(browser);
    await page.goto(`${city.address}/help?year=2026`);
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('E-Mail-Adresse').fill('finanzen@loewenstadt.example');
    await page.getByLabel('Passwort', { exact: true }).fill('falsch');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('alert').getByText('E-Mail-Adresse oder Passwort stimmen nicht.').waitFor();
    await page.getByLabel('Passwort', { exact: true }).fill(city.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'So lesen Sie das' }).waitFor();
    expect(new URL(page.url()).search).toBe('?year=2026');
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('stays logged in over a reload and is out after logging out', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    await page.goto(`${city.address}/help`);
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
    await page
      .getByRole('button', { name: /Kämmerei/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.goto(`${city.address}/help`);
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  });

  it.each([
    ['finanzen', 'Überblick', 'Buchen'],
    ['fachbereich', 'Mein Bereich', 'Meine Zeilen'],
    ['ausschuss', 'Freigegebener Überblick', 'So lesen Sie das'],
    ['admin', 'Betrieb', 'Protokoll'],
  ] as const)('%s finds the entries of the own role', async (account, first, another) => {
    const page = await newPage(browser, { viewport: { width: 320, height: 700 } });
    await page.goto(`${city.address}/login`);
    expect(await tooWide(page)).toEqual([]);
    await page.getByLabel('E-Mail-Adresse').fill(`${account}@loewenstadt.example`);
    await page.getByLabel('Passwort', { exact: true }).fill(city.password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('button', { name: 'Menü' }).click();
    const navigation = page.getByRole('navigation', { name: 'Hauptnavigation' });
    await navigation.getByRole('link', { name: first }).waitFor();
    await navigation.getByRole('link', { name: another }).waitFor();
    expect(await tooWide(page)).toEqual([]);
  });
});
