import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { UnitDetail, UnitRow } from '@etatlotse/contracts/organization/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { UnitsPage } from './units.page';

const TOP: UnitRow = {
  id: 'u-1',
  parentId: null,
  level: 'directorate',
  code: 'Dez IV',
  name: 'Bildung und Kultur',
  validFrom: '2020-01-01',
  validTo: null,
  depth: 0,
  version: 1,
};
const SCHOOL: UnitRow = {
  ...TOP,
  id: 'u-2',
  parentId: 'u-1',
  level: 'department',
  code: 'FB 40',
  name: 'Fachbereich Schule',
  validTo: '2026-12-31',
  depth: 1,
  version: 3,
};
const DETAIL: UnitDetail = {
  ...SCHOOL,
  parentCode: 'Dez IV',
  parentName: 'Bildung und Kultur',
  usage: { children: 2, lines: 8, roles: 3 },
};

describe('the organisation', () => {
  const open = async (
    role: 'admin' | 'auditor' = 'admin',
    units: readonly UnitRow[] = [TOP, SCHOOL],
  ): Promise<{ fixture: ComponentFixture<UnitsPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
    await session;
    const fixture = TestBed.createComponent(UnitsPage);
    if (units.length) fixture.componentRef.setInput('unit', 'u-2');
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units });
    server.match('/api/v1/organization/units/u-2').forEach((call) => call.flush(DETAIL));
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('shows the tree with days, and what hangs on the chosen unit', async () => {
    const { page } = await open();
    expect(textOf(byRole(page, 'rowheader', /Fachbereich Schule/).closest('tr'))).toContain('endet 31.12.2026');
    expect(textOf(page)).toContain('8 Haushaltszeilen');
    expect(textOf(page)).toContain('kann sie nicht gelöscht, aber beendet werden');
  });

  it('refuses to delete what is in use and says what hangs on it', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Löschen').click();
    await rest(fixture);
    byRole(page, 'button', 'Einheit löschen').click();
    const call = server.expectOne(({ method }) => method === 'DELETE');
    expect(call.request.urlWithParams).toBe('/api/v1/organization/units/u-2?version=3');
    const refusal = { code: 'UNIT_IN_USE', title: '', detail: '', status: 409, children: 2, lines: 8, roles: 3 };
    call.flush(refusal, { status: 409, statusText: 'Conflict' });
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('2 untergeordnete Einheiten, 8 Zeilen und 3 Rollen');
  });

  it('ends a unit on a day and takes the end back with an empty field', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Gültigkeit ändern').click();
    await rest(fixture);
    type(byRole(page, 'textbox', /Gültig bis/), '');
    byRole(page, 'button', 'Speichern').click();
    const call = server.expectOne('/api/v1/organization/units/u-2/validity');
    expect(call.request.body).toEqual({ version: 3, validFrom: '2020-01-01', validTo: null });
  });

  it('makes a unit below the chosen one', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Einheit darunter anlegen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', 'Kurzzeichen'), '40.3');
    type(byRole(dialog, 'textbox', 'Name'), 'Medienstelle');
    byRole(dialog, 'button', 'Einheit anlegen').click();
    const call = server.expectOne(({ method, url }) => method === 'POST' && url === '/api/v1/organization/units');
    expect(call.request.body).toMatchObject({ level: 'division', code: '40.3', parentId: 'u-2', validTo: null });
    expect(call.request.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('lets the auditor read only, and says what belongs here when it is empty', async () => {
    const { page } = await open('auditor');
    expect(allByRole(page, 'button', /Umbenennen|Löschen|anlegen/)).toEqual([]);
    TestBed.resetTestingModule();
    const empty = await open('admin', []);
    expect(textOf(empty.page)).toContain('Noch keine Einheit');
  });
});
