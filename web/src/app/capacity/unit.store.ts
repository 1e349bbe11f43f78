import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { NoteDeparture } from '@etatlotse/contracts/capacity';
import { type CapacityUnitYear, OUTLOOK_PATHS } from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { OutlookClient } from './outlook.client';

/** The year of one unit, and the departures that are noted for its posts. */
@Injectable()
export class UnitStore {
  private readonly client = inject(OutlookClient);
  readonly year = inject(FiscalYear).year;
  readonly unitId = signal<string | null>(null);

  private readonly answer = httpResource<CapacityUnitYear>(() => {
    const unitId = this.unitId();
    if (unitId === null) return undefined;
    return { url: OUTLOOK_PATHS.unit(unitId), params: query({ fiscalYear: this.year() }) };
  });
  readonly unitYear = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  readonly failure = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : null;
  });
  readonly note = command((postId: string, departure: NoteDeparture) => this.client.noteDeparture(postId, departure));
  readonly drop = command((postId: string) => this.client.dropDeparture(postId));

  reload(): void {
    this.answer.reload();
  }
}
