import { Injectable } from '@nestjs/common';
import type { PlanCopyPreview, PlanCopyRecord, PreviewPlanCopy } from '@etatlotse/contracts/planning';
import { cents, type Outcome, type Refusal, ok, planningWindow, refuse } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { checkPlanYears, type CopyRefusal, copySource, indexCopy, type PlanYearsRefusal } from './plan-copy';
import { findVersion } from './plan-version.repository';
import { readWholeVersions } from './whole-version';

/** A whole city has some 40,000 amounts. */
const PREVIEW_LIMIT_MS = 15_000;

/** What a copy would hold, and how a version came about. */
@Injectable()
export class PlanCopyQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Sums before and after the rules, by the same steps as the copy itself. Nothing is written. */
  async preview(
    caller: Caller,
    question: PreviewPlanCopy,
  ): Promise<Outcome<PlanCopyPreview, PlanYearsRefusal | CopyRefusal | Refusal<'PLAN_SOURCE_UNKNOWN'>>> {
    return this.transactions.run(caller, async (tx) => {
      const years = await checkPlanYears(tx, question);
      if (!years.ok) return years;
      const plan = years.value;
      if ((await findVersion(tx, question.copyFromId)) === null) {
        return refuse({ code: 'PLAN_SOURCE_UNKNOWN', params: {} });
      }
      await readWholeVersions(tx, PREVIEW_LIMIT_MS);
      const source = copySource(question.copyFromId, plan, question.laterYears);
      const indexed = await indexCopy(tx, plan, source, question.rules);
      if (!indexed.ok) return indexed;
      const { lines, totals, rules } = indexed.value;
      return ok({
        years: planningWindow(plan),
        lines,
        totals: totals.map((total) => ({ ...total, differenceCents: cents(total.afterCents - total.beforeCents) })),
        rules: rules.map(({ effects }) => ({ effects })),
      });
    });
  }

  /** Null when there is no such version. */
  async record(caller: Caller, versionId: string): Promise<PlanCopyRecord | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ record: PlanCopyRecord }>(recordSql, [tx.tenantId, versionId]),
    );
    return row?.record ?? null;
  }
}

const recordSql = `
  SELECT json_build_object('createdBy', p.display_name, 'createdAt', v.created_at, 'basedOnId', v.based_on_id,
    'basedOnName', b.name, 'importId', v.import_id, 'fileName', i.file_name, 'laterYears', v.copied_later_years,
    'rules', (SELECT coalesce(json_agg(json_build_object('by', r.selected_by, 'value', r.selected_value, 'basis', r.basis,
        'rounding', r.rounding, 'rates', r.rates, 'effects', r.effects) ORDER BY r.place), '[]')
      FROM plan_version_rule r WHERE r.tenant_id = v.tenant_id AND r.version_id = v.version_id)) AS record
  FROM plan_version v
  LEFT JOIN person p ON p.tenant_id = v.tenant_id AND p.person_id = v.created_by
  LEFT JOIN plan_version b ON b.tenant_id = v.tenant_id AND b.version_id = v.based_on_id
  LEFT JOIN import_run i ON i.tenant_id = v.tenant_id AND i.import_id = v.import_id
  WHERE v.tenant_id = $1 AND v.version_id = $2`;
