import type { RecordRow, ServiceDecisionRow, ServiceRow, ServiceYearRow } from '@etatlotse/contracts/inventory';
import {
  checkEconomy,
  costPerCase,
  type EconomyCase,
  isAgainstEconomy,
  maturityOf,
  onlineShareOf,
  runningCostOf,
  type ServiceTask,
  type ServiceTicks,
  type ServiceVolume,
} from '@etatlotse/domain/inventory';
import { cents, type Cents, fiscalYear, plainDate } from '@etatlotse/domain/shared';

/** A decision as the database keeps it. */
export type DecisionFacts = Omit<ServiceDecisionRow, 'economy' | 'isAgainstEconomy'>;

/** What the database knows of a service in a year; nothing in it has been reckoned. */
export interface ServiceFacts extends RecordRow, ServiceTicks, ServiceVolume {
  readonly task: ServiceTask;
  readonly decision: Omit<DecisionFacts, 'recordedBy' | 'recordedAt'> | null;
}

/** A service with what the rules say of its year. */
export function serviceRow({ decision, ...facts }: ServiceFacts, year: number): ServiceRow {
  return {
    ...facts,
    maturity: maturityOf(facts),
    solution: decision?.solution ?? null,
    fundingEndsOn: decision?.solution === 'efa' ? decision.fundingEndsOn : null,
    ...figuresOf(facts, decision, year),
  };
}

type Figures = Pick<ServiceYearRow, 'onlineBasisPoints' | 'runningCents' | 'costPerCaseCents'>;

/** Online share, running cost and cost of a case in a year; all of them unknown where something they need is. */
export function figuresOf(volume: ServiceVolume, decision: ServiceFacts['decision'], year: number): Figures {
  const runningCents =
    decision === null ? null : runningCostOf(decision.solution, economyCaseOf(decision), fiscalYear(year));
  return {
    onlineBasisPoints: onlineShareOf(volume),
    runningCents,
    costPerCaseCents: costPerCase(runningCents, volume.cases),
  };
}

/** A decision with the economy check of its own figures. */
export function decisionRow(facts: DecisionFacts): ServiceDecisionRow {
  const economy = checkEconomy(economyCaseOf(facts));
  return { ...facts, economy, isAgainstEconomy: isAgainstEconomy(facts.solution, economy.verdict) };
}

function economyCaseOf(facts: Omit<DecisionFacts, 'recordedBy' | 'recordedAt'>): EconomyCase {
  return {
    firstYear: fiscalYear(facts.firstYear),
    years: facts.yearCount,
    own: { buildCents: known(facts.buildCents), yearlyCents: known(facts.yearlyCents) },
    efa: {
      connectionCents: known(facts.connectionCents),
      feeCents: known(facts.feeCents),
      fundingEndsOn: facts.fundingEndsOn === null ? null : plainDate(facts.fundingEndsOn),
      feeAfterCents: known(facts.feeAfterCents),
    },
  };
}

const known = (amount: number | null): Cents | null => (amount === null ? null : cents(amount));
