import { FromQueryNumber, IsFiscalYear, IsOneOf, IsShape, IsText } from '@etatlotse/contracts/input';
import { isRuleValue, RULE_SETTING_KEYS, type RuleSettingKey } from '@etatlotse/domain/authority';

export class RulesQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

const isValueOfAny = (value: unknown): boolean => RULE_SETTING_KEYS.some((key) => isRuleValue(key, value));

/** Asks for another value of a setting from a year on. The value also confirms an example when it is the same. */
export class ChangeRuleSetting {
  @IsOneOf(RULE_SETTING_KEYS) key: RuleSettingKey;
  @IsFiscalYear() validFrom: number;
  @IsShape(isValueOfAny, 'RULE_VALUE') value: unknown;
  /** Where the value stands: statute, service instruction, council decision. */
  @IsText({ max: 300 }) source: string;
  @IsText({ max: 500, multiline: true }) reason: string;
}
