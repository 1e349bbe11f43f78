import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { axeFindings } from './look';
import { bookings, PLAN } from './made-up-files';
import { zipOf } from './zip';

const SHARED = path.resolve(__dirname, '../../../shared/data');
const FREIBURG =
  'de-freiburg-ergebnishaushalt/de-bw-freiburg-ergebnishaushalt_ordentliche_ertraegeaufwendungen_ohne_aktivierte_eigenleistunge_doppelhaushalt_20172018.csv';
const WESEL = 'de-wesel-haushalt/hhplan2017.csv';
const OXFORD = 'gb-oxford-spend';
const MUENSTER = 'de-muenster-stellenplan-it/band1_p092_PG0115_IT_Management_citeq_Teilergebnisplan_t0.csv';

/** File, what the preview says, and sums that must stand in it to the cent. */
const FILES = [
  ['Wesel', WESEL, /Ja\. 5\.971 Zeilen sind gelesen/, ['29.245.991,25', '63.634.523,12']],
  ['Freiburg', FREIBURG, /Ja\. 363 Zeilen sind gelesen/, ['909.729.647,63', '−930.710.545,39', '923.016.136,19']],
] as const;

const isThere = [WESEL, FREIBURG, OXFORD, MUENSTER].every((file) => fs.existsSync(path.join(SHARED, file)));
const READ_MS = 100_000;

interface Dropped {
  readonly name: string;
  readonly content: Buffer | string;
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

const drop = async (page: Page, ...files: readonly Dropped[]): Promise<void> => {
  await page.goto(`${city.address}/import/new`);
  const payload = files.map(({ name, content }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) }));
  await page.locator('input[type=file]').setInputFiles(payload);
  await page.getByRole('button', { name: /prüfen/ }).click();
};
const asFinance = async (): Promise<Page> => {
  const page = await newPage(browser);
  await logIn(page, city, 'finanzen');
  return page;
};
const reconciledIn = async (page: Page, year: number): Promise<void> => {
  await page.goto(`${city.address}/reconciliation?year=${year}`);
  await page
    .getByText(/Abgleich 0,00/)
    .first()
    .waitFor();
};

describe('a file of a city that nobody here has seen', () => {
  it('is understood by itself, corrected by a person, kept as a profile, taken over and taken back', async () => {
    const page = await asFinance();
    await drop(page, { name: 'musterhausen.csv', content: PLAN });
    await page.getByText('Ja. 4 Zeilen sind gelesen, die Summen stimmen auf den Cent.').waitFor();
    expect(await page.getByText('1.490.250,75').count()).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('link', { name: 'Zuordnung ändern' }).first().click();
    await page.getByLabel('Bedeutung von Spalte F, Ansatz 2028').selectOption('Produktgruppe');
    await page.getByLabel('Bedeutung von Spalte A, Produkt').selectOption('Produktgruppe');
    await page.getByText(/hat eine Bedeutung, die schon eine andere Spalte hat/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Bedeutung von Spalte A, Produkt').selectOption('Produkt');
    await page.getByLabel('Produkt', { exact: true }).check();
    await page.getByLabel('Bedeutung von Spalte F, Ansatz 2028').selectOption('nicht übernehmen');
    await page.getByRole('button', { name: 'Neu lesen' }).click();
    await page.getByText('Nicht übernommen: „Ansatz 2028“.').waitFor();

    await page.getByRole('button', { name: 'Als Profil merken' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Musterhausen Plan');
    await page.getByLabel('Quellsystem').fill('HKR Musterhausen');
    await page.getByRole('button', { name: 'Profil merken', exact: true }).click();
    await page.getByText('Gemerkt als „Musterhausen Plan“.').waitFor();

    await page.getByRole('button', { name: 'Plan aus 4 Zeilen übernehmen' }).click();
    await page.getByRole('heading', { name: 'Was hat dieser Import gebracht?' }).waitFor({ timeout: READ_MS });
    await page.getByRole('button', { name: 'Import zurücknehmen' }).click();
    await page.getByLabel('Warum?').fill('Nur zur Probe');
    await page.getByRole('button', { name: 'Ja, zurücknehmen' }).click();
    await page.getByText('Grund: Nur zur Probe').waitFor({ timeout: READ_MS });
    expect(complaintsOf(page)).toEqual([]);
  });

  it('comes again and is read by the profile of the last time', async () => {
    const page = await asFinance();
    await drop(page, {
      name: 'musterhausen-neu.csv',
      content: PLAN.replace('40.000,00', '50.000,00').replace('1.490.', '1.500.'),
    });
    await page.getByText('Gelesen nach dem Profil „Musterhausen Plan“.').waitFor();
    await page.goto(`${city.address}/import/profiles`);
    await page.getByRole('button', { name: 'Profil Musterhausen Plan löschen' }).click();
    await page.getByRole('button', { name: 'Ja, löschen' }).click();
    await page.getByText('Noch kein Profil gemerkt').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('two files with the same question are answered once and taken over together', async () => {
    const page = await asFinance();
    await drop(
      page,
      { name: 'kasse-april.csv', content: bookings('04', ['1.200,00', '80,50']) },
      { name: 'kasse-mai.csv', content: bookings('05', ['300,00', '19,50']) },
    );
    await page.getByText('Noch nicht. In 2 Dateien sind Fragen offen.').waitFor({ timeout: READ_MS });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel(/^Zuerst der Tag/).check();
    await page.getByRole('button', { name: 'Antwort übernehmen und neu lesen' }).click();
    await page.getByText('Ja. 2 Dateien mit 4 Zeilen sind gelesen, nichts steht im Weg.').waitFor({ timeout: READ_MS });
    await page.getByText('Zusammen 1.600,00').waitFor();
    await page.getByRole('button', { name: 'Alle 2 Dateien übernehmen' }).click();
    await page.getByText('2 Dateien mit 4 Zeilen sind übernommen.').waitFor({ timeout: READ_MS });
    await reconciledIn(page, 2026);
    await page.goto(`${city.address}/import`);
    await page.getByRole('link', { name: 'Stapel mit 2 Dateien' }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });
});

describe('the budget of another city comes in through the page', () => {
  if (!isThere) {
    // The files belong to their cities and are not kept here.
    it.skip(`needs the files of the cities in ${path.relative(process.cwd(), SHARED)}`, () => undefined);
    return;
  }
  const contentOf = (file: string): Buffer => fs.readFileSync(path.join(SHARED, file));

  it.each(FILES)(
    '%s: every sum to the cent, taken over at once, reconciled at 0.00',
    async (_name, file, read, sums) => {
      const page = await asFinance();
      await drop(page, { name: path.basename(file), content: contentOf(file) });
      await page.getByText(read).waitFor({ timeout: READ_MS });
      for (const sum of sums) expect(await page.getByText(sum).count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: /übernehmen/ }).click();
      await page.getByRole('heading', { name: 'Was hat dieser Import gebracht?' }).waitFor({ timeout: READ_MS });
      await reconciledIn(page, 2016);
      expect(complaintsOf(page)).toEqual([]);
    },
  );

  it('Wesel with other headers, in another order, with tabs and in UTF-16, is the same to the cent', async () => {
    const page = await asFinance();
    const names: Readonly<Record<string, string>> = {
      Kostenart: 'Sachkonto',
      'Plan 2017': 'Ansatz 2017',
      'Ist 2015': 'RE 2015',
    };
    const rows = contentOf(WESEL)
      .toString('latin1')
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(';').reverse());
    const [header = [], ...data] = rows;
    const text = [header.map((name) => names[name] ?? name), ...data].map((row) => row.join('\t')).join('\r\n');
    await drop(page, { name: 'wesel-anders.txt', content: Buffer.from(`\ufeff${text}`, 'utf16le') });
    await page
      .getByText(/Ja\. 5\.971 Zeilen sind gelesen, die Summen stimmen auf den Cent/)
      .waitFor({ timeout: READ_MS });
    for (const sum of FILES[0][3]) expect(await page.getByText(sum).count()).toBeGreaterThan(0);
    await page.getByText('Text mit Tabulator, utf-16le').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('a file of Wesel with one cent changed in its total row stays outside, and the cent is named', async () => {
    const page = await asFinance();
    const original = contentOf(WESEL).toString('latin1');
    const changed = Buffer.from(original.replace('63.634.523,12', '63.634.523,13'), 'latin1');
    await drop(page, { name: 'hhplan2017-geaendert.csv', content: changed });
    await page
      .getByText(/Die Datei nennt 63\.634\.523,13\s€, gelesen wurden 63\.634\.523,12\s€\. Differenz 0,01\s€/)
      .waitFor({ timeout: READ_MS });
    expect(await page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('Münster: the table asks for its product, the trailing minus is read', async () => {
    const page = await asFinance();
    await drop(page, { name: 'teilergebnisplan.csv', content: contentOf(MUENSTER) });
    await page.getByText('Noch nicht. Eine Frage ist offen.').waitFor();
    await page.getByLabel('Ihre Antwort').fill('0115');
    await page.getByRole('button', { name: 'Antwort übernehmen und neu lesen' }).click();
    await page.getByText('Ja. 21 Zeilen sind gelesen, die Summen stimmen auf den Cent.').waitFor();
    for (const sum of ['310.964,69', '1.478.841,73']) expect(await page.getByText(sum).count()).toBeGreaterThan(0);
    expect(complaintsOf(page)).toEqual([]);
  });

  it('Oxford: seventeen quarters in one ZIP, the missing day asked, every penny there; then the batch is discarded', async () => {
    const page = await asFinance();
    const names = fs.readdirSync(path.join(SHARED, OXFORD)).filter((name) => name.endsWith('.csv'));
    const files = names.map((name) => ({ name, content: contentOf(`${OXFORD}/${name}`) }));
    await drop(page, { name: 'oxford.zip', content: zipOf(files) });
    await page.getByText('Noch nicht. In einer Datei ist eine Frage offen.').waitFor({ timeout: READ_MS });
    await page.getByLabel('Ihre Antwort').fill('30.06.2014');
    await page.getByRole('button', { name: 'Antwort übernehmen und neu lesen' }).click();
    await page
      .getByText('Ja. 17 Dateien mit 61.528 Zeilen sind gelesen, nichts steht im Weg.')
      .waitFor({ timeout: READ_MS });
    await page.getByText(/Zusammen 228\.210\.155,40/).waitFor();
    await page.getByRole('button', { name: 'Ganzen Stapel verwerfen' }).click();
    await page.getByText('Keine Datei ist mehr im Stapel. Übernommen ist nichts.').waitFor({ timeout: READ_MS });
    expect(complaintsOf(page)).toEqual([]);
  });

  it('the file of Freiburg a second time is asked about with its day; then the import is taken back', async () => {
    const page = await asFinance();
    await drop(page, { name: path.basename(FREIBURG), content: contentOf(FREIBURG) });
    await page.getByText(/Sie ist am \d\d\.\d\d\.\d{4} schon übernommen worden/).waitFor();

    await page.goto(`${city.address}/import`);
    await page.getByRole('link', { name: /freiburg/ }).click();
    await page.getByRole('button', { name: 'Import zurücknehmen' }).click();
    await page.getByRole('button', { name: 'Ja, zurücknehmen' }).click();
    await page.getByText('Nichts mehr: Er ist zurückgenommen').waitFor({ timeout: READ_MS });
    await reconciledIn(page, 2015);
    expect(complaintsOf(page)).toEqual([]);
  });
});
