import type { Approval } from '@etatlotse/contracts/approval/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { approvalLabels } from './approval.labels';

/** A new baseline: what the project would be measured by, and what it has been measured by so far. */
export function baselineFacts(request: Approval['request']): Fact[] {
  const { terms, instead } = approvalLabels();
  const money = (key: string): string | null => (typeof request[key] === 'number' ? formatEuro(request[key]) : null);
  const day = (key: string): string | null => (typeof request[key] === 'string' ? formatDate(request[key]) : null);
  const against = (value: string | null, before: string | null): string =>
    value === null || before === null || before === value ? (value ?? '') : instead(value, before);
  return [
    { term: terms.projectBudget, text: against(money('budgetCents'), money('currentBudgetCents')) },
    { term: terms.projectEnd, text: against(day('plannedEnd'), day('currentEnd')) },
    {
      term: terms.milestones,
      text: typeof request['milestones'] === 'number' ? formatNumber(request['milestones']) : '',
    },
    { term: terms.decidedOn, text: day('decidedOn') },
    { term: terms.document, text: typeof request['document'] === 'string' ? request['document'] : '' },
  ];
}
