import { FromQueryNumber, IsFiscalYear, IsFlag, IsText, IsWholeNumber } from '@etatlotse/contracts/input';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import { LineCriteria } from './line.contract';

/** Keeps a filter under a name, for everybody in the house. */
export class SaveFilter {
  @IsText({ max: 100 }) name: string;

  @IsDefined({ message: 'FIELD_REQUIRED' })
  @IsObject({ message: 'INPUT_INVALID' })
  @ValidateNested()
  @Type(() => LineCriteria)
  criteria: LineCriteria;

  /** What it finds is IT. */
  @IsFlag() marksIt: boolean;
}

/** Gives a filter another name, other criteria or another mark. */
export class ChangeFilter extends SaveFilter {
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class FilterVersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, 1_000_000) version: number;
}

export class FilterSumsQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** A saved filter. Its sums are asked for one by one (`LineTotals`), so that the list is there at once. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly criteria: LineCriteria;
  readonly marksIt: boolean;
  readonly createdByName: string | null;
  readonly createdAt: string;
  readonly version: number;
}
