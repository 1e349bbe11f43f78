import { provideHttpClient } from '@angular/common/http';
import type { Type } from '@angular/core';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Lock, LockPreview, LockRow } from '@etatlotse/contracts/authority/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { LockListPage } from './lock-list.page';
import { LockNewPage } from './lock-new.page';
import { LockPage } from './lock.page';

const ROW: LockRow = {
  id: 'k-1',
  fiscalYear: 2026,
  title: 'Sperre 10 %',
  method: 'percentage',
  basisPoints: 1_000,
  totalCents: null,
  spread: null,
  state: 'in_force',
  decidedOn: '2026-10-01',
  decidedBy: 'Oberbürgermeisterin',
  document: 'Verfügung 12',
  reason: 'Gewerbesteuer bricht ein',
  lines: 2,
  lockedCents: 35_000_000,
  liftedCents: 0,
  heldCents: 35_000_000,
  openReports: 1,
  recordedByName: 'Karin Beispiel',
  version: 2,
};
const LOCK: Lock = {
  ...ROW,
  steps: [
    {
      id: 's-1',
      kind: 'lock',
      state: 'done',
      decidedOn: '2026-10-01',
      decidedBy: 'Oberbürgermeisterin',
      document: 'Verfügung 12',
      reason: 'Gewerbesteuer bricht ein',
      lines: 2,
      amountCents: 35_000_000,
      recordedByName: 'Karin Beispiel',
      confirmedByName: 'Malte Muster',
      reportedOn: null,
      reportDocument: '',
      isReportOpen: true,
      approvalId: null,
    },
  ],
};
const LINE = {
  lineId: 'l-1',
  number: '4S.1',
  name: 'Lizenzen',
  basisCents: 10_000_000,
  lockedCents: 1_000_000,
  liftedCents: 0,
  heldCents: 1_000_000,
  availableCents: -500_000,
};
const PREVIEW: LockPreview = {
  lines: 1,
  basisCents: 10_000_000,
  lockCents: 1_000_000,
  unrealisableCents: 500_000,
  unrealisableLines: 1,
  subBudgets: [{ subBudget: 'THH 10', lockCents: 1_000_000 }],
  rows: [
    {
      lineId: 'l-1',
      number: '4S.1',
      name: 'Lizenzen',
      subBudget: 'THH 10',
      basisCents: 10_000_000,
      lockCents: 1_000_000,
      availableAfterCents: -500_000,
      unrealisableCents: 500_000,
    },
  ],
};

describe('budget locks', () => {
  const start = async (role: 'finance' | 'auditor'): Promise<HttpTestingController> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    return server;
  };
  const begin = <Page>(page: Type<Page>): ComponentFixture<Page> => {
    const fixture = TestBed.createComponent(page);
    document.body.append(fixture.nativeElement as HTMLElement);
    return fixture;
  };
  const show = async (fixture: ComponentFixture<unknown>): Promise<HTMLElement> => {
    await rest(fixture);
    return fixture.nativeElement as HTMLElement;
  };
  afterEach(() => (document.body.innerHTML = ''));

  it('the list answers what is locked, by whom, and that the council still has to be told', async () => {
    const server = await start('finance');
    const fixture = begin(LockListPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne((request) => request.url === '/api/v1/authority/locks').flush([ROW]);
    const page = await show(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toContain(
      'Gesperrt sind 350.000,00 € durch eine Sperre. Der Rat ist einmal noch nicht unterrichtet.',
    );
    expect(textOf(byRole(page, 'row', /Sperre 10 %/))).toMatch(
      /10 % des fortgeschriebenen Ansatzes.*01\.10\.2026.*Oberbürgermeisterin.*350\.000,00.*gilt.*noch zu unterrichten/,
    );
    expect(byRole(page, 'link', 'Sperre erfassen').getAttribute('href')).toBe('/authority/locks/new');
  });

  it('the auditor reads; an empty year says what a lock is for', async () => {
    const server = await start('auditor');
    const fixture = begin(LockListPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne((request) => request.url === '/api/v1/authority/locks').flush([]);
    const page = await show(fixture);
    expect(textOf(page)).toContain('2026 gibt es keine Haushaltssperre');
    expect(allByRole(page, 'link', 'Sperre erfassen')).toEqual([]);
  });

  it('T17b the preview names what cannot be realised before anything is recorded', async () => {
    const server = await start('finance');
    const fixture = begin(LockNewPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/budget/filters').flush([]);
    server.expectOne((request) => request.url === '/api/v1/budget/lines/groups').flush({ groups: [] });
    const page = await show(fixture);
    byRole(page, 'button', 'Vorschau zeigen').click();
    await moment();
    const asked = server.expectOne('/api/v1/authority/locks/preview');
    expect(asked.request.body).toMatchObject({ fiscalYear: 2026, terms: { method: 'percentage', basisPoints: 1_000 } });
    asked.flush(PREVIEW);
    await show(fixture);
    expect(textOf(page)).toContain('5.000,00 € lassen sich nicht mehr sperren');
    type(byRole(page, 'textbox', /^Bezeichnung/), 'Sperre Lizenzen');
    type(byRole(page, 'textbox', /^Angeordnet von/), 'Oberbürgermeisterin');
    type(byRole(page, 'textbox', /^Verfügung oder Vorlage/), 'Verfügung 12');
    type(byRole(page, 'textbox', /^Warum ist die Sperre nötig/), 'Gewerbesteuer bricht ein');
    byRole(page, 'button', 'Sperre über 10.000,00 € erfassen').click();
    await moment();
    const recorded = server.expectOne('/api/v1/authority/locks');
    expect(recorded.request.body).toMatchObject({ title: 'Sperre Lizenzen', expectedCents: 1_000_000 });
    expect(recorded.request.headers.get('Idempotency-Key')).not.toBeNull();
    recorded.flush({ id: 'k-1', stepId: 's-1', version: 1, approvalId: 'a-1' });
    await rest(fixture);
  });

  it('a change after the preview asks for a new one before anything is recorded', async () => {
    const server = await start('finance');
    const fixture = begin(LockNewPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/budget/filters').flush([]);
    server.expectOne((request) => request.url === '/api/v1/budget/lines/groups').flush({ groups: [] });
    const page = await show(fixture);
    byRole(page, 'button', 'Vorschau zeigen').click();
    await moment();
    server.expectOne('/api/v1/authority/locks/preview').flush(PREVIEW);
    await show(fixture);
    type(byRole(page, 'textbox', /^Anteil in %/), '7,5');
    await show(fixture);
    expect(textOf(page)).toContain('Die Angaben haben sich seit der Vorschau geändert');
    expect(allByRole(page, 'button', /^Sperre über/)).toEqual([]);
  });

  describe('one lock', () => {
    const open = async (): Promise<{ fixture: ComponentFixture<LockPage>; server: HttpTestingController }> => {
      const server = await start('finance');
      const fixture = begin(LockPage);
      fixture.componentRef.setInput('lockId', 'k-1');
      fixture.detectChanges();
      TestBed.tick();
      server.expectOne('/api/v1/authority/locks/k-1').flush(LOCK);
      server.expectOne('/api/v1/authority/locks/k-1/lines').flush({ rows: [LINE], nextCursor: null });
      await show(fixture);
      return { fixture, server };
    };

    it('says why, since when and by whom, and marks a line that cannot realise its lock', async () => {
      const page = (await open()).fixture.nativeElement as HTMLElement;
      expect(textOf(page.querySelector('.et-lead'))).toContain(
        '350.000,00 € sind seit dem 01.10.2026 gesperrt, angeordnet von: Oberbürgermeisterin.',
      );
      expect(textOf(byRole(page, 'row', /Lizenzen/))).toMatch(/−5\.000,00 nicht realisierbar/);
    });

    it('T17c the task stays open until the report to the council is recorded', async () => {
      const { fixture, server } = await open();
      const page = fixture.nativeElement as HTMLElement;
      expect(textOf(page)).toContain('Rat noch nicht unterrichtet');
      byRole(page, 'button', 'Unterrichtung festhalten').click();
      await show(fixture);
      type(byRole(page, 'textbox', /^Vorlage oder Niederschrift/), 'DS 26-31001');
      byRole(page, 'button', 'Festhalten').click();
      await moment();
      const sent = server.expectOne('/api/v1/authority/locks/k-1/steps/s-1/report');
      expect(sent.request.body).toMatchObject({ version: 2, document: 'DS 26-31001' });
      sent.flush({ id: 'k-1', version: 3 });
      await moment();
    });

    it('T17c without saying what has improved nothing is lifted', async () => {
      const { fixture, server } = await open();
      const page = fixture.nativeElement as HTMLElement;
      byRole(page, 'button', 'Sperre aufheben').click();
      await show(fixture);
      byRole(page, 'button', 'Aufhebung erfassen').click();
      await show(fixture);
      expect(textOf(page)).toContain('Ohne Begründung wird die Sperre nicht aufgehoben.');
      server.expectNone('/api/v1/authority/locks/k-1/lifts');
      type(byRole(page, 'textbox', /^Was hat sich gebessert/), 'Steuern über Plan');
      type(byRole(page, 'textbox', /^Angeordnet von/), 'Oberbürgermeisterin');
      type(byRole(page, 'textbox', /^Verfügung oder Vorlage/), 'Verfügung 14');
      byRole(page, 'button', 'Aufhebung erfassen').click();
      await moment();
      const sent = server.expectOne('/api/v1/authority/locks/k-1/lifts');
      expect(sent.request.body).toMatchObject({ version: 2, reason: 'Steuern über Plan' });
      expect(sent.request.body.amounts).toBeUndefined();
      sent.flush({ id: 'k-1', stepId: 's-2', version: 3, approvalId: 'a-2' });
      await moment();
    });
  });
});
