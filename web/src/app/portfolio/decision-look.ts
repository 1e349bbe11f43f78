import type { Decision, DecisionDemand } from '@etatlotse/contracts/portfolio/plain';
import {
  type Choice,
  choiceOfRound,
  firstRanking,
  type Limit,
  type RankedEntry,
  type RankedRow,
  type Ranking,
  rankingOf,
  scoreOf,
  shiftedYears,
  startsOf,
} from '@etatlotse/contracts/portfolio/plain';
import type { FrameCode } from '@etatlotse/contracts/demand/plain';

/** A demand at its place, as the table shows it. */
export interface DecisionRow {
  readonly id: string;
  /** Place in the whole ranking, from 1. */
  readonly rank: number;
  readonly demand: DecisionDemand;
  readonly entry: RankedEntry;
  readonly place: RankedRow['place'] | 'left_out';
  readonly shortOf: readonly { readonly limit: Limit; readonly amount: number }[];
  readonly points: number;
  readonly isRedLine: boolean;
}

/** What only a row in sight needs: years it could begin in, gross costs and staff of the year it begins in. */
export interface RowFigures {
  readonly starts: readonly number[];
  readonly firstCents: number;
  readonly fteThousandths: number | null;
}

/** What a limit bears in the ranking. */
export interface LimitState extends Limit {
  readonly used: number;
  readonly left: number;
}

/** The ranking of a round with everything the page shows of it. */
export interface DecisionView {
  readonly choice: Choice;
  readonly ranking: Ranking;
  readonly rows: readonly DecisionRow[];
  readonly limits: readonly LimitState[];
  readonly value: number;
}

const choices = new WeakMap<Decision, Choice>();

/** The choice of a decision, made once: every ranking and scenario of the page is held against the same. */
function choiceOf(decision: Decision): Choice {
  const known = choices.get(decision);
  if (known !== undefined) return known;
  const { choice } = choiceOfRound(decision.demands, decision, decision.weights);
  choices.set(decision, choice);
  return choice;
}

/** Puts a ranking against money and staff; the same functions as in the API. */
export function viewOf(decision: Decision, entries: readonly RankedEntry[]): DecisionView {
  const choice = choiceOf(decision);
  const ranking = rankingOf(choice, entries);
  const demandOf = new Map(decision.demands.map((demand) => [demand.id, demand]));
  const inChoice = new Set(choice.candidates.map(({ id }) => id));
  const rows = ranking.rows.flatMap((row, at): DecisionRow[] => {
    const demand = demandOf.get(row.id);
    if (demand === undefined) return [];
    return [
      {
        id: row.id,
        rank: at + 1,
        demand,
        entry: row,
        place: inChoice.has(row.id) ? row.place : 'left_out',
        shortOf: row.shortOf.flatMap(({ limit, amount }) => {
          const own = choice.limits[limit];
          return own === undefined ? [] : [{ limit: own, amount }];
        }),
        points: scoreOf(demand.ratings, decision.weights),
        isRedLine: at === ranking.redLine,
      },
    ];
  });
  const limits = choice.limits.map((limit, at) => {
    const used = ranking.used[at] ?? 0;
    return { ...limit, used, left: limit.amount - used };
  });
  const value = rows.filter(({ place }) => place === 'above').reduce((sum, { points }) => sum + points, 0);
  return { choice, ranking, rows, limits, value };
}

export function figuresOf({ demand, entry: { startYear } }: DecisionRow, decision: Decision): RowFigures {
  const begins = decision.years.indexOf(startYear);
  return {
    starts: startsOf(demand, decision),
    firstCents: shiftedYears(demand, startYear, decision, demand.costs, 0)[begins] ?? 0,
    fteThousandths: shiftedYears(demand, startYear, decision, demand.fte, null)[begins] ?? null,
  };
}

/** What the covered demands cost in each year, run and change apart. */
export function costsByYear(decision: Decision, rows: readonly DecisionRow[], frame: FrameCode | null) {
  const sum = (kind: 'run' | 'change') =>
    decision.years.map((_, at) =>
      rows
        .filter(({ place, demand }) => place === 'above' && (frame === null || demand.frame === frame))
        .filter(({ demand }) => (demand.runOrChange === 'run') === (kind === 'run'))
        .reduce(
          (total, { demand, entry }) =>
            total + (shiftedYears(demand, entry.startYear, decision, demand.costs, 0)[at] ?? 0),
          0,
        ),
    );
  return { run: sum('run'), change: sum('change') };
}

/** Ceilings of a frame by year; of all frames together only where each is known (R26). */
export function ceilingIn(decision: Decision, frame: FrameCode | null, fiscalYear: number): number | null {
  const own = decision.ceilings.filter(
    (one) => one.fiscalYear === fiscalYear && (frame === null || one.frame === frame),
  );
  const known = own.flatMap(({ ceilingCents }) => (ceilingCents === null ? [] : [ceilingCents]));
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** The ranking to begin with; a year that was set stands there already. */
export function firstEntries(decision: Decision): RankedEntry[] {
  const choice = choiceOf(decision);
  const setOf = new Map(decision.demands.map(({ id, startYear }) => [id, startYear]));
  const startsById = new Map(choice.candidates.map(({ id, starts }) => [id, starts]));
  return firstRanking(choice).map((entry) => {
    const startYear = setOf.get(entry.id) ?? null;
    const isPossible = startsById.get(entry.id)?.some(({ year }) => year === startYear) === true;
    return startYear !== null && isPossible ? { ...entry, startYear } : entry;
  });
}

/** A ranking that was moved by hand, over demands as they are today: what is planned meanwhile has its year, what is new comes last. */
export function keptEntries(decision: Decision, before: readonly RankedEntry[]): RankedEntry[] {
  const today = firstEntries(decision);
  const now = new Set(today.map(({ id }) => id));
  const fixedOf = new Map(decision.demands.map(({ id, fixedYear }) => [id, fixedYear]));
  const kept = before.flatMap((entry): RankedEntry[] =>
    now.has(entry.id) ? [{ ...entry, startYear: fixedOf.get(entry.id) ?? entry.startYear }] : [],
  );
  const seen = new Set(before.map(({ id }) => id));
  return [...kept, ...today.filter(({ id }) => !seen.has(id))];
}

/** Moves an entry to another place; all others keep their order. */
export function movedTo(entries: readonly RankedEntry[], id: string, place: number): RankedEntry[] {
  const moved = entries.find((entry) => entry.id === id);
  if (moved === undefined) return [...entries];
  const rest = entries.filter((entry) => entry.id !== id);
  const at = Math.max(0, Math.min(place, rest.length));
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}
