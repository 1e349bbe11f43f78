import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BenefitRow } from '@etatlotse/contracts/benefit/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { benefitYears, sumBenefit } from '@etatlotse/domain/benefit';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { BenefitListPage } from './benefit-list.page';
import { BenefitPage } from './benefit.page';

const YEARS = benefitYears([
  { fiscalYear: 2026, kind: 'planned', hours: 1_200, amountCents: 0 },
  { fiscalYear: 2026, kind: 'planned', hours: 900, amountCents: 0 },
]);

const BENEFIT: BenefitRow = {
  id: 'b-1',
  name: 'Kürzere Aktensuche',
  description: '',
  owner: 'Leitung Soziales',
  project: { id: 'p-1', name: 'DMS-Ausbau', level: 'project' },
  unitId: 'u-50',
  unitName: 'Fachbereich Soziales',
  capability: 'e_file',
  reviewOn: '2026-09-01',
  isOverdue: true,
  lastReview: null,
  years: YEARS,
  sums: sumBenefit(YEARS, 2026),
  origin: 'person',
  mayWrite: true,
  version: 3,
};

const begin = async (): Promise<HttpTestingController> => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession('finance', { permissions: ROLE_PERMISSIONS.finance }));
  await session;
  return server;
};
const show = <Page>(page: Type<Page>, inputs: Readonly<Record<string, string>> = {}): ComponentFixture<Page> => {
  const fixture = TestBed.createComponent(page);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return fixture;
};
const ready = async (fixture: ComponentFixture<unknown>): Promise<HTMLElement> => {
  await rest(fixture);
  return fixture.nativeElement as HTMLElement;
};
afterEach(() => (document.body.innerHTML = ''));

it('the list says what was planned and reported, whose review is overdue, and which hours wait for going live', async () => {
  const server = await begin();
  const fixture = show(BenefitListPage);
  server.expectOne('/api/v1/benefits').flush({ rows: [BENEFIT], nextCursor: null });
  server.expectOne('/api/v1/benefits/summary').flush({
    benefits: 1,
    overdue: 1,
    plannedHours: 900,
    plannedCents: 0,
    realisedHours: 0,
    realisedCents: 0,
    unreported: 0,
    years: [],
  });
  server
    .expectOne(({ url }) => url === '/api/v1/benefits/hours')
    .flush([
      {
        benefitId: 'b-1',
        benefitName: 'Kürzere Aktensuche',
        unitId: 'u-50',
        unitName: 'Fachbereich Soziales',
        plannedHours: 900,
        realisedHours: null,
        capability: 'e_file',
        liveOn: null,
      },
    ]);
  const page = await ready(fixture);
  expect(textOf(page.querySelector('.et-lead'))).toContain('Überfällige Überprüfungen: 1.');
  const table = byRole(page, 'region', 'Nutzen nach Namen');
  expect(textOf(byRole(table, 'row', /Kürzere Aktensuche/))).toMatch(/überfällig.*900.*unbekannt/);
  expect(textOf(byRole(page, 'row', /^Fachbereich Soziales/))).toMatch(/unbekannt.*E-Akte.*noch nicht/);
});

it('one benefit keeps its first plan beside the one that holds, and a refused figure loses nothing', async () => {
  const server = await begin();
  const fixture = show(BenefitPage, { benefitId: 'b-1' });
  server.expectOne('/api/v1/benefits/b-1').flush(BENEFIT);
  const page = await ready(fixture);
  expect(textOf(page)).toContain('Die Überprüfung war am 01.09.2026 fällig');
  expect(textOf(byRole(page, 'row', /^2026/))).toMatch(/1\.200.*900.*unbekannt/);
  byRole(page, 'button', 'Zahl eintragen').click();
  await ready(fixture);
  const dialog = byRole(page, 'dialog');
  type(byRole(dialog, 'textbox', /^Stunden im Jahr/), '540');
  byRole(dialog, 'button', 'Festhalten').click();
  await moment();
  const sent = server.expectOne('/api/v1/benefits/b-1/figures');
  expect(sent.request.body).toMatchObject({ kind: 'realised', hours: 540, amountCents: 0, version: 3 });
  sent.flush(
    { code: 'VERSION_STALE', title: 'Veraltet', detail: 'Inzwischen geändert.', status: 409, requestId: 'r' },
    { status: 409, statusText: 'Conflict' },
  );
  await ready(fixture);
  expect(textOf(byRole(page, 'alert'))).toContain('Ihre Eingabe bleibt stehen.');
  expect(byRole<HTMLInputElement>(dialog, 'textbox', /^Stunden im Jahr/).value).toBe('540');
});
