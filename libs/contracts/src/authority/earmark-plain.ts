import type { DeadlineState, ProofState } from '@etatlotse/domain/authority';

const EARMARKS = '/api/v1/authority/earmarks';

/** Where the register of grants lives on the wire. */
export const EARMARK_PATHS = {
  earmarks: EARMARKS,
  earmark: (id: string): string => `${EARMARKS}/${id}`,
  steps: (id: string): string => `${EARMARKS}/${id}/steps`,
} as const;

/** A programme of more years is registered in two parts. */
export const EARMARK_YEARS_MAX = 10;

/** Everything that is recorded of a grant, in the order in which it usually happens. */
export const EARMARK_STEPS = [
  'verbal_promise',
  'binding_notice',
  'receipt',
  'proof_submitted',
  'proof_accepted',
  'proof_open',
  'refund',
] as const;
export type EarmarkStepName = (typeof EARMARK_STEPS)[number];

/** Steps that name an amount. */
export const EARMARK_MONEY_STEPS: readonly EarmarkStepName[] = [
  'verbal_promise',
  'binding_notice',
  'receipt',
  'refund',
];

/** A grant (Zuwendung) of a fiscal year, as a row of the register. */
export interface EarmarkRow {
  readonly id: string;
  readonly number: string;
  readonly giver: string;
  readonly purpose: string;
  readonly fiscalYear: number;
  readonly plannedCents: number;
  /** Bindingly promised; null while no notice has come. */
  readonly promisedCents: number | null;
  /** Promised by word; never counts for the authority. */
  readonly verbalCents: number | null;
  readonly receivedCents: number;
  readonly refundedCents: number;
  /** What it has done to the authority of its lines. */
  readonly authorityCents: number;
  /** The note of § 18 Abs. 1 S. 4 KomHKVO: less revenue lowers the authority. */
  readonly lowersWithRevenue: boolean;
  readonly useBy: string | null;
  readonly proofDueOn: string | null;
  readonly proofState: ProofState;
  /** How near the proof of use is. */
  readonly proofDeadline: DeadlineState;
  readonly isDemo: boolean;
  readonly version: number;
}

/** A page of the register with the sums of everything that is found. */
export interface EarmarkPage {
  readonly rows: readonly EarmarkRow[];
  readonly nextCursor: string | null;
  readonly totals: {
    readonly count: number;
    readonly plannedCents: number;
    readonly promisedCents: number;
    readonly receivedCents: number;
    readonly authorityCents: number;
    /** Proofs of use that are due within the warning time or late. */
    readonly proofsDue: number;
  };
}

/** A budget year of a grant that runs over several. */
export interface EarmarkYearRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly plannedCents: number;
  readonly promisedCents: number | null;
  /** Received less what was paid back. */
  readonly receivedCents: number;
  readonly authorityCents: number;
}

/** A line that a grant is for. */
export interface EarmarkLineRow {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly plannedCents: number;
  /** What the grant has done to this line's authority. */
  readonly authorityCents: number;
  /** Authority and what is left of it, of the line as a whole. */
  readonly adjustedCents: number;
  readonly availableCents: number;
}

/** What has been recorded of a grant. */
export interface EarmarkEventRow {
  readonly id: string;
  readonly step: EarmarkStepName;
  readonly amountCents: number | null;
  /** What the step did to the authority. */
  readonly authorityCents: number;
  readonly happenedOn: string;
  readonly documentNumber: string;
  readonly note: string;
  readonly recordedBy: string | null;
  readonly approvedBy: string | null;
}

export interface EarmarkDetail extends EarmarkRow {
  /** Revenue that is there or bindingly promised. */
  readonly securedCents: number;
  /** Revenue as it is to be expected now: by the notice, else as planned. */
  readonly expectedCents: number;
  readonly noticeNumber: string;
  readonly noticeOn: string | null;
  /** All years of the grant, this one among them; empty where it runs in one year only. */
  readonly years: readonly EarmarkYearRow[];
  readonly lines: readonly EarmarkLineRow[];
  /** Lines of units that the reader does not see. */
  readonly hiddenLines: number;
  readonly revenueLine: {
    readonly lineId: string;
    readonly number: string;
    readonly name: string;
    readonly adjustedCents: number;
    readonly receivedCents: number;
    readonly openCents: number;
  } | null;
  readonly events: readonly EarmarkEventRow[];
  /** A step that waits for a second person, because it changes the authority. */
  readonly waiting: {
    readonly approvalId: string;
    readonly step: EarmarkStepName;
    readonly amountCents: number;
    readonly authorityCents: number;
    readonly requestedBy: string;
  } | null;
  readonly mayRecord: boolean;
}

/** The answer to a step: done, or waiting for a second person. */
export interface EarmarkChanged {
  readonly id: string;
  readonly version: number;
  readonly approvalId: string | null;
  /** What the step does to the authority. */
  readonly authorityCents: number;
}
