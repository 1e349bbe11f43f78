import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { ApprovalsPage } from './approvals.page';

const LIMIT: Approval = {
  id: 'a-1',
  action: 'settings.booking_limit',
  subjectType: 'tenant',
  subjectId: 't-1',
  request: { fromCents: null, toCents: 1_000_000 },
  reason: 'Empfehlung der Prüfung',
  state: 'pending',
  requestedBy: { id: 'p-2', displayName: 'Frauke Finke' },
  requestedAt: '2026-10-05T05:30:00Z',
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
  version: 3,
  mayDecide: true,
  mayWithdraw: false,
};
const OWN: Approval = {
  ...LIMIT,
  id: 'a-2',
  action: 'fiscal_year.close',
  subjectType: 'fiscal_year',
  subjectId: '2025',
  mayDecide: false,
  mayWithdraw: true,
};

describe('what waits for a second person', () => {
  const open = async (
    rows: readonly Approval[],
  ): Promise<{ fixture: ComponentFixture<ApprovalsPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(ApprovalsPage);
    fixture.detectChanges();
    TestBed.tick();
    const server = TestBed.inject(HttpTestingController);
    answer(server, rows);
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };
  const answer = (server: HttpTestingController, rows: readonly Approval[]): void =>
    server.match(({ url }) => url === '/api/v1/approvals').forEach((call) => call.flush({ rows, nextCursor: null }));

  it('tells what would happen, who asks and why, and approves the version that was looked at', async () => {
    const { fixture, server, page } = await open([LIMIT, OWN]);
    expect(textOf(page.querySelector('.et-lead'))).toBe('2 Anträge warten. Einen davon können Sie entscheiden.');
    const card = page.querySelector('article');
    expect(textOf(card)).toContain('Neue Grenze 10.000,00 €');
    expect(textOf(card)).toContain('Empfehlung der Prüfung');
    byRole(page, 'button', 'Freigeben: Grenze für zwei Personen bei Buchungen').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog'), 'button', 'Freigeben').click();
    const call = server.expectOne('/api/v1/approvals/a-1/decision');
    expect(call.request.body).toEqual({ decision: 'approve', version: 3 });
    call.flush({});
    await moment();
    answer(server, []);
    await rest(fixture);
    expect(textOf(page)).toContain('Nichts wartet auf eine zweite Person');
  });

  it('lets nobody decide on their own request, but withdraw it', async () => {
    const { fixture, server, page } = await open([OWN]);
    expect(textOf(page)).toContain('Das können Sie nicht selbst freigeben');
    expect(allByRole(page, 'button', /^Freigeben/)).toEqual([]);
    byRole(page, 'button', 'Zurückziehen: Bücher 2025 schließen').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog'), 'button', 'Zurückziehen').click();
    server.expectOne('/api/v1/approvals/a-2/withdrawal').flush({});
    await moment();
    answer(server, []);
    await rest(fixture);
  });

  it('says what a large booking would do before a second person lets it through', async () => {
    const step = { step: 'increase', amountCents: 7_500_050, bookedOn: '2026-10-02', text: 'Lizenzen', version: 2 };
    const { page } = await open([
      {
        ...LIMIT,
        id: 'a-3',
        action: 'booking.large',
        subjectType: 'booking',
        request: {
          command: 'take_step',
          orderId: 'o-1',
          orderNumber: 'B-26-0412',
          request: step,
          lineId: 'l-1',
          lineNumber: '111700.42210',
        },
      },
    ]);
    const card = page.querySelector('article');
    expect(textOf(card)).toContain('Buchung über der Grenze auf 111700.42210');
    expect(textOf(card)).toMatch(/Auftrag erhöhen.*75\.000,50 €.*B-26-0412.*Lizenzen.*02\.10\.2026/);
    expect(byRole(page, 'link', 'Haushaltszeile ansehen').getAttribute('href')).toBe('/budget/lines/l-1');
  });

  it('says which rule would hold from when, and what has held so far', async () => {
    const { page } = await open([
      {
        ...LIMIT,
        id: 'a-4',
        action: 'rule_setting.change',
        subjectType: 'rule_setting',
        subjectId: 'oneWayInvestmentLimitCents',
        request: {
          key: 'oneWayInvestmentLimitCents',
          validFrom: 2027,
          value: 1_000_000,
          before: null,
          source: 'Haushaltssatzung 2027',
        },
      },
    ]);
    const card = textOf(page.querySelector('article'));
    expect(card).toContain('Regel: Laufende Mittel für Investitionen, höchstens');
    expect(card).toMatch(/Neue Regel 10\.000,00 €.*Bisher keine Ausnahme zugelassen.*2027.*Haushaltssatzung 2027/);
  });

  it('says how much a budget lock would take from how many lines, and what of it cannot be realised', async () => {
    const { page } = await open([
      {
        ...LIMIT,
        id: 'a-5',
        action: 'lock.set',
        subjectType: 'budget_lock',
        subjectId: 'k-1',
        request: {
          title: 'Sperre 10 %',
          fiscalYear: 2026,
          lines: 151,
          amountCents: 35_000_000,
          unrealisableCents: 500_000,
          decidedBy: 'Oberbürgermeisterin',
          decidedOn: '2026-10-01',
          document: 'Verfügung 12/2026',
        },
      },
    ]);
    const card = textOf(page.querySelector('article'));
    expect(card).toContain('Haushaltssperre „Sperre 10 %“ setzen');
    expect(card).toMatch(/Gesperrt werden 350\.000,00 €.*nicht realisierbar 5\.000,00 €.*Zeilen 151.*01\.10\.2026/);
    expect(byRole(page, 'link', 'Ansehen').getAttribute('href')).toBe('/authority/locks/k-1');
  });

  it('says how much extra authority was granted by whom, and leads to the request', async () => {
    const { page } = await open([
      {
        ...LIMIT,
        id: 'a-6',
        action: 'extra.grant',
        subjectType: 'extra_request',
        subjectId: 'r-1',
        request: {
          requestNumber: '2026-003',
          subject: 'Wartungsvertrag',
          amountCents: 35_000_000,
          decider: 'council',
          decidedOn: '2026-10-05',
          document: 'DS 26-31007',
        },
      },
    ]);
    const card = textOf(page.querySelector('article'));
    expect(card).toContain('Über- und außerplanmäßige Mittel: Antrag 2026-003');
    expect(card).toMatch(/350\.000,00 €.*Wartungsvertrag.*Rat.*05\.10\.2026.*DS 26-31007/);
    expect(byRole(page, 'link', 'Antrag ansehen').getAttribute('href')).toBe('/authority/extra/r-1');
  });

  it('says what a new baseline of a project changes, and leads to the project', async () => {
    const { page } = await open([
      {
        ...LIMIT,
        id: 'a-7',
        action: 'project.baseline',
        subjectType: 'project',
        subjectId: 'p-1',
        request: {
          name: 'DMS-Ausbau',
          budgetCents: 54_000_000,
          currentBudgetCents: 48_000_000,
          plannedEnd: '2027-03-31',
          currentEnd: '2026-12-31',
          milestones: 3,
          decidedOn: '2026-09-01',
          document: 'DS 26-31001',
        },
      },
    ]);
    const card = textOf(page.querySelector('article'));
    expect(card).toContain('Neue Basis für das Vorhaben „DMS-Ausbau“');
    expect(card).toMatch(
      /540\.000,00 € statt bisher 480\.000,00 €.*31\.03\.2027 statt bisher 31\.12\.2026.*DS 26-31001/,
    );
    expect(byRole(page, 'link', 'Ansehen').getAttribute('href')).toBe('/projects/p-1');
  });

  it('asks for a note before it rejects, and shows a refusal with its rule', async () => {
    const { fixture, server, page } = await open([LIMIT]);
    byRole(page, 'button', /^Ablehnen: /).click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'button', 'Ablehnen').click();
    await rest(fixture);
    server.expectNone(({ method }) => method === 'POST');
    type(byRole(dialog, 'textbox', /Anmerkung/), 'Bitte zuerst im Team besprechen');
    byRole(dialog, 'button', 'Ablehnen').click();
    const call = server.expectOne('/api/v1/approvals/a-1/decision');
    expect(call.request.body).toMatchObject({ decision: 'reject', note: 'Bitte zuerst im Team besprechen' });
    call.flush(
      { code: 'APPROVAL_DECIDED', title: '', detail: '', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('Über diesen Antrag wurde schon entschieden');
  });
});
