import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { type CapacityRiskView, OUTLOOK_PATHS, type RiskInputs, USUAL_RISK } from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';

/** A simulation of the year. Leaving the page or stopping it ends the work on the server, too. */
@Injectable()
export class RiskStore {
  private readonly year = inject(FiscalYear).year;
  /** Null: every unit that is seen. */
  readonly unitId = signal<string | null>(null);
  readonly inputs = signal<RiskInputs>(USUAL_RISK);
  readonly isStopped = signal(false);

  private readonly answer = httpResource<CapacityRiskView>(() => {
    if (this.isStopped()) return undefined;
    const asked = { fiscalYear: this.year(), unitId: this.unitId(), ...this.inputs() };
    return { url: OUTLOOK_PATHS.risk, params: query(asked) };
  });
  readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  readonly failure = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : null;
  });

  begin(inputs: RiskInputs): void {
    this.inputs.set(inputs);
    this.isStopped.set(false);
  }

  stop(): void {
    this.isStopped.set(true);
  }

  reload(): void {
    this.answer.reload();
  }
}
