import { type Cents, cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { PlainDate } from '../shared/plain-date';

/** Whom the city's IT offers something to. */
export const OFFER_RECIPIENTS = ['council_group', 'city_company'] as const;
export type OfferRecipient = (typeof OFFER_RECIPIENTS)[number];

export const OFFER_STATES = ['offered', 'accepted', 'running', 'done', 'declined'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Where an offer can go from each state. Done and declined are final. */
const NEXT: Readonly<Record<OfferState, readonly OfferState[]>> = {
  offered: ['accepted', 'declined'],
  accepted: ['running', 'declined'],
  running: ['done'],
  done: [],
  declined: [],
};

export const nextOfferStates = (state: OfferState): readonly OfferState[] => NEXT[state];

/** Whether cost that others refund is taxed (§ 2b UStG): a question to a person, never a default. */
export type OfferVatAnswer = 'open' | 'taxable' | 'not_taxable';

/** What an offer costs and brings back; `null` is unknown. */
export interface OfferMoney {
  readonly costCents: Cents | null;
  readonly recoveryCents: Cents | null;
  /** Null where nothing is refunded, so that there is nothing to tax. */
  readonly vatAnswer: OfferVatAnswer | null;
}

export type OfferStepRefusal =
  | Refusal<'OFFER_STEP', { readonly state: OfferState }>
  | Refusal<'OFFER_MONEY_UNKNOWN'>
  | Refusal<'OFFER_VAT_OPEN'>
  | Refusal<'OFFER_STEP_AHEAD'>;

/**
 * Whether an offer may take a step. Before work begins it is known what it costs and what comes back, and for money that comes
 * back somebody has answered the question of value added tax.
 */
export function decideOfferStep(
  state: OfferState,
  { to, happenedOn, today }: { readonly to: OfferState; readonly happenedOn: PlainDate; readonly today: PlainDate },
  money: OfferMoney,
): Outcome<null, OfferStepRefusal> {
  if (!NEXT[state].includes(to)) return refuse({ code: 'OFFER_STEP', params: { state } });
  if (happenedOn > today) return refuse({ code: 'OFFER_STEP_AHEAD', params: {} });
  return to === 'running' ? checkReady(money) : ok(null);
}

/** Whether work on an offer may go on with this money. */
export function checkReady({
  costCents,
  recoveryCents,
  vatAnswer,
}: OfferMoney): Outcome<null, Refusal<'OFFER_MONEY_UNKNOWN'> | Refusal<'OFFER_VAT_OPEN'>> {
  if (costCents === null || recoveryCents === null) return refuse({ code: 'OFFER_MONEY_UNKNOWN', params: {} });
  return recoveryCents > 0 && (vatAnswer === null || vatAnswer === 'open')
    ? refuse({ code: 'OFFER_VAT_OPEN', params: {} })
    : ok(null);
}

/** What stays with the city; null where cost or recovery are not known. Below zero the city earns. */
export function uncoveredOf({ costCents, recoveryCents }: OfferMoney): Cents | null {
  return costCents === null || recoveryCents === null ? null : cents(costCents - recoveryCents);
}

/** The question of value added tax is there where money comes back or may come back. */
export const isVatAsked = ({ recoveryCents }: Pick<OfferMoney, 'recoveryCents'>): boolean => recoveryCents !== 0;

export interface CountedOffer extends OfferMoney {
  readonly state: OfferState;
}

export interface OfferSummary {
  readonly count: number;
  /** Offered and not answered. */
  readonly open: number;
  readonly active: number;
  readonly vatOpen: number;
  /** Of the offers that were not declined and of which both amounts are known. */
  readonly costCents: Cents;
  readonly recoveryCents: Cents;
  readonly uncoveredCents: Cents;
  readonly unknown: number;
}

export function summarizeOffers(offers: readonly CountedOffer[]): OfferSummary {
  const live = offers.filter(({ state }) => state !== 'declined');
  const known = live.flatMap(({ costCents, recoveryCents }) =>
    costCents === null || recoveryCents === null ? [] : [{ costCents, recoveryCents }],
  );
  const costCents = sumCents(known.map((one) => one.costCents));
  const recoveryCents = sumCents(known.map((one) => one.recoveryCents));
  return {
    count: offers.length,
    open: offers.filter(({ state }) => state === 'offered').length,
    active: offers.filter(({ state }) => state === 'accepted' || state === 'running').length,
    vatOpen: live.filter(
      (offer) => isVatAsked(offer) && offer.vatAnswer !== 'taxable' && offer.vatAnswer !== 'not_taxable',
    ).length,
    costCents,
    recoveryCents,
    uncoveredCents: cents(costCents - recoveryCents),
    unknown: live.length - known.length,
  };
}
