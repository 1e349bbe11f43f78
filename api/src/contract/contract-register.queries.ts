import type { FrameCode } from '@etatlotse/domain/budget';
import { cents, fiscalYear } from '@etatlotse/domain/shared';
import type { BoundRegister } from '../authority';
import { claimsSql } from './contract-lists.sql';

interface ClaimRow {
  readonly line_id: string;
  readonly frame: FrameCode | null;
  readonly fiscal_year: number;
  readonly amount_cents: number;
}

/** What contracts bind until the earliest end that can still be reached (leap 4). */
export const CONTRACT_REGISTER: BoundRegister = {
  kind: 'contract',
  async claims(tx, { years, unitIds }) {
    const rows = await tx.query<ClaimRow>(claimsSql, [tx.tenantId, unitIds, years]);
    return rows.map((row) => ({
      lineId: row.line_id,
      frame: row.frame,
      fiscalYear: fiscalYear(row.fiscal_year),
      amountCents: cents(row.amount_cents),
    }));
  },
};
