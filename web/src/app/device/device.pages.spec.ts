import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  BatchDetail,
  BatchPage as Stock,
  KindRow,
  LowValueView,
  ReplacementView,
} from '@etatlotse/contracts/device/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { cents } from '@etatlotse/domain/shared';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { Clock } from '../platform/clock';
import { SessionStore } from '../platform/session.store';
import { BatchFormPage } from './batch-form.page';
import { BatchPage } from './batch.page';
import { DemandPage } from './demand.page';
import { DeviceListPage } from './device-list.page';

const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');
/** The cells of a row, as they are read one after the other. */
const cells = (row: HTMLElement): string => [...row.children].map(plain).join(' | ');
const NOTEBOOK = { id: 'k-1', code: 'NB', name: 'Notebook' };
const CLASS = { as: 'expense', reason: 'within', account: '422220' } as const;
const RULE: LowValueView = {
  fiscalYear: 2026,
  fromNetCents: cents(25_000),
  toNetCents: cents(100_000),
  budgetedAs: 'expense',
  exampleAccount: '422220',
  lower: 'ask',
  upper: 'ask',
  validFrom: 2017,
  source: 'DS 24-23386 (Braunschweig)',
  isExample: true,
};
const KIND: KindRow = {
  ...NOTEBOOK,
  netUnitCents: 99_000,
  vatBasisPoints: 1900,
  grossUnitCents: 117_810,
  cycleMonths: 60,
  isStandalone: true,
  answer: null,
  answerReason: '',
  source: 'Rahmenvertrag',
  deviceClass: CLASS,
  devices: 40,
  isDemo: false,
  version: 1,
};
const BATCH: BatchDetail = {
  id: 'b-1',
  kind: NOTEBOOK,
  quantity: 40,
  left: 37,
  boughtOn: '2021-07-01',
  netUnitCents: 99_000,
  grossCents: 4_712_400,
  deviceClass: CLASS,
  ageYears: 5,
  dueYear: 2026,
  isDue: true,
  unit: null,
  site: { id: 's-1', name: 'Rathaus' },
  networkZone: 'administration',
  frame: 'CORE',
  splitKey: null,
  decision: null,
  inventoryNumber: 'INV-7',
  note: '',
  isDemo: false,
  version: 4,
  mayWrite: true,
  events: [
    {
      id: 'e-2',
      kind: 'disposed',
      happenedOn: '2025-03-01',
      quantity: 3,
      disposalReason: 'defective',
      remark: 'Akku',
      changed: [],
      otherBatchId: null,
      recordedBy: 'Frauke Finke',
      recordedAt: '2025-03-01T08:00:00Z',
    },
  ],
  changes: [
    {
      id: '1-7',
      recordedAt: '2025-02-01T08:00:00Z',
      actorName: 'Frauke Finke',
      kind: 'changed',
      fields: [
        { field: 'netUnitCents', before: '9900', after: '99000' },
        { field: 'siteId', before: null, after: 'Rathaus' },
        { field: 'note', before: null, after: null },
      ],
    },
  ],
};

async function open<Page>(
  component: Type<Page>,
  inputs: Readonly<Record<string, string>> = {},
  role: 'finance' | 'auditor' = 'finance',
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
  server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
  await session;
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return { fixture, server, page: fixture.nativeElement as HTMLElement };
}

describe('the stock', () => {
  const STOCK: Stock = {
    rows: [BATCH],
    nextCursor: null,
    stock: {
      batches: 1,
      devices: 37,
      dueDevices: 37,
      kinds: [{ ...NOTEBOOK, devices: 37, dueDevices: 37 }],
      ages: [0, 1, 2, 3, 4, 5].map((age) => ({
        ageYears: age,
        devices: age === 5 ? 37 : 0,
        dueDevices: age === 5 ? 37 : 0,
        byKind: [age === 5 ? 37 : 0],
      })),
    },
  };

  it('says how many devices are there and beyond their cycle, with the pyramid as picture and table', async () => {
    const { fixture, server, page } = await open(DeviceListPage, { due: 'true' });
    const call = server.expectOne(({ url }) => url === '/api/v1/devices');
    expect(call.request.params.get('isDue')).toBe('true');
    call.flush(STOCK);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    server.expectOne('/api/v1/sites/names').flush([]);
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toContain(
      '37 Geräte sind da. 37 davon sind über ihre Nutzungsdauer hinaus.',
    );
    expect(byRole(page, 'img', /Die meisten Geräte sind 5 Jahre alt: 37 Stück\./)).toBeTruthy();
    const ages = byRole(page, 'region', 'Alter nach Geräteart');
    expect(cells(byRole(ages, 'row', /^Notebook/))).toBe('Notebook | 37 | 37 | – | – | – | – | – | 37');
    expect(cells(byRole(page, 'row', /^Notebook Rathaus/))).toMatch(
      /01\.07\.2021 5 Jahre \| 37 von 40 \| 990,00 \| 47\.124,00 \| Aufwand geringwertig, Konto 422220 \| fällig 2026/,
    );
    expect(byRole(page, 'link', 'Geräte eintragen').getAttribute('href')).toBe('/devices/new');
  });
});

describe('the yearly demand', () => {
  const VIEW: ReplacementView = {
    years: [
      {
        fiscalYear: 2026,
        quantity: 41,
        lateQuantity: 40,
        grossCents: 4_733_820,
        byClass: { expense: 4_712_400, investment: 0, ask: 21_420 },
        byFrame: { CORE: 4_725_252, SCHOOL_NET: 8_568 },
      },
    ],
    proposals: [
      {
        fiscalYear: 2026,
        kind: NOTEBOOK,
        quantity: 40,
        lateQuantity: 40,
        netUnitCents: 99_000,
        netCents: 3_960_000,
        grossCents: 4_712_400,
        deviceClass: CLASS,
        frames: [{ frame: 'CORE', amountCents: 4_712_400 }],
      },
      {
        fiscalYear: 2026,
        kind: { id: 'k-2', code: 'DO', name: 'Dockingstation' },
        quantity: 1,
        lateQuantity: 0,
        netUnitCents: 18_000,
        netCents: 18_000,
        grossCents: 21_420,
        deviceClass: { as: 'ask', reason: 'not_standalone', account: null },
        frames: [
          { frame: 'CORE', amountCents: 12_852 },
          { frame: 'SCHOOL_NET', amountCents: 8_568 },
        ],
      },
    ],
    rules: [RULE],
  };

  it('T19 says what it takes gross, as what, and what is still to be settled; the rule bears its mark', async () => {
    const { fixture, server, page } = await open(DemandPage);
    server.expectOne(({ url }) => url === '/api/v1/devices/demand').flush(VIEW);
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toBe(
      '2026 sind 41 Geräte zu ersetzen: 47.338 € brutto, davon 47.124 € Aufwand und 0 € Investition. Bei 214 € ist noch zu klären, was es ist. 40 Geräte waren schon früher fällig.',
    );
    expect(cells(byRole(page, 'row', /^Notebook/))).toMatch(/40 \| 40 \| 990,00 \| 47\.124,00 \| Aufwand .*Kern-IT/);
    expect(cells(byRole(page, 'row', /^Dockingstation/))).toMatch(
      /zu klären nicht selbständig nutzbar \| Kern-IT 128,52 € ?Schulnetze 85,68 €/,
    );
    expect(plain(page)).toContain('Beispielwert, bitte bestätigen');
    expect(plain(page)).toContain('Quelle: DS 24-23386 (Braunschweig), gilt ab 2017.');
  });
});

describe('one batch', () => {
  it('tells its history, and records a disposal at the version that was seen', async () => {
    const { fixture, server, page } = await open(BatchPage, { batchId: 'b-1' });
    server.expectOne('/api/v1/devices/b-1').flush(BATCH);
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toContain('37 von 40 Geräten sind noch da, sie sind 5 Jahre alt.');
    expect(cells(byRole(page, 'row', /^abgegangen/))).toContain('3 Stück, defekt, Akku | 01.03.2025 | Frauke Finke');
    expect(plain(page)).toContain('Inventarnummer');
    expect(plain(page)).toContain('Preis: vorher 99,00 €, jetzt 990,00 €');
    expect(plain(page)).toContain('Standort: vorher leer, jetzt Rathaus');
    expect(plain(page)).toContain('Bemerkung: geändert');
    byRole(page, 'button', 'Abgang eintragen').click();
    await moment();
    fixture.detectChanges();
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', 'Stückzahl'), '-2');
    fixture.detectChanges();
    byRole(dialog, 'button', 'Abgang eintragen').click();
    fixture.detectChanges();
    expect(textOf(dialog)).toContain('Bitte eine ganze Zahl größer als null eintragen.');
    type(byRole(dialog, 'textbox', 'Stückzahl'), '2');
    byRole(dialog, 'radio', 'defekt').click();
    fixture.detectChanges();
    byRole(dialog, 'button', 'Abgang eintragen').click();
    const call = server.expectOne('/api/v1/devices/b-1/disposals');
    expect(call.request.body).toEqual({
      quantity: 2,
      disposedOn: '2026-10-05',
      disposalReason: 'defective',
      remark: '',
      version: 4,
    });
    call.flush(
      { code: 'VERSION_STALE', title: 'x', detail: 'x', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await moment();
    TestBed.tick();
    server.expectOne('/api/v1/devices/b-1').flush(BATCH);
    await rest(fixture);
    expect(byRole(dialog, 'alert')).toBeTruthy();
  });
});

describe('moving devices', () => {
  it('sends some of them to another site, and keeps what was typed when somebody else was faster', async () => {
    const { fixture, server, page } = await open(BatchPage, { batchId: 'b-1' });
    server.expectOne('/api/v1/devices/b-1').flush(BATCH);
    await rest(fixture);
    byRole(page, 'button', 'Umsetzen').click();
    fixture.detectChanges();
    TestBed.tick();
    const school = { id: 's-2', number: 'S-2', name: 'Grundschule', kind: 'school', zones: ['administration'] };
    server.expectOne('/api/v1/sites/names').flush([school]);
    server.expectOne('/api/v1/split-keys').flush([]);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', /^Stückzahl/), '4');
    const site = byRole<HTMLSelectElement>(dialog, 'combobox', /^Standort/);
    site.value = 's-2';
    site.dispatchEvent(new Event('change'));
    type(byRole(dialog, 'textbox', /^Warum/), 'Sekretariate');
    fixture.detectChanges();
    byRole(dialog, 'button', 'Umsetzen').click();
    const call = server.expectOne('/api/v1/devices/b-1/moves');
    expect(call.request.body).toEqual({
      ...{ quantity: 4, siteId: 's-2', networkZone: 'administration', frame: 'CORE', reason: 'Sekretariate' },
      version: 4,
    });
    const stale = { code: 'VERSION_STALE', title: 'Inzwischen geändert', detail: '', status: 409 };
    call.flush(stale, { status: 409, statusText: 'Conflict' });
    await moment();
    TestBed.tick();
    server.expectOne('/api/v1/devices/b-1').flush({ ...BATCH, left: 30, version: 5 });
    await rest(fixture);
    expect(textOf(dialog)).toContain('Noch da sind 30.');
    byRole(dialog, 'button', 'Umsetzen').click();
    expect(server.expectOne('/api/v1/devices/b-1/moves').request.body).toMatchObject({ quantity: 4, version: 5 });
  });
});

describe('entering devices', () => {
  it('T19 shows while typing that 40 at 990.00 are expense of 47,124.00, and asks for a decision where frames mix', async () => {
    const { fixture, server, page } = await open(BatchFormPage);
    server.expectOne(({ url }) => url === '/api/v1/device-kinds').flush({ kinds: [KIND], rule: RULE });
    server.expectOne('/api/v1/sites/names').flush([]);
    server.expectOne('/api/v1/split-keys').flush([]);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    const choose = (name: string, value: string): void => {
      const select = byRole<HTMLSelectElement>(page, 'combobox', name);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      fixture.detectChanges();
    };
    choose('Geräteart', 'k-1');
    type(byRole(page, 'textbox', 'Stückzahl'), '40');
    type(byRole(page, 'textbox', /^Nettopreis/), '990,00');
    type(byRole(page, 'textbox', /^Gekauft am/), '01.07.2026');
    fixture.detectChanges();
    const effect = plain(page.querySelector('et-device-effect'));
    expect(effect).toContain('40 × 990,00 € netto sind 47.124,00 € brutto.Ein Stück kostet 1.178,10 € brutto.');
    expect(effect).toContain(
      'Im Haushalt ist das Aufwand: geringwertig, Konto 422220.Zu ersetzen voraussichtlich 2031.',
    );
    type(byRole(page, 'textbox', /^Nettopreis/), '1.010,00');
    fixture.detectChanges();
    expect(plain(page.querySelector('et-device-effect'))).toContain('48.076,00 € brutto');
    expect(plain(page.querySelector('et-device-effect'))).toContain('Investition: über der Wertgrenze.');
    choose('Netz', 'education');
    expect(byRole<HTMLSelectElement>(page, 'combobox', 'Bezahlt aus dem Rahmen').value).toBe('SCHOOL_NET');
    choose('Bezahlt aus dem Rahmen', 'CORE');
    expect(textOf(page)).toContain('Kern-IT und Schulnetze würden vermischt');
    byRole(page, 'button', 'Geräte eintragen').click();
    server.expectNone('/api/v1/devices');
    choose('Netz', 'administration');
    expect(allByRole(page, 'textbox', 'Gremium')).toEqual([]);
    byRole(page, 'button', 'Geräte eintragen').click();
    const call = server.expectOne('/api/v1/devices');
    expect(call.request.body).toEqual({
      kindId: 'k-1',
      quantity: 40,
      inventoryNumber: '',
      boughtOn: '2026-07-01',
      netUnitCents: 101_000,
      networkZone: 'administration',
      frame: 'CORE',
      note: '',
    });
  });
});

it('two people change a batch: the place of one and the price of the other are both kept', async () => {
  const { fixture, server, page } = await open(BatchFormPage, { batchId: 'b-1' });
  server.expectOne('/api/v1/devices/b-1').flush(BATCH);
  server.expectOne(({ url }) => url === '/api/v1/device-kinds').flush({ kinds: [KIND], rule: RULE });
  server.expectOne('/api/v1/sites/names').flush([]);
  server.expectOne('/api/v1/split-keys').flush([]);
  server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
  await moment();
  TestBed.tick();
  // The rule of the year in which it was bought.
  server.expectOne(({ url }) => url === '/api/v1/device-kinds').flush({ kinds: [KIND], rule: RULE });
  await rest(fixture);
  type(byRole(page, 'textbox', /^Stückzahl/), '41');
  type(byRole(page, 'textbox', /^Grund/), 'nachgezählt');
  fixture.detectChanges();
  byRole(page, 'button', 'Speichern').click();
  const stale = { code: 'VERSION_STALE', title: 'Inzwischen geändert', detail: '', status: 409 };
  server.expectOne('/api/v1/devices/b-1').flush(stale, { status: 409, statusText: 'Conflict' });
  await moment();
  server.expectOne('/api/v1/devices/b-1').flush({ ...BATCH, netUnitCents: 98_000, version: 5 });
  await rest(fixture);
  expect(plain(byRole(page, 'row', /^Nettopreis/))).toContain('990,00 €');
  byRole(page, 'button', 'So speichern').click();
  expect(server.expectOne('/api/v1/devices/b-1').request.body).toMatchObject({
    ...{ quantity: 41, netUnitCents: 98_000, reason: 'nachgezählt', version: 5 },
  });
});
