import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Demand, demandYears } from '@etatlotse/contracts/demand/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { aSession } from '../../testing/session';
import { SAVE_AFTER_MS } from '../platform/saving';
import { SessionStore } from '../platform/session.store';

export type Role = 'finance' | 'department_head' | 'coordinator' | 'reviewer';

export const ITEM = {
  id: '0199b0c2-0000-7000-8000-000000000001',
  label: 'Notebook 14 Zoll',
  kind: 'device',
  rhythm: 'one_off',
  fromYear: 2027,
  toYear: null,
  month: 7,
  quantity: 40,
  unit: 'Stück',
  unitPriceCents: 99_000,
  basis: 'net',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
} as const;

/** A draft as its coordinator has it. */
export const DEMAND: Demand = {
  id: 'd-1',
  roundId: 'r-1',
  firstYear: 2027,
  lastYear: 2027,
  years: [2026, 2027, 2028, 2029, 2030],
  number: 31,
  title: 'Notebooks für den Außendienst',
  purpose: 'Baustellen prüfen',
  forWhom: '40 Beschäftigte',
  runOrChange: 'run',
  occurrence: 'occurred',
  probabilityPercent: null,
  earliestOn: null,
  reason: 'economic',
  reasonBasis: '',
  reasonDeadline: null,
  serviceClass: 'central_infrastructure',
  networkZone: null,
  frame: null,
  earliestStartYear: 2027,
  latestStartYear: null,
  benefit: '',
  items: [ITEM],
  fte: [],
  papers: [],
  unit: { id: 'u-1', code: 'FB 40', name: 'Fachbereich Schule' },
  owner: { id: 'p-1', name: 'Kim Kramer' },
  createdByName: 'Kim Kramer',
  createdAt: '2026-10-05T07:00:00Z',
  changedByName: 'Kim Kramer',
  changedAt: '2026-10-05T07:00:00Z',
  submittedByName: null,
  submittedAt: null,
  state: 'draft',
  stateChangedAt: '2026-10-05T07:00:00Z',
  waitsFor: 'submit',
  dueOn: '2026-10-31',
  isLate: false,
  rank: null,
  deliberatedOn: null,
  deliberation: '',
  source: 'person',
  sourceId: null,
  origin: 'person',
  costs: demandYears([ITEM], [2026, 2027, 2028, 2029, 2030]),
  gaps: [],
  links: [],
  reviews: [],
  remarks: [],
  sheetNote: 'Mit dem Hauptamt abgestimmt',
  itemNotes: { i1: 'Rahmenvertrag prüfen' },
  attachments: [],
  steps: [],
  mayEdit: true,
  mayRemark: true,
  maySetFrame: false,
  version: 3,
};

/** Somebody of the role is logged in. */
export const begin = async (role: Role): Promise<HttpTestingController> => {
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
  return server;
};
/** A page in the document, as its address opens it. */
export const show = <Page>(page: Type<Page>, inputs: Readonly<Record<string, string>> = {}): ComponentFixture<Page> => {
  const fixture = TestBed.createComponent(page);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  return fixture;
};
