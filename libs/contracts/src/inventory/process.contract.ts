import {
  FromQueryFlag,
  IsFiscalYear,
  IsFlag,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PROCESS_STAGES, type ProcessStage } from '@etatlotse/domain/inventory';
import { PROCESS_HOURS_MAX } from './process-plain';
import { RECORD_VERSION_MAX } from './record-plain';
import { PaidFace, YearRegisterQuery } from './record.contract';

export class ProcessesQuery extends YearRegisterQuery {
  /** The last stage that was reached. */
  @Optional() @IsOneOf(PROCESS_STAGES) stage?: ProcessStage;
  @Optional() @FromQueryFlag() @IsFlag() isInHouse?: boolean;
}

/** A process of the city with the day of each stage. */
export class CreateProcess extends PaidFace {
  @IsText({ max: 120, required: false }) builtBy: string;
  @IsFlag() isInHouse: boolean;
  @Nullable() @IsPlainDate() recordedOn: string | null;
  @Nullable() @IsPlainDate() optimisedOn: string | null;
  @Nullable() @IsPlainDate() workflowOn: string | null;
  @Nullable() @IsWholeNumber(0, PROCESS_HOURS_MAX) plannedHours: number | null;
  /** Permanent process management: looked at again after so many months. */
  @Nullable() @IsWholeNumber(1, 120) reviewMonths: number | null;
  @Nullable() @IsPlainDate() reviewedOn: string | null;
}

export class ChangeProcess extends CreateProcess {
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

/** Hours that a process was measured to save in a year, and how. */
export class MeasureProcess {
  @IsFiscalYear() fiscalYear: number;
  @IsWholeNumber(0, PROCESS_HOURS_MAX) hours: number;
  @IsText({ max: 200 }) basis: string;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}
