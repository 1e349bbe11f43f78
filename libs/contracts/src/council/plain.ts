import type { BodyKind } from '@etatlotse/domain/council';

const COUNCIL = '/api/v1/council';

/** Where bodies and meetings live on the wire. */
export const COUNCIL_PATHS = {
  bodies: `${COUNCIL}/bodies`,
  body: (id: string): string => `${COUNCIL}/bodies/${id}`,
  meetings: `${COUNCIL}/meetings`,
  calendar: `${COUNCIL}/meetings.ics`,
  move: (id: string): string => `${COUNCIL}/meetings/${id}/move`,
  cancel: (id: string): string => `${COUNCIL}/meetings/${id}/cancel`,
} as const;

/** At most so many meetings are planned at once: the calendar of a busy body for a year. */
export const MEETINGS_AT_ONCE = 60;
export const LEAD_DAYS_MAX = 90;

/** A body with the next meeting that it has planned. */
export interface CouncilBodyRow {
  readonly id: string;
  readonly kind: BodyKind;
  readonly name: string;
  /** Days between the last day for papers and the meeting. */
  readonly paperLeadDays: number;
  readonly isForBudget: boolean;
  readonly isArchived: boolean;
  readonly isDemo: boolean;
  /** Null: none is planned. */
  readonly nextMeetingOn: string | null;
  readonly version: number;
}

export interface CouncilBodies {
  readonly rows: readonly CouncilBodyRow[];
}

/** A meeting with the last day for its papers. */
export interface MeetingRow {
  readonly id: string;
  readonly body: { readonly id: string; readonly name: string; readonly kind: BodyKind };
  readonly heldOn: string;
  readonly papersDueOn: string;
  readonly cancelledOn: string | null;
  readonly cancelReason: string;
  /** The day on which it was first planned to be, after it was moved. */
  readonly movedFrom: string | null;
  readonly version: number;
}

export interface MeetingPage {
  readonly rows: readonly MeetingRow[];
  readonly nextCursor: string | null;
}

export interface CouncilChanged {
  readonly id: string;
  readonly version: number;
}

export interface MeetingsPlanned {
  readonly ids: readonly string[];
}
export * from './motion-plain';
export * from './paper-plain';
