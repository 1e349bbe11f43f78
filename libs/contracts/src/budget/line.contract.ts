import {
  FromQueryFlag,
  FromQueryNumber,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import {
  type BalanceFigures,
  DIRECTIONS,
  FRAMES,
  type FrameCode,
  NETWORK_ZONES,
  RUN_OR_CHANGE,
  SERVICE_CLASSES,
  SPHERES,
} from './plain';

/** What lists of lines can be filtered by. `frame=none` finds lines outside the IT frames. */
export class LineFilter {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsText({ max: 100 }) q?: string;
  @Optional() @IsOneOf([...FRAMES, 'none', 'any']) frame?: FrameCode | 'none' | 'any';
  @Optional() @IsId() unitId?: string;
  @Optional() @IsText({ max: 200 }) product?: string;
  @Optional() @IsText({ max: 60 }) subBudget?: string;
  @Optional() @IsText({ max: 20 }) accountPrefix?: string;
  @Optional() @IsOneOf(DIRECTIONS) direction?: (typeof DIRECTIONS)[number];
  @Optional() @IsOneOf(SPHERES) sphere?: (typeof SPHERES)[number];
  @Optional() @IsOneOf(RUN_OR_CHANGE) runOrChange?: (typeof RUN_OR_CHANGE)[number];
  @Optional() @IsOneOf(SERVICE_CLASSES) serviceClass?: (typeof SERVICE_CLASSES)[number];
  @Optional() @IsOneOf(NETWORK_ZONES) networkZone?: (typeof NETWORK_ZONES)[number];
  @Optional() @IsId() importId?: string;
  @Optional() @FromQueryFlag() @IsFlag() overAuthority?: boolean;
  @Optional() @FromQueryFlag() @IsFlag() ownUnits?: boolean;
}

/** The columns a list of lines sorts by; a leading minus sorts downwards. */
export const LINE_SORTS = [
  'number',
  '-number',
  'name',
  '-name',
  'available',
  '-available',
  'adjusted',
  '-adjusted',
  'actual',
  '-actual',
  'commitment',
  '-commitment',
] as const;

export class LinesQuery extends LineFilter {
  @Optional() @FromQueryNumber() @IsWholeNumber(1, 200) limit?: number;
  @Optional() @IsText({ max: 400 }) cursor?: string;
  @Optional() @IsOneOf(LINE_SORTS) sort?: (typeof LINE_SORTS)[number];
}

export const LINE_GROUPINGS = [
  'frame',
  'unit',
  'product',
  'subBudget',
  'account',
  'accountClass',
  'statementLine',
  'project',
  'costCentre',
  'direction',
  'sphere',
  'runOrChange',
  'serviceClass',
  'networkZone',
] as const;
export type LineGrouping = (typeof LINE_GROUPINGS)[number];

export class GroupQuery extends LineFilter {
  @IsOneOf(LINE_GROUPINGS) groupBy: LineGrouping;
}

/** One line with its balance of the year. */
export interface LineRow extends BalanceFigures {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode | null;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly product: string;
  readonly account: string;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly sphere: (typeof SPHERES)[number];
  readonly runOrChange: 'run' | 'change' | null;
  readonly poolId: string | null;
  readonly overAuthority: boolean;
}

/** Sums of everything the filter finds, by direction, since classes must not be added together. */
export interface LineTotals {
  readonly lines: number;
  readonly balance: BalanceFigures;
  readonly byDirection: readonly {
    readonly direction: (typeof DIRECTIONS)[number];
    readonly lines: number;
    readonly plannedCents: number;
    readonly actualCents: number;
  }[];
  readonly unknownFrames: readonly FrameCode[];
}

export interface LinePage {
  readonly rows: readonly LineRow[];
  readonly nextCursor: string | null;
}

/** Up to 20,000 lines as columns, for the fast table. */
export interface LineGrid {
  readonly columns: Readonly<Record<keyof LineRow, readonly unknown[]>>;
  readonly totals: LineTotals;
  readonly isTruncated: boolean;
}

export interface LineGroup {
  readonly key: string;
  readonly label: string;
  readonly lines: number;
  readonly balance: BalanceFigures;
}

/** Everything about one line that is not a figure. */
export interface LineDetail {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode | null;
  readonly subBudget: string;
  readonly product: string;
  readonly productName: string;
  readonly account: string;
  readonly accountName: string;
  readonly accountFrame: string;
  readonly statementLine: string;
  readonly projectKey: string;
  readonly costCentre: string;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly sphere: (typeof SPHERES)[number];
  readonly runOrChange: 'run' | 'change' | null;
  readonly serviceClass: (typeof SERVICE_CLASSES)[number] | null;
  readonly networkZone: (typeof NETWORK_ZONES)[number] | null;
  readonly isNonStaff: boolean;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly pool: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly availableCents: number;
    readonly members: readonly {
      readonly id: string;
      readonly number: string;
      readonly name: string;
      readonly availableCents: number;
    }[];
  } | null;
  readonly explanation: string;
  readonly origin: 'manual' | 'import' | 'source' | 'demo';
  readonly isArchived: boolean;
  readonly version: number;
  readonly balance: BalanceFigures;
  readonly isAuthorityUnknown: boolean;
  readonly differenceCents: number;
  readonly months: readonly { readonly month: number; readonly actualCents: number }[];
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly adjustedCents: number;
    readonly actualCents: number;
    readonly availableCents: number;
  }[];
}

/** A new line. Direction and sphere follow from the account and the account frame, never from the caller. */
export class CreateLine {
  @IsText({ max: 120 }) number: string;
  @IsText({ max: 200 }) name: string;
  @IsText({ max: 20 }) accountFrame: string;
  @IsText({ max: 20 }) account: string;
  @Optional() @IsText({ max: 200, required: false }) accountName?: string;
  @Optional() @IsText({ max: 60, required: false }) subBudget?: string;
  @Optional() @IsText({ max: 60, required: false }) product?: string;
  @Optional() @IsText({ max: 200, required: false }) productName?: string;
  @Optional() @IsText({ max: 20, required: false }) statementLine?: string;
  @Optional() @IsText({ max: 40, required: false }) projectKey?: string;
  @Optional() @IsText({ max: 40, required: false }) costCentre?: string;
  @Optional() @Nullable() @IsOneOf(FRAMES) frame?: FrameCode | null;
  @Optional() @Nullable() @IsOneOf(RUN_OR_CHANGE) runOrChange?: (typeof RUN_OR_CHANGE)[number] | null;
  @Optional() @Nullable() @IsOneOf(SERVICE_CLASSES) serviceClass?: (typeof SERVICE_CLASSES)[number] | null;
  @Optional() @Nullable() @IsOneOf(NETWORK_ZONES) networkZone?: (typeof NETWORK_ZONES)[number] | null;
  @Optional() @IsFlag() isNonStaff?: boolean;
  @Optional() @Nullable() @IsId() unitId?: string | null;
  @Optional() @Nullable() @IsId() poolId?: string | null;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) explanation?: string;
}

/** Changes a line's classification. Number, account and what follows from them stay for ever. */
export class ChangeLine {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 200 }) name?: string;
  @Optional() @Nullable() @IsOneOf(FRAMES) frame?: FrameCode | null;
  @Optional() @Nullable() @IsOneOf(RUN_OR_CHANGE) runOrChange?: (typeof RUN_OR_CHANGE)[number] | null;
  @Optional() @Nullable() @IsOneOf(SERVICE_CLASSES) serviceClass?: (typeof SERVICE_CLASSES)[number] | null;
  @Optional() @Nullable() @IsOneOf(NETWORK_ZONES) networkZone?: (typeof NETWORK_ZONES)[number] | null;
  @Optional() @IsFlag() isNonStaff?: boolean;
  @Optional() @Nullable() @IsId() unitId?: string | null;
  @Optional() @Nullable() @IsId() poolId?: string | null;
  @Optional() @IsText({ max: 4000, required: false, multiline: true }) explanation?: string;
  @Optional() @IsFlag() isArchived?: boolean;
}

export class NotesQuery extends PageQuery {
  @Optional() @IsText({ max: 200 }) cursor?: string;
}
