/*
 * A request for extra authority with its figures, and the page of it as somebody opens it. For the specs only.
 */
import { provideHttpClient } from '@angular/common/http';
import type { Type } from '@angular/core';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ExtraAssessment, ExtraCoverRow, ExtraDetail, ExtraItemRow } from '@etatlotse/contracts/authority/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { type Cents, cents } from '@etatlotse/domain/shared';
import { moment, rest } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SAVE_AFTER_MS } from '../platform/saving';
import { SessionStore } from '../platform/session.store';

const line = (id: string, name: string) => ({
  lineId: id,
  number: `4S.${id}`,
  name,
  subBudget: 'THH 10',
  statementLine: '15',
  projectKey: '',
  account: '429100',
  accountName: 'Dienstleistungen',
});
export const ITEM: ExtraItemRow = {
  ...line('l-1', 'Datennetz'),
  kind: 'over_plan',
  sphere: 'operating',
  appropriationCents: cents(13_000_000),
  grantedBeforeCents: cents(500_000),
  requestedCents: cents(480_000),
  newFundsCents: cents(13_980_000),
};
export const COVER: ExtraCoverRow = {
  kind: 'less_spending',
  line: line('l-2', 'Wartung'),
  amountCents: 480_000,
  availableCents: 900_000,
};
const none = figures(0, 0, 0);
const all = figures(13_000_000, 500_000, 480_000);
export const FITS: ExtraAssessment = {
  items: [ITEM],
  covers: [COVER],
  totals: { operating: all, investing: none, all },
  coverCents: 480_000,
  uncoveredCents: 0,
  requiredLevel: 'mayor',
  missing: [],
};
export const DRAFT: ExtraDetail = {
  ...FITS,
  id: 'r-1',
  number: '2026-3',
  fiscalYear: 2026,
  subject: 'Neue Switches nach Wasserschaden',
  state: 'draft',
  kinds: ['over_plan'],
  lineNumbers: ['4S.l-1'],
  operatingCents: 480_000,
  investingCents: 0,
  decider: null,
  decidedOn: null,
  createdByName: 'Bernd Brandes',
  createdAt: '2026-10-01T08:00:00Z',
  version: 4,
  substanceReason: 'Zwei Verteiler sind zerstört.',
  timeReason: 'Das Bürgerbüro ist vom Netz getrennt.',
  isContinuedInvestment: false,
  decisionDocument: '',
  history: [{ step: 'create', takenBy: 'Bernd Brandes', approvedBy: null, takenAt: '2026-10-01T08:00:00Z', note: '' }],
  deeds: ['change', 'submit', 'withdraw'],
  pendingGrant: null,
};

function figures(appropriation: number, before: number, requested: number) {
  const sum = cents(appropriation + before + requested);
  const of = (value: number): Cents => cents(value);
  return {
    appropriationCents: of(appropriation),
    grantedBeforeCents: of(before),
    requestedCents: of(requested),
    newFundsCents: sum,
  };
}

export type ExtraReader = 'finance' | 'department_head' | 'council_office' | 'auditor' | 'admin' | 'clerk';

export interface Shown<Page> {
  readonly fixture: ComponentFixture<Page>;
  readonly server: HttpTestingController;
  readonly page: HTMLElement;
}

/** Opens a page as somebody; the answers to its first questions are given by whoever calls. */
export async function openPage<Page>(
  page: Type<Page>,
  role: ExtraReader,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Shown<Page>> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: SAVE_AFTER_MS, useValue: 0 },
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession(role, { permissions: ROLE_PERMISSIONS[role] }));
  await session;
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  fixture.detectChanges();
  TestBed.tick();
  return { fixture, server, page: element };
}

/** A call that comes when typing has settled: however long that takes, it comes. */
export async function calling(server: HttpTestingController, method: string, url: string): Promise<TestRequest> {
  for (;;) {
    const [call] = server.match((request) => request.method === method && request.url === url);
    if (call !== undefined) return call;
    await moment();
  }
}

export async function answer<Page>(shown: Shown<Page>, url: string, body: object | string): Promise<void> {
  shown.server.expectOne((request) => request.url === url).flush(body);
  await rest(shown.fixture);
}

export const refusalOf = (code: string, params: object = {}): object => ({
  code,
  title: '',
  detail: '',
  status: 409,
  ...params,
});
export const REFUSED = { status: 409, statusText: 'Conflict' } as const;
