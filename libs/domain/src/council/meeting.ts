import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { addDays, compareDates, type PlainDate, yearOf } from '../shared/plain-date';

/**
 * What a body is in the order of consultation: a committee prepares (Fachausschuss), the main committee
 * (Verwaltungsausschuss, § 76 NKomVG) stands before the council (Rat), which decides.
 */
export const BODY_KINDS = ['committee', 'main_committee', 'council'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** A body of the city with the days that its office needs papers ahead of a meeting. */
export interface CouncilBody {
  readonly bodyId: string;
  readonly kind: BodyKind;
  readonly name: string;
  /** Days between the last day for papers and the meeting. */
  readonly paperLeadDays: number;
  /** Deliberates on the budget. Of several committees only these are asked about money. */
  readonly isForBudget: boolean;
}

/** A meeting that is planned and not cancelled. */
export interface Meeting {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly heldOn: PlainDate;
}

/** Last day on which the office of the body takes a paper for the meeting. */
export function papersDueOn(heldOn: PlainDate, paperLeadDays: number): PlainDate {
  return addDays(heldOn, -paperLeadDays);
}

/** Meetings are planned for the years that somebody plans, not for a slip of the keyboard. */
const YEARS_BACK = 20;
const YEARS_AHEAD = 6;

export type MeetingRefusal =
  | Refusal<'MEETING_TWICE', { readonly heldOn: PlainDate }>
  | Refusal<
      'MEETING_DATE_RANGE',
      { readonly heldOn: PlainDate; readonly firstYear: number; readonly lastYear: number }
    >;

/** Whether a body may meet on these days: each once, and within the years in which a city plans. */
export function checkMeetingDays(
  days: readonly PlainDate[],
  taken: readonly PlainDate[],
  today: PlainDate,
): Outcome<null, MeetingRefusal> {
  const [firstYear, lastYear] = [yearOf(today) - YEARS_BACK, yearOf(today) + YEARS_AHEAD];
  const seen = new Set<PlainDate>(taken);
  for (const heldOn of [...days].sort(compareDates)) {
    if (yearOf(heldOn) < firstYear || yearOf(heldOn) > lastYear) {
      return refuse({ code: 'MEETING_DATE_RANGE', params: { heldOn, firstYear, lastYear } });
    }
    if (seen.has(heldOn)) return refuse({ code: 'MEETING_TWICE', params: { heldOn } });
    seen.add(heldOn);
  }
  return ok(null);
}
