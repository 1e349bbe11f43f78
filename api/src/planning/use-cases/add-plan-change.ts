import type { AddPlanChange, PlanChangeChanged } from '@etatlotse/contracts/planning';
import { decidePlanChange, type PlanChangeRefusal } from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { countUnknownLines, touchVersion } from '../plan-amount.repository';
import { applyChange, findOutOfRange, insertChange, isCodeTaken, readShiftAmounts } from '../plan-change.repository';
import { lockVersion } from '../plan-version.repository';

type AddPlanChangeRefusal =
  | PlanChangeRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'LIST_INVALID'>
  | Refusal<'PLAN_LINES_UNKNOWN', { readonly count: number }>
  | Refusal<'CHANGE_CODE_TAKEN', { readonly code: string }>
  | Refusal<'CHANGE_RANGE', { readonly lineNumber: string; readonly fiscalYear: number }>;

/**
 * Brings a change into a version: a neutral shift of a draft counts at once (R21), everything after the introduction waits
 * for its decision (R22). A request to adopt what stood here before is void by it.
 */
export async function addPlanChange(
  tx: Transaction,
  versionId: string,
  request: AddPlanChange,
): Promise<Outcome<PlanChangeChanged, AddPlanChangeRefusal>> {
  const version = await lockVersion(tx, versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const { lineIds, fiscalYears, amountCents } = request;
  if (fiscalYears.length !== lineIds.length || amountCents.length !== lineIds.length) {
    return refuse({ code: 'LIST_INVALID', params: {} });
  }
  const count = await countUnknownLines(tx, lineIds);
  if (count > 0) return refuse({ code: 'PLAN_LINES_UNKNOWN', params: { count } });
  const code = request.code?.trim() ?? '';
  const reason = request.reason?.trim() ?? '';
  const amounts = await readShiftAmounts(tx, request);
  const decided = decidePlanChange({ kind: request.kind, code, reason, amounts }, version);
  if (!decided.ok) return decided;
  if (await isCodeTaken(tx, versionId, code)) return refuse({ code: 'CHANGE_CODE_TAKEN', params: { code } });
  const { kind, title, origin = '' } = request;
  const change = { versionId, kind, code, origin, title, reason, result: decided.value };
  const changeId = await insertChange(tx, change, request);
  if (decided.value === 'accepted') {
    const outOfRange = await findOutOfRange(tx, { versionId, changeId }, 1);
    if (outOfRange !== null) return refuse({ code: 'CHANGE_RANGE', params: outOfRange });
    await applyChange(tx, { versionId, changeId }, 1);
  }
  await touchVersion(tx, versionId, null);
  await tx.audit({
    action: 'plan_change.brought_in',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { changeId, kind, cells: lineIds.length, result: decided.value },
  });
  return ok({ id: changeId, result: decided.value, version: 1 });
}
