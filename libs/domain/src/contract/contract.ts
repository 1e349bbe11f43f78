import type { PlainDate } from '../shared/plain-date';

/** What a contract is about. `line` is a telephone or data line, whose fees are reckoned by site and network. */
export const CONTRACT_KINDS = ['licence', 'maintenance', 'service', 'line', 'other'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** What is counted and paid for. */
export const CONTRACT_METRICS = ['workplaces', 'users', 'lines', 'flat'] as const;
export type ContractMetric = (typeof CONTRACT_METRICS)[number];

/** What a unit price buys: a month, a year (from the start of the contract), or the whole term. */
export const PRICE_PERIODS = ['month', 'year', 'term'] as const;
export type PricePeriod = (typeof PRICE_PERIODS)[number];

export const PRICE_BASES = ['net', 'gross'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** How a price is divided where a period reaches into two fiscal years: by months of the contract, or by days. */
export const PRORATIONS = ['month', 'day'] as const;
export type Proration = (typeof PRORATIONS)[number];

/** When it is paid, always in advance; `once` is at the start for the whole term. */
export const PAYMENT_RHYTHMS = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'once'] as const;
export type PaymentRhythm = (typeof PAYMENT_RHYTHMS)[number];

export const NOTICE_UNITS = ['days', 'months'] as const;
export type NoticeUnit = (typeof NOTICE_UNITS)[number];

/** The day to which notice can be given. `term_end` is the end of the agreed term, or of a renewal. */
export const NOTICE_TARGETS = ['term_end', 'month_end', 'quarter_end', 'half_year_end', 'year_end'] as const;
export type NoticeTarget = (typeof NOTICE_TARGETS)[number];

/** Value added tax on services to others (§ 2b UStG): a question to a person, never a default. */
export const VAT_ANSWERS = ['open', 'taxable', 'not_taxable'] as const;
export type VatAnswer = (typeof VAT_ANSWERS)[number];

/** How notice is given: how long before, and to which day. */
export interface NoticeRule {
  readonly length: number;
  readonly unit: NoticeUnit;
  readonly to: NoticeTarget;
}

/** When a contract runs and how it can end. */
export interface ContractTerm {
  readonly startsOn: PlainDate;
  /** Last day of the agreed term; null: open-ended. */
  readonly endsOn: PlainDate | null;
  /** Minimum term in months; before it is over no notice takes effect. */
  readonly minimumMonths: number | null;
  /** Null: it ends on its day and cannot be ended before. */
  readonly notice: NoticeRule | null;
  /** Months by which it goes on each time nobody gives notice; null: it does not. */
  readonly renewalMonths: number | null;
  /** Last day because notice was given or because the parties agreed; null while neither has happened. */
  readonly stoppedOn: PlainDate | null;
}

/** From a day on another price or another quantity. */
export interface PriceStep {
  readonly validFrom: PlainDate;
  readonly quantity: number;
  readonly unitPriceMicros: number;
}

/** Yearly rise of the price (R27): the rate in hundredths of a percent and the day of the first rise. */
export interface PriceIndexation {
  readonly basisPoints: number;
  readonly firstOn: PlainDate;
}

/** What a contract costs. Prices are in millionths of the currency, because a minute may cost less than a cent. */
export interface ContractPrice {
  readonly quantity: number;
  readonly unitPriceMicros: number;
  readonly period: PricePeriod;
  readonly basis: PriceBasis;
  readonly vatBasisPoints: number;
  readonly proration: Proration;
  readonly rhythm: PaymentRhythm;
  readonly steps: readonly PriceStep[];
  readonly indexation: PriceIndexation | null;
}

/** Everything that costs and dates are reckoned from. */
export interface ContractFacts {
  readonly term: ContractTerm;
  readonly price: ContractPrice;
}
