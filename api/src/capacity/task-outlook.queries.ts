import { Injectable } from '@nestjs/common';
import { OUTLOOK_MONTHS, type TaskDetail, type TaskOutlook } from '@etatlotse/contracts/capacity/plain';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { type OutlookFacts, taskOutlook } from './task-outlook';
import { findTask } from './task.queries';
import { isToldTo } from './task-year';
import { readUnits } from './unit-years.repository';

/** So far a backlog that was counted is followed. */
const YEARS_BACK = 3;

/** What a task needs, what it has, what is left lying and which deadline breaks first. */
@Injectable()
export class TaskOutlookQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null if the task is not visible. */
  async find(caller: Caller, taskId: string, fiscalYear: number): Promise<TaskOutlook | null> {
    const facts = await this.facts(caller, taskId, fiscalYear);
    return facts === null ? null : taskOutlook(facts);
  }

  facts(
    caller: Caller,
    taskId: string,
    fiscalYear: number,
  ): Promise<(OutlookFacts & { readonly task: TaskDetail }) | null> {
    return this.transactions.run(caller, (tx) => readFacts(tx, caller, taskId, fiscalYear));
  }
}

async function readFacts(
  tx: Transaction,
  { actor }: Caller,
  taskId: string,
  fiscalYear: number,
): Promise<(OutlookFacts & { readonly task: TaskDetail }) | null> {
  const task = await findTask(tx, actor, taskId, fiscalYear);
  if (task === null) return null;
  // A year more than the count: what is open came in before it.
  const counted = task.backlogCountedOn === null ? fiscalYear : Number(task.backlogCountedOn.slice(0, 4)) - 1;
  const firstYear = Math.max(Math.min(fiscalYear, counted), fiscalYear - YEARS_BACK);
  const years = fiscalYear - firstYear + OUTLOOK_MONTHS / 12;
  const { land, parameters, units } = await readUnits(
    tx,
    actor,
    [task.unit.id],
    Array.from({ length: years }, (_, at) => firstYear + at),
  );
  const unit = units.get(task.unit.id);
  if (unit === undefined) return null;
  const isTold = isToldTo(actor, unit, fiscalYear);
  const dataAsOf = tx.now.toISOString();
  return { task, unit, taskId, fiscalYear, firstYear, years, stock: task.stock, land, parameters, isTold, dataAsOf };
}
