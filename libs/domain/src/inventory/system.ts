import { type Cents, scaleCents, sumCents } from '../shared/cents';
import { type FiscalYear, fiscalYear, fiscalYearOf } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, addMonths } from '../shared/plain-date';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';

/** How much stands still when a system does. */
export const SYSTEM_CRITICALITIES = ['low', 'normal', 'high', 'critical'] as const;
export type SystemCriticality = (typeof SYSTEM_CRITICALITIES)[number];

export const SYSTEM_STATES = ['planned', 'running', 'retired'] as const;
export type SystemState = (typeof SYSTEM_STATES)[number];

/** Why a system is modernised, in the order in which the reasons rank: what the law asks for comes first. */
export const MODERNISE_REASONS = ['legal_duty', 'end_of_support', 'economic', 'political'] as const;
export type ModerniseReason = (typeof MODERNISE_REASONS)[number];

/** Months before the end of support at which a demand is proposed. */
export const SUPPORT_WARNING_MONTHS = 24;

/** What is said about modernising a system. */
export interface Modernisation {
  /** Null: nobody wants it, so far. */
  readonly reason: ModerniseReason | null;
  /** The norm behind a legal duty, e.g. `§ 3 OZG`. */
  readonly norm: string;
  /** The deadline of a legal duty; for other reasons the day by which it is wanted. */
  readonly dueOn: PlainDate | null;
}

export type ModernisationRefusal = Refusal<'SYSTEM_NORM_NEEDED'> | Refusal<'SYSTEM_SUPPORT_NEEDED'>;

/** A legal duty names its norm and its deadline; the end of support is a reason only where its day is known. */
export function checkModernisation(
  { reason, norm, dueOn }: Modernisation,
  supportEndsOn: PlainDate | null,
): Outcome<null, ModernisationRefusal> {
  if (reason === 'legal_duty' && (norm.trim() === '' || dueOn === null)) {
    return refuse({ code: 'SYSTEM_NORM_NEEDED', params: {} });
  }
  return reason === 'end_of_support' && supportEndsOn === null
    ? refuse({ code: 'SYSTEM_SUPPORT_NEEDED', params: {} })
    : ok(null);
}

/** A system as proposals are made from it. */
export interface AgeingSystem extends Modernisation {
  readonly state: SystemState;
  /** Last day of support; null: none is announced or nobody knows. */
  readonly supportEndsOn: PlainDate | null;
  /** What modernising it would cost; null is unknown. */
  readonly modernisationCents: Cents | null;
}

/** A demand that the register proposes. */
export interface DemandProposal {
  readonly reason: ModerniseReason;
  readonly norm: string;
  readonly dueOn: PlainDate;
  /** The year in which the money is needed: that of the day, and not before the running one. */
  readonly fiscalYear: FiscalYear;
  readonly isOverdue: boolean;
  readonly amountCents: Cents | null;
}

/**
 * What a system proposes as a demand: modernisation for a dated reason, and the end of support from 24 months before it. Of
 * both the reason that ranks first is named and the earlier day counts.
 */
export function proposeDemand(system: AgeingSystem, today: PlainDate): DemandProposal | null {
  const { state, reason, dueOn, supportEndsOn, modernisationCents } = system;
  if (state === 'retired') return null;
  const wanted = reason === null ? [] : wishOf(reason, reason === 'end_of_support' ? supportEndsOn : dueOn);
  const ending = isSupportEnding(supportEndsOn, today) ? wishOf('end_of_support', supportEndsOn) : [];
  const wishes = [...wanted, ...ending];
  const [first] = wishes.toSorted((a, b) => MODERNISE_REASONS.indexOf(a.reason) - MODERNISE_REASONS.indexOf(b.reason));
  if (first === undefined) return null;
  const day = wishes.reduce((earliest, wish) => (wish.day < earliest ? wish.day : earliest), first.day);
  return {
    reason: first.reason,
    norm: first.reason === 'legal_duty' ? system.norm : '',
    dueOn: day,
    fiscalYear: fiscalYear(Math.max(fiscalYearOf(day), fiscalYearOf(today))),
    isOverdue: day < today,
    amountCents: modernisationCents,
  };
}

function wishOf(
  reason: ModerniseReason,
  day: PlainDate | null,
): { readonly reason: ModerniseReason; readonly day: PlainDate }[] {
  return day === null ? [] : [{ reason, day }];
}

/** Whether support has ended or ends within the months for which money has to be asked for now. */
export function isSupportEnding(supportEndsOn: PlainDate | null, today: PlainDate): boolean {
  return supportEndsOn !== null && supportEndsOn <= addMonths(today, SUPPORT_WARNING_MONTHS);
}

/**
 * What a system costs in a year: as it was stated, else what its contract costs. A contract that pays for several systems says
 * nothing about one of them, so that no euro is counted twice.
 */
export function systemYearCost(
  statedCents: Cents | null,
  contract: { readonly yearCents: Cents; readonly systems: number } | null,
): Cents | null {
  if (statedCents !== null) return statedCents;
  return contract === null || contract.systems > 1 ? null : contract.yearCents;
}

/** What of a system's cost of a year goes into security; null where cost or share are not known. */
export function securityCost(yearCents: Cents | null, shareBasisPoints: number | null): Cents | null {
  return yearCents === null || shareBasisPoints === null
    ? null
    : scaleCents(yearCents, shareBasisPoints, WHOLE_BASIS_POINTS);
}

/** A system as the sums over all of them need it. */
export interface CountedSystem {
  readonly state: SystemState;
  readonly yearCents: Cents | null;
  readonly securityCents: Cents | null;
  readonly isSupportEnding: boolean;
}

export interface SystemSummary {
  readonly count: number;
  readonly supportEnding: number;
  /** Of the systems whose cost is known. */
  readonly yearCents: Cents;
  readonly withoutCost: number;
  /** Of the systems whose share is known; those without one are in `withoutShare` and not in the sum. */
  readonly securityCents: Cents;
  readonly withoutShare: number;
}

/** Systems in use and planned ones, added up; what is retired costs nothing any more. */
export function summarizeSystems(systems: readonly CountedSystem[]): SystemSummary {
  const used = systems.filter(({ state }) => state !== 'retired');
  const costs = used.flatMap(({ yearCents }) => yearCents ?? []);
  const shares = used.flatMap(({ securityCents }) => securityCents ?? []);
  return {
    count: systems.length,
    supportEnding: used.filter((system) => system.isSupportEnding).length,
    yearCents: sumCents(costs),
    withoutCost: used.length - costs.length,
    securityCents: sumCents(shares),
    withoutShare: used.length - shares.length,
  };
}
