import {
  IsAmountCents,
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
import {
  TRAINING_FORMATS,
  TRAINING_TECHNOLOGIES,
  type TrainingFormat,
  type TrainingTechnology,
} from '@etatlotse/domain/inventory';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { RECORD_VERSION_MAX } from './record-plain';
import { PaidFace, YearRegisterQuery } from './record.contract';
import { TRAINING_PEOPLE_MAX } from './training-plain';

export class TrainingsQuery extends YearRegisterQuery {
  @Optional() @IsOneOf(TRAINING_TECHNOLOGIES) technology?: TrainingTechnology;
  @Optional() @IsOneOf(TRAINING_FORMATS) format?: TrainingFormat;
}

/** A training of the catalogue. Without a price of its own a contract or a line pays for it. */
export class CreateTraining extends PaidFace {
  @IsOneOf(TRAINING_TECHNOLOGIES) technology: TrainingTechnology;
  @IsOneOf(TRAINING_FORMATS) format: TrainingFormat;
  @IsText({ max: 120, required: false }) provider: string;
  @Nullable() @IsAmountCents({ min: 0 }) unitPriceCents: number | null;
}

export class ChangeTraining extends CreateTraining {
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

export class AddSession {
  @IsPlainDate() startsOn: string;
  @IsWholeNumber(1, TRAINING_PEOPLE_MAX) seats: number;
  @IsText({ max: 120, required: false }) place: string;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

export class AttendanceInput {
  @IsId() unitId: string;
  @IsWholeNumber(0, TRAINING_PEOPLE_MAX) people: number;
}

/** A session as it is to be; attendance once it was held, null before. */
export class ChangeSession extends AddSession {
  @Nullable()
  @IsList(100)
  @ValidateNested({ each: true })
  @Type(() => AttendanceInput)
  attendance: AttendanceInput[] | null;
}

export class SessionPath {
  @IsId() id: string;
  @IsId() sessionId: string;
}

export class QuotasQuery extends PageQuery {
  @Optional() @IsOneOf(TRAINING_TECHNOLOGIES) technology?: TrainingTechnology;
  @Optional() @IsId() unitId?: string;
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

/** How many people of a unit are to be trained in a technology; version 0 for the first time. */
export class SetTarget {
  @IsId() unitId: string;
  @IsOneOf(TRAINING_TECHNOLOGIES) technology: TrainingTechnology;
  @IsWholeNumber(0, TRAINING_PEOPLE_MAX) people: number;
  @IsWholeNumber(0, RECORD_VERSION_MAX) version: number;
}
