import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DemandSheetReading, DemandSheetRow } from '@etatlotse/contracts/demand/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { DemandExcelPage } from './demand-excel.page';

const CHANGED: DemandSheetRow = {
  kind: 'changed',
  row: 2,
  demandId: 'd-1',
  number: 7,
  title: 'Notebooks',
  unitCode: '40',
  items: 1,
  unknownItems: 0,
  planBeforeCents: 4_712_400,
  planAfterCents: 5_301_450,
  changes: [
    {
      sheet: 'Positionen',
      cell: 'I2',
      header: 'Menge',
      item: 'Notebook 14 Zoll',
      kind: 'changed',
      from: '40',
      to: '45',
    },
    { sheet: 'Positionen', cell: null, header: 'Bezeichnung', item: 'Tasche', kind: 'removed', from: 'Tasche', to: '' },
  ],
  changedByName: null,
  changedAt: null,
};
const READING: DemandSheetReading = {
  fileName: 'Bedarfe 2027.xlsx',
  roundId: 'r-1',
  firstYear: 2027,
  lastYear: 2027,
  seen: 'abc',
  rows: [
    CHANGED,
    {
      ...CHANGED,
      kind: 'new',
      row: 5,
      demandId: null,
      number: null,
      title: 'Scanner',
      planBeforeCents: null,
      planAfterCents: 100_000,
      changes: [],
    },
    {
      ...CHANGED,
      kind: 'conflict',
      row: 3,
      number: 9,
      title: 'Beamer',
      changedByName: 'Kim Kramer',
      changedAt: '2026-11-30T09:00:00Z',
    },
  ],
  sameCount: 12,
  errorCount: 1,
  errors: [{ sheet: 'Positionen', cell: 'K4', code: 'AMOUNT_FORMAT', value: 'folgt' }],
};

interface Opened {
  readonly fixture: ComponentFixture<DemandExcelPage>;
  readonly server: HttpTestingController;
  readonly page: HTMLElement;
}

async function open(state = 'open'): Promise<Opened> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(DemandExcelPage);
  const server = TestBed.inject(HttpTestingController);
  await moment();
  server.expectOne('/api/v1/planning-rounds/current').flush({ id: 'r-1', firstYear: 2027, lastYear: 2027, state });
  await rest(fixture);
  return { fixture, server, page: fixture.nativeElement };
}

async function choose({ page }: Opened, size = 1): Promise<void> {
  const field = page.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
  const file = Object.defineProperty(new File(['x'], 'Bedarfe 2027.xlsx'), 'size', { value: size });
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change'));
  await moment();
}

async function read(opened: Opened, reading = READING): Promise<void> {
  await choose(opened);
  const call = opened.server.expectOne('/api/v1/demands/sheet-readings?roundId=r-1');
  expect((call.request.body as FormData).get('file')).toMatchObject({ name: 'Bedarfe 2027.xlsx' });
  call.flush(reading);
  await rest(opened.fixture);
}

const rowOf = (page: HTMLElement, head: string | RegExp): string[] =>
  [...(byRole(page, 'rowheader', head).closest('tr')?.cells ?? [])].map(textOf);

describe('demands by Excel', () => {
  it('says in three steps how it works, and the sheet is one link away', async () => {
    const { page } = await open();
    expect(allByRole(page, 'heading').map(textOf)[0]).toBe('Bedarfe für 2027 mit Excel melden');
    expect([...page.querySelectorAll('.et-demand__excel-steps > li')]).toHaveLength(3);
    expect(byRole(page, 'link', 'Tabelle herunterladen').getAttribute('href')).toBe(
      '/api/v1/demands/sheet.xlsx?roundId=r-1',
    );
  });

  it('shows what is new, what changes from what to what, what cannot be read and what others changed, and stores what was shown', async () => {
    const opened = await open();
    const { page, server, fixture } = opened;
    await read(opened);
    expect(textOf(byRole(page, 'status'))).toBe(
      'Das steht in der Datei: 1 neuer Bedarf, 1 geänderter Bedarf, 1 inzwischen von anderen geändert, 1 Zelle nicht lesbar, 12 unverändert. ' +
        'In den Planjahren werden daraus 54.015 € statt bisher 47.124 €, brutto.',
    );
    expect(rowOf(page, 'Positionen K4')).toEqual([
      'Positionen K4',
      'folgt',
      expect.stringContaining('Das ist kein Betrag'),
    ]);
    expect(textOf(page)).toContain('Zeile 3: geändert von Kim Kramer am 30.11.2026');
    const changed = allByRole(page, 'rowheader').filter((one) => textOf(one).startsWith('Menge'));
    expect([...(changed.at(-1)?.closest('tr')?.cells ?? [])].map(textOf)).toEqual([
      'Positionen I2',
      'Menge Notebook 14 Zoll',
      '40',
      '45',
    ]);
    expect(textOf(page)).toContain('Position entfällt');
    byRole(page, 'button', '2 Bedarfe übernehmen').click();
    await moment();
    const call = server.expectOne('/api/v1/demands/sheet?roundId=r-1&seen=abc');
    expect(call.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    call.flush({ roundId: 'r-1', added: 1, changed: 1 });
    await rest(fixture);
    expect(textOf(page)).toContain('Gespeichert: 1 neuer Bedarf, 1 geänderter Bedarf.');
    expect(byRole(page, 'link', 'Zur Liste der Bedarfe').getAttribute('href')).toBe('/demands?state=draft');
    expect(page.querySelector('input[type="file"]')).not.toBeNull();
  });

  it('shows the new preview where the old one no longer holds, and stores nothing', async () => {
    const opened = await open();
    const { page, server, fixture } = opened;
    await read(opened);
    byRole(page, 'button', '2 Bedarfe übernehmen').click();
    await moment();
    server
      .expectOne('/api/v1/demands/sheet?roundId=r-1&seen=abc')
      .flush(
        { code: 'DEMAND_SHEET_CHANGED', status: 409, title: '', detail: '' },
        { status: 409, statusText: 'Conflict' },
      );
    await moment();
    server.expectOne('/api/v1/demands/sheet-readings?roundId=r-1').flush({ ...READING, rows: [CHANGED], seen: 'def' });
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Die Vorschau stimmt nicht mehr');
    expect(textOf(byRole(page, 'button', '1 Bedarf übernehmen'))).toBe('1 Bedarf übernehmen');
  });

  it('offers nothing to take over where the file says nothing new, and says when a round takes nothing', async () => {
    const opened = await open();
    await read(opened, { ...READING, rows: [], errors: [], errorCount: 0 });
    expect(textOf(byRole(opened.page, 'status'))).toContain('Es gibt nichts zu übernehmen.');
    expect(allByRole(opened.page, 'button').map(textOf)).toEqual(['Andere Datei wählen']);
    TestBed.resetTestingModule();
    const { page } = await open('frozen');
    expect(textOf(page)).toContain('Die Runde nimmt zurzeit nichts an');
    expect(page.querySelector('input[type="file"]')).toBeNull();
  });

  it('does not send a file that is too large', async () => {
    const opened = await open();
    await choose(opened, 5 * 1024 * 1024 + 1);
    await rest(opened.fixture);
    opened.server.expectNone('/api/v1/demands/sheet-readings?roundId=r-1');
    expect(textOf(opened.page)).toContain('Die Datei ist größer als 5 MB');
  });
});
