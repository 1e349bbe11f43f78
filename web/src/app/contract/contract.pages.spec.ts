import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ContractDetail, ContractPage as RegisterPage, FeesView } from '@etatlotse/contracts/contract/plain';
import type { ProcurementAdviceView } from '@etatlotse/contracts/procurement/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { Clock } from '../platform/clock';
import { ContractFormPage } from './contract-form.page';
import { ContractListPage } from './contract-list.page';
import { ContractPage } from './contract.page';
import { FeesPage } from './fees.page';

const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');
const YEARS = [
  { fiscalYear: 2026, costCents: 12_000_000, boundCents: 12_000_000, paymentCents: 12_000_000 },
  { fiscalYear: 2027, costCents: 12_360_000, boundCents: 0, paymentCents: 12_360_000 },
];
const ADVICE: ProcurementAdviceView = {
  path: 'negotiated',
  netCents: 5_760_000,
  wantedOn: '2027-01-01',
  aboveCents: 2_000_000,
  upToCents: 10_000_000,
  leadDays: 60,
  latestStartOn: '2026-11-02',
  isLate: false,
  source: 'Wertgrenzenverordnung',
  isExample: true,
};
const CONTRACT: ContractDetail = {
  id: 'c-1',
  number: 'DV-001',
  vendor: 'Aktenwerk Systeme GmbH',
  subject: 'DMS: Lizenzen und Pflege',
  kind: 'licence',
  unit: { id: 'u-1', code: '10.2', name: 'Abteilung IT' },
  line: { id: 'l-1', number: '4S.100001', name: 'DMS-Ausbau' },
  projects: [{ id: 'p-1', name: 'DMS-Einführung' }],
  frame: 'CORE',
  site: '',
  siteId: null,
  networkZone: null,
  metric: 'workplaces',
  quantity: 1000,
  unitPriceMicros: 120_000_000,
  pricePeriod: 'year',
  priceBasis: 'gross',
  vatBasisPoints: 1900,
  proration: 'month',
  rhythm: 'yearly',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  termEndsOn: '2026-12-31',
  boundUntil: '2026-12-31',
  noticeBy: '2026-10-31',
  isReminded: true,
  minimumMonths: null,
  notice: { length: 2, unit: 'months', to: 'term_end' },
  renewalMonths: 12,
  steps: [],
  indexation: { basisPoints: 300, firstOn: '2027-01-01' },
  vatAnswer: null,
  remindDays: 90,
  state: 'running',
  framework: '',
  award: { isSuccessor: true, advice: ADVICE },
  isInHouse: false,
  isCostRecovery: false,
  isDemo: false,
  stoppedOn: null,
  stopKind: null,
  stopReason: '',
  yearlyCents: 12_000_000,
  years: YEARS,
  prices: [
    { from: '2026-01-01', why: 'start', quantity: 1000, unitPriceMicros: 120_000_000, yearlyCents: 12_000_000 },
    { from: '2027-01-01', why: 'index', quantity: 1000, unitPriceMicros: 120_000_000, yearlyCents: 12_360_000 },
  ],
  notices: [
    {
      noticeBy: '2026-10-31',
      endsOn: '2026-12-31',
      freed: [{ fiscalYear: 2027, amountCents: 12_360_000 }],
      freedCents: 12_360_000,
    },
  ],
  events: [
    {
      id: 'v-1',
      kind: 'changed',
      happenedOn: '2026-09-01',
      endsOn: null,
      reason: 'mehr Arbeitsplätze',
      changed: ['quantity'],
      recordedBy: 'Frauke Finke',
      recordedAt: '2026-09-01T08:00:00Z',
    },
  ],
  mayWrite: true,
  version: 3,
};

interface Opened<Page> {
  readonly fixture: ComponentFixture<Page>;
  readonly server: HttpTestingController;
  readonly page: HTMLElement;
}

function open<Page>(component: Type<Page>, inputs: Readonly<Record<string, unknown>> = {}): Opened<Page> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Clock, useValue: { nowMs: () => Date.UTC(2026, 9, 5, 6) } },
    ],
  });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return { fixture, server: TestBed.inject(HttpTestingController), page: fixture.nativeElement as HTMLElement };
}

describe('one contract', () => {
  const show = async (contract: ContractDetail): Promise<Opened<ContractPage>> => {
    const opened = open(ContractPage, { contractId: 'c-1' });
    opened.server.expectOne('/api/v1/contracts/c-1').flush(contract);
    opened.server.expectOne(({ url }) => url === '/api/v1/budget/documents').flush({ rows: [], nextCursor: null });
    await rest(opened.fixture);
    return opened;
  };

  it('says in one sentence what it costs, until when it binds and by when notice is due', async () => {
    const { page } = await show(CONTRACT);
    expect(plain(page.querySelector('.et-lead'))).toContain(
      'Kostet zurzeit 120.000,00 € im Jahr. Gebunden bis 31.12.2026. Nächste Kündigung bis 31.10.2026 (in 26 Tagen).',
    );
    expect(plain(page.querySelector('et-notice'))).toContain('Bis 31.10.2026 (in 26 Tagen) kann zum 31.12.2026');
    expect(byRole(page, 'link', 'Ändern').getAttribute('href')).toBe('/contracts/c-1/edit');
    expect(plain(page)).toContain(
      'Wie wird der Nachfolger vergeben?Verhandlungsvergabe57.600,00 € netto liegen über 20.000,00 € und nicht über 100.000,00 €',
    );
  });

  it('T27 shows the years, the rise of the price and what notice gives back', async () => {
    const { page } = await show(CONTRACT);
    expect(plain(byRole(page, 'row', /^2027 123/))).toBe('2027 123.600,00 0,00 123.600,00 123.600,00');
    expect(plain(byRole(page, 'row', /Preisanpassung/))).toContain('1.000120,00 123.600,00');
    expect(plain(byRole(page, 'row', /^31\.10\.2026/))).toContain('31.12.2026 123.600,00');
    expect(plain(byRole(page, 'row', /^Geändert/))).toContain('Geändert: Menge mehr Arbeitsplätze');
  });

  it('gives notice with the version that was seen; without a reason nothing is sent', async () => {
    const { fixture, server, page } = await show(CONTRACT);
    byRole(page, 'button', 'Kündigen oder beenden').click();
    await moment();
    fixture.detectChanges();
    expect(textOf(page.querySelector('dialog'))).toContain('Heute gekündigt endet er am 31.12.2026.');
    byRole(page, 'button', 'Ende eintragen').click();
    fixture.detectChanges();
    expect(textOf(page.querySelector('dialog'))).toContain('Bitte ausfüllen.');
    type(byRole(page, 'textbox', 'Grund'), 'Ausschreibung');
    fixture.detectChanges();
    byRole(page, 'button', 'Ende eintragen').click();
    const call = server.expectOne('/api/v1/contracts/c-1/steps');
    expect(call.request.body).toEqual({
      step: 'notice',
      happenedOn: '2026-10-05',
      reason: 'Ausschreibung',
      version: 3,
    });
    call.flush({ id: 'c-1', version: 4 });
    await moment();
    TestBed.tick();
    server.expectOne('/api/v1/contracts/c-1').flush(CONTRACT);
  });

  it('offers to withdraw once the end is settled, and nothing to who may not write', async () => {
    const stopped: ContractDetail = {
      ...CONTRACT,
      state: 'stopped',
      stoppedOn: '2026-12-31',
      stopKind: 'notice',
      stopReason: 'Ausschreibung',
      notices: [],
      noticeBy: null,
      isReminded: false,
    };
    const { page } = await show(stopped);
    expect(plain(page.querySelector('et-notice'))).toContain('endet am 31.12.2026 (in 87 Tagen). Ausschreibung');
    byRole(page, 'button', 'Kündigung zurücknehmen');
    expect(allByRole(page, 'link', 'Ändern')).toEqual([]);
    TestBed.resetTestingModule();
    const other = await show({ ...stopped, mayWrite: false });
    expect(allByRole(other.page, 'button', 'Kündigung zurücknehmen')).toEqual([]);
  });
});

describe('the register', () => {
  const PAGE: RegisterPage = {
    rows: [{ ...CONTRACT, costCents: 12_000_000 }],
    nextCursor: null,
    totals: { count: 1, reminded: 1, years: YEARS },
  };

  it('answers what contracts cost, what is bound next year and what could still be ended', async () => {
    const { fixture, server, page } = open(ContractListPage, { frame: 'CORE', within: '90' });
    const call = server.expectOne(({ url }) => url === '/api/v1/contracts');
    expect(call.request.params.get('frame')).toBe('CORE');
    expect(call.request.params.get('noticeWithinDays')).toBe('90');
    call.flush(PAGE);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toBe(
      'Ein Vertrag kostet 120.000 €. Für 2027 sind schon 0 € gebunden, 123.600 € ließen sich noch kündigen. Eine Kündigungsfrist steht an.',
    );
    expect(plain(byRole(page, 'row', /^DMS/))).toContain('120.000,00 31.12.2026');
    const calendar = byRole(page, 'link', 'Kündigungstermine (iCal)').getAttribute('href');
    expect(calendar).toBe('/api/v1/contracts/deadlines.ics?fiscalYear=2026');
  });

  it('says what belongs here when nothing is found', async () => {
    const { fixture, server, page } = open(ContractListPage);
    server
      .expectOne(({ url }) => url === '/api/v1/contracts')
      .flush({ rows: [], nextCursor: null, totals: { count: 0, reminded: 0, years: [] } });
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    expect(textOf(page.querySelector('et-empty'))).toContain('Kein Vertrag gefunden');
  });
});

describe('fees', () => {
  const VIEW: FeesView = {
    years: [2026],
    zones: [{ networkZone: 'telephony', contracts: 1, sites: 2, years: [{ fiscalYear: 2026, costCents: 2_808_000 }] }],
    totals: [{ fiscalYear: 2026, costCents: 2_808_000, ceilingCents: null, roomCents: null }],
  };

  it('R26 says what they would take and that the frame is unknown, never zero', async () => {
    const { fixture, server, page } = open(FeesPage);
    server.expectOne(({ url }) => url === '/api/v1/contracts/fees').flush(VIEW);
    server
      .expectOne(({ url }) => url === '/api/v1/contracts')
      .flush({ rows: [], nextCursor: null, totals: { count: 0, reminded: 0, years: [] } });
    await rest(fixture);
    expect(plain(page.querySelector('.et-lead'))).toBe(
      '2026 fallen voraussichtlich 28.080,00 € an. Der Rahmen Gebühren ist nicht hinterlegt, deshalb lässt sich nicht sagen, ob es reicht.',
    );
    expect(plain(byRole(page, 'row', /^Telefonie/))).toBe('Telefonie 1 Vertrag, 2 Standorte 28.080,00');
    expect(plain(byRole(page, 'row', /^Rest/))).toBe('Restunbekannt');
  });
});

describe('entering a contract', () => {
  it('shows while typing what follows, or why it cannot stand like this', async () => {
    const { fixture, server, page } = open(ContractFormPage);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    const effect = (): string => {
      fixture.detectChanges();
      return plain(page.querySelector('et-contract-effect'));
    };
    const typeIn = (name: string | RegExp, text: string): void => type(byRole(page, 'textbox', name), text);
    expect(effect()).toContain('Tragen Sie Menge, Preis, Beginn und Kündigungsfrist ein.');
    typeIn(/^Menge/, '40');
    typeIn(/^Einzelpreis/, '990,00');
    typeIn(/^Beginn/, '01.01.2026');
    typeIn(/^Letzter Tag/, '31.12.2026');
    expect(effect()).toContain('Kostet 47.124,00 € im Jahr, brutto. Gebunden bis 31.12.2026.');
    typeIn(/^Verlängert sich/, '12');
    expect(effect()).toContain('Ein Vertrag ohne festes Ende braucht eine Kündigungsfrist.');
    typeIn(/^Kündigungsfrist/, '13');
    expect(effect()).toContain('Gekündigt werden müsste spätestens am 30.11.2025');
    typeIn(/^Kündigungsfrist/, '2');
    expect(effect()).toContain('Nächste Kündigung bis 31.10.2026 (in 26 Tagen).');
  });

  it('asks about a point that may mean thousands, and sends nothing before everything can be read', async () => {
    const { fixture, server, page } = open(ContractFormPage);
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    await rest(fixture);
    type(byRole(page, 'textbox', /^Einzelpreis/), '4.995');
    type(byRole(page, 'textbox', /^Menge/), '-3');
    fixture.detectChanges();
    byRole(page, 'button', 'Vertrag eintragen').click();
    fixture.detectChanges();
    const text = textOf(page);
    expect(text).toContain('Das kann Tausender oder Nachkommastellen meinen.');
    expect(text).toContain('Bitte eine ganze Zahl größer als null eintragen.');
    server.expectNone(({ url }) => url === '/api/v1/contracts');
  });

  it('changes a contract at the version that was seen and keeps everything else as it was', async () => {
    const { fixture, server, page } = open(ContractFormPage, { contractId: 'c-1' });
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [] });
    server.expectOne('/api/v1/contracts/c-1').flush(CONTRACT);
    server.expectOne(({ url }) => url === '/api/v1/budget/documents').flush({ rows: [], nextCursor: null });
    let asked: TestRequest | undefined;
    while (asked === undefined) {
      await moment();
      fixture.detectChanges();
      [asked] = server.match(({ url }) => url === '/api/v1/procurement/advice');
    }
    expect(asked.request.params.get('netCents')).toBe('40336134');
    asked.flush(ADVICE);
    await rest(fixture);
    expect(textOf(page)).toContain('muss die Vergabe spätestens am 02.11.2026 beginnen (60 Tage).');
    type(byRole(page, 'textbox', /^Menge/), '1100');
    type(byRole(page, 'textbox', /^Grund/), 'mehr Arbeitsplätze');
    fixture.detectChanges();
    byRole(page, 'button', 'Änderung speichern').click();
    const call = server.expectOne('/api/v1/contracts/c-1');
    expect(call.request.method).toBe('PUT');
    expect(call.request.body).toMatchObject({
      number: 'DV-001',
      lineId: 'l-1',
      unitId: 'u-1',
      quantity: 1100,
      unitPriceMicros: 120_000_000,
      indexation: { basisPoints: 300, firstOn: '2027-01-01' },
      notice: { length: 2, unit: 'months', to: 'term_end' },
      renewalMonths: 12,
      endsOn: '2026-12-31',
      reason: 'mehr Arbeitsplätze',
      version: 3,
    });
  });
});
