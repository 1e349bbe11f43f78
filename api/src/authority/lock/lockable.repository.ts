import type { PreviewLock } from '@etatlotse/contracts/authority';
import { AUTHORITY_KINDS } from '@etatlotse/domain/budget';
import { chooseLines } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';

/** A line of the selection with its adjusted appropriation at the lock date and what is available now. */
export interface LockableRow {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly subBudget: string;
  readonly poolId: string | null;
  readonly basisCents: number;
  /** On the line, or in its pool. */
  readonly availableCents: number;
}

/** More movements are summed here than in a click; a city has a few hundred thousand a year. */
const LOCK_LIMIT_MS = 60_000;

/**
 * The spending lines that a selection finds, in the order of their numbers; one more than `max` where there are too many.
 * Null where the saved filter does not exist.
 */
export async function readLockable(
  tx: Transaction,
  { fiscalYear, decidedOn, selection }: Pick<PreviewLock, 'fiscalYear' | 'decidedOn' | 'selection'>,
  max: number,
): Promise<readonly LockableRow[] | null> {
  if (tx.actor === null) return null;
  const { criteria, filterId, lineIds } = selection;
  const filter = { ...criteria, fiscalYear, ...(filterId === undefined ? {} : { filterId }) };
  const choice = await chooseLines(tx, filter, tx.actor, 'lock.write');
  if (choice === null) return null;
  await tx.limitStatementsTo(LOCK_LIMIT_MS);
  return tx.query<LockableRow>(lockableSql(choice.found), [
    ...choice.params,
    lineIds ?? null,
    decidedOn,
    AUTHORITY_KINDS,
    max + 1,
  ]);
}

/** The basis is summed from the movements booked until the lock date: what the lines had on that day, whenever it is asked. */
const lockableSql = (found: string): string => `
  WITH chosen AS (
    SELECT l.line_id, l.number, l.name, l.sub_budget, l.pool_id,
      coalesce(p.available_cents, b.available_cents, 0) AS available_cents
    ${found} AND l.direction IN ('expense', 'payment') AND l.archived_at IS NULL
      AND ($5::uuid[] IS NULL OR l.line_id = ANY ($5))
    ORDER BY l.number LIMIT $8
  ), basis AS (
    SELECT m.line_id, sum(m.amount_cents)::bigint AS basis_cents FROM movement m
    WHERE m.tenant_id = $1 AND m.fiscal_year = $2 AND m.kind = ANY ($7::text[]) AND m.booked_on <= $6::date
    GROUP BY m.line_id)
  SELECT c.line_id AS "lineId", c.number, c.name, c.sub_budget AS "subBudget", c.pool_id AS "poolId",
    c.available_cents AS "availableCents", coalesce(s.basis_cents, 0)::bigint AS "basisCents"
  FROM chosen c LEFT JOIN basis s ON s.line_id = c.line_id
  ORDER BY c.number`;
