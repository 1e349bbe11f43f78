import {
  FromQueryNumber,
  IsFiscalYear,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { RELEASE_STAGES, type ReleaseStage } from '@etatlotse/domain/capacity';
import { LEVER_RANGES, type LeverValues } from './outlook-plain';
import { RAMP_MONTHS_MAX, VOLUME_MAX } from './plain';

const isPercent = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;

/** The levers in an address. What is left out stays as it is. */
export class WhatIfQuery {
  @IsId() unitId: string;
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(1, 12) fromMonth?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(...LEVER_RANGES.volumePercent) volumePercent?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(...LEVER_RANGES.minutesPercent) minutesPercent?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(...LEVER_RANGES.postFteHundredths) postFteHundredths?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(...LEVER_RANGES.slipMonths) slipMonths?: number;
  @Optional() @IsId() milestoneId?: string;
}

/** A question that is kept under a name. */
export class SaveScenario implements LeverValues {
  @IsText({ max: 120 }) name: string;
  @IsId() unitId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsWholeNumber(1, 12) fromMonth: number;
  @IsWholeNumber(...LEVER_RANGES.volumePercent) volumePercent: number;
  @IsWholeNumber(...LEVER_RANGES.minutesPercent) minutesPercent: number;
  @IsWholeNumber(...LEVER_RANGES.postFteHundredths) postFteHundredths: number;
  @IsWholeNumber(...LEVER_RANGES.slipMonths) slipMonths: number;
  @Nullable() @IsId() milestoneId: string | null;
}

/** Scenarios by name, page by page. */
export class ScenariosQuery extends PageQuery {
  @Optional() @IsId() unitId?: string;
  @Optional() @IsText({ max: 800 }) cursor?: string;
}

/** Milestones that are still to come, the next one first. */
export class MilestonesQuery extends PageQuery {
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** What a simulation takes as given; what is left out is as usual. */
export class RiskQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsId() unitId?: string;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 2_147_483_647) seed?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(50, 99) certaintyPercent?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 90) minutesPercent?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 24) slipMonths?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 24) fillMonths?: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 100) commonPercent?: number;
}

/** Somebody leaves a post on a day. */
export class NoteDeparture {
  @IsPlainDate() leavesOn: string;
  /** Null: the post is not filled again. */
  @Nullable() @IsWholeNumber(0, 2_000) daysToFill: number | null;
  @IsList(RAMP_MONTHS_MAX, isPercent) rampUpPercents: number[];
}

/** Releases by name, page by page. */
export class ReleasesQuery extends PageQuery {
  @Optional() @IsId() unitId?: string;
  @Optional() @IsOneOf(RELEASE_STAGES) stage?: ReleaseStage;
  @Optional() @IsText({ max: 800 }) cursor?: string;
}

/** A released part of a unit's time, as it is assumed. */
export class EnterRelease {
  @IsText({ max: 200 }) name: string;
  @IsId() unitId: string;
  /** The task whose go-live releases it, or the benefit it comes from. */
  @Optional() @IsId() taskId?: string;
  @Optional() @IsId() benefitId?: string;
  @IsFiscalYear() fiscalYear: number;
  /** Below zero in a year in which the change costs more than it saves. */
  @IsWholeNumber(-VOLUME_MAX, VOLUME_MAX) yearHours: number;
  @IsWholeNumber(-VOLUME_MAX, VOLUME_MAX) runRateHours: number;
  @Optional() @IsWholeNumber(1, 1_000_000) secondsPerCase?: number;
  @IsText({ max: 20, required: false }) grade: string;
}

/** The next stage with its evidence, or an earlier one. */
export class MoveRelease {
  @IsOneOf(RELEASE_STAGES) stage: ReleaseStage;
  @Optional() @IsId() milestoneId?: string;
  @Optional() @IsPlainDate() surveyedOn?: string;
  /** What the survey found, in place of what was planned. */
  @Optional() @IsWholeNumber(-VOLUME_MAX, VOLUME_MAX) runRateHours?: number;
  @Optional() @IsId() postId?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
