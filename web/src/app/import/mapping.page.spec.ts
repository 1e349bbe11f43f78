import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { FIELD_TEXTS, RECORD_FIELD_TEXTS, type ImportRun } from '@etatlotse/contracts/import/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { aRun } from './import.sample';
import { MappingPage } from './mapping.page';

describe('how a file is read', () => {
  const open = async (run: ImportRun) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSessionWithRights('finance'));
    await known;
    const fixture = TestBed.createComponent(MappingPage);
    fixture.componentRef.setInput('importId', run.id);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne(`/api/v1/imports/${run.id}`).flush(run);
    await rest(fixture);
    return { fixture, server, navigate, page: fixture.nativeElement as HTMLElement };
  };
  const choose = (page: HTMLElement, name: string | RegExp, value: string): void => {
    const field = byRole<HTMLSelectElement>(page, 'combobox', name);
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };
  const valueOf = (page: HTMLElement, name: string): string => byRole<HTMLSelectElement>(page, 'combobox', name).value;

  it('shows each column with its meaning above the first cells, the header marked', async () => {
    const { page } = await open(aRun());
    expect(valueOf(page, 'Bedeutung von Spalte B, Kostenart')).toBe('field:account');
    expect(valueOf(page, 'Jahr von Spalte C, Plan 2017')).toBe('2017');
    const [column] = [...page.querySelectorAll('[etMappingColumn]')].slice(2);
    expect([...(column?.querySelectorAll('.et-mapping__cell') ?? [])].map(textOf)).toEqual([
      'Zeile 1: Plan 2017',
      'Zeile 2: -22.000,00',
      'Zeile 3: 0,00',
    ]);
    expect(column?.querySelectorAll('.et-mapping__cell--header')).toHaveLength(1);
  });

  it('says at the column what is wrong, and reads again only when it is sound', async () => {
    const { fixture, server, navigate, page } = await open(aRun());
    choose(page, 'Bedeutung von Spalte A, Objektnr.', 'field:account');
    await rest(fixture);
    const wrong = [...page.querySelectorAll('[etMappingColumn]')].filter((column) =>
      textOf(column).includes('schon eine andere'),
    );
    expect(wrong.map((column) => textOf(column.querySelector('b')))).toEqual(['Kostenart']);
    byRole(page, 'button', 'Neu lesen').click();
    await rest(fixture);
    server.expectNone('/api/v1/imports/i-1/mapping');

    choose(page, 'Bedeutung von Spalte B, Kostenart', 'ignore');
    choose(page, 'Jahr von Spalte C, Plan 2017', '2018');
    choose(page, /^Beträge in/, '1000');
    choose(page, /^Vorzeichen/, 'both_positive');
    choose(page, /^So stehen Zahlen da/, '3');
    await rest(fixture);
    byRole(page, 'button', 'Neu lesen').click();
    const call = server.expectOne('/api/v1/imports/i-1/mapping');
    expect(call.request.body).toMatchObject({
      version: 1,
      mapping: {
        columns: [{ role: 'field', field: 'account' }, { role: 'ignore' }, { role: 'amount', fiscalYear: 2018 }],
        unitFactor: 1000,
        signs: { revenue: 1, expense: 1 },
        numbers: { decimal: '.', grouping: ',' },
        keyFields: ['account'],
      },
    });
    call.flush(aRun({ version: 2 }));
    await moment();
    expect(navigate).toHaveBeenCalledWith(['/import', 'i-1'], { queryParamsHandling: 'preserve' });
  });

  it('undoes what was changed, and says when nothing was', async () => {
    const { fixture, server, page } = await open(aRun());
    byRole(page, 'button', 'Neu lesen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Es ist noch nichts geändert.');
    server.expectNone('/api/v1/imports/i-1/mapping');
    choose(page, 'Bedeutung von Spalte C, Plan 2017', 'ignore');
    await rest(fixture);
    expect(textOf(page)).toContain('Keine Spalte ist als Betrag bezeichnet.');
    byRole(page, 'button', 'Änderungen verwerfen').click();
    await rest(fixture);
    expect(valueOf(page, 'Bedeutung von Spalte C, Plan 2017')).toBe('amount');
    expect(textOf(page)).not.toContain('Keine Spalte ist als Betrag bezeichnet.');
  });

  it('names the product that no column names, another header, and the key', async () => {
    const { fixture, server, page } = await open(aRun());
    type(byRole(page, 'textbox', /^Produkt, für alle/), '0115');
    await rest(fixture);
    byRole(page, 'checkbox', 'Produkt').click();
    byRole(page, 'checkbox', 'Kostenträger oder Objekt').click();
    choose(page, /^Kopfzeile/, '2');
    await rest(fixture);
    byRole(page, 'button', 'Neu lesen').click();
    const { mapping } = server.expectOne('/api/v1/imports/i-1/mapping').request.body as {
      mapping: { columns: { header: string }[] };
    };
    expect(mapping).toMatchObject({
      constants: { product: '0115' },
      keyFields: ['account', 'product'],
      headerRows: [2],
      firstDataRow: 3,
    });
    expect(mapping.columns[0]?.header).toBe('1.100.01.01.01');
  });

  it('recognises the file anew for another content, and for the whole batch on request', async () => {
    const { fixture, server, page } = await open(aRun({ batchId: 'b-1' }));
    choose(page, 'Inhalt', 'actuals');
    await rest(fixture);
    byRole(page, 'button', 'Damit neu erkennen').click();
    const again = server.expectOne('/api/v1/imports/i-1/mapping');
    expect(again.request.body).toEqual({ version: 1, mapping: null, kind: 'actuals' });
    again.flush(aRun({ batchId: 'b-1', version: 2 }));
    await rest(fixture);
    byRole(page, 'checkbox', /anderen Dateien des Stapels/).click();
    await rest(fixture);
    byRole(page, 'button', 'Neu lesen').click();
    expect(server.expectOne('/api/v1/imports/i-1/mapping').request.body).toMatchObject({ forBatch: true });
  });

  it('offers every meaning that a column can have', async () => {
    const { page } = await open(aRun());
    const field = byRole<HTMLSelectElement>(page, 'combobox', 'Bedeutung von Spalte A, Objektnr.');
    const offered = [...field.options].map(({ value }) => value.replace('field:', ''));
    const ofRegisters = Object.keys(RECORD_FIELD_TEXTS);
    const ofBudgets = Object.keys(FIELD_TEXTS).filter((field) => !ofRegisters.includes(field));
    expect(offered.sort()).toEqual([...ofBudgets, 'ignore', 'amount', 'balance'].sort());
  });

  it('is closed once the file has been taken over', async () => {
    const { page } = await open(aRun({ state: 'committed' }));
    expect(allByRole(page, 'button', 'Neu lesen')).toEqual([]);
    expect(textOf(page)).toContain('Diese Datei lässt sich nicht mehr anders lesen.');
  });

  it('offers sheets with one heading as one table', async () => {
    const run = aRun();
    const info = { rows: 20, numbers: 40, isHidden: false, isAlike: true };
    const sheets = [
      { ...info, name: 'THH 01' },
      { ...info, name: 'THH 02' },
      { ...info, name: 'Stellen', isAlike: false },
    ];
    const { fixture, server, page } = await open({
      ...run,
      preview: run.preview && { ...run.preview, format: 'xlsx', sheetName: 'THH 01', sheets },
    });
    const field = byRole<HTMLSelectElement>(page, 'combobox', 'Blatt der Mappe');
    expect([...field.options].map(({ value, text }) => [value, text])).toEqual([
      ['THH 01/THH 02', '2 Blätter mit derselben Überschrift zusammen'],
      ['THH 01', 'THH 01, 20 Zeilen'],
      ['THH 02', 'THH 02, 20 Zeilen'],
      ['Stellen', 'Stellen, 20 Zeilen'],
    ]);
    choose(page, 'Blatt der Mappe', 'THH 01/THH 02');
    await rest(fixture);
    byRole(page, 'button', 'Damit neu erkennen').click();
    expect(server.expectOne('/api/v1/imports/i-1/mapping').request.body).toMatchObject({ sheet: 'THH 01/THH 02' });
  });
});
