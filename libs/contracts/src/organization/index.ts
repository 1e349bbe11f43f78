import {
  FromQueryNumber,
  IsId,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { UNIT_LEVELS, type UnitLevel } from './plain';

export * from './plain';

const VERSION_MAX = 1_000_000;

/** The tree on a day (default: today in Germany). */
export class UnitTreeQuery {
  @Optional() @IsPlainDate() asOf?: string;
}

/** A new unit. Without a parent it stands at the top. */
export class CreateUnit {
  @IsOneOf(UNIT_LEVELS) level: UnitLevel;
  @IsText({ max: 40 }) code: string;
  @IsText({ max: 200 }) name: string;
  @Nullable() @IsId() parentId: string | null;
  @IsPlainDate() validFrom: string;
  @Optional() @Nullable() @IsPlainDate() validTo?: string | null;
}

/** A new name or a new short sign. The unit stays the same unit. */
export class RenameUnit {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @Optional() @IsText({ max: 40 }) code?: string;
  @Optional() @IsText({ max: 200 }) name?: string;
}

/** Puts a unit with all below it under another one, or (null) at the top. */
export class MoveUnit {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @Nullable() @IsId() parentId: string | null;
}

/** Sets the first or the last day of a unit; `validTo: null` takes an end back. */
export class SetUnitValidity {
  @IsWholeNumber(1, VERSION_MAX) version: number;
  @Optional() @IsPlainDate() validFrom?: string;
  @Optional() @Nullable() @IsPlainDate() validTo?: string | null;
}

/** `?version=` of a deletion. */
export class VersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, VERSION_MAX) version: number;
}
