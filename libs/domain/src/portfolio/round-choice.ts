import type { RunOrChange } from '../budget/budget-line';
import type { FrameCode } from '../budget/frame';
import type { Candidate, Choice, Limit, Start, Use } from './choice';
import { delayedScore, type Ratings, scoreOf, type ScoreWeights } from './score';

/** A demand of a round as the decision needs it: costs and staff by year of the round, as if it began in its earliest year. */
export interface RoundDemand {
  readonly id: string;
  readonly frame: FrameCode | null;
  readonly runOrChange: RunOrChange | null;
  readonly isMandatory: boolean;
  /** Planned or adopted already: it is in, in the year that was decided. */
  readonly fixedYear: number | null;
  readonly earliestYear: number | null;
  readonly latestYear: number | null;
  /** Year of a legal deadline or of the end of support. */
  readonly deadlineYear: number | null;
  /** Gross cents by year of the round. */
  readonly costs: readonly number[];
  /** Thousandths of an FTE by year of the round, introduction and operation together; null is unknown. */
  readonly fte: readonly (number | null)[];
  readonly ratings: Ratings;
  readonly needs: readonly string[];
  readonly excludes: readonly string[];
  readonly together: readonly string[];
}

/** What a round has to give out. Null is unknown, not zero (R26). */
export interface RoundRoom {
  readonly firstYear: number;
  readonly lastYear: number;
  /** The plan years and the three that follow. */
  readonly years: readonly number[];
  readonly ceilings: readonly {
    readonly frame: FrameCode;
    readonly fiscalYear: number;
    readonly ceilingCents: number | null;
  }[];
  readonly staff: readonly { readonly fiscalYear: number; readonly thousandths: number | null }[];
}

/** Why a demand cannot be weighed against others. */
export type LeftOutWhy = 'no_frame' | 'frame_unknown';

export interface RoundChoice {
  readonly choice: Choice;
  readonly leftOut: readonly { readonly id: string; readonly why: LeftOutWhy }[];
}

/** Years in which money and staff have to be there: the plan years and three more. */
export function decisionYears({
  firstYear,
  lastYear,
}: {
  readonly firstYear: number;
  readonly lastYear: number;
}): number[] {
  return Array.from({ length: lastYear - firstYear + 4 }, (_, offset) => firstYear + offset);
}

/**
 * The choice of a round. A frame without any known ceiling is left out and said so; a year whose ceiling or staff is not known
 * limits nothing.
 */
export function choiceOfRound(demands: readonly RoundDemand[], room: RoundRoom, weights: ScoreWeights): RoundChoice {
  const limits = limitsOf(room);
  const known = new Set(limits.map(({ frame }) => frame).filter((frame) => frame !== null));
  const leftOut = demands.flatMap(({ id, frame }): { id: string; why: LeftOutWhy }[] => {
    if (frame === null) return [{ id, why: 'no_frame' }];
    return known.has(frame) ? [] : [{ id, why: 'frame_unknown' }];
  });
  const out = new Set(leftOut.map(({ id }) => id));
  const inside = demands.filter(({ id }) => !out.has(id));
  const places = placesOf(limits, room.years);
  const keep = (ids: readonly string[]) => (out.size === 0 ? ids : ids.filter((id) => !out.has(id)));
  const candidates = inside.map((demand): Candidate => ({
    id: demand.id,
    isMandatory: demand.isMandatory || demand.fixedYear !== null,
    starts: startsOf(demand, room).map((year) => startIn(demand, year, { room, weights, places })),
    // What is left out is decided elsewhere: it cannot hold up the others.
    needs: keep(demand.needs),
    excludes: keep(demand.excludes),
    together: keep(demand.together),
  }));
  return { choice: { limits, candidates }, leftOut };
}

function limitsOf({ years, ceilings, staff }: RoundRoom): Limit[] {
  const money = ceilings.flatMap(({ frame, fiscalYear, ceilingCents }): Limit[] =>
    ceilingCents === null || !years.includes(fiscalYear)
      ? []
      : [{ kind: 'money', frame, year: fiscalYear, amount: ceilingCents }],
  );
  const fte = staff.flatMap(({ fiscalYear, thousandths }): Limit[] =>
    thousandths === null || !years.includes(fiscalYear)
      ? []
      : [{ kind: 'fte', frame: null, year: fiscalYear, amount: thousandths }],
  );
  return [...money, ...fte];
}

/** Years in which a demand may begin: running operation in its own year only, a deadline is the latest. */
export function startsOf(demand: RoundDemand, { firstYear, lastYear, years }: RoundRoom): number[] {
  if (demand.fixedYear !== null) return [demand.fixedYear];
  const base = baseYear(demand, firstYear);
  const wished = demand.latestYear ?? (demand.runOrChange === 'run' ? base : Math.max(lastYear, base));
  const latest = Math.max(Math.min(wished, demand.deadlineYear ?? wished), base);
  return years.filter((year) => year >= base && year <= latest);
}

function baseYear({ earliestYear }: Pick<RoundDemand, 'earliestYear'>, firstYear: number): number {
  return Math.max(earliestYear ?? firstYear, firstYear);
}

/** What a demand costs and takes when it begins in a year: everything moves with the beginning. */
export function shiftedYears<Figure>(
  demand: RoundDemand,
  year: number,
  room: RoundRoom,
  figures: readonly Figure[],
  none: Figure,
): Figure[] {
  const shift = year - baseYear(demand, room.firstYear);
  return room.years.map((_, at) => (at - shift < 0 ? none : (figures[at - shift] ?? none)));
}

/** Where the limits of a frame, or of staff (null), stand in the list of all, by year of the round; -1 where none is known. */
type Places = (frame: FrameCode | null) => readonly number[];

/** Looked up once for each frame, not once for each demand: a round of 5,000 is reckoned while somebody waits for the page. */
function placesOf(limits: readonly Limit[], years: readonly number[]): Places {
  const known = new Map<string | null, readonly number[]>();
  return (frame) => {
    const own =
      known.get(frame) ??
      years.map((year) => limits.findIndex((limit) => limit.frame === frame && limit.year === year));
    known.set(frame, own);
    return own;
  };
}

function startIn(
  demand: RoundDemand,
  year: number,
  { room, weights, places }: { room: RoundRoom; weights: ScoreWeights; places: Places },
): Start {
  const shift = year - baseYear(demand, room.firstYear);
  const [money, staff] = [places(demand.frame), places(null)];
  const uses: Use[] = [];
  for (let at = Math.max(shift, 0); at < room.years.length; at += 1) {
    add(uses, money[at], demand.costs[at - shift]);
    add(uses, staff[at], demand.fte[at - shift]);
  }
  return { year, value: delayedScore(scoreOf(demand.ratings, weights), Math.max(shift, 0), weights), uses };
}

/** What is nothing, or not known, takes from no limit. */
function add(uses: Use[], limit = -1, amount: number | null = 0): void {
  if (limit !== -1 && amount !== null && amount !== 0) uses.push({ limit, amount });
}
