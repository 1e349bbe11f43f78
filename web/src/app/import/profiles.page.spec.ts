import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { allByRole, byRole, rest, textOf } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { aProfile } from './import.sample';
import { ProfilesPage } from './profiles.page';

describe('the saved profiles', () => {
  const open = async (role: RoleName) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSessionWithRights(role));
    await known;
    const fixture = TestBed.createComponent(ProfilesPage);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/import-profiles').flush({ rows: [aProfile()] });
    await rest(fixture);
    const answered = async (): Promise<void> => {
      await new Promise((done) => setTimeout(done));
      TestBed.tick();
      server.expectOne('/api/v1/import-profiles').flush({ rows: [] });
      await rest(fixture);
    };
    return { fixture, server, answered, page: fixture.nativeElement as HTMLElement };
  };

  it('asks before one is deleted', async () => {
    const { fixture, server, answered, page } = await open('finance');
    expect(textOf(byRole(page, 'row', /^SAP Haushaltsplan/))).toContain('noch nie');
    byRole(page, 'button', 'Profil SAP Haushaltsplan löschen').click();
    await rest(fixture);
    byRole(byRole(page, 'dialog'), 'button', 'Ja, löschen').click();
    const call = server.expectOne('/api/v1/import-profiles/p-1');
    expect(call.request.method).toBe('DELETE');
    call.flush(null, { status: 204, statusText: 'No Content' });
    await answered();
    expect(textOf(page)).toContain('Noch kein Profil gemerkt');
  });

  it('lets files of the folder come in by themselves', async () => {
    const { server, answered, page } = await open('finance');
    byRole(page, 'button', 'Von selbst übernehmen').click();
    const call = server.expectOne('/api/v1/import-profiles/p-1');
    expect([call.request.method, call.request.body]).toEqual(['PUT', { version: 1, isAutomatic: true }]);
    call.flush({ id: 'p-1', version: 2 });
    await answered();
  });

  it('shows the auditor the same without the buttons', async () => {
    const { page } = await open('auditor');
    expect(allByRole(page, 'button')).toEqual([]);
  });
});
