import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FiscalYearRow, FrameCeilingRow, FramesOfYear } from '@etatlotse/contracts/planning/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { YearsPage } from './years.page';

const frame = (code: FrameCeilingRow['frame'], more: Partial<FrameCeilingRow> = {}): FrameCeilingRow => ({
  frame: code,
  ceilingCents: 350_000_000,
  source: '',
  version: 1,
  lines: 3,
  operatingCents: 300_000_000,
  investingCents: 0,
  plannedCents: 300_000_000,
  undistributedCents: 50_000_000,
  ...more,
});
const UNKNOWN = { ceilingCents: null, plannedCents: 0, operatingCents: 0, undistributedCents: null };
const FRAMES: FramesOfYear = {
  fiscalYear: 2026,
  frames: [
    frame('CORE'),
    frame('SCHOOL_NET', { ceilingCents: 0, ...{ undistributedCents: -300_000_000 } }),
    frame('FEES', UNKNOWN),
  ],
  totals: {
    knownCeilingCents: 350_000_000,
    unknownFrames: ['FEES'],
    operatingCents: 600_000_000,
    investingCents: 0,
    plannedCents: 600_000_000,
    undistributedCents: -250_000_000,
  },
};
const YEAR: FiscalYearRow = {
  fiscalYear: 2026,
  planYears: [2026],
  window: { firstYear: 2025, lastYear: 2029 },
  booksState: 'open',
  booksSteps: ['close'],
  booksChangedAt: null,
  booksReason: null,
  planInForce: { id: 'v-1', name: 'Haushalt 2026', inForceOn: '2026-01-01' },
  isProvisional: false,
  pendingApproval: null,
  version: 4,
};

describe('years and frames', () => {
  const open = async (
    role: 'finance' | 'auditor' | 'admin' = 'finance',
    years: readonly FiscalYearRow[] = [YEAR],
  ): Promise<{ fixture: ComponentFixture<YearsPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
    await session;
    const fixture = TestBed.createComponent(YearsPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/planning/fiscal-years').flush(years);
    if (role !== 'admin') server.expectOne('/api/v1/planning/frames').flush(years.length === 0 ? [] : [FRAMES]);
    server.expectOne(({ url }) => url === '/api/v1/approvals').flush({ rows: [], nextCursor: null });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('keeps unknown and 0 apart (R26): hatched word, no amount, and the remark under the sum', async () => {
    const { page } = await open();
    expect(textOf(byRole(page, 'group', 'Gebühren'))).toContain('unbekannt');
    expect(textOf(byRole(page, 'group', 'Gebühren'))).toContain('sie wird nicht geprüft');
    expect(textOf(byRole(page, 'group', 'Schulnetze'))).toContain('0 €');
    expect(textOf(byRole(page, 'group', 'Schulnetze'))).toContain('3.000.000,00 € mehr verteilt als erlaubt');
    expect(textOf(page.querySelector('.et-frame-total'))).toContain('+ unbekannt (Gebühren)');
  });

  it('sets an unknown ceiling to 0 only when somebody says so, with a reason', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Obergrenze eintragen: Gebühren').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    expect(allByRole(dialog, 'radio').filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
    byRole(dialog, 'radio', 'Ja, Betrag').click();
    await rest(fixture);
    type(byRole(dialog, 'textbox', /Obergrenze/), '0');
    await rest(fixture);
    expect(textOf(dialog)).toContain('darf nichts geplant werden');
    byRole(dialog, 'button', 'Obergrenze speichern').click();
    await rest(fixture);
    server.expectNone(({ method }) => method === 'PUT');
    expect(textOf(dialog)).toContain('Bitte den Grund nennen');
    type(byRole(dialog, 'textbox', 'Grund der Änderung'), 'Keine Gebühren in 2026');
    byRole(dialog, 'button', 'Obergrenze speichern').click();
    const call = server.expectOne('/api/v1/planning/frames/FEES/2026');
    expect(call.request.body).toMatchObject({ version: 1, ceilingCents: 0, reason: 'Keine Gebühren in 2026' });
    call.flush({ version: 2 });
    await moment();
    server.expectOne('/api/v1/planning/frames').flush([FRAMES]);
    await rest(fixture);
    expect(allByRole(page, 'dialog')).toEqual([]);
  });

  it('sends null for unknown, and shows why it was refused while what was typed stays', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Obergrenze ändern: Kern-IT').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'radio', 'Nein, unbekannt').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('„+ unbekannt“');
    type(byRole(dialog, 'textbox', 'Grund der Änderung'), 'Ratsvorlage zurückgezogen');
    byRole(dialog, 'button', 'Obergrenze speichern').click();
    const call = server.expectOne('/api/v1/planning/frames/CORE/2026');
    expect(call.request.body).toMatchObject({ ceilingCents: null });
    call.flush({ code: 'VERSION_STALE', title: '', detail: '', status: 409 }, { status: 409, statusText: 'Conflict' });
    await moment();
    server.expectOne('/api/v1/planning/frames').flush([FRAMES]);
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Inzwischen geändert');
    expect(byRole<HTMLTextAreaElement>(page, 'textbox', 'Grund der Änderung').value).toBe('Ratsvorlage zurückgezogen');
  });

  it('asks a second person to close the books, and says that they wait', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Schließen: 2026').click();
    await rest(fixture);
    expect(textOf(byRole(page, 'dialog'))).toContain('wenn eine zweite Person der Kämmerei zustimmt');
    byRole(page, 'button', 'Freigabe beantragen').click();
    const call = server.expectOne('/api/v1/planning/fiscal-years/2026/books');
    expect(call.request.body).toEqual({ version: 4, step: 'close' });
    call.flush({ fiscalYear: 2026, version: 4, booksState: 'open', approvalId: 'a-1' });
    await moment();
    const pendingApproval = { approvalId: 'a-1', action: 'fiscal_year.close' };
    server.expectOne('/api/v1/planning/fiscal-years').flush([{ ...YEAR, pendingApproval }]);
    server.expectOne(({ url }) => url === '/api/v1/approvals').flush({ rows: [], nextCursor: null });
    await rest(fixture);
    expect(textOf(byRole(page, 'link', /zweite Person/))).toContain('wartet auf zweite Person');
    expect(allByRole(page, 'button', 'Schließen: 2026')).toEqual([]);
  });

  it('reopens closed books only with a reason', async () => {
    const { fixture, server, page } = await open('finance', [
      { ...YEAR, booksState: 'closed', booksSteps: ['reopen'] },
    ]);
    byRole(page, 'button', 'Wieder öffnen: 2026').click();
    await rest(fixture);
    byRole(page, 'button', 'Freigabe beantragen').click();
    await rest(fixture);
    server.expectNone(({ method }) => method === 'POST');
    expect(textOf(byRole(page, 'dialog'))).toContain('Bitte den Grund nennen');
  });

  it('shows the auditor everything without a button, and the administration no frames', async () => {
    const { page } = await open('auditor');
    expect(allByRole(page, 'button', /Obergrenze|Schließen|anlegen/)).toEqual([]);
    expect(textOf(page)).toContain('Ändern kann das die Kämmerei');
    TestBed.resetTestingModule();
    const admin = await open('admin');
    expect(allByRole(admin.page, 'group')).toEqual([]);
    expect(byRole(admin.page, 'rowheader', '2026')).toBeTruthy();
  });

  it('says what belongs here before there is any year', async () => {
    const { page } = await open('finance', []);
    expect(textOf(page)).toContain('Noch kein Haushaltsjahr');
    expect(byRole(page, 'button', 'Haushaltsjahr anlegen')).toBeTruthy();
  });
});
