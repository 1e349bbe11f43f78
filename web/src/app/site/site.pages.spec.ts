import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SiteDetail, SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { Clock } from '../platform/clock';
import { SessionStore } from '../platform/session.store';
import { SiteListPage } from './site-list.page';
import { SitePage } from './site.page';
import { SplitKeyListPage } from './split-key-list.page';

const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');
/** The cells of a row, as they are read one after the other. */
const cells = (row: HTMLElement): string => [...row.children].map(plain).join(' | ');
const YEARS = [2026, 2027, 2028, 2029, 2030];
const SITE: SiteDetail = {
  id: 's-1',
  number: 'V-06',
  name: 'Rechenzentrum',
  kind: 'administration',
  zones: ['administration', 'education'],
  address: 'Technikring 2',
  unit: null,
  closedOn: null,
  closeReason: '',
  devices: 86,
  lines: 1,
  feesCents: 2_808_000,
  investmentCents: 1_000_001,
  isDemo: false,
  version: 3,
  years: YEARS,
  byZone: [
    {
      networkZone: 'administration',
      devices: 82,
      lines: 1,
      years: YEARS.map((fiscalYear) => ({ fiscalYear, feesCents: 2_808_000, investmentCents: 650_001 })),
    },
    {
      networkZone: null,
      devices: 4,
      lines: 0,
      years: YEARS.map((fiscalYear) => ({ fiscalYear, feesCents: 0, investmentCents: 0 })),
    },
  ],
  investments: [
    {
      id: 'i-1',
      name: 'Kernswitches erneuern',
      fiscalYear: 2026,
      amountCents: 1_000_001,
      state: 'planned',
      networkZone: null,
      frame: null,
      splitKey: { id: 'k-1', name: 'Kernswitch' },
      decision: null,
      shares: [
        { zone: 'administration', frame: 'CORE', shareBasisPoints: 6_500, amountCents: 650_001 },
        { zone: 'education', frame: 'SCHOOL_NET', shareBasisPoints: 3_500, amountCents: 350_000 },
      ],
      isDemo: false,
      version: 1,
    },
  ],
  changes: [],
  events: [],
  mayWrite: true,
};
const KEY: SplitKeyRow = {
  id: 'k-1',
  name: 'Kernswitch',
  parts: [
    { zone: 'administration', frame: 'CORE', shareBasisPoints: 6_500 },
    { zone: 'education', frame: 'SCHOOL_NET', shareBasisPoints: 3_500 },
  ],
  decision: null,
  isMixed: true,
  needsDecision: true,
  batches: 0,
  investments: 0,
  isDemo: false,
  version: 1,
  history: [],
};

async function open<Page>(
  component: Type<Page>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<{ fixture: ComponentFixture<Page>; server: HttpTestingController; page: HTMLElement }> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Clock, useValue: { nowMs: () => Date.UTC(2026, 9, 5, 6) } },
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession('finance', { permissions: ROLE_PERMISSIONS.finance }));
  await session;
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return { fixture, server, page: fixture.nativeElement as HTMLElement };
}

describe('the register of sites', () => {
  it('says how many sites and schools there are, what they cost, and which lines lie nowhere', async () => {
    const { fixture, server, page } = await open(SiteListPage, { zone: 'education' });
    const call = server.expectOne(({ url }) => url === '/api/v1/sites');
    expect(call.request.params.get('networkZone')).toBe('education');
    call.flush({
      rows: [SITE],
      nextCursor: null,
      totals: { sites: 38, schools: 16, feesCents: 2_808_000, investmentCents: 1_000_001, linesWithoutSite: 2 },
    });
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toContain(
      '38 Standorte, davon 16 Schulen. Leitungen und Telefon kosten 28.080 €, in die Netze gehen 10.000 €. 2 Anschlüsse haben noch keinen Standort.',
    );
    expect(cells(byRole(page, 'row', /^Rechenzentrum/))).toMatch(
      /Verwaltung, Pädagogik \| 86 \| 1 \| 28\.080,00 \| 10\.000,01/,
    );
  });
});

describe('one site', () => {
  const show = async () => {
    const opened = await open(SitePage, { siteId: 's-1' });
    const { server } = opened;
    server.expectOne(({ url }) => url === '/api/v1/sites/s-1').flush(SITE);
    server
      .expectOne(({ url }) => url === '/api/v1/contracts')
      .flush({ rows: [], nextCursor: null, totals: { count: 0, reminded: 0, years: [] } });
    server.expectOne(({ url }) => url === '/api/v1/devices').flush({ rows: [], nextCursor: null, stock: null });
    server.expectOne('/api/v1/split-keys').flush([KEY]);
    await rest(opened.fixture);
    return opened;
  };

  it('shows its networks with fees and investments, and what each frame bears of shared hardware', async () => {
    const { page } = await show();
    expect(plain(page.querySelector('.et-lead'))).toContain(
      'Verwaltungsgebäude mit 86 Geräten und 1 Leitung. Gebühren 2026: 28.080,00 €.',
    );
    expect(cells(byRole(page, 'row', /^Verwaltung82/))).toContain('82 | 1 | 28.080,00 | 6.500,01 | 6.500,01');
    expect(cells(byRole(page, 'row', /^geteilt/))).toContain('geteilt nach Schlüssel | 4');
    expect(cells(byRole(page, 'row', /^Kernswitches/))).toMatch(
      /10\.000,01 \| Verwaltung, Kern-IT: 6\.500,01 €Pädagogik, Schulnetze: 3\.500,00 €/,
    );
  });

  it('is not removed while something is there: the refusal is read out, the site stays', async () => {
    const { fixture, server, page } = await show();
    byRole(page, 'button', 'Entfernen').click();
    const call = server.expectOne(({ url, method }) => url === '/api/v1/sites/s-1' && method === 'DELETE');
    expect(call.request.params.get('version')).toBe('3');
    const refusal = { code: 'SITE_IN_USE', title: 'x', detail: 'x', status: 409, devices: 3, lines: 1, investments: 1 };
    call.flush(refusal, { status: 409, statusText: 'Conflict' });
    await rest(fixture);
    expect(plain(byRole(page, 'alert'))).toContain('Er bleibt im Register; Sie können ihn schließen.');
  });
});

describe('split keys', () => {
  it('a key that does not sum to 100.00 % says what is missing and is not sent; a whole one shows its cents', async () => {
    const { fixture, server, page } = await open(SplitKeyListPage);
    server.expectOne('/api/v1/split-keys').flush([KEY]);
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toContain('Ohne Beschluss: 1.');
    byRole(page, 'button', 'Ändern: Kernswitch').click();
    await moment();
    fixture.detectChanges();
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', 'Anteil in Prozent 2'), '34,5');
    type(byRole(dialog, 'textbox', /^Grund/), 'Beschluss liegt vor');
    fixture.detectChanges();
    expect(plain(dialog)).toContain('Zusammen 99,50 %. Es fehlen 0,50 %.');
    byRole(dialog, 'button', 'Speichern').click();
    server.expectNone(({ method }) => method === 'PUT');
    type(byRole(dialog, 'textbox', 'Anteil in Prozent 2'), '35');
    fixture.detectChanges();
    expect(plain(dialog)).toContain('Verwaltung, Kern-IT: 6.500,01 €');
    type(byRole(dialog, 'textbox', /^Gremium/), 'Verwaltungsausschuss');
    fixture.detectChanges();
    byRole(dialog, 'button', 'Speichern').click();
    fixture.detectChanges();
    expect(plain(dialog)).toContain('Bitte Gremium, Datum und Dokument eintragen, oder alle drei leer lassen.');
    type(byRole(dialog, 'textbox', /^Dokument/), 'DS 26-30111');
    type(byRole(dialog, 'textbox', /^Beschluss vom/), '10.03.2026');
    fixture.detectChanges();
    byRole(dialog, 'button', 'Speichern').click();
    const call = server.expectOne('/api/v1/split-keys/k-1');
    expect(call.request.body).toEqual({
      name: 'Kernswitch',
      parts: KEY.parts,
      decision: { decidedOn: '2026-03-10', body: 'Verwaltungsausschuss', document: 'DS 26-30111' },
      reason: 'Beschluss liegt vor',
      version: 1,
    });
  });
});
