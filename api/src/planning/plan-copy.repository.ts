import type { CopyRuleEffect, LaterYears } from '@etatlotse/contracts/planning/plain';
import type { CopiedLine, IndexedCell, IndexRule } from '@etatlotse/domain/budget';
import { cents, fiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** Which amounts of a version are taken over. */
export interface CopySource {
  readonly fromId: string;
  readonly years: readonly number[];
  readonly laterYears: LaterYears;
}

/** A line with its copied amounts; the number is for people. */
export type NumberedLine = CopiedLine & { readonly number: string };

/**
 * Copies the amounts of another version for the years of the new window. Years that it does not reach stay empty, or
 * each line repeats the last of its copied years. Lines that were shut down are left behind.
 */
export async function copyAmounts(tx: Transaction, toId: string, source: CopySource): Promise<number> {
  return tx.execute(copySql[source.laterYears], [...params(tx, source), toId]);
}

/** What would be copied, line by line in the order of their numbers. Nothing is written. */
export async function readCopied(tx: Transaction, source: CopySource): Promise<NumberedLine[]> {
  const rows = await tx.query<
    Omit<NumberedLine, 'amounts' | 'contracts'> & {
      readonly years: readonly number[];
      readonly amounts: readonly string[];
    }
  >(readSql[source.laterYears], params(tx, source));
  const contracts = await readContracts(tx, source.years);
  return rows.map(({ years, amounts, ...line }) => ({
    ...line,
    amounts: new Map(years.map((year, at) => [fiscalYear(year), cents(Number(amounts[at]))])),
    contracts: contracts.get(line.lineId) ?? new Map(),
  }));
}

/** What contracts cost by line and year: an expense line bears what belongs to the year, a payment line what is paid in it. */
async function readContracts(tx: Transaction, years: readonly number[]): Promise<Map<string, CopiedLine['contracts']>> {
  const rows = await tx.query<{ readonly lineId: string; readonly years: number[]; readonly amounts: string[] }>(
    contractSql,
    [tx.tenantId, years],
  );
  return new Map(
    rows.map(({ lineId, years: known, amounts }) => [
      lineId,
      new Map(known.map((year, at) => [fiscalYear(year), cents(Number(amounts[at]))])),
    ]),
  );
}
const contractSql = `
  SELECT costs.line_id AS "lineId", array_agg(costs.fiscal_year) AS years, array_agg(costs.amount_cents::text) AS amounts
  FROM (
    SELECT c.line_id, y.fiscal_year,
      sum(CASE WHEN l.direction = 'payment' THEN y.payment_cents ELSE y.cost_cents END)::bigint AS amount_cents
    FROM contract_year y
    JOIN contract c ON c.tenant_id = y.tenant_id AND c.contract_id = y.contract_id
    JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id AND l.direction IN ('expense', 'payment')
    WHERE y.tenant_id = $1 AND y.fiscal_year = ANY ($2::smallint[])
    GROUP BY c.line_id, y.fiscal_year
  ) costs GROUP BY costs.line_id`;

/** Writes what the rules have set; the caller has just made the version. */
export async function writeIndexed(tx: Transaction, versionId: string, cells: readonly IndexedCell[]): Promise<void> {
  await tx.query(
    `INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
     SELECT $1, $2, cell.line_id, cell.fiscal_year, cell.amount_cents
     FROM unnest($3::uuid[], $4::smallint[], $5::bigint[]) AS cell(line_id, fiscal_year, amount_cents)
     ON CONFLICT (tenant_id, version_id, line_id, fiscal_year) DO UPDATE SET amount_cents = excluded.amount_cents`,
    [
      tx.tenantId,
      versionId,
      cells.map(({ lineId }) => lineId),
      cells.map((cell) => cell.fiscalYear),
      cells.map(({ amountCents }) => amountCents),
    ],
  );
}

/** Keeps how the version was copied: what became of later years, and each rule with what it did. */
export async function keepCopyRecord(
  tx: Transaction,
  versionId: string,
  laterYears: LaterYears,
  rules: readonly (IndexRule & {
    readonly effects: readonly CopyRuleEffect[];
    readonly contractLineIds: readonly string[] | null;
  })[],
): Promise<void> {
  await tx.query(`UPDATE plan_version SET copied_later_years = $3 WHERE tenant_id = $1 AND version_id = $2`, [
    tx.tenantId,
    versionId,
    laterYears,
  ]);
  for (const [place, rule] of rules.entries()) {
    await tx.query(
      `INSERT INTO plan_version_rule (tenant_id, version_id, place, selected_by, selected_value, basis, rounding, rates, effects,
         contract_line_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.tenantId,
        versionId,
        place,
        rule.by,
        rule.value,
        rule.basis,
        rule.rounding,
        JSON.stringify(rule.rates),
        JSON.stringify(rule.effects),
        rule.contractLineIds,
      ],
    );
  }
}

const params = (tx: Transaction, source: CopySource): unknown[] => [tx.tenantId, source.fromId, source.years];

/** Line, year and cents; `$1` is the city, `$2` the version that is copied, `$3` the years of the new window. */
const copiedSql: Readonly<Record<LaterYears, string>> = {
  leave_empty: `
    SELECT a.line_id, a.fiscal_year, a.amount_cents FROM plan_amount a
    JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND l.archived_at IS NULL
    WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.fiscal_year = ANY($3::smallint[])`,
  repeat_last: `
    SELECT a.line_id, y.fiscal_year, a.amount_cents
    FROM unnest($3::smallint[]) AS y(fiscal_year)
    JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = $2
      AND a.fiscal_year = CASE
        WHEN y.fiscal_year <= (SELECT max(m.fiscal_year) FROM plan_amount m WHERE m.tenant_id = $1 AND m.version_id = $2)
        THEN y.fiscal_year
        ELSE (SELECT max(m.fiscal_year) FROM plan_amount m
              WHERE m.tenant_id = $1 AND m.version_id = $2 AND m.line_id = a.line_id) END
    JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND l.archived_at IS NULL`,
};

const copyOf = (copied: string): string => `
  INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
  SELECT $1, $4, copied.line_id, copied.fiscal_year, copied.amount_cents FROM (${copied}) copied`;
const copySql = { leave_empty: copyOf(copiedSql.leave_empty), repeat_last: copyOf(copiedSql.repeat_last) };

const linesOf = (copied: string): string => `
  SELECT l.line_id AS "lineId", l.number, l.account, l.product, l.frame, l.direction,
    array_agg(copied.fiscal_year) AS years, array_agg(copied.amount_cents::text) AS amounts
  FROM (${copied}) copied JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = copied.line_id
  GROUP BY l.tenant_id, l.line_id ORDER BY l.number`;
const readSql = { leave_empty: linesOf(copiedSql.leave_empty), repeat_last: linesOf(copiedSql.repeat_last) };
