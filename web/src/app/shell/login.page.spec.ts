import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { byRole, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { LoginPage, ownAddress } from './login.page';

@Component({ selector: 'et-page', template: 'page' })
class Page {}

describe('the login page', () => {
  const open = async (address = '/login', demo: object = { isDemo: false, accounts: [] }) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'login', component: LoginPage },
            { path: '**', component: Page },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create(address);
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/demo').flush(demo);
    await harness.fixture.whenStable();
    return { harness, server, page: harness.routeNativeElement! };
  };

  it('goes on where the person was', async () => {
    const { harness, server, page } = await open('/login?next=%2Fbudget%2Flines%3Fyear%3D2026');
    type(byRole(page, 'textbox', 'E-Mail-Adresse'), ' finanzen@loewenstadt.example ');
    type(byRole(page, 'textbox', 'Passwort'), 'geheim');
    byRole(page, 'button', 'Anmelden').click();
    const call = server.expectOne('/api/v1/session');
    expect(call.request.body).toEqual({ email: 'finanzen@loewenstadt.example', password: 'geheim' });
    call.flush(aSession());
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/budget/lines?year=2026');
  });

  it('says a refusal aloud and keeps what was typed', async () => {
    const { harness, server, page } = await open();
    type(byRole(page, 'textbox', 'E-Mail-Adresse'), 'a@b.example');
    type(byRole(page, 'textbox', 'Passwort'), 'falsch');
    byRole(page, 'button', 'Anmelden').click();
    server
      .expectOne('/api/v1/session')
      .flush(
        { code: 'LOGIN_FAILED', title: '', detail: '', status: 401, requestId: '' },
        { status: 401, statusText: '' },
      );
    await harness.fixture.whenStable();
    expect(textOf(byRole(page, 'alert'))).toContain('E-Mail-Adresse oder Passwort stimmen nicht.');
    expect(byRole<HTMLInputElement>(page, 'textbox', 'E-Mail-Adresse').value).toBe('a@b.example');
  });

  it('asks for what is missing before it asks the server', async () => {
    const { harness, server, page } = await open();
    byRole(page, 'button', 'Anmelden').click();
    await harness.fixture.whenStable();
    expect(textOf(page)).toContain('Bitte Ihre E-Mail-Adresse eintragen.');
    server.expectNone('/api/v1/session');
  });

  it('offers the demo accounts by role', async () => {
    const { harness, page } = await open('/login', {
      isDemo: true,
      accounts: [
        {
          tenantName: 'Löwenstadt',
          email: 'ausschuss@loewenstadt.example',
          displayName: 'Demo',
          roles: [{ role: 'committee', kind: null, unitName: null }],
        },
      ],
    });
    byRole(page, 'button', /Ausschuss/).click();
    await harness.fixture.whenStable();
    expect(byRole<HTMLInputElement>(page, 'textbox', 'E-Mail-Adresse').value).toBe('ausschuss@loewenstadt.example');
  });

  it.each([
    ['/budget/lines?year=2026', '/budget/lines?year=2026'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/login?next=/login', '/'],
    [undefined, '/'],
  ])('never leads away: %s goes to %s', (next, target) => expect(ownAddress(next)).toBe(target));
});
