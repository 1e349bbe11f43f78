import type { Approval } from '@etatlotse/contracts/approval/plain';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { approvalLabels } from './approval.labels';

/** A step of a grant that changes the authority: what happened, how much, and what it does to the lines (T8). */
export function earmarkFacts(request: Approval['request']): Fact[] {
  const { terms, earmarkSteps } = approvalLabels();
  const step = (earmarkSteps as Readonly<Record<string, string | undefined>>)[textOf(request['step'])];
  return filled([
    { term: terms.giver, text: textOf(request['giver']) },
    { term: terms.deed, text: step ?? '' },
    { term: terms.amount, text: euroOf(request['amountCents']) },
    { term: terms.authority, text: euroOf(request['authorityCents'], true) },
    { term: terms.document, text: textOf(request['documentNumber']) },
    { term: terms.bookedOn, text: dayOf(request['happenedOn']) },
  ]);
}

/** A commitment authority with a decision of its own: its slices, its sum, and the decision. */
export function commitmentFacts(request: Approval['request']): Fact[] {
  const { terms } = approvalLabels();
  const slices = Array.isArray(request['slices']) ? (request['slices'] as readonly Slice[]) : [];
  return filled([
    { term: terms.amount, text: euroOf(request['totalCents']) },
    { term: terms.slices, text: slices.map((slice) => `${slice.fiscalYear}: ${euroOf(slice.amountCents)}`).join('; ') },
    { term: terms.document, text: textOf(request['decisionDocument']) },
    { term: terms.decidedOn, text: dayOf(request['decidedOn']) },
  ]);
}

interface Slice {
  readonly fiscalYear: number;
  readonly amountCents: number;
}

const filled = (facts: readonly Fact[]): Fact[] => facts.filter(({ text }) => text !== '');
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const dayOf = (value: unknown): string => (typeof value === 'string' ? formatDate(value) : '');
const euroOf = (value: unknown, isSigned = false): string =>
  typeof value === 'number' ? formatEuro(value, isSigned) : '';
