import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { ExtraFormPage } from './extra-form.page';
import { answer, calling, DRAFT, FITS, openPage, REFUSED, refusalOf, type Shown } from './extra.sample';

const REQUESTS = '/api/v1/authority/extra';
const CHECK = `${REQUESTS}/check`;
const REQUEST = `${REQUESTS}/r-1`;
const stored = { id: 'r-1', version: 1, state: 'draft', approvalId: null };

const SUBJECT = /^Wofür/;
const SUBSTANCE = /^Sachlich unabweisbar/;
const TIME = /^Zeitlich unabweisbar/;

/** From a refused booking: line and amount come along in the address. */
async function openNew(): Promise<Shown<ExtraFormPage>> {
  const shown = await openPage(ExtraFormPage, 'department_head', { line: 'l-1', amountCents: '480000' });
  await answer(shown, '/api/v1/budget/lines/l-1', { id: 'l-1', number: '4S.l-1', name: 'Datennetz', unitId: 'u-1' });
  (await calling(shown.server, 'POST', CHECK)).flush(FITS);
  await moment();
  return shown;
}

async function openDraft(): Promise<Shown<ExtraFormPage>> {
  const shown = await openPage(ExtraFormPage, 'department_head', { id: 'r-1' });
  await answer(shown, REQUEST, DRAFT);
  (await calling(shown.server, 'POST', CHECK)).flush(FITS);
  await moment();
  return shown;
}

const field = ({ page }: Shown<ExtraFormPage>, name: RegExp): HTMLInputElement => byRole(page, 'textbox', name);
const stateOf = ({ page }: Shown<ExtraFormPage>): string => textOf(page.querySelector('form [role="status"]'));

describe('the form of a request for extra authority', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('comes with line and amount, and says who decides and what it comes to', async () => {
    const shown = await openNew();
    const { page } = shown;
    expect(textOf(page.querySelector('.et-line-choice'))).toContain('Datennetz4S.l-1');
    expect(field(shown, /^Betrag/).value).toBe('4.800,00');
    expect(textOf(page)).toContain('Zu entscheiden hat: Oberbürgermeister.');
    expect(textOf(page.querySelector('.et-extra__effect'))).toMatch(
      /Datennetz.*4S\.l-1, Aufwand überplanmäßig.*130\.000,00.*5\.000,00.*4\.800,00.*139\.800,00/,
    );
    expect(textOf(page)).toContain('Auf den Cent gedeckt.');
    expect(textOf(page)).toContain('Vollständig: Der Antrag kann eingereicht werden.');
  });

  it('says in whole sentences what is missing to submit', async () => {
    const shown = await openPage(ExtraFormPage, 'department_head', { line: 'l-1', amountCents: '480000' });
    await answer(shown, '/api/v1/budget/lines/l-1', { id: 'l-1', number: '4S.l-1', name: 'Datennetz' });
    const missing = [
      { code: 'EXTRA_TIME_REASON', params: {} },
      { code: 'EXTRA_COVER_SUM', params: { requestedCents: 480_000, coverCents: 100_000 } },
    ];
    const open = { ...FITS, covers: [], coverCents: 100_000, uncoveredCents: 380_000, missing };
    (await calling(shown.server, 'POST', CHECK)).flush(open);
    await moment();
    expect(textOf(shown.page)).toContain('Es fehlen 3.800,00 € Deckung.');
    expect([...shown.page.querySelectorAll('.et-extra__missing li')].map(textOf)).toEqual([
      'Zum Antrag gehört, warum die Ausgabe nicht bis zum nächsten Haushalt warten kann (§ 117 Abs. 1 NKomVG).',
      'Beantragt sind 4.800,00 €, gedeckt sind 1.000,00 €. Beides muss auf den Cent gleich sein (§ 117 Abs. 1 NKomVG).',
    ]);
  });

  it('says at once why a line cannot get more, instead of asking for another one without a word', async () => {
    const shown = await openPage(ExtraFormPage, 'finance', { line: 'l-1', amountCents: '480000' });
    await answer(shown, '/api/v1/budget/lines/l-1', { id: 'l-1', number: '4S.l-1', name: 'Deckungsreserve' });
    const asked = await calling(shown.server, 'POST', CHECK);
    expect(textOf(shown.page)).not.toContain('Wählen Sie eine Zeile und einen Betrag.');
    asked.flush(refusalOf('EXTRA_LINE_UNFIT', { lineNumber: '4S.l-1' }), REFUSED);
    await moment();
    expect(textOf(shown.page)).toContain('Zeile bekommt keine Mittel');
    expect(textOf(shown.page)).toContain('Die Zeile 4S.l-1 ist weder das eine noch das andere');
  });

  it('is not sent without purpose, line and amount; each is named', async () => {
    const { server, page, fixture } = await openPage(ExtraFormPage, 'finance');
    await rest(fixture);
    byRole(page, 'button', 'Speichern und weiter').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte sagen Sie, wofür die Mittel gebraucht werden.');
    expect(textOf(page)).toContain('Bitte eine Zeile wählen.');
    expect(textOf(page)).toContain('Bitte einen Betrag über 0,00 € eintragen.');
    server.expectNone(REQUESTS);
  });

  it('finds the line that gives less, and asks for none where next year covers', async () => {
    const shown = await openDraft();
    const { page, server } = shown;
    byRole(page, 'button', 'Deckung hinzufügen').click();
    await moment();
    type(byRole(page, 'searchbox', /^Haushaltszeile/), 'Liz');
    const search = await calling(server, 'GET', '/api/v1/search');
    expect(search.request.params.get('fiscalYear')).toBe('2026');
    search.flush({ lines: { rows: [{ id: 'l-3', number: '4S.l-3', name: 'Lizenzen', availableCents: 700_000 }] } });
    await moment();
    byRole(page, 'button', /Lizenzen/).click();
    await moment();
    expect(textOf(page)).toContain('Lizenzen4S.l-3');
    const kinds = allByRole(page, 'radio', 'Haushalt des nächsten Jahres (§ 117 Abs. 2 NKomVG)');
    kinds.at(-1)?.click();
    await moment();
    expect(textOf(page)).toContain('nur für fortgesetzte Investitionen');
  });

  it('a request that was submitted meanwhile is not changed here any more', async () => {
    const shown = await openPage(ExtraFormPage, 'department_head', { id: 'r-1' });
    await answer(shown, REQUEST, { ...DRAFT, state: 'submitted', deeds: ['withdraw'] });
    expect(textOf(shown.page)).toContain('Dieser Antrag ist eingereicht und lässt sich nicht mehr ändern.');
    expect(byRole(shown.page, 'link', 'Zum Antrag').getAttribute('href')).toBe('/authority/extra/r-1');
  });
});

describe('a draft saves itself while typing', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('makes one draft as soon as it can, then changes it with its version, and stays where it is', async () => {
    const shown = await openNew();
    const { page, server } = shown;
    expect(stateOf(shown)).toBe('Gespeichert wird, sobald Zweck, Zeile und Betrag dastehen.');
    type(field(shown, SUBJECT), 'Neue Switches');
    const made = await calling(server, 'POST', REQUESTS);
    expect(made.request.headers.get('Idempotency-Key')).not.toBeNull();
    expect(made.request.body).toMatchObject({
      fiscalYear: 2026,
      subject: 'Neue Switches',
      items: [{ lineId: 'l-1', amountCents: 480_000 }],
    });
    type(field(shown, SUBSTANCE), 'Zwei Verteiler sind zerstört.');
    made.flush(stored);
    const changed = await calling(server, 'PUT', REQUEST);
    expect(changed.request.body).toMatchObject({ version: 1, substanceReason: 'Zwei Verteiler sind zerstört.' });
    changed.flush({ ...stored, version: 2 });
    (await calling(server, 'GET', REQUEST)).flush({ ...DRAFT, version: 1, subject: 'Neue Switches' });
    await moment();
    expect(stateOf(shown)).toMatch(/^Gespeichert \d\d:\d\d$/);
    expect(field(shown, SUBSTANCE).value).toBe('Zwei Verteiler sind zerstört.');
    expect(TestBed.inject(Router).url).toContain('draft=r-1');
    expect(textOf(page)).toContain('Antrag 2026-3');
    type(field(shown, TIME), 'Jetzt');
    expect((await calling(server, 'PUT', REQUEST)).request.body).toMatchObject({ version: 2, timeReason: 'Jetzt' });
  });

  it('after a lost answer it sends the same draft under the same key, and what was typed since as a change', async () => {
    const shown = await openNew();
    const { server } = shown;
    type(field(shown, SUBJECT), 'Neue Switches');
    const first = await calling(server, 'POST', REQUESTS);
    first.error(new ProgressEvent('error'));
    await moment();
    expect(textOf(byRole(shown.page, 'alert'))).toContain('nicht erreichbar');
    type(field(shown, SUBJECT), 'Neue Switches im Rathaus');
    const again = await calling(server, 'POST', REQUESTS);
    expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    expect(again.request.body).toEqual(first.request.body);
    again.flush(stored);
    expect((await calling(server, 'PUT', REQUEST)).request.body).toMatchObject({
      version: 1,
      subject: 'Neue Switches im Rathaus',
    });
  });

  it('says when only whole rows were saved', async () => {
    const shown = await openDraft();
    byRole(shown.page, 'button', 'Weitere Zeile').click();
    await moment();
    const amounts = allByRole(shown.page, 'textbox', /^Betrag/);
    type(amounts[1] as HTMLElement, '100,00');
    type(field(shown, TIME), 'Sofort');
    const call = await calling(shown.server, 'PUT', REQUEST);
    expect(call.request.body).toMatchObject({ items: [{ lineId: 'l-1', amountCents: 480_000 }], version: 4 });
    call.flush({ ...stored, version: 5 });
    await moment();
    expect(stateOf(shown)).toMatch(/^Gespeichert \d\d:\d\d, ohne die unvollständigen Zeilen$/);
  });

  it('overwrites nobody: a stale version says so, keeps the text, and saves it only when told to', async () => {
    const shown = await openDraft();
    const { page, server } = shown;
    type(field(shown, TIME), 'Mein Grund');
    (await calling(server, 'PUT', REQUEST)).flush(refusalOf('VERSION_STALE'), REFUSED);
    await moment();
    expect(textOf(byRole(page, 'status', /geändert/))).toContain(
      'Inzwischen hat jemand anderes diesen Entwurf geändert',
    );
    expect(field(shown, TIME).value).toBe('Mein Grund');
    type(field(shown, TIME), 'Mein besserer Grund');
    await moment();
    await moment();
    expect(server.match(({ method }) => method === 'PUT')).toEqual([]);
    byRole(page, 'button', 'Meinen Text behalten').click();
    (await calling(server, 'GET', REQUEST)).flush({ ...DRAFT, version: 9, timeReason: 'Fremder Grund' });
    const kept = await calling(server, 'PUT', REQUEST);
    expect(kept.request.body).toMatchObject({ version: 9, timeReason: 'Mein besserer Grund' });
    kept.flush({ ...stored, version: 10 });
    await moment();
    expect(stateOf(shown)).toMatch(/^Gespeichert/);
  });

  it('takes the other text when told to', async () => {
    const shown = await openDraft();
    type(field(shown, TIME), 'Mein Grund');
    (await calling(shown.server, 'PUT', REQUEST)).flush(refusalOf('VERSION_STALE'), REFUSED);
    await moment();
    byRole(shown.page, 'button', 'Den anderen Stand laden').click();
    (await calling(shown.server, 'GET', REQUEST)).flush({ ...DRAFT, version: 9, timeReason: 'Fremder Grund' });
    await moment();
    expect(field(shown, TIME).value).toBe('Fremder Grund');
    expect(shown.server.match(({ method }) => method === 'PUT')).toEqual([]);
    type(field(shown, TIME), 'Beides');
    expect((await calling(shown.server, 'PUT', REQUEST)).request.body).toMatchObject({ version: 9 });
  });

  it('shows a refusal in its words, and tries again with the next change', async () => {
    const shown = await openDraft();
    type(field(shown, TIME), 'Erster');
    (await calling(shown.server, 'PUT', REQUEST)).flush(refusalOf('EXTRA_COVER_OWN_LINE', { lineId: 'l-1' }), REFUSED);
    await moment();
    expect(textOf(byRole(shown.page, 'alert'))).toContain('Zeile deckt sich selbst');
    type(field(shown, TIME), 'Zweiter');
    (await calling(shown.server, 'PUT', REQUEST)).flush({ ...stored, version: 5 });
    await moment();
    expect(allByRole(shown.page, 'alert')).toEqual([]);
  });

  it('goes on to the request by the button, with everything saved', async () => {
    const shown = await openDraft();
    type(field(shown, SUBJECT), 'Neuer Name');
    byRole(shown.page, 'button', 'Speichern und weiter').click();
    (await calling(shown.server, 'PUT', REQUEST)).flush({ ...stored, version: 5 });
    await rest(shown.fixture);
    expect(TestBed.inject(Router).url).toBe('/authority/extra/r-1');
  });
});
