import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { allByRole, byRole, press, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { Connection } from '../platform/connection';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { Shell } from './shell';

@Component({ selector: 'et-page', template: '<h1 tabindex="-1">Seite</h1><input />' })
class Page {}

describe('the frame', () => {
  const open = async (role: RoleName = 'finance') => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '', component: Shell, children: [{ path: '**', component: Page }] }]),
      ],
    });
    const done = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession(role));
    await done;
    const harness = await RouterTestingHarness.create('/dashboard?year=2025');
    document.body.append(harness.fixture.nativeElement as HTMLElement);
    await harness.fixture.whenStable();
    return { harness, server, page: harness.routeNativeElement! };
  };
  afterEach(() => (document.body.innerHTML = ''));

  it('marks where one is and keeps the year on every way', async () => {
    const { page } = await open();
    const navigation = byRole(page, 'navigation', 'Hauptnavigation');
    expect(byRole(navigation, 'link', 'Überblick').getAttribute('aria-current')).toBe('page');
    expect(byRole<HTMLAnchorElement>(navigation, 'link', 'Buchen').getAttribute('href')).toBe('/budget/book?year=2025');
  });

  it('names role and unit, not the person', async () => {
    const { page } = await open();
    expect(textOf(page.querySelector('header'))).toContain('Kämmerei · FB 20');
    expect(textOf(page.querySelector('header'))).not.toContain('Beispiel');
  });

  it('turns English and back without a reload', async () => {
    const { harness, page } = await open();
    byRole(page, 'button', /Switch to English/).click();
    await harness.fixture.whenStable();
    expect(byRole(page, 'link', 'Budget lines')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    byRole(page, 'button', /Auf Deutsch/).click();
  });

  it('goes by G and a letter, but not while somebody types', async () => {
    const { harness, page } = await open();
    const field = page.querySelector('input')!;
    press(field, 'g');
    press(field, 'z');
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/dashboard?year=2025');
    press(document.body, 'g');
    press(document.body, 'z');
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/budget/lines?year=2025');
  });

  it('searches lines, projects, contracts, sites, devices, registers, units and pages from everywhere with Ctrl K', async () => {
    const { harness, server, page } = await open();
    press(document.body, 'k', { ctrlKey: true });
    await harness.fixture.whenStable();
    const box = byRole<HTMLInputElement>(page, 'combobox', /Zeile, Konto/);
    box.value = 'import';
    box.dispatchEvent(new Event('input'));
    await new Promise((done) => setTimeout(done, 250));
    const call = server.expectOne((request) => request.url === '/api/v1/search');
    expect(call.request.params.get('fiscalYear')).toBe('2025');
    call.flush({
      lines: {
        rows: [{ id: 'l-1', number: '4S.1', name: 'Importsoftware', unitCode: 'FB 10', availableCents: null }],
        more: false,
      },
      units: { rows: [], more: false },
      projects: {
        rows: [{ id: 'p-1', name: 'Importwege', key: '4E.100002', level: 'project', isClosed: true }],
        more: false,
      },
      contracts: {
        rows: [{ id: 'c-1', number: 'V-7', vendor: 'Nord IT', subject: 'Importhilfe', isOver: false }],
        more: false,
      },
      sites: {
        rows: [{ id: 's-1', number: 'S-1', name: 'Importschule', kind: 'school', isClosed: true }],
        more: false,
      },
      devices: {
        rows: [
          {
            id: 'b-1',
            kind: 'Importscanner',
            inventoryNumber: 'I-1',
            left: 3,
            boughtOn: '2024-05-02',
            site: 'Rathaus',
          },
          { id: 'b-2', kind: 'Importdrucker', inventoryNumber: '', left: 0, boughtOn: '2020-05-02', site: null },
        ],
        more: false,
      },
      records: { rows: [{ id: 'r-1', register: 'service', name: 'Importerlaubnis' }], more: false },
    });
    await harness.fixture.whenStable();
    expect(allByRole(page, 'option').map(textOf)).toEqual([
      'Import',
      'Importsoftware 4S.1 · FB 10 · verfügbar unbekannt',
      'Importwege Vorhaben · 4E.100002 · geschlossen',
      'Importhilfe Vertrag · V-7 · Nord IT',
      'Importschule Schule · S-1 · aufgegeben',
      'Importscanner 3 Geräte, gekauft am 02.05.2024 · I-1 · Rathaus',
      'Importdrucker Geräte, alle abgegangen',
      'Importerlaubnis Leistung',
    ]);
    press(box, 'ArrowDown');
    press(box, 'Enter');
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/budget/lines/l-1?year=2025');
  });

  it('shows its keys behind ? and lets single letters be switched off', async () => {
    const { harness, page } = await open();
    press(document.body, '?');
    await harness.fixture.whenStable();
    const map = byRole(page, 'dialog', 'Tastatur');
    expect(textOf(map)).toContain('G Zzu „Haushaltszeilen“');
    byRole(map, 'checkbox').click();
    byRole(map, 'button', 'Schließen').click();
    await harness.fixture.whenStable();
    press(document.body, '?');
    await harness.fixture.whenStable();
    expect(allByRole(page, 'dialog')).toEqual([]);
  });

  it('says that the connection is gone and takes it back', async () => {
    const { harness, page } = await open();
    TestBed.inject(Connection).lost();
    await harness.fixture.whenStable();
    expect(textOf(page)).toContain('Keine Verbindung.');
    TestBed.inject(Connection).heard();
    await harness.fixture.whenStable();
    expect(textOf(page)).not.toContain('Keine Verbindung.');
  });

  it('opens the role menu and logs out', async () => {
    const { harness, server, page } = await open();
    const [opener] = allByRole(page, 'button', /Kämmerei/);
    opener?.click();
    await harness.fixture.whenStable();
    byRole(page, 'button', 'Abmelden').click();
    server.expectOne((request) => request.method === 'DELETE').flush(null);
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/login');
  });
});
