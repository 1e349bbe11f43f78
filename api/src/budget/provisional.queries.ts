import { Injectable } from '@nestjs/common';
import type {
  ProvisionalFileQuery,
  ProvisionalOfYear,
  ProvisionalQuery,
  ProvisionalRow,
} from '@etatlotse/contracts/budget';
import { unitScope } from '@etatlotse/domain/access';
import { PROVISIONAL_GROUNDS, type ProvisionalGround, rulePackFor } from '@etatlotse/domain/budget';
import { cents, fiscalYear as toFiscalYear, sumCents } from '@etatlotse/domain/shared';
import { currencyOf } from '../platform/database/tenant-currency';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

interface SumRow {
  readonly ground: ProvisionalGround;
  readonly claims: number;
  readonly amount_cents: number;
}

interface YearRow {
  readonly is_plan_in_force: boolean;
  readonly in_force_on: string | null;
}

/** A city books some hundreds before its budget; more than this is no list that a council reads. */
const MOST_ROWS = 50_000;
const FILE_LIMIT_MS = 30_000;

/** What was booked in a year before its budget came into force (§ 116 NKomVG), with the sum of each ground. */
@Injectable()
export class ProvisionalQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Every claim of the year, in the order of the page, and the currency of the city: what goes into the file. */
  all(
    caller: Caller,
    { fiscalYear, ground }: ProvisionalFileQuery,
  ): Promise<{ readonly rows: ProvisionalRow[]; readonly currency: string }> {
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      await tx.limitStatementsTo(FILE_LIMIT_MS);
      const rows = await tx.query<{ claim: ProvisionalRow }>(rowsSql, [
        ...[tx.tenantId, fiscalYear, scope, ground ?? null, null, null, MOST_ROWS],
      ]);
      return { rows: rows.map(({ claim }) => claim), currency: await currencyOf(tx) };
    });
  }

  async ofYear(caller: Caller, query: ProvisionalQuery): Promise<ProvisionalOfYear> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const scope = unitScope(caller.actor, 'budget.read');
      const found = [tx.tenantId, query.fiscalYear, scope];
      const [year] = await tx.query<YearRow>(yearSql, [tx.tenantId, query.fiscalYear]);
      const sums = await tx.query<SumRow>(sumsSql, found);
      const rows = await tx.query<{ claim: ProvisionalRow }>(rowsSql, [
        ...found,
        query.ground ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit).map(({ claim }) => claim);
      const last = shown.at(-1);
      return {
        fiscalYear: query.fiscalYear,
        rule: rulePackFor(toFiscalYear(query.fiscalYear)).citations.provisional_budget,
        isPlanInForce: year?.is_plan_in_force ?? false,
        inForceOn: year?.in_force_on ?? null,
        sums: PROVISIONAL_GROUNDS.map((ground) => {
          const sum = sums.find((one) => one.ground === ground);
          return { ground, claims: sum?.claims ?? 0, amountCents: sum?.amount_cents ?? 0 };
        }),
        totalCents: sumCents(sums.map((sum) => cents(sum.amount_cents))),
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.bookedOn, last.id]) : null,
      };
    });
  }
}

const yearSql = `
  SELECT count(*) > 0 AS is_plan_in_force, min(v.in_force_on)::text AS in_force_on FROM plan_version v
  WHERE v.tenant_id = $1 AND v.state = 'in_force' AND $2 BETWEEN v.first_year AND v.last_year`;

/**
 * One row for each claim: an order with its steps, or a booking with what undid it. A claim that was undone in full binds
 * nothing and is left out.
 */
const claims = `
  SELECT coalesce(m.order_id, m.reverses_id, m.movement_id) AS claim_id, m.line_id,
    min(m.provisional_ground) AS ground, min(m.booked_on) AS booked_on, sum(m.amount_cents)::bigint AS amount_cents,
    (array_agg(m.movement_id ORDER BY m.recorded_at, m.movement_id))[1] AS first_id
  FROM movement m JOIN budget_line l ON l.tenant_id = m.tenant_id AND l.line_id = m.line_id
  WHERE m.tenant_id = $1 AND m.fiscal_year = $2 AND m.provisional_ground IS NOT NULL
    AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
  GROUP BY 1, m.line_id HAVING sum(m.amount_cents) <> 0`;

const sumsSql = `
  SELECT ground, count(*)::integer AS claims, sum(amount_cents)::bigint AS amount_cents FROM (${claims}) claim
  GROUP BY ground`;

const rowsSql = `
  SELECT json_build_object('id', c.claim_id, 'lineId', c.line_id, 'lineNumber', l.number, 'lineName', l.name,
    'ground', c.ground, 'basis', m.provisional_basis, 'bookedOn', c.booked_on, 'documentNumber', m.document_number,
    'text', m.text, 'amountCents', c.amount_cents, 'actorName', p.display_name) AS claim
  FROM (${claims}) c
  JOIN movement m ON m.tenant_id = $1 AND m.fiscal_year = $2 AND m.movement_id = c.first_id
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = c.line_id
  LEFT JOIN person p ON p.tenant_id = $1 AND p.person_id = m.actor_id
  WHERE ($4::text IS NULL OR c.ground = $4)
    AND ($5::date IS NULL OR (c.booked_on, c.claim_id) < ($5::date, $6::uuid))
  ORDER BY c.booked_on DESC, c.claim_id DESC LIMIT $7`;
