import type { Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

export type YearRefusal =
  Refusal<'YEAR_NOT_OPEN', { readonly fiscalYear: number }> | Refusal<'YEAR_CLOSED', { readonly fiscalYear: number }>;

/** Why nothing may be booked in a year, or null when its books are open. */
export async function refuseClosedYear(tx: Transaction, fiscalYear: number): Promise<YearRefusal | null> {
  const [year] = await tx.query<{ books_state: string }>(
    `SELECT books_state FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`,
    [tx.tenantId, fiscalYear],
  );
  if (year?.books_state === 'open') return null;
  return { code: year?.books_state === 'closed' ? 'YEAR_CLOSED' : 'YEAR_NOT_OPEN', params: { fiscalYear } };
}
