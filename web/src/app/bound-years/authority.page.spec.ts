import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CommitmentAuthorityRow } from '@etatlotse/contracts/authority/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { AuthorityPage } from './authority.page';

const AUTHORITY: CommitmentAuthorityRow = {
  id: 've-1',
  number: 'VE-2026-01',
  purpose: 'Erneuerung der Speicher',
  fiscalYear: 2026,
  line: { id: 'l-1', number: '4S.100009', name: 'Speichersysteme', projectKey: '4S.100009', frame: 'CORE' },
  planVersion: { id: 'v-1', name: 'Haushalt 2026' },
  decidedOn: null,
  decisionDocument: '',
  isUsable: true,
  isDraft: false,
  lastDay: null,
  isLapsed: false,
  slices: [
    { fiscalYear: 2027, amountCents: 50_000_000, usedCents: 45_000_000, leftCents: 5_000_000 },
    { fiscalYear: 2028, amountCents: 30_000_000, usedCents: 20_000_000, leftCents: 10_000_000 },
    { fiscalYear: 2029, amountCents: 10_000_000, usedCents: 0, leftCents: 10_000_000 },
  ],
  totalCents: 90_000_000,
  usedCents: 65_000_000,
  leftCents: 25_000_000,
  isDemo: false,
  version: 1,
};
const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');

describe('one commitment authority', () => {
  const open = async (
    authority: CommitmentAuthorityRow,
  ): Promise<{ fixture: ComponentFixture<AuthorityPage>; server: HttpTestingController; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession('finance', { permissions: ROLE_PERMISSIONS.finance }));
    await session;
    const fixture = TestBed.createComponent(AuthorityPage);
    fixture.componentRef.setInput('authorityId', 've-1');
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne('/api/v1/authority/commitment-authorities/ve-1').flush(authority);
    server.expectOne(({ url }) => url === '/api/v1/authority/obligations').flush({ rows: [], nextCursor: null });
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };

  it.each([
    [{ lastDay: null, isLapsed: false }, /Nutzbar bis 31\.12\.2026 und, solange die Haushaltssatzung 2027/],
    [{ lastDay: '2026-12-31', isLapsed: false }, /Nutzbar bis 31\.12\.2026; was dann frei ist, verfällt/],
    [{ lastDay: '2026-12-31', isLapsed: true }, /Nicht genutzte 250\.000,00 € sind nach dem 31\.12\.2026 verfallen/],
  ])('T11 says until when it may be used: %j', async (clock, words) => {
    const { page } = await open({ ...AUTHORITY, ...clock });
    expect(plain(page)).toMatch(words);
  });

  it('T11 shows 650,000 of 900,000 bound, and what is free of each year', async () => {
    const { page } = await open(AUTHORITY);
    expect(plain(page.querySelector('.et-lead'))).toContain(
      'Von 900.000,00 € sind 650.000,00 € gebunden, frei sind 250.000,00 €.',
    );
    const left = [...page.querySelectorAll('tbody tr')].map((line) => plain(line.querySelector('td:last-child')));
    expect(left).toEqual(['50.000,00', '100.000,00', '100.000,00']);
  });

  it('T11 a use over the slice is asked for its reason, and sent again with it', async () => {
    const { fixture, server, page } = await open(AUTHORITY);
    byRole(page, 'button', 'Vertrag oder Auftrag eintragen').click();
    fixture.detectChanges();
    type(byRole(page, 'textbox', 'Vertrags- oder Auftragsnummer'), 'V-9');
    type(byRole(page, 'textbox', 'Gegenstand'), 'Speicher');
    type(byRole(page, 'textbox', 'Betrag 2027 in €'), '60000');
    fixture.detectChanges();
    byRole(page, 'button', 'Eintragen').click();
    const first = server.expectOne(({ method, url }) => method === 'POST' && url === '/api/v1/authority/obligations');
    expect(first.request.body).toMatchObject({
      lineId: 'l-1',
      authorityId: 've-1',
      amounts: [{ fiscalYear: 2027, amountCents: 6_000_000 }],
    });
    first.flush(
      {
        code: 'COMMITMENT_SLICE_REASON',
        title: '',
        detail: '',
        status: 409,
        fiscalYear: 2027,
        overCents: 1_000_000,
        leftCents: 5_000_000,
      },
      { status: 409, statusText: 'Conflict' },
    );
    await moment();
    fixture.detectChanges();
    expect(plain(page.querySelector('dialog et-notice'))).toContain('die Scheibe wird um 10.000,00 € überschritten');
    type(byRole(page, 'textbox', 'Grund für die Überschreitung einer Scheibe'), 'Lieferung früher');
    fixture.detectChanges();
    byRole(page, 'button', 'Eintragen').click();
    const again = server.expectOne(({ method, url }) => method === 'POST' && url === '/api/v1/authority/obligations');
    expect(again.request.body).toMatchObject({ reason: 'Lieferung früher' });
  });

  it('of a plan that is not in force nothing is used, and it can be taken out of the draft', async () => {
    const { page } = await open({ ...AUTHORITY, isUsable: false, isDraft: true });
    expect(textOf(page)).toContain('darf niemand aus dieser Ermächtigung Verträge schließen');
    expect(byRole(page, 'button', 'Aus dem Entwurf nehmen')).toBeTruthy();
    expect(textOf(page)).not.toContain('Vertrag oder Auftrag eintragen');
  });
});
