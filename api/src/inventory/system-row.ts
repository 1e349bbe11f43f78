import type { RecordRow, SystemProposal, SystemRow } from '@etatlotse/contracts/inventory';
import type { ServiceClass } from '@etatlotse/domain/budget';
import {
  isSupportEnding,
  type ModerniseReason,
  proposeDemand,
  securityCost,
  type SystemCriticality,
  type SystemState,
  systemYearCost,
} from '@etatlotse/domain/inventory';
import { cents, type Cents, plainDate, type PlainDate } from '@etatlotse/domain/shared';

/** What the database knows of a system in a year; nothing in it has been judged. */
export interface SystemFacts extends RecordRow {
  readonly vendor: string;
  readonly serviceClass: ServiceClass;
  readonly criticality: SystemCriticality;
  readonly state: SystemState;
  readonly supportEndsOn: PlainDate | null;
  readonly securityBasisPoints: number | null;
  readonly yearlyCents: number | null;
  readonly reason: ModerniseReason | null;
  readonly norm: string;
  readonly dueOn: PlainDate | null;
  readonly modernisationCents: number | null;
  /** What the contract costs in the year; null without one, or where it costs nothing in it. */
  readonly contractCents: number | null;
  /** Systems in use that the contract pays for. */
  readonly contractSystems: number;
}

/** A system with what the rules say of it on a day. */
export function systemRow(facts: SystemFacts, today: string): SystemRow {
  const { yearlyCents, contractCents, contractSystems, securityBasisPoints, supportEndsOn, state } = facts;
  const contract = contractCents === null ? null : { yearCents: cents(contractCents), systems: contractSystems };
  const yearCents = systemYearCost(known(yearlyCents), contract);
  return {
    id: facts.id,
    name: facts.name,
    unit: facts.unit,
    origin: facts.origin,
    version: facts.version,
    vendor: facts.vendor,
    serviceClass: facts.serviceClass,
    criticality: facts.criticality,
    state,
    supportEndsOn,
    isSupportEnding: state !== 'retired' && isSupportEnding(supportEndsOn, plainDate(today)),
    yearCents,
    securityBasisPoints,
    securityCents: securityCost(yearCents, securityBasisPoints),
    proposal: proposalOf(facts, today),
  };
}

/** The demand that a system proposes on a day. */
export function proposalOf(facts: SystemFacts, today: string): SystemProposal | null {
  return proposeDemand({ ...facts, modernisationCents: known(facts.modernisationCents) }, plainDate(today));
}

const known = (amount: number | null): Cents | null => (amount === null ? null : cents(amount));
