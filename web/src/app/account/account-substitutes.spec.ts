import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { AccountSubstitutes } from './account-substitutes';

const PATH = '/api/v1/person/p-1/substitutes';

describe('who stands in for me', () => {
  it('names somebody found by name until a day, never without an end', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession('department_head'));
    await session;
    const fixture = TestBed.createComponent(AccountSubstitutes);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne(PATH).flush({ rows: [] });
    await rest(fixture);
    const page = fixture.nativeElement as HTMLElement;
    expect(textOf(page)).toContain('Niemand ist eingetragen');

    type(page.querySelector('input[type="search"]') as HTMLElement, 'Kim');
    await new Promise((done) => setTimeout(done, 300));
    const found = server.expectOne(({ url }) => url === '/api/v1/person/choices');
    expect(found.request.params.get('q')).toBe('Kim');
    found.flush({ rows: [{ id: 'p-7', displayName: 'Kim Kramer' }] });
    await moment();
    byRole(page, 'radio', 'Kim Kramer').click();
    byRole(page, 'button', 'Vertretung eintragen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Eine Vertretung braucht ein Ende');
    type(byRole(page, 'textbox', 'Gilt bis'), '31.10.2026');
    byRole(page, 'button', 'Vertretung eintragen').click();
    const call = server.expectOne(({ method }) => method === 'POST');
    expect(call.request.body).toEqual({ substituteId: 'p-7', validTo: '2026-10-31' });
    const refusal = { code: 'NOTHING_TO_DELEGATE', title: '', detail: '', status: 409 };
    call.flush(refusal, { status: 409, statusText: 'Conflict' });
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('Keine Rolle zu übertragen');
  });
});
