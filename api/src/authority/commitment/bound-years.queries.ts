import { Injectable } from '@nestjs/common';
import type { BoundYearsView } from '@etatlotse/contracts/authority/plain';
import { unitScope } from '@etatlotse/domain/access';
import { boundTotals, boundYears, type FrameBasis, type PlannedYears, runRate } from '@etatlotse/domain/authority';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { cents, type FiscalYear, fiscalYear, planningWindow, planYears, sumCents } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { BoundRegisters } from './bound-registers';

interface AdoptedPlan {
  readonly id: string;
  readonly name: string;
}

interface CeilingRow {
  readonly frame: FrameCode;
  readonly fiscal_year: number;
  readonly ceiling_cents: number | null;
}

interface PlannedRow {
  readonly line_id: string;
  readonly frame: FrameCode | null;
  readonly is_run: boolean;
  readonly amounts: readonly { readonly fiscalYear: number; readonly amountCents: number }[];
}

/**
 * Bound years (Vorbelastung): when the city loses its freedom, frame by frame. The whole city stands against its ceilings;
 * who sees some units only sees what those have planned and bound.
 */
@Injectable()
export class BoundYearsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly registers: BoundRegisters,
  ) {}

  async view(caller: Caller, year: number): Promise<BoundYearsView> {
    const unitIds = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      const years = await windowOf(tx, year);
      const plan = await adoptedPlan(tx, year);
      const lines = plan === null ? [] : await plannedLines(tx, plan, years[0] ?? year, unitIds);
      const ceilings = unitIds === null ? await readCeilings(tx) : [];
      const sources = await this.registers.read(tx, { years, unitIds });
      const recurring = lines.filter(({ isRun }) => isRun);
      const { years: rows, missing } = boundYears(basesOf(years, ceilings, lines), [
        ...sources,
        { kind: 'run_rate', claims: plan === null ? null : runRate(recurring, years) },
      ]);
      return { fiscalYear: year, years, rows, totals: boundTotals(rows), missing, plan };
    });
  }
}

/** The planning window of the year's plan: of two years where the year belongs to a two-year budget (R12). */
async function windowOf(tx: Transaction, year: number): Promise<FiscalYear[]> {
  const [row] = await tx.query<{ biennium_first_year: number | null }>(
    `SELECT biennium_first_year FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`,
    [tx.tenantId, year],
  );
  const first = row?.biennium_first_year ?? null;
  return planningWindow(
    first === null ? planYears(fiscalYear(year)) : planYears(fiscalYear(first), fiscalYear(first + 1)),
  );
}

/** The last plan that was adopted by then; drafts bind nobody. */
async function adoptedPlan(tx: Transaction, year: number): Promise<AdoptedPlan | null> {
  const [row] = await tx.query<AdoptedPlan>(
    `SELECT version_id AS id, name FROM plan_version
     WHERE tenant_id = $1 AND state IN ('adopted', 'submitted', 'published', 'in_force') AND first_year <= $2
     ORDER BY first_year DESC, state = 'in_force' DESC, created_at DESC LIMIT 1`,
    [tx.tenantId, year],
  );
  return row ?? null;
}

/** What the plan says, and for the year before it the plan that held then. */
async function plannedLines(
  tx: Transaction,
  plan: AdoptedPlan,
  pastYear: number,
  unitIds: readonly string[] | null,
): Promise<(PlannedYears & { readonly isRun: boolean })[]> {
  const rows = await tx.query<PlannedRow>(plannedSql, [tx.tenantId, plan.id, unitIds, pastYear]);
  return rows.map((row) => ({
    lineId: row.line_id,
    frame: row.frame,
    isRun: row.is_run,
    amounts: row.amounts.map((amount) => ({
      fiscalYear: fiscalYear(amount.fiscalYear),
      amountCents: cents(amount.amountCents),
    })),
  }));
}

const plannedSql = `
  SELECT a.line_id, l.frame, coalesce(l.run_or_change = 'run', false) AS is_run,
    json_agg(json_build_object('fiscalYear', a.fiscal_year, 'amountCents', a.amount_cents)) AS amounts
  FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  WHERE a.tenant_id = $1 AND l.frame IS NOT NULL
    AND (a.version_id = $2 OR (a.fiscal_year = $4 AND a.version_id IN (SELECT v.version_id FROM plan_version v
      WHERE v.tenant_id = $1 AND v.state = 'in_force' AND v.version_id <> $2 AND $4 BETWEEN v.first_year AND v.last_year)))
    AND (l.direction = 'expense' OR (l.direction = 'payment' AND l.sphere = 'investing'))
    AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
  GROUP BY a.line_id, l.frame, l.run_or_change`;

function readCeilings(tx: Transaction): Promise<CeilingRow[]> {
  return tx.query<CeilingRow>(
    `SELECT frame, fiscal_year, ceiling_cents FROM frame_ceiling WHERE tenant_id = $1 ORDER BY fiscal_year`,
    [tx.tenantId],
  );
}

/**
 * What each frame has in each year: its ceiling; where none was stated for the year, what the plan says for it. A frame
 * whose last stated ceiling is unknown stays unknown (R26).
 */
function basesOf(
  years: readonly FiscalYear[],
  ceilings: readonly CeilingRow[],
  lines: readonly PlannedYears[],
): FrameBasis[] {
  return FRAME_CODES.flatMap((frame) =>
    years.map((year) => {
      const stated = ceilings.filter((row) => row.frame === frame && row.fiscal_year <= year).at(-1);
      const place = { frame, fiscalYear: year };
      if (stated !== undefined && stated.ceiling_cents === null)
        return { ...place, amountCents: null, from: 'unknown' };
      if (stated?.fiscal_year === year) {
        return { ...place, amountCents: cents(stated.ceiling_cents ?? 0), from: 'ceiling' };
      }
      const planned = lines
        .filter((line) => line.frame === frame)
        .flatMap(({ amounts }) => amounts.filter((amount) => amount.fiscalYear === year));
      return planned.length === 0
        ? { ...place, amountCents: null, from: 'unknown' }
        : { ...place, amountCents: sumCents(planned.map(({ amountCents }) => amountCents)), from: 'plan' };
    }),
  );
}
