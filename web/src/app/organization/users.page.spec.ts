import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PersonRow } from '@etatlotse/contracts/person/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { UsersPage } from './users.page';

const CLERK: PersonRow = {
  id: 'p-2',
  email: 'bestellung@loewenstadt.example',
  displayName: 'Bernd Brandes',
  status: 'active',
  version: 1,
  createdAt: '2026-01-05T05:30:00Z',
  lastSeenAt: null,
  roles: [
    {
      assignmentId: 'r-1',
      role: 'clerk',
      kind: null,
      unitId: 'u-2',
      unitCode: 'FB 40',
      unitName: 'Fachbereich Schule',
      body: null,
      validFrom: '2026-01-01',
      validTo: null,
      substituteFor: { id: 'p-3', displayName: 'Sabine Schulze' },
    },
  ],
  pendingApprovalId: 'a-1',
};
const SECRET = '/zugang#geheim';

describe('people with an account', () => {
  const open = async (
    role: 'admin' | 'finance' = 'admin',
    rows: readonly PersonRow[] = [CLERK],
  ): Promise<{ fixture: ComponentFixture<UsersPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
    await session;
    const fixture = TestBed.createComponent(UsersPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/person').flush({ rows, nextCursor: null });
    const units = [{ id: 'u-2', code: 'FB 40', name: 'Fachbereich Schule', depth: 0 }];
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('shows roles with unit and substitute, and what still waits for a second person', async () => {
    const { page } = await open();
    const row = textOf(byRole(page, 'rowheader', 'Bernd Brandes').closest('tr'));
    expect(row).toContain('Bestellung, FB 40 (in Vertretung für Sabine Schulze)');
    expect(row).toContain('Rollen warten auf zweite Person');
  });

  it('invites with a role that needs its unit, and shows the link once', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Person einladen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', 'Name'), 'Nina Neu');
    type(byRole(dialog, 'textbox', 'E-Mail-Adresse'), 'neu@loewenstadt.example');
    type(byRole(dialog, 'textbox', 'Grund'), 'Neue Kollegin');
    const role = byRole<HTMLSelectElement>(dialog, 'combobox', 'Rolle');
    role.value = 'clerk';
    role.dispatchEvent(new Event('change'));
    await rest(fixture);
    byRole(dialog, 'button', 'Einladung erstellen').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('Diese Rolle gilt für eine Einheit und alles darunter');
    const unit = byRole<HTMLSelectElement>(dialog, 'combobox', 'Einheit');
    unit.value = 'u-2';
    unit.dispatchEvent(new Event('change'));
    await rest(fixture);
    byRole(dialog, 'button', 'Einladung erstellen').click();
    const call = server.expectOne(({ method }) => method === 'POST');
    expect(call.request.body).toEqual({
      email: 'neu@loewenstadt.example',
      displayName: 'Nina Neu',
      roles: [{ role: 'clerk', unitId: 'u-2' }],
      reason: 'Neue Kollegin',
    });
    const link = { purpose: 'invitation', path: SECRET, expiresAt: '2026-10-08T06:00:00Z' };
    call.flush({ id: 'p-9', version: 1, approvalId: 'a-9', link });
    await moment();
    server.expectOne('/api/v1/person').flush({ rows: [CLERK], nextCursor: null });
    await rest(fixture);
    expect(textOf(byRole(page, 'dialog'))).toContain(SECRET);
    byRole(page, 'button', 'Fertig').click();
    await rest(fixture);
    expect(textOf(page)).not.toContain(SECRET);
  });

  it('shows a refusal with its rule and keeps what was typed', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Person einladen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'checkbox').click();
    type(byRole(dialog, 'textbox', 'Name'), 'Nina Neu');
    type(byRole(dialog, 'textbox', 'E-Mail-Adresse'), 'neu@loewenstadt.example');
    byRole(dialog, 'button', 'Einladung erstellen').click();
    const refusal = { code: 'EMAIL_TAKEN', title: '', detail: '', status: 409 };
    server.expectOne(({ method }) => method === 'POST').flush(refusal, { status: 409, statusText: 'Conflict' });
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('gibt es schon einen Zugang');
    expect(byRole<HTMLInputElement>(dialog, 'textbox', 'Name').value).toBe('Nina Neu');
  });

  it('lets finance read and not invite, and says when nobody was found', async () => {
    const { page } = await open('finance', []);
    expect(allByRole(page, 'button', 'Person einladen')).toEqual([]);
    expect(textOf(page)).toContain('Niemand gefunden');
  });
});
