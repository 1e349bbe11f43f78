import type { Browser, Page } from 'playwright-core';
import { type Account, complaintsOf, logIn, newPage, openBrowser } from './browser';
import { type City, startCity } from './city';
import { settled } from './look';

const LINE = 'Fachverfahren Schülerbeförderung: Wartung und Pflege';
const GIVING = 'Serviceportal und Onlinedienste';
const SUBJECT = 'Nachforderung zum Wartungsvertrag';
const ORDER_CENTS = 500_000;

interface Line {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly poolId: string | null;
  readonly commitmentCents: number;
  readonly carryOverCents: number;
  readonly availableCents: number;
  readonly overPlanCents: number;
  readonly lockCents: number;
}

/** As people type and read it. */
const german = (amountCents: number): string =>
  (amountCents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });

describe('what the law asks for between a refused order and a lawful one', () => {
  let city: City;
  let browser: Browser;
  const pages = new Map<Account, Page>();
  beforeAll(async () => {
    [city, browser] = await Promise.all([startCity(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await city?.stop();
  });

  /** Everybody sits at a desk of their own and stays logged in. */
  async function at(account: Account): Promise<Page> {
    const known = pages.get(account);
    if (known !== undefined) return known;
    const page = await newPage(browser);
    await logIn(page, city, account);
    pages.set(account, page);
    return page;
  }

  async function lineOf(name: string, year = 2026): Promise<Line> {
    const page = await at('finanzen');
    const answer = await page.request.get(
      `${city.address}/api/v1/budget/lines?fiscalYear=${year}&q=${encodeURIComponent(name)}`,
    );
    const { rows } = (await answer.json()) as { rows: Line[] };
    if (rows[0] === undefined) throw new Error(`The sample city has no line ${name}.`);
    return rows[0];
  }

  /** In the auditor's eyes every stored figure is the sum of its movements, whatever has just happened. */
  async function expectReconciled(year = 2026): Promise<void> {
    const page = await at('revision');
    await page.goto(`${city.address}/reconciliation?year=${year}`);
    await page
      .getByText(/Abgleich 0,00/)
      .first()
      .waitFor();
  }

  async function fillOrder(page: Page, name: string, number: string, euro: string): Promise<void> {
    const { id } = await lineOf(name);
    await page.goto(`${city.address}/budget/book?line=${id}&year=2026`);
    await page.getByText(name).first().waitFor();
    await page.getByLabel('Auftragsnummer').fill(number);
    await page.getByLabel('Wofür').fill(SUBJECT);
    await page.getByLabel('Betrag brutto').fill(euro);
    await page.getByLabel('Datum').fill('15.06.2026');
  }

  async function openRequest(page: Page): Promise<void> {
    await page.goto(`${city.address}/authority/extra?year=2026`);
    await page.getByRole('link', { name: new RegExp(SUBJECT) }).click();
    await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  }

  /** Presses what the page offers, and the same once more where it asks. */
  async function takeStep(page: Page, step: string): Promise<void> {
    await page.getByRole('button', { name: step }).click();
    await page.getByRole('dialog').getByRole('button', { name: step }).click();
  }

  describe('extra authority, from the refusal to the order that passes', () => {
    let before: Line;
    let givingBefore: Line;
    let missingCents: number;
    /** The form proposes today. */
    let decidedOn: string;

    it('the clerk’s order is refused and shows the lawful ways, each with amount, decider and paper', async () => {
      [before, givingBefore] = [await lineOf(LINE), await lineOf(GIVING)];
      missingCents = ORDER_CENTS - before.availableCents;
      expect(missingCents).toBeGreaterThan(0);
      expect(givingBefore.availableCents).toBeGreaterThan(missingCents);
      const clerk = await at('bestellung');
      await fillOrder(clerk, LINE, 'B-2026-0815', '5.000,00');
      await clerk.getByText('So wird die Buchung abgelehnt').waitFor();
      const way = clerk.getByRole('listitem').filter({ hasText: 'Überplanmäßig bewilligen lassen' }).first();
      await way.waitFor();
      const said = (await way.innerText()).replace(/\s+/g, ' ');
      expect(said).toContain(`${german(missingCents)} €`);
      expect(said).toContain('entscheidet: Oberbürgermeister');
      expect(said).toContain('nötig: Antrag mit Deckungsvorschlag · § 117 NKomVG');
      await clerk.getByText('Den nächsten Schritt macht Ihre Fachbereichsleitung oder die Kämmerei.').waitFor();
      expect(await lineOf(LINE)).toEqual(before);
      await expectReconciled();
    });

    it('finance goes on from there: the form comes filled in, saves itself, and names reasons and cover', async () => {
      const finance = await at('finanzen');
      await fillOrder(finance, LINE, 'B-2026-0815', '5.000,00');
      await finance.getByRole('link', { name: 'Antrag stellen' }).click();
      await finance.getByRole('heading', { name: 'Wofür reicht der Plan nicht?' }).waitFor();
      expect(new URL(finance.url()).searchParams.get('year')).toBe('2026');
      await finance.getByText(LINE).first().waitFor();
      expect(await finance.getByLabel('Betrag in €').inputValue()).toBe(german(missingCents));

      await finance.getByLabel('Wofür', { exact: true }).fill(SUBJECT);
      await finance.getByLabel('Sachlich unabweisbar').fill('Die Nachforderung ist vertraglich geschuldet.');
      await finance.getByLabel('Zeitlich unabweisbar').fill('Sie ist im November fällig.');
      await finance.getByText(/^Gespeichert \d\d:\d\d$/).waitFor();
      await finance.reload();
      await finance.getByText('Beantragt sind').waitFor();
      expect(await finance.getByLabel('Zeitlich unabweisbar').inputValue()).toBe('Sie ist im November fällig.');

      await finance.getByRole('button', { name: 'Deckung hinzufügen' }).click();
      await finance.getByLabel('Haushaltszeile').fill(GIVING);
      await finance.getByRole('button', { name: new RegExp(GIVING) }).click();
      await finance.getByLabel('Betrag in €').last().fill(german(missingCents));
      await finance.getByText('Auf den Cent gedeckt.').waitFor();
      await finance.getByText('Vollständig: Der Antrag kann eingereicht werden.').waitFor();
      await finance.getByText('Zu entscheiden hat: Oberbürgermeister.').waitFor();
      await finance.getByRole('button', { name: 'Speichern und weiter' }).click();
      await finance.getByText(/^Entwurf über/).waitFor();
      expect(await lineOf(LINE)).toEqual(before);
      await expectReconciled();
    });

    it('the head of the department submits, finance examines and records what the mayor has decided', async () => {
      const head = await at('fachbereich');
      await openRequest(head);
      await takeStep(head, 'Einreichen');
      await head.getByText('Als Nächstes prüft die Kämmerei.').waitFor();
      await expectReconciled();

      const finance = await at('finanzen');
      await openRequest(finance);
      await takeStep(finance, 'Prüfung abschließen');
      await finance.getByText('Zu entscheiden hat: Oberbürgermeister.').waitFor();
      await finance.getByRole('button', { name: 'Entscheidung eintragen' }).click();
      const dialog = finance.getByRole('dialog');
      await dialog.getByText('bewilligt', { exact: true }).click();
      expect(await dialog.getByRole('radio', { name: 'Oberbürgermeister' }).isChecked()).toBe(true);
      decidedOn = await dialog.getByLabel('Entschieden am').inputValue();
      expect(decidedOn).toMatch(/^\d\d\.\d\d\.20\d\d$/);
      await dialog.getByLabel('Vorlage oder Verfügung').fill('Verfügung OB 47/26');
      await dialog.getByRole('button', { name: 'Entscheidung eintragen' }).click();
      await finance.getByText('Bewilligung wartet auf eine zweite Person').waitFor();
      expect(await finance.getByRole('button', { name: 'Bewilligung bestätigen' }).count()).toBe(0);
      expect([await lineOf(LINE), await lineOf(GIVING)]).toEqual([before, givingBefore]);
      await expectReconciled();
    });

    it('T4d a second person confirms: the line has more, and the cover is locked in the same moment', async () => {
      const second = await at('finanzen2');
      await openRequest(second);
      await takeStep(second, 'Bewilligung bestätigen');
      await second.getByText(`sind bewilligt (Oberbürgermeister, ${decidedOn})`).waitFor();
      const [after, giving] = [await lineOf(LINE), await lineOf(GIVING)];
      expect(after.availableCents).toBe(ORDER_CENTS);
      expect(after.overPlanCents).toBe(before.overPlanCents + missingCents);
      expect(giving.availableCents).toBe(givingBefore.availableCents - missingCents);
      expect(giving.lockCents).toBe(givingBefore.lockCents + missingCents);
      await second.goto(`${city.address}/budget/lines/${giving.id}?year=2026`);
      await second
        .getByText(/Deckung für über- oder außerplanmäßige Mittel gesperrt: Antrag 2026-/)
        .first()
        .waitFor();
      await expectReconciled();
    });

    it('the order passes to the cent, the council reads the grant in its report, and nobody’s page complained', async () => {
      const clerk = await at('bestellung');
      await fillOrder(clerk, LINE, 'B-2026-0816', '5.000,00');
      await clerk.getByText('Die Buchung passt.').waitFor();
      await clerk.getByRole('button', { name: 'Bestellung buchen' }).click();
      await clerk.getByText(/Gebucht\. Verfügbar sind jetzt 0,00/).waitFor();

      const council = await at('gremien');
      await council.goto(`${city.address}/authority/extra/report?year=2026`);
      const row = council.getByRole('row', { name: new RegExp(SUBJECT) });
      await row.getByText(german(missingCents)).waitFor();
      await row.getByText('Verfügung OB 47/26').waitFor();
      await row.getByRole('link').click();
      await council.getByText('Die Deckung ist gesperrt.').waitFor();
      await settled(council);
      await expectReconciled();
      expect([...pages.values()].flatMap(complaintsOf)).toEqual([]);
    });
  });

  it('T6b a budget note covers one way: the line draws on the other in one step, and the order passes', async () => {
    const [drawing, giving] = ['Firewall und Netzsicherheit', 'Datensicherung'];
    const [before, givingBefore] = [await lineOf(drawing), await lineOf(giving)];
    const orderCents = before.availableCents + 20_000;
    const euro = german(orderCents);
    const finance = await at('finanzen');
    await fillOrder(finance, drawing, 'B-2026-0817', euro);
    await finance.getByText('So wird die Buchung abgelehnt').waitFor();
    await finance.getByRole('link', { name: 'Deckung nutzen' }).click();
    await finance.getByRole('heading', { name: 'Wie viel soll die Zeile von der anderen nehmen?' }).waitFor();
    await finance.getByText('So geht es.').waitFor();
    await finance.getByLabel('Begründung').fill('Die Firewall hält den Angriffen nicht mehr stand');
    await finance.getByRole('button', { name: 'Deckung buchen' }).click();
    await finance.getByText('Gebucht: Beide Zeilen zeigen den neuen Stand.').waitFor();
    await finance.getByText('einseitige Deckung').first().waitFor();
    expect((await lineOf(drawing)).availableCents).toBe(orderCents);
    expect((await lineOf(giving)).availableCents).toBe(givingBefore.availableCents - 20_000);
    await expectReconciled();

    await fillOrder(finance, drawing, 'B-2026-0817', euro);
    await finance.getByText('Die Buchung passt.').waitFor();
    await finance.getByRole('button', { name: 'Bestellung buchen' }).click();
    await finance.getByText(/Gebucht\. Verfügbar sind jetzt 0,00/).waitFor();
    await expectReconciled();
    expect(complaintsOf(finance)).toEqual([]);
  });

  describe('the end of the year: a lock, its lifting, and what goes along into the next one', () => {
    const NUMBER = 'B-2026-0820';
    let line: Line;
    let lockedCents: number;
    let orderCents: number;
    let before: { readonly necessaryCents: number; readonly commitmentCents: number; readonly openOrders: number };

    /** What waits for a second person is confirmed by one, with both names in the log. */
    async function approve(what: RegExp): Promise<void> {
      const second = await at('finanzen2');
      await second.goto(`${city.address}/settings/approvals`);
      await second.getByRole('button', { name: what }).first().click();
      await second.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click();
      await second.getByText('Freigegeben.', { exact: true }).first().waitFor();
    }

    async function endOfLine(): Promise<typeof before> {
      const page = await at('finanzen');
      const answer = await page.request.get(
        `${city.address}/api/v1/year-end/2026/lines?view=all&q=${encodeURIComponent(line.name)}`,
      );
      const { rows } = (await answer.json()) as { rows: (typeof before)[] };
      if (rows[0] === undefined) throw new Error(`${line.number} is no line of the year's end.`);
      return rows[0];
    }

    beforeAll(async () => {
      const page = await at('finanzen');
      const answer = await page.request.get(
        `${city.address}/api/v1/budget/lines?fiscalYear=2026&sort=-available&limit=100`,
      );
      const { rows } = (await answer.json()) as { rows: (Line & { direction: string })[] };
      // By its name it must be the only one, as people search for it.
      const found = rows.find(
        ({ poolId, direction, availableCents, commitmentCents, name }) =>
          poolId === null &&
          direction === 'expense' &&
          availableCents > 2_000_000 &&
          commitmentCents > 0 &&
          rows.filter((other) => other.name.includes(name)).length === 1,
      );
      if (found === undefined) throw new Error('The sample city has no line of its own with 20,000.00 to spare.');
      line = found;
      orderCents = 1_000_000;
      lockedCents = line.availableCents - orderCents / 2;
    });

    it('T17 finance records a global reduction on the line; it holds once a second person has confirmed it', async () => {
      const finance = await at('finanzen');
      await finance.goto(`${city.address}/authority/locks/new?year=2026`);
      await finance.getByLabel('Suche', { exact: true }).fill(line.name);
      await finance.getByText('Gesamtbetrag verteilen', { exact: true }).click();
      await finance.getByLabel('Gesamtbetrag in €').fill(german(lockedCents));
      await finance.getByRole('button', { name: 'Vorschau zeigen' }).click();
      await finance.getByLabel('Bezeichnung').fill('Globale Minderausgabe 2026');
      await finance.getByLabel('Angeordnet von').fill('Oberbürgermeisterin');
      await finance.getByLabel('Verfügung oder Vorlage').fill('Verfügung OB 51/26');
      await finance.getByLabel('Warum ist die Sperre nötig?').fill('Die Gewerbesteuer bricht ein.');
      await finance.getByRole('button', { name: /^Sperre über .* erfassen$/ }).click();
      await finance.getByText('sind erfasst, aber noch nicht gesperrt').waitFor();
      expect((await lineOf(line.name)).lockCents).toBe(line.lockCents);
      await approve(/^Freigeben: .*Globale Minderausgabe 2026/);
      const locked = await lineOf(line.name);
      expect([locked.lockCents, locked.availableCents]).toEqual([line.lockCents + lockedCents, orderCents / 2]);
      await expectReconciled();
    });

    it('an order is refused because of the lock, and nothing changes', async () => {
      const finance = await at('finanzen');
      await fillOrder(finance, line.name, NUMBER, german(orderCents));
      await finance.getByText('So wird die Buchung abgelehnt').waitFor();
      await finance
        .getByText(new RegExp(`${german(orderCents / 2)}`))
        .first()
        .waitFor();
      expect((await lineOf(line.name)).availableCents).toBe(orderCents / 2);
      await expectReconciled();
    });

    it('T17c the lock is lifted with a reason and never without one; then the order passes', async () => {
      const finance = await at('finanzen');
      await finance.goto(`${city.address}/authority/locks?year=2026`);
      await finance.getByRole('link', { name: 'Globale Minderausgabe 2026' }).click();
      await finance.getByRole('button', { name: 'Sperre aufheben' }).click();
      const dialog = finance.getByRole('dialog');
      await dialog.getByLabel('Angeordnet von').fill('Oberbürgermeisterin');
      await dialog.getByLabel('Verfügung oder Vorlage').fill('Verfügung OB 55/26');
      await dialog.getByRole('button', { name: 'Aufhebung erfassen' }).click();
      await dialog.getByText('Ohne Begründung wird die Sperre nicht aufgehoben.').waitFor();
      await dialog.getByLabel('Was hat sich gebessert?').fill('Die Nachzahlung ist eingegangen.');
      await dialog.getByRole('button', { name: 'Aufhebung erfassen' }).click();
      await dialog.waitFor({ state: 'detached' });
      await approve(/^Freigeben: .*Globale Minderausgabe 2026/);
      const { lockCents, availableCents } = await lineOf(line.name);
      expect([lockCents, availableCents]).toEqual([line.lockCents, line.availableCents]);
      await expectReconciled();

      await fillOrder(finance, line.name, NUMBER, german(orderCents));
      await finance.getByText('Die Buchung passt.').waitFor();
      await finance.getByRole('button', { name: 'Bestellung buchen' }).click();
      await finance.getByText(/Gebucht\. Verfügbar sind jetzt/).waitFor();
      await expectReconciled();
    });

    it('R10 the cockpit proposes what the open orders need; a second person decides, and they go along', async () => {
      const finance = await at('finanzen');
      await finance.goto(`${city.address}/settings?year=2026`);
      await finance.getByRole('button', { name: 'Öffnen: 2027' }).click();
      await finance.getByRole('dialog').getByRole('button', { name: 'Bücher öffnen' }).click();
      await finance.getByText('Die Bücher 2027 sind offen.').first().waitFor();
      before = await endOfLine();
      expect(before.necessaryCents).toBeGreaterThanOrEqual(orderCents);

      await finance.goto(`${city.address}/year-end?year=2026`);
      await finance.getByLabel('Suche in Nummer und Name').fill(line.name);
      await finance.getByRole('checkbox', { name: `Auswählen: ${line.name}` }).check();
      await finance.getByText(`Vorschlag ${german(before.necessaryCents)}`).waitFor();
      await finance.getByRole('button', { name: 'Vorschlag übernehmen' }).click();
      await finance.getByText('Vorgeschlagen. Jetzt entscheidet eine zweite Person.').waitFor();
      expect((await lineOf(line.name)).carryOverCents).toBe(line.carryOverCents);
      await expectReconciled();

      const second = await at('finanzen2');
      await second.goto(`${city.address}/year-end?year=2026&view=proposed&q=${encodeURIComponent(line.name)}`);
      await second.getByRole('checkbox', { name: `Auswählen: ${line.name}` }).check();
      await second.getByRole('button', { name: 'Genehmigen' }).click();
      await second.getByRole('dialog').getByRole('button', { name: 'Genehmigen' }).click();
      await second.getByText(/^Genehmigt: .* übertragen, /).waitFor();
    });

    it('T10c the rest and the open orders stand in 2027 to the cent, with their ground until its plan is in force', async () => {
      const [old, next] = [await lineOf(line.name), await lineOf(line.name, 2027)];
      expect([old.commitmentCents, next.commitmentCents]).toEqual([0, before.commitmentCents]);
      expect(old.carryOverCents).toBe(line.carryOverCents - before.necessaryCents);
      expect(next.carryOverCents).toBe(before.necessaryCents);
      await expectReconciled();
      await expectReconciled(2027);

      const finance = await at('finanzen');
      await finance.goto(`${city.address}/budget/provisional?year=2027`);
      const row = finance.getByRole('row', { name: new RegExp(NUMBER) });
      await row.getByText('Die Stadt ist verpflichtet').waitFor();
      await row.getByText(`Auftrag ${NUMBER} ist seit 2026 verbindlich erteilt`).waitFor();
      await settled(finance);
      expect([...pages.values()].flatMap(complaintsOf)).toEqual([]);
    });
  });
});
