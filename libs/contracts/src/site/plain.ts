import type { RecordChange } from '@etatlotse/contracts/shared/plain';
import type { NetworkZone } from '@etatlotse/domain/budget';
import type { HardwareFrame, SiteKind, SiteStep, SplitPart } from '@etatlotse/domain/site';

const SITES = '/api/v1/sites';
const KEYS = '/api/v1/split-keys';

/** Where sites and split keys live on the wire. */
export const SITE_PATHS = {
  sites: SITES,
  names: `${SITES}/names`,
  site: (id: string): string => `${SITES}/${id}`,
  steps: (id: string): string => `${SITES}/${id}/steps`,
  investments: (id: string): string => `${SITES}/${id}/investments`,
  investment: (id: string, investmentId: string): string => `${SITES}/${id}/investments/${investmentId}`,
  keys: KEYS,
  key: (id: string): string => `${KEYS}/${id}`,
} as const;

export const INVESTMENT_STATES = ['planned', 'done', 'dropped'] as const;
export type InvestmentState = (typeof INVESTMENT_STATES)[number];

export const SITE_EVENTS = ['created', 'changed', 'close', 'reopen', 'investment'] as const;
export type SiteEventKind = (typeof SITE_EVENTS)[number];

/** Who decided, when, and where it can be read. */
export interface DecisionView {
  readonly decidedOn: string;
  readonly body: string;
  readonly document: string;
}

/** What hardware is for: a network with its frame, or a split key. */
export interface UseView {
  readonly networkZone: NetworkZone | null;
  readonly frame: HardwareFrame | null;
  readonly splitKey: { readonly id: string; readonly name: string } | null;
  /** Where the frames of administration and schools mix: why they may. */
  readonly decision: DecisionView | null;
}

export interface SiteName {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly zones: readonly NetworkZone[];
}

/** A site as a row of the register. Devices, lines and fees are those that the reader sees. */
export interface SiteRow extends SiteName {
  readonly address: string;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly closedOn: string | null;
  readonly devices: number;
  readonly lines: number;
  /** Fees of the lines in the fiscal year asked for. */
  readonly feesCents: number;
  /** Planned and done investments of that year. */
  readonly investmentCents: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface SitePage {
  readonly rows: readonly SiteRow[];
  readonly nextCursor: string | null;
  /** Of everything that is found; null on later pages. */
  readonly totals: {
    readonly sites: number;
    readonly schools: number;
    readonly feesCents: number;
    readonly investmentCents: number;
    /** Lines in the register of contracts that nobody has given a site. */
    readonly linesWithoutSite: number;
  } | null;
}

/** What there is of one network at a site; `null` is shared hardware, split by a key. */
export interface SiteZoneRow {
  readonly networkZone: NetworkZone | null;
  readonly devices: number;
  readonly lines: number;
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly feesCents: number;
    readonly investmentCents: number;
  }[];
}

export interface InvestmentRow extends UseView {
  readonly id: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  readonly state: InvestmentState;
  /** What each network bears, to the cent. */
  readonly shares: readonly (SplitPart & { readonly amountCents: number })[];
  readonly isDemo: boolean;
  readonly version: number;
}

export interface SiteEventRow {
  readonly id: string;
  readonly kind: SiteEventKind;
  readonly happenedOn: string;
  readonly reason: string;
  readonly changed: readonly string[];
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface SiteDetail extends SiteRow {
  readonly closeReason: string;
  readonly years: readonly number[];
  readonly byZone: readonly SiteZoneRow[];
  readonly investments: readonly InvestmentRow[];
  readonly events: readonly SiteEventRow[];
  /** What was put into other words or moved, field by field, newest first. */
  readonly changes: readonly RecordChange[];
  readonly mayWrite: boolean;
}

/** How a key stood from a change on. */
export interface SplitKeyVersion {
  readonly version: number;
  readonly parts: readonly SplitPart[];
  readonly decision: DecisionView | null;
  readonly reason: string;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

export interface SplitKeyRow {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly SplitPart[];
  readonly decision: DecisionView | null;
  /** Spends from the frames of administration and schools at once. */
  readonly isMixed: boolean;
  /** Nothing may be split by it until the decision is recorded. */
  readonly needsDecision: boolean;
  readonly batches: number;
  readonly investments: number;
  readonly isDemo: boolean;
  readonly version: number;
  /** Newest first. */
  readonly history: readonly SplitKeyVersion[];
}

export interface SiteChanged {
  readonly id: string;
  readonly version: number;
}

export type { SiteStep };
