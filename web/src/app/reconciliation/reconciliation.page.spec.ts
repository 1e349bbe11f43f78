import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import { RECONCILED, type Reconciliation, type ReconciliationTask } from '@etatlotse/contracts/reconciliation/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { ReconciliationPage } from './reconciliation.page';

const PROVED: Reconciliation = {
  fiscalYear: 2026,
  checkedAt: '2026-10-05T05:30:00Z',
  movements: 6252,
  differenceCents: 0,
  aggregates: RECONCILED.map((aggregate) => ({ aggregate, compared: 100, differenceCents: 0, differing: [] })),
  clearing: { open: 1, amountCents: 123_456 },
  lastCheck: { checkedAt: '2026-10-05T02:00:00Z', differenceCents: 0 },
};

/** Somebody with the rights of the database owner changed one balance by a cent. */
const ONE_CENT: Reconciliation = {
  ...PROVED,
  differenceCents: 1,
  aggregates: PROVED.aggregates.map((entry) =>
    entry.aggregate === 'line_balance'
      ? {
          ...entry,
          differenceCents: 1,
          differing: [{ id: 'l-1', label: '4S.100008', storedCents: 501, computedCents: 500, differenceCents: 1 }],
        }
      : entry,
  ),
};

const ITEM: ClearingItem = {
  id: 'c-1',
  importId: 'i-1',
  fileName: 'buchungen.csv',
  row: 2,
  fiscalYear: 2026,
  amountCents: 123_456,
  bookedOn: '2026-03-15',
  lineNumber: '999.001',
  documentNumber: 'R-1',
  text: 'Wartung Serverraum',
  orderNumber: '',
  state: 'open',
  reason: '',
  decidedAt: null,
  version: 1,
};

const TASKS = '/api/v1/reconciliation/tasks?fiscalYear=2026';
const TASK: ReconciliationTask = {
  id: 't-1',
  aggregate: 'line_balance',
  subjectId: 'l-1',
  label: '4S.100008',
  differenceCents: 1,
  firstSeenAt: '2026-10-04T02:00:00Z',
  lastSeenAt: '2026-10-05T02:00:00Z',
  closedAt: null,
  owner: null,
  note: '',
  version: 1,
};

describe('the reconciliation', () => {
  const open = async (
    result: Reconciliation,
    role: RoleName = 'finance',
    tasks: readonly ReconciliationTask[] = [],
  ) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession(role));
    await known;
    const fixture = TestBed.createComponent(ReconciliationPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/reconciliation?fiscalYear=2026').flush(result);
    server.expectOne(TASKS).flush(tasks);
    server.expectOne('/api/v1/clearing?fiscalYear=2026&state=open').flush({ rows: [ITEM], nextCursor: null });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('answers with 0,00 when every balance follows from its bookings, and checks again on request', async () => {
    const { fixture, server, page } = await open(PROVED);
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Ja. 1.100 Stände für 2026 ergeben sich genau aus ihren 6.252 Buchungen. Differenz 0,00 €.',
    );
    byRole(page, 'button', 'Jetzt abgleichen').click();
    server.expectOne('/api/v1/reconciliation/checks?fiscalYear=2026').flush(ONE_CENT);
    await moment();
    server.expectOne(TASKS).flush([TASK]);
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Nein. Ein Stand weicht von seinen Buchungen ab, Differenz 0,01 €.',
    );
    expect(textOf(page)).toContain('Eine Differenz ist zu klären, eine hat noch niemand übernommen.');
  });

  it('shows one manipulated cent with the line that holds it', async () => {
    const { page } = await open(ONE_CENT);
    const row = byRole(page, 'row', /^4S\.100008/);
    expect(textOf(row)).toContain('5,01 5,00 0,01');
    expect(byRole(row, 'link', '4S.100008').getAttribute('href')).toBe('/budget/lines/l-1');
  });

  it('says who looks after a difference, and lets finance take it over or hand it on', async () => {
    const done = { ...TASK, id: 't-2', label: '4S.2', closedAt: '2026-10-05T02:00:00Z' };
    const { fixture, server, page } = await open(ONE_CENT, 'finance', [TASK, done]);
    expect(textOf(page)).toContain('Eine Differenz ist zu klären, eine hat noch niemand übernommen.');
    expect(textOf(page)).toContain('erledigt am 05.10.2026');
    expect(allByRole(page, 'button', /^Differenz bei 4S\.2 /)).toEqual([]);
    byRole(page, 'button', 'Differenz bei 4S.100008 übernehmen').click();
    const call = server.expectOne('/api/v1/reconciliation/tasks/t-1');
    expect(call.request.body).toEqual({ ownerId: 'p-1', note: '', version: 1 });
    call.flush({ id: 't-1', version: 2 });
    await moment();
    const owner = { id: 'p-1', displayName: 'Karin Beispiel' };
    server.expectOne(TASKS).flush([{ ...TASK, owner, version: 2 }]);
    await rest(fixture);
    expect(textOf(page)).toContain('Eine Differenz ist zu klären.');
    byRole(page, 'button', 'Differenz bei 4S.100008 weitergeben').click();
    await rest(fixture);
    type(byRole(page, 'textbox', /^Was ist bekannt/), 'Sicherung prüfen');
    byRole(page, 'button', 'Speichern').click();
    const kept = server.expectOne('/api/v1/reconciliation/tasks/t-1');
    expect(kept.request.body).toEqual({ ownerId: 'p-1', note: 'Sicherung prüfen', version: 2 });
  });

  it('shows the auditor who looks after it, and nothing to press', async () => {
    const { page } = await open(ONE_CENT, 'auditor', [TASK]);
    expect(textOf(page)).toContain('noch niemand');
    expect(allByRole(page, 'button', /^Differenz bei/)).toEqual([]);
  });

  it('says when the last result was kept', async () => {
    const { page } = await open(PROVED);
    expect(textOf(page)).toContain('Zuletzt festgehalten am 05.10.2026');
  });

  it('puts an unmatched booking on the line that is found', async () => {
    const { fixture, server, page } = await open(PROVED);
    expect(textOf(page)).toContain('Eine Buchung über 1.234,56 € wartet auf Ihre Entscheidung.');
    byRole(page, 'button', 'Zuordnen: Wartung Serverraum').click();
    await rest(fixture);
    type(page.querySelector('dialog input') as HTMLElement, 'Server');
    await new Promise((done) => setTimeout(done, 300));
    TestBed.tick();
    server.expectOne('/api/v1/search?q=Server&fiscalYear=2026').flush({
      lines: { rows: [{ id: 'l-7', number: '4S.7', name: 'Serverraum', unitCode: '10.3', availableCents: 500_000 }] },
      units: { rows: [] },
    });
    await rest(fixture);
    byRole(page, 'button', /^Serverraum/).click();
    const call = server.expectOne('/api/v1/clearing/c-1/assign');
    expect(call.request.body).toEqual({ version: 1, lineId: 'l-7' });
    call.flush({ id: 'c-1', version: 2 });
    await moment();
    server.expectOne('/api/v1/clearing?fiscalYear=2026&state=open').flush({ rows: [], nextCursor: null });
    server
      .expectOne('/api/v1/reconciliation?fiscalYear=2026')
      .flush({ ...PROVED, clearing: { open: 0, amountCents: 0 } });
    await rest(fixture);
    expect(textOf(page)).toContain('Keine. Jede eingelesene Buchung steht auf ihrer Zeile.');
  });

  it('dismisses a booking only with a reason', async () => {
    const { fixture, server, page } = await open(PROVED);
    byRole(page, 'button', 'Verwerfen: Wartung Serverraum').click();
    await rest(fixture);
    byRole(page, 'button', 'Buchung verwerfen').click();
    await rest(fixture);
    server.expectNone('/api/v1/clearing/c-1/dismiss');
    expect(textOf(page)).toContain('Bitte einen Grund eintragen.');
    type(byRole(page, 'textbox', 'Grund'), 'Gehört zum Bauamt');
    byRole(page, 'button', 'Buchung verwerfen').click();
    expect(server.expectOne('/api/v1/clearing/c-1/dismiss').request.body).toEqual({
      version: 1,
      reason: 'Gehört zum Bauamt',
    });
  });

  it('lets the auditor look and decide nothing', async () => {
    const { page } = await open(PROVED, 'auditor');
    expect(allByRole(page, 'button', /Zuordnen|Verwerfen/)).toEqual([]);
  });
});
