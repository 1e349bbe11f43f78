import { classifyDevice, type ClassReason, type LowValueSetting } from '../budget/low-value';
import { type Cents, ZERO_CENTS, cents, scaleCents, splitCents, sumCents } from '../shared/cents';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';
import type { DemandItem, DemandItemKind } from './demand';
import { itemInYear } from './demand-cost';

/** How an item is budgeted; `ask`: the sources leave it open, finance has to say. */
export const ACCOUNTED_AS = ['expense', 'investment', 'ask'] as const;
export type AccountedAs = (typeof ACCOUNTED_AS)[number];

/** What finance has said about an item where the program proposed something else or asked. */
export interface AccountingDecision {
  readonly as: Exclude<AccountedAs, 'ask'>;
  readonly reason: string;
}

/** What decides beside the item itself. */
export interface AccountingRules {
  readonly lowValue: LowValueSetting;
  /** Expected months of use of what is bought, by kind; examples until the city confirms its own table. */
  readonly lifeMonths: Readonly<Partial<Record<DemandItemKind, number>>>;
  /** From which sum on an investment needs a comparison of alternatives (R18); null: never. */
  readonly comparisonFromCents: Cents | null;
  readonly planYears: readonly number[];
}

/** One reason of a proposal, in the order in which they were met, with the rule behind it. */
export type AccountingReason =
  | {
      readonly code: 'device';
      readonly reason: ClassReason;
      readonly netUnitCents: Cents;
      readonly fromCents: Cents;
      readonly toCents: Cents;
    }
  | { readonly code: 'licence_term' }
  | { readonly code: 'licence_lasting'; readonly toCents: Cents }
  | { readonly code: 'consumed'; readonly kind: DemandItemKind }
  | { readonly code: 'services_with_investment' }
  | { readonly code: 'decided'; readonly reason: string }
  | { readonly code: 'gross'; readonly vatBasisPoints: number }
  | { readonly code: 'depreciation'; readonly months: number }
  | { readonly code: 'accrual'; readonly months: number }
  | { readonly code: 'at_once' }
  | { readonly code: 'price_unknown' };

/** What an item does to the two sides of the budget in a year: expense of the year, and payment of the year. */
export interface AccountingYear {
  readonly fiscalYear: number;
  /** Ergebnishaushalt: expense, or depreciation of an investment. */
  readonly resultCents: Cents;
  /** Finanzhaushalt: what is paid. */
  readonly paymentCents: Cents;
}

/** The proposal for one item. */
export interface ItemAccounting {
  readonly itemId: string;
  /** What the program proposes. */
  readonly proposed: AccountedAs;
  /** What counts: the proposal, or what finance decided. */
  readonly as: AccountedAs;
  /** Example account of the low-value rule; null where no rule names one: the account follows from the line that is chosen. */
  readonly account: string | null;
  readonly netCents: Cents | null;
  readonly grossCents: Cents | null;
  readonly years: readonly AccountingYear[];
  readonly reasons: readonly AccountingReason[];
}

/** What an item says about its use; both are asked in the form where they matter. */
export interface AccountingFacts {
  /** A thing that can be used by itself: a notebook can, a dock or most monitors cannot. */
  readonly isStandalone: boolean;
  /** Months that one payment pays for, for example a licence bought for three years; null: a year or less. */
  readonly paidMonths: number | null;
}

/** Proposes how an item is budgeted and says why. Nothing is guessed: what the sources leave open is `ask`. */
export function accountItem(
  item: DemandItem,
  facts: AccountingFacts,
  {
    rules,
    decision = null,
    isWithInvestment = false,
  }: {
    readonly rules: AccountingRules;
    readonly decision?: AccountingDecision | null;
    /** Whether the demand invests in something that services could be part of. */
    readonly isWithInvestment?: boolean;
  },
): ItemAccounting {
  const { proposed, account, reasons } = classOf(item, facts, rules, isWithInvestment);
  const as = decision?.as ?? proposed;
  const first = itemInYear(item, item.fromYear);
  const life = as === 'investment' ? (rules.lifeMonths[item.kind] ?? null) : facts.paidMonths;
  const spread = spreadOf(item, as, life);
  return {
    itemId: item.id,
    proposed,
    as,
    account: as === proposed ? account : null,
    netCents: first?.netCents ?? null,
    grossCents: first?.grossCents ?? null,
    years: yearsOf(item, spread, rules.planYears),
    reasons: [
      ...reasons,
      ...(decision === null ? [] : [{ code: 'decided', reason: decision.reason } as const]),
      ...((first?.grossCents ?? null) === null
        ? [{ code: 'price_unknown' } as const]
        : [{ code: 'gross', vatBasisPoints: item.vatBasisPoints } as const, spread.reason]),
    ],
  };
}

type ClassProposal = Pick<ItemAccounting, 'proposed' | 'account'> & { readonly reasons: readonly AccountingReason[] };

function classOf(
  item: DemandItem,
  { isStandalone }: AccountingFacts,
  { lowValue }: AccountingRules,
  isWithInvestment: boolean,
): ClassProposal {
  if (item.kind === 'device') {
    const netUnitCents = netUnitOf(item);
    if (netUnitCents === null) return { proposed: 'ask', account: null, reasons: [] };
    const found = classifyDevice({ netUnitCents, isStandalone, answer: null }, lowValue);
    const { fromNetCents: fromCents, toNetCents: toCents } = lowValue;
    return {
      proposed: found.as,
      account: found.account,
      reasons: [{ code: 'device', reason: found.reason, netUnitCents, fromCents, toCents }],
    };
  }
  if (item.kind === 'licence' && item.rhythm === 'one_off') {
    const netUnitCents = netUnitOf(item);
    if (netUnitCents !== null && netUnitCents > lowValue.toNetCents) {
      return { proposed: 'ask', account: null, reasons: [{ code: 'licence_lasting', toCents: lowValue.toNetCents }] };
    }
  }
  if (item.kind === 'licence') return { proposed: 'expense', account: null, reasons: [{ code: 'licence_term' }] };
  if (item.kind === 'services' && item.rhythm === 'one_off' && isWithInvestment) {
    return { proposed: 'ask', account: null, reasons: [{ code: 'services_with_investment' }] };
  }
  return { proposed: 'expense', account: null, reasons: [{ code: 'consumed', kind: item.kind }] };
}

/** The limit tests the net unit price (R19); a gross price is brought back to net, rounded once. */
export function netUnitOf({
  unitPriceCents,
  basis,
  vatBasisPoints,
}: Pick<DemandItem, 'unitPriceCents' | 'basis' | 'vatBasisPoints'>): Cents | null {
  if (unitPriceCents === null) return null;
  return basis === 'net'
    ? cents(unitPriceCents)
    : scaleCents(cents(unitPriceCents), WHOLE_BASIS_POINTS, WHOLE_BASIS_POINTS + vatBasisPoints);
}

interface Spread {
  /** Months over which a payment is expense; 0: in the year of the payment. */
  readonly months: number;
  readonly reason: AccountingReason;
}

function spreadOf(item: DemandItem, as: AccountedAs, life: number | null): Spread {
  if (as === 'investment' && life !== null && life > 0)
    return { months: life, reason: { code: 'depreciation', months: life } };
  if (as !== 'investment' && life !== null && life > 12 - item.month + 1) {
    return { months: life, reason: { code: 'accrual', months: life } };
  }
  return { months: 0, reason: { code: 'at_once' } };
}

/** Every payment of an item in its year, spread over the months that it pays for or lasts. */
function yearsOf(item: DemandItem, { months }: Spread, planYears: readonly number[]): AccountingYear[] {
  const last = Math.max(...planYears, item.fromYear);
  const result = new Map<number, Cents>();
  const payment = new Map<number, Cents>();
  for (let year = item.fromYear; year <= (item.rhythm === 'one_off' ? item.fromYear : last); year++) {
    const paidCents = itemInYear(item, year)?.grossCents ?? null;
    if (paidCents === null) continue;
    add(payment, year, paidCents);
    const parts =
      months === 0
        ? [{ fiscalYear: year, amountCents: paidCents }]
        : spreadMonths(paidCents, { year, month: item.month, months });
    for (const { fiscalYear, amountCents } of parts) add(result, fiscalYear, amountCents);
  }
  return [...new Set([...result.keys(), ...payment.keys()])]
    .sort((a, b) => a - b)
    .map((fiscalYear) => ({
      fiscalYear,
      resultCents: result.get(fiscalYear) ?? ZERO_CENTS,
      paymentCents: payment.get(fiscalYear) ?? ZERO_CENTS,
    }));
}

function add(years: Map<number, Cents>, year: number, amountCents: Cents): void {
  years.set(year, cents((years.get(year) ?? 0) + amountCents));
}

/**
 * Depreciation and accrual are the same arithmetic (R20): equal months from the first one on, put together by year, the parts always
 * summing to the whole (T20a, T20b).
 */
export function spreadMonths(
  amountCents: Cents,
  { year, month, months }: { readonly year: number; readonly month: number; readonly months: number },
): { readonly fiscalYear: number; readonly amountCents: Cents }[] {
  const weights: number[] = [];
  for (let at = 0; at < months; at++) {
    const offset = Math.floor((month - 1 + at) / 12);
    weights[offset] = (weights[offset] ?? 0) + 1;
  }
  const shares = splitCents(amountCents, weights);
  return shares.map((share, offset) => ({ fiscalYear: year + offset, amountCents: share }));
}

/** A paper or an authority that a demand needs beside the money, with the rule. */
export type AccountingDuty =
  | {
      readonly code: 'commitment_authority';
      readonly slices: readonly { readonly fiscalYear: number; readonly amountCents: Cents }[];
    }
  | {
      readonly code: 'bound_years';
      readonly slices: readonly { readonly fiscalYear: number; readonly amountCents: Cents }[];
    }
  | { readonly code: 'comparison'; readonly investmentCents: Cents; readonly fromCents: Cents }
  | { readonly code: 'follow_up'; readonly investmentCents: Cents };

/** A whole demand accounted: its items, the two sides year by year, what follows every year, and what is needed beside. */
export interface DemandAccounting {
  readonly items: readonly ItemAccounting[];
  readonly years: readonly AccountingYear[];
  readonly expenseCents: Cents;
  readonly investmentCents: Cents;
  /** What the demand costs every year once it is there, gross, in the last plan year. */
  readonly followUpCents: Cents;
  readonly open: number;
  readonly duties: readonly AccountingDuty[];
}

/** Puts the items of a demand together. */
export function accountDemand(
  items: readonly {
    readonly item: DemandItem;
    readonly facts: AccountingFacts;
    readonly decision: AccountingDecision | null;
  }[],
  rules: AccountingRules,
): DemandAccounting {
  const isWithInvestment = items.some(
    ({ item, facts, decision }) => (decision?.as ?? classOf(item, facts, rules, false).proposed) === 'investment',
  );
  const accounted = items.map(({ item, facts, decision }) =>
    accountItem(item, facts, { rules, decision, isWithInvestment }),
  );
  const investments = accounted.filter(({ as }) => as === 'investment');
  const investmentCents = paidCents(investments);
  return {
    items: accounted,
    years: sumYears(accounted),
    expenseCents: paidCents(accounted.filter(({ as }) => as === 'expense')),
    investmentCents,
    followUpCents: followUpOf(
      items.map(({ item }) => item),
      rules.planYears,
    ),
    open: accounted.filter(({ as }) => as === 'ask').length,
    duties: dutiesOf({ accounted, investments, investmentCents }, rules),
  };
}

const paidCents = (items: readonly ItemAccounting[]): Cents =>
  sumCents(items.flatMap(({ years }) => years.map(({ paymentCents }) => paymentCents)));

function sumYears(items: readonly ItemAccounting[]): AccountingYear[] {
  const years = [...new Set(items.flatMap((item) => item.years.map(({ fiscalYear }) => fiscalYear)))].sort(
    (a, b) => a - b,
  );
  const own = (fiscalYear: number) =>
    items.flatMap((item) => item.years.filter((year) => year.fiscalYear === fiscalYear));
  return years.map((fiscalYear) => ({
    fiscalYear,
    resultCents: sumCents(own(fiscalYear).map(({ resultCents }) => resultCents)),
    paymentCents: sumCents(own(fiscalYear).map(({ paymentCents }) => paymentCents)),
  }));
}

function followUpOf(items: readonly DemandItem[], planYears: readonly number[]): Cents {
  const last = Math.max(...planYears);
  const recurring = items.filter(({ rhythm }) => rhythm === 'recurring');
  return sumCents(recurring.map((item) => itemInYear(item, last)?.grossCents ?? ZERO_CENTS));
}

function dutiesOf(
  {
    accounted,
    investments,
    investmentCents,
  }: { accounted: readonly ItemAccounting[]; investments: readonly ItemAccounting[]; investmentCents: Cents },
  { comparisonFromCents }: AccountingRules,
): AccountingDuty[] {
  const later = laterPayments(investments);
  const bound = laterPayments(accounted.filter(({ as }) => as === 'expense'));
  return [
    ...(later.length > 0 ? [{ code: 'commitment_authority', slices: later } as const] : []),
    ...(bound.length > 0 ? [{ code: 'bound_years', slices: bound } as const] : []),
    ...(investmentCents === 0
      ? []
      : comparisonFromCents !== null && investmentCents >= comparisonFromCents
        ? [{ code: 'comparison', investmentCents, fromCents: comparisonFromCents } as const]
        : [{ code: 'follow_up', investmentCents } as const]),
  ];
}

/** Payments after the first year: what is ordered in the first binds the later ones. */
function laterPayments(items: readonly ItemAccounting[]): { fiscalYear: number; amountCents: Cents }[] {
  const years = sumYears(items).filter(({ paymentCents }) => paymentCents > 0);
  return years.slice(1).map(({ fiscalYear, paymentCents }) => ({ fiscalYear, amountCents: paymentCents }));
}
