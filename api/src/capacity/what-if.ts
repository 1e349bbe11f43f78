import type { LeverValues, WhatIfAnswer, WhatIfState, WhatIfValue } from '@etatlotse/contracts/capacity/plain';
import {
  type Levers,
  releasedBetween,
  releasedValue,
  underLevers,
  type UnitFacts,
  type UnitMonth,
  type YearMeasure,
} from '@etatlotse/domain/capacity';
import { addMonths, dayOf, plainDate } from '@etatlotse/domain/shared';
import { type CapacityYear, factsOfUnit, monthsOfYear, type TaskOfYears, type UnitYear } from './capacity-year';
import { isPresenceTold } from './presence';
import { operationOf } from './unit.queries';
import { ratesOfUnit } from './unit-rates';
import { monthRow, yearMeans } from './unit-row';

const HUNDRED = 100;

/** A unit's year today and as asked, month by month, and what the difference is worth. Nothing of it is recorded. */
export function whatIf(unit: UnitYear, year: CapacityYear, levers: LeverValues, knows: boolean): WhatIfAnswer {
  const facts = factsOfUnit(unit, year.longAxis);
  const movable = movableTasks(unit.tasks, levers.milestoneId);
  const asked = underLevers(facts, factsOfLevers(levers), year.longAxis, ({ taskId }) => movable.has(taskId));
  const isProtected = !isPresenceTold(unit.posts, year.fiscalYear, knows);
  const state = (of: UnitFacts, dayOfTask: (task: TaskOfYears) => string): WhatIfState =>
    stateOf(monthsOfYear(of, year), operationOf(unit.tasks, year.axis, dayOfTask), year, isProtected);
  const today = (task: TaskOfYears): string => task.goLive?.goLiveOn ?? '';
  const slipped = (task: TaskOfYears): string =>
    movable.has(task.id) ? addMonths(plainDate(today(task)), levers.slipMonths) : today(task);
  const rates = ratesOfUnit(unit.posts, year.parameters, year.fiscalYear);
  return {
    levers,
    unit: unit.unit,
    today: state(facts, today),
    asked: state(asked, slipped),
    released: valueOf(facts, asked, unit, year, rates),
    posts: postsValue(levers.postFteHundredths / HUNDRED, year.found.value, rates),
    rates,
    goLives: unit.tasks.flatMap((task) =>
      task.goLive === null ? [] : [{ task: task.name, goLive: task.goLive, askedGoLiveOn: slipped(task) }],
    ),
    parameters: year.found.used,
    dataAsOf: year.dataAsOf,
  };
}

/** Tasks whose go-live slips with the question: all that are to come, or the one that is named. */
function movableTasks(tasks: readonly TaskOfYears[], milestoneId: string | null): ReadonlySet<string> {
  const found = tasks.filter(
    ({ goLive }) =>
      goLive !== null && !goLive.isReached && (milestoneId === null || goLive.milestoneId === milestoneId),
  );
  return new Set(found.map(({ id }) => id));
}

function factsOfLevers(levers: LeverValues): Levers {
  return {
    from: dayOf(levers.fiscalYear, levers.fromMonth, 1),
    volumeFactor: levers.volumePercent / HUNDRED,
    minutesFactor: levers.minutesPercent / HUNDRED,
    postFte: levers.postFteHundredths / HUNDRED,
    slipMonths: levers.slipMonths,
  };
}

function stateOf(
  months: readonly UnitMonth[],
  operation: WhatIfState['operationFte'],
  year: CapacityYear,
  isProtected: boolean,
): WhatIfState {
  const { requiredFte, availableNormFte, gapFte, utilisation } = yearMeans(
    months,
    year.axis,
    year.found.value !== null && !isProtected,
  );
  const rows = months.map((month) => monthRow(month, isProtected));
  const last = rows.at(-1);
  return {
    requiredFte,
    availableNormFte,
    gapFte,
    utilisation,
    backlogCases: last?.backlogCases ?? null,
    backlogDays: last?.backlogDays ?? null,
    operationFte: operation,
    months: rows,
  };
}

function valueOf(
  before: UnitFacts,
  after: UnitFacts,
  unit: UnitYear,
  year: CapacityYear,
  rates: WhatIfAnswer['rates'],
): WhatIfValue {
  const measure = year.found.value;
  const nothing = { yearFte: 0, runRateFte: 0, fullCostCents: null, personnelCents: null, cases: 0, unknownTasks: [] };
  if (measure === null) return nothing;
  const ofYear = (facts: UnitFacts): UnitFacts['tasks'] => facts.tasks.map((task) => lastTwelve(task));
  const released = releasedBetween(ofYear(before), ofYear(after), year.axis, measure);
  const minutes = {
    minutes: released.runRateMinutes,
    yearlyMinutes: measure.yearlyMinutes.employee,
    minutesPerCase: 0,
  };
  const value = rates === null ? null : releasedValue(minutes, rates);
  return {
    yearFte: released.yearFte,
    runRateFte: released.runRateFte,
    fullCostCents: value?.fullCostCents ?? null,
    personnelCents: value?.personnelCents ?? null,
    cases: released.cases,
    unknownTasks: unit.tasks.filter(({ id }) => released.unknownTaskIds.includes(id)).map(({ name }) => name),
  };
}

/** A task of the long axis with the months of the year alone. */
function lastTwelve(task: UnitFacts['tasks'][number]): UnitFacts['tasks'][number] {
  const { volumeFactors, minutesFactors } = task;
  return {
    ...task,
    volumes: task.volumes.slice(-12),
    ...(volumeFactors === undefined ? {} : { volumeFactors: volumeFactors.slice(-12) }),
    ...(minutesFactors === undefined ? {} : { minutesFactors: minutesFactors.slice(-12) }),
  };
}

/** What added posts cost a year: full cost of their hours, and personnel cost beside it. */
function postsValue(fte: number, measure: YearMeasure | null, rates: WhatIfAnswer['rates']): WhatIfAnswer['posts'] {
  if (fte === 0 || measure === null || rates === null) return null;
  const yearlyMinutes = measure.yearlyMinutes.employee;
  const { fullCostCents, personnelCents } = releasedValue(
    { minutes: fte * yearlyMinutes, yearlyMinutes, minutesPerCase: 0 },
    rates,
  );
  return { fullCostCents, personnelCents };
}
