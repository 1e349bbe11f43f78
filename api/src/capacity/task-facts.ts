import { MICROS, type TaskRow } from '@etatlotse/contracts/capacity/plain';
import {
  type Allowance,
  expectedCounts,
  type ExpectedMonth,
  expectedVolumes,
  type PlannedTask,
  type YearMonth,
} from '@etatlotse/domain/capacity';
import { factsOfGoLive } from './go-live.repository';
import { activeDrivers } from './task-driver.repository';

const SECONDS = 60;

/** What a task is with the numbers of some months in a row. */
export type TaskWithNumbers = Pick<
  TaskRow,
  | 'id'
  | 'kind'
  | 'baseSeconds'
  | 'recoverySeconds'
  | 'allowanceBasis'
  | 'allowanceMicros'
  | 'goLive'
  | 'drivers'
  | 'actual'
  | 'planned'
>;

/** What is expected of its months: what came in where it is known, else what is planned with its drivers. */
export function expectedOf(task: TaskWithNumbers, months: readonly YearMonth[]): ExpectedMonth[] {
  return expectedVolumes(months, task, activeDrivers(task.drivers));
}

/** The task as the rules see it, with what lies there at the beginning. */
export function plannedTask(task: TaskWithNumbers, months: readonly YearMonth[], backlog = 0): PlannedTask {
  return {
    taskId: task.id,
    kind: task.kind,
    volumes: expectedCounts(months, task, activeDrivers(task.drivers)),
    baseMinutes: task.baseSeconds === null ? null : task.baseSeconds / SECONDS,
    recoveryMinutes: task.recoverySeconds / SECONDS,
    allowance: ownAllowance(task),
    goLive: task.goLive === null || task.baseSeconds === null ? null : factsOfGoLive(task.goLive, task.baseSeconds),
    backlog,
  };
}

/** Verteilzeit of the task's own survey; null: that of the city. */
export function ownAllowance({
  allowanceBasis,
  allowanceMicros,
}: Pick<TaskRow, 'allowanceBasis' | 'allowanceMicros'>): Allowance | null {
  return allowanceBasis === null || allowanceMicros === null
    ? null
    : { basis: allowanceBasis, rate: allowanceMicros / MICROS };
}
