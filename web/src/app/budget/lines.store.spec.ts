import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { moment } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { LinesStore, WITHOUT } from './lines.store';

describe('the lines of a filter', () => {
  const open = async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), LinesStore],
    });
    const server = TestBed.inject(HttpTestingController);
    const known = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSessionWithRights('finance'));
    await known;
    return { server, store: TestBed.inject(LinesStore) };
  };

  it('without a place in the plan are asked for by the empty text, and the same ones are assigned', async () => {
    const { server, store } = await open();
    store.view.set({ filterId: WITHOUT.subBudget, frame: 'CORE' });
    TestBed.tick();
    const { request } = server.expectOne(({ url }) => url === '/api/v1/budget/lines/grid');
    expect(request.params.get('subBudget')).toBe('');
    expect([request.params.get('frame'), request.params.has('filterId')]).toEqual(['CORE', false]);
    expect(store.csvUrl()).toContain('subBudget=');
    expect([store.without(), store.isFiltered()]).toEqual(['subBudget', true]);

    void store.assign.run({ subBudget: 'TH 4' }, 12);
    await moment();
    const assigned = server.expectOne(({ url }) => url === '/api/v1/budget/lines/assign').request.body;
    expect(assigned).toMatchObject({ expectedLines: 12, filter: { subBudget: [''], frame: 'CORE' } });
    expect(assigned.filter).not.toHaveProperty('filterId', WITHOUT.subBudget);
  });

  it('of a saved filter are asked for by its id', async () => {
    const { server, store } = await open();
    store.view.set({ filterId: 'f-1' });
    TestBed.tick();
    const { request } = server.expectOne(({ url }) => url === '/api/v1/budget/lines/grid');
    expect([request.params.get('filterId'), request.params.has('subBudget')]).toEqual(['f-1', false]);
    expect(store.without()).toBeNull();
  });
});
