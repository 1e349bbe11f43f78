import {
  FromQueryFlag,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { BODY_KINDS, type BodyKind } from '@etatlotse/domain/council';
import { isPlainDate } from '@etatlotse/domain/shared';
import { LEAD_DAYS_MAX, MEETINGS_AT_ONCE } from './plain';

/** A body of the city that deliberates or decides. */
export class CreateCouncilBody {
  @IsOneOf(BODY_KINDS) kind: BodyKind;
  @IsText({ max: 200 }) name: string;
  /** Days between the last day for papers and the meeting. */
  @IsWholeNumber(0, LEAD_DAYS_MAX) paperLeadDays: number;
  /** Deliberates on the budget. */
  @IsFlag() isForBudget: boolean;
}

export class ChangeCouncilBody extends CreateCouncilBody {
  /** No longer meets: keeps its meetings and is not offered any more. */
  @IsFlag() isArchived: boolean;
  @IsWholeNumber(1, 2_000_000_000) version: number;
}

/** Meetings by day, coming ones soonest first, or past ones latest first. */
export class MeetingsQuery extends PageQuery {
  @Optional() @FromQueryFlag() @IsFlag() past?: boolean;
  @Optional() @IsId() bodyId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** The days on which a body will meet. */
export class PlanMeetings {
  @IsId() bodyId: string;
  @IsList(MEETINGS_AT_ONCE, isPlainDate) days: string[];
}

/** A meeting on another day. */
export class MoveMeeting {
  @IsPlainDate() heldOn: string;
  @IsWholeNumber(1, 2_000_000_000) version: number;
}

export class CancelMeeting {
  @IsText({ max: 1000 }) reason: string;
  @IsWholeNumber(1, 2_000_000_000) version: number;
}
