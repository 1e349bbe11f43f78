import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PlanGrid } from '@etatlotse/contracts/planning/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { SAVE_AFTER_MS } from './plan-amounts.store';
import { PlanAmountsPage } from './plan-amounts.page';

const LINES = ['Bürosoftware', 'Rechenzentrum', 'Telefonie'];
const GRID: PlanGrid = {
  versionId: 'v-1',
  version: 1,
  isOpen: true,
  years: [2026, 2027, 2028],
  planYears: [2027],
  columns: {
    lineId: ['l-1', 'l-2', 'l-3'],
    number: ['1', '2', '3'],
    name: LINES,
    frame: ['CORE', 'CORE', 'CORE'],
    unitCode: [null, null, null],
    subBudget: ['', '', ''],
    product: ['', '', ''],
    account: ['429100', '', ''],
    direction: ['expense', 'expense', 'expense'],
    sphere: ['operating', 'operating', 'operating'],
  },
  amountCents: [
    [null, null, null],
    [100_000, 0, null],
    [null, null, null],
  ],
  isTruncated: false,
};

describe('the amounts of a plan version', () => {
  const open = async (
    role: 'finance' | 'auditor' = 'finance',
  ): Promise<{ fixture: ComponentFixture<PlanAmountsPage>; server: HttpTestingController; page: HTMLElement }> => {
    const noPause = { provide: SAVE_AFTER_MS, useValue: 0 };
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), noPause],
    });
    const server = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(SessionStore).restore();
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
    await session;
    const fixture = TestBed.createComponent(PlanAmountsPage);
    fixture.componentRef.setInput('versionId', 'v-1');
    fixture.detectChanges();
    TestBed.tick();
    const detail = { id: 'v-1', name: 'Haushalt 2027', firstYear: 2027, lastYear: 2027 };
    server.expectOne('/api/v1/planning/plan-versions/v-1').flush(detail);
    server.expectOne(({ url }) => url === '/api/v1/planning/plan-versions/v-1/amounts').flush(GRID);
    server.expectOne(({ url }) => url === '/api/v1/planning/frames').flush([]);
    server.expectOne('/api/v1/planning/fiscal-years').flush([]);
    await rest(fixture);
    return { fixture, server, page: fixture.nativeElement as HTMLElement };
  };
  const cell = (page: HTMLElement, line: string, year: number): HTMLInputElement =>
    byRole<HTMLInputElement>(page, 'textbox', `${line}, ${year}`);
  const enter = (field: HTMLInputElement, text: string): void => {
    type(field, text);
    field.dispatchEvent(new Event('change'));
  };
  const saved = (server: HttpTestingController): ReturnType<HttpTestingController['expectOne']> =>
    server.expectOne(({ method }) => method === 'PUT');
  const REFUSED = { status: 409, statusText: 'Conflict' };

  it('shows 0 as 0,00 and nothing planned as an empty field', async () => {
    const { page } = await open();
    expect(cell(page, 'Rechenzentrum', 2027).value).toBe('0,00');
    expect(cell(page, 'Telefonie', 2027).value).toBe('');
    expect(allByRole(page, 'textbox', 'Bürosoftware, 2026')).toEqual([]);
  });

  it('saves by itself, saying what was seen, and an emptied cell becomes nothing', async () => {
    const { fixture, server, page } = await open();
    enter(cell(page, 'Bürosoftware', 2027), '1.500,00');
    enter(cell(page, 'Rechenzentrum', 2027), '');
    expect(server.match(({ method }) => method === 'PUT')).toEqual([]);
    await moment();
    const call = saved(server);
    expect(call.request.body).toEqual({
      lineIds: ['l-1', 'l-2'],
      fiscalYears: [2027, 2027],
      amountCents: [150_000, null],
      seenCents: [100_000, 0],
    });
    call.flush({ id: 'v-1', version: 2, changedCells: 2, frames: [] });
    await moment();
    server.expectOne(({ url }) => url === '/api/v1/planning/frames').flush([]);
    await rest(fixture);
    expect(textOf(page)).toContain('Gespeichert');
    expect(cell(page, 'Bürosoftware', 2027).value).toBe('1.500,00');
  });

  it('fills a column from a spreadsheet and asks once what the point means', async () => {
    const { fixture, server, page } = await open();
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { getData: () => '1.234\n2.345\n3456' } });
    cell(page, 'Bürosoftware', 2028).dispatchEvent(paste);
    await moment();
    // What is clear is saved at once; what is not waits for the answer.
    const first = saved(server);
    expect(first.request.body).toMatchObject({ lineIds: ['l-3'], fiscalYears: [2028], amountCents: [345_600] });
    first.flush({ id: 'v-1', version: 2, changedCells: 1, frames: [] });
    await moment();
    expect(textOf(page)).toContain('Das gilt für 2 Felder');
    byRole(page, 'button', 'Der Punkt trennt Tausender').click();
    await moment();
    const second = saved(server);
    expect(second.request.body).toMatchObject({ lineIds: ['l-1', 'l-2'], amountCents: [123_400, 234_500] });
    second.flush({ id: 'v-1', version: 3, changedCells: 2, frames: [] });
    await moment();
    server.match(({ url }) => url === '/api/v1/planning/frames').forEach((call) => call.cancelled || call.flush([]));
    await rest(fixture);
  });

  it('overwrites nobody: shows what stands there now and keeps both ways open', async () => {
    const { server, page } = await open();
    enter(cell(page, 'Bürosoftware', 2027), '900');
    await moment();
    const cells = [{ lineId: 'l-1', fiscalYear: 2027, amountCents: 777_00 }];
    saved(server).flush({ code: 'PLAN_CELLS_CHANGED', title: '', detail: '', status: 409, count: 1, cells }, REFUSED);
    await moment();
    expect(textOf(byRole(page, 'alert'))).toContain('dort steht jetzt 777,00 €, Sie haben 900,00 €');
    byRole(page, 'button', 'Meine Beträge behalten').click();
    await moment();
    const again = saved(server);
    expect(again.request.body).toMatchObject({ amountCents: [90_000], seenCents: [77_700] });
  });

  it('asks for the reason of the finance office when the frame is unknown, and then saves', async () => {
    const { server, page } = await open();
    enter(cell(page, 'Telefonie', 2027), '100');
    await moment();
    const refusal = {
      code: 'FRAME_CEILING_UNKNOWN',
      title: '',
      detail: '',
      status: 409,
      frame: 'FEES',
      fiscalYear: 2027,
    };
    saved(server).flush(refusal, REFUSED);
    await moment();
    expect(textOf(page)).toContain('Der Rahmen Gebühren ist für 2027 nicht hinterlegt');
    type(byRole(page, 'textbox', 'Grund der Kämmerei'), 'Verträge laufen weiter');
    byRole(page, 'button', 'Mit Grund speichern').click();
    await moment();
    expect(saved(server).request.body).toMatchObject({ unknownFrameReason: 'Verträge laufen weiter' });
  });

  it('lets the auditor read without a field', async () => {
    const { page } = await open('auditor');
    expect(allByRole(page, 'textbox', /2027/)).toEqual([]);
    expect(textOf(page)).toContain('1.000,00');
  });
});
