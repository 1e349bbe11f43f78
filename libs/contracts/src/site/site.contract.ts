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
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import {
  HARDWARE_FRAMES,
  type HardwareFrame,
  SITE_KINDS,
  SITE_STEPS,
  type SiteKind,
  type SiteStep,
} from '@etatlotse/domain/site';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { INVESTMENT_STATES, type InvestmentState } from './plain';
import { WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';

/** The register by name, with fees and investments of a fiscal year. Closed sites are left out unless asked for. */
export class SitesQuery extends PageQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  /** Words that occur in number, name or address. */
  @Optional() @IsText({ max: 200 }) q?: string;
  @Optional() @IsOneOf(SITE_KINDS) kind?: SiteKind;
  @Optional() @IsOneOf(NETWORK_ZONES) networkZone?: NetworkZone;
  @Optional() @FromQueryFlag() @IsFlag() withClosed?: boolean;
  @Optional() @IsText({ max: 400 }) cursor?: string;
}

export class SiteQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
}

/** `/{id}/investments/{investmentId}` of an address. */
export class InvestmentPath {
  @IsId() id: string;
  @IsId() investmentId: string;
}

const isZone = (value: unknown): boolean => NETWORK_ZONES.some((zone) => zone === value);

export class CreateSite {
  @IsText({ max: 40 }) number: string;
  @IsText({ max: 200 }) name: string;
  @IsOneOf(SITE_KINDS) kind: SiteKind;
  @IsText({ max: 300, required: false }) address: string;
  /** The unit that answers for it; left out: the whole city. */
  @Optional() @IsId() unitId?: string;
  @IsList(NETWORK_ZONES.length, isZone) zones: NetworkZone[];
}

/** The site as it is to be, at the version it was seen at. */
export class ChangeSite extends CreateSite {
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

/** Closes a site or takes it into use again. */
export class TakeSiteStep {
  @IsOneOf(SITE_STEPS) step: SiteStep;
  @IsPlainDate() day: string;
  @IsText({ max: 500, multiline: true }) reason: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class SiteVersionQuery {
  @FromQueryNumber() @IsWholeNumber(1, 1_000_000) version: number;
}

/** A decision of the council, a committee or the mayor. */
export class DecisionInput {
  @IsPlainDate() decidedOn: string;
  @IsText({ max: 200 }) body: string;
  @IsText({ max: 200 }) document: string;
}

/** What hardware is for: a network with its frame, or a split key. */
export class UseInput {
  @Optional() @IsOneOf(NETWORK_ZONES) networkZone?: NetworkZone;
  @Optional() @IsOneOf(HARDWARE_FRAMES) frame?: HardwareFrame;
  @Optional() @IsId() splitKeyId?: string;
  /** Where the frames of administration and schools mix. */
  @Optional() @ValidateNested() @Type(() => DecisionInput) decision?: DecisionInput;
}

/** Money that goes into the network of a site, gross. */
export class CreateInvestment extends UseInput {
  @IsText({ max: 200 }) name: string;
  @IsFiscalYear() fiscalYear: number;
  @IsAmountCents({ min: 1, max: 999_999_999_999 }) amountCents: number;
  @IsOneOf(INVESTMENT_STATES) state: InvestmentState;
}

export class ChangeInvestment extends CreateInvestment {
  @Optional() @IsText({ max: 500, required: false, multiline: true }) reason?: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}

export class SplitPartInput {
  @IsOneOf(NETWORK_ZONES) zone: NetworkZone;
  @IsOneOf(HARDWARE_FRAMES) frame: HardwareFrame;
  @IsWholeNumber(1, WHOLE_BASIS_POINTS) shareBasisPoints: number;
}

export class CreateSplitKey {
  @IsText({ max: 100 }) name: string;
  @IsList(NETWORK_ZONES.length * HARDWARE_FRAMES.length)
  @ValidateNested({ each: true })
  @Type(() => SplitPartInput)
  parts: SplitPartInput[];
  @Optional() @ValidateNested() @Type(() => DecisionInput) decision?: DecisionInput;
}

export class ChangeSplitKey extends CreateSplitKey {
  @IsText({ max: 500, multiline: true }) reason: string;
  @IsWholeNumber(1, 1_000_000) version: number;
}
