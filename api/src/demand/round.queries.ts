import { Injectable } from '@nestjs/common';
import type {
  LateDemand,
  LateQuery,
  PlanningRound,
  RoundFrameYear,
  RoundName,
  StandardItem,
  StandardItemsQuery,
} from '@etatlotse/contracts/demand';
import type { Page } from '@etatlotse/contracts/shared';
import { may } from '@etatlotse/domain/access';
import {
  currentPhase,
  DEMAND_STATES,
  type DemandState,
  demandSight,
  isLate,
  waitingPhase,
} from '@etatlotse/domain/demand';
import { type PlainDate, plainDate, sumCents, ZERO_CENTS } from '@etatlotse/domain/shared';
import { searchPatterns } from '../budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { isDemandSeen } from './demand-sight.sql';
import { type DemandMoney, readMoneyOfRound } from './round-money';
import {
  readCeilings,
  readCurrentRound,
  readRound,
  roundYears,
  type StoredCeiling,
  type StoredRound,
} from './round.repository';

const PAGE_DEFAULT = 50;
/** States in which nobody asks for money any more, or not yet. */
const NOT_ASKED: readonly DemandState[] = ['draft', 'deferred', 'rejected', 'withdrawn'];

/** Planning rounds: the list, one of them with its sums, and who is late; and the catalogue. */
@Injectable()
export class RoundQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Newest first; there is one a year at most. */
  async list(caller: Caller): Promise<readonly RoundName[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ round: RoundName }>(
        `SELECT json_build_object('id', round_id, 'firstYear', first_year, 'lastYear', last_year, 'state', state) AS round
         FROM planning_round WHERE tenant_id = $1 ORDER BY first_year DESC LIMIT 100`,
        [tx.tenantId],
      ),
    );
    return rows.map(({ round }) => round);
  }

  /** Null: the one that is going on. */
  async find(caller: Caller, roundId: string | null): Promise<PlanningRound | null> {
    return this.transactions.run(caller, async (tx) => {
      const round = roundId === null ? await readCurrentRound(tx) : await readRound(tx, roundId);
      if (round === null) return null;
      const demands = await readMoneyOfRound(tx, round, demandSight(caller.actor));
      const ceilings = await readCeilings(tx, round.id);
      const mayWrite = may(caller.actor, 'round.write');
      return overview({ round, demands, ceilings, today: plainDate(tx.today), mayWrite });
    });
  }

  /** Demands of the reader's sight that wait too long, by number. */
  async late(caller: Caller, roundId: string, query: LateQuery): Promise<Page<LateDemand> | null> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['integer'])[0];
    return this.transactions.run(caller, async (tx) => {
      const round = await readRound(tx, roundId);
      if (round === null) return null;
      const { units, desks } = demandSight(caller.actor);
      const states = DEMAND_STATES.filter((state) => isLate(state, round.phases, plainDate(tx.today)));
      const rows = await tx.query<{ demand: Omit<LateDemand, 'phase' | 'dueOn'> }>(lateSql, [
        tx.tenantId,
        roundId,
        states,
        units,
        desks,
        after,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit).map(({ demand }): LateDemand => {
        const phase = waitingPhase(demand.state) ?? 'submit';
        return { ...demand, phase, dueOn: round.phases[phase] };
      });
      const last = shown.at(-1);
      return {
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number]) : null,
      };
    });
  }

  /** Standard items by name. */
  async standardItems(caller: Caller, query: StandardItemsQuery): Promise<Page<StandardItem>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ item: StandardItem }>(itemsSql, [
        tx.tenantId,
        query.withArchived === true,
        query.q === undefined ? null : searchPatterns(query.q),
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit).map(({ item }) => item);
    const last = shown.at(-1);
    return {
      rows: shown,
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.name, last.id]) : null,
    };
  }
}

interface RoundFacts {
  readonly round: StoredRound;
  readonly demands: readonly DemandMoney[];
  readonly ceilings: readonly StoredCeiling[];
  readonly today: PlainDate;
  readonly mayWrite: boolean;
}

function overview({ round, demands, ceilings, today, mayWrite }: RoundFacts): PlanningRound {
  const years = roundYears(round);
  const asked = demands.filter(({ state }) => !NOT_ASKED.includes(state));
  const withoutFrame = asked.filter(({ frame }) => frame === null);
  return {
    ...round,
    years,
    phase: currentPhase(round.phases, today),
    frames: ceilings.map((ceiling) => frameYear(ceiling, demands)),
    withoutFrame: years.map((fiscalYear) => ({ fiscalYear, askedCents: centsIn(withoutFrame, fiscalYear) })),
    counts: Object.fromEntries(
      DEMAND_STATES.map((state) => [state, demands.filter((demand) => demand.state === state).length]),
    ) as Record<DemandState, number>,
    late: demands.filter(({ state }) => isLate(state, round.phases, today)).length,
    hidden: demands.filter(({ isSeen }) => !isSeen).length,
    mayWrite,
  };
}

function frameYear(ceiling: StoredCeiling, demands: readonly DemandMoney[]): RoundFrameYear {
  const own = demands.filter(({ frame }) => frame === ceiling.frame);
  const asked = own.filter(({ state }) => !NOT_ASKED.includes(state));
  const inYear = (rows: readonly DemandMoney[]): number => centsIn(rows, ceiling.fiscalYear);
  const states = DEMAND_STATES.filter((state) => own.some((demand) => demand.state === state));
  return {
    ...ceiling,
    askedCents: inYear(asked),
    byState: Object.fromEntries(states.map((state) => [state, inYear(own.filter((one) => one.state === state))])),
    runCents: inYear(asked.filter(({ runOrChange }) => runOrChange === 'run')),
    changeCents: inYear(asked.filter(({ runOrChange }) => runOrChange !== 'run')),
    unknownDemands: asked.filter(({ years }) =>
      years.some(({ fiscalYear, unknownItems }) => fiscalYear === ceiling.fiscalYear && unknownItems > 0),
    ).length,
  };
}

function centsIn(demands: readonly DemandMoney[], fiscalYear: number): number {
  return sumCents(
    demands.map(({ years }) => years.find((year) => year.fiscalYear === fiscalYear)?.grossCents ?? ZERO_CENTS),
  );
}

const lateSql = `
  SELECT json_build_object('id', d.demand_id, 'number', d.number, 'title', d.title, 'unitCode', u.code, 'unitName', u.name,
    'state', d.state) AS demand
  FROM demand d JOIN org_unit u ON u.tenant_id = d.tenant_id AND u.unit_id = d.unit_id
  WHERE d.tenant_id = $1 AND d.round_id = $2 AND d.state = ANY ($3::text[]) AND ${isDemandSeen('d', '$4', '$5')}
    AND d.number > $6
  ORDER BY d.number LIMIT $7`;

const itemsSql = `
  SELECT json_build_object('id', standard_item_id, 'name', name, 'kind', kind, 'rhythm', rhythm, 'unit', unit,
    'unitPriceCents', unit_price_cents, 'basis', basis, 'vatBasisPoints', vat_basis_points, 'source', source,
    'asOf', as_of, 'isArchived', is_archived, 'origin', origin, 'version', version) AS item
  FROM standard_item WHERE tenant_id = $1 AND ($2 OR NOT is_archived)
    AND ($3::text[] IS NULL OR normalize(name || ' ' || source) ILIKE ALL ($3))
    AND ($4::text IS NULL OR (name, standard_item_id) > ($4, $5::uuid))
  ORDER BY name, standard_item_id LIMIT $6`;
