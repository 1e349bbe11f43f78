/*
 * The page of the amounts with a small version, and what a person does there. For its specs only.
 */
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FramesOfYear, PlanReference, PlanGrid } from '@etatlotse/contracts/planning/plain';
import { type Permission, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import type { PlanVersionState } from '@etatlotse/domain/budget';
import { allByRole, byRole, moment, press, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { ASK_AGAIN_MS, SAVE_AFTER_MS } from '../platform/saving';
import { SessionStore } from '../platform/session.store';
import { PlanAmountsPage } from './plan-amounts.page';

export const LINES = ['Bürosoftware', 'Rechenzentrum', 'Telefonie'];
/** The version as the API answers it. */
export const GRID: PlanGrid = {
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
    unitId: [null, null, null],
    unitCode: [null, null, null],
    subBudget: ['', '', ''],
    product: ['1.11', '1.11', '5.51'],
    productName: ['IT', 'IT', ''],
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
const REFERENCE: PlanReference = {
  yearBefore: 2026,
  planBefore: { id: 'v-0', name: 'Haushalt 2026' },
  inForce: [{ fiscalYear: 2027, version: null }],
  lineId: ['l-2', 'l-1'],
  planBeforeCents: [null, 80_000],
  actualBeforeCents: [5, null],
  inForceCents: [[null, null]],
  beforeChangesCents: [],
};
const ceiling = (ceilingCents: number | null): readonly FramesOfYear[] => [
  { fiscalYear: 2027, frames: [{ frame: 'CORE', ceilingCents, plannedCents: 100_000 }] } as unknown as FramesOfYear,
];

interface Opened {
  readonly fixture: ComponentFixture<PlanAmountsPage>;
  readonly server: HttpTestingController;
  readonly page: HTMLElement;
  readonly grid: HTMLElement;
}

interface Situation {
  readonly role?: 'finance' | 'auditor';
  readonly state?: PlanVersionState;
  readonly ceilingCents?: number | null;
  readonly isTruncated?: boolean;
  readonly inputs?: Record<string, string>;
}

export async function open(situation: Situation = {}): Promise<Opened> {
  const { role = 'finance' } = situation;
  const noPause = [SAVE_AFTER_MS, ASK_AGAIN_MS].map((provide) => ({ provide, useValue: 0 }));
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), noPause],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
  server.expectOne('/api/v1/session').flush(aSession(role, { permissions }));
  await session;
  return visit(server, situation);
}

/** Goes to the page, also once more after leaving it. */
export async function visit(
  server: HttpTestingController,
  { state = 'draft', ceilingCents = null, isTruncated = false, inputs = {} }: Situation = {},
): Promise<Opened> {
  const isDraft = state === 'draft';
  const fixture = TestBed.createComponent(PlanAmountsPage);
  for (const [name, value] of Object.entries({ versionId: 'v-1', ...inputs }))
    fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  const answer = (path: string, body: object): void =>
    server.expectOne(({ url }) => url === `/api/v1/${path}`).flush(body);
  answer('planning/plan-versions/v-1', {
    ...{ id: 'v-1', name: 'Haushalt 2027', kind: 'budget', firstYear: 2027, lastYear: 2027 },
    ...{ state, isOpen: isDraft, changes: { count: 0, openCount: 0 } },
  });
  answer('planning/plan-versions/v-1/amounts', { ...GRID, isOpen: isDraft, isTruncated });
  answer('planning/plan-versions/v-1/reference', REFERENCE);
  answer('planning/plan-versions/v-1/marks', {
    notes: { lineId: ['l-2'], fiscalYear: [2027], excerpt: ['Index 3 %'] },
    explainedLineIds: ['l-1'],
  });
  answer('planning/frames', ceiling(ceilingCents));
  answer('organization/units', { asOf: '2026-10-05', units: [] });
  if (isTruncated) {
    // A version with more lines than one answer holds is asked for once more, narrowed by the filters.
    await moment();
    server
      .expectOne(({ urlWithParams }) => urlWithParams.endsWith('/amounts?frame=CORE'))
      .flush({ ...GRID, isTruncated });
  }
  await rest(fixture);
  const page = fixture.nativeElement as HTMLElement;
  return { fixture, server, page, grid: byRole(page, 'grid') };
}

/** A cell as a person finds it: by the name of its row and the year of its column. */
export function cell(page: HTMLElement, line: string, head: string): HTMLElement {
  const heads = allByRole(page, 'columnheader').map(textOf);
  const at = heads.findIndex((text) => text.startsWith(head));
  const row = allByRole(page, 'row').find((one) => textOf(one.querySelector('th')).startsWith(line));
  const found = row?.querySelector<HTMLElement>(`[aria-colindex="${at + 1}"]`);
  if (!found) throw new Error(`No cell ${line}, ${head}. There are: ${heads.join(' | ')}`);
  return found;
}

export const activeOf = (grid: HTMLElement): string =>
  textOf(grid.ownerDocument.getElementById(grid.getAttribute('aria-activedescendant') ?? ''));

export async function keys(grid: HTMLElement, ...pressed: (string | [string, KeyboardEventInit])[]): Promise<void> {
  for (const one of pressed) {
    const [key, more] = typeof one === 'string' ? [one, {}] : one;
    press(grid, key, more);
    TestBed.tick();
  }
}

/** Opens the active cell by typing, and takes it over with a key. */
export async function enter(page: HTMLElement, grid: HTMLElement, text: string, key = 'Enter'): Promise<void> {
  press(grid, 'F2');
  TestBed.tick();
  const field = byRole<HTMLInputElement>(page, 'textbox', /^[^,]+, 20\d\d$/);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  press(field, key);
  TestBed.tick();
}

export function clipboard(grid: HTMLElement, kind: 'copy' | 'paste', text = ''): string {
  const data = new Map([['text/plain', text]]);
  const event = new Event(kind, { bubbles: true, cancelable: true });
  const clipboardData = {
    getData: (format: string) => data.get(format) ?? '',
    setData: (format: string, value: string) => data.set(format, value),
  };
  grid.dispatchEvent(Object.assign(event, { clipboardData }));
  TestBed.tick();
  return data.get('text/plain') ?? '';
}

export const saved = (server: HttpTestingController): TestRequest => server.expectOne(({ method }) => method === 'PUT');
export const DONE = { id: 'v-1', version: 2, changedCells: 1, frames: [] };
export const REFUSED = { status: 409, statusText: 'Conflict' };
export const SHIFT = { shiftKey: true };
export const CONTROL = { ctrlKey: true };
