import {
  FromQueryFlag,
  FromQueryNumber,
  IsAmountCents,
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
import { UseInput } from '@etatlotse/contracts/site';
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import {
  DEVICE_CYCLE_MAX_MONTHS,
  DEVICE_PRICE_MAX_CENTS,
  DEVICE_QUANTITY_MAX,
  DEVICE_VAT_MAX_BASIS_POINTS,
  DISPOSAL_REASONS,
  type DisposalReason,
} from '@etatlotse/domain/device';
import { HARDWARE_FRAMES, type HardwareFrame } from '@etatlotse/domain/site';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** Batches, those bought last first. What is all gone is left out unless asked for. */
export class BatchesQuery extends PageQuery {
  /** Words that occur in the names of kind and site. */
  @Optional() @IsText({ max: 200 }) q?: string;
  @Optional() @IsId() kindId?: string;
  @Optional() @IsId() siteId?: string;
  /** With the units below it. */
  @Optional() @IsId() unitId?: string;
  @Optional() @IsOneOf(NETWORK_ZONES) networkZone?: NetworkZone;
  @Optional() @IsOneOf(HARDWARE_FRAMES) frame?: HardwareFrame;
  /** Only what is due today. */
  @Optional() @FromQueryFlag() @IsFlag() isDue?: boolean;
  /** Only what is due for the first time in this year. */
  @Optional() @FromQueryNumber() @IsFiscalYear() dueYear?: number;
  @Optional() @FromQueryFlag() @IsFlag() withGone?: boolean;
  @Optional() @IsText({ max: 400 }) cursor?: string;
}

/** The demand of five years from this one on. */
export class DemandQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsId() unitId?: string;
  @Optional() @IsId() siteId?: string;
}

export class KindsQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

export class CreateBatch extends UseInput {
  @IsId() kindId: string;
  @IsWholeNumber(1, DEVICE_QUANTITY_MAX) quantity: number;
  @IsPlainDate() boughtOn: string;
  @IsAmountCents({ min: 1, max: DEVICE_PRICE_MAX_CENTS }) netUnitCents: number;
  /** Left out: the whole city. */
  @Optional() @IsId() unitId?: string;
  /** Left out: in store, or at several sites. */
  @Optional() @IsId() siteId?: string;
  @IsText({ max: 300, required: false }) note: string;
  /** The number on the devices or of the inventory list; no two batches have the same. */
  @Optional() @IsText({ max: 60, required: false }) inventoryNumber?: string;
}

/** Some devices of a batch go to another unit or site. */
export class MoveDevices extends UseInput {
  @IsWholeNumber(1, DEVICE_QUANTITY_MAX) quantity: number;
  /** Left out: the whole city. */
  @Optional() @IsId() unitId?: string;
  /** Left out: in store, or at several sites. */
  @Optional() @IsId() siteId?: string;
  @IsText({ max: 500, multiline: true }) reason: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** The batch as it is to be, at the version it was seen at. */
export class ChangeBatch extends CreateBatch {
  @IsText({ max: 500, multiline: true }) reason: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Some devices of a batch have left the stock. */
export class DisposeDevices {
  @IsWholeNumber(1, DEVICE_QUANTITY_MAX) quantity: number;
  @IsPlainDate() disposedOn: string;
  @IsOneOf(DISPOSAL_REASONS) disposalReason: DisposalReason;
  @IsText({ max: 500, required: false, multiline: true }) remark: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class CreateDeviceKind {
  @IsText({ max: 20 }) code: string;
  @IsText({ max: 100 }) name: string;
  @IsAmountCents({ min: 1, max: DEVICE_PRICE_MAX_CENTS }) netUnitCents: number;
  @IsWholeNumber(0, DEVICE_VAT_MAX_BASIS_POINTS) vatBasisPoints: number;
  @IsWholeNumber(1, DEVICE_CYCLE_MAX_MONTHS) cycleMonths: number;
  /** Usable on its own; docks and most monitors are not. */
  @IsFlag() isStandalone: boolean;
  /** What finance answered where the rule leaves it open. */
  @Optional() @IsOneOf(['expense', 'investment']) answer?: 'expense' | 'investment';
  @IsText({ max: 300, required: false }) answerReason: string;
  /** Where price and cycle come from. */
  @IsText({ max: 200 }) source: string;
}

export class ChangeDeviceKind extends CreateDeviceKind {
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class EquipmentItemInput {
  @IsId() kindId: string;
  @IsWholeNumber(1, 100) quantity: number;
}

export class CreateEquipmentSet {
  @IsText({ max: 100 }) name: string;
  @IsWholeNumber(0, DEVICE_QUANTITY_MAX) workplaces: number;
  @IsList(30) @ValidateNested({ each: true }) @Type(() => EquipmentItemInput) items: EquipmentItemInput[];
}

export class ChangeEquipmentSet extends CreateEquipmentSet {
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class EquipmentVersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, 1_000_000) version: number;
}
