import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { aBatch, aProfile, aRun } from './import.sample';
import { NewImportPage } from './new-import.page';

describe('a new import', () => {
  const open = async (role: RoleName = 'finance') => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    TestBed.inject(HttpTestingController).expectOne('/api/v1/session').flush(aSessionWithRights(role));
    await known;
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(NewImportPage);
    fixture.detectChanges();
    TestBed.tick();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/import-profiles').flush({ rows: [aProfile()] });
    server.expectOne('/api/v1/imports/limits').flush({ fileBytes: 1_000, files: 200 });
    await rest(fixture);
    return { fixture, server, navigate, page: fixture.nativeElement as HTMLElement };
  };
  const drop = (page: HTMLElement, ...names: readonly string[]): void => {
    const field = page.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
    const files = names.map((name) => new File(['Zeile;Betrag'], name, { lastModified: 1 }));
    Object.defineProperty(field, 'files', { value: files, configurable: true });
    field.dispatchEvent(new Event('change'));
  };
  const toImport = { queryParams: { kind: null }, queryParamsHandling: 'merge' };

  it('asks for a file before it sends anything', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Datei prüfen').click();
    await rest(fixture);
    server.expectNone('/api/v1/imports');
    expect(textOf(page)).toContain('Bitte mindestens eine Datei auswählen.');
  });

  it('says how large a file may be here, and refuses a larger one before it is sent', async () => {
    const { fixture, server, page } = await open();
    expect(textOf(page)).toContain('Eine Datei darf bis 1 kB groß sein, ein Stapel hat bis 200 Dateien.');
    drop(page, 'gross.csv');
    Object.defineProperty(page.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0], 'size', {
      value: 2_000,
    });
    fixture.componentRef.setInput('kind', 'volumes');
    await rest(fixture);
    byRole(page, 'button', 'Datei prüfen').click();
    await rest(fixture);
    server.expectNone('/api/v1/imports');
    expect(textOf(page)).toContain('„gross.csv“ hat 2 kB. Angenommen werden bis 1 kB; bitte teilen Sie die Datei.');
  });

  it('sends a file as it is, asks for nothing up front, shows how far it is and goes to its page', async () => {
    const { server, navigate, page } = await open();
    drop(page, 'buchungen.csv');
    await moment();
    expect(textOf(byRole(page, 'status', /buchungen/))).toBe('buchungen.csv1 kB');
    byRole(page, 'button', 'Datei prüfen').click();
    const call = server.expectOne('/api/v1/imports');
    const form = call.request.body as FormData;
    expect([...form.keys()]).toEqual(['file']);
    expect((form.get('file') as File).name).toBe('buchungen.csv');
    call.event({ type: HttpEventType.UploadProgress, loaded: 30, total: 100 });
    await moment();
    expect(byRole(page, 'progressbar').getAttribute('aria-valuenow')).toBe('30');
    call.flush(aRun({ id: 'i-9' }));
    await moment();
    expect(navigate).toHaveBeenCalledWith(['/import', 'i-9'], toImport);
  });

  it('a head need not say that the file holds case numbers, and reads whose', async () => {
    const { server, page } = await open('department_head');
    expect(textOf(page)).toContain('Sie dürfen einspielen: Fallzahlen, und zwar die Ihres Bereichs.');
    drop(page, 'zahlen.csv');
    await moment();
    byRole(page, 'button', 'Datei prüfen').click();
    const form = server.expectOne('/api/v1/imports').request.body as FormData;
    expect(form.get('kind')).toBe('volumes');
  });

  it('a way here that knows what comes says how such a list may look', async () => {
    const { fixture, page } = await open();
    expect(textOf(page)).not.toContain('Leer heißt unbekannt');
    fixture.componentRef.setInput('kind', 'volumes');
    await rest(fixture);
    expect(textOf(page)).toContain('in jeder Zeile Aufgabe, Einheit, Monat, Fallzahl und Ist oder Plan');
    expect(byRole<HTMLSelectElement>(page, 'combobox', /Was steht in der Datei/).value).toBe('volumes');
  });

  it('tells what somebody knows better than the file', async () => {
    const { fixture, server, page } = await open();
    const say = (name: RegExp, value: string): void => {
      const field = byRole<HTMLSelectElement>(page, 'combobox', name);
      field.value = value;
      field.dispatchEvent(new Event('change'));
    };
    say(/Was steht in der Datei/, 'bookings');
    say(/Gespeichertes Profil/, 'SAP Haushaltsplan');
    const year = byRole<HTMLInputElement>(page, 'textbox', /Haushaltsjahr/);
    year.value = '26';
    year.dispatchEvent(new Event('input'));
    drop(page, 'buchungen.csv');
    byRole(page, 'button', 'Datei prüfen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte ein Jahr wie 2026 eintragen.');
    year.value = '2026';
    year.dispatchEvent(new Event('input'));
    await rest(fixture);
    byRole(page, 'button', 'Datei prüfen').click();
    const form = server.expectOne('/api/v1/imports').request.body as FormData;
    expect([form.get('kind'), form.get('profile'), form.get('fiscalYear')]).toEqual([
      'bookings',
      'SAP Haushaltsplan',
      '2026',
    ]);
  });

  it('makes several files a batch, each once, and lets one be taken off the list', async () => {
    const { fixture, server, navigate, page } = await open();
    drop(page, 'januar.csv', 'februar.csv');
    drop(page, 'februar.csv', 'maerz.csv');
    await rest(fixture);
    expect(textOf(page)).toContain('3 Dateien, zusammen 1 kB. Sie werden ein Stapel.');
    byRole(page, 'button', 'maerz.csv von der Liste nehmen').click();
    await rest(fixture);
    byRole(page, 'button', '2 Dateien prüfen').click();
    const call = server.expectOne('/api/v1/import-batches');
    const files = (call.request.body as FormData).getAll('file') as File[];
    expect(files.map(({ name }) => name)).toEqual(['januar.csv', 'februar.csv']);
    call.flush(aBatch());
    await moment();
    expect(navigate).toHaveBeenCalledWith(['/import/batches', 'b-1'], toImport);
  });

  it('a ZIP is a batch, a picture is refused before it is sent', async () => {
    const { fixture, server, page } = await open();
    drop(page, 'oxford.zip');
    await rest(fixture);
    byRole(page, 'button', 'Dateien im ZIP prüfen').click();
    server.expectOne('/api/v1/import-batches');
    await moment();
    byRole(page, 'button', 'Übertragung abbrechen').click();
    drop(page, 'foto.png');
    await rest(fixture);
    expect(textOf(page)).toContain('„foto.png“ ist keine Tabelle.');
    byRole(page, 'button', '2 Dateien prüfen').click();
    await rest(fixture);
    server.expectNone('/api/v1/import-batches');
  });

  it('stops a transfer on request', async () => {
    const { server, page, fixture } = await open();
    drop(page, 'buchungen.csv');
    byRole(page, 'button', 'Datei prüfen').click();
    const call = server.expectOne('/api/v1/imports');
    await moment();
    byRole(page, 'button', 'Übertragung abbrechen').click();
    await rest(fixture);
    expect(call.cancelled).toBe(true);
    byRole(page, 'button', 'Datei prüfen');
  });

  it('says when this very file came before and checks it again only when the person insists', async () => {
    const { fixture, server, page } = await open();
    drop(page, 'buchungen.csv');
    byRole(page, 'button', 'Datei prüfen').click();
    const before = { code: 'FILE_ALREADY_IMPORTED', title: 't', detail: 'd', status: 409, date: '05.10.2026' };
    server.expectOne('/api/v1/imports').flush(before, { status: 409, statusText: 'Conflict' });
    await rest(fixture);
    expect(textOf(byRole(page, 'status', /Diese Datei gab es schon/))).toContain(
      'Sie ist am 05.10.2026 schon übernommen worden.',
    );
    byRole(page, 'button', 'Trotzdem prüfen').click();
    const again = server.expectOne('/api/v1/imports');
    expect((again.request.body as FormData).get('confirmRepeat')).toBe('true');
    expect(allByRole(page, 'alert')).toEqual([]);
  });
});
