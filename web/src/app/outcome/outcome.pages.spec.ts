import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OutcomeCount, OutcomeDetail } from '@etatlotse/contracts/outcome/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { OutcomeListPage } from './outcome-list.page';
import { OutcomePage } from './outcome.page';

const count = (id: string, changes: Partial<OutcomeCount>): OutcomeCount => ({
  id,
  unitId: null,
  unitName: null,
  measuredOn: '2026-09-30',
  operator: 'exact',
  quantity: 1_440,
  costCents: 18_000_000,
  perPiece: { value: 12_500, bound: 'exact' },
  changeCents: -2_500,
  changeSince: '2025-12-31',
  source: 'Zählung der IT',
  origin: 'person',
  isSuperseded: false,
  reason: '',
  byName: 'Frauke Finke',
  ...changes,
});

const FIRST = count('c-1', {
  measuredOn: '2025-12-31',
  quantity: 400,
  costCents: 6_000_000,
  perPiece: { value: 15_000, bound: 'exact' },
  changeCents: null,
  changeSince: null,
});

const OUTCOME: OutcomeDetail = {
  id: 'o-1',
  name: 'Büroarbeitsplätze am DMS',
  piece: 'DMS-Arbeitsplatz',
  kind: 'workplace',
  basis: 'since_start',
  unitId: null,
  unitName: null,
  project: { id: 'p-1', name: 'DMS-Ausbau', level: 'project' },
  hasProject: true,
  lineCount: 1,
  newest: count('c-2', {}),
  isStale: false,
  reportDays: 30,
  origin: 'person',
  description: '',
  trend: [FIRST, count('c-2', {})],
  units: [
    count('u-1', { unitName: 'Fachbereich Schule', quantity: 10, perPiece: { value: 30_000, bound: 'exact' } }),
    count('u-2', { unitName: 'Fachbereich Stadtgrün', quantity: 20, perPiece: { value: 5_000, bound: 'exact' } }),
    count('u-3', { unitName: 'Fachbereich Soziales', costCents: null, perPiece: null }),
  ],
  lines: [],
  mayWrite: true,
  version: 1,
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
const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');
afterEach(() => (document.body.innerHTML = ''));

describe('leap 8: one outcome', () => {
  const open = async (changes: object = {}) => {
    const server = await begin();
    const fixture = show(OutcomePage, { outcomeId: 'o-1' });
    server.expectOne('/api/v1/outcomes/o-1').flush({ ...OUTCOME, ...changes });
    return { server, fixture, page: await ready(fixture) };
  };

  it('says at the top what a piece costs and from what, then whether it gets cheaper and where it is dearest', async () => {
    const { page } = await open();
    expect(plain(page.querySelector('.et-lead'))).toContain(
      'Am 30.09.2026 kostete es 125,00 € je DMS-Arbeitsplatz. Das sind 180.000,00 € gebuchte Kosten, geteilt durch 1.440 Stück.',
    );
    expect(plain(page)).toContain('Gegen die Zählung vom 31.12.2025: −25,00 € je Stück.');
    expect(plain(page)).toContain(
      'Am teuersten in Fachbereich Schule (300,00 €), am günstigsten in Fachbereich Stadtgrün (50,00 €).',
    );
    expect(plain(byRole(page, 'row', /Fachbereich Soziales/))).toMatch(/unbekannt.*zentral bezahlt/);
  });

  it('R26 of a quantity that is only a limit the cost is one, too', async () => {
    const newest = count('c-3', { operator: 'above', perPiece: { value: 12_500, bound: 'upper' } });
    const { page } = await open({ newest });
    expect(plain(page.querySelector('.et-lead'))).toMatch(/kostete es höchstens 125,00 €.*nur eine Grenze/);
  });

  it('a correction names what it takes the place of and needs a reason', async () => {
    const { server, fixture, page } = await open();
    byRole(page, 'button', 'Zählung vom 31.12.2025 berichtigen').click();
    TestBed.tick();
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await ready(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', /^Menge/), '410');
    byRole(dialog, 'button', 'Festhalten').click();
    await ready(fixture);
    expect(textOf(dialog)).toContain('Bitte ausfüllen.');
    type(byRole(dialog, 'textbox', /^Begründung/), 'Dubletten');
    byRole(dialog, 'button', 'Festhalten').click();
    await moment();
    const sent = server.expectOne('/api/v1/outcomes/o-1/counts');
    expect(sent.request.body).toMatchObject({ quantity: 410, supersedesId: 'c-1', reason: 'Dubletten', unitId: null });
    sent.flush({ id: 'c-9', version: 1 });
    await moment();
  });
});

it('the list has a row for every outcome; without a quantity its cost is unknown', async () => {
  const server = await begin();
  const fixture = show(OutcomeListPage);
  const rows = [OUTCOME, { ...OUTCOME, id: 'o-2', name: 'Schulen', newest: null, isStale: true }];
  server.expectOne('/api/v1/outcomes').flush({ rows, nextCursor: null });
  const page = await ready(fixture);
  expect(textOf(page.querySelector('.et-lead'))).toContain('Ohne Menge oder Kosten und darum unbekannt: 1.');
  expect(plain(byRole(page, 'row', /Büroarbeitsplätze/))).toMatch(/125,00 €.*je DMS-Arbeitsplatz.*1\.440.*180\.000,00/);
  expect(allByRole(page, 'link', 'Ergebnis anlegen')).toHaveLength(1);
});
