import { type Cents, MAX_AMOUNT_CENTS, cents, scaleCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import { type LowValueRule, rulePackFor } from './rule-pack';

/** What a unit price that is exactly the limit means. The sources do not say, so a person answers; until then it is asked. */
export const LIMIT_ANSWERS = ['ask', 'within', 'outside'] as const;
export type LimitAnswer = (typeof LIMIT_ANSWERS)[number];

/** The low-value rule as a city has confirmed it (R19): the range, the account, and what its two limits mean. */
export interface LowValueSetting extends LowValueRule {
  readonly lower: LimitAnswer;
  readonly upper: LimitAnswer;
}

/** The rule of a year: the city's own, else that of the law as an example whose limits are asked. */
export function lowValueRuleOf(year: FiscalYear, own: LowValueSetting | null): LowValueSetting {
  return own ?? { ...rulePackFor(year).lowValue, lower: 'ask', upper: 'ask' };
}

const SETTING_KEYS = ['fromNetCents', 'toNetCents', 'budgetedAs', 'exampleAccount', 'lower', 'upper'];
const LONGEST_ACCOUNT = 20;

/** Whether raw input is a whole low-value rule. */
export function isLowValueSetting(value: unknown): value is LowValueSetting {
  if (typeof value !== 'object' || value === null) return false;
  const { fromNetCents, toNetCents, budgetedAs, exampleAccount, lower, upper } = value as Partial<LowValueSetting>;
  return (
    Object.keys(value).every((key) => SETTING_KEYS.includes(key)) &&
    isPrice(fromNetCents) &&
    isPrice(toNetCents) &&
    fromNetCents < toNetCents &&
    (budgetedAs === 'expense' || budgetedAs === 'investment') &&
    typeof exampleAccount === 'string' &&
    /^[0-9A-Za-z.]+$/.test(exampleAccount) &&
    exampleAccount.length <= LONGEST_ACCOUNT &&
    LIMIT_ANSWERS.some((one) => one === lower) &&
    LIMIT_ANSWERS.some((one) => one === upper)
  );
}

function isPrice(value: unknown): value is Cents {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT_CENTS;
}

/** How a thing is budgeted; `ask`: a person has to say, the program never guesses. */
export const ACCOUNT_KINDS = ['expense', 'investment', 'ask'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Why it is budgeted like that. */
export type ClassReason = 'below' | 'within' | 'above' | 'lower_limit' | 'upper_limit' | 'not_standalone' | 'answered';

export interface DeviceClass {
  readonly as: AccountKind;
  readonly reason: ClassReason;
  /** Example account; null where the rule names none. */
  readonly account: string | null;
}

/** What decides on the class of a thing: its net unit price, whether it can be used on its own, and what a person said. */
export interface ClassFacts {
  readonly netUnitCents: Cents;
  readonly isStandalone: boolean;
  /** Finance's answer where the rule leaves it open; null while nobody has answered. */
  readonly answer: Exclude<AccountKind, 'ask'> | null;
}

/**
 * Expense or investment (R19, T19). The limits test the net unit price. What cannot be used on its own (docks, most
 * monitors) is no low-value asset, and a price exactly on a limit is not settled by the sources: both are asked.
 */
export function classifyDevice({ netUnitCents, isStandalone, answer }: ClassFacts, rule: LowValueSetting): DeviceClass {
  if (!isStandalone) return asked('not_standalone', answer);
  if (netUnitCents === rule.fromNetCents && rule.lower === 'ask') return asked('lower_limit', answer);
  if (netUnitCents === rule.toNetCents && rule.upper === 'ask') return asked('upper_limit', answer);
  const isBelow = rule.lower === 'outside' ? netUnitCents <= rule.fromNetCents : netUnitCents < rule.fromNetCents;
  if (isBelow) return { as: 'expense', reason: 'below', account: null };
  const isAbove = rule.upper === 'outside' ? netUnitCents >= rule.toNetCents : netUnitCents > rule.toNetCents;
  return isAbove
    ? { as: 'investment', reason: 'above', account: null }
    : { as: rule.budgetedAs, reason: 'within', account: rule.exampleAccount };
}

function asked(reason: ClassReason, answer: ClassFacts['answer']): DeviceClass {
  return answer === null ? { as: 'ask', reason, account: null } : { as: answer, reason: 'answered', account: null };
}

/** What a purchase takes from the budget. */
export interface Burden {
  readonly netCents: Cents;
  readonly grossCents: Cents;
}

/** The budget bears the gross amount, because the city deducts no input tax (T19); rounded once for the whole quantity. */
export function burdenOf(quantity: number, netUnitCents: Cents, vatBasisPoints: number): Burden {
  const netCents = cents(quantity * netUnitCents);
  return { netCents, grossCents: scaleCents(netCents, WHOLE_BASIS_POINTS + vatBasisPoints, WHOLE_BASIS_POINTS) };
}
