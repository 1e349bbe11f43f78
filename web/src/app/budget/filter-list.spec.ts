import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SavedFilter } from '@etatlotse/contracts/budget';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { FilterList } from './filter-list';

const FILTERS: readonly SavedFilter[] = [
  {
    ...{ id: 'f-1', name: 'IT im Schulbereich', criteria: { q: 'schul' }, marksIt: true, createdByName: 'Kämmerei' },
    ...{ createdAt: '2026-10-05T08:00:00Z', version: 2 },
  },
];

describe('the saved filters of a city', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(FilterList);
    fixture.componentRef.setInput('filters', FILTERS);
    const deleted: string[] = [];
    fixture.componentInstance.deleted.subscribe((id) => deleted.push(id));
    await rest(fixture);
    return {
      fixture,
      page: fixture.nativeElement as HTMLElement,
      server: TestBed.inject(HttpTestingController),
      deleted,
    };
  };

  it('get another name and keep what they look for', async () => {
    const { fixture, page, server } = await open();
    expect(textOf(page)).toContain('kennzeichnet IT · von Kämmerei');
    byRole(page, 'button', /^ändern/).click();
    await rest(fixture);
    type(byRole(page, 'textbox', 'Name'), 'Schul-IT');
    byRole(page, 'button', 'Speichern').click();
    await moment();
    const { request } = server.expectOne('/api/v1/budget/filters/f-1');
    expect(request.body).toEqual({ name: 'Schul-IT', criteria: { q: 'schul' }, marksIt: true, version: 2 });
  });

  it('go away only when somebody says so twice, and a refusal stays on the page', async () => {
    const { fixture, page, server, deleted } = await open();
    byRole(page, 'button', /^löschen/).click();
    await rest(fixture);
    byRole(page, 'button', /^wirklich löschen/).click();
    await moment();
    server
      .expectOne(({ method, urlWithParams }) => method === 'DELETE' && urlWithParams.endsWith('f-1?version=2'))
      .flush(
        { code: 'VERSION_STALE', title: 'Inzwischen geändert', detail: 'Bitte laden Sie neu.' },
        { status: 409, statusText: '' },
      );
    await rest(fixture);
    expect(textOf(page)).toContain('Inzwischen geändert');
    byRole(page, 'button', /löschen/).click();
    await moment();
    server.expectOne(({ method }) => method === 'DELETE').flush(null, { status: 204, statusText: '' });
    await rest(fixture);
    expect(deleted).toEqual(['f-1']);
  });
});
