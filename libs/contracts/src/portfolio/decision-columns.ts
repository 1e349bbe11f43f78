import type { Decision, DecisionDemand } from './portfolio-plain';

/** The demands of a decision on the wire: one list for each property, so that 5,000 demands do not repeat its name 5,000 times. */
export type DemandColumns = { readonly [Key in keyof DecisionDemand]: readonly DecisionDemand[Key][] };

/** A decision on the wire. */
export interface DecisionAnswer extends Omit<Decision, 'demands'> {
  readonly demands: DemandColumns;
}

/** Every property of a demand; the compiler misses none and takes no other. */
const KEYS = Object.keys({
  id: 0,
  number: 0,
  title: 0,
  unitCode: 0,
  state: 0,
  reason: 0,
  frame: 0,
  runOrChange: 0,
  isMandatory: 0,
  fixedYear: 0,
  earliestYear: 0,
  latestYear: 0,
  deadlineYear: 0,
  costs: 0,
  fte: 0,
  ratings: 0,
  isRated: 0,
  ratingVersion: 0,
  startYear: 0,
  unknownItems: 0,
  needs: 0,
  excludes: 0,
  together: 0,
  version: 0,
} satisfies Record<keyof DecisionDemand, 0>) as readonly (keyof DecisionDemand)[];

export function toDecisionAnswer({ demands, ...decision }: Decision): DecisionAnswer {
  const columns = Object.fromEntries(KEYS.map((key) => [key, demands.map((demand) => demand[key])]));
  return { ...decision, demands: columns as unknown as DemandColumns };
}

/** Written out for each property: made key by key, 5,000 demands take ten times as long. */
export function fromDecisionAnswer({ demands: columns, ...decision }: DecisionAnswer): Decision {
  const demands = columns.id.map((id, row): DecisionDemand => ({
    id,
    number: at(columns.number, row),
    title: at(columns.title, row),
    unitCode: at(columns.unitCode, row),
    state: at(columns.state, row),
    reason: at(columns.reason, row),
    frame: at(columns.frame, row),
    runOrChange: at(columns.runOrChange, row),
    isMandatory: at(columns.isMandatory, row),
    fixedYear: at(columns.fixedYear, row),
    earliestYear: at(columns.earliestYear, row),
    latestYear: at(columns.latestYear, row),
    deadlineYear: at(columns.deadlineYear, row),
    costs: at(columns.costs, row),
    fte: at(columns.fte, row),
    ratings: at(columns.ratings, row),
    isRated: at(columns.isRated, row),
    ratingVersion: at(columns.ratingVersion, row),
    startYear: at(columns.startYear, row),
    unknownItems: at(columns.unknownItems, row),
    needs: at(columns.needs, row),
    excludes: at(columns.excludes, row),
    together: at(columns.together, row),
    version: at(columns.version, row),
  }));
  return { ...decision, demands };
}

/** Every column is as long as the others: the answer was made so. */
const at = <Value>(column: readonly Value[], row: number): Value => column[row] as Value;
