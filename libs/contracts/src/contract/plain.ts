import type { ProcurementAdviceView } from '@etatlotse/contracts/procurement/plain';
import type { FrameCode, NetworkZone } from '@etatlotse/domain/budget';
import type {
  ContractKind,
  ContractMetric,
  InvoiceState,
  NoticeTarget,
  NoticeUnit,
  PaymentRhythm,
  PriceBasis,
  PriceChange,
  PricePeriod,
  Proration,
  VatAnswer,
} from '@etatlotse/domain/contract';

const CONTRACTS = '/api/v1/contracts';

/** Where contracts live on the wire. */
export const CONTRACT_PATHS = {
  contracts: CONTRACTS,
  deadlines: `${CONTRACTS}/deadlines`,
  calendar: (fiscalYear: number): string => `${CONTRACTS}/deadlines.ics?fiscalYear=${fiscalYear}`,
  endings: `${CONTRACTS}/endings`,
  fees: `${CONTRACTS}/fees`,
  invoices: `${CONTRACTS}/invoices`,
  contract: (id: string): string => `${CONTRACTS}/${id}`,
  steps: (id: string): string => `${CONTRACTS}/${id}/steps`,
} as const;

/** What can be recorded of a contract's end: notice was given, was taken back, or the parties agreed on a day. */
export const CONTRACT_STEPS = ['notice', 'withdraw', 'end'] as const;
export type ContractStepName = (typeof CONTRACT_STEPS)[number];

export const CONTRACT_EVENTS = ['created', 'changed', ...CONTRACT_STEPS] as const;
export type ContractEventName = (typeof CONTRACT_EVENTS)[number];

/** Where a contract stands today. `stopped` still runs, but its end is settled. */
export const CONTRACT_STATES = ['upcoming', 'running', 'stopped', 'ended'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** Days before notice is due at which the reminder comes, unless the contract says otherwise. */
export const REMIND_DAYS = 90;

/** A whole-number price is in millionths of the currency. */
export const MICROS_PER_CENT = 10_000;
export const UNIT_PRICE_MAX_MICROS = 1_000_000_000_000_000;
export const QUANTITY_MAX = 1_000_000;

/** A contract as a row of the register. */
export interface ContractRow {
  readonly id: string;
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly kind: ContractKind;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** Null where the reader does not see the line that pays for it. */
  readonly line: { readonly id: string; readonly number: string; readonly name: string } | null;
  readonly frame: FrameCode | null;
  readonly site: string;
  /** The site of the register; null where a line has only words for it. */
  readonly siteId: string | null;
  readonly networkZone: NetworkZone | null;
  readonly metric: ContractMetric;
  readonly quantity: number;
  readonly unitPriceMicros: number;
  readonly pricePeriod: PricePeriod;
  readonly startsOn: string;
  /** End of the term that runs; null: open-ended. */
  readonly termEndsOn: string | null;
  /** Last day that is bound: the earliest end that can still be reached. */
  readonly boundUntil: string | null;
  /** Last day for the next notice; null where none can be given. */
  readonly noticeBy: string | null;
  /** The day of the reminder has come. */
  readonly isReminded: boolean;
  readonly renewalMonths: number | null;
  readonly state: ContractState;
  readonly isInHouse: boolean;
  readonly isCostRecovery: boolean;
  readonly isDemo: boolean;
  /** Expected cost of the fiscal year asked for. */
  readonly costCents: number;
  readonly version: number;
}

/** What contracts cost and bind in a year. `costCents` less `boundCents` is what notice in time gives back. */
export interface ContractYearRow {
  readonly fiscalYear: number;
  readonly costCents: number;
  readonly boundCents: number;
  readonly paymentCents: number;
}

/** A page of the register, with the sums of everything that is found. */
export interface ContractPage {
  readonly rows: readonly ContractRow[];
  readonly nextCursor: string | null;
  readonly totals: {
    readonly count: number;
    /** Days for notice whose reminder has come. */
    readonly reminded: number;
    readonly years: readonly ContractYearRow[];
  };
}

/** A day for notice with what it gives back, year by year of the planning window. */
export interface DeadlineRow {
  readonly id: string;
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly frame: FrameCode | null;
  readonly noticeBy: string;
  /** When the contract ends if notice is given by then. */
  readonly endsOn: string;
  readonly remindOn: string;
  readonly isReminded: boolean;
  readonly renewalMonths: number | null;
  readonly freed: readonly { readonly fiscalYear: number; readonly amountCents: number }[];
  readonly freedCents: number;
  readonly isDemo: boolean;
}

export interface DeadlinePage {
  readonly rows: readonly DeadlineRow[];
  readonly nextCursor: string | null;
  readonly reminded: number;
  /** The later years in which what is given back is counted. */
  readonly years: readonly number[];
}

/** A contract whose term ends in the years to come, with what it would cost next. */
export interface EndingRow {
  readonly id: string;
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly kind: ContractKind;
  readonly termEndsOn: string;
  readonly renewalMonths: number | null;
  readonly isStopped: boolean;
  readonly isDemo: boolean;
  /** A year at the price on the last day, and on the day after it; for a price of the whole term that price. */
  readonly lastCents: number;
  readonly nextCents: number;
  readonly pricePeriod: PricePeriod;
}

export interface EndingPage {
  readonly rows: readonly EndingRow[];
  readonly nextCursor: string | null;
  readonly totals: {
    readonly count: number;
    /** Terms that neither renew by themselves nor were stopped: somebody has to decide. */
    readonly undecided: number;
  };
  readonly years: readonly number[];
}

/** Fees of a network zone by year. */
export interface FeeZoneRow {
  readonly networkZone: NetworkZone | null;
  readonly contracts: number;
  readonly sites: number;
  readonly years: readonly { readonly fiscalYear: number; readonly costCents: number }[];
}

/** What the fees would take, against the frame that may be unknown (R26). */
export interface FeesView {
  readonly years: readonly number[];
  readonly zones: readonly FeeZoneRow[];
  readonly totals: readonly {
    readonly fiscalYear: number;
    readonly costCents: number;
    /** Ceiling of the frame FEES; null is unknown and never zero. */
    readonly ceilingCents: number | null;
    readonly roomCents: number | null;
  }[];
}

/** What the contracts of a line say against what was paid on it. */
export interface InvoiceRow {
  readonly line: { readonly id: string; readonly number: string; readonly name: string };
  readonly contracts: number;
  readonly expectedCents: number;
  readonly actualCents: number;
  readonly differenceCents: number;
  readonly state: InvoiceState;
}

export interface InvoicePage {
  readonly rows: readonly InvoiceRow[];
  readonly nextCursor: string | null;
  readonly totals: {
    readonly lines: number;
    readonly expectedCents: number;
    readonly actualCents: number;
    /** Lines on which more was paid than contracts say, or less in a year that is over. */
    readonly differing: number;
  };
  readonly isYearOver: boolean;
}

export interface ContractNotice {
  readonly length: number;
  readonly unit: NoticeUnit;
  readonly to: NoticeTarget;
}

export interface ContractPriceStep {
  readonly validFrom: string;
  readonly quantity: number;
  readonly unitPriceMicros: number;
}

/** The terms as they were agreed. */
export interface ContractTerms {
  readonly priceBasis: PriceBasis;
  readonly vatBasisPoints: number;
  readonly proration: Proration;
  readonly rhythm: PaymentRhythm;
  readonly endsOn: string | null;
  readonly minimumMonths: number | null;
  readonly notice: ContractNotice | null;
  readonly steps: readonly ContractPriceStep[];
  readonly indexation: { readonly basisPoints: number; readonly firstOn: string } | null;
  readonly vatAnswer: VatAnswer | null;
  readonly remindDays: number;
  /** Name of the framework contract that it is called off; empty: awarded by itself. */
  readonly framework: string;
}

/** A day for notice of one contract, with what it gives back in each later year. */
export interface NoticeOption {
  readonly noticeBy: string;
  readonly endsOn: string;
  readonly freed: readonly { readonly fiscalYear: number; readonly amountCents: number }[];
  readonly freedCents: number;
}

export interface ContractEventRow {
  readonly id: string;
  readonly kind: ContractEventName;
  readonly happenedOn: string;
  readonly endsOn: string | null;
  readonly reason: string;
  /** Names of the terms that were changed. */
  readonly changed: readonly string[];
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface ContractDetail extends Omit<ContractRow, 'costCents'>, ContractTerms {
  /** Projects that the line of the contract pays for, as far as the reader sees them. */
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly stoppedOn: string | null;
  readonly stopKind: 'notice' | 'end' | null;
  readonly stopReason: string;
  /** What has to be awarded next: this contract before it begins, else the one after it. Null once it is over. */
  readonly award: { readonly isSuccessor: boolean; readonly advice: ProcurementAdviceView } | null;
  /** A year at today's price. */
  readonly yearlyCents: number;
  /** From the first year to the end of what is reckoned; a year without cost is left out. */
  readonly years: readonly ContractYearRow[];
  readonly prices: readonly (Omit<PriceChange, 'from' | 'yearlyCents'> & {
    readonly from: string;
    readonly yearlyCents: number;
  })[];
  readonly notices: readonly NoticeOption[];
  readonly events: readonly ContractEventRow[];
  readonly mayWrite: boolean;
}

/** The answer to every change. */
export interface ContractChanged {
  readonly id: string;
  readonly version: number;
}
