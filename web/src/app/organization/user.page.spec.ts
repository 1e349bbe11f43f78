import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PersonDetail } from '@etatlotse/contracts/person/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { UserPage } from './user.page';

const BERND: PersonDetail = {
  id: 'p-2',
  email: 'bestellung@loewenstadt.example',
  displayName: 'Bernd Brandes',
  status: 'active',
  version: 4,
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
      substituteFor: null,
    },
  ],
  pendingApprovalId: null,
  passwordChangedAt: null,
  openSessions: 2,
  substitutes: [
    {
      assignmentId: 's-1',
      person: { id: 'p-3', displayName: 'Sabine Schulze' },
      role: 'clerk',
      unitName: 'Fachbereich Schule',
      bodyName: null,
      validFrom: '2026-10-01',
      validTo: '2026-10-31',
    },
  ],
};

describe('one account', () => {
  const open = async (
    role: 'admin' | 'auditor' = 'admin',
  ): Promise<{ fixture: ComponentFixture<UserPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(UserPage);
    fixture.componentRef.setInput('personId', 'p-2');
    fixture.detectChanges();
    TestBed.tick();
    answer(server, BERND);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };
  const answer = (server: HttpTestingController, person: PersonDetail): void =>
    server.expectOne({ method: 'GET', url: '/api/v1/person/p-2' }).flush(person);

  it('tells which roles hold where, who stands in and until when', async () => {
    const { page } = await open();
    expect(textOf(page.querySelector('.et-lead'))).toBe('bestellung@loewenstadt.example, aktiv.');
    expect(textOf(byRole(page, 'rowheader', 'Bestellung').closest('tr'))).toContain('FB 40 Fachbereich Schule');
    expect(textOf(byRole(page, 'rowheader', 'Sabine Schulze').closest('tr'))).toContain('01.10.2026 bis 31.10.2026');
  });

  it('closes the account of somebody who has left, by the version that was looked at', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Zugang sperren').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    expect(textOf(dialog)).toContain('Alle Anmeldungen enden sofort');
    byRole(dialog, 'button', 'Zugang sperren').click();
    const call = server.expectOne({ method: 'PUT', url: '/api/v1/person/p-2' });
    expect(call.request.body).toEqual({ version: 4, status: 'disabled' });
    call.flush({ id: 'p-2', version: 5 });
    await moment();
    answer(server, { ...BERND, status: 'disabled', version: 5, openSessions: 0 });
    await rest(fixture);
    expect(byRole(page, 'button', 'Zugang wieder öffnen')).toBeTruthy();
    expect(allByRole(page, 'button', 'Link für neues Passwort')).toEqual([]);
  });

  it('takes a role away only after it was asked once, and shows a refusal where it was asked', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Entziehen: Bestellung').click();
    await rest(fixture);
    server.expectNone(({ method }) => method !== 'GET');
    const dialog = byRole(page, 'dialog');
    expect(textOf(dialog)).toContain('Die Rolle Bestellung endet sofort.');
    byRole(dialog, 'button', 'Entziehen').click();
    server
      .expectOne({ method: 'DELETE', url: '/api/v1/person/p-2/roles/r-1' })
      .flush({ code: 'FOUR_EYES', title: '', detail: '', status: 409 }, { status: 409, statusText: 'Conflict' });
    await moment();
    expect(textOf(byRole(byRole(page, 'dialog'), 'alert'))).not.toBe('');
  });

  it('a member of a committee gets a seat on a body; without one the form says so', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Rolle geben').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    const choose = (name: string, value: string): void => {
      const select = byRole<HTMLSelectElement>(dialog, 'combobox', name);
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose('Rolle', 'committee');
    await moment();
    TestBed.tick();
    const row = { kind: 'committee', name: 'Schulausschuss', isArchived: false };
    server.expectOne('/api/v1/council/bodies').flush({ rows: [{ ...row, id: 'b-1' }] });
    await rest(fixture);
    byRole(dialog, 'button', 'Rolle beantragen').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('Bitte das Gremium wählen.');
    server.expectNone({ method: 'POST' });
    choose('Gremium', 'b-1');
    const reason = byRole<HTMLTextAreaElement>(dialog, 'textbox', 'Grund');
    reason.value = 'Nachgerückt';
    reason.dispatchEvent(new Event('input'));
    byRole(dialog, 'button', 'Rolle beantragen').click();
    const call = server.expectOne({ method: 'POST', url: '/api/v1/person/p-2/roles' });
    expect(call.request.body).toEqual({ roles: [{ role: 'committee', bodyId: 'b-1' }], reason: 'Nachgerückt' });
  });

  it('offers nothing to somebody who only reads', async () => {
    const { page } = await open('auditor');
    expect(allByRole(page, 'button')).toEqual([]);
  });
});
