import {
  FromQueryFlag,
  FromQueryNumber,
  IsFiscalYear,
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import type { ReserveKind } from '@etatlotse/domain/budget';
import { checkText } from '@etatlotse/domain/shared';
import { Transform } from 'class-transformer';
import { LINE_GROUPINGS, LINE_SORTS, type LineGrouping, type LineSort } from './line-plain';
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

const LIST_MAX = 50;

/** In an address a field may come once or several times; either way it is a list (`product=A&product=B`). */
const FromQueryList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

/** At most 50 codes; the empty text stands for lines without one. */
const IsCodeList = (): PropertyDecorator =>
  IsList(LIST_MAX, (item) => checkText(item, { max: 200, required: false }).ok);

/** What lines are chosen by, without the year: what a saved filter keeps. Fields narrow each other; lists widen. */
export class LineCriteria {
  /** Words; each must occur in number, name, product, account or project, in any case. */
  @Optional() @IsText({ max: 100 }) q?: string;
  /** `none` finds lines outside the IT frames, `any` those within. */
  @Optional() @IsOneOf([...FRAMES, 'none', 'any']) frame?: FrameCode | 'none' | 'any';
  /** The unit and everything below it. */
  @Optional() @IsId() unitId?: string;
  @Optional() @FromQueryFlag() @IsFlag() withoutUnit?: boolean;
  @Optional() @FromQueryList() @IsCodeList() product?: string[];
  @Optional() @FromQueryList() @IsCodeList() subBudget?: string[];
  @Optional() @FromQueryList() @IsCodeList() projectKey?: string[];
  @Optional() @FromQueryList() @IsCodeList() costCentre?: string[];
  @Optional() @FromQueryList() @IsCodeList() statementLine?: string[];
  /** Accounts that begin with one of these. */
  @Optional() @FromQueryList() @IsCodeList() accountPrefix?: string[];
  @Optional() @IsText({ max: 20 }) accountFrame?: string;
  @Optional() @IsOneOf(DIRECTIONS) direction?: (typeof DIRECTIONS)[number];
  @Optional() @IsOneOf(SPHERES) sphere?: (typeof SPHERES)[number];
  @Optional() @IsOneOf([...RUN_OR_CHANGE, 'none']) runOrChange?: (typeof RUN_OR_CHANGE)[number] | 'none';
  @Optional() @IsOneOf([...SERVICE_CLASSES, 'none']) serviceClass?: (typeof SERVICE_CLASSES)[number] | 'none';
  @Optional() @IsOneOf([...NETWORK_ZONES, 'none']) networkZone?: (typeof NETWORK_ZONES)[number] | 'none';
  @Optional() @IsId() poolId?: string;
  @Optional() @IsId() importId?: string;
  @Optional() @FromQueryFlag() @IsFlag() overAuthority?: boolean;
}

/** What lists of lines can be filtered by. What stands beside a saved filter is added to it or replaces the same criterion. */
export class LineFilter extends LineCriteria {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @Optional() @IsId() filterId?: string;
  /** Only lines of the units the caller works in; finds nothing for somebody without a unit. */
  @Optional() @FromQueryFlag() @IsFlag() ownUnits?: boolean;
}

export class LinesQuery extends LineFilter {
  @Optional() @FromQueryNumber() @IsWholeNumber(1, 200) limit?: number;
  @Optional() @IsText({ max: 2000 }) cursor?: string;
  @Optional() @IsOneOf(LINE_SORTS) sort?: LineSort;
}

/** A whole list at once: the grid (up to 20,000 rows) and the CSV file (all rows). */
export class LineGridQuery extends LineFilter {
  @Optional() @IsOneOf(LINE_SORTS) sort?: LineSort;
}

export class GroupQuery extends LineFilter {
  @IsOneOf(LINE_GROUPINGS) groupBy: LineGrouping;
}

/** One line with its balance of the year. For revenue and receipts `availableCents` is what is planned and still open. */
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
  /** More bound and spent than granted, in the pool or on a line outside one. */
  readonly overAuthority: boolean;
  /** The frame has no ceiling and nothing was granted: show "unbekannt", never 0. */
  readonly isAuthorityUnknown: boolean;
  /** Has bookings that were made before a plan was in force (§ 116 NKomVG). */
  readonly isProvisional: boolean;
  readonly isArchived: boolean;
}

/** Sums of lines. Revenue, expense, receipts and payments are never added together. */
export interface LineSums {
  readonly lines: number;
  /** What expense lines and investment payments need together. */
  readonly balance: BalanceFigures;
  readonly byDirection: readonly {
    readonly direction: (typeof DIRECTIONS)[number];
    readonly lines: number;
    readonly balance: BalanceFigures;
  }[];
}

/** Sums of everything the filter finds, with the frames among them whose ceiling is unknown (R26). */
export interface LineTotals extends LineSums {
  readonly unknownFrames: readonly FrameCode[];
}

export interface LinePage {
  readonly rows: readonly LineRow[];
  readonly nextCursor: string | null;
}

/** Up to 20,000 lines as columns, for the fast table: the same place in each column is the same line. */
export interface LineGrid {
  readonly columns: Readonly<Record<keyof LineRow, readonly unknown[]>>;
  readonly totals: LineTotals;
  readonly isTruncated: boolean;
}

/** Lines with one classification in common; `key` is null (or empty) for those without it. */
export interface LineGroup extends LineSums {
  readonly key: string | null;
  /** What the key is called, where that is known: unit, product, account. */
  readonly label: string;
}

export interface LineGroups {
  readonly groupBy: LineGrouping;
  readonly groups: readonly LineGroup[];
  readonly totals: LineTotals;
}

/** Everything about one line. */
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
  readonly reserve: ReserveKind | null;
  /** False where a budget note excludes it from carrying over (§ 20 KomHKVO). */
  readonly mayCarryOver: boolean;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** The pool it belongs to. Members of units that the caller may not see count in the sum but are not listed. */
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
    readonly hiddenMembers: number;
  } | null;
  readonly explanation: string;
  readonly origin: 'manual' | 'import' | 'source' | 'demo';
  readonly isArchived: boolean;
  readonly version: number;
  readonly fiscalYear: number;
  readonly asOf: string | null;
  readonly balance: BalanceFigures;
  readonly isAuthorityUnknown: boolean;
  /** Balance against movements; 0 when all is well. */
  readonly differenceCents: number;
  /** Twelve months, also those without a booking. Planned is null where nobody knows what the line has. */
  readonly months: readonly {
    readonly month: number;
    readonly actualCents: number;
    /** The month's part of the adjusted appropriation: own months of the plan in force, else an equal twelfth. */
    readonly plannedCents: number | null;
  }[];
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly adjustedCents: number;
    readonly actualCents: number;
    readonly availableCents: number;
  }[];
}

/** One entry in the life of a line: who, when, and which classification changed from what to what. */
export interface LineHistoryEntry {
  readonly id: string;
  readonly recordedAt: string;
  readonly actorName: string | null;
  /** Code of what happened, e.g. `line.changed`, `order.opened`, `note.added`. */
  readonly action: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
    /** Name of the unit or pool, where the code is an id. */
    readonly beforeLabel: string | null;
    readonly afterLabel: string | null;
  }[];
  readonly amountCents: number | null;
  readonly fiscalYear: number | null;
}

export class LineHistoryQuery {
  @Optional() @FromQueryNumber() @IsWholeNumber(1, 100) limit?: number;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}
