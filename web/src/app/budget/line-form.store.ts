import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { ChangeLine, CreateLine, LineDetail } from '@etatlotse/contracts/budget';
import { api, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { BudgetClient } from './budget.client';

/** The line that a form changes, or none where it makes one. */
@Injectable()
export class LineFormStore {
  private readonly client = inject(BudgetClient);
  readonly year = inject(FiscalYear).year;
  readonly lineId = signal<string | undefined>(undefined);
  private readonly key = newIdempotencyKey();

  private readonly resource = httpResource<LineDetail>(() => {
    const id = this.lineId();
    return id === undefined ? undefined : { url: api('budget/lines', id), params: query({ fiscalYear: this.year() }) };
  });
  readonly line = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly create = command((line: CreateLine) => this.client.createLine(line, this.key));
  readonly change = command((id: string, change: ChangeLine) => this.client.changeLine(id, change));
  readonly problem = computed(() => this.create.problem() ?? this.change.problem());

  reload(): void {
    this.resource.reload();
  }
}
