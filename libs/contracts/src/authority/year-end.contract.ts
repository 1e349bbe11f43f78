import {
  FromQueryNumber,
  IsAmountCents,
  IsFiscalYear,
  IsId,
  IsList,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import {
  CARRY_OVER_BATCH,
  CARRY_OVER_KINDS,
  type CarryOverKind,
  YEAR_END_VIEWS,
  type YearEndView,
} from './year-end-plain';

/** `/{fiscalYear}` of an address. */
export class YearEndPath {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

export class YearEndLinesQuery extends PageQuery {
  /** Lines with open orders, when left out. */
  @Optional() @IsOneOf(YEAR_END_VIEWS) view?: YearEndView;
  @Optional() @IsText({ max: 100 }) q?: string;
  @Optional() @IsText({ max: 2000 }) cursor?: string;
}

/** What one line takes along. */
export class CarryOverProposal {
  @IsId() lineId: string;
  /** Zero takes only the open orders along. */
  @IsAmountCents({ min: 0 }) amountCents: number;
  @IsOneOf(CARRY_OVER_KINDS) kind: CarryOverKind;
  @IsText({ max: 1000, multiline: true, required: false }) reason: string;
}

/** Asks for authority to be carried over; a proposal that waits for the line is replaced. */
export class ProposeCarryOvers {
  @IsFiscalYear() fromYear: number;
  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsList(CARRY_OVER_BATCH)
  @ValidateNested({ each: true })
  @Type(() => CarryOverProposal)
  proposals: CarryOverProposal[];
}

/** A proposal as it was looked at. */
export class SeenProposal {
  @IsId() id: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Decides on proposals of others, all or none. */
export class DecideCarryOvers {
  @IsOneOf(['approve', 'refuse']) decision: 'approve' | 'refuse';
  @Optional() @IsText({ max: 500, multiline: true, required: false }) note?: string;
  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsList(CARRY_OVER_BATCH)
  @ValidateNested({ each: true })
  @Type(() => SeenProposal)
  proposals: SeenProposal[];
}
