import {
  FromQueryFlag,
  FromQueryNumber,
  IsFiscalYear,
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
import { FRAME_CODES, type FrameCode, NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import {
  CONTRACT_KINDS,
  CONTRACT_METRICS,
  type ContractKind,
  type ContractMetric,
  NOTICE_TARGETS,
  NOTICE_UNITS,
  type NoticeTarget,
  type NoticeUnit,
  PAYMENT_RHYTHMS,
  type PaymentRhythm,
  PRICE_BASES,
  PRICE_PERIODS,
  type PriceBasis,
  type PricePeriod,
  PRORATIONS,
  type Proration,
  VAT_ANSWERS,
  type VatAnswer,
} from '@etatlotse/domain/contract';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { CONTRACT_STEPS, type ContractStepName, QUANTITY_MAX, UNIT_PRICE_MAX_MICROS } from './plain';

/** The register by number, with the cost of a fiscal year. Contracts that are over are left out unless asked for. */
export class ContractsQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  /** Words that occur in number, vendor, subject or site. */
  @Optional() @IsText({ max: 200 }) q?: string;
  @Optional() @IsId() unitId?: string;
  @Optional() @IsText({ max: 200 }) vendor?: string;
  @Optional() @IsOneOf(FRAME_CODES) frame?: FrameCode;
  @Optional() @IsOneOf(CONTRACT_KINDS) kind?: ContractKind;
  @Optional() @IsOneOf(NETWORK_ZONES) networkZone?: NetworkZone;
  @Optional() @IsId() lineId?: string;
  @Optional() @IsId() siteId?: string;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 3660) noticeWithinDays?: number;
  @Optional() @FromQueryFlag() @IsFlag() withEnded?: boolean;
  @Optional() @IsText({ max: 400 }) cursor?: string;
}

/** Days for notice, soonest first. */
export class DeadlinesQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @FromQueryNumber() @IsWholeNumber(0, 3660) withinDays?: number;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** A list of one fiscal year, page by page. */
export class ContractYearQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsText({ max: 400 }) cursor?: string;
}

export class NoticeInput {
  @IsWholeNumber(0, 1100) length: number;
  @IsOneOf(NOTICE_UNITS) unit: NoticeUnit;
  @IsOneOf(NOTICE_TARGETS) to: NoticeTarget;
}

export class PriceStepInput {
  @IsPlainDate() validFrom: string;
  @IsWholeNumber(1, QUANTITY_MAX) quantity: number;
  @IsWholeNumber(0, UNIT_PRICE_MAX_MICROS) unitPriceMicros: number;
}

export class IndexationInput {
  @IsWholeNumber(-5000, 5000) basisPoints: number;
  @IsPlainDate() firstOn: string;
}

/** A contract with everything that its cost and its dates are reckoned from. */
export class CreateContract {
  @IsText({ max: 40 }) number: string;
  @IsText({ max: 200 }) vendor: string;
  @IsText({ max: 300 }) subject: string;
  @IsOneOf(CONTRACT_KINDS) kind: ContractKind;
  /** The unit that answers for it; left out: the whole city. */
  @Optional() @IsId() unitId?: string;
  @IsId() lineId: string;
  @IsOneOf(CONTRACT_METRICS) metric: ContractMetric;
  @IsWholeNumber(1, QUANTITY_MAX) quantity: number;
  @IsWholeNumber(0, UNIT_PRICE_MAX_MICROS) unitPriceMicros: number;
  @IsOneOf(PRICE_PERIODS) pricePeriod: PricePeriod;
  @IsOneOf(PRICE_BASES) priceBasis: PriceBasis;
  @IsWholeNumber(0, 2500) vatBasisPoints: number;
  @IsOneOf(PRORATIONS) proration: Proration;
  @IsOneOf(PAYMENT_RHYTHMS) rhythm: PaymentRhythm;
  @IsPlainDate() startsOn: string;
  /** Left out: open-ended. */
  @Optional() @IsPlainDate() endsOn?: string;
  @Optional() @IsWholeNumber(1, 240) minimumMonths?: number;
  @Optional() @ValidateNested() @Type(() => NoticeInput) notice?: NoticeInput;
  @Optional() @IsWholeNumber(1, 120) renewalMonths?: number;
  @IsList(50) @ValidateNested({ each: true }) @Type(() => PriceStepInput) steps: PriceStepInput[];
  @Optional() @ValidateNested() @Type(() => IndexationInput) indexation?: IndexationInput;
  /** Where a line lies, as words; with a site of the register its name stands there. */
  @Optional() @IsText({ max: 200, required: false }) site?: string;
  /** The site of the register at which a line lies. */
  @Optional() @IsId() siteId?: string;
  @Optional() @IsOneOf(NETWORK_ZONES) networkZone?: NetworkZone;
  /** Name or number of the framework contract that it is called off; left out: awarded by itself. */
  @Optional() @IsText({ max: 120, required: false }) framework?: string;
  @IsFlag() isInHouse: boolean;
  @IsFlag() isCostRecovery: boolean;
  /** Whether it is taxed: asked for an in-house company and for cost that others refund. */
  @Optional() @IsOneOf(VAT_ANSWERS) vatAnswer?: VatAnswer;
  @IsWholeNumber(0, 730) remindDays: number;
}

/** The contract as it is to be, at the version it was seen at. */
export class ChangeContract extends CreateContract {
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Records the end of a contract: notice (its end is reckoned), an agreed end, or that notice was taken back. */
export class TakeContractStep {
  @IsOneOf(CONTRACT_STEPS) step: ContractStepName;
  @IsPlainDate() happenedOn: string;
  /** The agreed last day, for `end` only. */
  @Optional() @IsPlainDate() endsOn?: string;
  @IsText({ max: 500, multiline: true }) reason: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
