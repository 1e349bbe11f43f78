import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Snapshot, SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName, Session } from '../platform/session.types';
import { dashboardRoutes } from './dashboard.routes';
import { aSnapshot } from './released.sample';
import { balance, CITY_LINES, grid, line, order, overview } from './overview.sample';

type Answers = Readonly<Record<string, unknown>>;
const FAILS = Symbol('the call fails');
const NOT_FOUND = Symbol('there is nothing');

/** Registers in which nothing waits. */
const REGISTERS: Answers = {
  '/api/v1/contracts/deadlines': { rows: [], nextCursor: null, reminded: 0, years: [2026] },
  '/api/v1/projects': { rows: [], nextCursor: null },
};

const LIVE: Answers = {
  ...REGISTERS,
  '/api/v1/budget/overview': overview(),
  '/api/v1/approvals': { rows: [], nextCursor: null },
  '/api/v1/clearing': { rows: [], nextCursor: null },
  '/api/v1/authority/locks': [],
  '/api/v1/budget/orders': { rows: [order({})], nextCursor: null },
  '/api/v1/snapshots': { rows: [], nextCursor: null },
};

/** Opens a page as somebody of a role; every call is answered from the list, others fail the test. */
async function open(address: string, role: RoleName, answers: Answers, more: Partial<Session> = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'dashboard', children: dashboardRoutes },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const done = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession(role, more));
  await done;
  const harness = await RouterTestingHarness.create();
  const asked: string[] = [];
  const answer = async () => {
    TestBed.tick();
    await new Promise((next) => setTimeout(next));
    for (const { request, flush } of server.match(() => true).map((call) => ({ request: call.request, flush: call }))) {
      asked.push(`${request.method} ${request.url}`);
      const given = answers[request.url];
      if (given === undefined) throw new Error(`Nobody answers ${request.method} ${request.urlWithParams}`);
      if (given === FAILS) flush.flush({ code: 'INTERNAL', title: 'Fehler' }, { status: 500, statusText: 'Fault' });
      else if (given === NOT_FOUND)
        flush.flush({ code: 'NOT_FOUND', title: 'x', status: 404 }, { status: 404, statusText: 'x' });
      else flush.flush(given);
    }
    await rest({ whenStable: async () => TestBed.tick() });
  };
  await harness.navigateByUrl(address);
  const page = harness.fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await answer();
  await answer();
  return { page, asked, answer, harness };
}
const plain = (element: Element | null): string => textOf(element).replace(/\u00a0/g, ' ');
afterEach(() => (document.body.innerHTML = ''));

describe('the overview of finance', () => {
  it('answers the question with the amount and names what it leaves out', async () => {
    const { page } = await open('/dashboard', 'finance', LIVE);
    expect(plain(byRole(page, 'heading', /^Was ist 2026/))).toBe('Was ist 2026 noch verfügbar?');
    const answer = plain(page.querySelector('.et-lead'));
    expect(answer).toContain('Verfügbar sind 1.095.000,00 € aus Kern-IT und Schulnetzen.');
    expect(answer).toContain('Für Gebühren ist kein Rahmen hinterlegt');
  });

  it('shows other totals when fees are 0 than when they are unknown (R26)', async () => {
    const { page } = await open('/dashboard', 'finance', { ...LIVE, '/api/v1/budget/overview': overview(0) });
    expect(plain(page.querySelector('.et-lead'))).toContain('798.520,00 €');
    expect(plain(page)).not.toContain('unbekannt');
    const fees = [...page.querySelectorAll('article')].at(-1)!;
    expect(plain(fees)).toContain('−296.480 €');
  });

  it('offers the ceiling of an unknown frame to finance only', async () => {
    const finance = await open('/dashboard', 'finance', LIVE);
    expect(byRole(finance.page, 'link', 'Rahmen eintragen').getAttribute('href')).toBe('/settings');
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    const auditor = await open('/dashboard', 'auditor', LIVE);
    expect(allByRole(auditor.page, 'link', 'Rahmen eintragen')).toHaveLength(0);
    expect(allByRole(auditor.page, 'button', 'Für den Ausschuss freigeben')).toHaveLength(0);
  });

  it('carries the remark under every sum above the unknown', async () => {
    const { page } = await open('/dashboard', 'finance', LIVE);
    const foot = plain(page.querySelector('tfoot'));
    expect(foot.match(/\+ unbekannt \(Gebühren\)/g)).toHaveLength(2);
  });

  it('opens the proof that the address asks for, with the lines that add up', async () => {
    const answers = { ...LIVE, '/api/v1/budget/lines/grid': grid(CITY_LINES.slice(0, 1)) };
    const { page } = await open('/dashboard?proof=frame:CORE', 'finance', answers);
    const proof = byRole(page, 'dialog');
    expect(plain(proof)).toContain('verfügbar, Kern-IT 750.000,00 €');
    expect(plain(proof)).toContain('Differenz 0,00 €. Eine Zeile ergibt den Betrag.');
    byRole(proof, 'button', 'Beleg schließen').click();
    await rest({ whenStable: async () => TestBed.tick() });
    expect(TestBed.inject(Router).url).toBe('/dashboard');
  });

  it('asks once more before it speaks of a difference', async () => {
    const answers = { ...LIVE, '/api/v1/budget/lines/grid': grid([line({ availableCents: 1 })]) };
    const { page, asked, answer } = await open('/dashboard?proof=frame:CORE', 'finance', answers);
    await answer();
    expect(asked.filter((call) => call === 'GET /api/v1/budget/lines/grid')).toHaveLength(2);
    expect(plain(byRole(page, 'dialog'))).toContain('Saldo und Bewegungen weichen ab');
  });

  it('keeps the page when a proof or a list cannot be had, and says so', async () => {
    const answers = { ...LIVE, '/api/v1/clearing': FAILS, '/api/v1/budget/lines/grid': FAILS };
    const { page } = await open('/dashboard?proof=all', 'finance', answers);
    expect(plain(byRole(page, 'alert'))).toContain('Der Beleg ist gerade nicht zu erreichen.');
    expect(plain(byRole(page, 'status'))).toContain(
      'Freigaben, Aufträge oder Klärungsliste sind gerade nicht zu erreichen.',
    );
    expect(allByRole(page, 'heading', 'Wie weit sind die drei Rahmen verbraucht?')).toHaveLength(1);
  });

  it('shows a fault with a way to try again', async () => {
    const { page, asked, answer } = await open('/dashboard', 'finance', {
      ...LIVE,
      '/api/v1/budget/overview': FAILS,
    });
    byRole(page, 'button', 'Neu laden').click();
    await answer();
    expect(asked.filter((call) => call === 'GET /api/v1/budget/overview')).toHaveLength(2);
  });

  it('sends finance to the settings when the year has not been set up', async () => {
    const { page } = await open('/dashboard?year=2031', 'finance', LIVE);
    expect(plain(page)).toContain('Das Haushaltsjahr 2031 ist noch nicht angelegt.');
    expect(byRole(page, 'link', 'Jahr und Rahmen anlegen').getAttribute('href')).toBe('/settings');
  });

  it('sends finance to the import when there are no lines', async () => {
    const empty = overview(null, { frames: overview().frames.map((frame) => ({ ...frame, lines: 0 })) });
    const { page } = await open('/dashboard', 'finance', { ...LIVE, '/api/v1/budget/overview': empty });
    expect(byRole(page, 'link', 'Datei importieren').getAttribute('href')).toBe('/import');
  });

  it('sends to the plan when the lines hold no amount yet, and draws no empty chart', async () => {
    const nothing = { ...balance({}), ceilingCents: 0, unknownFrames: [] };
    const answers = { ...LIVE, '/api/v1/budget/overview': overview(null, { totals: nothing }) };
    const { page } = await open('/dashboard', 'finance', answers);
    expect(byRole(page, 'link', 'Zur Planung').getAttribute('href')).toBe('/planning?year=2026');
    expect(page.querySelectorAll('et-chart')).toHaveLength(0);
  });

  it('prepares a release with a remark; a second person has to release it', async () => {
    const { page, asked, answer } = await open('/dashboard', 'finance', LIVE);
    byRole(page, 'button', 'Für den Ausschuss freigeben').click();
    await rest({ whenStable: async () => TestBed.tick() });
    const dialog = byRole(page, 'dialog');
    expect(plain(dialog)).toContain('sobald eine zweite Person der Kämmerei freigibt');
    byRole(dialog, 'button', 'Vorbereiten').click();
    await answer();
    expect(asked).toContain('POST /api/v1/snapshots');
  });

  it('leads to what waits for release before it can be released', async () => {
    const waiting = { id: 'r-1', state: 'prepared', preparedByName: 'Malte Münzer' } as SnapshotRow;
    const { page } = await open('/dashboard', 'finance', {
      ...LIVE,
      '/api/v1/snapshots': { rows: [waiting], nextCursor: null },
    });
    expect(byRole(page, 'link', 'Ansehen und entscheiden').getAttribute('href')).toBe(
      '/dashboard/released?release=r-1&year=2026',
    );
    expect(allByRole(page, 'button', 'Für den Ausschuss freigeben')).toHaveLength(0);
  });
});

describe('my area', () => {
  const MINE: Answers = {
    ...REGISTERS,
    '/api/v1/budget/overview': overview(),
    '/api/v1/budget/orders': { rows: [order({})], nextCursor: null },
    '/api/v1/budget/lines/grid': grid(CITY_LINES, ['FEES']),
  };

  it('tells the clerk what is left, and starts an order', async () => {
    const { page } = await open('/dashboard/mine', 'clerk', MINE);
    expect(plain(page.querySelector('.et-lead'))).toContain('Verfügbar sind 1.095.000,00 € auf 2 Zeilen.');
    expect(byRole(page, 'link', 'Bestellung buchen').getAttribute('href')).toBe('/budget/book?year=2026');
    expect(byRole(page, 'link', 'Auf DMS-Ausbau bestellen').getAttribute('href')).toBe(
      '/budget/book?line=line-2&year=2026',
    );
  });

  it.each(['department_head', 'coordinator'] as const)('shows %s the same without an order to place', async (role) => {
    const { page } = await open('/dashboard/mine', role, MINE);
    expect(allByRole(page, 'link', /bestellen|Bestellung buchen/)).toHaveLength(0);
    expect(plain(page)).toContain('276 Tage');
  });

  it('says unknown, never 0, and carries the remark in the sum', async () => {
    const { page } = await open('/dashboard/mine', 'clerk', MINE);
    expect(plain(byRole(page, 'row', /^Telefon/))).toContain('unbekannt');
    expect([...page.querySelectorAll('tfoot')].map(plain).join()).toContain('+ unbekannt (Gebühren)');
  });

  it('reminds of the next day for notice of a contract', async () => {
    const row = { id: 'v-1', subject: 'DMS Pflege', vendor: 'Optimal', noticeBy: '2026-12-31', freedCents: 100 };
    const deadlines = { rows: [{ ...row, isReminded: true }], nextCursor: null, reminded: 1, years: [2026] };
    const { page } = await open('/dashboard/mine', 'department_head', {
      ...MINE,
      '/api/v1/contracts/deadlines': deadlines,
    });
    const link = byRole(page, 'link', /^Bis 31\.12\.2026 entscheiden/);
    expect(link.getAttribute('href')).toContain('/contracts/v-1');
  });

  it('keeps the lines when orders cannot be had', async () => {
    const { page } = await open('/dashboard/mine', 'clerk', { ...MINE, '/api/v1/budget/orders': FAILS });
    expect(plain(byRole(page, 'status'))).toContain('Ein Teil davon ist gerade nicht zu erreichen.');
    expect(byRole(page, 'link', 'DMS-Ausbau')).toBeTruthy();
  });

  it('says when the proof of a line cannot be had', async () => {
    const answers = { ...MINE, '/api/v1/budget/lines/line-2/movements': FAILS };
    const { page } = await open('/dashboard/mine?proof=line:line-2', 'clerk', answers);
    expect(plain(byRole(page, 'alert'))).toContain('Der Beleg ist gerade nicht zu erreichen.');
  });

  it('says whom to ask when no line belongs to the area', async () => {
    const { page } = await open('/dashboard/mine', 'department_head', {
      ...MINE,
      '/api/v1/budget/lines/grid': grid([]),
    });
    expect(plain(page)).toContain('Für 2026 gehört noch keine Zeile zu Ihrem Bereich.');
  });
});

describe('the released overview', () => {
  const { attention: _, ...figures } = overview();
  const RELEASE: Snapshot = {
    id: 'r-1',
    fiscalYear: 2026,
    state: 'released',
    remark: 'Erster Stand.',
    sha256: '31e0538467b7501d9e0bc4fea19ef967a7fd607cf2cc25ac2eb51eefebbf42fa',
    preparedByName: 'Frauke Finke',
    preparedAt: '2026-10-05T07:30:00.000Z',
    releasedByName: 'Malte Münzer',
    releasedAt: '2026-10-06T07:00:00.000Z',
    meeting: { id: 'm-1', body: 'Finanzausschuss', bodyKind: 'committee', heldOn: '2026-10-20' },
    ledgerAsOf: '2026-10-05',
    isPublic: true,
    keyId: '0123456789abcdef',
    supersededBy: null,
    content: aSnapshot(figures),
  };
  const RELEASED: Answers = {
    '/api/v1/snapshots/current': RELEASE,
    '/api/v1/snapshots': { rows: [RELEASE], nextCursor: null },
  };

  it.each(['committee', 'council_office'] as const)('asks nothing live for %s', async (role) => {
    const { page, asked } = await open('/dashboard/released', role, RELEASED);
    expect([...new Set(asked)].sort()).toEqual(['GET /api/v1/snapshots', 'GET /api/v1/snapshots/current']);
    expect(page.querySelectorAll('a[href*="proof"], a[href*="/budget"]')).toHaveLength(0);
  });

  it('shows date, name and checksum, and explains the words', async () => {
    const { page } = await open('/dashboard/released', 'committee', RELEASED);
    const seal = plain(page.querySelector('et-release-seal'));
    expect(seal).toContain('freigegeben am 06.10.2026, 09:00 durch Malte Münzer');
    expect(seal).toContain('31e0 5384 … 42fa');
    expect(plain(page)).toContain('Erster Stand.');
    expect(allByRole(page, 'button', 'Obligo').length).toBeGreaterThan(0);
    expect(plain(page)).toContain('Bestellt, aber noch nicht bezahlt.');
  });

  it('tells how projects, roll-outs, posts and later years stand, the first plan beside the current one', async () => {
    const { page } = await open('/dashboard/released', 'committee', RELEASED);
    const project = plain(byRole(page, 'row', /^DMS-Ausbaukritisch/));
    expect(project).toContain('kritisch');
    expect(project).toContain('die Leitung sagt: im Plan');
    expect(project).toContain('zuerst 31.12.2026');
    expect(project).toContain('zuerst 400.000 €');
    expect(plain(page)).toContain('1 von 1 Vorhaben sind kritisch');
    expect(plain(byRole(page, 'row', /^Büroarbeitsplätze/))).toMatch(/mindestens 70.%/);
    expect(plain(page)).toContain('Es fehlen 1,1 VZÄ');
    expect(plain(page)).toContain('2027 sind 1.200.000 € von 3.500.000 € gebunden.');
    expect(plain(page)).toContain('Noch nicht enthalten: Folgekosten.');
    const asks = allByRole(page, 'link', 'Frage stellen zu: alle Rahmen 2027, gebunden');
    expect(asks.map((link) => link.getAttribute('href'))).toEqual([
      expect.stringContaining('snapshot=r-1&figure=bound.all.2027.bound'),
    ]);
  });

  it('leads from a line to its bookings', async () => {
    const { page } = await open('/dashboard/released', 'committee', RELEASED);
    expect(byRole(page, 'link', 'DMS-Ausbau Lizenzen').getAttribute('href')).toBe('/dashboard/released/r-1/lines/l-1');
    TestBed.resetTestingModule();
    const [line] = aSnapshot(figures).lines;
    const booking = { id: 'b-1', lineId: 'l-1', kind: 'actual', bookedOn: '2026-03-02', documentNumber: 'R-77' };
    const drilled = await open('/dashboard/released/r-1/lines/l-1', 'committee', {
      '/api/v1/snapshots/r-1': RELEASE,
      '/api/v1/snapshots/r-1/lines/l-1': { line, bookings: [{ ...booking, amountCents: 4_711_00 }], nextCursor: null },
    });
    expect(plain(byRole(drilled.page, 'row', /^02\.03\.2026/))).toContain('R-77');
    expect(plain(drilled.page)).toContain('4.711,00 €');
  });

  it('has an answer for a year in which nothing was released', async () => {
    const { page } = await open('/dashboard/released', 'committee', {
      ...RELEASED,
      '/api/v1/snapshots/current': NOT_FOUND,
    });
    expect(plain(page)).toContain('Für 2026 ist noch nichts freigegeben.');
  });

  it('lets finance look at what is prepared, and says why one does not release one’s own', async () => {
    const prepared = { ...RELEASE, state: 'prepared', releasedAt: null, releasedByName: null };
    const refusal = {
      ...LIVE,
      '/api/v1/snapshots/r-1': prepared,
      '/api/v1/snapshots': { rows: [prepared], nextCursor: null },
    };
    const { page, asked, answer } = await open('/dashboard/released?release=r-1', 'finance', {
      ...refusal,
      '/api/v1/snapshots/r-1/release': FAILS,
    });
    expect(plain(page)).toContain('niemand gibt Eigenes frei');
    byRole(page, 'button', 'Für den Ausschuss freigeben').click();
    await answer();
    expect(asked).toContain('POST /api/v1/snapshots/r-1/release');
    expect(allByRole(page, 'alert')).toHaveLength(1);
  });

  it('is not there for a unit', async () => {
    const { page, asked } = await open('/dashboard/released', 'clerk', RELEASED).catch(() => ({
      page: null,
      asked: [],
    }));
    expect(asked).toEqual([]);
    expect(page?.querySelector('et-released-page') ?? null).toBeNull();
  });
});
