import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession } from '../../testing/session';
import { api } from './api';
import { Clock } from './clock';
import { sessionInterceptor } from './session.interceptor';
import { SessionStore } from './session.store';

@Component({ selector: 'et-page', template: 'page' })
class Page {}

class StoppedClock extends Clock {
  ms = Date.UTC(2026, 9, 5, 8);
  override nowMs(): number {
    return this.ms;
  }
}

describe('the login', () => {
  const clock = new StoppedClock();
  const start = () => {
    clock.ms = Date.UTC(2026, 9, 5, 8);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: Page }]),
        { provide: Clock, useValue: clock },
      ],
    });
    return {
      store: TestBed.inject(SessionStore),
      http: TestBed.inject(HttpClient),
      server: TestBed.inject(HttpTestingController),
    };
  };
  afterEach(() => jest.useRealTimers());

  const loggedIn = async (given = start()) => {
    const done = given.store.restore();
    given.server.expectOne(api('session')).flush(aSession());
    await done;
    return given;
  };

  it('is restored by asking who am I; a stranger is no fault', async () => {
    const { store, server } = start();
    const done = store.restore();
    server.expectOne(api('session')).flush({ code: 'NOT_LOGGED_IN' }, { status: 401, statusText: '' });
    await done;
    expect(store.isKnown()).toBe(false);
    expect(store.isSettled()).toBe(true);
  });

  it('tells a wrong password in words and keeps the person out', async () => {
    const { store, server } = start();
    const answer = store.login('finanzen@loewenstadt.example', 'falsch');
    server
      .expectOne((request) => request.method === 'POST')
      .flush(
        { code: 'LOGIN_FAILED', title: '', detail: '', status: 401, requestId: 'r' },
        { status: 401, statusText: '' },
      );
    expect((await answer)?.detail).toBe('E-Mail-Adresse oder Passwort stimmen nicht.');
    expect(store.isKnown()).toBe(false);
  });

  it('sends the CSRF token with changes only, and the language with everything', async () => {
    const { http, server } = await loggedIn();
    http.get(api('budget/lines')).subscribe();
    http.post(api('budget/movements'), {}).subscribe();
    const read = server.expectOne(api('budget/lines')).request;
    const change = server.expectOne(api('budget/movements')).request;
    expect(read.headers.has('X-CSRF-Token')).toBe(false);
    expect(change.headers.get('X-CSRF-Token')).toBe('csrf-1');
    expect(read.headers.get('Accept-Language')).toBe('de');
  });

  it('gives the token to nobody else', async () => {
    const { http, server } = await loggedIn();
    http.post('https://example.org/collect', {}).subscribe();
    expect(server.expectOne('https://example.org/collect').request.headers.has('X-CSRF-Token')).toBe(false);
  });

  it('leads to the login page and keeps the way back when the server no longer knows us', async () => {
    const { http, server, store } = await loggedIn();
    const harness = await RouterTestingHarness.create('/budget/lines?year=2026');
    http.get(api('budget/lines')).subscribe({ error: () => undefined });
    server.expectOne(api('budget/lines')).flush({}, { status: 401, statusText: '' });
    await harness.fixture.whenStable();
    expect(store.isKnown()).toBe(false);
    expect(TestBed.inject(Router).url).toBe('/login?next=%2Fbudget%2Flines%3Fyear%3D2026');
  });

  it('warns two minutes before it runs out, and any call renews it', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick', 'requestAnimationFrame'] });
    const { http, server, store } = await loggedIn();
    clock.ms += 27 * 60_000;
    jest.advanceTimersByTime(5_000);
    expect(store.endsSoon()).toBe(false);
    clock.ms += 90_000;
    jest.advanceTimersByTime(5_000);
    expect(store.endsSoon()).toBe(true);
    http.get(api('budget/lines')).subscribe();
    server.expectOne(api('budget/lines')).flush([]);
    expect(store.endsSoon()).toBe(false);
    clock.ms += 30 * 60_000;
    jest.advanceTimersByTime(5_000);
    expect(store.hasEnded()).toBe(true);
  });

  it('is forgotten here even when the server cannot be reached', async () => {
    const { server, store } = await loggedIn();
    const done = store.logout();
    server.expectOne((request) => request.method === 'DELETE').error(new ProgressEvent('offline'));
    await done;
    expect(store.isKnown()).toBe(false);
  });

  it('lets finance lead when a person has several roles', async () => {
    const given = start();
    const done = given.store.restore();
    const both = aSession('clerk');
    given.server.expectOne(api('session')).flush({ ...both, roles: [...both.roles, ...aSession('finance').roles] });
    await done;
    expect(given.store.role()).toBe('finance');
    expect(given.store.has('clerk')).toBe(true);
  });
});
