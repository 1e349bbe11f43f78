import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { byRole, moment, rest, textOf } from '../../testing/find';
import { aRun } from './import.sample';
import { NewImportPage } from './new-import.page';

describe('a new import', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(NewImportPage);
    fixture.detectChanges();
    TestBed.tick();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/imports/profiles').flush({ rows: [] });
    await rest(fixture);
    return { fixture, server, navigate, page: fixture.nativeElement as HTMLElement };
  };
  const choose = (page: HTMLElement): void => {
    const field = page.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
    const file = new File(['Zeile;Betrag'], 'buchungen.csv', { type: 'text/csv' });
    Object.defineProperty(field, 'files', { value: { item: () => file, length: 1 } });
    field.dispatchEvent(new Event('change'));
  };

  it('asks for a file before it sends anything', async () => {
    const { fixture, server, page } = await open();
    byRole(page, 'button', 'Datei prüfen').click();
    await rest(fixture);
    server.expectNone('/api/v1/imports');
    expect(textOf(page)).toContain('Bitte eine Datei auswählen.');
  });

  it('sends the file with what is known about it, shows how far it is and goes to its page', async () => {
    const { server, navigate, page } = await open();
    byRole(page, 'radio', 'Buchungen').click();
    choose(page);
    await moment();
    expect(textOf(page)).toContain('buchungen.csv (1 kB)');
    byRole(page, 'button', 'Datei prüfen').click();
    const call = server.expectOne('/api/v1/imports');
    const form = call.request.body as FormData;
    expect([form.get('kind'), form.get('profile'), form.get('confirmRepeat')]).toEqual(['bookings', null, null]);
    expect((form.get('file') as File).name).toBe('buchungen.csv');
    call.event({ type: HttpEventType.UploadProgress, loaded: 30, total: 100 });
    await moment();
    expect(byRole(page, 'progressbar').getAttribute('aria-valuenow')).toBe('30');
    call.flush(aRun({ id: 'i-9' }));
    await moment();
    expect(navigate).toHaveBeenCalledWith(['/import', 'i-9'], { queryParamsHandling: 'preserve' });
  });

  it('stops a transfer on request', async () => {
    const { server, page, fixture } = await open();
    choose(page);
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
    choose(page);
    byRole(page, 'button', 'Datei prüfen').click();
    server
      .expectOne('/api/v1/imports')
      .flush(
        { code: 'FILE_ALREADY_IMPORTED', title: 't', detail: 'd', status: 409, date: '05.10.2026' },
        { status: 409, statusText: 'Conflict' },
      );
    await rest(fixture);
    expect(textOf(byRole(page, 'status', /Diese Datei gab es schon/))).toContain(
      'Sie ist am 05.10.2026 schon übernommen worden.',
    );
    byRole(page, 'button', 'Trotzdem prüfen').click();
    const again = server.expectOne('/api/v1/imports');
    expect((again.request.body as FormData).get('confirmRepeat')).toBe('true');
  });
});
