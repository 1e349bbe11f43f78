import type { PlanLineChanged, SetPlanExplanation, SetPlanNote } from '@etatlotse/contracts/planning';
import { isPlanVersionOpen } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, planningWindow, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { isLineOfPlan, type PlanCell, writeExplanation, writeNote } from '../plan-remark.repository';
import { lockVersion, type PlanVersionRecord } from '../plan-version.repository';

type SetPlanTextRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'PLAN_TEXT_FINAL'>
  | Refusal<
      'PLAN_YEAR_OUTSIDE',
      { readonly fiscalYear: number; readonly firstYear: number; readonly lastYear: number }
    >;

/** Sets the note of a cell of an open version, unless somebody else has written there meanwhile. */
export async function setPlanNote(
  tx: Transaction,
  cell: PlanCell,
  note: SetPlanNote,
): Promise<Outcome<PlanLineChanged, SetPlanTextRefusal>> {
  const version = await lockVersion(tx, cell.versionId);
  const refusal = (await checkOpen(tx, version, cell)) ?? checkYear(version, cell.fiscalYear);
  if (refusal !== null) return refuse(refusal);
  if (!(await writeNote(tx, cell, note.text, note.version))) return refuse({ code: 'VERSION_STALE', params: {} });
  const { lineId, fiscalYear } = cell;
  await tx.audit({
    action: 'plan_version.note_set',
    subjectType: 'plan_version',
    subjectId: cell.versionId,
    detail: { lineId, fiscalYear, isEmptied: note.text === '' },
  });
  return ok({ version: note.version + 1 });
}

/** Sets what an open version says about a line in words, unless somebody else has written there meanwhile. */
export async function setPlanExplanation(
  tx: Transaction,
  line: { readonly versionId: string; readonly lineId: string },
  explanation: SetPlanExplanation,
): Promise<Outcome<PlanLineChanged, SetPlanTextRefusal>> {
  const version = await lockVersion(tx, line.versionId);
  const refusal = await checkOpen(tx, version, line);
  if (refusal !== null) return refuse(refusal);
  if (!(await writeExplanation(tx, line, explanation.text, explanation.version))) {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  await tx.audit({
    action: 'plan_version.explanation_set',
    subjectType: 'plan_version',
    subjectId: line.versionId,
    detail: { lineId: line.lineId, isEmptied: explanation.text === '' },
  });
  return ok({ version: explanation.version + 1 });
}

async function checkOpen(
  tx: Transaction,
  version: PlanVersionRecord | null,
  { versionId, lineId }: { readonly versionId: string; readonly lineId: string },
): Promise<SetPlanTextRefusal | null> {
  if (version === null || !(await isLineOfPlan(tx, versionId, lineId))) return { code: 'NOT_FOUND', params: {} };
  return isPlanVersionOpen(version.state) ? null : { code: 'PLAN_TEXT_FINAL', params: {} };
}

function checkYear(version: PlanVersionRecord | null, fiscalYear: number): SetPlanTextRefusal | null {
  const window: readonly number[] = version === null ? [] : planningWindow(version.plan);
  if (window.includes(fiscalYear)) return null;
  const [firstYear, lastYear] = [window[0] ?? fiscalYear, window.at(-1) ?? fiscalYear];
  return { code: 'PLAN_YEAR_OUTSIDE', params: { fiscalYear, firstYear, lastYear } };
}
