import {
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import {
  ECONOMY_YEARS_MAX,
  SERVICE_SOLUTIONS,
  SERVICE_TASKS,
  type ServiceSolution,
  type ServiceTask,
} from '@etatlotse/domain/inventory';
import { SERVICE_CASES_MAX, SERVICE_REACHES, type ServiceReach } from './catalogue-plain';
import { RECORD_VERSION_MAX } from './record-plain';
import { PaidFace, YearRegisterQuery } from './record.contract';

export class ServicesQuery extends YearRegisterQuery {
  @Optional() @IsOneOf(SERVICE_TASKS) task?: ServiceTask;
  @Optional() @IsOneOf(SERVICE_SOLUTIONS) solution?: ServiceSolution;
  @Optional() @IsOneOf(SERVICE_REACHES) reach?: ServiceReach;
}

/** A service of the city (OZG) and how far it is digital. */
export class CreateService extends PaidFace {
  @IsText({ max: 40, required: false }) code: string;
  @IsOneOf(SERVICE_TASKS) task: ServiceTask;
  @IsFlag() hasForm: boolean;
  @IsFlag() hasProcedure: boolean;
  @IsFlag() hasDms: boolean;
}

export class ChangeService extends CreateService {
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

/** Own form or EfA: who decided when and why, and the figures it was decided on. `null` is not known. */
export class DecideService {
  @IsOneOf(SERVICE_SOLUTIONS) solution: ServiceSolution;
  @IsPlainDate() decidedOn: string;
  @IsText({ max: 120 }) decidedBy: string;
  @IsText({ max: 1000, multiline: true }) reason: string;
  @Nullable() @IsPlainDate() availableOn: string | null;
  @IsFiscalYear() firstYear: number;
  @IsWholeNumber(1, ECONOMY_YEARS_MAX) yearCount: number;
  @Nullable() @IsAmountCents({ min: 0 }) buildCents: number | null;
  @Nullable() @IsAmountCents({ min: 0 }) yearlyCents: number | null;
  @Nullable() @IsAmountCents({ min: 0 }) connectionCents: number | null;
  @Nullable() @IsAmountCents({ min: 0 }) feeCents: number | null;
  @Nullable() @IsPlainDate() fundingEndsOn: string | null;
  @Nullable() @IsAmountCents({ min: 0 }) feeAfterCents: number | null;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

/** Says that a service runs on a system, or no longer does. */
export class LinkServiceSystem {
  @IsId() systemId: string;
  @IsFlag() isUsed: boolean;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

/** Cases of a year; left blank is not counted, not zero. */
export class CountService {
  @IsFiscalYear() fiscalYear: number;
  @Nullable() @IsWholeNumber(0, SERVICE_CASES_MAX) cases: number | null;
  @Nullable() @IsWholeNumber(0, SERVICE_CASES_MAX) onlineCases: number | null;
  @IsText({ max: 200 }) basis: string;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}
