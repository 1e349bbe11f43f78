import type { LowValueRule, RuleName } from '@etatlotse/domain/budget';
import type { RuleSettingDefinition, RuleSettingKey, SourceMark } from '@etatlotse/domain/authority';

/** The law and the local settings as they hold in one fiscal year. */
export interface RulesOfYear {
  readonly fiscalYear: number;
  /** The first year of the pack that holds. */
  readonly packFrom: number;
  readonly packCode: string;
  readonly citations: readonly { readonly rule: RuleName; readonly text: string }[];
  readonly lowValue: LowValueRule;
  readonly settings: readonly RuleSettingRow[];
  /** From this year on settings may be decided; what lies before is never rewritten. */
  readonly firstChangeableYear: number;
}

/** One setting with what holds in the year and everything that was ever decided about it. */
export interface RuleSettingRow {
  readonly key: RuleSettingKey;
  readonly form: RuleSettingDefinition['form'];
  readonly rule: RuleName;
  readonly value: unknown;
  /** How well the value is founded; null once the city has decided on one of its own. */
  readonly mark: SourceMark | null;
  readonly source: string;
  /** An example that the city has not confirmed. */
  readonly isExample: boolean;
  /** The decision that holds in the year; null while the default stands. */
  readonly decision: RuleDecisionRow | null;
  /** Newest year first. */
  readonly decisions: readonly RuleDecisionRow[];
  /** A change that waits for a second person. */
  readonly pendingApprovalId: string | null;
}

/** A value that two people decided on. */
export interface RuleDecisionRow {
  readonly id: string;
  readonly validFrom: number;
  readonly value: unknown;
  readonly source: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly confirmedBy: string;
  readonly recordedAt: string;
}

/** The answer to a change: it counts once a second person has confirmed it. */
export interface RuleChangeAsked {
  readonly approvalId: string;
}
