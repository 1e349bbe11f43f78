import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { PROJECT_PATHS, type ProjectRow } from '@etatlotse/contracts/project/plain';
import type { ChangeRollout, CreateRollout } from '@etatlotse/contracts/rollout';
import { type Rollout, ROLLOUT_PATHS } from '@etatlotse/contracts/rollout/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { RolloutClient } from './rollout.client';

/** What the form of a roll-out chooses from, the roll-out it changes, and how it is saved. */
@Injectable()
export class RolloutFormStore {
  private readonly client = inject(RolloutClient);
  private readonly key = newIdempotencyKey();
  /** Undefined for a new one. */
  readonly rolloutId = signal<string | undefined>(undefined);

  private readonly known = httpResource<Rollout>(() => {
    const id = this.rolloutId();
    return id === undefined ? undefined : ROLLOUT_PATHS.rollout(id);
  });
  private readonly projectPage = httpResource<Page<ProjectRow>>(() => ({
    url: PROJECT_PATHS.projects,
    params: query({ level: 'project', limit: 100 }),
  }));

  readonly rollout = computed(() => (this.known.hasValue() ? this.known.value() : null));
  readonly projects = computed(() => (this.projectPage.hasValue() ? this.projectPage.value().rows : []));
  readonly create = command((rollout: CreateRollout) => this.client.create(rollout, this.key));
  readonly change = command((rollout: ChangeRollout) => this.client.change(this.rolloutId() ?? '', rollout));
  readonly problem = computed(() => this.create.problem() ?? this.change.problem());
}
