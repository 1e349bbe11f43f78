import { Injectable } from '@nestjs/common';
import type { CommitmentAuthoritiesQuery, ObligationsQuery } from '@etatlotse/contracts/authority';
import type {
  CommitmentAuthorityPage,
  CommitmentAuthorityRow,
  ObligationPage,
  ObligationRow,
  YearAmountRow,
} from '@etatlotse/contracts/authority/plain';
import { unitScope } from '@etatlotse/domain/access';
import { authorityPosition } from '@etatlotse/domain/authority';
import { type Transaction, Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { decodeCursor, encodeCursor } from '../../platform/input/cursor';
import { isAuthorityUsable, lastDayOf, nextAnnouncedOn, toYearAmount } from './commitment.repository';

type StoredAuthority = Omit<
  CommitmentAuthorityRow,
  'slices' | 'totalCents' | 'usedCents' | 'leftCents' | 'lastDay' | 'isLapsed'
> & {
  readonly nextAnnouncedOn: string | null;
  readonly granted: readonly YearAmountRow[];
  readonly used: readonly YearAmountRow[];
};

/** The registers of commitment authorities and of what was promised from them or without one. */
@Injectable()
export class CommitmentQueries {
  constructor(private readonly transactions: Transactions) {}

  async authorities(caller: Caller, query: CommitmentAuthoritiesQuery): Promise<CommitmentAuthorityPage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['integer', 'text', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      readAuthorities(tx, caller, {
        fiscalYear: query.fiscalYear ?? null,
        planVersionId: query.planVersionId ?? null,
        id: null,
        after: [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null],
        limit: limit + 1,
      }),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return { rows: shown, nextCursor: hasMore ? encodeCursor([last.fiscalYear, last.number, last.id]) : null };
  }

  async authority(caller: Caller, id: string): Promise<CommitmentAuthorityRow | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      readAuthorities(tx, caller, {
        fiscalYear: null,
        planVersionId: null,
        id,
        after: [null, null, null],
        limit: 1,
      }),
    );
    return row ?? null;
  }

  async obligations(caller: Caller, query: ObligationsQuery): Promise<ObligationPage> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<ObligationRow>(obligationsSql, [
        tx.tenantId,
        unitScope(caller.actor, 'budget.read'),
        query.year ?? null,
        query.frame ?? null,
        query.authorityId ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return { rows: shown, nextCursor: hasMore ? encodeCursor([last.signedOn, last.id]) : null };
  }
}

interface AuthorityWish {
  readonly fiscalYear: number | null;
  readonly planVersionId: string | null;
  readonly id: string | null;
  readonly after: readonly unknown[];
  readonly limit: number;
}

async function readAuthorities(
  tx: Transaction,
  caller: Caller,
  wish: AuthorityWish,
): Promise<CommitmentAuthorityRow[]> {
  const rows = await tx.query<StoredAuthority>(authoritiesSql, [
    tx.tenantId,
    unitScope(caller.actor, 'budget.read'),
    wish.fiscalYear,
    wish.planVersionId,
    wish.id,
    ...wish.after,
    wish.limit,
  ]);
  return rows.map(({ granted, used, nextAnnouncedOn: announcedOn, ...row }) => {
    const lastDay = lastDayOf(row.fiscalYear, announcedOn);
    return {
      ...row,
      lastDay,
      isLapsed: lastDay !== null && lastDay < tx.today,
      ...authorityPosition(granted.map(toYearAmount), used.map(toYearAmount)),
    };
  });
}

/** How many authorities of a year the end of it lists; a city has some dozens. */
const AT_YEAR_END = 200;

/** What of a year's authorities nobody has used: it lapses with the year or when the next by-law is announced. */
export async function unusedAuthorities(
  tx: Transaction,
  caller: Caller,
  fiscalYear: number,
): Promise<CommitmentAuthorityRow[]> {
  const about = { fiscalYear, planVersionId: null, id: null, after: [null, null, null], limit: AT_YEAR_END };
  const rows = await readAuthorities(tx, caller, about);
  return rows.filter(({ isUsable, leftCents }) => isUsable && leftCents > 0);
}

const authoritiesSql = `
  SELECT a.authority_id AS id, a.number, a.purpose, a.fiscal_year AS "fiscalYear",
    json_build_object('id', l.line_id, 'number', l.number, 'name', l.name, 'projectKey', l.project_key,
      'frame', l.frame) AS line,
    CASE WHEN v.version_id IS NOT NULL THEN json_build_object('id', v.version_id, 'name', v.name) END AS "planVersion",
    a.decided_on AS "decidedOn", a.decision_document AS "decisionDocument", ${isAuthorityUsable} AS "isUsable",
    coalesce(v.state IN ('draft', 'introduced'), false) AS "isDraft", a.origin = 'demo' AS "isDemo", a.version,
    ${nextAnnouncedOn} AS "nextAnnouncedOn",
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', s.fiscal_year, 'amountCents', s.amount_cents)), '[]')
     FROM commitment_authority_slice s WHERE s.tenant_id = a.tenant_id AND s.authority_id = a.authority_id) AS granted,
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', m.fiscal_year, 'amountCents', m.amount_cents)), '[]')
     FROM obligation o JOIN obligation_amount m ON m.tenant_id = o.tenant_id AND m.obligation_id = o.obligation_id
     WHERE o.tenant_id = a.tenant_id AND o.authority_id = a.authority_id) AS used
  FROM commitment_authority a
  JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  LEFT JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id
  WHERE a.tenant_id = $1 AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))
    AND ($3::smallint IS NULL OR a.fiscal_year = $3) AND ($4::uuid IS NULL OR a.version_id = $4)
    AND ($5::uuid IS NULL OR a.authority_id = $5)
    AND ($6::integer IS NULL OR (-a.fiscal_year, a.number, a.authority_id) > (-$6::integer, $7::text, $8::uuid))
  ORDER BY -a.fiscal_year, a.number, a.authority_id LIMIT $9`;

const obligationsSql = `
  SELECT o.obligation_id AS id, o.reference, o.partner, o.subject, o.signed_on AS "signedOn", o.notice_by AS "noticeBy",
    json_build_object('id', l.line_id, 'number', l.number, 'name', l.name, 'frame', l.frame) AS line,
    CASE WHEN a.authority_id IS NOT NULL THEN json_build_object('id', a.authority_id, 'number', a.number) END AS authority,
    amounts.rows AS amounts, amounts.total AS "totalCents", o.reason, p.display_name AS "recordedBy",
    to_json(o.recorded_at) AS "recordedAt", o.reverses_id AS "reversesId", r.obligation_id IS NOT NULL AS "isReversed",
    o.origin = 'demo' AS "isDemo"
  FROM obligation o
  JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
  LEFT JOIN commitment_authority a ON a.tenant_id = o.tenant_id AND a.authority_id = o.authority_id
  LEFT JOIN person p ON p.tenant_id = o.tenant_id AND p.person_id = o.recorded_by
  LEFT JOIN obligation r ON r.tenant_id = o.tenant_id AND r.reverses_id = o.obligation_id
  CROSS JOIN LATERAL (SELECT
      json_agg(json_build_object('fiscalYear', m.fiscal_year, 'amountCents', m.amount_cents) ORDER BY m.fiscal_year) AS rows,
      sum(m.amount_cents)::bigint AS total, bool_or(m.fiscal_year = $3) AS "isInYear"
    FROM obligation_amount m WHERE m.tenant_id = o.tenant_id AND m.obligation_id = o.obligation_id) amounts
  WHERE o.tenant_id = $1 AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2))
    AND ($3::smallint IS NULL OR amounts."isInYear") AND ($4::text IS NULL OR l.frame = $4)
    AND ($5::uuid IS NULL OR o.authority_id = $5)
    AND ($6::date IS NULL OR (o.signed_on, o.obligation_id) < ($6::date, $7::uuid))
  ORDER BY o.signed_on DESC, o.obligation_id DESC LIMIT $8`;
