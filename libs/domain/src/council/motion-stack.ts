import type { AccountDirection, Sphere } from '../budget/account-class';
import { FRAME_CODES, type FrameCode } from '../budget/frame';
import { type Cents, ZERO_CENTS, cents, sumCents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { burdenOf, MOTION_PLANES, type MotionAmount, type MotionPlane, planeOf } from './motion';

/** A motion on the stack, with the frame of each of its lines. */
export interface StackedMotion {
  readonly id: string;
  readonly amounts: readonly (MotionAmount & { readonly frame: FrameCode | null })[];
  readonly excludes: readonly string[];
  readonly unitId: string | null;
  readonly fteHundredths: number;
}

/** A sum of the draft; amounts of different directions are never put together. */
export interface DraftSum {
  readonly fiscalYear: FiscalYear;
  readonly frame: FrameCode | null;
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
  readonly amountCents: Cents;
}

/** A line and year that some motion moves: what the draft plans there, and what is bound there already. */
export interface DraftCell {
  readonly lineId: string;
  readonly fiscalYear: FiscalYear;
  readonly direction: AccountDirection;
  readonly plannedCents: Cents;
  readonly boundCents: Cents;
}

/** What a stack of motions is put on. */
export interface Draft {
  readonly years: readonly FiscalYear[];
  readonly firstYear: FiscalYear;
  readonly lastYear: FiscalYear;
  readonly sums: readonly DraftSum[];
  readonly cells: readonly DraftCell[];
  /** Null: the ceiling is not known. */
  readonly ceilings: readonly {
    readonly frame: FrameCode;
    readonly fiscalYear: FiscalYear;
    readonly ceilingCents: Cents | null;
  }[];
  /** What obligations and contracts take in a year, whatever is decided. */
  readonly bound: readonly { readonly fiscalYear: FiscalYear; readonly boundCents: Cents }[];
}

/** A figure of the draft, what the stack does to it, and what it comes to. */
export interface Moved {
  readonly draftCents: Cents;
  readonly changeCents: Cents;
  readonly afterCents: Cents;
}

export interface StackYear {
  readonly fiscalYear: FiscalYear;
  /** A year that the by-law fixes, not one of the medium-term plan. */
  readonly isPlanYear: boolean;
  /** Revenue less expense of the plan's lines; below zero is what the city adds. */
  readonly result: Moved;
  /** Payments less receipts of the investment programme. */
  readonly investment: Moved;
  /** All that is spent: expense and investment. */
  readonly spending: Moved;
  readonly boundCents: Cents;
  /** What is spent and not bound yet; below zero the plan holds less than what is owed. */
  readonly freeCents: Cents;
  /** Cover that is missing (above zero) or gained, plane by plane; planes in which nothing moves are left out. */
  readonly open: readonly { readonly plane: MotionPlane; readonly openCents: Cents }[];
  /** All cover that is missing: what one plane gains does not pay for another (R7). */
  readonly missingCents: Cents;
}

export interface StackFrame extends Moved {
  readonly frame: FrameCode;
  readonly fiscalYear: FiscalYear;
  readonly ceilingCents: Cents | null;
  /** Null where the ceiling is not known; below zero is over the ceiling. */
  readonly roomCents: Cents | null;
}

/** Why motions do not go together. */
export type StackConflict =
  | { readonly kind: 'excluded'; readonly motionIds: readonly [string, string] }
  | {
      readonly kind: 'negative' | 'below_bound' | 'asked_twice';
      readonly lineId: string;
      readonly fiscalYear: FiscalYear;
      /** What stands on the line afterwards, what is missing to what is bound, or what is asked for together. */
      readonly amountCents: Cents;
      readonly motionIds: readonly string[];
    };

export interface Stack {
  readonly years: readonly StackYear[];
  readonly frames: readonly StackFrame[];
  readonly conflicts: readonly StackConflict[];
  /** Posts by unit, in hundredths of an FTE. */
  readonly posts: readonly { readonly unitId: string; readonly hundredths: number }[];
}

/** Puts the chosen motions on the draft, in voting order, and says what it comes to (leap 7). Nothing is stored by it. */
export function stackMotions(draft: Draft, motions: readonly StackedMotion[], chosen: ReadonlySet<string>): Stack {
  const taken = motions.filter(({ id }) => chosen.has(id));
  const amounts = taken.flatMap((motion) => motion.amounts);
  return {
    years: draft.years.map((year) => yearOf(draft, amounts, year)),
    frames: framesOf(draft, amounts),
    conflicts: [...exclusions(taken), ...cellConflicts(draft.cells, taken)],
    posts: postsOf(taken),
  };
}

const moved = (draftCents: Cents, changeCents: Cents): Moved => ({
  draftCents,
  changeCents,
  afterCents: cents(draftCents + changeCents),
});

type Placed = Pick<DraftSum, 'fiscalYear' | 'direction' | 'sphere' | 'amountCents'>;

function burden(rows: readonly Placed[], year: FiscalYear, plane: MotionPlane): Cents {
  return sumCents(rows.filter((row) => row.fiscalYear === year && planeOf(row) === plane).map(burdenOf));
}

/** What is spent: expense, and payments of investment. Other payments only follow expense and are not added to it (R20). */
function spending(rows: readonly Placed[], year: FiscalYear): Cents {
  const isSpent = ({ direction, sphere }: Placed): boolean =>
    direction === 'expense' || (direction === 'payment' && sphere === 'investing');
  return sumCents(rows.filter((row) => row.fiscalYear === year && isSpent(row)).map(({ amountCents }) => amountCents));
}

function yearOf(draft: Draft, amounts: readonly Placed[], year: FiscalYear): StackYear {
  const touched = new Set(amounts.filter(({ fiscalYear }) => fiscalYear === year).map(planeOf));
  const open = MOTION_PLANES.filter((plane) => touched.has(plane)).map((plane) => ({
    plane,
    openCents: burden(amounts, year, plane),
  }));
  const spent = moved(spending(draft.sums, year), spending(amounts, year));
  const boundCents = draft.bound.find(({ fiscalYear }) => fiscalYear === year)?.boundCents ?? ZERO_CENTS;
  return {
    fiscalYear: year,
    isPlanYear: year >= draft.firstYear && year <= draft.lastYear,
    result: moved(cents(-burden(draft.sums, year, 'result')), cents(-burden(amounts, year, 'result'))),
    investment: moved(burden(draft.sums, year, 'investment'), burden(amounts, year, 'investment')),
    spending: spent,
    boundCents,
    freeCents: cents(spent.afterCents - boundCents),
    open,
    missingCents: sumCents(open.map(({ openCents }) => cents(Math.max(0, openCents)))),
  };
}

function framesOf(draft: Draft, amounts: readonly DraftSum[]): StackFrame[] {
  const planned = draft.years.filter((year) => year >= draft.firstYear && year <= draft.lastYear);
  return FRAME_CODES.flatMap((frame) =>
    planned.map((fiscalYear) => {
      const ofFrame = (rows: readonly DraftSum[]): Cents =>
        sumCents(
          rows
            .filter((row) => row.frame === frame && row.fiscalYear === fiscalYear)
            .filter(({ direction }) => direction === 'expense' || direction === 'payment')
            .map(({ amountCents }) => amountCents),
        );
      const figure = moved(ofFrame(draft.sums), ofFrame(amounts));
      const stated = draft.ceilings.find((one) => one.frame === frame && one.fiscalYear === fiscalYear);
      const ceilingCents = stated?.ceilingCents ?? null;
      const roomCents = ceilingCents === null ? null : cents(ceilingCents - figure.afterCents);
      return { frame, fiscalYear, ...figure, ceilingCents, roomCents };
    }),
  );
}

function exclusions(taken: readonly StackedMotion[]): StackConflict[] {
  return taken.flatMap((motion, at) =>
    taken
      .slice(at + 1)
      .filter((other) => motion.excludes.includes(other.id) || other.excludes.includes(motion.id))
      .map((other): StackConflict => ({ kind: 'excluded', motionIds: [motion.id, other.id] })),
  );
}

/** A line that is taken below zero: nobody can spend less than nothing. One that began below (globale Minderausgabe) may. */
export function isBelowZero(plannedCents: Cents, afterCents: Cents): boolean {
  return plannedCents >= 0 && afterCents < 0;
}

function cellConflicts(cells: readonly DraftCell[], taken: readonly StackedMotion[]): StackConflict[] {
  const alternatives = exclusions(taken).map(({ motionIds }) => [...motionIds].sort().join());
  /** Whether two of them could be adopted together; alternatives are told as such. */
  const goTogether = (ids: readonly string[]): boolean =>
    ids.some((id, at) => ids.slice(at + 1).some((other) => !alternatives.includes([id, other].sort().join())));
  return cells.flatMap((cell): StackConflict[] => {
    const { lineId, fiscalYear } = cell;
    const own = taken.flatMap(({ id, amounts }) =>
      amounts
        .filter((amount) => amount.lineId === lineId && amount.fiscalYear === fiscalYear)
        .map((amount) => ({ ...amount, id })),
    );
    const changeCents = sumCents(own.map(({ amountCents }) => amountCents));
    const afterCents = cents(cell.plannedCents + changeCents);
    const place = { lineId, fiscalYear };
    const cutBy = own.filter(({ amountCents }) => amountCents < 0).map(({ id }) => id);
    const asked = own.filter(({ isCover, amountCents }) => !isCover && amountCents > 0);
    const isSpent = cell.direction === 'expense' || cell.direction === 'payment';
    const isNegative = isBelowZero(cell.plannedCents, afterCents);
    const isUnbound = isSpent && cell.boundCents > 0 && changeCents < 0 && afterCents < cell.boundCents;
    return [
      ...(isNegative
        ? [{ kind: 'negative' as const, ...place, amountCents: afterCents, motionIds: cutBy }]
        : isUnbound
          ? [
              {
                kind: 'below_bound' as const,
                ...place,
                amountCents: cents(cell.boundCents - afterCents),
                motionIds: cutBy,
              },
            ]
          : []),
      ...(goTogether(asked.map(({ id }) => id))
        ? [
            {
              kind: 'asked_twice' as const,
              ...place,
              amountCents: sumCents(asked.map(({ amountCents }) => amountCents)),
              motionIds: asked.map(({ id }) => id),
            },
          ]
        : []),
    ];
  });
}

function postsOf(taken: readonly StackedMotion[]): { unitId: string; hundredths: number }[] {
  const posts = new Map<string, number>();
  for (const { unitId, fteHundredths } of taken) {
    if (unitId !== null) posts.set(unitId, (posts.get(unitId) ?? 0) + fteHundredths);
  }
  return [...posts].map(([unitId, hundredths]) => ({ unitId, hundredths }));
}
