import { type Cents, ZERO_CENTS, cents } from '../shared/cents';

/** How what was paid stands against what the contracts of a line say. `open`: the year is not over, more may come. */
export const INVOICE_STATES = ['even', 'open', 'less', 'more'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

/** What the contracts of a line cost in a year, and what was paid on it. */
export interface InvoiceFacts {
  readonly expectedCents: Cents;
  readonly actualCents: Cents;
  readonly isYearOver: boolean;
}

/** The difference with its sign (paid less expected) and what it means. To the cent: there is no tolerance. */
export function checkInvoices(facts: InvoiceFacts): { readonly state: InvoiceState; readonly differenceCents: Cents } {
  const differenceCents = cents(facts.actualCents - facts.expectedCents);
  if (differenceCents === ZERO_CENTS) return { state: 'even', differenceCents };
  if (differenceCents > ZERO_CENTS) return { state: 'more', differenceCents };
  return { state: facts.isYearOver ? 'less' : 'open', differenceCents };
}
