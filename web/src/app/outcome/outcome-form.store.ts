import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { CreateOutcome } from '@etatlotse/contracts/outcome';
import { OUTCOME_PATHS, type OutcomeDetail } from '@etatlotse/contracts/outcome/plain';
import { PROJECT_PATHS, type ProjectRow } from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { OutcomeClient } from './outcome.client';

/** What the form of an outcome chooses from, the outcome it changes, and how it is saved. */
@Injectable()
export class OutcomeFormStore {
  private readonly client = inject(OutcomeClient);
  private readonly key = newIdempotencyKey();
  /** Undefined for a new one. */
  readonly outcomeId = signal<string | undefined>(undefined);

  private readonly known = httpResource<OutcomeDetail>(() => {
    const id = this.outcomeId();
    return id === undefined ? undefined : OUTCOME_PATHS.outcome(id);
  });
  private readonly unitTree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  private readonly projectPage = httpResource<Page<ProjectRow>>(() => ({
    url: PROJECT_PATHS.projects,
    params: query({ level: 'project', limit: 100 }),
  }));

  readonly outcome = computed(() => (this.known.hasValue() ? this.known.value() : null));
  readonly units = computed(() => (this.unitTree.hasValue() ? this.unitTree.value().units : []));
  readonly projects = computed(() => (this.projectPage.hasValue() ? this.projectPage.value().rows : []));
  readonly save = command((face: CreateOutcome) => {
    const outcome = this.outcome();
    return outcome === null
      ? this.client.create(face, this.key)
      : this.client.change(outcome.id, { ...face, version: outcome.version });
  });
}
