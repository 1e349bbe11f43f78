import type { ExtraDetail, ExtraPendingGrant } from '@etatlotse/contracts/authority/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { ExtraRequestPage } from './extra-request.page';
import { calling, DRAFT, type ExtraReader, openPage, REFUSED, refusalOf, type Shown } from './extra.sample';

const REQUEST = '/api/v1/authority/extra/r-1';
const SUBMITTED: ExtraDetail = { ...DRAFT, state: 'submitted', deeds: [] };
const EXAMINED: ExtraDetail = { ...DRAFT, state: 'examined', deeds: ['return', 'decide'] };
const PENDING: ExtraPendingGrant = {
  approvalId: 'a-1',
  approvalVersion: 2,
  decider: 'mayor',
  decidedOn: '2026-10-16',
  document: 'Verfügung OB 47/26',
  requestedBy: 'Frauke Finke',
  mayConfirm: true,
};
const GRANTED: ExtraDetail = {
  ...DRAFT,
  state: 'granted',
  deeds: [],
  decider: 'mayor',
  decidedOn: '2026-10-16',
  decisionDocument: 'Verfügung OB 47/26',
  history: [
    ...DRAFT.history,
    {
      step: 'grant',
      takenBy: 'Frauke Finke',
      approvedBy: 'Malte Münzer',
      takenAt: '2026-10-16T09:00:00Z',
      note: 'Verfügung OB 47/26',
    },
  ],
};

async function open(role: ExtraReader, request: ExtraDetail): Promise<Shown<ExtraRequestPage>> {
  const shown = await openPage(ExtraRequestPage, role, { id: 'r-1' });
  shown.server.expectOne(REQUEST).flush(request);
  await rest(shown.fixture);
  return shown;
}
const leadOf = ({ page }: Shown<ExtraRequestPage>): string => textOf(page.querySelector('.et-lead'));
const buttons = ({ page }: Shown<ExtraRequestPage>): string[] => allByRole(page, 'button').map(textOf);
/** Presses what the page offers; the dialog that then asks. */
async function ask({ page, fixture }: Shown<ExtraRequestPage>, step: string): Promise<HTMLElement> {
  byRole(page, 'button', step).click();
  await rest(fixture);
  return byRole(page, 'dialog');
}
async function reread(shown: Shown<ExtraRequestPage>, request: ExtraDetail): Promise<void> {
  (await calling(shown.server, 'GET', REQUEST)).flush(request);
  await rest(shown.fixture);
}

describe('a request for extra authority', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('is the printed form: what each line has, what is asked for and what it would have, with its cover', async () => {
    const shown = await open('department_head', DRAFT);
    expect(leadOf(shown)).toBe(
      'Entwurf über 4.800,00 €. Zuständig wäre: Oberbürgermeister. Im Haushalt hat sich nichts geändert.',
    );
    expect(textOf(byRole(shown.page, 'row', /Datennetz/))).toMatch(
      /4S\.l-1, überplanmäßig.*THH 10.*429100 Dienstleistungen.*130\.000,00.*5\.000,00.*4\.800,00.*139\.800,00/,
    );
    expect(textOf(byRole(shown.page, 'row', /Minderaufwand/))).toMatch(/Wartung.*4\.800,00.*9\.000,00/);
    expect(textOf(shown.page)).toContain('Auf den Cent gedeckt.');
  });

  it('T4e is not offered for submission while something is missing, and says what', async () => {
    const missing = [{ code: 'EXTRA_SUBSTANCE_REASON', params: {} }];
    const shown = await open('department_head', { ...DRAFT, substanceReason: '', missing });
    expect(textOf(shown.page)).toContain('Vor dem Einreichen fehlt noch:');
    expect(textOf(shown.page)).toContain('warum die Ausgabe sachlich unabweisbar ist (§ 117 Abs. 1 NKomVG)');
    expect(textOf(shown.page)).toContain('noch nicht begründet');
    expect(buttons(shown)).toEqual(['Zurückziehen']);
    byRole(shown.page, 'link', 'Entwurf bearbeiten');
  });

  it('the head submits: asked once, with the version, and then only reads', async () => {
    const shown = await open('department_head', DRAFT);
    const dialog = await ask(shown, 'Einreichen');
    expect(textOf(dialog)).toContain('Der Antrag lässt sich dann nicht mehr ändern.');
    byRole(dialog, 'button', 'Einreichen').click();
    const sent = await calling(shown.server, 'POST', `${REQUEST}/steps`);
    expect(sent.request.body).toEqual({ step: 'submit', version: 4, reason: '' });
    sent.flush({ id: 'r-1', version: 5, state: 'submitted', approvalId: null });
    await reread(shown, SUBMITTED);
    expect(leadOf(shown)).toBe('4.800,00 € sind beantragt. Als Nächstes prüft die Kämmerei.');
    expect(textOf(shown.page)).toContain('Für Sie ist hier nichts zu tun.');
    expect(buttons(shown)).toEqual([]);
  });

  it('finance sends back only with a reason; the word of the rule stays in the dialog when it is refused', async () => {
    const shown = await open('finance', { ...SUBMITTED, deeds: ['examine', 'return'] });
    const dialog = await ask(shown, 'Zurückgeben');
    byRole(dialog, 'button', 'Zurückgeben').click();
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Bitte sagen Sie warum.');
    shown.server.expectNone(`${REQUEST}/steps`);
    type(byRole(dialog, 'textbox', /^Anmerkung/), 'Der Nachweis fehlt');
    byRole(dialog, 'button', 'Zurückgeben').click();
    const sent = await calling(shown.server, 'POST', `${REQUEST}/steps`);
    expect(sent.request.body).toMatchObject({ step: 'return', reason: 'Der Nachweis fehlt' });
    sent.flush(refusalOf('VERSION_STALE'), REFUSED);
    await reread(shown, { ...SUBMITTED, deeds: ['examine', 'return'] });
    expect(textOf(byRole(dialog, 'alert'))).toContain('Inzwischen geändert');
    expect(byRole<HTMLTextAreaElement>(dialog, 'textbox', /^Anmerkung/).value).toBe('Der Nachweis fehlt');
  });

  it('nobody examines what they submitted: the refusal says so', async () => {
    const shown = await open('finance', { ...SUBMITTED, deeds: ['examine'] });
    const dialog = await ask(shown, 'Prüfung abschließen');
    byRole(dialog, 'button', 'Prüfung abschließen').click();
    (await calling(shown.server, 'POST', `${REQUEST}/steps`)).flush(refusalOf('FOUR_EYES'), REFUSED);
    await reread(shown, SUBMITTED);
    expect(textOf(byRole(dialog, 'alert'))).toMatch(/zweite Person|nicht selbst/);
  });

  it('the council office records result, decider, day and document; only who may decide stands there', async () => {
    const shown = await open('council_office', { ...EXAMINED, requiredLevel: 'committee', deeds: ['decide'] });
    expect(allByRole(shown.page, 'link', 'Datennetz')).toEqual([]);
    const dialog = await ask(shown, 'Entscheidung eintragen');
    expect(allByRole(dialog, 'radio').map((one) => textOf((one as HTMLInputElement).labels?.[0] ?? null))).toEqual([
      'bewilligt',
      'abgelehnt',
      'Hauptausschuss',
      'Rat',
      'Eilentscheidung (§ 89 NKomVG)',
    ]);
    byRole(dialog, 'button', 'Entscheidung eintragen').click();
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Bitte das Ergebnis wählen.');
    expect(textOf(dialog)).toContain('Bitte die Vorlage oder Verfügung nennen.');
    byRole(dialog, 'radio', 'bewilligt').click();
    type(byRole(dialog, 'textbox', /^Entschieden am/), '16.10.2026');
    type(byRole(dialog, 'textbox', /^Vorlage oder Verfügung/), 'DS 26-31007');
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Eine zweite Person bestätigt.');
    byRole(dialog, 'button', 'Entscheidung eintragen').click();
    const sent = await calling(shown.server, 'POST', `${REQUEST}/decision`);
    expect(sent.request.body).toEqual({
      isGranted: true,
      decider: 'committee',
      decidedOn: '2026-10-16',
      document: 'DS 26-31007',
      version: 4,
    });
    sent.flush({ id: 'r-1', version: 4, state: 'examined', approvalId: 'a-1' });
    await reread(shown, { ...EXAMINED, deeds: [], pendingGrant: { ...PENDING, mayConfirm: false } });
    expect(leadOf(shown)).toContain('wartet auf eine zweite Person');
    expect(textOf(shown.page)).toContain(
      'Frauke Finke hat eingetragen: Oberbürgermeister, 16.10.2026, Verfügung OB 47/26.',
    );
    expect(buttons(shown)).toEqual([]);
    expect(textOf(shown.page)).toContain('Bestätigen kann eine andere Person');
  });

  it('a refusal counts at once, and says so before', async () => {
    const shown = await open('finance', EXAMINED);
    const dialog = await ask(shown, 'Entscheidung eintragen');
    byRole(dialog, 'radio', 'abgelehnt').click();
    type(byRole(dialog, 'textbox', /^Vorlage oder Verfügung/), 'Verfügung OB 48/26');
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Gilt sofort. Im Haushalt ändert sich nichts.');
    byRole(dialog, 'button', 'Entscheidung eintragen').click();
    const sent = await calling(shown.server, 'POST', `${REQUEST}/decision`);
    expect(sent.request.body).toMatchObject({ isGranted: false, decider: 'mayor' });
    sent.flush({ id: 'r-1', version: 5, state: 'refused', approvalId: null });
    const refused: ExtraDetail = { ...GRANTED, state: 'refused' };
    await reread(shown, refused);
    expect(leadOf(shown)).toBe(
      '4.800,00 € sind abgelehnt (Oberbürgermeister, 16.10.2026). Im Haushalt hat sich nichts geändert.',
    );
  });

  it('T4d a second person confirms; where the cover is gone meanwhile, nothing happens and the amounts say why', async () => {
    const shown = await open('finance', { ...EXAMINED, deeds: [], pendingGrant: PENDING });
    const dialog = await ask(shown, 'Bewilligung bestätigen');
    expect(textOf(dialog)).toContain('die Deckung wird im selben Augenblick gesperrt');
    byRole(dialog, 'button', 'Bewilligung bestätigen').click();
    const first = await calling(shown.server, 'POST', '/api/v1/approvals/a-1/decision');
    expect(first.request.body).toEqual({ decision: 'approve', version: 2 });
    const amounts = { lineNumber: '4S.l-2', availableCents: 400_000, neededCents: 480_000, missingCents: 80_000 };
    first.flush(refusalOf('EXTRA_COVER_GONE', amounts), REFUSED);
    await reread(shown, { ...EXAMINED, deeds: [], pendingGrant: PENDING });
    expect(textOf(byRole(dialog, 'alert'))).toContain(
      'sind 4.000,00 € verfügbar, gebraucht werden 4.800,00 €, es fehlen 800,00 €. Es wurde nichts bewilligt',
    );
    byRole(dialog, 'button', 'Bewilligung bestätigen').click();
    (await calling(shown.server, 'POST', '/api/v1/approvals/a-1/decision')).flush({});
    await reread(shown, GRANTED);
    expect(leadOf(shown)).toBe('4.800,00 € sind bewilligt (Oberbürgermeister, 16.10.2026). Die Deckung ist gesperrt.');
    expect(textOf(shown.page)).toContain('Frauke Finke und Malte Münzer, 16.10.2026');
    expect(allByRole(shown.page, 'dialog')).toEqual([]);
  });

  it('the second person may say no, with a reason', async () => {
    const shown = await open('finance', { ...EXAMINED, deeds: [], pendingGrant: PENDING });
    const dialog = await ask(shown, 'Nicht bestätigen');
    byRole(dialog, 'button', 'Nicht bestätigen').click();
    await rest(shown.fixture);
    expect(textOf(dialog)).toContain('Bitte sagen Sie warum.');
    type(byRole(dialog, 'textbox', /^Anmerkung/), 'Falsche Verfügung');
    byRole(dialog, 'button', 'Nicht bestätigen').click();
    const sent = await calling(shown.server, 'POST', '/api/v1/approvals/a-1/decision');
    expect(sent.request.body).toEqual({ decision: 'reject', version: 2, note: 'Falsche Verfügung' });
    sent.flush({});
    await reread(shown, EXAMINED);
    byRole(shown.page, 'button', 'Entscheidung eintragen');
  });

  it('what ended offers nothing, and names no available amounts of today', async () => {
    const shown = await open('auditor', GRANTED);
    expect(buttons(shown)).toEqual([]);
    expect(textOf(byRole(shown.page, 'row', /Minderaufwand/))).not.toContain('9.000,00');
    byRole(shown.page, 'heading', 'Was ist bewilligt?');
    expect(textOf(shown.page)).toContain('sind seit der Bewilligung auf ihren Zeilen gesperrt');
    expect(textOf(shown.page.querySelector('dl'))).toMatch(
      /Entschieden hat ?Oberbürgermeister ?Entschieden am ?16\.10\.2026 ?Vorlage oder Verfügung ?Verfügung OB 47\/26/,
    );
    byRole(shown.page, 'link', 'Datennetz');
  });

  it('withdrawn says that nothing has changed', async () => {
    const shown = await open('department_head', { ...DRAFT, state: 'withdrawn', deeds: [] });
    expect(leadOf(shown)).toContain('ist zurückgezogen. Im Haushalt hat sich nichts geändert.');
    expect(textOf(shown.page)).toContain('Gesperrt wurde nichts.');
    expect(shown.page.querySelector('dl')).toBeNull();
  });

  it('what one may not see does not exist', async () => {
    const shown = await openPage(ExtraRequestPage, 'department_head', { id: 'r-1' });
    shown.server
      .expectOne(REQUEST)
      .flush(refusalOf('NOT_FOUND', { status: 404 }), { status: 404, statusText: 'Not Found' });
    await moment();
    expect(allByRole(shown.page, 'alert')).toHaveLength(1);
    expect(allByRole(shown.page, 'button', 'Neu laden')).toEqual([]);
  });
});
