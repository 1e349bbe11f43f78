import { Injectable } from '@nestjs/common';
import type { DriverRow, TaskForecast } from '@etatlotse/contracts/capacity/plain';
import { unitScope } from '@etatlotse/domain/access';
import {
  type CalendarLand,
  factorUnder,
  monthsBetween,
  monthsFrom,
  timeAxis,
  workCalendar,
  type YearMonth,
} from '@etatlotse/domain/capacity';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { ForecastRunner } from './forecast-runner';
import { activeDrivers, driversColumn } from './task-driver.repository';

const HORIZON = 12;

interface StoredTask {
  readonly land: CalendarLand;
  readonly drivers: readonly DriverRow[];
}

interface StoredMonth extends YearMonth {
  readonly count: number;
}

/** What may come in during the twelve months after the last one that is known. */
@Injectable()
export class TaskForecastQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly forecaster: ForecastRunner,
  ) {}

  /** Null if the task is not visible. */
  async find(caller: Caller, taskId: string): Promise<TaskForecast | null> {
    const read = await this.transactions.run(caller, async (tx) => {
      const scope = unitScope(caller.actor, 'capacity.read');
      const [task] = await tx.query<StoredTask>(taskSql, [tx.tenantId, scope, taskId]);
      if (task === undefined) return null;
      return { ...task, months: await tx.query<StoredMonth>(monthsSql, [tx.tenantId, taskId]) };
    });
    return read === null ? null : this.toForecast(taskId, read.months, read);
  }

  private async toForecast(
    taskId: string,
    stored: readonly StoredMonth[],
    { land, drivers }: StoredTask,
  ): Promise<TaskForecast> {
    const [first, last] = [stored[0], stored.at(-1)];
    if (first === undefined || last === undefined) {
      return { taskId, knownMonths: 0, method: null, months: [], test: null, warnings: [] };
    }
    const length = monthsBetween(first, last) + 1;
    const history = Array<number | null>(length).fill(null);
    for (const month of stored) history[monthsBetween(first, month)] = month.count;
    const axis = timeAxis(first, length + HORIZON, 'working_days', workCalendar(land));
    const forecast = await this.forecaster.run({
      history,
      horizon: HORIZON,
      workingDays: { past: axis.workingDays.slice(0, length), ahead: axis.workingDays.slice(length) },
    });
    const names = monthsFrom(first, length + HORIZON).slice(length);
    const changes = activeDrivers(drivers).filter((driver) => driver.kind === 'law_change');
    return {
      taskId,
      knownMonths: stored.length,
      method: forecast?.method ?? null,
      months: (forecast?.months ?? []).map((month, at) => {
        const { year, month: name } = names[at] ?? last;
        // A model of the past cannot see a change of the law: it is told beside the forecast, never mixed into it.
        const underLaw = changes.length === 0 ? null : month.cases * factorUnder(changes, { year, month: name });
        return { ...month, year, month: name, underLaw };
      }),
      test: forecast?.test ?? null,
      warnings: forecast?.warnings ?? [],
    };
  }
}

const taskSql = `
  SELECT c.land, ${driversColumn} FROM task t JOIN tenant c ON c.tenant_id = t.tenant_id
  WHERE t.tenant_id = $1 AND ($2::uuid[] IS NULL OR t.unit_id = ANY ($2)) AND t.task_id = $3`;

const monthsSql = `
  SELECT fiscal_year AS year, month, count FROM case_volume
  WHERE tenant_id = $1 AND task_id = $2 AND kind = 'actual' ORDER BY fiscal_year, month`;
