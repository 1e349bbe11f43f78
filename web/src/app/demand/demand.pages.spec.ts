import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Demand } from '@etatlotse/contracts/demand/plain';
import { DEMAND_STEPS } from '@etatlotse/contracts/demand/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { DemandFormPage } from './demand-form.page';
import { DemandPage } from './demand.page';
import { demandLabels } from './demand.labels';
import { begin, DEMAND, ITEM, type Role, show } from './demand.sample';
import { WorkflowPage } from './workflow.page';

afterEach(() => (document.body.innerHTML = ''));

/** The way of each item that is bought. */
const answerWays = (server: HttpTestingController): void => {
  TestBed.tick();
  const asked = server.match(({ url }) => url === '/api/v1/procurement/advice');
  for (const call of asked) {
    call.flush({
      ...{ path: 'negotiated', netCents: Number(call.request.params.get('netCents')), wantedOn: null, leadDays: 60 },
      ...{ aboveCents: 2_000_000, upToCents: 10_000_000, latestStartOn: null, isLate: false },
      ...{ source: 'Unterschwellenvergabeordnung', isExample: true },
    });
  }
};

describe('the form', () => {
  const open = async (changes: Partial<Demand> = {}, step = '1', role: Role = 'coordinator') => {
    const server = await begin(role);
    const fixture = show(DemandFormPage, { demandId: 'd-1', step });
    server.expectOne('/api/v1/demands/d-1').flush({ ...DEMAND, ...changes });
    await moment();
    fixture.detectChanges();
    answerWays(server);
    await rest(fixture);
    return { server, fixture, page: fixture.nativeElement as HTMLElement };
  };
  const typed = async (fixture: ComponentFixture<unknown>, page: HTMLElement, text: string): Promise<void> => {
    type(byRole(page, 'textbox', /^Bezeichnung/), text);
    await moment();
    await rest(fixture);
  };
  const saves = (server: HttpTestingController): TestRequest[] =>
    server.match(({ url, method }) => url === '/api/v1/demands/d-1/content' && method === 'PUT');

  it('saves what is typed by itself, with the version it was read in', async () => {
    const { server, fixture, page } = await open();
    await typed(fixture, page, 'Notebooks für die Bauaufsicht');
    const [save] = saves(server);
    expect(save?.request.body).toMatchObject({ title: 'Notebooks für die Bauaufsicht', version: 3, items: [ITEM] });
    save?.flush({ id: 'd-1', version: 4, state: 'draft' });
    await moment();
    await rest(fixture);
    expect(textOf(page.querySelector('.et-demand__saved'))).toMatch(/^Gespeichert \d\d:\d\d$/);
  });

  it('a lost connection keeps the text, says so, and sends it again when the server is back', async () => {
    const { server, fixture, page } = await open();
    await typed(fixture, page, 'Nichts geht verloren');
    saves(server)[0]?.error(new ProgressEvent('error'));
    await moment();
    await rest(fixture);
    expect(textOf(page.querySelector('.et-demand__saved'))).toContain('Keine Verbindung. Ihr Text ist hier gesichert');
    await typed(fixture, page, 'Nichts geht verloren.');
    const [again] = saves(server);
    expect(again?.request.body).toMatchObject({ title: 'Nichts geht verloren.', version: 3 });
    again?.flush({ id: 'd-1', version: 4, state: 'draft' });
  });

  it('after an expired login the text is back in the form and is sent', async () => {
    const first = await open();
    await typed(first.fixture, first.page, 'Vor dem Abmelden getippt');
    saves(first.server)[0]?.flush({ code: 'NOT_LOGGED_IN', title: 'x' }, { status: 401, statusText: 'Unauthorized' });
    await moment();
    first.fixture.destroy();
    saves(first.server).forEach((save) =>
      save.flush({ code: 'NOT_LOGGED_IN', title: 'x' }, { status: 401, statusText: 'x' }),
    );
    const fixture = show(DemandFormPage, { demandId: 'd-1', step: '1' });
    first.server.expectOne('/api/v1/demands/d-1').flush(DEMAND);
    await moment();
    fixture.detectChanges();
    answerWays(first.server);
    await rest(fixture);
    const page = fixture.nativeElement as HTMLElement;
    expect(textOf(page)).toContain('Ihr Text von vorhin ist wieder da.');
    expect(saves(first.server)[0]?.request.body).toMatchObject({ title: 'Vor dem Abmelden getippt', version: 3 });
  });

  /** Types a title, and hears that somebody else has saved meanwhile. */
  const beaten = async (theirs: Partial<Demand>) => {
    const opened = await open();
    const { server, fixture, page } = opened;
    await typed(fixture, page, 'Meine Fassung');
    const stale = { code: 'VERSION_STALE', title: 'Inzwischen geändert', detail: '', status: 409 };
    saves(server)[0]?.flush(stale, { status: 409, statusText: 'Conflict' });
    await moment();
    server.expectOne('/api/v1/demands/d-1').flush({ ...DEMAND, title: 'Fassung der Leitung', version: 7, ...theirs });
    await moment();
    await rest(fixture);
    return opened;
  };

  it('where somebody else was faster one chooses field by field, and what only the other one changed stays', async () => {
    const items = DEMAND.items.map((item) => ({ ...item, unitPriceCents: 95_000 }));
    const { server, page } = await beaten({ items, changedByName: 'Sabine Schulze' });
    expect(textOf(page)).toContain('Sabine Schulze hat inzwischen gespeichert');
    const shown = allByRole(page, 'row', /^(Bezeichnung|Positionen)/).map(textOf);
    expect(shown[0]).toMatch(new RegExp(`vorher: ${DEMAND.title}.*Meine Fassung.*Fassung der Leitung`));
    expect(shown[1]).toMatch(/40 × Notebook 14 Zoll, 990,00\s€ netto.*40 × Notebook 14 Zoll, 950,00\s€ netto/);
    byRole(page, 'button', 'So speichern').click();
    await moment();
    expect(saves(server)[0]?.request.body).toMatchObject({ title: 'Meine Fassung', items, version: 7 });
  });

  it('all fields can be taken from one side at once; what is typed before that is offered, too', async () => {
    const { server, fixture, page } = await beaten({ purpose: 'Anders gesagt' });
    await typed(fixture, page, 'Meine spätere Fassung');
    expect(textOf(byRole(page, 'row', /^Bezeichnung/))).toContain('Meine spätere Fassung');
    byRole(page, 'button', 'Inzwischen gespeichert').click();
    await rest(fixture);
    byRole(page, 'button', 'So speichern').click();
    await moment();
    const { title, purpose, version } = saves(server)[0]?.request.body ?? {};
    expect([title, purpose, version]).toEqual(['Fassung der Leitung', 'Anders gesagt', 7]);
  });

  it('T19 shows the burden with its formula: 40 × 990.00 net are 47,124.00 gross in 2027, and how that is awarded', async () => {
    const { page } = await open({}, '2');
    expect(textOf(page)).toContain('Verhandlungsvergabe');
    expect(textOf(page)).toContain('Das dauert etwa 60 Tage.');
    expect(textOf(page)).toMatch(/2027 belastet der Bedarf den Haushalt mit 47\.124,00\s€/);
    expect(textOf(page)).toMatch(
      /40 × 990,00\s€ netto.*39\.600,00.*19 % Umsatzsteuer.*7\.524,00.*= Belastung, brutto.*47\.124,00/,
    );
  });

  it('T18 T27 says while somebody types what an item is in the budget, with the rule, and asks again when the tax changes', async () => {
    const { server, fixture, page } = await open({}, '2');
    const answer = {
      items: [
        {
          itemId: '0',
          proposed: 'expense',
          as: 'expense',
          account: '429100',
          netCents: 3_960_000,
          grossCents: 4_712_400,
          years: [],
          reasons: [
            { code: 'device', reason: 'within', netUnitCents: 99_000, fromCents: 25_000, toCents: 100_000 },
            { code: 'gross', vatBasisPoints: 1900 },
          ],
        },
      ],
      facts: [{ itemId: '0', label: 'Notebook 14 Zoll', isStandalone: true, paidMonths: null }],
      years: [],
      expenseCents: 4_712_400,
      investmentCents: 0,
      followUpCents: 0,
      open: 0,
      duties: [{ code: 'bound_years', slices: [{ fiscalYear: 2028, amountCents: 4_712_400 }] }],
      rules: { isLowValueExample: true },
    };
    const [asked] = server.match('/api/v1/demands/accounting/preview');
    expect(asked?.request.body).toEqual({
      roundId: 'r-1',
      items: [
        expect.objectContaining({ label: 'Notebook 14 Zoll', quantity: 40, isStandalone: true, paidMonths: null }),
      ],
    });
    asked?.flush(answer);
    await moment();
    await rest(fixture);
    const said = textOf(page.querySelector('et-demand-accounting-preview'));
    expect(said).toMatch(/47\.124,00\s€ Aufwand und 0,00\s€ Investition/);
    expect(said).toMatch(/Aufwand Konto 429100 .* 47\.124,00\s€ brutto/);
    expect(said).toMatch(/990,00\s€ netto je Stück liegen zwischen 250,00\s€ und 1\.000,00\s€/);
    expect(said).toContain('Bindet spätere Jahre ohne Verpflichtungsermächtigung: 2028');

    const vat = byRole<HTMLInputElement>(page, 'textbox', 'Umsatzsteuer in %');
    expect(vat.value).toBe('19');
    type(vat, 'sieben');
    await moment();
    expect(textOf(page)).toContain('Bitte einen Satz von 0 bis 100 eingeben');
    type(vat, '7');
    await moment();
    await moment();
    const saved = saves(server).at(-1);
    expect(saved?.request.body.items[0]).toMatchObject({ vatBasisPoints: 700 });
    expect(server.match('/api/v1/demands/accounting/preview').at(-1)?.request.body.items[0].vatBasisPoints).toBe(700);
  });

  it('T26 a price that is left empty is unknown and is said, not counted as zero', async () => {
    const { page } = await open({ items: [{ ...ITEM, unitPriceCents: null }] }, '2');
    expect(textOf(page)).toContain('Positionen ohne Preis oder Menge: 1.');
  });

  it('a coordinator is told who submits; the head has the button, once everything is there', async () => {
    const { page } = await open({}, '4');
    expect(allByRole(page, 'button', 'Bedarf absenden')).toEqual([]);
    expect(textOf(page)).toContain('Absenden kann die Leitung Ihrer Einheit.');
    document.body.innerHTML = '';
    TestBed.resetTestingModule();
    const head = await open({ gaps: ['reason', 'items'] }, '4', 'department_head');
    expect(byRole(head.page, 'button', 'Bedarf absenden')).toBeTruthy();
    expect(textOf(head.page)).toMatch(/Es fehlt noch:.*Grund.*mindestens eine Position/);
  });

  it('what is no draft any more says why it cannot be changed', async () => {
    const { page } = await open({ state: 'submitted', mayEdit: false });
    expect(textOf(page)).toContain('Dieser Bedarf ist kein Entwurf mehr');
    expect(allByRole(page, 'textbox')).toEqual([]);
  });
});

describe('the page of a demand', () => {
  const open = async (changes: Partial<Demand>, role: Role) => {
    const server = await begin(role);
    const fixture = show(DemandPage, { demandId: 'd-1' });
    server.expectOne('/api/v1/demands/d-1').flush({ ...DEMAND, mayEdit: false, ...changes });
    TestBed.tick();
    server
      .match(() => true)
      .forEach((request) => {
        if (request.cancelled) return;
        if (request.request.url.endsWith('/events')) request.flush({ rows: [], nextCursor: null });
        else request.flush({ code: 'NOT_FOUND', title: '' }, { status: 404, statusText: 'Not found' });
      });
    await rest(fixture);
    return { server, fixture, page: fixture.nativeElement as HTMLElement };
  };

  it.each([true, false])(
    'what is past its deadline is marked as gone wrong, what is in time is not: late %s',
    async (isLate) => {
      const { page } = await open({ isLate }, 'finance');
      const marks = [...page.querySelectorAll('.et-tag--bad')].map(textOf);
      expect(marks).toEqual(isLate ? ['überfällig'] : []);
    },
  );

  it('offers the steps that the table gives, and asks for the reason that stays', async () => {
    const { server, fixture, page } = await open(
      {
        state: 'submitted',
        waitsFor: 'determine',
        steps: [
          { step: 'determine', missing: ['frame'] },
          { step: 'hand_back', missing: ['reason'] },
        ],
      },
      'finance',
    );
    expect(textOf(page.querySelector('.et-lead'))).toMatch(
      /abgesendet.*Als Nächstes: Ermitteln, bis 31\.10\.2026.*47\.124\s€ brutto/,
    );
    byRole(page, 'button', 'Zurückgeben').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog'), 'button', 'Zurückgeben').click();
    await rest(fixture);
    expect(server.match(({ url }) => url.endsWith('/steps'))).toEqual([]);
    type(byRole(page, 'textbox', /^Begründung/), 'Bitte die Menge prüfen');
    byRole(byRole(page, 'dialog'), 'button', 'Zurückgeben').click();
    await moment();
    expect(server.expectOne('/api/v1/demands/d-1/steps').request.body).toEqual({
      step: 'hand_back',
      version: 3,
      reason: 'Bitte die Menge prüfen',
    });
  });

  it('a desk sees its sheet and the answers of the others', async () => {
    const sheet = {
      checklist: {},
      conditions: '',
      objection: '',
      byName: null,
      decidedAt: null,
      version: 1,
      dueOn: '2026-12-15',
    };
    const { page } = await open(
      {
        state: 'determined',
        reviews: [
          { ...sheet, desk: 'it_security', state: 'open', mayDecide: true },
          {
            ...sheet,
            desk: 'data_protection',
            state: 'objected',
            objection: 'Vertrag fehlt',
            byName: 'Dana Dorn',
            decidedAt: '2026-10-05T07:00:00Z',
            mayDecide: false,
          },
        ],
      },
      'reviewer',
    );
    expect(byRole(page, 'button', /^Prüfen/)).toBeTruthy();
    expect(textOf(page)).toMatch(/Datenschutz.*Einwand.*Dana Dorn.*Einwand: Vertrag fehlt/);
  });
});

it('the help page draws every step of the table, with who takes it', async () => {
  await begin('department_head');
  const fixture = show(WorkflowPage);
  await rest(fixture);
  const page = fixture.nativeElement as HTMLElement;
  for (const step of DEMAND_STEPS) expect(byRole(page, 'rowheader', demandLabels().steps[step])).toBeTruthy();
  expect(textOf(byRole(page, 'row', /^Absenden/))).toMatch(
    /Entwurf.*abgesendet.*Fachbereichsleitung.*offene Planungsrunde/,
  );
  expect(textOf(byRole(page, 'row', /^Ablehnen/))).toContain('nicht für den eigenen Bedarf');
  expect(page.querySelectorAll('svg.et-demand__picture rect')).toHaveLength(10);
});
