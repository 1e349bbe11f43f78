import type { CreatePlanVersion, PlanVersionChanged } from '@etatlotse/contracts/planning';
import { type Outcome, type PlanYears, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkPlanYears, type CopyRefusal, copySource, indexCopy, type PlanYearsRefusal } from '../plan-copy';
import { copyAmounts, type CopySource, keepCopyRecord, writeIndexed } from '../plan-copy.repository';
import { copyNotes } from '../plan-remark.repository';
import { findVersion, insertVersion } from '../plan-version.repository';
import { readWholeVersions } from '../whole-version';

type CreatePlanVersionRefusal =
  | PlanYearsRefusal
  | CopyRefusal
  | Refusal<'PLAN_SOURCE_UNKNOWN'>
  | Refusal<'PLAN_SOURCE_NEEDED'>
  | Refusal<'PLAN_BASE_NOT_IN_FORCE'>
  | Refusal<'PLAN_RULES_NEED_SOURCE'>
  | Refusal<'PLAN_NAME_TAKEN', { readonly name: string }>;

/**
 * Starts a version: empty, or with the amounts of another one for the years of the new window (R12), so that the
 * medium-term figures of the last plan become the first draft of the next. Rules index what was copied, to the cent. A
 * supplementary budget starts from the plan that is in force, for it changes that one (R16).
 */
export async function createPlanVersion(
  tx: Transaction,
  request: CreatePlanVersion,
): Promise<Outcome<PlanVersionChanged, CreatePlanVersionRefusal>> {
  const years = await checkPlanYears(tx, request);
  if (!years.ok) return years;
  const plan = years.value;
  const copyFromId = request.copyFromId ?? null;
  const from = copyFromId === null ? null : await findVersion(tx, copyFromId);
  if (copyFromId !== null && from === null) return refuse({ code: 'PLAN_SOURCE_UNKNOWN', params: {} });
  if (request.kind === 'supplementary' && from?.plan.firstYear !== plan.firstYear) {
    return refuse({ code: 'PLAN_SOURCE_NEEDED', params: {} });
  }
  if (request.kind === 'supplementary' && from?.state !== 'in_force') {
    return refuse({ code: 'PLAN_BASE_NOT_IN_FORCE', params: {} });
  }
  if (copyFromId === null && (request.rules?.length ?? 0) > 0) {
    return refuse({ code: 'PLAN_RULES_NEED_SOURCE', params: {} });
  }
  const versionId = tx.nextId();
  const draft = { versionId, name: request.name, kind: request.kind, plan, basedOnId: copyFromId };
  if (!(await insertVersion(tx, draft))) return refuse({ code: 'PLAN_NAME_TAKEN', params: { name: request.name } });
  await readWholeVersions(tx, COPY_LIMIT_MS);
  const copied =
    copyFromId === null
      ? ok({ amounts: 0, indexed: 0 })
      : await copy(tx, versionId, plan, copySource(copyFromId, plan, request.laterYears), request.rules ?? []);
  if (!copied.ok) return copied;
  await tx.audit({
    action: 'plan_version.created',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: {
      kind: request.kind,
      ...plan,
      copyFromId,
      copiedAmounts: copied.value.amounts,
      rules: request.rules?.length ?? 0,
      indexedAmounts: copied.value.indexed,
    },
  });
  return ok({ id: versionId, version: 1, state: 'draft', approvalId: null });
}

async function copy(
  tx: Transaction,
  versionId: string,
  plan: PlanYears,
  source: CopySource,
  rules: NonNullable<CreatePlanVersion['rules']>,
): Promise<Outcome<{ readonly amounts: number; readonly indexed: number }, CopyRefusal>> {
  const amounts = await copyAmounts(tx, versionId, source);
  await copyNotes(tx, { fromId: source.fromId, toId: versionId, years: source.years });
  if (rules.length === 0) {
    await keepCopyRecord(tx, versionId, source.laterYears, []);
    return ok({ amounts, indexed: 0 });
  }
  const indexed = await indexCopy(tx, plan, source, rules);
  if (!indexed.ok) return indexed;
  await writeIndexed(tx, versionId, indexed.value.cells);
  await keepCopyRecord(tx, versionId, source.laterYears, indexed.value.rules);
  return ok({ amounts, indexed: indexed.value.cells.length });
}

/** A whole city has some 40,000 amounts. */
const COPY_LIMIT_MS = 25_000;
