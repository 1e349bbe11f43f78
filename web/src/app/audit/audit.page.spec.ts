import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { AuditEntry } from '@etatlotse/contracts/audit';
import { byRole, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { AuditPage } from './audit.page';

const ENTRY: AuditEntry = {
  id: '1-7',
  recordedAt: '2026-10-05T06:00:00Z',
  actorName: 'Frauke Finke',
  action: 'movement.booked',
  subjectType: 'budget_line',
  subjectId: 'l-1',
  detail: { kind: 'actual', amountCents: 480_000, fiscalYear: 2026, movementId: 'm-1' },
  requestId: 'r-1',
  hash: '0123456789abcdef',
};

describe('the audit log', () => {
  const open = async (role: RoleName, address = '', inputs: Record<string, string> = {}) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    const known = TestBed.inject(SessionStore).restore();
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/session').flush(aSession(role));
    await known;
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(AuditPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne(`/api/v1/audit${address}`).flush({ rows: [ENTRY], nextCursor: null });
    await rest(fixture);
    return { fixture, server, navigate, page: fixture.nativeElement as HTMLElement };
  };

  it('tells what was done in words, with a link to what it was done on', async () => {
    const { page } = await open('auditor');
    const row = byRole(page, 'row', /^Gebucht/);
    expect(textOf(row)).toContain('Frauke FinkeHaushaltszeileArt Ist, Betrag 4.800,00 €, Haushaltsjahr 2026');
    expect(byRole(row, 'link', 'Haushaltszeile').getAttribute('href')).toBe('/budget/lines/l-1');
    expect(textOf(row)).toContain('0123456789abcdef');
  });

  it('names budget lines to the administrator without a link', async () => {
    const { page } = await open('admin');
    expect(byRole(page, 'row', /^Gebucht/).querySelector('a[href^="/budget"]')).toBeNull();
  });

  it('filters by what the address says and writes each choice into it', async () => {
    const { page, navigate } = await open('auditor', '?action=movement.booked&from=2026-10-01', {
      action: 'movement.booked',
      from: '2026-10-01',
    });
    const field = byRole<HTMLSelectElement>(page, 'combobox', 'Woran');
    field.value = 'person';
    field.dispatchEvent(new Event('change'));
    expect(navigate).toHaveBeenCalledWith([], { queryParams: { subject: 'person' }, queryParamsHandling: 'merge' });
  });

  it('proves that nothing was touched', async () => {
    const { fixture, server, page } = await open('auditor');
    byRole(page, 'button', 'Kette prüfen').click();
    server
      .expectOne('/api/v1/audit/verification')
      .flush({ entries: 1204, lanes: 8, defects: [], anchoredAt: '2026-10-05T05:00:00Z' });
    await rest(fixture);
    expect(textOf(byRole(page, 'status', /unverändert/))).toContain(
      '1.204 Einträge in 8 Ketten sind nachgerechnet, keiner fehlt.',
    );
  });

  it('says where somebody changed an entry', async () => {
    const { fixture, server, page } = await open('auditor');
    byRole(page, 'button', 'Kette prüfen').click();
    server.expectOne('/api/v1/audit/verification').flush({
      entries: 1204,
      lanes: 8,
      defects: [{ lane: 3, seq: 17, kind: 'changed' }],
      anchoredAt: null,
    });
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Kette 3, Eintrag 17: Inhalt oder Verkettung geändert');
  });
});
