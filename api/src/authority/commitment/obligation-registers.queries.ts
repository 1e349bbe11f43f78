import type { BoundClaim } from '@etatlotse/domain/authority';
import type { FrameCode } from '@etatlotse/domain/budget';
import { cents, fiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { BoundQuestion, BoundRegister } from './bound-registers';

/** What obligations bind: from a commitment authority, and of current operation without one (T11c). */
export const OBLIGATION_REGISTERS: readonly BoundRegister[] = [
  { kind: 'commitment_authority', claims: (tx, question) => claimsOf(tx, question, true) },
  { kind: 'obligation', claims: (tx, question) => claimsOf(tx, question, false) },
];

interface ClaimRow {
  readonly line_id: string;
  readonly frame: FrameCode | null;
  readonly fiscal_year: number;
  readonly amount_cents: number;
}

/** Sums by line and year; what a counter record took back is gone. */
async function claimsOf(
  tx: Transaction,
  { years, unitIds }: BoundQuestion,
  isFromAuthority: boolean,
): Promise<BoundClaim[]> {
  const rows = await tx.query<ClaimRow>(claimsSql, [tx.tenantId, unitIds, years, isFromAuthority]);
  return rows.map((row) => ({
    lineId: row.line_id,
    frame: row.frame,
    fiscalYear: fiscalYear(row.fiscal_year),
    amountCents: cents(row.amount_cents),
  }));
}

const claimsSql = `
  SELECT o.line_id, l.frame, m.fiscal_year, sum(m.amount_cents)::bigint AS amount_cents
  FROM obligation o
  JOIN obligation_amount m ON m.tenant_id = o.tenant_id AND m.obligation_id = o.obligation_id
  JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
  WHERE o.tenant_id = $1 AND ($2::uuid[] IS NULL OR l.unit_id = ANY ($2)) AND m.fiscal_year = ANY ($3::smallint[])
    AND (o.authority_id IS NOT NULL) = $4
  GROUP BY o.line_id, l.frame, m.fiscal_year HAVING sum(m.amount_cents) <> 0`;
