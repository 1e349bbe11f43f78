import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { byRole, rest, textOf } from '../../testing/find';
import { OperationsPage } from './operations.page';

describe('the operations', () => {
  const open = async (answers: { readonly isReady?: boolean; readonly defects?: readonly object[] } = {}) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const fixture = TestBed.createComponent(OperationsPage);
    fixture.detectChanges();
    TestBed.tick();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/health/live').flush({ status: 'up' });
    const ready = server.expectOne('/api/v1/health/ready');
    if (answers.isReady === false) ready.flush(null, { status: 503, statusText: 'Unavailable' });
    else ready.flush({ status: 'ready' });
    server
      .expectOne('/api/v1/audit/verification')
      .flush({ entries: 19, lanes: 7, defects: answers.defects ?? [], anchoredAt: null });
    server.expectOne('/api/v1/organization/units').flush({ asOf: '2026-10-05', units: [{}, {}] });
    server
      .expectOne('/api/v1/person?limit=100')
      .flush({ rows: [{ status: 'active' }, { status: 'invited' }], nextCursor: 'n' });
    server.expectOne('/api/v1/person?limit=100&cursor=n').flush({ rows: [{ status: 'active' }], nextCursor: null });
    await rest(fixture);
    return fixture.nativeElement as HTMLElement;
  };
  const figureOf = (page: HTMLElement, name: string): string =>
    textOf([...page.querySelectorAll('dt')].find((term) => textOf(term) === name)?.nextElementSibling ?? null);

  it('says that everything runs, and counts people over all pages of the list', async () => {
    const page = await open();
    expect(textOf(byRole(page, 'status', /^Ja/))).toBe(
      'Ja. Server und Datenbank antworten, das Protokoll ist unverändert.',
    );
    expect(
      ['Personen mit Zugang', 'Eingeladen, noch nie angemeldet', 'Stellen der Organisation'].map((name) =>
        figureOf(page, name),
      ),
    ).toEqual(['2', '1', '2']);
    expect(figureOf(page, 'Letzte Sicherung außerhalb der Datenbank')).toBe('noch keine, sie entsteht stündlich');
  });

  it('says so when the server cannot work', async () => {
    const page = await open({ isReady: false });
    expect(textOf(page.querySelector('.et-lead'))).toBe('Nein. Der Server läuft, kann aber nicht arbeiten.');
  });

  it('says so when somebody touched the log', async () => {
    const page = await open({ defects: [{ lane: 1, seq: 2, kind: 'changed' }] });
    expect(textOf(page.querySelector('.et-lead'))).toBe('Nein. Das Protokoll wurde verändert.');
  });
});
