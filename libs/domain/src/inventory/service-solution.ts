import { type Cents, scaleCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { type EconomyCase, type EconomyVerdict, efaFeeOf } from './service-economy';

/** Whose task a service carries out: the city's own, or one of the federation or the state. */
export const SERVICE_TASKS = ['own', 'state_federal'] as const;
export type ServiceTask = (typeof SERVICE_TASKS)[number];

/** How citizens reach it: a form of the city's own form management, or one that another state built for all (EfA). */
export const SERVICE_SOLUTIONS = ['own_form', 'efa'] as const;
export type ServiceSolution = (typeof SERVICE_SOLUTIONS)[number];

/** What makes a service digital from end to end: form, procedure and DMS, each interlocked with the one before. */
export interface ServiceTicks {
  readonly hasForm: boolean;
  readonly hasProcedure: boolean;
  readonly hasDms: boolean;
}

/** Ticks of a service, from 0 to 3. */
export function maturityOf({ hasForm, hasProcedure, hasDms }: ServiceTicks): number {
  return [hasForm, hasProcedure, hasDms].filter(Boolean).length;
}

export const isOnline = ({ hasForm }: ServiceTicks): boolean => hasForm;
export const isEndToEnd = (ticks: ServiceTicks): boolean => maturityOf(ticks) === 3;

/** A decision between own form and EfA as somebody wants to record it. */
export interface SolutionDecision {
  readonly task: ServiceTask;
  readonly solution: ServiceSolution;
  readonly decidedOn: PlainDate;
  readonly today: PlainDate;
  /** First day on which the EfA service can be used; null: nobody can say yet. */
  readonly availableOn: PlainDate | null;
}

export type SolutionRefusal =
  Refusal<'SERVICE_EFA_OWN_TASK'> | Refusal<'SERVICE_EFA_NOT_AVAILABLE'> | Refusal<'SERVICE_DECISION_AHEAD'>;

/**
 * Whether a decision can be recorded. EfA is for tasks of state and federation, where it is available; whether it is worth
 * its money is said beside it and is left to those who decide, with their reason.
 */
export function decideSolution(decision: SolutionDecision): Outcome<null, SolutionRefusal> {
  if (decision.decidedOn > decision.today) return refuse({ code: 'SERVICE_DECISION_AHEAD', params: {} });
  if (decision.solution !== 'efa') return ok(null);
  if (decision.task === 'own') return refuse({ code: 'SERVICE_EFA_OWN_TASK', params: {} });
  return decision.availableOn === null ? refuse({ code: 'SERVICE_EFA_NOT_AVAILABLE', params: {} }) : ok(null);
}

/** Whether a decision goes against what the economy check says; what is unknown or equal speaks against nothing. */
export function isAgainstEconomy(solution: ServiceSolution, verdict: EconomyVerdict): boolean {
  return verdict === (solution === 'efa' ? 'own_cheaper' : 'efa_cheaper');
}

/** What the chosen way costs in a year, without what is paid once. */
export function runningCostOf(
  solution: ServiceSolution,
  { own, efa }: Pick<EconomyCase, 'own' | 'efa'>,
  year: FiscalYear,
): Cents | null {
  return solution === 'efa' ? efaFeeOf(efa, year) : own.yearlyCents;
}

/** Cases of a year; `null` is not counted, which is something else than none. */
export interface ServiceVolume {
  readonly cases: number | null;
  readonly onlineCases: number | null;
}

/** Cases that came online cannot be more than all cases. */
export function checkVolume({ cases, onlineCases }: ServiceVolume): Outcome<null, Refusal<'SERVICE_VOLUME'>> {
  return cases !== null && onlineCases !== null && onlineCases > cases
    ? refuse({ code: 'SERVICE_VOLUME', params: {} })
    : ok(null);
}

/** Share of cases that came online in basis points; null where it is not known or there was no case. */
export function onlineShareOf({ cases, onlineCases }: ServiceVolume): number | null {
  if (cases === null || onlineCases === null || cases === 0) return null;
  return Math.round((onlineCases * WHOLE_BASIS_POINTS) / cases);
}

/** Cost of one case, rounded once; null where cost or cases are not known or there was none. */
export function costPerCase(yearCents: Cents | null, cases: number | null): Cents | null {
  return yearCents === null || cases === null || cases === 0 ? null : scaleCents(yearCents, 1, cases);
}

/** A service as the sums over all of them need it. */
export interface CountedService extends ServiceTicks, ServiceVolume {
  readonly task: ServiceTask;
  readonly isDecided: boolean;
}

export interface ServiceSummary {
  readonly count: number;
  readonly online: number;
  readonly endToEnd: number;
  /** Tasks of state and federation for which nobody has decided between own form and EfA. */
  readonly undecided: number;
  /** Over the services of which both figures are known. */
  readonly cases: number;
  readonly onlineCases: number;
  readonly onlineBasisPoints: number | null;
  /** Services of which cases or online cases are not known: they are in neither sum. */
  readonly uncounted: number;
}

export function summarizeServices(services: readonly CountedService[]): ServiceSummary {
  const counted = services.flatMap(({ cases, onlineCases }) =>
    cases === null || onlineCases === null ? [] : [{ cases, onlineCases }],
  );
  const cases = counted.reduce((sum, one) => sum + one.cases, 0);
  const onlineCases = counted.reduce((sum, one) => sum + one.onlineCases, 0);
  return {
    count: services.length,
    online: services.filter(isOnline).length,
    endToEnd: services.filter(isEndToEnd).length,
    undecided: services.filter(({ task, isDecided }) => task === 'state_federal' && !isDecided).length,
    cases,
    onlineCases,
    onlineBasisPoints: onlineShareOf({ cases, onlineCases }),
    uncounted: services.length - counted.length,
  };
}
