import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { SetGoLive } from '@etatlotse/contracts/capacity';
import { type CapacityUnitYear, type MilestoneRow, OUTLOOK_PATHS } from '@etatlotse/contracts/capacity/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { problemOf } from '../platform/problem';
import { OutlookClient } from './outlook.client';

/** A task with what a project changes about it, and the milestones that its day can come from. */
@Injectable()
export class GoLiveStore {
  private readonly client = inject(OutlookClient);
  private readonly year = inject(FiscalYear).year;
  readonly unitId = signal<string | null>(null);
  readonly taskId = signal<string | null>(null);

  private readonly answer = httpResource<CapacityUnitYear>(() => {
    const unitId = this.unitId();
    if (unitId === null) return undefined;
    return { url: OUTLOOK_PATHS.unit(unitId), params: query({ fiscalYear: this.year() }) };
  });
  readonly milestones = paged<MilestoneRow, Page<MilestoneRow>>(OUTLOOK_PATHS.milestones, () => query({ limit: 100 }));

  readonly unitYear = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  readonly task = computed(() => this.unitYear()?.tasks.find(({ id }) => id === this.taskId()) ?? null);
  readonly failure = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : null;
  });
  readonly save = command((effect: Omit<SetGoLive, 'version'>) => {
    const task = this.task();
    return this.client.setGoLive(task?.id ?? '', { ...effect, version: task?.version ?? 1 });
  });
  readonly remove = command(() => {
    const task = this.task();
    return this.client.removeGoLive(task?.id ?? '', task?.version ?? 1);
  });

  reload(): void {
    this.answer.reload();
  }
}
