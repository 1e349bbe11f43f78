import {
  FromQueryNumber,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { ACCOUNT_FRAME_CODES, type AccountFrameCode, RESERVE_KINDS, type ReserveKind } from '@etatlotse/domain/budget';
import { isId } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import { LineFilter } from './line.contract';
import { type BalanceFigures, FRAMES, type FrameCode, NETWORK_ZONES, RUN_OR_CHANGE, SERVICE_CLASSES } from './plain';

/** Left out means: stays as it is. `null` means: no longer assigned. */
export class LineAssignment {
  @Optional() @Nullable() @IsOneOf(FRAMES) frame?: FrameCode | null;
  @Optional() @Nullable() @IsOneOf(RUN_OR_CHANGE) runOrChange?: (typeof RUN_OR_CHANGE)[number] | null;
  @Optional() @Nullable() @IsOneOf(SERVICE_CLASSES) serviceClass?: (typeof SERVICE_CLASSES)[number] | null;
  @Optional() @Nullable() @IsOneOf(NETWORK_ZONES) networkZone?: (typeof NETWORK_ZONES)[number] | null;
  @Optional() @IsFlag() isNonStaff?: boolean;
  @Optional() @Nullable() @IsId() unitId?: string | null;
  /** Where the line stands in the plan (§ 4 KomHKVO); the empty text takes it out again. */
  @Optional() @IsText({ max: 60, required: false }) subBudget?: string;
  @Optional() @IsText({ max: 60, required: false }) product?: string;
  @Optional() @IsText({ max: 200, required: false }) productName?: string;
  @Optional() @IsText({ max: 20, required: false }) statementLine?: string;
  @Optional() @IsText({ max: 40, required: false }) costCentre?: string;
}

/** A new line. Direction and sphere follow from the account and the account frame, never from the caller. */
export class CreateLine extends LineAssignment {
  @IsText({ max: 120 }) number: string;
  @IsText({ max: 200 }) name: string;
  @IsOneOf(ACCOUNT_FRAME_CODES) accountFrame: AccountFrameCode;
  @IsText({ max: 20, required: false }) account: string;
  /** The year whose account frame counts; this year when left out. */
  @Optional() @IsFiscalYear() fiscalYear?: number;
  @Optional() @IsText({ max: 200, required: false }) accountName?: string;
  @Optional() @IsText({ max: 40, required: false }) projectKey?: string;
  @Optional() @Nullable() @IsId() poolId?: string | null;
  /** Deckungsreserve or Verfügungsmittel: covers nobody and belongs to no pool. */
  @Optional() @Nullable() @IsOneOf(RESERVE_KINDS) reserve?: ReserveKind | null;
  /** False where a budget note excludes the line from carrying over. */
  @Optional() @IsFlag() mayCarryOver?: boolean;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) explanation?: string;
}

/** Changes a line's classification. Number, account and what follows from them stay for ever. */
export class ChangeLine extends LineAssignment {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 200 }) name?: string;
  @Optional() @Nullable() @IsId() poolId?: string | null;
  @Optional() @Nullable() @IsOneOf(RESERVE_KINDS) reserve?: ReserveKind | null;
  /** False where a budget note excludes the line from carrying over. */
  @Optional() @IsFlag() mayCarryOver?: boolean;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) explanation?: string;
  /** A line that is shut down takes no more orders; running ones can still be settled. */
  @Optional() @IsFlag() isArchived?: boolean;
}

/** Assigns one classification to every line a filter finds. Refused when that is another number of lines than seen. */
export class AssignLines {
  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsObject({ message: 'INPUT_INVALID' })
  @ValidateNested()
  @Type(() => LineFilter)
  filter: LineFilter;

  @IsWholeNumber(0, 1_000_000) expectedLines: number;

  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsObject({ message: 'INPUT_INVALID' })
  @ValidateNested()
  @Type(() => LineAssignment)
  assign: LineAssignment;
}

export interface LinesAssigned {
  /** Lines the filter found. */
  readonly lines: number;
  /** Lines that were different before. */
  readonly changed: number;
}

const IsIdList = (): PropertyDecorator => IsList(500, isId);

/** A cover pool (Deckungskreis, § 19 KomHKVO) and its first lines. */
export class CreatePool {
  @IsText({ max: 40 }) code: string;
  @IsText({ max: 200 }) name: string;
  @Optional() @IsText({ max: 2000, required: false, multiline: true }) budgetNote?: string;
  @Optional() @IsIdList() lineIds?: string[];
}

/** Puts lines into a pool or takes them out, and names it. */
export class ChangePool {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 200 }) name?: string;
  @Optional() @IsText({ max: 2000, required: false, multiline: true }) budgetNote?: string;
  @Optional() @IsIdList() add?: string[];
  @Optional() @IsIdList() remove?: string[];
}

export class PoolsQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

export interface PoolRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly budgetNote: string;
  readonly version: number;
  readonly lines: number;
  readonly balance: BalanceFigures;
}
