import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type {
  ChangeDriver,
  ChangeTask,
  CreateDriver,
  CreateTask,
  SaveNumbers,
  SaveStock,
} from '@etatlotse/contracts/capacity';
import {
  CAPACITY_PATHS,
  type TaskDetail,
  type TaskForecast,
  type TaskNumbers,
  type TaskOutlook,
} from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { TaskClient } from './task.client';

/** One task in a year, with its numbers, what they come to and what may come. */
@Injectable()
export class TaskStore {
  private readonly client = inject(TaskClient);
  private readonly year = inject(FiscalYear).year;
  readonly id = signal('');
  /** The page of a task shows everything; form and grid need only a part. */
  readonly isWhole = signal(false);

  private readonly found = httpResource<TaskDetail>(() =>
    this.id() === '' ? undefined : { url: CAPACITY_PATHS.task(this.id()), params: query({ fiscalYear: this.year() }) },
  );
  private readonly ahead = httpResource<TaskOutlook>(() =>
    this.id() === '' || !this.isWhole()
      ? undefined
      : { url: CAPACITY_PATHS.outlook(this.id()), params: query({ fiscalYear: this.year() }) },
  );
  private readonly expected = httpResource<TaskForecast>(() =>
    this.id() === '' ? undefined : CAPACITY_PATHS.forecast(this.id()),
  );
  private readonly recorded = httpResource<TaskNumbers>(() =>
    this.id() === '' ? undefined : CAPACITY_PATHS.numbers(this.id()),
  );

  readonly task = computed(() => (this.found.hasValue() ? this.found.value() : null));
  readonly outlook = computed(() => (this.ahead.hasValue() ? this.ahead.value() : null));
  readonly forecast = computed(() => (this.expected.hasValue() ? this.expected.value() : null));
  readonly numbers = computed(() => (this.recorded.hasValue() ? this.recorded.value() : null));
  readonly failure = computed(() => {
    const error = this.found.error() ?? this.ahead.error() ?? this.recorded.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((task: CreateTask, key: string) => this.client.create(task, key));
  readonly change = command((task: ChangeTask) => this.client.change(this.id(), task));
  readonly saveNumbers = command((numbers: SaveNumbers) => this.client.saveNumbers(this.id(), numbers));
  readonly saveStock = command((stock: SaveStock) => this.client.saveStock(this.id(), stock));
  readonly addDriver = command((driver: CreateDriver, key: string) => this.client.addDriver(this.id(), driver, key));
  readonly changeDriver = command((driverId: string, driver: ChangeDriver) =>
    this.client.changeDriver(this.id(), driverId, driver),
  );
  readonly removeDriver = command((driverId: string, version: number) =>
    this.client.removeDriver(this.id(), driverId, version),
  );

  reload(): void {
    for (const resource of [this.found, this.ahead, this.expected, this.recorded]) resource.reload();
  }
}
