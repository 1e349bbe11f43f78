import { Injectable } from '@nestjs/common';
import {
  type DemandResult,
  TRANSFER_MAX,
  type TransferDemand,
  type TransferOffer,
  type TransferVersion,
} from '@etatlotse/contracts/portfolio';
import { type PlanSide } from '@etatlotse/domain/demand';
import { shortagesOf } from '@etatlotse/domain/portfolio';
import { fiscalYear, planningWindow, planYears } from '@etatlotse/domain/shared';
import { readDemandsOfRound, readRound, type StoredDemand, type StoredRound } from '../demand';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { accountMany } from './accounting.repository';
import { coverFacts } from './cover.repository';
import { readSeenDemand } from './seen-demand';
import { planOf } from './transfer-plan';
import { baseYearOf, chosenStarts, proposedLines } from './transfer.repository';

/** What would go into the plan, to the cent, and what became of a demand. */
@Injectable()
export class TransferQueries {
  constructor(private readonly transactions: Transactions) {}

  async offer(caller: Caller, roundId: string): Promise<TransferOffer | null> {
    return this.transactions.run(caller, async (tx) => {
      const round = await readRound(tx, roundId);
      if (round === null) return null;
      const { firstYear, lastYear } = round;
      const versions = await tx.query<TransferVersion>(versionsSql, [tx.tenantId, firstYear, lastYear]);
      const stored = await readDemandsOfRound(tx, roundId, ['planned', 'adopted']);
      const placed = await readPlaced(tx, roundId);
      const versionsOf = (id: string): readonly string[] => placed.get(id) ?? [];
      const ordered = [...stored].sort((a, b) => versionsOf(a.id).length - versionsOf(b.id).length);
      const shown = ordered.slice(0, TRANSFER_MAX);
      return {
        versions,
        demands: await offered(tx, round, { shown, versionsOf }),
        left: ordered.length - shown.length,
      };
    });
  }

  /** For everybody who may see the demand. */
  async result(caller: Caller, demandId: string): Promise<DemandResult | null> {
    return this.transactions.run(caller, async (tx) => {
      const demand = await readSeenDemand(tx, caller, demandId);
      const round = demand === null ? null : await readRound(tx, demand.roundId);
      if (demand === null || round === null) return null;
      const plans = await tx.query<DemandResult['plans'][number]>(plansSql, [tx.tenantId, demandId]);
      const [start] = await tx.query<{ startYear: number }>(startSql, [tx.tenantId, demandId]);
      const isFixed = demand.state === 'planned' || demand.state === 'adopted';
      const startYear = start?.startYear ?? (isFixed ? baseYearOf(demand, round) : null);
      if (demand.state !== 'planned') return { startYear, plans, shortages: [] };
      const { facts } = await coverFacts(tx, { round, demand, startYear: null, unknownReason: '' });
      // What was not known when it was planned was planned with a reason; only what is missing now counts.
      const missing = shortagesOf(facts).filter(({ kind }) => ['euro', 'introduction', 'operation'].includes(kind));
      return { startYear, plans, shortages: missing };
    });
  }
}

interface Shown {
  readonly shown: readonly StoredDemand[];
  readonly versionsOf: (demandId: string) => readonly string[];
}

async function offered(tx: Transaction, round: StoredRound, { shown, versionsOf }: Shown): Promise<TransferDemand[]> {
  const years = planningWindow(planYears(fiscalYear(round.firstYear), fiscalYear(round.lastYear)));
  const accountings = await accountMany(tx, shown, round);
  const starts = await chosenStarts(tx, shown, round);
  const lines = await proposedLines(
    tx,
    shown.map(({ id }) => id),
  );
  const lineOf = (demandId: string, side: PlanSide): TransferDemand['expenseLine'] => {
    const sphere = side === 'expense' ? 'operating' : 'investing';
    const line = lines.find((one) => one.demandId === demandId && one.sphere === sphere);
    return line === undefined ? null : { id: line.id, number: line.number, name: line.name };
  };
  return shown.map((demand): TransferDemand => {
    const { id, number, title, unitCode, frame, state, runOrChange } = demand;
    const baseYear = baseYearOf(demand, round);
    const startYear = starts.get(id) ?? baseYear;
    const plan = planOf(demand, accountings.get(id), { startYear, baseYear, years });
    return {
      ...{ id, number, title, unitCode, frame, state, runOrChange, startYear, ...plan },
      expenseLine: plan.expense.length === 0 ? null : lineOf(id, 'expense'),
      investmentLine: plan.investment.length === 0 ? null : lineOf(id, 'investment'),
      versionIds: versionsOf(id),
    };
  });
}

async function readPlaced(tx: Transaction, roundId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ demandId: string; versionIds: string[] }>(placedSql, [tx.tenantId, roundId]);
  return new Map(rows.map(({ demandId, versionIds }) => [demandId, versionIds]));
}

const versionsSql = `
  SELECT version_id AS id, name, state, state IN ('draft', 'introduced') AS "isOpen", decided_on AS "decidedOn"
  FROM plan_version WHERE tenant_id = $1 AND first_year = $2 AND last_year = $3
  ORDER BY created_at DESC, version_id DESC LIMIT 50`;

const placedSql = `
  SELECT t.demand_id AS "demandId", array_agg(t.version_id ORDER BY t.transferred_at DESC) AS "versionIds"
  FROM demand_transfer t JOIN demand d ON d.tenant_id = t.tenant_id AND d.demand_id = t.demand_id
  WHERE t.tenant_id = $1 AND d.round_id = $2 GROUP BY t.demand_id`;

const plansSql = `
  SELECT t.version_id AS "versionId", v.name AS "versionName", v.state AS "versionState", t.amount_cents AS "amountCents",
    to_json(t.transferred_at) AS "transferredAt", t.project_id AS "projectId"
  FROM demand_transfer t JOIN plan_version v ON v.tenant_id = t.tenant_id AND v.version_id = t.version_id
  WHERE t.tenant_id = $1 AND t.demand_id = $2 ORDER BY t.transferred_at DESC`;

const startSql = `SELECT start_year AS "startYear" FROM demand_start WHERE tenant_id = $1 AND demand_id = $2`;
