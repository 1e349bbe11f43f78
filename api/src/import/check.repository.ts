import type { FindingCode, FindingSeverity, ImportFinding } from '@etatlotse/contracts/import/plain';
import { type FileMapping, isRecordKind } from '@etatlotse/domain/import';
import type { Transaction } from '../platform/database/transactions';
import { ROW_FAULTS } from './row-faults';
import type { NewFinding } from './staged-row';
import { ofImport, stagedLines, stagedUnits } from './staged.sql';

/** How often something was found. */
export interface FindingCount {
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly count: number;
}

/**
 * Checks the staged rows against each other and against the city. Each check adds its findings after those that stand
 * already (`$3` is the last number); those that mean a column name it as the file does (`$4`).
 */
export async function checkStagedRows(tx: Transaction, importId: string, mapping: FileMapping): Promise<void> {
  const run = async (sql: string, ...headers: readonly string[]): Promise<void> => {
    const [last] = await tx.query<{ number: number }>(lastFindingSql, [tx.tenantId, importId]);
    await tx.execute(sql, [tx.tenantId, importId, last?.number ?? 0, ...headers]);
  };
  if (isRecordKind(mapping.kind)) return;
  await run(yearsSql);
  if (mapping.kind !== 'bookings') return run(parentsSql, headerOf(mapping, 'parentUnit'));
  await run(unknownLinesSql, headerOf(mapping, mapping.keyFields[0]));
  await run(repeatedRowsSql);
}

/** Adds what was found about rows after they were staged, behind what stands already. */
export async function addFindings(tx: Transaction, importId: string, findings: readonly NewFinding[]): Promise<void> {
  if (findings.length === 0) return;
  await tx.execute(addSql, [tx.tenantId, importId, JSON.stringify(findings)]);
}

const addSql = `
  INSERT INTO import_finding (tenant_id, import_id, finding_number, row_number, column_name, code, severity, value, params)
  SELECT $1, $2, (SELECT coalesce(max(finding_number), 0) FROM import_finding WHERE tenant_id = $1 AND import_id = $2)
    + row_number() OVER (ORDER BY f.row), f.row, f.column, f.code, f.severity, f.value, f.params
  FROM jsonb_to_recordset($3::jsonb) AS f(row integer, "column" text, code text, severity text, value text, params jsonb)`;

/** The numbers of all lines, for a file whose payments repeat its invoices and are therefore not staged; else null. */
export async function linesToKnow(tx: Transaction, mapping: FileMapping): Promise<ReadonlySet<string> | null> {
  if (mapping.kind !== 'bookings' || mapping.createsLines || mapping.paymentsCount) return null;
  const lines = await tx.query<{ number: string }>(`SELECT number FROM budget_line WHERE tenant_id = $1`, [
    tx.tenantId,
  ]);
  return new Set(lines.map(({ number }) => number));
}

/** Bookings of orders that nobody knows; none where there are no such bookings. */
export function unknownOrders(mapping: FileMapping, bookings: number): NewFinding[] {
  if (mapping.kind !== 'bookings' || bookings === 0) return [];
  const column = headerOf(mapping, 'order');
  return [{ row: null, column, code: 'ORDER_UNKNOWN', severity: 'info', value: '', params: { count: bookings } }];
}

function headerOf({ columns }: FileMapping, field: string | undefined): string {
  return columns.find((column) => column.role === 'field' && column.field === field)?.header ?? '';
}

export async function countFindings(tx: Transaction, importId: string): Promise<FindingCount[]> {
  return tx.query<FindingCount>(
    `SELECT code, severity, count(*) AS count FROM import_finding WHERE tenant_id = $1 AND import_id = $2
     GROUP BY code, severity ORDER BY severity, code`,
    [tx.tenantId, importId],
  );
}

/** Rows that cannot be read; null when something else is wrong, too, so that leaving them out would not be enough. */
export async function countWrongRows(tx: Transaction, importId: string): Promise<number | null> {
  const [found] = await tx.query<{ wrong: number | null }>(wrongRowsSql, [tx.tenantId, importId, ROW_FAULTS]);
  return found?.wrong ?? null;
}

const wrongRowsSql = `
  SELECT CASE WHEN count(*) FILTER (WHERE severity = 'error' AND NOT code = ANY ($3)) = 0
    THEN count(DISTINCT row_number) FILTER (WHERE code = ANY ($3)) END AS wrong
  FROM import_finding WHERE tenant_id = $1 AND import_id = $2`;

/** The findings a person reads first: errors, then warnings, then the rest, each in the order of the file. */
export async function firstFindings(tx: Transaction, importId: string): Promise<ImportFinding[]> {
  return tx.query<ImportFinding>(firstSql, [tx.tenantId, importId]);
}

const firstSql = `
  SELECT finding_number AS number, row_number AS row, column_name AS column, code, severity, value, params
  FROM import_finding WHERE tenant_id = $1 AND import_id = $2
  ORDER BY array_position(ARRAY['error', 'warning', 'info'], severity), row_number NULLS FIRST, finding_number
  LIMIT 50`;

const lastFindingSql = `
  SELECT coalesce(max(finding_number), 0) AS number FROM import_finding WHERE tenant_id = $1 AND import_id = $2`;

const insert = `
  INSERT INTO import_finding (tenant_id, import_id, finding_number, row_number, column_name, code, severity, value, params)
  SELECT $1, $2, $3::integer + row_number() OVER (ORDER BY found.row_number NULLS FIRST), found.row_number`;

/** `column` is SQL: `$4` or the empty text. */
const finding = (column: string, code: FindingCode, severity: FindingSeverity, value: string, params: string): string =>
  `${insert}, ${column}, '${code}', '${severity}', ${value}, ${params}`;

/** Nothing is booked into books that are closed, or not open yet. */
const yearsSql = `
  ${insert}, '', CASE found.books_state WHEN 'closed' THEN 'YEAR_CLOSED' ELSE 'YEAR_NOT_OPEN' END, 'error',
    found.fiscal_year::text, jsonb_build_object('fiscalYear', found.fiscal_year)
  FROM (
    SELECT NULL::integer AS row_number, y.fiscal_year, y.books_state FROM fiscal_year y
    WHERE y.tenant_id = $1 AND y.books_state <> 'open' AND EXISTS (
      SELECT FROM import_amount a WHERE ${ofImport('a')} AND a.fiscal_year = y.fiscal_year AND a.kind <> 'plan')
  ) found`;

const unknownLinesSql = `
  ${finding('$4', 'LINE_UNKNOWN', 'warning', 'found.line_number', `jsonb_build_object('number', found.line_number)`)}
  FROM (
    SELECT a.row_number, a.line_number FROM import_amount a
    LEFT JOIN budget_line l ON l.tenant_id = $1 AND l.number = a.line_number
    LEFT JOIN (SELECT DISTINCT f.number FROM ${stagedLines} WHERE ${ofImport('r')}) b ON b.number = a.line_number
    WHERE ${ofImport('a')} AND l.line_id IS NULL AND b.number IS NULL
  ) found`;

const wholeRow = `a.kind, a.line_number, a.fiscal_year, a.amount_cents, a.booked_on, a.document_number, a.text,
  a.order_number, a.closes_order`;

/** Equal hashes first, which is cheap; only rows that share one are compared cell by cell. */
const rowHash = `hash_record_extended(ROW(${wholeRow}), 0)`;

const repeatedRowsSql = `
  ${finding(`''`, 'CSV_DUPLICATE', 'warning', `''`, `jsonb_build_object('firstRow', found.first_row)`)}
  FROM (
    SELECT same.row_number, same.first_row FROM (
      SELECT a.row_number, min(a.row_number) OVER (PARTITION BY ${wholeRow}) AS first_row
      FROM import_amount a WHERE ${ofImport('a')} AND ${rowHash} IN (
        SELECT ${rowHash} FROM import_amount a WHERE ${ofImport('a')} GROUP BY 1 HAVING count(*) > 1)
    ) same WHERE same.row_number <> same.first_row
  ) found`;

const parentsSql = `
  ${finding('$4', 'PARENT_UNKNOWN', 'error', 'found.parent_code', `jsonb_build_object('number', found.parent_code)`)}
  FROM (
    SELECT r.row_number, f.parent_code FROM ${stagedUnits}
    WHERE ${ofImport('r')} AND f.parent_code IS NOT NULL
      AND NOT EXISTS (SELECT FROM org_unit u WHERE u.tenant_id = $1 AND u.code = f.parent_code)
      AND f.parent_code NOT IN (SELECT f.code FROM ${stagedUnits} WHERE ${ofImport('r')})
  ) found`;
