import { Injectable } from '@nestjs/common';
import {
  BOARD_CARDS,
  type BoardQuery,
  type DemandBoard,
  type DemandCards,
  type DemandOffer,
  type DemandOffersQuery,
  type DemandRow,
  type DemandsQuery,
  type UnitName,
  type WaitingDemand,
  type WaitingQuery,
} from '@etatlotse/contracts/demand';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { DEMAND_STATES, type DemandState, demandSight, isLate } from '@etatlotse/domain/demand';
import { plainDate, sumCents } from '@etatlotse/domain/shared';
import { searchPatterns } from '../budget';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { type DemandFacts, demandFacts, demandsWithUnit, toDemandRow } from './demand-row';
import { isDemandSeen } from './demand-sight.sql';
import { readMoneyOfRound } from './round-money';
import { readCurrentRound, readRound, type StoredRound } from './round.repository';
import { waitingFor } from './waiting';

const PAGE_DEFAULT = 50;
const OFFERS = 50;
const EMPTY: Page<never> = { rows: [], nextCursor: null };

/** Demands by page, on the board, and what waits for somebody. */
@Injectable()
export class DemandQueries {
  constructor(private readonly transactions: Transactions) {}

  /** By number. Without a round: of the one that is going on. */
  async list(caller: Caller, query: DemandsQuery): Promise<Page<DemandRow>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['integer'])[0];
    return this.transactions.run(caller, async (tx) => {
      const round = await roundOf(tx, query.roundId);
      if (round === null) return EMPTY;
      const { units, desks } = demandSight(caller.actor);
      const rows = await tx.query<{ facts: DemandFacts }>(pageSql, [
        tx.tenantId,
        units,
        desks,
        round.id,
        query.late === true ? lateStates(round, tx.today) : null,
        query.state ?? null,
        query.frame ?? null,
        query.runOrChange ?? null,
        query.serviceClass ?? null,
        query.reason ?? null,
        query.unitId ?? null,
        query.mine === true ? caller.actor.personId : null,
        query.q === undefined ? null : searchPatterns(query.q),
        after,
        limit + 1,
      ]);
      return pageOf(rows, limit, (facts) => toDemandRow(facts, round, plainDate(tx.today)));
    });
  }

  /** How many and how much stands in each state; what the reader may not open is counted apart. */
  async board(caller: Caller, { roundId, withCards = false }: BoardQuery): Promise<DemandBoard | null> {
    return this.transactions.run(caller, async (tx) => {
      const round = await roundOf(tx, roundId);
      if (round === null) return null;
      const demands = await readMoneyOfRound(tx, round, demandSight(caller.actor));
      const seen = demands.filter(({ isSeen }) => isSeen);
      const hidden = demands.filter(({ isSeen }) => !isSeen);
      const cards = withCards ? await readCards(tx, caller, round) : null;
      return {
        roundId: round.id,
        columns: DEMAND_STATES.map((state) => {
          const own = seen.filter((demand) => demand.state === state);
          const planCents = sumCents(own.map((demand) => demand.planCents));
          const column = { state, count: own.length, planCents };
          return cards === null ? column : { ...column, cards: cards.get(state) ?? EMPTY };
        }),
        hidden: hidden.length,
        hiddenPlanCents: sumCents(hidden.map(({ planCents }) => planCents)),
      };
    });
  }

  /** What waits for the reader: the next step of the table that they may take, or an answer of their desk. */
  async waiting(caller: Caller, query: WaitingQuery): Promise<Page<WaitingDemand>> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['integer'])[0];
    return this.transactions.run(caller, async (tx) => {
      const round = await readCurrentRound(tx);
      if (round === null) return EMPTY;
      return waitingFor(tx, caller.actor, round, { after: Number(after), limit });
    });
  }

  /** Units that the reader may report demands for. */
  async units(caller: Caller): Promise<readonly UnitName[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ unit: UnitName }>(
        `SELECT json_build_object('id', unit_id, 'code', code, 'name', name) AS unit FROM org_unit
         WHERE tenant_id = $1 AND ($2::uuid[] IS NULL OR unit_id = ANY ($2)) AND valid_from <= $3::date
           AND (valid_to IS NULL OR valid_to >= $3::date) ORDER BY code LIMIT 500`,
        [tx.tenantId, unitScope(caller.actor, 'demand.write'), tx.today],
      ),
    );
    return rows.map(({ unit }) => unit);
  }

  /** Demands of a round that another one could depend on, by words. */
  async offers(caller: Caller, { roundId, q = '' }: DemandOffersQuery): Promise<readonly DemandOffer[]> {
    const { units, desks } = demandSight(caller.actor);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ offer: DemandOffer }>(offersSql, [tx.tenantId, units, desks, roundId, searchPatterns(q), OFFERS]),
    );
    return rows.map(({ offer }) => offer);
  }
}

/** The first demands of each state, as the list of that state begins. */
async function readCards(
  tx: Transaction,
  { actor }: Caller,
  round: StoredRound,
): Promise<ReadonlyMap<DemandState, DemandCards>> {
  const { units, desks } = demandSight(actor);
  const rows = await tx.query<{ facts: DemandFacts }>(cardsSql, [
    tx.tenantId,
    units,
    desks,
    round.id,
    DEMAND_STATES,
    BOARD_CARDS + 1,
  ]);
  const toRow = (facts: DemandFacts): DemandRow => toDemandRow(facts, round, plainDate(tx.today));
  return new Map(
    DEMAND_STATES.map((state) => [
      state,
      pageOf(
        rows.filter(({ facts }) => facts.state === state),
        BOARD_CARDS,
        toRow,
      ),
    ]),
  );
}

export function roundOf(tx: Transaction, roundId: string | undefined): Promise<StoredRound | null> {
  return roundId === undefined ? readCurrentRound(tx) : readRound(tx, roundId);
}

export function pageOf<Facts, Row extends { readonly number: number }>(
  rows: readonly { readonly facts: Facts }[],
  limit: number,
  toRow: (facts: Facts) => Row,
): Page<Row> {
  const shown = rows.slice(0, limit).map(({ facts }) => toRow(facts));
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number]) : null };
}

const lateStates = (round: StoredRound, today: string): DemandState[] =>
  DEMAND_STATES.filter((state) => isLate(state, round.phases, plainDate(today)));

const pageSql = `
  SELECT ${demandFacts} AS facts ${demandsWithUnit}
  WHERE d.tenant_id = $1 AND ${isDemandSeen('d', '$2', '$3')} AND d.round_id = $4
    AND ($5::text[] IS NULL OR d.state = ANY ($5)) AND ($6::text IS NULL OR d.state = $6)
    AND ($7::text IS NULL OR d.frame = $7) AND ($8::text IS NULL OR d.run_or_change = $8)
    AND ($9::text IS NULL OR d.service_class = $9) AND ($10::text IS NULL OR d.reason = $10)
    AND ($11::uuid IS NULL OR d.unit_id = $11)
    AND ($12::uuid IS NULL OR $12 IN (d.owner_id, d.created_by, d.submitted_by))
    AND ($13::text[] IS NULL
      OR normalize('B-' || d.number || ' ' || d.title || ' ' || d.purpose || ' ' || u.code || ' ' || u.name) ILIKE ALL ($13))
    AND d.number > $14
  ORDER BY d.number LIMIT $15`;

const cardsSql = `
  SELECT c.facts FROM unnest($5::text[]) AS s(state) CROSS JOIN LATERAL (
    SELECT ${demandFacts} AS facts ${demandsWithUnit}
    WHERE d.tenant_id = $1 AND ${isDemandSeen('d', '$2', '$3')} AND d.round_id = $4 AND d.state = s.state
    ORDER BY d.number LIMIT $6) c`;

const offersSql = `
  SELECT json_build_object('id', d.demand_id, 'number', d.number, 'title', d.title, 'unitCode', u.code,
    'firstYear', r.first_year) AS offer ${demandsWithUnit}
  JOIN planning_round r ON r.tenant_id = d.tenant_id AND r.round_id = d.round_id
  WHERE d.tenant_id = $1 AND ${isDemandSeen('d', '$2', '$3')} AND d.round_id = $4
    AND normalize('B-' || d.number || ' ' || d.title || ' ' || u.code) ILIKE ALL ($5::text[])
    AND d.state NOT IN ('rejected', 'withdrawn')
  ORDER BY d.number LIMIT $6`;
