import type { WayOffer } from '@etatlotse/domain/authority';
import type { LineName } from './cover-plain';

/** A line that could give, with what it could give now. */
export interface CoverCandidate extends LineName {
  readonly givableCents: number;
}

/** A body on the way to a decision, with the meeting that a paper of today still reaches; null where none is planned. */
export interface ConsultationMeeting {
  readonly body: string;
  readonly heldOn: string | null;
  readonly papersDueOn: string | null;
}

/** One lawful way out of a missing amount, with the lines that could give on it, best first. */
export interface WayOutRow extends WayOffer {
  readonly candidates: readonly CoverCandidate[];
  /** Bodies in the order in which they are asked; empty where none is. */
  readonly meetings: readonly ConsultationMeeting[];
}

/** The Deckungsfinder: how it goes on lawfully where an amount is missing. */
export interface WaysOutOfLine {
  readonly line: LineName;
  readonly fiscalYear: number;
  readonly missingCents: number;
  /** What is available where the line's availability counts: on the line, or in its pool. */
  readonly availableCents: number;
  readonly level: 'line' | 'pool';
  /** Granted over and outside the plan on the line in this year: it counts for who decides. */
  readonly grantedCents: number;
  /** The threshold for who decides is an example until the city confirms it. */
  readonly isThresholdExample: boolean;
  readonly ways: readonly WayOutRow[];
}
