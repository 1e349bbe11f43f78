import type { ChangedCell, PlanAmountsSet, SetPlanAmounts } from '@etatlotse/contracts/planning';
import { type FrameCode, isPlanVersionOpen, mayEditAmounts } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, planningWindow, refuse, yearsOf } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import {
  countUnknownLines,
  findForeignCells,
  findUnknownFrame,
  readFrameRoom,
  touchVersion,
  writeCells,
} from '../plan-amount.repository';
import { lockVersion, type PlanVersionRecord } from '../plan-version.repository';

type SetPlanAmountsRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'LIST_INVALID'>
  | Refusal<'PLAN_FINAL'>
  | Refusal<'PLAN_INTRODUCED'>
  | Refusal<'PLAN_CELL_TWICE'>
  | Refusal<'PLAN_YEAR_OUTSIDE', { readonly fiscalYear: number; readonly firstYear: number; readonly lastYear: number }>
  | Refusal<'PLAN_LINES_UNKNOWN', { readonly count: number }>
  | Refusal<'PLAN_CELLS_CHANGED', { readonly count: number; readonly cells: readonly ChangedCell[] }>
  | Refusal<'FRAME_CEILING_UNKNOWN', { readonly frame: FrameCode; readonly fiscalYear: number }>;

/** Ten thousand cells take longer than a click where the machine is busy. */
const BATCH_LIMIT_MS = 30_000;

/** A refusal names so many changed cells; more would only fill the screen. */
const CELLS_SHOWN = 100;

/**
 * Sets amounts of a draft, all or none; once it has been introduced, only dated changes move them (R22). Going over a known ceiling is allowed while planning and shown by what
 * the frames have left; an unknown ceiling needs the explicit reason of finance once per version.
 */
export async function setPlanAmounts(
  tx: Transaction,
  versionId: string,
  batch: SetPlanAmounts,
): Promise<Outcome<PlanAmountsSet, SetPlanAmountsRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const refusal = checkShape(version, batch) ?? (await checkContent(tx, version, batch));
  if (refusal !== null) return refuse(refusal);
  await tx.limitStatementsTo(BATCH_LIMIT_MS);
  const changedCells = await writeCells(tx, versionId, batch);
  await touchVersion(tx, versionId, batch.unknownFrameReason ?? null);
  const frames = await readFrameRoom(tx, versionId, yearsOf(version.plan));
  await tx.audit({
    action: 'plan_version.amounts_set',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: {
      cells: batch.lineIds.length,
      changedCells,
      years: [...new Set(batch.fiscalYears)].sort(),
      hasUnknownFrameReason: batch.unknownFrameReason !== undefined,
    },
  });
  return ok({ id: versionId, version: version.version + 1, changedCells, frames });
}

function checkShape(version: PlanVersionRecord, batch: SetPlanAmounts): SetPlanAmountsRefusal | null {
  const { lineIds, fiscalYears, amountCents, seenCents } = batch;
  const isEven = [fiscalYears, amountCents, seenCents ?? lineIds].every((column) => column.length === lineIds.length);
  if (lineIds.length === 0 || !isEven) return { code: 'LIST_INVALID', params: {} };
  if (!isPlanVersionOpen(version.state)) return { code: 'PLAN_FINAL', params: {} };
  if (!mayEditAmounts(version.state)) return { code: 'PLAN_INTRODUCED', params: {} };
  const window: readonly number[] = planningWindow(version.plan);
  const outside = fiscalYears.find((year) => !window.includes(year));
  if (outside !== undefined) {
    return {
      code: 'PLAN_YEAR_OUTSIDE',
      params: { fiscalYear: outside, firstYear: window[0] ?? outside, lastYear: window.at(-1) ?? outside },
    };
  }
  const places = new Set(lineIds.map((lineId, at) => `${lineId} ${fiscalYears[at]}`));
  return places.size === lineIds.length ? null : { code: 'PLAN_CELL_TWICE', params: {} };
}

async function checkContent(
  tx: Transaction,
  version: PlanVersionRecord,
  batch: SetPlanAmounts,
): Promise<SetPlanAmountsRefusal | null> {
  const count = await countUnknownLines(tx, batch.lineIds);
  if (count > 0) return { code: 'PLAN_LINES_UNKNOWN', params: { count } };
  if (batch.seenCents !== undefined) {
    const cells = await findForeignCells(tx, version.versionId, batch, batch.seenCents);
    if (cells.length > 0) {
      return { code: 'PLAN_CELLS_CHANGED', params: { count: cells.length, cells: cells.slice(0, CELLS_SHOWN) } };
    }
  }
  if (version.unknownFrameReason !== null || batch.unknownFrameReason !== undefined) return null;
  const unknown = await findUnknownFrame(tx, version.versionId, batch, yearsOf(version.plan));
  return unknown === null ? null : { code: 'FRAME_CEILING_UNKNOWN', params: unknown };
}
