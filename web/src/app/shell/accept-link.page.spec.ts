import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { byRole, rest, textOf, type } from '../../testing/find';
import { AcceptLinkPage } from './accept-link.page';

describe('an invitation by link', () => {
  const open = async (address: string) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'zugang', pathMatch: 'full', component: AcceptLinkPage },
            { path: 'zugang/:token', component: AcceptLinkPage },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create(address);
    return { harness, server: TestBed.inject(HttpTestingController), page: harness.routeNativeElement! };
  };
  const FACTS = {
    purpose: 'invitation',
    email: 'a@b.example',
    displayName: 'Karin Beispiel',
    tenantName: 'Löwenstadt',
    expiresAt: '',
  };

  it('greets the person, asks for a long enough password and sends the secret in the body', async () => {
    const { harness, server, page } = await open('/zugang/geheim-1');
    server.expectOne('/api/v1/links/inspect').flush(FACTS);
    await rest(harness.fixture);
    expect(textOf(page)).toContain('Zugang für Karin Beispiel, Löwenstadt.');
    type(byRole(page, 'textbox', 'Neues Passwort'), 'kurz');
    byRole(page, 'button', 'Passwort speichern').click();
    await rest(harness.fixture);
    expect(textOf(page)).toContain('mindestens 12 Zeichen');
    server.expectNone('/api/v1/links/accept');
    type(byRole(page, 'textbox', 'Neues Passwort'), 'lang-genug-und-eigen');
    byRole(page, 'button', 'Passwort speichern').click();
    const call = server.expectOne('/api/v1/links/accept');
    expect(call.request.body).toEqual({ token: 'geheim-1', password: 'lang-genug-und-eigen' });
    call.flush(null, { status: 204, statusText: '' });
    await rest(harness.fixture);
    expect(byRole<HTMLAnchorElement>(page, 'link', 'Zur Anmeldung').getAttribute('href')).toBe('/login');
  });

  it('takes the secret after #, where no log sees it', async () => {
    const { server } = await open('/zugang#geheim-2');
    expect((server.expectOne('/api/v1/links/inspect').request.body as { token: string }).token).toBe('geheim-2');
  });

  it('says at once when a link no longer holds', async () => {
    const { harness, server, page } = await open('/zugang/alt');
    server
      .expectOne('/api/v1/links/inspect')
      .flush(
        { code: 'LINK_INVALID', title: '', detail: '', status: 410, requestId: '' },
        { status: 410, statusText: '' },
      );
    await rest(harness.fixture);
    expect(textOf(byRole(page, 'heading', 'Link nicht mehr gültig'))).toBeTruthy();
    expect(page.querySelector('form')).toBeNull();
  });
});
