import {
  isRuleSettingKey,
  ruleSettingInForce,
  type RuleSettings,
  type RuleSettingKey,
  ruleSettingsOf,
  type RuleSettingVersion,
} from '@etatlotse/domain/authority';
import { fiscalYear as toFiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

interface SettingRow {
  readonly key: string;
  readonly valid_from: number;
  readonly value: unknown;
  readonly recorded_at: string;
}

/** The local thresholds and settings as they hold in a fiscal year: the only way in which features read them. */
export async function ruleSettings(tx: Transaction, fiscalYear: number): Promise<RuleSettings> {
  const rows = await tx.query<SettingRow>(
    `SELECT key, valid_from, value, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || setting_id AS recorded_at
     FROM rule_setting WHERE tenant_id = $1 AND valid_from <= $2`,
    [tx.tenantId, fiscalYear],
  );
  return ruleSettingsOf(versionsOf(rows), toFiscalYear(fiscalYear));
}

/** A decision of the city on one rule, for pages that show where a value comes from. */
export interface RuleDecision {
  readonly value: unknown;
  readonly validFrom: number;
  readonly source: string;
}

/** What the city decided about one rule for each of these years; a year without a decision is not in the answer. */
export async function ruleDecisions(
  tx: Transaction,
  key: RuleSettingKey,
  years: readonly number[],
): Promise<ReadonlyMap<number, RuleDecision>> {
  const rows = await tx.query<SettingRow & { readonly source: string }>(
    `SELECT key, valid_from, value, source,
       to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || setting_id AS recorded_at
     FROM rule_setting WHERE tenant_id = $1 AND key = $2`,
    [tx.tenantId, key],
  );
  const versions = versionsOf(rows);
  return new Map(
    years.flatMap((year) => {
      const inForce = ruleSettingInForce(versions, key, toFiscalYear(year));
      const row = rows.find(({ recorded_at }) => recorded_at === inForce?.recordedAt);
      if (inForce === null || row === undefined) return [];
      return [[year, { value: inForce.value, validFrom: inForce.validFrom, source: row.source }] as const];
    }),
  );
}

function versionsOf(rows: readonly SettingRow[]): RuleSettingVersion[] {
  return rows.flatMap(({ key, valid_from, value, recorded_at }) =>
    isRuleSettingKey(key) ? [{ key, validFrom: toFiscalYear(valid_from), value, recordedAt: recorded_at }] : [],
  );
}

/** A value that two people agreed on, before it is stored. */
export interface NewRuleSetting {
  readonly key: RuleSettingKey;
  readonly validFrom: number;
  readonly value: unknown;
  readonly source: string;
  readonly reason: string;
  /** Names the two people. */
  readonly approvalId: string;
}

export async function insertRuleSetting(tx: Transaction, setting: NewRuleSetting): Promise<string> {
  const settingId = tx.nextId();
  await tx.execute(
    `INSERT INTO rule_setting (tenant_id, setting_id, key, valid_from, value, source, reason, approval_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenantId,
      settingId,
      setting.key,
      setting.validFrom,
      JSON.stringify(setting.value),
      setting.source,
      setting.reason,
      setting.approvalId,
      tx.now,
    ],
  );
  return settingId;
}
