import type {
  Capability,
  CapabilityCounts,
  GoalMeasurement,
  Rollout,
  RolloutGoal,
  RolloutRow,
  RolloutState,
  RolloutUnit,
} from '@etatlotse/contracts/rollout';
import { type Actor, may, unitScope } from '@etatlotse/domain/access';
import {
  acceptanceOf,
  basisPointsOf,
  CAPABILITIES,
  completionOf,
  neededTrained,
  paceOf,
  type RolloutMoney,
  trainingState,
} from '@etatlotse/domain/rollout';
import { isStale, plainDate, type PlainDate, shareOf } from '@etatlotse/domain/shared';
import type { RolloutFacts, StoredGoal, StoredUnit } from './rollout.sql';

/** Who reads, on which day, what the ledger says of the projects, and after how many days a report is old. */
export interface Reading {
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly money: ReadonlyMap<string, RolloutMoney>;
  readonly reportDays: number;
}

/** A roll-out as the list shows it. */
export function toRow(facts: RolloutFacts, reading: Reading): RolloutRow {
  const cells = facts.units.flatMap((unit) => unit.cells);
  const newest = facts.surveys[0];
  return {
    id: facts.id,
    name: facts.name,
    project: facts.isProjectSeen ? facts.project : null,
    programme: facts.programme,
    goals: facts.goals.map((goal) => toGoal(goal, reading)),
    units: facts.units.length,
    states: countStates(cells),
    trainedUnits: facts.units.filter((unit) => trainingState(unit) === 'live').length,
    acceptance: newest === undefined ? null : acceptanceOf(newest),
    reportedOn: facts.reportedOn,
    isStale: isStale(facts.reportedOn, reading.today, reading.reportDays),
    reportDays: reading.reportDays,
  };
}

/** A roll-out as its board shows it. */
export function toRollout(facts: RolloutFacts, reading: Reading): Rollout {
  const { actor, today } = reading;
  const seen = facts.isProjectSeen ? null : unitScope(actor, 'project.read');
  const shown = facts.units.filter(({ unitId }) => seen === null || seen.includes(unitId));
  const mayLead = may(actor, 'rollout.write', { unitId: facts.projectUnitId });
  return {
    ...toRow(facts, reading),
    description: facts.description,
    startedOn: facts.startedOn,
    quotaBasisPoints: facts.quotaBasisPoints,
    technology: facts.technology,
    origin: facts.origin,
    today,
    rows: shown.map((unit) => toUnit(unit, mayLead || may(actor, 'rollout.write', { unitId: unit.unitId }))),
    hiddenUnits: facts.units.length - shown.length,
    counts: Object.fromEntries(
      CAPABILITIES.map((capability) => [capability, countCapability(facts.units, capability)]),
    ) as Record<Capability, CapabilityCounts>,
    measurements: Object.fromEntries(
      facts.goals.map(({ id, measurements }) => [id, measurements.map(withShare).toReversed()]),
    ),
    surveys: facts.surveys.map((survey) => ({ ...survey, acceptance: acceptanceOf(survey) })),
    mayLead,
    version: facts.version,
  };
}

function toGoal(goal: StoredGoal, { actor, today, money, reportDays }: Reading): RolloutGoal {
  const { measurements, projectUnitId, isProjectSeen, project, ...kept } = goal;
  const valid = measurements.filter(({ isSuperseded }) => !isSuperseded).map(withShare);
  const pace = paceOf(
    valid.map((one) => ({ measuredOn: plainDate(one.measuredOn), share: shareOf(one) })),
    goal.goalOn,
    today,
    reportDays,
  );
  const behind = money.get(project.id);
  return {
    ...kept,
    project: isProjectSeen ? project : null,
    newest: valid.at(-1) ?? null,
    share: pace.share === null ? null : basisPointsOf(pace.share),
    pace,
    money: isProjectSeen && behind !== undefined ? completionOf(pace.share, behind, today) : null,
    mayMeasure: may(actor, 'rollout.write', { unitId: projectUnitId }),
  };
}

function withShare(measurement: StoredGoal['measurements'][number]): GoalMeasurement {
  const share = shareOf(measurement);
  return { ...measurement, share: share === null ? null : basisPointsOf(share) };
}

function toUnit(unit: StoredUnit, mayTell: boolean): RolloutUnit {
  const { persons, quotaBasisPoints } = unit;
  return {
    ...unit,
    neededTrained: persons === null ? null : neededTrained(persons, quotaBasisPoints),
    training: trainingState(unit),
    mayTell,
  };
}

function countStates(cells: readonly { readonly state: RolloutState }[]): Record<RolloutState, number> {
  const of = (state: RolloutState): number => cells.filter((cell) => cell.state === state).length;
  return { planned: of('planned'), pilot: of('pilot'), live: of('live') };
}

function countCapability(units: readonly StoredUnit[], capability: Capability): CapabilityCounts {
  return countStates(units.flatMap((unit) => unit.cells.filter((cell) => cell.capability === capability)));
}
