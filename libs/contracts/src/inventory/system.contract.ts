import {
  IsAmountCents,
  IsFlag,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
  FromQueryFlag,
} from '@etatlotse/contracts/input';
import { SERVICE_CLASSES, type ServiceClass } from '@etatlotse/domain/budget';
import {
  MODERNISE_REASONS,
  type ModerniseReason,
  SYSTEM_CRITICALITIES,
  SYSTEM_STATES,
  type SystemCriticality,
  type SystemState,
} from '@etatlotse/domain/inventory';
import { RECORD_VERSION_MAX } from './record-plain';
import { PaidFace, YearRegisterQuery } from './record.contract';

export class SystemsQuery extends YearRegisterQuery {
  @Optional() @IsOneOf(SERVICE_CLASSES) serviceClass?: ServiceClass;
  @Optional() @IsOneOf(SYSTEM_CRITICALITIES) criticality?: SystemCriticality;
  @Optional() @IsOneOf(SYSTEM_STATES) state?: SystemState;
  /** Only systems whose support has ended or ends within 24 months. */
  @Optional() @FromQueryFlag() @IsFlag() isEnding?: boolean;
}

/** A business application or a shared system; amounts and shares of null are unknown. */
export class CreateSystem extends PaidFace {
  @IsText({ max: 120, required: false }) vendor: string;
  @IsOneOf(SERVICE_CLASSES) serviceClass: ServiceClass;
  @IsOneOf(SYSTEM_CRITICALITIES) criticality: SystemCriticality;
  @IsOneOf(SYSTEM_STATES) state: SystemState;
  @Nullable() @IsAmountCents({ min: 0 }) yearlyCents: number | null;
  @Nullable() @IsWholeNumber(0, 10_000) securityBasisPoints: number | null;
  @Nullable() @IsPlainDate() supportEndsOn: string | null;
  @Nullable() @IsOneOf(MODERNISE_REASONS) reason: ModerniseReason | null;
  @IsText({ max: 120, required: false }) norm: string;
  @Nullable() @IsPlainDate() dueOn: string | null;
  @Nullable() @IsAmountCents({ min: 0 }) modernisationCents: number | null;
}

export class ChangeSystem extends CreateSystem {
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}
