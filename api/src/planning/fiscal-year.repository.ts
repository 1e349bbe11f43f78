import type { BooksState } from '@etatlotse/domain/budget';
import { type PlanYears, fiscalYear as toFiscalYear, planYears } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A fiscal year as it is stored. */
export interface FiscalYearRecord {
  readonly fiscalYear: number;
  readonly plan: PlanYears;
  readonly booksState: BooksState;
  readonly version: number;
}

interface YearRow {
  readonly fiscal_year: number;
  readonly books_state: BooksState;
  readonly version: number;
  readonly first_year: number;
  readonly last_year: number;
}

/** The years a plan of this year covers: both of its two-year budget, or the year alone. */
const planYearsOfRow = `
  coalesce(biennium_first_year, fiscal_year) AS first_year,
  coalesce(biennium_first_year + 1, fiscal_year) AS last_year`;

const findSql = `
  SELECT fiscal_year, books_state, version, ${planYearsOfRow} FROM fiscal_year
  WHERE tenant_id = $1 AND fiscal_year = ANY($2::smallint[]) ORDER BY fiscal_year`;

export async function findYears(tx: Transaction, years: readonly number[]): Promise<FiscalYearRecord[]> {
  return (await tx.query<YearRow>(findSql, [tx.tenantId, years])).map(toRecord);
}

/** Reads years and keeps their books as they are until the transaction ends. */
export async function lockYears(tx: Transaction, years: readonly number[]): Promise<FiscalYearRecord[]> {
  return (await tx.query<YearRow>(lockSql, [tx.tenantId, years])).map(toRecord);
}
const lockSql = `${findSql} FOR UPDATE`;

/** Adds a year; false when somebody else has just done so. */
export async function insertYear(
  tx: Transaction,
  year: { readonly fiscalYear: number; readonly bienniumFirstYear: number | null; readonly booksState: BooksState },
): Promise<boolean> {
  const inserted = await tx.execute(
    `INSERT INTO fiscal_year (tenant_id, fiscal_year, biennium_first_year, books_state) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, year.fiscalYear, year.bienniumFirstYear, year.booksState],
  );
  return inserted === 1;
}

/** Bookings need their partitions before the first of them; the database makes them with the owner's rights. */
export async function ensurePartitions(tx: Transaction, firstYear: number, lastYear: number): Promise<void> {
  await tx.query(`SELECT app.ensure_movement_partitions($1, $2)`, [firstYear, lastYear]);
}

/** Writes the state of the books; the caller holds the year. */
export async function setBooks(
  tx: Transaction,
  fiscalYear: number,
  state: BooksState,
  reason: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE fiscal_year SET books_state = $3, books_changed_at = $4, books_reason = $5, version = version + 1
     WHERE tenant_id = $1 AND fiscal_year = $2`,
    [tx.tenantId, fiscalYear, state, tx.now, reason],
  );
}

/**
 * Waits for every booking of the year that is under way and holds the next ones back until the books have their new
 * state: pools first, then lines, each in id order, as bookings lock them.
 */
export async function lockBalancesOfYear(tx: Transaction, fiscalYear: number): Promise<void> {
  await tx.query(`SELECT FROM pool_balance WHERE tenant_id = $1 AND fiscal_year = $2 ORDER BY pool_id FOR UPDATE`, [
    tx.tenantId,
    fiscalYear,
  ]);
  await tx.query(`SELECT FROM line_balance WHERE tenant_id = $1 AND fiscal_year = $2 ORDER BY line_id FOR UPDATE`, [
    tx.tenantId,
    fiscalYear,
  ]);
}

function toRecord(row: YearRow): FiscalYearRecord {
  return {
    fiscalYear: row.fiscal_year,
    plan: planYears(toFiscalYear(row.first_year), toFiscalYear(row.last_year)),
    booksState: row.books_state,
    version: row.version,
  };
}
