import type { PlanGrid, PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import type { Page as PageOf } from '@etatlotse/contracts/shared/plain';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Account, complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, freePort, startCity } from './city';

/*
 * The yearly cycle on the sample city: a coordinator drafts in plain words and loses nothing when the line breaks or the server dies, the head
 * submits, finance takes it in, the four desks sign, finance rates, plans and takes it over, and the head reads in which plan it stands.
 */

const TITLE = 'Probe: Messgeräte für die Schulwege';

let city: City;
let browser: Browser;
const pages = new Map<Account, Page>();
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity({ PORT: await freePort() }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

async function at(account: Account): Promise<Page> {
  const known = pages.get(account);
  if (known !== undefined) return known;
  const page = await newPage(browser);
  await logIn(page, city, account);
  pages.set(account, page);
  return page;
}

let address = '';

it('a coordinator drafts in four steps; neither a broken line nor a dying server loses a character', async () => {
  const page = await at('koordination');
  await page.goto(`${city.address}/demands/new`);
  await page.getByLabel('Was brauchen Sie?').fill(TITLE);
  await page.getByRole('button', { name: 'Entwurf beginnen' }).click();
  await page.waitForURL(/demands\/[0-9a-f-]{36}\/edit/);
  address = page.url().replace(/\/edit.*/, '');

  await page.getByLabel('Für wen', { exact: true }).fill('20 Beschäftigte im Außendienst');
  await page.getByLabel('Betrieb: läuft schon').check();
  await page.getByLabel('ja, eingetreten').check();
  await page.getByLabel('wirtschaftlich').check();
  await page.getByLabel('zentrale Infrastruktur').check();
  await page.getByText(/^Gespeichert/).waitFor();

  await page.context().setOffline(true);
  await page.getByLabel('Wofür', { exact: true }).fill('Schulwege sicher messen, auch ohne Netz.');
  await page.getByText('Keine Verbindung. Ihr Text ist hier gesichert').waitFor();
  await page.context().setOffline(false);
  await page.getByText(/^Gespeichert/).waitFor();
  await page.reload();
  expect(await page.getByLabel('Wofür', { exact: true }).inputValue()).toBe('Schulwege sicher messen, auch ohne Netz.');

  // The server dies in the middle of a sentence and comes back; the person goes on typing and notices nothing but a word.
  const sentence = 'Ohne Unterbrechung weiterschreiben: äöü ß „Ende“ 12.345,67 €';
  const forWhom = page.getByLabel('Für wen', { exact: true });
  await forWhom.fill('');
  await forWhom.pressSequentially(sentence.slice(0, 30));
  city.killApi();
  await forWhom.pressSequentially(sentence.slice(30, 50));
  await page.getByText('Keine Verbindung. Ihr Text ist hier gesichert').waitFor();
  await forWhom.pressSequentially(sentence.slice(50));
  expect(await forWhom.inputValue()).toBe(sentence);
  await page.getByText(/^Gespeichert/).waitFor();
  await page.reload();
  expect(await page.getByLabel('Für wen', { exact: true }).inputValue()).toBe(sentence);

  await page.getByRole('button', { name: 'Weiter: Was kostet es?' }).click();
  await page.getByRole('button', { name: 'Position hinzufügen' }).click();
  await page.getByLabel('Bezeichnung', { exact: true }).fill('Messgerät');
  await page.getByLabel('Menge', { exact: true }).fill('40');
  await page.getByLabel(/^Preis für eine Einheit/).fill('990,00');
  await page.getByText(/2027 belastet der Bedarf den Haushalt mit 47\.124,00/).waitFor();
  await page.getByRole('button', { name: 'Weiter: Wann und mit wem?' }).click();
  await page.getByLabel('Frühestens', { exact: true }).selectOption('2027');
  await page.getByRole('button', { name: 'Weiter: Prüfen und absenden' }).click();
  await page.getByText('Alles ist da.').waitFor();
  expect(await page.getByRole('button', { name: 'Bedarf absenden' }).count()).toBe(0);
});

it('the head submits with one press', async () => {
  const page = await at('fachbereich');
  await page.goto(`${city.address}/inbox`);
  await page.getByRole('link', { name: new RegExp(TITLE) }).click();
  await page.waitForURL(/edit/);
  await page.goto(`${address}/edit?step=4`);
  await page.getByRole('button', { name: 'Bedarf absenden' }).click();
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  await page.getByText('Als Nächstes: Ermitteln').waitFor();
});

it('finance names the frame and takes it in', async () => {
  const page = await at('finanzen');
  await page.goto(address);
  await page.getByRole('button', { name: 'Rahmen festlegen' }).click();
  await page.getByRole('dialog').getByText('Kern-IT').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'In die Runde aufnehmen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'In die Runde aufnehmen' }).click();
  await page.getByText('Als Nächstes: Prüfen').waitFor();
});

it.each<[Account, string]>([
  ['itorganisation', 'IT-Organisation'],
  ['organisation', 'Organisation'],
  ['datenschutz', 'Datenschutz'],
  ['pruefung', 'IT-Sicherheit'],
])('%s examines from its queue and signs', async (account, desk) => {
  const page = await at(account);
  await page.goto(`${city.address}/demands/queue`);
  await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
  await page.goto(address);
  await page.getByRole('button', { name: `Prüfen ${desk}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('entfällt').first().waitFor();
  for (const answer of await dialog.getByLabel('entfällt').all()) await answer.check();
  await dialog.getByLabel(/^Auflage/).fill(`Auflage der Stelle ${desk}`);
  await dialog.getByRole('button', { name: 'Zeichnen' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('the head reads every condition of the desks', async () => {
  const page = await at('fachbereich');
  await page.goto(`${city.address}/inbox`);
  await page.getByText(/ist von allen vier Stellen geprüft/).waitFor();
  await page.goto(address);
  await page.getByText('Als Nächstes: Beraten').waitFor();
  await page.getByText('Auflage: Auflage der Stelle Datenschutz').waitFor();
});

it('finance says what came out of the deliberation', async () => {
  const page = await at('finanzen');
  await page.goto(address);
  await page.getByRole('button', { name: 'Beratung eintragen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Beraten am').fill('30.11.2026');
  await dialog.getByLabel('Ergebnis').fill('Lenkungsrunde dafür');
  await dialog.getByRole('button', { name: 'Beratung eintragen' }).click();
  await page.getByText('Als Nächstes: Planen').waitFor();
});

it('finance rates it by the weights of the city; it rises above the red line', async () => {
  const page = await at('finanzen');
  await page.goto(`${city.address}/demands/decide`);
  await page.getByLabel('Suchen').fill('Messgeräte');
  await page.getByRole('button', { name: `${TITLE} bewerten und Beginn festlegen` }).click();
  const dialog = page.getByRole('dialog');
  for (const criterion of ['Nutzen', 'Dringlichkeit', 'Reichweite', 'Reife']) {
    await dialog.getByLabel(`${criterion}, als Zahl`).fill('10');
    await dialog.getByLabel(`${criterion}, als Zahl`).blur();
  }
  await dialog.getByText('100,0 von 100 Punkten').waitFor();
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: new RegExp(TITLE) })
    .getByText('gedeckt')
    .waitFor();
});

/** Leaves this one alone. What is chosen changes with each press, so the first one is looked for anew. */
async function chooseOnly(dialog: Locator, label: string): Promise<void> {
  const own = dialog.getByLabel(label);
  await own.waitFor();
  const chosen = dialog.getByRole('checkbox', { checked: true });
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await own.check();
}

it('finance plans it; nobody has said what staff it takes, so a reason is needed', async () => {
  const page = await at('finanzen');
  await page.getByRole('button', { name: 'Bedarfe planen' }).click();
  const dialog = page.getByRole('dialog');
  await chooseOnly(dialog, `${TITLE} planen`);
  await dialog.getByRole('button', { name: '1 Bedarf planen' }).click();
  await dialog.getByText('Bitte ausfüllen.').waitFor();
  await dialog.getByLabel(/^Grund, obwohl/).fill('Die Geräte betreut der Bereich selbst.');
  await dialog.getByRole('button', { name: '1 Bedarf planen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^1 Bedarfe? (ist|sind) geplant/).waitFor();
});

const PLAN = 'Haushalt 2027 (Demo)';
let amountsBefore: ReadonlyMap<string, number>;

/** Every amount of the plan in cents, by the number of its line and the year, as its grid reads them. */
async function plannedAmounts(page: Page): Promise<ReadonlyMap<string, number>> {
  const cells = await page.evaluate(async (name) => {
    const read = async (path: string) => (await fetch(`/api/v1/planning/plan-versions${path}`)).json();
    const versions = (await read('')) as PageOf<PlanVersionRow>;
    const plan = (await read(`/${versions.rows.find((row) => row.name === name)?.id}/amounts`)) as PlanGrid;
    return plan.years.flatMap((year, at) =>
      plan.columns.number.map((line, row) => [`${line} ${year}`, plan.amountCents[at]?.[row] ?? 0] as const),
    );
  }, PLAN);
  return new Map(cells);
}

it('finance sees to the cent what is written, and writes it', async () => {
  const page = await at('finanzen');
  await page.getByRole('button', { name: 'In den Plan übernehmen' }).click();
  const dialog = page.getByRole('dialog');
  amountsBefore = await plannedAmounts(page);
  await chooseOnly(dialog, `${TITLE} übernehmen`);
  await dialog.getByRole('button', { name: 'Weiter: Prüfen' }).click();
  await dialog.getByText(/1 Schritte? im Plan „Haushalt 2027.*zusammen 47\.124,00/).waitFor();
  await dialog.getByRole('button', { name: 'So übernehmen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/1 Bedarfe? steh(t|en) im Plan, zusammen 47\.124,00/).waitFor();
});

it('the line of the plan has grown by exactly that amount in 2027, and the head reads in which plan it stands', async () => {
  const page = await at('finanzen');
  const head = await at('fachbereich');
  await head.goto(address);
  await head.getByText(/Im Plan „Haushalt 2027.*“ \(Entwurf\) mit 47\.124,00/).waitFor();
  const amounts = await plannedAmounts(page);
  const changed = [...amounts].flatMap(([cell, cents]) => {
    const more = cents - (amountsBefore.get(cell) ?? 0);
    return more === 0 ? [] : [[cell.slice(-4), more]];
  });
  expect(changed).toEqual([['2027', 4_712_400]]);
  await page.goto(`${city.address}/planning`);
  await page.getByRole('link', { name: PLAN, exact: true }).click();
  const step = page.getByRole('row', { name: new RegExp(`Bedarf \\d+: ${TITLE}`) });
  await step.getByText('+47.124,00').first().waitFor();
  for (const open of pages.values()) expect(complaintsOf(open)).toEqual([]);
});
