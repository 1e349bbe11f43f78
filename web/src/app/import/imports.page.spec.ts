import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ImportSources } from '@etatlotse/contracts/import/plain';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { aRow } from './import.sample';
import { ImportsPage } from './imports.page';

describe('the list of imports', () => {
  const NO_SOURCES: ImportSources = { watchesFolder: false, rows: [] };
  const TWO = [aRow({ id: 'i-2' }), aRow({ state: 'committed' })];
  const open = async (role: RoleName, sources = NO_SOURCES, rows = TWO) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSessionWithRights(role));
    await known;
    const fixture = TestBed.createComponent(ImportsPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/imports').flush({ rows, nextCursor: rows.length === 0 ? null : 'more' });
    if (role !== 'department_head') server.expectOne('/api/v1/imports/sources').flush(sources);
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('says what has arrived and what waits for finance, page by page', async () => {
    const { fixture, server, page } = await open('finance');
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Eine Datei ist übernommen. Eine geprüfte Datei wartet auf Ihre Entscheidung.',
    );
    expect(byRole(page, 'link', 'Dateien hereinholen').getAttribute('href')).toBe('/import/new');
    byRole(page, 'button', 'Weitere anzeigen').click();
    server
      .expectOne('/api/v1/imports?cursor=more')
      .flush({ rows: [aRow({ id: 'i-0', fileName: 'alt.csv', state: 'undone' })], nextCursor: null });
    await rest(fixture);
    expect(textOf(byRole(page, 'row', /^alt\.csv/))).toContain('zurückgenommen');
    expect(allByRole(page, 'button', 'Weitere anzeigen')).toEqual([]);
  });

  it.each([
    ['finance', ['/import/new']],
    ['auditor', []],
  ] as const)(
    'where nothing has arrived yet %s finds the way to the first file, if there is one',
    async (role, ways) => {
      const { page } = await open(role, NO_SOURCES, []);
      const found = allByRole(page, 'link', 'Erste Datei hereinholen').map((way) => way.getAttribute('href'));
      expect(found).toEqual(ways);
    },
  );

  it('is narrowed by what stands in the address', async () => {
    const { fixture, server, page } = await open('finance');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const state = byRole<HTMLSelectElement>(page, 'combobox', 'Stand');
    state.value = 'committed';
    state.dispatchEvent(new Event('change'));
    expect(navigate).toHaveBeenCalledWith([], { queryParams: { state: 'committed' }, queryParamsHandling: 'merge' });
    fixture.componentRef.setInput('state', 'committed');
    fixture.componentRef.setInput('by', 'Vogt');
    fixture.componentRef.setInput('from', '2026-10-01');
    fixture.componentRef.setInput('to', 'gestern');
    TestBed.tick();
    server.expectOne('/api/v1/imports?state=committed&by=Vogt&from=2026-10-01').flush({ rows: [], nextCursor: null });
    await rest(fixture);
    expect(textOf(page)).toContain('Kein Import passt zu dieser Auswahl');
    byRole(page, 'button', 'Auswahl aufheben').click();
    const none = { kind: null, state: null, by: null, from: null, to: null };
    expect(navigate).toHaveBeenLastCalledWith([], { queryParams: none, queryParamsHandling: 'merge' });
  });

  it('shows the auditor the same without the button', async () => {
    const { page } = await open('auditor');
    expect(textOf(page.querySelector('.et-lead'))).toBe('Eine Datei ist übernommen.');
    expect(allByRole(page, 'link', 'Dateien hereinholen')).toEqual([]);
  });

  it('shows a head the own imports, with the way to the next file and nothing of the city', async () => {
    const { page, server } = await open('department_head');
    expect(byRole(page, 'heading', 'Welche Dateien haben Sie eingespielt?')).toBeTruthy();
    expect(byRole(page, 'link', 'Dateien hereinholen').getAttribute('href')).toBe('/import/new');
    expect(allByRole(page, 'link', 'Profile')).toEqual([]);
    server.expectNone('/api/v1/imports/sources');
  });

  it('says how each source system stands, and what came out of the folder', async () => {
    const { page } = await open('finance', {
      watchesFolder: true,
      rows: [
        {
          sourceSystem: 'SAP',
          importId: 'i-7',
          fileName: 'nacht.csv',
          source: 'folder',
          receivedAt: '2026-10-05T00:30:00Z',
          state: 'failed',
          failureCode: 'CSV_HEADER',
          counts: null,
          lastCommittedAt: '2026-10-04T00:30:00Z',
        },
      ],
    });
    expect(textOf(page)).toContain('Der Ordner dieser Stadt wird beobachtet.');
    expect(textOf(byRole(page, 'row', /^SAP/))).toBe(
      'SAPnacht.csvaus dem Ordner05.10.2026, 02:30abgelehnt04.10.2026, 02:30',
    );
  });
});
