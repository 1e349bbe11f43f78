import {
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsShape,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { DRIVER_KINDS, type DriverKind, MICROS, VOLUME_KINDS, VOLUME_MAX, type VolumeKind } from './plain';
import { ISSUED_MONTHS_MAX, NUMBER_YEARS_MAX, STOCK_MONTHS_MAX } from './task-plain';

const isVolume = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= VOLUME_MAX);

/** Twelve months of a year and kind; null is not known. */
export class YearNumbersInput {
  @IsFiscalYear() fiscalYear: number;
  @IsOneOf(VOLUME_KINDS) kind: VolumeKind;
  @IsShape((value) => Array.isArray(value) && value.length === 12 && value.every(isVolume), 'LIST_INVALID')
  counts: (number | null)[];
}

/** Numbers of several years at once, all or none. */
export class SaveNumbers {
  @IsList(NUMBER_YEARS_MAX) @ValidateNested({ each: true }) @Type(() => YearNumbersInput) years: YearNumbersInput[];
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Open cases that came in within a month. */
export class StockMonthInput {
  @IsFiscalYear() year: number;
  @IsWholeNumber(1, 12) month: number;
  @IsWholeNumber(0, VOLUME_MAX) workable: number;
  @IsWholeNumber(0, VOLUME_MAX) waiting: number;
}

/** What lies there, counted on a day; by month of receipt where somebody looked. */
export class SaveStock {
  @IsPlainDate() countedOn: string;
  @IsWholeNumber(0, VOLUME_MAX) workable: number;
  @IsWholeNumber(0, VOLUME_MAX) waiting: number;
  /** Share of new cases that are not complete. */
  @IsWholeNumber(0, 100) incompletePercent: number;
  /** Share of the waiting ones whose papers come within a month. */
  @IsWholeNumber(0, 100) returnPercent: number;
  @IsList(STOCK_MONTHS_MAX) @ValidateNested({ each: true }) @Type(() => StockMonthInput) months: StockMonthInput[];
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** A driver of the planned numbers. A change of the law has a month and a factor, a wave of renewals what was issued when. */
export class CreateDriver {
  @IsOneOf(DRIVER_KINDS) kind: DriverKind;
  @IsText({ max: 120 }) name: string;
  @IsText({ max: 300 }) source: string;
  @IsFlag() isActive: boolean;
  @Optional() @IsPlainDate() from?: string;
  /** 1,400,000 is two fifths more. */
  @Optional() @IsWholeNumber(1, 100 * MICROS) factorMicros?: number;
  @Optional() @IsWholeNumber(0, 120) overMonths?: number;
  @Optional() @IsWholeNumber(1, 480) holdsForMonths?: number;
  @Optional() @IsWholeNumber(0, 100) returnPercent?: number;
  @Optional() @IsPlainDate() issuedFrom?: string;
  @Optional() @IsList(ISSUED_MONTHS_MAX, isVolume) issued?: (number | null)[];
}

export class ChangeDriver extends CreateDriver {
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** A driver of a task. */
export class DriverPath {
  @IsId() id: string;
  @IsId() driverId: string;
}
