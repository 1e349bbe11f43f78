import {
  FromQueryFlag,
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { ORDER_STEPS, type OrderStep } from '@etatlotse/domain/budget';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ORDER_STATES } from './plain';
import { ProvisionalClaimInput } from './provisional.contract';

export * from './plain';
export * from './filter.contract';
export * from './line.contract';
export * from './line-command.contract';
export * from './paper.contract';
export * from './provisional.contract';

/** `?fiscalYear=` of an address. */
export class FiscalYearQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** Movements of a line, newest first; `asOf` looks back, by booking day or by the moment of recording. */
export class MovementsQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsText({ max: 200 }) cursor?: string;
  @Optional() @IsPlainDate() asOf?: string;
  @Optional() @IsOneOf(['booked', 'recorded']) clock?: 'booked' | 'recorded';
}

/** Kinds that a person books directly. Appropriations come from plan versions, commitments and actuals also from orders. */
export const BOOKABLE_KINDS = ['reservation', 'commitment', 'actual', 'lock'] as const;

/** Books one movement by hand: an order without document, a reservation, a small city's invoice. */
export class BookMovement {
  @IsId() lineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsOneOf(BOOKABLE_KINDS) kind: (typeof BOOKABLE_KINDS)[number];
  @IsAmountCents({ min: 1 }) amountCents: number;
  @IsPlainDate() bookedOn: string;
  @IsText({ max: 200 }) text: string;
  @Optional() @IsText({ max: 60, required: false }) documentNumber?: string;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
  /** Needed while no plan is in force (§ 116 NKomVG). */
  @Optional() @ValidateNested() @Type(() => ProvisionalClaimInput) provisional?: ProvisionalClaimInput;
}

/** Asks what a booking would do. */
export class CheckMovement {
  @IsId() lineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsOneOf(BOOKABLE_KINDS) kind: (typeof BOOKABLE_KINDS)[number];
  @IsAmountCents({ min: 1 }) amountCents: number;
  /** Needed while no plan is in force (§ 116 NKomVG). */
  @Optional() @ValidateNested() @Type(() => ProvisionalClaimInput) provisional?: ProvisionalClaimInput;
}

/** Undoes a movement by one of the opposite sign. */
export class ReverseMovement {
  @IsFiscalYear() fiscalYear: number;
  @IsText({ max: 500, multiline: true }) reason: string;
}

export const ORDER_OPENINGS = ['reserve', 'place'] as const;

/** Opens an order document: first as a reservation or at once as an order. */
export class OpenOrder {
  @IsId() lineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsText({ max: 60 }) number: string;
  @IsOneOf(ORDER_OPENINGS) opening: (typeof ORDER_OPENINGS)[number];
  @IsAmountCents({ min: 1 }) amountCents: number;
  @IsPlainDate() orderedOn: string;
  @Optional() @IsText({ max: 200, required: false }) supplier?: string;
  @IsText({ max: 200 }) subject: string;
  /** Needed where the authority is unknown (frame without a ceiling). */
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
  /** Needed while no plan is in force (§ 116 NKomVG). */
  @Optional() @ValidateNested() @Type(() => ProvisionalClaimInput) provisional?: ProvisionalClaimInput;
}

export const ORDER_STEP_NAMES = Object.keys(ORDER_STEPS) as OrderStep[];

/** One step in an order's life. `amountCents` is needed for every step but `cancel`. */
export class TakeOrderStep {
  @IsOneOf(ORDER_STEP_NAMES) step: OrderStep;
  @Optional() @IsAmountCents({ min: 1 }) amountCents?: number;
  @IsPlainDate() bookedOn: string;
  @Optional() @IsText({ max: 60, required: false }) documentNumber?: string;
  @Optional() @IsText({ max: 200, required: false }) text?: string;
  /** For a step that binds more while no plan is in force; left out, the ground of the order counts. */
  @Optional() @ValidateNested() @Type(() => ProvisionalClaimInput) provisional?: ProvisionalClaimInput;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Open orders with their age, oldest first. */
export class OrdersQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsOneOf(ORDER_STATES) state?: (typeof ORDER_STATES)[number];
  @Optional() @IsId() lineId?: string;
  /** Only orders that are not finished. */
  @Optional() @FromQueryFlag() @IsFlag() open?: boolean;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}
