import type { ChangeRuleSetting, RuleChangeAsked } from '@etatlotse/contracts/authority';
import { decideRuleSetting, type RuleSettingRefusal } from '@etatlotse/domain/authority';
import { fiscalYear as toFiscalYear, ok, type Outcome, type Refusal } from '@etatlotse/domain/shared';
import type { Approvals, PendingApproval } from '../../../approval';
import type { Transaction } from '../../../platform/database/transactions';
import { insertRuleSetting, ruleSettings } from '../rule-setting.repository';

/** The action that a second person decides on. */
export const CHANGE_RULE = 'rule_setting.change';

/** What a second person is asked to confirm, beside what held before. */
type WaitingChange = Omit<ChangeRuleSetting, 'reason'> & { readonly before: unknown };

/**
 * Asks for another value of a local threshold. The administration asks, because finance does not move its own limits; it
 * counts when a second person has confirmed it.
 */
export async function requestRuleChange(
  tx: Transaction,
  approvals: Approvals,
  change: ChangeRuleSetting,
): Promise<Outcome<RuleChangeAsked, RuleSettingRefusal | Refusal<'APPROVAL_PENDING'>>> {
  const decided = decide(tx, change);
  if (!decided.ok) return decided;
  const before = await ruleSettings(tx, change.validFrom);
  const { key, validFrom, value, source, reason } = change;
  return approvals.request(tx, {
    action: CHANGE_RULE,
    subjectType: 'rule_setting',
    subjectId: key,
    request: { key, validFrom, value, source, before: before[key] } satisfies WaitingChange,
    reason,
  });
}

/** The second person has confirmed: the value holds from its year on. The year may have become a past one meanwhile. */
export async function confirmRuleChange(
  tx: Transaction,
  approval: PendingApproval,
): Promise<Outcome<{ readonly id: string }, RuleSettingRefusal>> {
  const change = approval.request as unknown as WaitingChange;
  const decided = decide(tx, change);
  if (!decided.ok) return decided;
  const { key, validFrom, value, source } = change;
  const id = await insertRuleSetting(tx, {
    key,
    validFrom,
    value,
    source,
    reason: approval.reason,
    approvalId: approval.id,
  });
  await tx.audit({
    action: 'rule_setting.changed',
    subjectType: 'rule_setting',
    subjectId: key,
    detail: { validFrom, value, source, requestedBy: approval.requestedBy },
  });
  return ok({ id });
}

function decide(tx: Transaction, { key, validFrom, value }: WaitingChange | ChangeRuleSetting) {
  const runningYear = toFiscalYear(Number(tx.today.slice(0, 4)));
  return decideRuleSetting({ key, validFrom: toFiscalYear(validFrom), value }, runningYear);
}
