import {
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { TRANSFER_STATES, type TransferState } from './transfer-plain';

/** Transfers of a year, newest first. */
export class TransfersQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsOneOf(TRANSFER_STATES) state?: TransferState;
  /** Only transfers from or to this line. */
  @Optional() @IsId() lineId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

/** Asks what a transfer would do. */
export class CheckTransfer {
  @IsId() fromLineId: string;
  @IsId() toLineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsAmountCents({ min: 1 }) amountCents: number;
  /** The note that makes lines of different sub-budgets coverable. */
  @Optional() @IsText({ max: 500, required: false, multiline: true }) budgetNote?: string;
  /** By a declared one-sided right (T6b). */
  @Optional() @IsFlag() isOneSided?: boolean;
}

/** Moves authority between two lines, or asks finance for it. */
export class CreateTransfer {
  @IsId() fromLineId: string;
  @IsId() toLineId: string;
  @IsFiscalYear() fiscalYear: number;
  @IsAmountCents({ min: 1 }) amountCents: number;
  @IsText({ max: 500, multiline: true }) reason: string;
  @Optional() @IsText({ max: 60, required: false }) documentNumber?: string;
  @Optional() @IsText({ max: 500, required: false, multiline: true }) budgetNote?: string;
}

/** The second person books what was asked for, or refuses it with a reason. */
export class DecideTransfer {
  @IsOneOf(['book', 'refuse']) decision: 'book' | 'refuse';
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class WithdrawTransfer {
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Undoes a booked transfer by a counter-transfer. */
export class UndoTransfer {
  @IsText({ max: 500, multiline: true }) reason: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
