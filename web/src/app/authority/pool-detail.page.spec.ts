import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PoolDetail } from '@etatlotse/contracts/authority/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { EMPTY_BALANCE } from '@etatlotse/domain/budget';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { PoolDetailPage } from './pool-detail.page';

const member = (name: string, adjustedCents: number, usedCents: number, coverCents: number) => ({
  id: `line-${name}`,
  number: name,
  name: `Zeile ${name}`,
  unitCode: '10.3',
  adjustedCents,
  usedCents,
  availableCents: adjustedCents - usedCents,
  coverCents,
});
/** T6 after the order of 30,000 on A. */
const T6: PoolDetail = {
  id: 'pool-1',
  code: 'DK 10-3',
  name: 'Vorhaben',
  budgetNote: 'gegenseitig deckungsfähig',
  version: 3,
  fiscalYear: 2026,
  balance: {
    ...EMPTY_BALANCE,
    appropriationCents: 45_000_000,
    adjustedCents: 45_000_000,
    actualCents: 45_000_000,
    availableCents: 0,
  },
  differenceCents: 0,
  members: [member('A', 20_000_000, 26_000_000, 6_000_000), member('B', 15_000_000, 10_000_000, -5_000_000)],
  hidden: {
    members: 1,
    adjustedCents: 10_000_000,
    usedCents: 9_000_000,
    availableCents: 1_000_000,
    coverCents: -1_000_000,
  },
  legs: [
    { from: member('B', 0, 0, 0), to: member('A', 0, 0, 0), amountCents: 5_000_000 },
    { from: null, to: member('A', 0, 0, 0), amountCents: 1_000_000 },
  ],
  uncoveredCents: 0,
  rights: [],
};

const isPool = ({ url }: { readonly url: string }): boolean => url === '/api/v1/authority/pools/pool-1';

describe('the page of a cover pool', () => {
  let server: HttpTestingController;
  const open = async (role: 'finance' | 'department_head', pool: PoolDetail = T6) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(PoolDetailPage);
    fixture.componentRef.setInput('poolId', 'pool-1');
    fixture.detectChanges();
    TestBed.tick();
    server.expectOne(isPool).flush(pool);
    await rest(fixture);
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };
  afterEach(() => server.verify());

  it('T6 states who covers whom, and that the sum is 0.00', async () => {
    const { page } = await open('finance');
    expect(textOf(byRole(page, 'heading', /verfügbar$/))).toBe('Vorhaben: 0,00 € verfügbar');
    expect([...page.querySelectorAll('.et-cover__legs li')].map(textOf)).toEqual([
      'Zeile B deckt Zeile A mit 50.000,00 €.',
      'Zeile eines anderen Bereichs deckt Zeile A mit 10.000,00 €.',
    ]);
    expect(textOf(page.querySelector('tfoot'))).toBe('Summe 450.000,00 450.000,00 0,00 0,00');
    expect(allByRole(page, 'rowheader').map(textOf)).toContain('Eine weitere Zeile eines anderen Bereichs');
    expect(textOf(page)).toContain('Nachgerechnet: Abweichung 0,00 €');
  });

  it('takes a line out after asking, with the version that was seen', async () => {
    const { fixture, page } = await open('finance');
    byRole(page, 'button', /^herausnehmen.*Zeile B/).click();
    await rest(fixture);
    byRole(byRole(page, 'dialog'), 'button', 'Zeile herausnehmen').click();
    const sent = server.expectOne('/api/v1/budget/pools/pool-1');
    expect(sent.request.body).toEqual({ version: 3, remove: ['line-B'] });
    sent.flush({ id: 'pool-1', version: 4 });
    await moment();
    server.expectOne(isPool).flush({ ...T6, version: 4, members: [T6.members[0]] });
    await rest(fixture);
    expect(allByRole(page, 'button', /^herausnehmen/)).toHaveLength(1);
  });

  it('gives it another name, never another code', async () => {
    const { fixture, page } = await open('finance');
    byRole(page, 'button', 'Name und Haushaltsvermerk ändern').click();
    await rest(fixture);
    const dialog = page.querySelector('et-pool-form') as HTMLElement;
    expect(allByRole(dialog, 'textbox', 'Kürzel')).toEqual([]);
    type(byRole(dialog, 'textbox', 'Name'), 'Vorhaben der Kern-IT');
    byRole(dialog, 'button', 'Speichern').click();
    await moment();
    expect(server.expectOne({ method: 'PATCH' }).request.body).toEqual({
      ...{ version: 3, name: 'Vorhaben der Kern-IT', budgetNote: 'gegenseitig deckungsfähig' },
    });
  });

  it('shows a department head the same, without the buttons', async () => {
    const { page } = await open('department_head');
    expect(allByRole(page, 'button', /^herausnehmen/)).toEqual([]);
  });

  it('says where nobody can cover', async () => {
    const { page } = await open('finance', { ...T6, uncoveredCents: 100 });
    expect(textOf(page)).toContain('1,00 € deckt keine Zeile.');
  });
});
