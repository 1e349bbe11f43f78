import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { aRun } from './import.sample';
import { ImportsPage } from './imports.page';

describe('the list of imports', () => {
  const open = async (role: RoleName) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession(role));
    await known;
    const fixture = TestBed.createComponent(ImportsPage);
    fixture.detectChanges();
    TestBed.tick();
    server
      .expectOne('/api/v1/imports')
      .flush({ rows: [aRun({ id: 'i-2' }), aRun({ state: 'committed' })], nextCursor: 'more' });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it('says what has arrived and what waits for finance, page by page', async () => {
    const { fixture, server, page } = await open('finance');
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Eine Datei ist übernommen. Eine geprüfte Datei wartet auf Ihre Entscheidung.',
    );
    expect(byRole(page, 'link', 'Datei hereinholen').getAttribute('href')).toBe('/import/new');
    byRole(page, 'button', 'Weitere anzeigen').click();
    server
      .expectOne('/api/v1/imports?cursor=more')
      .flush({ rows: [aRun({ id: 'i-0', fileName: 'alt.csv', state: 'undone' })], nextCursor: null });
    await rest(fixture);
    expect(textOf(byRole(page, 'row', /^alt\.csv/))).toContain('zurückgenommen');
    expect(allByRole(page, 'button', 'Weitere anzeigen')).toEqual([]);
  });

  it('shows the auditor the same without the button', async () => {
    const { page } = await open('auditor');
    expect(textOf(page.querySelector('.et-lead'))).toBe('Eine Datei ist übernommen.');
    expect(allByRole(page, 'link', 'Datei hereinholen')).toEqual([]);
  });
});
