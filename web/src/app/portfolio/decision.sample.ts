import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  type Decision,
  type DecisionDemand,
  PORTFOLIO_PATHS,
  toDecisionAnswer,
  type TransferOffer,
} from '@etatlotse/contracts/portfolio/plain';
import { ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import { moment, rest, textOf } from '../../testing/find';
import { aSession } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import { DecisionPage } from './decision.page';

const YEARS = [2027, 2028, 2029, 2030];
/** A project of the core frame that could begin in 2027 or 2028. */
export const decisionDemand = (id: string, title: string, changes: Partial<DecisionDemand> = {}): DecisionDemand => ({
  id,
  number: 1,
  title,
  unitCode: '10.2',
  state: 'examined',
  reason: 'economic',
  frame: 'CORE',
  runOrChange: 'change',
  isMandatory: false,
  fixedYear: null,
  earliestYear: 2027,
  latestYear: 2028,
  deadlineYear: null,
  costs: [6_000_000, 0, 0, 0],
  fte: [200, 0, 0, 0],
  ratings: { benefit: 5, urgency: 5, reach: 5, readiness: 5 },
  isRated: true,
  ratingVersion: 1,
  startYear: null,
  unknownItems: 0,
  needs: [],
  excludes: [],
  together: [],
  version: 3,
  ...changes,
});
/** Four demands, money for one and a half of them, half a person. */
export const DECISION: Decision = {
  roundId: 'r',
  firstYear: 2027,
  lastYear: 2027,
  roundState: 'frozen',
  years: YEARS,
  ceilings: YEARS.flatMap((fiscalYear) => [
    { frame: 'CORE', fiscalYear, ceilingCents: 10_000_000, source: 'Eckwerte' },
    { frame: 'FEES', fiscalYear, ceilingCents: null, source: '' },
  ]),
  staff: YEARS.map((fiscalYear) => ({ fiscalYear, thousandths: 500, basis: 'stated', source: 'Stellenplan' })),
  staffUnit: null,
  staffVersion: 1,
  weights: {
    id: null,
    number: 0,
    reason: '',
    recordedAt: null,
    recordedBy: null,
    weights: { benefit: 40, urgency: 30, reach: 20, readiness: 10 },
    delayPercent: 10,
  },
  lastPlan: [{ frame: 'CORE', plannedCents: 9_000_000 }],
  demands: [
    decisionDemand('a', 'Onlinezugang', { isMandatory: true, reason: 'legal' }),
    decisionDemand('b', 'Server', { ratings: { benefit: 9, urgency: 5, reach: 5, readiness: 5 } }),
    decisionDemand('c', 'Tablets', { costs: [1_000_000, 0, 0, 0], fte: [50, 0, 0, 0] }),
    decisionDemand('d', 'Telefonie', { frame: 'FEES' }),
  ],
  mayDecide: true,
  dataAsOf: '2026-11-30T08:00:00Z',
};
export const plain = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');

/** Nothing is in a plan, and nothing could go there. */
export const OFFER: TransferOffer = { versions: [], demands: [], left: 0 };

/** The page as finance opens it, with everything it reads. */
export async function openDecision(
  decision = DECISION,
  offer = OFFER,
): Promise<{ page: HTMLElement; fixture: ComponentFixture<DecisionPage>; server: HttpTestingController }> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  const server = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).restore();
  server.expectOne('/api/v1/session').flush(aSession('finance', { permissions: ROLE_PERMISSIONS.finance }));
  await session;
  const fixture = TestBed.createComponent(DecisionPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.detectChanges();
  TestBed.tick();
  server.expectOne(PORTFOLIO_PATHS.current).flush(toDecisionAnswer(decision));
  await moment();
  server.expectOne('/api/v1/portfolio/rounds/r/scenarios').flush([
    {
      id: 's',
      name: 'Sparsam',
      note: '',
      demands: 3,
      changedAt: '2026-11-29T08:00:00Z',
      changedBy: 'Ina',
      version: 1,
    },
  ]);
  (await askedAfterRanking(server)).flush(offer);
  await rest(fixture);
  return { page: fixture.nativeElement as HTMLElement, fixture, server };
}

/** What would go into the plan is asked for by the part below the ranking, which comes when there is nothing else to do. */
async function askedAfterRanking(server: HttpTestingController): Promise<TestRequest> {
  for (let turn = 0; turn < 100; turn += 1) {
    const [asked] = server.match(PORTFOLIO_PATHS.transfers('r'));
    if (asked !== undefined) return asked;
    await moment();
  }
  throw new Error('The part below the ranking has not come.');
}

/** The same round with other facts of some demands. */
export const changed = (
  changes: Readonly<Record<string, Partial<DecisionDemand>>>,
  more: Partial<Decision> = {},
): Decision => ({
  ...DECISION,
  ...more,
  demands: DECISION.demands.map((one) => ({ ...one, ...changes[one.id] })),
});
