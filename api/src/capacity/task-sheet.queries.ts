import { Injectable } from '@nestjs/common';
import type { TaskSheet } from '@etatlotse/contracts/capacity/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import type { Tongue } from '../platform/problem/problem-body';
import { TaskForecastQueries } from './task-forecast.queries';
import { taskOutlook } from './task-outlook';
import { TaskOutlookQueries } from './task-outlook.queries';
import { type SheetFacts, sheetFigures, sheetParts } from './task-sheet';
import { SHEET_WORDS } from './task-sheet.words';
import { yearMeasure } from './year-measure';

/** The sheet of a task: the same outlook as on its page, with every step of the reckoning. */
@Injectable()
export class TaskSheetQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly outlooks: TaskOutlookQueries,
    private readonly forecasts: TaskForecastQueries,
  ) {}

  /** Null if the task is not visible. */
  async find(caller: Caller, taskId: string, fiscalYear: number, tongue: Tongue): Promise<TaskSheet | null> {
    const read = await this.outlooks.facts(caller, taskId, fiscalYear);
    const forecast = await this.forecasts.find(caller, taskId);
    if (read === null || forecast === null) return null;
    const city = await this.transactions.run(caller, async (tx) => {
      const [row] = await tx.query<{ name: string }>(`SELECT name FROM tenant WHERE tenant_id = $1`, [tx.tenantId]);
      return row?.name ?? '';
    });
    const { task, land, parameters, dataAsOf } = read;
    const measure = yearMeasure(parameters, fiscalYear).value;
    const facts: SheetFacts = { task, outlook: taskOutlook(read), forecast, measure, land };
    const words = SHEET_WORDS[tongue];
    return {
      taskId,
      version: task.version,
      title: `${words.title}: ${task.name}`,
      about: words.about(task.name, `${task.unit.code} ${task.unit.name}`, fiscalYear),
      city,
      isDemo: task.isDemo,
      parts: sheetParts(facts, tongue),
      figures: sheetFigures(facts),
      dataAsOf,
    };
  }
}
