import type { CreatePlanVersion, PlanVersionChanged } from '@etatlotse/contracts/planning';
import {
  type Outcome,
  type PlanYears,
  type Refusal,
  fiscalYear,
  ok,
  planningWindow,
  planYears,
  refuse,
} from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findYears } from '../fiscal-year.repository';
import { copyAmounts } from '../plan-amount.repository';
import { findVersion, insertVersion } from '../plan-version.repository';

type CreatePlanVersionRefusal =
  | Refusal<'YEAR_INVALID'>
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'PLAN_YEARS_DIFFER', { readonly fiscalYear: number } & PlanYears>
  | Refusal<'PLAN_SOURCE_UNKNOWN'>
  | Refusal<'PLAN_SOURCE_NEEDED'>
  | Refusal<'PLAN_NAME_TAKEN', { readonly name: string }>;

/**
 * Starts a version: empty, or with the amounts of another one for the years of the new window (R12), so that the
 * medium-term figures of the last plan become the first draft of the next.
 */
export async function createPlanVersion(
  tx: Transaction,
  request: CreatePlanVersion,
): Promise<Outcome<PlanVersionChanged, CreatePlanVersionRefusal>> {
  const years = await checkYears(tx, request);
  if (!years.ok) return years;
  const plan = years.value;
  const copyFromId = request.copyFromId ?? null;
  const source = copyFromId === null ? null : await findVersion(tx, copyFromId);
  if (copyFromId !== null && source === null) return refuse({ code: 'PLAN_SOURCE_UNKNOWN', params: {} });
  if (request.kind === 'supplementary' && source?.plan.firstYear !== plan.firstYear) {
    return refuse({ code: 'PLAN_SOURCE_NEEDED', params: {} });
  }
  const versionId = tx.nextId();
  const draft = { versionId, name: request.name, kind: request.kind, plan, basedOnId: copyFromId };
  if (!(await insertVersion(tx, draft))) return refuse({ code: 'PLAN_NAME_TAKEN', params: { name: request.name } });
  await tx.limitStatementsTo(COPY_LIMIT_MS);
  const copied =
    copyFromId === null
      ? 0
      : await copyAmounts(tx, {
          fromId: copyFromId,
          toId: versionId,
          years: planningWindow(plan),
          laterYears: request.laterYears ?? 'leave_empty',
        });
  await tx.audit({
    action: 'plan_version.created',
    subjectType: 'plan_version',
    subjectId: versionId,
    detail: { kind: request.kind, ...plan, copyFromId, copiedAmounts: copied },
  });
  return ok({ id: versionId, version: 1, state: 'draft', approvalId: null });
}

/** The plan years, which must be set up and be exactly the years of one budget. */
async function checkYears(
  tx: Transaction,
  request: CreatePlanVersion,
): Promise<Outcome<PlanYears, CreatePlanVersionRefusal>> {
  const lastYear = request.firstYear + (request.isTwoYears ? 1 : 0);
  if (lastYear > LAST_PLAN_YEAR || request.firstYear <= FIRST_YEAR) return refuse({ code: 'YEAR_INVALID', params: {} });
  const plan = planYears(fiscalYear(request.firstYear), fiscalYear(lastYear));
  const wanted = [...new Set([plan.firstYear, plan.lastYear])];
  const known = await findYears(tx, wanted);
  const unknown = wanted.find((year) => !known.some((record) => record.fiscalYear === year));
  if (unknown !== undefined) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear: unknown } });
  const other = known.find(
    (record) => record.plan.firstYear !== plan.firstYear || record.plan.lastYear !== plan.lastYear,
  );
  return other === undefined
    ? ok(plan)
    : refuse({ code: 'PLAN_YEARS_DIFFER', params: { fiscalYear: other.fiscalYear, ...other.plan } });
}

/** A whole city has some 40,000 amounts. */
const COPY_LIMIT_MS = 25_000;

/** The window reaches from the year before to three years after (R12), and the calendar of the program ends at both sides. */
const FIRST_YEAR = 1900;
const LAST_PLAN_YEAR = 2196;
