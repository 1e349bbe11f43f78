import type { ReadingDraft, ReadingLine } from '@etatlotse/contracts/council/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import { type FiscalYear, planningWindow, yearsOf } from '@etatlotse/domain/shared';
import type { BoundRegisters } from '../authority';
import { plannedFteOf } from '../capacity';
import type { Transaction } from '../platform/database/transactions';
import type { PlanVersionRecord } from '../planning';

/** What the motions of a reading are put on, and the lines that they move. */
export interface DraftOfReading {
  readonly lines: readonly ReadingLine[];
  readonly draft: ReadingDraft;
}

/**
 * Reads the draft as it stands now: sums that may be added, the cells that motions move with what obligations and contracts
 * have bound there, and the planned posts of units whose posts they move.
 */
export async function readDraft(
  tx: Transaction,
  registers: BoundRegisters,
  readingId: string,
  { versionId, plan }: PlanVersionRecord,
): Promise<DraftOfReading> {
  const years = planningWindow(plan);
  const own = [tx.tenantId, readingId];
  const lines = await tx.query<ReadingLine>(linesSql, own);
  const planned = await tx.query<Omit<ReadingDraft['cells'][number], 'boundCents'>>(cellsSql, [...own, versionId]);
  const bound = await readBound(tx, registers, years);
  return {
    lines,
    draft: {
      sums: await tx.query<ReadingDraft['sums'][number]>(sumsSql, [tx.tenantId, versionId, years]),
      cells: planned.map((cell) => ({ ...cell, boundCents: bound.byCell.get(keyOf(cell)) ?? 0 })),
      ceilings: await tx.query<{ frame: FrameCode; fiscalYear: number; ceilingCents: number | null }>(ceilingsSql, [
        tx.tenantId,
        yearsOf(plan),
      ]),
      bound: years.map((fiscalYear) => ({ fiscalYear, boundCents: bound.byYear.get(fiscalYear) ?? 0 })),
      units: await readUnits(tx, readingId, plan.firstYear),
    },
  };
}

const keyOf = ({ lineId, fiscalYear }: { readonly lineId: string; readonly fiscalYear: number }): string =>
  `${lineId} ${fiscalYear}`;

/** What is bound on a line and in a year, by every register that knows of it: the same claims as in the bound years. */
async function readBound(tx: Transaction, registers: BoundRegisters, years: readonly FiscalYear[]) {
  const byCell = new Map<string, number>();
  const byYear = new Map<number, number>();
  for (const { claims } of await registers.read(tx, { years, unitIds: null })) {
    for (const claim of claims ?? []) {
      byCell.set(keyOf(claim), (byCell.get(keyOf(claim)) ?? 0) + claim.amountCents);
      byYear.set(claim.fiscalYear, (byYear.get(claim.fiscalYear) ?? 0) + claim.amountCents);
    }
  }
  return { byCell, byYear };
}

async function readUnits(tx: Transaction, readingId: string, firstYear: number): Promise<ReadingDraft['units']> {
  const units = await tx.query<{ id: string; code: string; name: string }>(unitsSql, [tx.tenantId, readingId]);
  const planned = await plannedFteOf(
    tx,
    units.map(({ id }) => id),
    `${firstYear}-01-01`,
  );
  return units.map((unit) => ({ ...unit, plannedFte: planned.get(unit.id) ?? 0 }));
}

const ofReading = `motion m JOIN motion_amount c ON c.tenant_id = m.tenant_id AND c.motion_id = m.motion_id`;

const linesSql = `
  SELECT l.line_id AS id, l.number, l.name, l.direction, l.sphere, l.frame FROM budget_line l
  WHERE l.tenant_id = $1 AND l.line_id IN (
    SELECT c.line_id FROM ${ofReading} WHERE m.tenant_id = $1 AND m.reading_id = $2)
  ORDER BY l.number`;

const cellsSql = `
  SELECT cell.line_id AS "lineId", cell.fiscal_year AS "fiscalYear", coalesce(a.amount_cents, 0)::bigint AS "plannedCents"
  FROM (SELECT DISTINCT c.line_id, c.fiscal_year FROM ${ofReading} WHERE m.tenant_id = $1 AND m.reading_id = $2) cell
  LEFT JOIN plan_amount a ON a.tenant_id = $1 AND a.version_id = $3 AND a.line_id = cell.line_id
    AND a.fiscal_year = cell.fiscal_year
  ORDER BY cell.fiscal_year, cell.line_id`;

const sumsSql = `
  SELECT a.fiscal_year AS "fiscalYear", l.frame, l.direction, l.sphere, sum(a.amount_cents)::bigint AS "amountCents"
  FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.fiscal_year = ANY ($3::smallint[])
  GROUP BY a.fiscal_year, l.frame, l.direction, l.sphere ORDER BY a.fiscal_year, l.frame, l.direction, l.sphere`;

const ceilingsSql = `
  SELECT frame, fiscal_year AS "fiscalYear", ceiling_cents AS "ceilingCents" FROM frame_ceiling
  WHERE tenant_id = $1 AND fiscal_year = ANY ($2::smallint[]) ORDER BY fiscal_year, frame`;

const unitsSql = `
  SELECT u.unit_id AS id, u.code, u.name FROM org_unit u
  WHERE u.tenant_id = $1 AND u.unit_id IN (SELECT unit_id FROM motion WHERE tenant_id = $1 AND reading_id = $2)
  ORDER BY u.code`;
