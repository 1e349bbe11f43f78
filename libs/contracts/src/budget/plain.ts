import {
  type AttentionReason,
  FRAME_CODES,
  type FrameCode,
  MOVEMENT_KINDS,
  type MovementKind,
  type OrderState,
  type OrderStep,
} from '@etatlotse/domain/budget';
import type { ProvisionalCheck, ProvisionalGround } from './provisional-plain';

export * from './forecast-plain';
export * from './line-plain';
export * from './provisional-plain';
export { FRAME_CODES as FRAMES, type FrameCode, MOVEMENT_KINDS, type MovementKind };
export {
  ACCOUNT_DIRECTIONS as DIRECTIONS,
  NETWORK_ZONES,
  RUN_OR_CHANGE,
  SERVICE_CLASSES,
  SPHERES,
} from '@etatlotse/domain/budget';

/** Where the budget lives on the wire. */
export const BUDGET_PATHS = {
  overview: '/api/v1/budget/overview',
  lines: '/api/v1/budget/lines',
  grid: '/api/v1/budget/lines/grid',
  groups: '/api/v1/budget/lines/groups',
  csv: '/api/v1/budget/lines.csv',
  assign: '/api/v1/budget/lines/assign',
  pools: '/api/v1/budget/pools',
  filters: '/api/v1/budget/filters',
  notes: '/api/v1/budget/notes',
  documents: '/api/v1/budget/documents',
  movements: '/api/v1/budget/movements',
  check: '/api/v1/budget/movements/check',
  orders: '/api/v1/budget/orders',
  provisional: '/api/v1/budget/provisional',
  provisionalCsv: '/api/v1/budget/provisional.csv',
} as const;

export const ORDER_STATES = ['reserved', 'ordered', 'partly_invoiced', 'closed', 'cancelled'] as const;

/** Every component of R1 and what it gives, in whole cents. `availableCents` is the sum the ledger keeps. */
export interface BalanceFigures {
  readonly appropriationCents: number;
  readonly carryOverCents: number;
  readonly overPlanCents: number;
  readonly outsidePlanCents: number;
  readonly earmarkCents: number;
  /** Transfers in less transfers out. */
  readonly transferCents: number;
  readonly adjustedCents: number;
  readonly lockCents: number;
  readonly reservationCents: number;
  readonly commitmentCents: number;
  readonly actualCents: number;
  readonly availableCents: number;
}

/** One frame of the overview. A ceiling of `null` is unknown: then what is available is unknown too (`null`). */
export interface FrameOverview extends Omit<BalanceFigures, 'availableCents'> {
  readonly frame: FrameCode;
  readonly ceilingCents: number | null;
  readonly availableCents: number | null;
  /** What is needed from expense lines and from investment lines, never mixed. */
  readonly operating: BalanceFigures;
  readonly investing: BalanceFigures;
  readonly lines: number;
}

export interface BudgetOverview {
  readonly fiscalYear: number;
  /** Last recorded movement of the year, as an instant. */
  readonly asOf: string | null;
  readonly today: string;
  /** How much of the year has passed, in thousandths. */
  readonly yearElapsedPermille: number;
  readonly frames: readonly FrameOverview[];
  /**
   * All frames together. What was spent and bound in a frame without a ceiling is known and counts; what is available
   * there is not, so `availableCents` is that of the known frames and never goes without the remark (R26).
   */
  readonly totals: BalanceFigures & { readonly ceilingCents: number; readonly unknownFrames: readonly FrameCode[] };
  /** The frames whose ceiling is known: the formula behind `totals.availableCents`. */
  readonly known: BalanceFigures;
  /** Lines of the budget that belong to no IT frame: in the totals of the city, not in the IT overview. */
  readonly outsideFrames: { readonly lines: number; readonly adjustedCents: number; readonly availableCents: number };
  readonly months: readonly MonthFigures[];
  readonly runOrChange: { readonly runCents: number; readonly changeCents: number; readonly unmarkedCents: number };
  /** Where it goes: the largest lines by adjusted appropriation. */
  readonly largest: readonly LargestLine[];
  readonly attention: readonly AttentionLine[];
  /** The last reconciliation of this year; null where none has run yet. */
  readonly reconciliation: { readonly checkedAt: string; readonly differenceCents: number } | null;
}

export interface MonthFigures {
  readonly month: number;
  readonly actualCents: number;
  /**
   * What the month should cost of the adjusted appropriation: equal twelfths, and own months where the plan in force has
   * them. Named after the first because released figures hold it under this name.
   */
  readonly evenShareCents: number;
}

export interface LargestLine {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode;
  readonly runOrChange: 'run' | 'change' | null;
  readonly adjustedCents: number;
}

export interface AttentionLine extends BalanceFigures {
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode | null;
  readonly reason: AttentionReason;
  /** What the reason is about: missing, left, open or unused. */
  readonly reasonCents: number;
}

/** One movement of the ledger as people read it. */
export interface MovementRow {
  readonly id: string;
  readonly kind: MovementKind;
  readonly amountCents: number;
  readonly bookedOn: string;
  readonly recordedAt: string;
  readonly documentNumber: string;
  readonly text: string;
  readonly reason: string;
  readonly source: 'person' | 'plan' | 'import' | 'demo';
  readonly actorName: string | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  /** The grant, lock, carry-over or earmark that it carries out. */
  readonly decisionId: string | null;
  /** Which page tells of it; null where there is none of its own. */
  readonly decisionOf: 'lock' | 'carry_over' | 'extra' | null;
  readonly reducesId: string | null;
  readonly reversesId: string | null;
  readonly isReversed: boolean;
  readonly overAuthority: boolean;
  /** The ground under which it was booked without a plan in force (§ 116 NKomVG). */
  readonly provisional: { readonly ground: ProvisionalGround; readonly basis: string } | null;
}

/** The proof behind a line's figure: balance, movements, and the difference between the two (0 when all is well). */
export interface MovementsOfLine {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly balance: BalanceFigures;
  readonly differenceCents: number;
  readonly movements: number;
  readonly rows: readonly MovementRow[];
  readonly nextCursor: string | null;
}

/** What a booking would do, asked while typing. Nothing is stored and nothing is locked. */
export interface BookingCheck {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly availableCents: number | null;
  readonly poolAvailableCents: number | null;
  readonly availableAfterCents: number | null;
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
  /** Set while no plan is in force for the year. */
  readonly provisional: ProvisionalCheck | null;
}

export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly lineId: string;
  readonly lineNumber: string;
  readonly lineName: string;
  readonly fiscalYear: number;
  readonly supplier: string;
  readonly subject: string;
  readonly state: Exclude<OrderState, 'new'>;
  readonly orderedOn: string;
  readonly ageDays: number;
  readonly reservedCents: number;
  /** Open commitment (Obligo). */
  readonly committedCents: number;
  /** Invoiced less credits (Ist). */
  readonly spentCents: number;
  /** Steps the state allows now, in the order an office takes them. */
  readonly steps: readonly OrderStep[];
  readonly version: number;
}
