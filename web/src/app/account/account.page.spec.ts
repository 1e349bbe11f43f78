import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { AccountPage } from './account.page';

const HERE = {
  id: 's-1',
  device: 'Firefox, Linux',
  createdAt: '2026-10-05T05:30:00Z',
  lastSeenAt: '2026-10-05T06:30:00Z',
  expiresAt: '2026-10-05T15:30:00Z',
  isCurrent: true,
};

describe('the own account', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const fixture = TestBed.createComponent(AccountPage);
    fixture.detectChanges();
    const server = TestBed.inject(HttpTestingController);
    TestBed.tick();
    server
      .expectOne('/api/v1/sessions')
      .flush({ rows: [HERE, { ...HERE, id: 's-2', device: 'Safari, iPhone', isCurrent: false }] });
    server.expectOne('/api/v1/tokens').flush({ rows: [] });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('shows where one is logged in and ends a forgotten login', async () => {
    const { fixture, server, page } = await open();
    expect(textOf(page.querySelector('.et-lead'))).toBe('Ihr Zugang ist an 2 Stellen angemeldet.');
    byRole(page, 'button', 'Anmeldung beenden: Safari, iPhone').click();
    server.expectOne((call) => call.method === 'DELETE' && call.url === '/api/v1/sessions/s-2').flush(null);
    await moment();
    server.expectOne('/api/v1/sessions').flush({ rows: [HERE] });
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toBe('Nur Sie, an diesem Gerät.');
  });

  it('makes a key for a named purpose and shows it once', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Schlüssel anlegen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte einen Zweck eintragen');
    type(byRole(page, 'textbox', 'Wofür ist der Schlüssel?'), 'Monatsbericht');
    byRole(page, 'radio', '30 Tage').click();
    byRole(page, 'button', 'Schlüssel anlegen').click();
    const call = server.expectOne((request) => request.method === 'POST');
    expect(call.request.body).toEqual({ name: 'Monatsbericht', days: 30 });
    call.flush({ id: 't-1', token: 'etl_geheim', expiresAt: '2026-11-04T00:00:00Z' });
    await moment();
    expect(textOf(byRole(page, 'status', /neuer Schlüssel/))).toContain('etl_geheim');
  });

  it('changes the password only when the new one is long enough', async () => {
    const { fixture, server, page } = await open();
    type(byRole(page, 'textbox', 'Bisheriges Passwort'), 'bisher');
    type(byRole(page, 'textbox', 'Neues Passwort'), 'kurz');
    byRole(page, 'button', 'Passwort ändern').click();
    await rest(fixture);
    server.expectNone((request) => request.method === 'PUT');
    expect(textOf(page)).toContain('mindestens 12 Zeichen');
  });
});
