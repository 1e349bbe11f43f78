import {
  FromQueryFlag,
  IsAmountCents,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsShape,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { CHECK_ANSWERS, type CheckAnswer, DESK_CHECKS, MAX_ITEMS } from '@etatlotse/domain/demand';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import {
  type Checklist,
  DEMAND_ITEM_KINDS,
  DEMAND_OCCURRENCES,
  DEMAND_REASONS,
  DEMAND_STATES,
  DEMAND_STEPS,
  type DemandItemKind,
  type DemandOccurrence,
  type DemandReason,
  type DemandState,
  type DemandStep,
  DEPENDENCY_KINDS,
  type DependencyKind,
  FRAME_CODES,
  type FrameCode,
  ITEM_RHYTHMS,
  type ItemRhythm,
  NETWORK_ZONES,
  type NetworkZone,
  PRICE_BASES,
  type PriceBasis,
  REVIEWER_DESKS,
  type ReviewerDesk,
  RUN_OR_CHANGE,
  type RunOrChange,
  SERVICE_CLASSES,
  type ServiceClass,
} from './plain';
import { WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';

const VERSION_MAX = 1_000_000;
/** Which demands of a round. */
export class DemandsQuery extends PageQuery {
  @Optional() @IsId() roundId?: string;
  @Optional() @IsOneOf(DEMAND_STATES) state?: DemandState;
  @Optional() @IsOneOf(FRAME_CODES) frame?: FrameCode;
  @Optional() @IsOneOf(RUN_OR_CHANGE) runOrChange?: RunOrChange;
  @Optional() @IsOneOf(SERVICE_CLASSES) serviceClass?: ServiceClass;
  @Optional() @IsOneOf(DEMAND_REASONS) reason?: DemandReason;
  @Optional() @IsId() unitId?: string;
  /** Only those that wait too long. */
  @Optional() @FromQueryFlag() @IsFlag() late?: boolean;
  /** Only those that the caller owns, drafted or submitted. */
  @Optional() @FromQueryFlag() @IsFlag() mine?: boolean;
  /** Words that occur in title or purpose, or the number. */
  @Optional() @IsText({ max: 100 }) q?: string;
  @Optional() @IsText({ max: 500 }) cursor?: string;
}

export class BoardQuery {
  @Optional() @IsId() roundId?: string;
  /** Also the first demands of each state. */
  @Optional() @FromQueryFlag() @IsFlag() withCards?: boolean;
}

export class DeskQueueQuery extends PageQuery {
  /** Also what the desk has answered. */
  @Optional() @FromQueryFlag() @IsFlag() withAnswered?: boolean;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}

export class DemandOffersQuery {
  @IsId() roundId: string;
  @Optional() @IsText({ max: 100 }) q?: string;
}

export class DemandEventsQuery extends PageQuery {
  @Optional() @IsText({ max: 100 }) cursor?: string;
}

export class WaitingQuery extends PageQuery {
  @Optional() @IsText({ max: 100 }) cursor?: string;
}

/** Begins a draft in the open round, for a unit. */
export class StartDemand {
  @IsId() roundId: string;
  @IsId() unitId: string;
  @IsText({ max: 160, required: false }) title: string;
}

export class SaveDemandItem {
  /** Made by the page, so that a repeated save writes the same item. */
  @IsId() id: string;
  @IsText({ max: 160, required: false }) label: string;
  @IsOneOf(DEMAND_ITEM_KINDS) kind: DemandItemKind;
  @IsOneOf(ITEM_RHYTHMS) rhythm: ItemRhythm;
  @IsFiscalYear() fromYear: number;
  @Nullable() @IsFiscalYear() toYear: number | null;
  @IsWholeNumber(1, 12) month: number;
  @Nullable() @IsWholeNumber(0, 1_000_000) quantity: number | null;
  @IsText({ max: 40, required: false }) unit: string;
  @Nullable() @IsAmountCents({ min: 0, max: 999_999_999 }) unitPriceCents: number | null;
  @IsOneOf(PRICE_BASES) basis: PriceBasis;
  @IsWholeNumber(0, WHOLE_BASIS_POINTS) vatBasisPoints: number;
  @IsWholeNumber(-5000, 5000) increaseBasisPoints: number;
}

export class SaveDemandFte {
  @IsFiscalYear() fiscalYear: number;
  @Nullable() @IsWholeNumber(0, 1_000_000) introductionThousandths: number | null;
  @Nullable() @IsWholeNumber(0, 1_000_000) operationThousandths: number | null;
}

export class SaveDemandDependency {
  @IsId() toId: string;
  @IsOneOf(DEPENDENCY_KINDS) kind: DependencyKind;
}

/** The whole content of a draft, as it stands in the form. */
export class SaveDemand {
  @IsText({ max: 160, required: false }) title: string;
  @IsText({ max: 4000, required: false, multiline: true }) purpose: string;
  @IsText({ max: 1000, required: false, multiline: true }) forWhom: string;
  @Nullable() @IsOneOf(RUN_OR_CHANGE) runOrChange: RunOrChange | null;
  @Nullable() @IsOneOf(DEMAND_OCCURRENCES) occurrence: DemandOccurrence | null;
  @Nullable() @IsWholeNumber(0, 100) probabilityPercent: number | null;
  @Nullable() @IsPlainDate() earliestOn: string | null;
  @Nullable() @IsOneOf(DEMAND_REASONS) reason: DemandReason | null;
  @IsText({ max: 300, required: false }) reasonBasis: string;
  @Nullable() @IsPlainDate() reasonDeadline: string | null;
  @Nullable() @IsOneOf(SERVICE_CLASSES) serviceClass: ServiceClass | null;
  @Nullable() @IsOneOf(NETWORK_ZONES) networkZone: NetworkZone | null;
  @Nullable() @IsOneOf(FRAME_CODES) frame: FrameCode | null;
  @Nullable() @IsFiscalYear() earliestStartYear: number | null;
  @Nullable() @IsFiscalYear() latestStartYear: number | null;
  @IsText({ max: 4000, required: false, multiline: true }) benefit: string;
  @IsList(MAX_ITEMS) @ValidateNested({ each: true }) @Type(() => SaveDemandItem) items: SaveDemandItem[];
  @IsList(20) @ValidateNested({ each: true }) @Type(() => SaveDemandFte) fte: SaveDemandFte[];
  @IsList(30) @ValidateNested({ each: true }) @Type(() => SaveDemandDependency) dependencies: SaveDemandDependency[];
  @IsList(20, isPaperNumber) papers: string[];
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class TakeDemandStep {
  @IsOneOf(DEMAND_STEPS) step: DemandStep;
  @Optional() @IsText({ max: 2000, required: false, multiline: true }) reason?: string;
  /** For `deliberate`: when it was deliberated, and with what result. */
  @Optional() @IsPlainDate() deliberatedOn?: string;
  @Optional() @IsText({ max: 2000, required: false, multiline: true }) deliberation?: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

/** Finance says which frame pays. */
export class SetDemandFrame {
  @IsOneOf(FRAME_CODES) frame: FrameCode;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class AddDemandRemark {
  @IsText({ max: 4000, multiline: true }) text: string;
}

export class CopyDemand {
  @IsId() roundId: string;
}

/** What a desk says: its list, and sign-off (perhaps with conditions) or objection. */
export class DecideReview {
  @IsOneOf(['open', 'signed', 'objected']) state: 'open' | 'signed' | 'objected';
  @IsShape(isChecklist, 'CHECKLIST_INVALID') checklist: Checklist;
  @IsText({ max: 2000, required: false, multiline: true }) conditions: string;
  @IsText({ max: 2000, required: false, multiline: true }) objection: string;
  @IsWholeNumber(1, VERSION_MAX) version: number;
}

export class ReviewPath {
  @IsId() id: string;
  @IsOneOf(REVIEWER_DESKS) desk: ReviewerDesk;
}

export class AttachmentPath {
  @IsId() id: string;
  @IsId() attachmentId: string;
}

const POINTS: readonly string[] = Object.values(DESK_CHECKS).flat();
const ANSWERS: readonly unknown[] = CHECK_ANSWERS;

/** Points of a desk's list with an answer each. */
function isChecklist(value: unknown): value is Readonly<Record<string, CheckAnswer>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([point, answer]) => POINTS.includes(point) && ANSWERS.includes(answer));
}

/** A DS number as council papers bear it: `25-25403` or `25-25403-01`. */
function isPaperNumber(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9]{2}-[0-9]{5}(-[0-9]{2})?$/.test(value);
}
