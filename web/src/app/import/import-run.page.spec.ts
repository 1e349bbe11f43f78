import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { ImportRunPage } from './import-run.page';
import { aFalsifiedRun, aRun } from './import.sample';

/** What the server tells, told by the test. */
class Events extends EventTarget {
  static last: Events | null = null;
  static readonly CLOSED = 2;
  readyState = 1;
  constructor(readonly url: string) {
    super();
    Events.last = this;
  }
  tell(run: ImportRun): void {
    this.dispatchEvent(new MessageEvent('progress', { data: JSON.stringify(run) }));
  }
  close(): void {
    this.readyState = Events.CLOSED;
  }
}

describe('the page of an import', () => {
  beforeEach(() => {
    Events.last = null;
    Object.assign(globalThis, { EventSource: Events });
  });

  const open = async (run: ImportRun, role: RoleName = 'finance') => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession(role));
    await known;
    const fixture = TestBed.createComponent(ImportRunPage);
    fixture.componentRef.setInput('importId', run.id);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne(`/api/v1/imports/${run.id}`).flush(run);
    server.expectOne('/api/v1/imports/profiles').flush({ rows: [] });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('says that the sums of Wesel match and takes over exactly what was seen', async () => {
    const { fixture, server, page } = await open(aRun());
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Ja. 5.971 Zeilen sind gelesen, die Summen stimmen auf den Cent.',
    );
    expect(textOf(byRole(page, 'row', /^Plan 2017Ansatz 2017/))).toContain('63.634.523,12 63.634.523,12 0,00 stimmt');
    byRole(page, 'button', 'Plan mit 5.971 Zeilen übernehmen').click();
    const call = server.expectOne('/api/v1/imports/i-1/commit');
    expect(call.request.body).toEqual({ previewHash: 'abc123' });
    call.flush(aRun({ state: 'committing', isWorking: true }));
    await moment();
    Events.last?.tell(aRun({ state: 'committing', isWorking: true, step: 'booking', progressTotal: 4 }));
    await rest(fixture);
    expect(textOf(byRole(page, 'status', 'Beträge werden gebucht.'))).toBe('Beträge werden gebucht.');
    expect(byRole(page, 'progressbar').getAttribute('aria-valuetext')).toBe('Schritt 2 von 4');
    Events.last?.tell(
      aRun({ state: 'committed', committedAt: '2026-10-05T06:01:00Z', effects: aRun().preview?.effects ?? null }),
    );
    await rest(fixture);
    expect(textOf(page.querySelector('h1'))).toBe('Was hat dieser Import gebracht?');
    expect(byRole(page, 'link', 'Haushaltszeilen ansehen').getAttribute('href')).toBe('/budget/lines?year=2017');
    expect(byRole(page, 'link', 'Planfassung ansehen').getAttribute('href')).toBe('/planning?year=2017');
    expect(Events.last?.readyState).toBe(Events.CLOSED);
  });

  it('shows the falsified cent and offers no takeover', async () => {
    const { page } = await open(aFalsifiedRun());
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Nein. Die Datei nennt 63.634.523,13 €, gelesen wurden 63.634.523,12 €. Differenz 0,01 €. So wird nichts übernommen.',
    );
    expect(textOf(byRole(page, 'row', /^Fehler: /))).toContain('Unterschied: 0,01 €.');
    expect(allByRole(page, 'button', /übernehmen/)).toEqual([]);
    expect(byRole(page, 'link', 'Liste als CSV').getAttribute('href')).toBe('/api/v1/imports/i-1/errors.csv');
  });

  it('stops a check that runs', async () => {
    const { fixture, server, page } = await open(
      aRun({ state: 'checking', isWorking: true, preview: null, step: 'reading', progress: 40_000, rowsTotal: 80_000 }),
    );
    expect(Events.last?.url).toBe('/api/v1/imports/i-1/events');
    expect(byRole(page, 'progressbar').getAttribute('aria-valuenow')).toBe('50');
    byRole(page, 'button', 'Abbrechen').click();
    server
      .expectOne('/api/v1/imports/i-1/cancel')
      .flush(aRun({ state: 'checking', isWorking: true, preview: null, step: 'reading' }));
    await moment();
    Events.last?.tell(aRun({ state: 'cancelled', preview: null }));
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toBe('Der Import wurde abgebrochen. Übernommen ist nichts.');
  });

  it('asks before it takes an import back and says what stands in the way', async () => {
    const { fixture, server, page } = await open(
      aRun({ state: 'committed', committedAt: '2026-10-05T06:01:00Z', effects: aRun().preview?.effects ?? null }),
    );
    byRole(page, 'button', 'Import zurücknehmen').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog', 'Diesen Import zurücknehmen?'), 'button', 'Ja, zurücknehmen').click();
    server
      .expectOne('/api/v1/imports/i-1/undo')
      .flush(
        { code: 'IMPORT_UNDO_BLOCKED', title: 't', detail: 'd', status: 409, reason: 'year_closed' },
        { status: 409, statusText: 'Conflict' },
      );
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Die Bücher eines betroffenen Haushaltsjahres sind geschlossen.');
  });

  it('lets the auditor look and do nothing', async () => {
    const { page } = await open(aRun(), 'auditor');
    expect(allByRole(page, 'button', /übernehmen|verwerfen/)).toEqual([]);
    expect(textOf(page)).toContain('Übernehmen kann die Kämmerei.');
  });

  it('asks what the point means when a file leaves it open', async () => {
    const run = aFalsifiedRun();
    const preview = run.preview && { ...run.preview, asksPointGroups: true };
    const { fixture, page } = await open({ ...run, preview });
    byRole(page, 'button', 'So lesen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte eine der beiden Lesarten wählen.');
    byRole(page, 'radio', /^1,234/).click();
    await rest(fixture);
    expect(textOf(page)).toContain('So schreibt Etatlotse keine Beträge.');
  });
});
