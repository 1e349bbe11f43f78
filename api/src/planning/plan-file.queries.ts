import { Injectable } from '@nestjs/common';
import type { PlanFileReading } from '@etatlotse/contracts/planning/plain';
import { type PlanTableReading, type PlanTableRow, readPlanTable } from '@etatlotse/domain/planning';
import { planningWindow } from '@etatlotse/domain/shared';
import { bytesInMemory, columnLetters, FileRefused, openTables } from '../import';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import type { UploadedFile } from '../platform/input/uploaded-file';
import { ProblemException } from '../platform/problem/problem-exception';
import { findVersion } from './plan-version.repository';

const ERRORS_SHOWN = 200;
const ROWS_MAX = 25_000;

interface StoredLine {
  readonly number: string;
  readonly lineId: string;
  /** Cents by year; a year is missing where nothing is planned. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** Reads a spreadsheet of plan amounts against what a version says. Changes nothing: the grid takes it over cell by cell. */
@Injectable()
export class PlanFileQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null when there is no such version. Throws the problem of a file that is no table, or none of plan amounts. */
  async compare(caller: Caller, versionId: string, file: UploadedFile): Promise<PlanFileReading | null> {
    const rows = await readRows(file.content);
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version === null) return null;
      const years: readonly number[] = planningWindow(version.plan);
      const stored = await tx.query<StoredLine>(storedSql, [tx.tenantId, versionId, years]);
      const lines = new Map(stored.map((line) => [line.number, line]));
      const read = readPlanTable(rows, { years, isLine: (number) => lines.has(number) });
      if (read.ok) return readingOf(file.fileName, read, lines);
      const { ok: _, code, ...params } = read;
      throw new ProblemException(code, params);
    });
  }
}

/** Every line that the grid shows, with what the version plans for it. */
const storedSql = `
  SELECT l.number, l.line_id AS "lineId",
    coalesce(json_object_agg(a.fiscal_year, a.amount_cents) FILTER (WHERE a.fiscal_year IS NOT NULL), '{}') AS amounts
  FROM budget_line l LEFT JOIN plan_amount a ON a.tenant_id = l.tenant_id AND a.line_id = l.line_id AND a.version_id = $2
    AND a.fiscal_year = ANY ($3::smallint[])
  WHERE l.tenant_id = $1 AND (l.archived_at IS NULL OR a.version_id IS NOT NULL)
  GROUP BY l.tenant_id, l.line_id`;

async function readRows(content: Buffer): Promise<PlanTableRow[]> {
  try {
    const file = await openTables(bytesInMemory(content));
    const table = await file.open(file.proposedSheet);
    const rows: PlanTableRow[] = [];
    for await (const row of table.rows) {
      rows.push(row);
      if (rows.length > ROWS_MAX) throw new FileRefused('FILE_TOO_LARGE');
    }
    const formula = table.notes().find(({ code }) => code === 'FORMULA_WITHOUT_VALUE');
    if (formula !== undefined) throw new ProblemException('PLAN_TABLE_FORMULA', { row: formula.row });
    return rows;
  } catch (fault) {
    if (fault instanceof FileRefused) throw new ProblemException(fault.code, fault.params);
    throw fault;
  }
}

function readingOf(
  fileName: string,
  { years, cells, errors }: PlanTableReading & { readonly ok: true },
  lines: ReadonlyMap<string, StoredLine>,
): PlanFileReading {
  const changed = cells.flatMap(({ lineNumber, fiscalYear, amountCents }) => {
    const line = lines.get(lineNumber);
    const isSame = line === undefined || (line.amounts[fiscalYear] ?? null) === amountCents;
    return isSame ? [] : [{ lineId: line.lineId, fiscalYear, amountCents }];
  });
  return {
    fileName,
    years,
    lineIds: changed.map(({ lineId }) => lineId),
    fiscalYears: changed.map(({ fiscalYear }) => fiscalYear),
    amountCents: changed.map(({ amountCents }) => amountCents),
    sameCells: cells.length - changed.length,
    errorCount: errors.length,
    errors: errors.slice(0, ERRORS_SHOWN).map(({ rowNumber, column, code, value }) => ({
      cell: `${columnLetters(column + 1)}${rowNumber}`,
      code,
      value: value.slice(0, 100),
    })),
  };
}
