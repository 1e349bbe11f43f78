import type { Approval } from '@etatlotse/contracts/approval/plain';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { approvalLabels } from './approval.labels';

type Words = Readonly<Record<string, unknown>>;

/** What the booking would do, in the order in which somebody checks it: what, how much, for what, from whom, when. */
export function largeBookingFacts(request: Approval['request']): Fact[] {
  const { terms, deeds } = approvalLabels();
  const said = wordsOf(request['booking'] ?? request['order'] ?? request['request']);
  const text = (key: string): string => (typeof said[key] === 'string' ? said[key] : '');
  const deed = (deeds as Readonly<Record<string, string | undefined>>)[text('kind') || text('opening') || text('step')];
  const day = text('bookedOn') || text('orderedOn');
  const { orderNumber } = request;
  return [
    { term: terms.deed, text: deed ?? '' },
    { term: terms.amount, text: typeof said['amountCents'] === 'number' ? formatEuro(said['amountCents']) : '' },
    { term: terms.order, text: typeof orderNumber === 'string' ? orderNumber : text('number') },
    { term: terms.purpose, text: text('subject') || text('text') },
    { term: terms.supplier, text: text('supplier') },
    { term: terms.invoice, text: text('documentNumber') },
    { term: terms.bookedOn, text: day === '' ? '' : formatDate(day) },
  ].filter((fact) => fact.text !== '');
}

function wordsOf(value: unknown): Words {
  return typeof value === 'object' && value !== null ? (value as Words) : {};
}
