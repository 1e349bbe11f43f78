import { REVIEWER_DESKS } from '../access/roles';

export type ReviewerDesk = (typeof REVIEWER_DESKS)[number];

/** What a desk has said: nothing yet, signed (perhaps with conditions), or an objection that blocks. */
export const REVIEW_STATES = ['open', 'signed', 'objected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What each desk looks at before it signs (source paper, no. 21, 25 and 27). */
export const DESK_CHECKS = {
  it_organisation: ['architecture', 'zone', 'operation', 'lifecycle'],
  organisation: ['process_review', 'staff', 'case_numbers', 'interlocking'],
  data_protection: ['personal_data', 'processing_record', 'impact_assessment', 'processor_contract'],
  it_security: ['protection_need', 'grundschutz', 'patching', 'access_rights'],
} as const satisfies Readonly<Record<ReviewerDesk, readonly string[]>>;
export type DeskCheck = (typeof DESK_CHECKS)[ReviewerDesk][number];

/** Answer to one point of the list. */
export const CHECK_ANSWERS = ['yes', 'no', 'not_applicable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export type Checklist = Readonly<Partial<Record<DeskCheck, CheckAnswer>>>;

export interface DeskReview {
  readonly desk: ReviewerDesk;
  readonly state: ReviewState;
}

/** Points of the list that a desk has not answered; it signs only when there is none. */
export function openChecks(desk: ReviewerDesk, checklist: Checklist): DeskCheck[] {
  return DESK_CHECKS[desk].filter((check) => checklist[check] === undefined);
}

/** Desks whose sign-off is missing; an objection is an answer but no sign-off. */
export function missingDesks(reviews: readonly DeskReview[]): ReviewerDesk[] {
  return REVIEWER_DESKS.filter((desk) => !reviews.some((review) => review.desk === desk && review.state === 'signed'));
}
