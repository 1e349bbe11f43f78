import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CarryOverRow, YearEnd, YearEndLineRow } from '@etatlotse/contracts/authority/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { DEFAULT_FEVER_LIMITS } from '@etatlotse/domain/authority';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { YearEndPage } from './year-end.page';

const YEAR: YearEnd = {
  fiscalYear: 2026,
  nextYear: 2027,
  booksState: 'open',
  nextBooksState: 'open',
  steps: [
    { step: 'open_orders', state: 'open', count: 3 },
    { step: 'clearing', state: 'done', count: 0 },
    { step: 'open_next_year', state: 'done', count: 0 },
    { step: 'carry_over', state: 'open', count: 1 },
    { step: 'cover_statement', state: 'done', count: 0 },
    { step: 'reconciliation', state: 'done', count: 0 },
    { step: 'close_books', state: 'blocked', count: 0 },
  ],
  totals: {
    unspentCents: 12_000_000,
    openOrdersCents: 7_000_000,
    proposedCents: 9_000_000,
    approvedCents: 0,
    proposals: 1,
  },
  lapsing: [
    {
      id: 'c-9',
      lineId: 'l-9',
      number: '4S.9',
      name: 'Speichersysteme',
      originYear: 2025,
      kind: 'current',
      unusedCents: 3_000_000,
      expiresOn: '2026-12-31',
      daysLeft: 31,
    },
  ],
  unusedAuthorities: [
    {
      ...{ id: 've-1', number: 'VE-2026-01', purpose: 'Erneuerung der Speicher', leftCents: 25_000_000 },
      ...{ lastDay: null, isLapsed: false },
    },
    {
      ...{ id: 've-2', number: 'VE-2026-02', purpose: 'Switches', leftCents: 100_000 },
      ...{ lastDay: '2026-12-31', isLapsed: true },
    },
  ],
  feverLimits: DEFAULT_FEVER_LIMITS,
  feverFrom: '2026-11-20',
  fever: [
    {
      lineId: 'l-8',
      number: '4S.8',
      name: 'Monitore',
      expectedCents: 420_000 as never,
      inWindowCents: 2_000_000 as never,
      thresholdCents: 920_000 as never,
      isFever: true,
    },
  ],
};
const PROPOSAL: CarryOverRow = {
  id: 'c-1',
  originYear: 2026,
  kind: 'current',
  amountCents: 9_000_000,
  reason: 'Läuft bis März',
  state: 'proposed',
  expiresOn: null,
  proposedByName: 'Sabine Schulze',
  isOwn: false,
  decidedByName: null,
  decisionNote: '',
  movedCommitmentCents: 0,
  version: 4,
};
const line = (lineId: string, name: string, more: Partial<YearEndLineRow> = {}): YearEndLineRow => ({
  lineId,
  number: `4S.${lineId}`,
  name,
  unitCode: 'FB 40',
  isInvesting: false,
  isReserve: false,
  mayCarryOver: true,
  adjustedCents: 50_000_000,
  lockCents: 0,
  actualCents: 38_000_000,
  commitmentCents: 7_000_000,
  reservationCents: 0,
  openOrders: 1,
  orders: [{ number: 'B-70', supplier: 'Netz AG', openCents: 7_000_000 }],
  contracts: [],
  milestones: [],
  next: { poolCode: 'DK 10-3', availableCents: 1_000_000 },
  maximumCents: 12_000_000,
  necessaryCents: 7_000_000,
  expiringCents: 0,
  kind: 'current',
  lastDay: '2027-12-31',
  carryOvers: [],
  mayPropose: true,
  ...more,
});

describe('the end of a year', () => {
  const open = async (
    rows: readonly YearEndLineRow[],
    role: 'finance' | 'department_head' = 'finance',
    year: YearEnd = YEAR,
  ): Promise<{ fixture: ComponentFixture<YearEndPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(YearEndPage);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/year-end/2026').flush(year);
    server.expectOne(({ url }) => url === '/api/v1/year-end/2026/lines').flush({ rows, nextCursor: null });
    await rest(fixture);
    return { fixture, server, page };
  };
  afterEach(() => (document.body.innerHTML = ''));

  it.each(['finance', 'department_head'] as const)(
    'in a city without this year %s is told so, and who may add one finds the way',
    async (role) => {
      TestBed.configureTestingModule({
        providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      });
      const server = TestBed.inject(HttpTestingController);
      const session = TestBed.inject(SessionStore).restore();
      server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
      await session;
      const fixture = TestBed.createComponent(YearEndPage);
      const page = fixture.nativeElement as HTMLElement;
      fixture.detectChanges();
      TestBed.tick();
      const missing = { status: 404, statusText: 'Not Found' };
      for (const path of ['', '/lines']) {
        const asked = server.expectOne(({ url }) => url === `/api/v1/year-end/2026${path}`);
        asked.flush({ code: 'NOT_FOUND', title: '', detail: '', status: 404 }, missing);
      }
      await rest(fixture);
      expect(textOf(page)).toContain('Das Haushaltsjahr 2026 gibt es hier nicht');
      const ways = allByRole(page, 'link', 'Zu Jahren und Rahmen').map((way) => way.getAttribute('href'));
      expect(ways).toEqual(role === 'finance' ? ['/settings'] : []);
    },
  );

  it('answers whether the year is ready, with every step and the way to it', async () => {
    const { page } = await open([]);
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Noch nicht: 2 von 7 Schritten sind offen. Vorgeschlagen sind 90.000,00 € an Haushaltsresten, genehmigt 0,00 €.',
    );
    expect(textOf(page)).toContain('3 zu prüfen');
    const way = byRole(page, 'link', 'Dorthin: Über Haushaltsreste entscheiden');
    expect(way.getAttribute('href')).toBe('/year-end?year=2026&view=proposed');
  });

  it('warns of rests that lapse soon and of December fever, with the threshold', async () => {
    const { page } = await open([]);
    expect(textOf(page)).toContain('30.000,00 € aus 2025 verfallen in 31 Tagen (31.12.2026).');
    expect(textOf(page)).toContain('20.000,00 € gebucht, auffällig ab 9.200,00 €');
    expect(textOf(page)).toContain('Beispielwerte, bitte bestätigen');
  });

  it('T11 names commitment authorities that nobody used, with the day on which they end', async () => {
    const { page } = await open([]);
    expect(textOf(page)).toContain('251.000,00 € sind frei. Sie werden nicht übertragen');
    expect(textOf(page)).toContain(
      'VE-2026-01: 250.000,00 €, nutzbar bis 31.12.2026 und, solange die Satzung 2027 nicht bekannt gemacht ist, bis dahin',
    );
    expect(textOf(page)).toContain('VE-2026-02: 1.000,00 €, verfallen nach dem 31.12.2026');
    expect(byRole(page, 'link', 'Switches').getAttribute('href')).toContain('/bound-years/authorities/ve-2');
  });

  it('R10 says what the rest does to the cover pool of the next year, and offers what the registers know as reasons', async () => {
    const known = line('1', 'Switches', {
      contracts: [{ number: 'V-2044', vendor: 'Netz AG', noticeBy: '2027-09-30', runsUntil: null }],
      milestones: [{ project: 'Schulnetz West', name: 'Abnahme', dueOn: '2027-03-15' }],
    });
    const { fixture, page } = await open([known]);
    byRole(page, 'button', 'Vorschlagen: Switches').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Deckungskreis DK 10-3 hat 2027 dann 10.000,00 € verfügbar (jetzt 10.000,00 €).');
    type(byRole(page, 'textbox', /^Haushaltsrest/), '90.000,00');
    await rest(fixture);
    expect(textOf(page)).toContain('hat 2027 dann 30.000,00 € verfügbar (jetzt 10.000,00 €).');
    byRole(page, 'button', /^In die Begründung übernehmen: Vertrag/).click();
    await rest(fixture);
    expect(byRole<HTMLTextAreaElement>(page, 'textbox', /^Warum wird das Geld/).value).toMatch(
      /\(§\u00a020 KomHKVO\)\. Vertrag V-2044 Netz AG läuft weiter, kündbar bis 30\.09\.2027\.$/,
    );
    expect(allByRole(page, 'button', /^In die Begründung übernehmen: /)).toHaveLength(1);
    expect(textOf(page)).toContain('Meilenstein „Abnahme“ von Schulnetz West ist am 15.03.2027.');
  });

  it('takes suggestions of several lines at once, with the amount needed and a ready-made reason', async () => {
    const { fixture, server, page } = await open([line('1', 'Switches'), line('2', 'Lizenzen')]);
    byRole<HTMLInputElement>(page, 'checkbox', 'Alle auf dieser Seite auswählen').click();
    await rest(fixture);
    byRole(page, 'button', '2 Vorschläge übernehmen').click();
    await moment();
    const sent = server.expectOne('/api/v1/carry-overs');
    expect(sent.request.body).toEqual({
      fromYear: 2026,
      proposals: ['1', '2'].map((lineId) => ({
        lineId,
        amountCents: 7_000_000,
        kind: 'current',
        reason:
          'Offene Aufträge: B-70 Netz AG (70.000,00\u00a0€). Bestellt ist verbindlich, Lieferung und Rechnung werden erst 2027 erwartet (§\u00a020 KomHKVO).',
      })),
    });
    sent.flush({ proposed: 2, uncovered: [] });
    await moment();
  });

  it('T10c says while typing what the rest does not bear, and needs a reason', async () => {
    const { fixture, server, page } = await open([line('1', 'Switches', { orders: [], openOrders: 0 })]);
    byRole(page, 'button', 'Vorschlagen: Switches').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Höchstens 120.000,00 €');
    type(byRole(page, 'textbox', /^Haushaltsrest/), '50.000,00');
    await rest(fixture);
    expect(textOf(page)).toContain('20.000,00 € fallen auf den Ansatz 2027');
    byRole(page, 'button', 'Vorschlagen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Ein Haushaltsrest braucht eine Begründung.');
    server.expectNone('/api/v1/carry-overs');
    type(byRole(page, 'textbox', /^Warum wird das Geld/), 'Läuft bis März');
    byRole(page, 'button', 'Vorschlagen').click();
    await moment();
    const sent = server.expectOne('/api/v1/carry-overs');
    expect(sent.request.body.proposals).toEqual([
      { lineId: '1', amountCents: 5_000_000, kind: 'current', reason: 'Läuft bis März' },
    ]);
    sent.flush(
      { code: 'CARRY_OVER_ABOVE', title: 'Mehr als übertragbar ist', detail: 'Höchstens 120.000,00 €', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Mehr als übertragbar ist');
  });

  it('decides on proposals of others as they were seen, own ones are left to a second person', async () => {
    const rows = [
      line('1', 'Switches', { carryOvers: [PROPOSAL] }),
      line('2', 'Lizenzen', { carryOvers: [{ ...PROPOSAL, id: 'c-2', isOwn: true }] }),
    ];
    const { fixture, server, page } = await open(rows);
    expect(textOf(page)).toContain('Ihr Vorschlag: entscheidet eine zweite Person');
    expect(allByRole(page, 'checkbox', 'Auswählen: Lizenzen')).toEqual([]);
    byRole<HTMLInputElement>(page, 'checkbox', 'Auswählen: Switches').click();
    await rest(fixture);
    byRole(page, 'button', 'Genehmigen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    expect(textOf(dialog)).toContain('Haushaltsreste über 90.000,00 € genehmigen?');
    byRole(dialog, 'button', 'Genehmigen').click();
    await moment();
    const sent = server.expectOne('/api/v1/carry-overs/decision');
    expect(sent.request.body).toEqual({ decision: 'approve', proposals: [{ id: 'c-1', version: 4 }] });
    sent.flush({ decided: 1, amountCents: 9_000_000, movedOrders: 1, movedCommitmentCents: 7_000_000 });
    await moment();
  });

  it('a head sees the own lines and no steps of the city; the contingency cannot be asked for', async () => {
    const reserve = line('1', 'Deckungsreserve', { isReserve: true, maximumCents: 0, necessaryCents: 0 });
    const excluded = line('2', 'Fortbildung', {
      mayCarryOver: false,
      maximumCents: 0,
      necessaryCents: 0,
      commitmentCents: 0,
    });
    const { page } = await open([reserve, excluded], 'department_head', { ...YEAR, steps: [] });
    expect(textOf(byRole(page, 'heading', /Was nehmen wir/))).toBe('Was nehmen wir aus 2026 mit ins neue Jahr?');
    expect(textOf(page)).toContain('Deckungsreserve: nicht übertragbar (§ 13 KomHKVO)');
    expect(textOf(page)).toContain('nicht übertragbar laut Haushaltsvermerk (§ 20 KomHKVO)');
    expect(allByRole(page, 'button', /^Vorschlagen/)).toEqual([]);
  });
});
