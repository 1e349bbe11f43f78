import { Injectable } from '@nestjs/common';
import type { BooksState, FiscalYearRow } from '@etatlotse/contracts/planning/plain';
import { booksStepsFrom } from '@etatlotse/domain/budget';
import { fiscalYear, planYears, planningWindow, yearsOf } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

interface YearRow {
  readonly fiscal_year: number;
  readonly first_year: number;
  readonly last_year: number;
  readonly books_state: BooksState;
  readonly books_changed_at: string | null;
  readonly books_reason: string | null;
  readonly version: number;
  readonly plan: FiscalYearRow['planInForce'];
  readonly approval: FiscalYearRow['pendingApproval'];
}

/** Fiscal years, newest first. */
@Injectable()
export class FiscalYearQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller): Promise<FiscalYearRow[]> {
    return this.transactions.run(caller, async (tx) => {
      const rows = await tx.query<YearRow>(listSql, [tx.tenantId]);
      return rows.map((row) => toContract(row, tx.today));
    });
  }
}

function toContract(row: YearRow, today: string): FiscalYearRow {
  const plan = planYears(fiscalYear(row.first_year), fiscalYear(row.last_year));
  const window = planningWindow(plan);
  return {
    fiscalYear: row.fiscal_year,
    planYears: yearsOf(plan),
    window: { firstYear: window[0] ?? row.first_year, lastYear: window.at(-1) ?? row.last_year },
    booksState: row.books_state,
    booksSteps: booksStepsFrom(row.books_state),
    booksChangedAt: row.books_changed_at,
    booksReason: row.books_reason,
    planInForce: row.plan,
    isProvisional: row.plan === null && `${row.fiscal_year}-01-01` <= today && row.books_state === 'open',
    pendingApproval: row.approval,
    version: row.version,
  };
}

const listSql = `
  SELECT y.fiscal_year, coalesce(y.biennium_first_year, y.fiscal_year) AS first_year,
    coalesce(y.biennium_first_year + 1, y.fiscal_year) AS last_year,
    y.books_state, to_json(y.books_changed_at) AS books_changed_at, y.books_reason, y.version,
    (SELECT json_build_object('id', v.version_id, 'name', v.name, 'inForceOn', v.in_force_on) FROM plan_version v
     WHERE v.tenant_id = $1 AND v.state = 'in_force' AND y.fiscal_year BETWEEN v.first_year AND v.last_year
     ORDER BY v.in_force_on DESC NULLS LAST, v.version_id DESC LIMIT 1) AS plan,
    (SELECT json_build_object('approvalId', a.approval_id, 'action', a.action) FROM approval a
     WHERE a.tenant_id = $1 AND a.state = 'pending' AND a.subject_type = 'fiscal_year'
       AND a.subject_id = y.fiscal_year::text LIMIT 1) AS approval
  FROM fiscal_year y WHERE y.tenant_id = $1 ORDER BY y.fiscal_year DESC`;
