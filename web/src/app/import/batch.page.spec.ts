import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ImportBatch } from '@etatlotse/contracts/import/plain';
import { allByRole, byRole, rest, textOf, type } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { BatchPage } from './batch.page';
import { aBatch, anAskedRun, aRow } from './import.sample';

describe('the page of a batch', () => {
  const open = async (batch: ImportBatch, role: RoleName = 'finance') => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSessionWithRights(role));
    await known;
    const fixture = TestBed.createComponent(BatchPage);
    fixture.componentRef.setInput('batchId', batch.id);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/import-batches/b-1').flush(batch);
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };
  const ready = (more: Partial<ImportBatch> = {}): ImportBatch => {
    const counts = { rows: 3836, errors: 0, warnings: 1, questions: 0 };
    const runs = aBatch().runs.map((run) => ({ ...run, counts }));
    return aBatch({ isReady: true, runs, counts: { ...counts, rows: 7672, warnings: 2 }, ...more });
  };

  it('asks once for all files what one of them leaves open', async () => {
    const { fixture, server, page } = await open(aBatch());
    server
      .expectOne('/api/v1/imports/i-2')
      .flush(anAskedRun({ id: 'i-2', batchId: 'b-1', fileName: 'apr-jun-2014.csv' }));
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toBe('Noch nicht. In einer Datei ist eine Frage offen.');
    expect(textOf(byRole(page, 'row', /^apr-jun/))).toBe('apr-jun-2014.csvBuchungen3.836 1.234,56 10 0 Frage offen');
    expect(textOf(page)).toContain('Aus der Datei apr-jun-2014.csv:');
    byRole(page, 'radio', /^Zuerst der Tag/).click();
    const text = byRole<HTMLInputElement>(page, 'textbox', 'Ihre Antwort');
    text.value = '0115';
    text.dispatchEvent(new Event('input'));
    await rest(fixture);
    byRole(page, 'button', 'Antworten übernehmen und neu lesen').click();
    const call = server.expectOne('/api/v1/imports/i-2/mapping');
    expect(call.request.body).toMatchObject({ forBatch: true, answers: [{ id: 'DATE_ORDER', value: 'dmy' }, {}] });
    call.flush(anAskedRun());
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    server.expectOne('/api/v1/import-batches/b-1').flush(ready());
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toContain('Ja. 2 Dateien mit 7.672 Zeilen sind gelesen');
  });

  it('takes over all files by the previews that were seen, without those that were taken out', async () => {
    const out = aRow({ id: 'i-3', batchId: 'b-1', fileName: 'kaputt.csv', state: 'cancelled' });
    const { fixture, server, page } = await open(ready({ runs: [...ready().runs, out] }));
    expect(textOf(byRole(page, 'row', /^Ist 2014/))).toBe('Ist 2014 29.640.000,00');
    expect(textOf(page)).toContain('2 Warnungen, bitte vorher ansehen.');
    byRole(page, 'button', 'Alle 2 Dateien übernehmen').click();
    const call = server.expectOne('/api/v1/import-batches/b-1/commit');
    expect(call.request.body).toEqual({
      files: [
        { importId: 'i-1', previewHash: 'abc123' },
        { importId: 'i-2', previewHash: 'def456' },
      ],
    });
    call.flush(ready({ runs: ready().runs.map((run) => ({ ...run, state: 'committed' })) }));
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toBe('2 Dateien mit 7.672 Zeilen sind übernommen.');
  });

  it('takes all files back with one reason, and says what stands in the way of which', async () => {
    const committed = ready().runs.map((run) => ({ ...run, state: 'committed' as const }));
    const { fixture, server, page } = await open(ready({ runs: committed }));
    byRole(page, 'button', 'Alle zurücknehmen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    type(byRole(dialog, 'textbox', /^Warum/), ' Falsches Quartal ');
    byRole(dialog, 'button', 'Ja, zurücknehmen').click();
    const call = server.expectOne('/api/v1/import-batches/b-1/undo');
    expect(call.request.body).toEqual({ reason: 'Falsches Quartal' });
    const failureParams = { reason: 'order_used', fileName: 'apr-jun-2014.csv' };
    call.flush(ready({ runs: committed, failureCode: 'IMPORT_UNDO_BLOCKED', failureParams }));
    await rest(fixture);
    expect(textOf(page)).toContain(
      'apr-jun-2014.csv: Ein Auftrag aus dieser Datei ist inzwischen weiterbearbeitet worden.',
    );
    expect(allByRole(page, 'button', 'Alle zurücknehmen')).toHaveLength(1);
  });

  it('a file with errors holds the others until it is taken out', async () => {
    const [first, second] = ready().runs;
    const runs = [first, second].flatMap((run, at) =>
      run === undefined ? [] : [{ ...run, counts: { rows: 1, errors: at, warnings: 0, questions: 0 } }],
    );
    const { fixture, server, page } = await open(aBatch({ runs }));
    expect(textOf(page.querySelector('.et-lead'))).toBe('Noch nicht. Eine Datei hat Fehler.');
    expect(allByRole(page, 'button', /übernehmen$/)).toEqual([]);
    byRole(page, 'button', 'apr-jun-2014.csv aus dem Stapel nehmen').click();
    server.expectOne('/api/v1/imports/i-2/cancel').flush({});
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
    server.expectOne('/api/v1/import-batches/b-1').flush(ready());
    await rest(fixture);
    byRole(page, 'button', /^Alle 2 Dateien übernehmen/);
  });

  it('shows how many files have been read, and can be stopped', async () => {
    const runs = aBatch().runs.map((run, at) =>
      at === 0 ? run : { ...run, state: 'checking' as const, counts: null },
    );
    const { server, page } = await open(aBatch({ runs, isWorking: true, step: 'reading' }));
    expect(byRole(page, 'progressbar').getAttribute('aria-valuetext')).toBe('1 von 2 Dateien');
    byRole(page, 'button', 'Abbrechen').click();
    server.expectOne('/api/v1/import-batches/b-1/cancel');
    TestBed.resetTestingModule();
  });

  it('lets the auditor look and do nothing', async () => {
    const { page } = await open(ready(), 'auditor');
    expect(allByRole(page, 'button', /übernehmen|verwerfen|nehmen/)).toEqual([]);
  });
});
