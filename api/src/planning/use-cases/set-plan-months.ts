import type { PlanLineChanged, SetPlanMonths } from '@etatlotse/contracts/planning';
import { checkPhasing, phasingOf } from '@etatlotse/domain/budget';
import { cents, type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findAmountCents, type PlanCell, writeMonths } from '../plan-remark.repository';
import { lockVersion } from '../plan-version.repository';

type SetPlanMonthsRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'PLAN_MONTHS_SUPERSEDED'>
  | Refusal<'PLAN_MONTHS_NO_AMOUNT', { readonly fiscalYear: number }>
  | Refusal<'PLAN_MONTHS_TWELVE'>
  | Refusal<'PLAN_MONTHS_SIGN'>
  | Refusal<'PLAN_MONTHS_SUM', { readonly missingCents: number }>
  | Refusal<'PLAN_SHARES_SUM'>;

/**
 * Sets how the year's amount of a line falls into months. The council decides on years; so months may change as long as
 * the version has not been replaced by another one, also while it is in force.
 */
export async function setPlanMonths(
  tx: Transaction,
  cell: PlanCell,
  wanted: SetPlanMonths,
): Promise<Outcome<PlanLineChanged, SetPlanMonthsRefusal>> {
  const version = await lockVersion(tx, cell.versionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.state === 'superseded') return refuse({ code: 'PLAN_MONTHS_SUPERSEDED', params: {} });
  const yearCents = await findAmountCents(tx, cell);
  const { lineId, fiscalYear } = cell;
  if (yearCents === null) return refuse({ code: 'PLAN_MONTHS_NO_AMOUNT', params: { fiscalYear } });
  const refusal = checkMonths(yearCents, wanted);
  if (refusal !== null) return refuse(refusal);
  const months = wanted.kind === 'equal' ? [] : wanted.months;
  if (!(await writeMonths(tx, cell, { kind: wanted.kind, months }, wanted.version))) {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  await tx.audit({
    action: 'plan_version.months_set',
    subjectType: 'plan_version',
    subjectId: cell.versionId,
    detail: { lineId, fiscalYear, kind: wanted.kind, months },
  });
  return ok({ version: wanted.version + 1 });
}

function checkMonths(yearCents: number, { kind, months }: SetPlanMonths): SetPlanMonthsRefusal | null {
  const phasing = phasingOf(kind, months);
  const wrong = phasing === null ? null : checkPhasing(cents(yearCents), phasing);
  switch (wrong?.code) {
    case undefined:
      return null;
    case 'PHASING_MONTHS':
      return { code: 'PLAN_MONTHS_TWELVE', params: {} };
    case 'PHASING_SIGN':
      return { code: 'PLAN_MONTHS_SIGN', params: {} };
    case 'PHASING_SUM':
      return kind === 'amounts'
        ? { code: 'PLAN_MONTHS_SUM', params: { missingCents: wrong?.missing ?? 0 } }
        : { code: 'PLAN_SHARES_SUM', params: {} };
  }
}
