import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { CountOutcome } from '@etatlotse/contracts/outcome';
import { OUTCOME_PATHS, type OutcomeDetail } from '@etatlotse/contracts/outcome/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { OutcomeClient } from './outcome.client';

/** One outcome, and the units that its form chooses from. */
@Injectable()
export class OutcomeStore {
  private readonly client = inject(OutcomeClient);
  readonly outcomeId = signal('');
  readonly isChoosing = signal(false);

  private readonly resource = httpResource<OutcomeDetail>(() =>
    this.outcomeId() === '' ? undefined : OUTCOME_PATHS.outcome(this.outcomeId()),
  );
  private readonly unitTree = httpResource<UnitTree>(() => (this.isChoosing() ? ORGANIZATION_PATHS.units : undefined));

  readonly outcome = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly units = computed(() => (this.unitTree.hasValue() ? this.unitTree.value().units : []));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly count = command((body: CountOutcome) => this.client.count(this.outcomeId(), body));

  reload(): void {
    this.resource.reload();
  }
}
