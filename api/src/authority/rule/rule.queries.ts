import { Injectable } from '@nestjs/common';
import type { RuleDecisionRow, RuleSettingRow, RulesOfYear } from '@etatlotse/contracts/authority';
import {
  isExampleValue,
  RULE_SETTING_KEYS,
  RULE_SETTINGS,
  ruleSettingInForce,
  type RuleSettingKey,
} from '@etatlotse/domain/authority';
import { type RuleName, rulePackFor } from '@etatlotse/domain/budget';
import { fiscalYear as toFiscalYear } from '@etatlotse/domain/shared';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { CHANGE_RULE } from './use-cases/change-rule-setting';

interface DecisionRow extends RuleDecisionRow {
  readonly key: RuleSettingKey;
}

interface RulesRow {
  readonly decisions: readonly DecisionRow[];
  readonly pending: Readonly<Record<string, string>>;
}

/** The law in force in a year and the city's own settings, with everything ever decided about them. */
@Injectable()
export class RuleQueries {
  constructor(private readonly transactions: Transactions) {}

  async ofYear(caller: Caller, fiscalYear: number): Promise<RulesOfYear> {
    const { rows, runningYear } = await this.transactions.run(caller, async (tx) => ({
      rows: await tx.query<RulesRow>(rulesSql, [tx.tenantId, CHANGE_RULE]),
      runningYear: Number(tx.today.slice(0, 4)),
    }));
    const { decisions, pending } = rows[0] ?? { decisions: [], pending: {} };
    const pack = rulePackFor(toFiscalYear(fiscalYear));
    return {
      fiscalYear,
      packCode: pack.code,
      packFrom: pack.fromYear,
      citations: Object.entries(pack.citations).map(([rule, text]) => ({ rule: rule as RuleName, text })),
      lowValue: pack.lowValue,
      settings: RULE_SETTING_KEYS.map((key) =>
        rowOf(
          key,
          decisions.filter((decision) => decision.key === key),
          fiscalYear,
          pending[key] ?? null,
        ),
      ),
      firstChangeableYear: runningYear,
    };
  }
}

function rowOf(
  key: RuleSettingKey,
  decisions: readonly DecisionRow[],
  fiscalYear: number,
  pendingApprovalId: string | null,
): RuleSettingRow {
  const { form, rule, mark, source, defaultValue } = RULE_SETTINGS[key];
  const inForce = ruleSettingInForce(
    // Newest first, so the place tells which of two was recorded later.
    decisions.map((decision, at) => ({
      key,
      validFrom: toFiscalYear(decision.validFrom),
      value: decision.value,
      recordedAt: String(decisions.length - at).padStart(9, '0'),
    })),
    key,
    toFiscalYear(fiscalYear),
  );
  const decision = inForce === null ? null : decisions[decisions.length - Number(inForce.recordedAt)];
  const row = { key, form, rule, decisions, pendingApprovalId };
  return decision === null || decision === undefined
    ? { ...row, value: defaultValue, mark, source, isExample: isExampleValue(mark), decision: null }
    : { ...row, value: decision.value, mark: null, source: decision.source, isExample: false, decision };
}

const rulesSql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', s.setting_id, 'key', s.key, 'validFrom', s.valid_from,
        'value', s.value, 'source', s.source, 'reason', s.reason, 'recordedBy', r.display_name,
        'confirmedBy', coalesce(c.display_name, ''), 'recordedAt', s.recorded_at)
        ORDER BY s.valid_from DESC, s.recorded_at DESC, s.setting_id DESC), '[]')
      FROM rule_setting s
      JOIN approval a ON a.tenant_id = s.tenant_id AND a.approval_id = s.approval_id
      JOIN person r ON r.tenant_id = a.tenant_id AND r.person_id = a.requested_by
      LEFT JOIN person c ON c.tenant_id = a.tenant_id AND c.person_id = a.decided_by
      WHERE s.tenant_id = $1) AS decisions,
    (SELECT coalesce(json_object_agg(a.subject_id, a.approval_id), '{}') FROM approval a
      WHERE a.tenant_id = $1 AND a.action = $2 AND a.state = 'pending') AS pending`;
