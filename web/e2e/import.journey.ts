import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings } from './look';

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

  it('a file of Wesel with one cent changed in its total row stays outside, and the cent is named', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    await page.goto(`${city.address}/import/new`);
    const original = fs.readFileSync(path.join(SHARED, FILES[0][1])).toString('latin1');
    await page.locator('input[type=file]').setInputFiles({
      name: 'hhplan2017-geaendert.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(original.replace('63.634.523,12', '63.634.523,13'), 'latin1'),
    });
    await page.getByRole('button', { name: 'Datei prüfen' }).click();
    await page
      .getByText(/Die Datei nennt 63\.634\.523,13\s€, gelesen wurden 63\.634\.523,12\s€\. Differenz 0,01\s€/)
      .waitFor({ timeout: 60_000 });
    expect(await page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('the file of Freiburg a second time is asked about with its day; then the import is taken back', async () => {
    const page = await newPage(browser);
    await logIn(page, city, 'finanzen');
    await page.goto(`${city.address}/import/new`);
    await page.locator('input[type=file]').setInputFiles(path.join(SHARED, FREIBURG));
    await page.getByRole('button', { name: 'Datei prüfen' }).click();
    await page.getByText(/Sie ist am \d\d\.\d\d\.\d{4} schon übernommen worden/).waitFor();

    await page.goto(`${city.address}/import`);
    await page.getByRole('link', { name: /freiburg/ }).click();
    await page.getByRole('button', { name: 'Import zurücknehmen' }).click();
    await page.getByRole('button', { name: 'Ja, zurücknehmen' }).click();
    await page.getByText('Nichts mehr: Er ist zurückgenommen').waitFor({ timeout: 60_000 });
    await page.goto(`${city.address}/reconciliation?year=2015`);
    await page
      .getByText(/Abgleich 0,00/)
      .first()
      .waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });
});
