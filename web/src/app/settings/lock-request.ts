import type { Approval } from '@etatlotse/contracts/approval/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { approvalLabels } from './approval.labels';

/** A lock or its lifting: how much on how many lines, what of it cannot be realised, and whose order it is. */
export function lockFacts({ action, request }: Approval): Fact[] {
  const { terms } = approvalLabels();
  const number = (key: string): number => (typeof request[key] === 'number' ? request[key] : 0);
  const text = (key: string): string => (typeof request[key] === 'string' ? request[key] : '');
  const unrealisable = number('unrealisableCents');
  return [
    { term: terms.fiscalYear, text: String(number('fiscalYear')) },
    { term: action === 'lock.set' ? terms.locked : terms.lifted, text: formatEuro(number('amountCents')) },
    ...(unrealisable > 0 ? [{ term: terms.unrealisable, text: formatEuro(unrealisable) }] : []),
    { term: terms.lines, text: formatNumber(number('lines')) },
    { term: terms.orderedBy, text: text('decidedBy') },
    { term: terms.orderedOn, text: formatDate(text('decidedOn')) },
    { term: terms.orderDocument, text: text('document') },
  ];
}
