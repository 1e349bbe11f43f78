import {
  IsId,
  IsList,
  IsOneOf,
  IsShape,
  IsText,
  IsWholeNumber,
  FromQueryNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { isPlanAmount } from '@etatlotse/domain/budget';
import { MOTION_MOVERS, MOTION_RESULTS, type MotionMover, type MotionResult } from '@etatlotse/domain/council';
import { isFiscalYear, isId } from '@etatlotse/domain/shared';
import { FTE_HUNDREDTHS_MAX, MOTION_CELLS_MAX, MOTION_EXCLUDES_MAX, MOTIONS_MAX, VOTES_MAX } from './motion-plain';

const VERSION_MAX = 2_000_000_000;

/** `/{id}/motions/{motionId}` of an address. */
export class MotionPath {
  @IsId() id: string;
  @IsId() motionId: string;
}

/** Readings by the day of their meeting, latest first. */
export class ReadingsQuery extends PageQuery {
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Lines by a part of their number or name. */
export class ReadingLinesQuery {
  @IsText({ max: 100 }) q: string;
}

/** The version of a motion that was seen. */
export class MotionVersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** A reading of an introduced plan in a meeting. */
export class CreateReading {
  @IsId() planVersionId: string;
  @IsId() meetingId: string;
}

export class ReleaseReading {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Closes a reading: its votes become steps of the plan that was seen. */
export class CloseReading {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsWholeNumber(1, VERSION_MAX) planVersion: number;
}

/** The motions of a reading in the order of votes, each once. */
export class OrderMotions {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsList(MOTIONS_MAX, isId) motionIds: string[];
}

const isChange = (value: unknown): boolean => typeof value === 'number' && isPlanAmount(value) && !Object.is(value, -0);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

/**
 * A motion. Amounts are changes, as columns: entry n of the lists is one line in one year; a motion without amounts is
 * finanzunwirksam. `isCover` marks what is proposed as cover.
 */
export class CreateMotion {
  @IsOneOf(MOTION_MOVERS) mover: MotionMover;
  /** The group or department that moves. */
  @IsText({ max: 120 }) origin: string;
  /** The number under which the council knows it, such as FWE198. */
  @Optional() @IsText({ max: 40, required: false }) code?: string;
  @IsText({ max: 200 }) title: string;
  @Optional() @IsText({ max: 1000, required: false, multiline: true }) reason?: string;
  /** How the mover wants it covered, in words. */
  @Optional() @IsText({ max: 500, required: false, multiline: true }) coverNote?: string;
  @IsList(MOTION_CELLS_MAX, isId) lineIds: string[];
  @IsList(MOTION_CELLS_MAX, isFiscalYear) fiscalYears: number[];
  @IsList(MOTION_CELLS_MAX, isChange) amountCents: number[];
  @IsList(MOTION_CELLS_MAX, isFlag) isCover: boolean[];
  /** The unit whose posts it moves, and by how much, in hundredths of an FTE. */
  @Optional() @IsId() unitId?: string;
  @Optional() @IsWholeNumber(-FTE_HUNDREDTHS_MAX, FTE_HUNDREDTHS_MAX) fteHundredths?: number;
  /** Motions of which only one can be adopted. */
  @IsList(MOTION_EXCLUDES_MAX, isId) excludes: string[];
}

export class ChangeMotion extends CreateMotion {
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= VOTES_MAX;
const areCounts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'abstained,no,yes' &&
  Object.values(value).every(isCount);

/** What a body made of a motion; `open` takes a vote back that was recorded by mistake. */
export class VoteOnMotion {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @IsOneOf(MOTION_RESULTS) result: MotionResult;
  @Optional() @IsShape(areCounts, 'VOTE_COUNTS_FORMAT') counts?: {
    readonly yes: number;
    readonly no: number;
    readonly abstained: number;
  };
  /** The adopted motion that settles this one. */
  @Optional() @IsId() overtakenById?: string;
}
