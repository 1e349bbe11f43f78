import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CitySettings, PublicContact } from '@etatlotse/contracts/settings/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { CityPage } from './city.page';

const CITY: CitySettings = {
  name: 'Löwenstadt',
  slug: 'loewenstadt',
  land: 'NI',
  currency: 'EUR',
  isDemo: true,
  accountFrame: null,
  bookingApprovalCents: 5_000_000,
  version: 7,
  pendingApprovalId: null,
};

const OFFICE: PublicContact = {
  kind: 'city',
  name: 'Pressestelle',
  address: 'Markt 1\n38100 Löwenstadt',
  email: 'presse@loewenstadt.example',
  source: 'Impressum, gelesen am 30.11.2026',
  version: 2,
  changedAt: '2026-11-30T08:00:00.000Z',
};

describe('what the city has set', () => {
  const open = async (
    role: 'admin' | 'auditor',
    settings = CITY,
  ): Promise<{ fixture: ComponentFixture<CityPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(CityPage);
    fixture.detectChanges();
    TestBed.tick();
    settle(server, settings);
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };
  const settle = (server: HttpTestingController, settings: CitySettings): void => {
    server.expectOne({ method: 'GET', url: '/api/v1/settings' }).flush(settings);
    server.expectOne({ method: 'GET', url: '/api/v1/settings/public-contacts' }).flush({ contacts: [OFFICE] });
    server
      .match(({ url }) => url.startsWith('/api/v1/approvals'))
      .forEach((call) => call.flush({ rows: [], nextCursor: null }));
  };

  it('says the limit in force and asks a second person for another one, with the reason', async () => {
    const { fixture, server, page } = await open('admin');
    expect(textOf(page.querySelector('.et-lead'))).toBe('Buchungen über 50.000,00 € gibt eine zweite Person frei.');
    byRole(page, 'button', 'Freigabe beantragen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Das ist schon die geltende Grenze.');
    server.expectNone(({ method }) => method !== 'GET');

    type(byRole(page, 'textbox', /Buchungen über/), '25.000,00');
    type(byRole(page, 'textbox', 'Grund'), 'Empfehlung der Prüfung');
    await rest(fixture);
    byRole(page, 'button', 'Freigabe beantragen').click();
    const call = server.expectOne(({ method }) => method !== 'GET');
    expect(call.request.body).toEqual({
      version: 7,
      bookingApprovalCents: 2_500_000,
      reason: 'Empfehlung der Prüfung',
    });
    call.flush({ version: 7, approvalId: 'a-1' });
    await moment();
    settle(server, { ...CITY, pendingApprovalId: 'a-1' });
    await rest(fixture);
    expect(textOf(page)).toContain('Eine neue Grenze wartet auf eine zweite Person.');
    expect(allByRole(page, 'button', 'Freigabe beantragen')).toEqual([]);
  });

  it('takes whom readers of the public page write to, all facts with their source', async () => {
    const { fixture, server, page } = await open('admin');
    const [city, body] = [...page.querySelectorAll<HTMLElement>('et-public-contact-form')];
    if (city === undefined || body === undefined) throw new Error('Two offices are asked for.');
    expect(textOf(page)).toContain('Noch nicht eingetragen. Die Erklärung nennt nur die gesetzliche Grundlage.');
    byRole(body, 'button', 'Speichern').click();
    await rest(fixture);
    expect(textOf(body)).toContain('Bitte ausfüllen.');
    server.expectNone(({ method }) => method !== 'GET');
    type(byRole(city, 'textbox', /^E-Mail/), 'barrierefrei@loewenstadt.example');
    byRole(city, 'button', 'Speichern').click();
    const { request } = server.expectOne(({ method }) => method === 'PUT');
    expect([request.url, request.body]).toEqual([
      '/api/v1/settings/public-contacts/city',
      {
        name: 'Pressestelle',
        address: 'Markt 1\n38100 Löwenstadt',
        email: 'barrierefrei@loewenstadt.example',
        source: 'Impressum, gelesen am 30.11.2026',
        version: 2,
      },
    ]);
  });

  it('is there to be read by others, without a form', async () => {
    const { page } = await open('auditor', { ...CITY, bookingApprovalCents: null });
    expect(textOf(page)).toContain('presse@loewenstadt.example');
    expect(textOf(page.querySelector('.et-lead'))).toContain('bucht jede berechtigte Person allein');
    expect(allByRole(page, 'button')).toEqual([]);
    expect(textOf(page)).toContain('Niedersachsen');
  });

  it('takes the account frame of a neighbour for files, or goes back to that of the Land', async () => {
    const { fixture, server, page } = await open('admin');
    const field = byRole<HTMLSelectElement>(page, 'combobox', 'Kontenrahmen');
    expect([...field.options].map(({ text }) => text.trim())).toEqual([
      ...['Der Ihres Landes (Niedersachsen)', 'Niedersachsen', 'Nordrhein-Westfalen', 'Bayern (doppisch)', 'Hessen'],
      ...['Österreich (VRV 2015)', 'Schweiz (HRM2)', 'Kameralistik (Gruppierungsplan)'],
    ]);
    field.value = 'HE';
    field.dispatchEvent(new Event('change'));
    await rest(fixture);
    byRole(page, 'button', 'Kontenrahmen speichern').click();
    const call = server.expectOne(({ method }) => method !== 'GET');
    expect(call.request.body).toEqual({ version: 7, accountFrame: 'HE' });
    call.flush({ version: 8, approvalId: null });
    await moment();
    settle(server, { ...CITY, accountFrame: 'HE', version: 8 });
    await rest(fixture);
    expect(byRole<HTMLSelectElement>(page, 'combobox', 'Kontenrahmen').value).toBe('HE');
  });

  it('leaves the account frame to those who may change it', async () => {
    const { page } = await open('auditor');
    expect(allByRole(page, 'combobox', 'Kontenrahmen')).toEqual([]);
  });
});
