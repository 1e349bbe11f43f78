import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { allByRole, byRole, moment, rest, textOf } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { InboxPage } from './inbox.page';

const NOTHING = { rows: [], nextCursor: null };

describe('the inbox', () => {
  const open = async (role: RoleName, mayDecide: readonly boolean[]) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const server = TestBed.inject(HttpTestingController);
    const known = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSessionWithRights(role));
    await known;
    const fixture = TestBed.createComponent(InboxPage);
    fixture.detectChanges();
    TestBed.tick();
    const approvals = server.match((call) => call.url === '/api/v1/approvals');
    approvals.forEach((call) => call.flush({ rows: mayDecide.map((one) => ({ mayDecide: one })), nextCursor: null }));
    server.match(() => true).forEach((call) => call.flush({ ...NOTHING, unread: 0 }));
    await moment();
    await rest(fixture);
    return { asked: approvals.length, page: fixture.nativeElement as HTMLElement };
  };

  it('says which approvals wait for the reader, and leaves out what the reader asked for', async () => {
    const { page } = await open('finance', [true, false]);
    expect(textOf(page)).toContain('Auf Sie wartet eine Freigabe. Alle Nachrichten sind gelesen.');
    const way = byRole(page, 'link', 'Eine Freigabe wartet auf Ihre Entscheidung.');
    expect(way.getAttribute('href')).toBe('/settings/approvals');
    expect(textOf(page)).not.toContain('Nichts wartet auf Sie.');
  });

  it('says so where nothing waits', async () => {
    const { page } = await open('finance', [false]);
    expect(textOf(page)).toContain('Auf Sie wartet nichts.');
    expect(textOf(page)).toContain('Nichts wartet auf Sie.');
    expect(allByRole(page, 'link', /Freigabe/)).toEqual([]);
  });

  it('does not ask for approvals where the role has none to do with them', async () => {
    const { asked } = await open('coordinator', []);
    expect(asked).toBe(0);
  });
});
