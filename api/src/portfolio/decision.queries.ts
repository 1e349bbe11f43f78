import { Injectable } from '@nestjs/common';
import type { CoverView, Decision, ReckonedStaff, WeightsView } from '@etatlotse/contracts/portfolio';
import { may } from '@etatlotse/domain/access';
import { decisionYears, shortagesOf } from '@etatlotse/domain/portfolio';
import { freeThousandths } from '../capacity';
import { readCurrentRound, readDemand, readRound } from '../demand';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { coverFacts } from './cover.repository';
import { readAllWeights, readDecisionDemands, readRoom, readWeights } from './decision.repository';

const READ_LIMIT_MS = 15_000;
const WEIGHTS_MAX = 50;

/** Everything that a round is decided with. */
@Injectable()
export class DecisionQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null: of the round that is going on. */
  async find(caller: Caller, roundId: string | null): Promise<Decision | null> {
    return this.transactions.run(caller, async (tx) => {
      const round = roundId === null ? await readCurrentRound(tx) : await readRound(tx, roundId);
      if (round === null) return null;
      await tx.limitStatementsTo(READ_LIMIT_MS);
      return {
        roundId: round.id,
        firstYear: round.firstYear,
        lastYear: round.lastYear,
        roundState: round.state,
        ...(await readRoom(tx, round)),
        weights: await readWeights(tx),
        lastPlan: await readLastPlan(tx, round.firstYear - 1),
        demands: await readDecisionDemands(tx, round),
        mayDecide: may(caller.actor, 'demand.decide') && round.state !== 'closed',
        dataAsOf: tx.now.toISOString(),
      };
    });
  }

  /** The city's weights, newest first; empty while the example holds. */
  async weights(caller: Caller): Promise<readonly WeightsView[]> {
    return this.transactions.run(caller, (tx) => readAllWeights(tx, WEIGHTS_MAX));
  }

  /** What the capacity side reckons for a unit, before anybody takes it over. */
  async reckonedStaff(caller: Caller, roundId: string, unitId: string): Promise<ReckonedStaff | null> {
    return this.transactions.run(caller, async (tx) => {
      const round = await readRound(tx, roundId);
      if (round === null) return null;
      const years: { fiscalYear: number; thousandths: number | null }[] = [];
      for (const fiscalYear of decisionYears(round)) {
        years.push({ fiscalYear, thousandths: await freeThousandths(tx, unitId, fiscalYear) });
      }
      return { unitId, years };
    });
  }

  async cover(caller: Caller, demandId: string, startYear: number | null): Promise<CoverView | null> {
    return this.transactions.run(caller, async (tx) => {
      const demand = await readDemand(tx, demandId);
      const round = demand === null ? null : await readRound(tx, demand.roundId);
      if (demand === null || round === null) return null;
      const { facts, startYear: chosen } = await coverFacts(tx, { round, demand, startYear, unknownReason: '' });
      const { frame, years } = facts;
      return { demandId, frame, startYear: chosen, years, shortages: shortagesOf(facts) };
    });
  }
}

/** What the plan in force has in a year, by frame. */
async function readLastPlan(tx: Transaction, fiscalYear: number): Promise<Decision['lastPlan']> {
  return tx.query(lastPlanSql, [tx.tenantId, fiscalYear]);
}

const lastPlanSql = `
  SELECT l.frame, sum(b.appropriation_cents)::bigint AS "plannedCents"
  FROM line_balance b JOIN budget_line l ON l.tenant_id = b.tenant_id AND l.line_id = b.line_id
  WHERE b.tenant_id = $1 AND b.fiscal_year = $2 AND l.frame IS NOT NULL AND l.direction IN ('expense', 'payment')
  GROUP BY l.frame ORDER BY l.frame`;
