import { Injectable, type OnModuleInit } from '@nestjs/common';
import { paperGaps } from '@etatlotse/domain/demand';
import { decideCover, type Shortage } from '@etatlotse/domain/portfolio';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { DemandGates, readRound, type StoredDemand } from '../demand';
import type { Transaction } from '../platform/database/transactions';
import { accountStored } from './accounting.repository';
import { coverFacts } from './cover.repository';

/**
 * Two-currency approval: the step "planned" is taken only with cover in euro and staff in all years, and with the papers that an
 * investment needs. The words of the step are finance's reason where something is not known.
 */
@Injectable()
export class CoverGate implements OnModuleInit {
  constructor(private readonly gates: DemandGates) {}

  onModuleInit(): void {
    this.gates.register({
      proves: ['cover', 'fte'],
      check: (tx, demand, { reason = '' }) => judgeCover(tx, demand, reason),
    });
    this.gates.register({ proves: ['resolution'], check: (tx, demand) => judgeResolution(tx, demand) });
  }
}

/** Whether a demand may be planned now, in the year that was set for it. The round is held: two cannot take the same money. */
async function judgeCover(
  tx: Transaction,
  demand: StoredDemand,
  unknownReason: string,
): Promise<Outcome<null, Refusal<ProblemCode>>> {
  await tx.query(`SELECT FROM planning_round WHERE tenant_id = $1 AND round_id = $2 FOR UPDATE`, [
    tx.tenantId,
    demand.roundId,
  ]);
  const round = await readRound(tx, demand.roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const { facts } = await coverFacts(tx, { round, demand, startYear: null, unknownReason });
  const covered = decideCover(facts);
  if (!covered.ok) return refuse(coverRefusal(covered.refusal.params.shortages));
  const { accounting, paper } = await accountStored(tx, demand, round);
  if (accounting.open > 0) return refuse({ code: 'DEMAND_ACCOUNTING_OPEN', params: { count: accounting.open } });
  const gaps = paperGaps(paper, accounting.duties);
  return gaps.length > 0 ? refuse({ code: 'DEMAND_PAPERS', params: { gaps } }) : ok(null);
}

/** The first thing that is missing, in words of its own; all of them go along for the page. */
function coverRefusal(shortages: readonly Shortage[]): Refusal<ProblemCode> {
  const [first] = [...shortages].sort((a, b) => Number(isUnknown(a)) - Number(isUnknown(b)));
  const codes = { euro: 'DEMAND_COVER_EURO', introduction: 'DEMAND_COVER_INTRODUCTION' } as const;
  const code =
    first === undefined || isUnknown(first)
      ? 'DEMAND_COVER_UNKNOWN'
      : first.kind === 'operation'
        ? 'DEMAND_COVER_OPERATION'
        : first.kind === 'frame_missing'
          ? 'DEMAND_COVER_FRAME'
          : codes[first.kind];
  return { code, params: { ...first, shortages } };
}

type Known = Extract<Shortage, { kind: 'euro' | 'introduction' | 'operation' | 'frame_missing' }>;

function isUnknown(shortage: Shortage): shortage is Exclude<Shortage, Known> {
  return !['euro', 'introduction', 'operation', 'frame_missing'].includes(shortage.kind);
}

/** A demand is adopted by the council with the plan that it is in: that version has to be adopted. */
async function judgeResolution(tx: Transaction, demand: StoredDemand): Promise<Outcome<null, Refusal<ProblemCode>>> {
  const rows = await tx.query(
    `SELECT FROM demand_transfer t JOIN plan_version v ON v.tenant_id = t.tenant_id AND v.version_id = t.version_id
     WHERE t.tenant_id = $1 AND t.demand_id = $2 AND v.decided_on IS NOT NULL`,
    [tx.tenantId, demand.id],
  );
  return rows.length > 0 ? ok(null) : refuse({ code: 'DEMAND_RESOLUTION', params: {} });
}
