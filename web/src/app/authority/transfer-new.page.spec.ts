import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { TransferCheck } from '@etatlotse/contracts/authority/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { TransferNewPage } from './transfer-new.page';

const line = (id: string, name: string, more: object = {}) => ({
  id,
  number: `4S.${id}`,
  name,
  subBudget: 'THH 10',
  sphere: 'operating',
  ...more,
});
const FITS: TransferCheck = {
  form: 'transfer',
  rule: '§ 19 KomHKVO',
  from: { beforeCents: 1_000_000 as never, afterCents: 600_000 as never, level: 'line' },
  to: { beforeCents: 0 as never, afterCents: 400_000 as never, level: 'pool' },
  isRequest: false,
  refusal: null,
};

describe('the form of a transfer', () => {
  let server: HttpTestingController;

  const open = async (
    role: 'finance' | 'department_head',
    address: Readonly<Record<string, string>>,
    to = line('to', 'Lizenzen'),
  ): Promise<{ fixture: ComponentFixture<TransferNewPage>; page: HTMLElement }> => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: '', pathMatch: 'full', children: [] },
          { path: 'authority/transfers/:id', children: [] },
        ]),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    const fixture = TestBed.createComponent(TransferNewPage);
    for (const [name, value] of Object.entries(address)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    TestBed.tick();
    if (address['from']) server.expectOne(({ url }) => url.endsWith('/lines/from')).flush(line('from', 'Wartung'));
    if (address['to']) server.expectOne(({ url }) => url.endsWith('/lines/to')).flush(to);
    await rest(fixture);
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };
  const answer = async (fixture: ComponentFixture<unknown>, check: TransferCheck): Promise<void> => {
    // The question is asked when typing has settled: however long that takes, it comes.
    let asked = server.match('/api/v1/authority/transfers/check');
    while (asked.length === 0) {
      await moment();
      asked = server.match('/api/v1/authority/transfers/check');
    }
    asked[0]?.flush(check);
    await rest(fixture);
  };
  afterEach(() => server.verify());

  it('comes filled in from the address and shows both lines before and after', async () => {
    const { fixture, page } = await open('finance', { from: 'from', to: 'to', amountCents: '400000' });
    await answer(fixture, FITS);
    const rows = [...page.querySelectorAll('tbody tr')].map(textOf);
    expect(rows).toEqual(['Wartung 10.000,00 6.000,00', 'Lizenzen im Deckungskreis 0,00 4.000,00']);
    expect(textOf(page)).toContain('Regel: § 19 KomHKVO');
  });

  it('says what is missing before anything is sent', async () => {
    const { fixture, page } = await open('finance', {});
    byRole(page, 'button', 'Umbuchung buchen').click();
    await rest(fixture);
    expect(textOf(page)).toContain('Bitte wählen Sie die Zeile aus, die gibt.');
    expect(textOf(page)).toContain('Bitte begründen Sie die Umbuchung.');
  });

  it('goes back to the list of the same year', async () => {
    const { fixture, page } = await open('finance', {});
    await TestBed.inject(Router).navigateByUrl('/?year=2025&amountCents=400000');
    await rest(fixture);
    expect(byRole(page, 'link', 'Abbrechen').getAttribute('href')).toBe('/authority/transfers?year=2025');
  });

  it('books with reason and document', async () => {
    const { fixture, page } = await open('finance', { from: 'from', to: 'to', amountCents: '400000' });
    await answer(fixture, FITS);
    type(byRole(page, 'textbox', 'Begründung'), 'Mehrbedarf');
    type(byRole(page, 'textbox', /^Beleg/), 'UM-7');
    byRole(page, 'button', 'Umbuchung buchen').click();
    const sent = server.expectOne('/api/v1/authority/transfers');
    expect(sent.request.body).toEqual({
      fromLineId: 'from',
      toLineId: 'to',
      fiscalYear: 2026,
      amountCents: 400_000,
      reason: 'Mehrbedarf',
      documentNumber: 'UM-7',
      budgetNote: '',
    });
    sent.flush({ id: 't-1', version: 1, state: 'booked' });
    await rest(fixture);
  });

  it('a department head asks instead of booking', async () => {
    const { fixture, page } = await open('department_head', { from: 'from', to: 'to', amountCents: '400000' });
    await answer(fixture, { ...FITS, isRequest: true });
    expect(textOf(page)).toContain('die Kämmerei entscheidet');
    byRole(page, 'button', 'Umbuchung beantragen');
  });

  it('between sub-budgets it asks for the budget note', async () => {
    const other = line('to', 'Schule', { subBudget: 'THH 40' });
    const { fixture, page } = await open('finance', { from: 'from', to: 'to', amountCents: '1' }, other);
    const refusal = { code: 'TRANSFER_NOTE_NEEDED', params: { rule: '§ 19 KomHKVO' } };
    await answer(fixture, { form: null, rule: null, from: null, to: null, isRequest: false, refusal });
    expect(textOf(page)).toContain('Bitte nennen Sie den Haushaltsvermerk');
    byRole(page, 'textbox', 'Haushaltsvermerk');
  });

  it('T6b draws in one step where a right carries it', async () => {
    const address = { from: 'from', to: 'to', amountCents: '400000', oneSided: 'true' };
    const { fixture, page } = await open('finance', address);
    await answer(fixture, { ...FITS, form: 'one_sided' });
    type(byRole(page, 'textbox', 'Begründung'), 'Mehrbedarf');
    byRole(page, 'button', 'Deckung buchen').click();
    const sent = server.expectOne('/api/v1/authority/draws');
    expect(sent.request.body).toMatchObject({ lineId: 'to', fromLineId: 'from', amountCents: 400_000 });
    sent.flush({ id: 't-1', version: 1, state: 'booked' });
    await rest(fixture);
  });
});
