import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LineAssignment } from '@etatlotse/contracts/budget';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { LineFormPage } from './line-form.page';
import { LinesAssign } from './lines-assign';

const UNITS = { units: [{ id: 'u-40', code: 'FB 40', name: 'Schule', depth: 1 }] };
const POOLS = [{ id: 'p-1', code: 'DK 1', name: 'Schulnetze', budgetNote: '', version: 1, lines: 3 }];
const LINE = {
  ...{ id: 'l-1', number: '4S.210014.03', name: 'Kabel', account: '4291000', accountName: '', accountFrame: 'NI' },
  ...{ subBudget: '', product: '', productName: '', statementLine: '', projectKey: '', costCentre: '' },
  ...{ frame: 'SCHOOL_NET', runOrChange: 'run', serviceClass: null, networkZone: null, isNonStaff: true },
  ...{ reserve: null, unit: { id: 'u-40', code: 'FB 40', name: 'Schule' }, pool: null, explanation: 'Wartung' },
  ...{ mayCarryOver: true, isArchived: false, version: 7 },
};

const choose = async (fixture: ComponentFixture<unknown>, name: string, value: string): Promise<void> => {
  const list = byRole<HTMLSelectElement>(fixture.nativeElement, 'combobox', name);
  list.value = value;
  list.dispatchEvent(new Event('change'));
  await rest(fixture);
};

const write = async (fixture: ComponentFixture<unknown>, field: HTMLElement, text: string): Promise<void> => {
  type(field, text);
  await rest(fixture);
};

describe('a budget line', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  const serveOptions = async (fixture: ComponentFixture<unknown>): Promise<void> => {
    server.expectOne(({ url }) => url.endsWith('organization/units')).flush(UNITS);
    server.expectOne(({ url }) => url.endsWith('budget/pools')).flush(POOLS);
    await rest(fixture);
  };
  const open = async (lineId?: string): Promise<ComponentFixture<LineFormPage>> => {
    const fixture = TestBed.createComponent(LineFormPage);
    if (lineId !== undefined) fixture.componentRef.setInput('lineId', lineId);
    fixture.detectChanges();
    if (lineId !== undefined) server.expectOne(({ url }) => url.endsWith(`budget/lines/${lineId}`)).flush(LINE);
    await serveOptions(fixture);
    return fixture;
  };

  it('says while typing what the account means, and refuses one that the frame does not know', async () => {
    const fixture = await open();
    const page = fixture.nativeElement as HTMLElement;
    await write(fixture, byRole(page, 'textbox', 'Sachkonto'), '4291000');
    expect(textOf(page)).toContain('Dieses Konto bedeutet: Aufwand, Ergebnishaushalt.');
    await write(fixture, byRole(page, 'textbox', 'Sachkonto'), '0000000');
    expect(textOf(page)).toContain('Dieses Konto kennt der Kontenrahmen nicht.');
    byRole(page, 'button', 'Zeile anlegen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte geben Sie die Nummer der Zeile an.');
    expect(textOf(page)).toContain('Bitte geben Sie ein Sachkonto an, das der Kontenrahmen kennt.');
  });

  it('is created with what was typed and chosen', async () => {
    const fixture = await open();
    const page = fixture.nativeElement as HTMLElement;
    await write(fixture, byRole(page, 'textbox', 'Nummer der Zeile'), ' 4S.210014.09 ');
    await write(fixture, byRole(page, 'textbox', 'Bezeichnung'), 'WLAN der Grundschulen');
    await write(fixture, byRole(page, 'textbox', 'Sachkonto'), '4291000');
    await choose(fixture, 'Budgetrahmen', 'SCHOOL_NET');
    await choose(fixture, 'Organisationseinheit', 'u-40');
    byRole(page, 'button', 'Zeile anlegen').click();
    await moment();
    const { request } = server.expectOne(({ method, url }) => method === 'POST' && url.endsWith('budget/lines'));
    expect(request.headers.has('Idempotency-Key')).toBe(true);
    expect(request.body).toMatchObject({
      ...{ number: '4S.210014.09', name: 'WLAN der Grundschulen', account: '4291000', accountFrame: 'NI' },
      ...{ frame: 'SCHOOL_NET', unitId: 'u-40', poolId: null, isNonStaff: true },
    });
    expect(request.body).not.toHaveProperty('isArchived');
  });

  it('keeps number and account for ever; a change names the version it was seen in', async () => {
    const fixture = await open('l-1');
    const page = fixture.nativeElement as HTMLElement;
    const texts = [
      'Bezeichnung',
      'Teilhaushalt',
      'Produkt',
      'Name des Produkts',
      'Posten im Haushaltsplan',
      'Kostenstelle',
    ];
    expect(allByRole(page, 'textbox').filter((box) => box.tagName === 'INPUT')).toHaveLength(texts.length);
    await write(fixture, byRole(page, 'textbox', /^Teilhaushalt/), 'TH 4');
    await choose(fixture, 'Deckungskreis', 'p-1');
    byRole(page, 'button', 'Speichern').click();
    await moment();
    const { request } = server.expectOne(({ method }) => method === 'PATCH');
    expect(request.body).toMatchObject({
      version: 7,
      poolId: 'p-1',
      unitId: 'u-40',
      frame: 'SCHOOL_NET',
      subBudget: 'TH 4',
    });
    expect(request.body).not.toHaveProperty('number');
    expect(request.body).not.toHaveProperty('account');
  });

  it('many lines get one assignment: what stays is not sent, what is removed is sent as null', async () => {
    const fixture = TestBed.createComponent(LinesAssign);
    fixture.componentRef.setInput('lines', 5971);
    const sent: LineAssignment[] = [];
    fixture.componentInstance.confirmed.subscribe((assignment) => sent.push(assignment));
    fixture.detectChanges();
    await serveOptions(fixture);
    const page = fixture.nativeElement as HTMLElement;
    expect(textOf(page)).toContain('5.971 Zeilen zuordnen');
    byRole(page, 'button', 'Zuordnen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte wählen Sie mindestens eine Zuordnung.');
    await choose(fixture, 'Budgetrahmen', 'CORE');
    await choose(fixture, 'Netz', '-');
    await write(fixture, byRole(page, 'textbox', 'Teilhaushalt'), 'TH 4');
    await write(fixture, byRole(page, 'textbox', 'Produkt'), 'x');
    await write(fixture, byRole(page, 'textbox', 'Produkt'), '');
    byRole(page, 'button', 'Zuordnen').click();
    await rest(fixture);
    expect(sent).toEqual([{ frame: 'CORE', networkZone: null, subBudget: 'TH 4' }]);
  });
});
