import {
  type CalendarLand,
  capacityRisk,
  type RiskAssumptions,
  type RiskView,
  SeededRandom,
  unitRisk,
  type UnitRiskFacts,
  workCalendar,
  yearAxis,
  type YearMeasure,
} from '@etatlotse/domain/capacity';

/** Everything a run needs, as plain data: it crosses to another thread. */
export interface RiskJob {
  readonly fiscalYear: number;
  readonly land: CalendarLand;
  readonly measure: YearMeasure;
  readonly assumed: RiskAssumptions;
  readonly seed: number;
  readonly runs: number;
  readonly certainty: number;
  readonly units: readonly (UnitRiskFacts & { readonly unitId: string })[];
}

export interface RiskOutcome {
  readonly unitId: string;
  readonly view: RiskView;
  readonly leftOut: readonly string[];
  readonly withoutHistory: readonly string[];
}

/** Runs the year of each unit again and again. The same job gives the same outcome, on whichever thread. */
export function simulateRisk(job: RiskJob): RiskOutcome[] {
  const axis = yearAxis(job.fiscalYear, 'working_days', workCalendar(job.land));
  return job.units.map(({ unitId, ...unit }) => {
    const { risk, leftOut, withoutHistory } = unitRisk(unit, axis, job.measure, job.assumed);
    const random = new SeededRandom(job.seed, unitId);
    const view = capacityRisk(risk, random, { runs: job.runs, certainty: job.certainty });
    return { unitId, view, leftOut, withoutHistory };
  });
}
