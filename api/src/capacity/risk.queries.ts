import { Injectable } from '@nestjs/common';
import type { RiskQuery } from '@etatlotse/contracts/capacity';
import { type CapacityRiskView, type RiskInputs, type RiskRow, USUAL_RISK } from '@etatlotse/contracts/capacity/plain';
import { unitScope } from '@etatlotse/domain/access';
import { RISK_RUNS, type RiskTaskFacts, timeAxis, workCalendar, type YearMeasure } from '@etatlotse/domain/capacity';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { type CapacityYear, readCapacityYear, taskFacts, type TaskOfYears, type UnitYear } from './capacity-year';
import { factsOfDeparture } from './departure.repository';
import { isPresenceTold, knowsPeople } from './presence';
import { factsOfPost } from './post-facts';
import { RiskRunner } from './risk-runner';
import type { RiskJob, RiskOutcome } from './risk-simulation';

const HUNDRED = 100;
/** A month as a number, so that a history is a row of numbers. */
const MONTHS = 12;

/** How likely it is that work does not fit in, unit by unit. */
@Injectable()
export class RiskQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: RiskRunner,
  ) {}

  /** Null where whoever asked has left. */
  async view(caller: Caller, query: RiskQuery, signal: AbortSignal): Promise<CapacityRiskView | null> {
    const { fiscalYear, unitId = null, ...wish } = query;
    const inputs: RiskInputs = { ...USUAL_RISK, ...definedOf(wish) };
    const { year, histories } = await this.transactions.run(caller, async (tx) => ({
      year: await readCapacityYear(tx, caller.actor, { fiscalYear, unitId }),
      histories: await readHistories(tx, unitScope(caller.actor, 'capacity.read'), unitId),
    }));
    const measure = year.found.value;
    const outcomes = measure === null ? [] : await this.runner.run(jobOf(year, histories, measure, inputs), signal);
    if (outcomes === null) return null;
    const rows = year.units.map((unit) => {
      const isProtected = !isPresenceTold(unit.posts, fiscalYear, knowsPeople(caller.actor, unit.unit.id));
      return riskRow(unit, outcomes.find((one) => one.unitId === unit.unit.id) ?? null, isProtected);
    });
    return { fiscalYear, inputs, runs: RISK_RUNS, rows, dataAsOf: year.dataAsOf };
  }
}

function definedOf(wish: Partial<RiskInputs>): Partial<RiskInputs> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

function riskRow(unit: UnitYear, outcome: RiskOutcome | null, isProtected: boolean): RiskRow {
  const named = (ids: readonly string[]): string[] =>
    unit.tasks.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const isKnown = outcome !== null && outcome.leftOut.length < unit.tasks.length && unit.tasks.length > 0;
  const isTold = isKnown && !isProtected;
  return {
    unit: unit.unit,
    overload: isTold ? outcome.view.overload : null,
    anyOverload: isTold ? outcome.view.anyOverload : null,
    requiredFte: isKnown ? outcome.view.requiredFte : null,
    missingFte: isTold ? outcome.view.missingFte : null,
    leftOut: named(outcome?.leftOut ?? []),
    withoutHistory: named(outcome?.withoutHistory ?? []),
  };
}

interface StoredHistory {
  readonly taskId: string;
  readonly months: readonly number[];
  readonly counts: readonly number[];
}

function jobOf(
  year: CapacityYear,
  histories: ReadonlyMap<string, StoredHistory>,
  measure: YearMeasure,
  inputs: RiskInputs,
): RiskJob {
  return {
    fiscalYear: year.fiscalYear,
    land: year.land,
    measure,
    seed: inputs.seed,
    runs: RISK_RUNS,
    certainty: inputs.certaintyPercent / HUNDRED,
    assumed: {
      minutesSpread: inputs.minutesPercent / HUNDRED,
      slipMonths: inputs.slipMonths,
      fillMonths: inputs.fillMonths,
      commonShare: inputs.commonPercent / HUNDRED,
    },
    units: year.units.map((unit) => ({
      unitId: unit.unit.id,
      posts: unit.posts.map(factsOfPost),
      departures: unit.departures.map(factsOfDeparture),
      tasks: unit.tasks.map((task) => riskTask(task, histories.get(task.id), year)),
    })),
  };
}

/** A task with its months that are over; those to come reach to the end of the year. */
function riskTask(task: TaskOfYears, stored: StoredHistory | undefined, year: CapacityYear): RiskTaskFacts {
  const facts = taskFacts(task, year.longAxis);
  const volumes = facts.volumes.slice(-MONTHS);
  const isReached = task.goLive?.isReached ?? false;
  const [first, last] = [stored?.months[0], stored?.months.at(-1)];
  if (stored === undefined || first === undefined || last === undefined) {
    return {
      ...facts,
      volumes,
      history: [],
      historyWorkingDays: [],
      aheadWorkingDays: year.axis.workingDays,
      isReached,
    };
  }
  const end = year.fiscalYear * MONTHS + MONTHS - 1;
  const history = Array<number | null>(last - first + 1).fill(null);
  stored.months.forEach((month, at) => (history[month - first] = stored.counts[at] ?? null));
  const begin = { year: Math.floor(first / MONTHS), month: (first % MONTHS) + 1 };
  const { workingDays } = timeAxis(
    begin,
    Math.max(history.length, end - first + 1),
    'working_days',
    workCalendar(year.land),
  );
  return {
    ...facts,
    volumes,
    history,
    historyWorkingDays: workingDays.slice(0, history.length),
    aheadWorkingDays: workingDays.slice(history.length),
    isReached,
  };
}

async function readHistories(
  tx: Transaction,
  scope: readonly string[] | null,
  unitId: string | null,
): Promise<ReadonlyMap<string, StoredHistory>> {
  const rows = await tx.query<StoredHistory>(historiesSql, [tx.tenantId, scope, unitId]);
  return new Map(rows.map((row) => [row.taskId, row]));
}

const historiesSql = `
  SELECT v.task_id AS "taskId", array_agg(v.fiscal_year * 12 + v.month - 1 ORDER BY v.fiscal_year, v.month) AS months,
    array_agg(v.count ORDER BY v.fiscal_year, v.month) AS counts
  FROM case_volume v JOIN task t ON t.tenant_id = v.tenant_id AND t.task_id = v.task_id
  WHERE v.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2)) AND ($3::uuid IS NULL OR t.unit_id = $3)
    AND v.kind = 'actual'
  GROUP BY v.task_id`;
