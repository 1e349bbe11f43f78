import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PlanLineDetail } from '@etatlotse/contracts/planning/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { GRID } from './plan-amounts.sample';
import { PlanAmountsStore } from './plan-amounts.store';
import { PlanCellsStore } from './plan-cells.store';
import { PlanLinePanel } from './plan-line-panel';

const LINE = '/api/v1/planning/plan-versions/v-1/lines/l-1';
const DETAIL: PlanLineDetail = {
  lineId: 'l-1',
  number: '1',
  name: 'Bürosoftware',
  explanation: {
    text: 'Vertrag endet 2028.',
    writtenBy: 'Frauke Finke',
    writtenAt: '2026-10-05T08:00:00Z',
    version: 3,
  },
  notes: [
    { fiscalYear: 2027, text: 'Index', writtenBy: 'Frauke Finke', writtenAt: '2026-10-05T08:00:00Z', version: 2 },
  ],
  months: [
    {
      ...{ fiscalYear: 2027, kind: 'equal', amountCents: 120_000, entered: [], version: 0 },
      monthCents: Array<number>(12).fill(10_000),
    },
  ],
};

describe('a line of the plan in full', () => {
  async function open(
    role: 'finance' | 'auditor' = 'finance',
  ): Promise<{ fixture: ComponentFixture<PlanLinePanel>; server: HttpTestingController; page: HTMLElement }> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), PlanAmountsStore, PlanCellsStore],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
    await session;
    TestBed.inject(PlanAmountsStore).versionId.set('v-1');
    const fixture = TestBed.createComponent(PlanLinePanel);
    fixture.componentRef.setInput('lineId', 'l-1');
    fixture.componentRef.setInput('fiscalYear', 2027);
    fixture.detectChanges();
    TestBed.tick();
    server
      .expectOne('/api/v1/planning/plan-versions/v-1')
      .flush({ id: 'v-1', state: 'draft', isOpen: true, changes: { count: 0, openCount: 0 } });
    server.expectOne('/api/v1/planning/plan-versions/v-1/amounts').flush(GRID);
    server.expectOne(LINE).flush(DETAIL);
    for (const other of server.match(() => true)) other.flush(null);
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  }
  const sent = (server: HttpTestingController, path: string): TestRequest =>
    server.expectOne(({ method, url }) => method === 'PUT' && url === `${LINE}/${path}`);

  it('shows who wrote what, and saves over the state that was seen', async () => {
    const { server, page } = await open();
    expect(textOf(page)).toContain('Frauke Finke, 05.10.2026, 10:00');
    const field = byRole<HTMLTextAreaElement>(page, 'textbox', /Was steht dazu im Plan/);
    expect(field.value).toBe('Vertrag endet 2028.');
    type(field, 'Neu ausgeschrieben.');
    byRole(page, 'button', 'Erläuterung speichern').click();
    await moment();
    expect(sent(server, 'explanation').request.body).toEqual({ text: 'Neu ausgeschrieben.', version: 3 });
  });

  it('keeps a note that somebody else was quicker with, and offers to look', async () => {
    const { server, page } = await open();
    type(byRole(page, 'textbox', /Notiz zu 2027/), 'Index 4 %');
    byRole(page, 'button', 'Notiz speichern').click();
    await moment();
    const call = sent(server, 'notes/2027');
    expect(call.request.body).toEqual({ text: 'Index 4 %', version: 2 });
    call.flush({ code: 'VERSION_STALE', status: 409, title: '', detail: '' }, { status: 409, statusText: 'Conflict' });
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('geändert');
    expect(byRole<HTMLTextAreaElement>(page, 'textbox', /Notiz zu 2027/).value).toBe('Index 4 %');
  });

  it('lets months be entered that add up to the year, and says what is missing', async () => {
    const { server, page } = await open();
    byRole(page, 'radio', 'eigene Beträge').click();
    TestBed.tick();
    type(byRole(page, 'textbox', 'Januar'), '99,99');
    TestBed.tick();
    expect(textOf(page)).toContain('Es fehlen 0,01 €.');
    byRole(page, 'button', 'Monate speichern').click();
    await moment();
    expect(server.match(({ method }) => method === 'PUT')).toEqual([]);
    type(byRole(page, 'textbox', 'Dezember'), '100,01');
    TestBed.tick();
    byRole(page, 'button', 'Monate speichern').click();
    await moment();
    expect(sent(server, 'months/2027').request.body).toEqual({
      kind: 'amounts',
      months: [9999, ...Array<number>(10).fill(10_000), 10_001],
      version: 0,
    });
  });

  it('takes shares that make a hundred percent', async () => {
    const { server, page } = await open();
    byRole(page, 'radio', 'Anteile in %').click();
    TestBed.tick();
    expect(byRole<HTMLInputElement>(page, 'textbox', 'Januar').value).toBe('8,34');
    byRole(page, 'button', 'Monate speichern').click();
    await moment();
    const { months } = sent(server, 'months/2027').request.body as { months: number[] };
    expect(months.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });

  it('plans the years one below the other', async () => {
    const { page } = await open();
    const field = byRole<HTMLInputElement>(page, 'textbox', '2027, €');
    expect(field.value).toBe('1.000,00');
    field.value = '1.250,00';
    field.dispatchEvent(new Event('change'));
    expect(TestBed.inject(PlanCellsStore).edits()).toMatchObject([{ lineId: 'l-1', fiscalYear: 2027, cents: 125_000 }]);
  });

  it('is read by the auditor without a button to save', async () => {
    const { page } = await open('auditor');
    expect(textOf(page)).toContain('Vertrag endet 2028.');
    expect(allByRole(page, 'button', /speichern/)).toEqual([]);
  });
});
