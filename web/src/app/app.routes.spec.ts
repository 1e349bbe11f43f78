import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Route, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ROLE_PERMISSIONS, ROLES, type Role } from '@etatlotse/domain/access';
import { textOf } from '../testing/find';
import { aSession } from '../testing/session';
import { routes } from './app.routes';
import { SessionStore } from './platform/session.store';
import { destinationsOf } from './shell/navigation';

/** Somebody with this role, or nobody, as the routes ask for them. */
async function visitor(role: Role | null): Promise<void> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const server = TestBed.inject(HttpTestingController);
  const restored = TestBed.inject(SessionStore).restore();
  const call = server.expectOne('/api/v1/session');
  if (role === null) call.flush({}, { status: 401, statusText: 'Unauthorized' });
  else call.flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
  await restored;
}

interface Reached {
  readonly address: string;
  /** False for an address that only leads on to another. */
  readonly isPage: boolean;
}

/** Every address that would open, from the same tables and guards that the router asks. */
async function reachable(table: Routes, above = ''): Promise<Reached[]> {
  const found: Reached[] = [];
  for (const route of table) {
    // Each feature ends with the page "not found", which is no page of its own.
    if (!isOpen(route) || (route.path === '**' && above !== '')) continue;
    const address = [above, route.path ?? ''].filter(Boolean).join('/');
    const isPage = route.loadComponent !== undefined && route.children === undefined;
    if (isPage || (route.redirectTo !== undefined && address !== '')) found.push({ address: `/${address}`, isPage });
    const loaded = (await route.loadChildren?.()) as Routes | undefined;
    found.push(...(await reachable(route.children ?? loaded ?? [], address)));
  }
  return found;
}

function isOpen(route: Route): boolean {
  return TestBed.runInInjectionContext(() =>
    [...(route.canMatch ?? []), ...(route.canActivate ?? [])].every((guard) => {
      const ask = guard as (...asked: readonly unknown[]) => unknown;
      return ask(route, { url: '/' }, []) === true;
    }),
  );
}

/** The pages without the frame around them. */
function withinFrame(): Routes {
  return routes.flatMap(({ children }) => (children?.some(({ path }) => path === 'capacity') ? children : []));
}

async function pagesOf(role: Role | null): Promise<string[]> {
  await visitor(role);
  const found = await reachable(routes);
  return [...new Set(found.filter(({ isPage }) => isPage).map(({ address }) => address))].sort();
}

/** What everybody with an account has: the own account, the guide, what waits for them, and the page "not found". */
const OWN = ['/**', '/account', '/help', '/inbox', '/login', '/nicht-meine-aufgabe', '/zugang', '/zugang/:token'];

describe('every address, as everybody there is', () => {
  it('nobody gets further than the way in', async () => {
    expect(await pagesOf(null)).toEqual(['/login', '/zugang', '/zugang/:token']);
  });

  it('a member of a committee reaches what was released, and not one page with live figures', async () => {
    expect(await pagesOf('committee')).toEqual(
      [
        ...OWN,
        '/council',
        '/council/ask',
        '/council/papers',
        '/council/papers/:id',
        '/council/readings',
        '/council/readings/:id',
        '/council/snapshots',
        '/council/snapshots/changes',
        '/dashboard/released',
        '/dashboard/released/:snapshotId/lines/:lineId',
      ].sort(),
    );
  });

  it.each(ROLES)('what the navigation offers to %s opens', async (role) => {
    await visitor(role);
    const open = new Set((await reachable(routes)).map(({ address }) => address));
    const offered = destinationsOf([role]).map(({ path }) => path);
    expect(offered.filter((path) => !open.has(path))).toEqual([]);
  });

  it.each(['/authority/locks/new', '/devices/new', '/projects/new'])(
    "the form of others is no record without a number, but somebody else's task: %s",
    async (url) => {
      await visitor('auditor');
      TestBed.inject(Router).resetConfig(withinFrame());
      const harness = await RouterTestingHarness.create(url);
      expect(textOf(harness.routeNativeElement)).toContain('Das ist nicht Ihre Aufgabe');
    },
  );

  it.each(['/capacity', '/capacity/tasks', '/contracts', '/demands/decide'])(
    'what is not for a committee says so, and is never a blank page: %s',
    async (url) => {
      await visitor('committee');
      TestBed.inject(Router).resetConfig(withinFrame());
      const harness = await RouterTestingHarness.create(url);
      expect(textOf(harness.routeNativeElement)).toContain('Diese Seite gibt es nicht');
    },
  );
});
