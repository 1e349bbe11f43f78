import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';

const SHARED = path.resolve(__dirname, '../../../shared/data');
const FREIBURG =
  'de-freiburg-ergebnishaushalt/de-bw-freiburg-ergebnishaushalt_ordentliche_ertraegeaufwendungen_ohne_aktivierte_eigenleistunge_doppelhaushalt_20172018.csv';

/** File, what the preview says, and sums that must stand in it to the cent. */
const FILES = [
  ['Wesel', 'de-wesel-haushalt/hhplan2017.csv', /Ja\. 5\.971 Zeilen sind gelesen/, ['29.245.991,25', '63.634.523,12']],
  ['Freiburg', FREIBURG, /Ja\. 363 Zeilen sind gelesen/, ['909.729.647,63', '−930.710.545,39', '923.016.136,19']],
] as const;

const isThere = FILES.every(([, file]) => fs.existsSync(path.join(SHARED, file)));

describe('the budget of another city comes in through the page', () => {
  if (!isThere) {
    // The files belong to their cities and are not kept here.
    it.skip(`needs the files of both cities in ${path.relative(process.cwd(), SHARED)}`, () => undefined);
    return;
  }

  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  it.each(FILES)(
    '%s: every sum to the cent, taken over at once, reconciled at 0.00',
    async (_name, file, read, sums) => {
      const page = await newPage(browser);
      await logIn(page, city, 'finanzen');
      await page.goto(`${city.address}/import/new`);
      await page.locator('input[type=file]').setInputFiles(path.join(SHARED, file));
      await page.getByRole('button', { name: 'Datei prüfen' }).click();
      await page.getByText(read).waitFor({ timeout: 60_000 });
      for (const sum of sums) expect(await page.getByText(sum).count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: /übernehmen/ }).click();
      await page.getByRole('heading', { name: 'Was hat dieser Import gebracht?' }).waitFor({ timeout: 60_000 });
      await page.goto(`${city.address}/reconciliation?year=2016`);
      await page
        .getByText(/Abgleich 0,00/)
        .first()
        .waitFor();
      expect(complaintsOf(page)).toEqual([]);
    },
  );
});
