import {
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Nullable,
} from '@etatlotse/contracts/input';
import {
  DEMAND_ITEM_KINDS,
  type DemandItemKind,
  ITEM_RHYTHMS,
  type ItemRhythm,
  PRICE_BASES,
  type PriceBasis,
} from '@etatlotse/domain/demand';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

const VERSION_MAX = 1_000_000;
const PRICE_MAX = 99_999_999_999;
const MONTHS_MAX = 240;
const DECIDED_AS = ['expense', 'investment'] as const;

/** An item as it stands in a form, to be accounted without being stored. */
export class PreviewItem {
  @IsOneOf(DEMAND_ITEM_KINDS) kind: DemandItemKind;
  @IsOneOf(ITEM_RHYTHMS) rhythm: ItemRhythm;
  @IsFiscalYear() fromYear: number;
  @Nullable() @IsFiscalYear() toYear: number | null;
  @IsWholeNumber(1, 12) month: number;
  @Nullable() @IsWholeNumber(0, 1_000_000) quantity: number | null;
  @Nullable() @IsAmountCents({ min: 0, max: PRICE_MAX }) unitPriceCents: number | null;
  @IsOneOf(PRICE_BASES) basis: PriceBasis;
  @IsWholeNumber(0, 10_000) vatBasisPoints: number;
  @IsWholeNumber(-5_000, 5_000) increaseBasisPoints: number;
  @IsText({ max: 160, required: false }) label: string;
  @IsFlag() isStandalone: boolean;
  @Nullable() @IsWholeNumber(1, MONTHS_MAX) paidMonths: number | null;
}

export class PreviewAccounting {
  @IsId() roundId: string;
  @IsList(200) @ValidateNested({ each: true }) @Type(() => PreviewItem) items: PreviewItem[];
}

/** What is said about an item: its use by whoever writes the demand, its class by finance with a reason. */
export class AccountItem {
  @IsFlag() isStandalone: boolean;
  @Nullable() @IsWholeNumber(1, MONTHS_MAX) paidMonths: number | null;
  @Nullable() @IsOneOf(DECIDED_AS) decidedAs: (typeof DECIDED_AS)[number] | null;
  @IsText({ max: 1000, required: false, multiline: true }) reason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class ItemPath {
  @IsId() id: string;
  @IsId() itemId: string;
}

export class PaperAlternative {
  @IsText({ max: 120 }) name: string;
  @IsList(30, isFlow) flowsCents: number[];
}

/** The papers of an investment: alternatives with what they pay and save year by year, a recommendation, follow-up costs. */
export class SavePaper {
  @IsList(10) @ValidateNested({ each: true }) @Type(() => PaperAlternative) alternatives: PaperAlternative[];
  @IsText({ max: 120, required: false }) recommendation: string;
  @IsWholeNumber(0, 10_000) rateBasisPoints: number;
  @Nullable() @IsAmountCents({ min: 0, max: PRICE_MAX }) followUpCents: number | null;
  @IsText({ max: 1000, required: false, multiline: true }) followUpReason: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

function isFlow(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= PRICE_MAX;
}
