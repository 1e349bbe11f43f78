import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { PROJECT_PATHS, type ProjectRow } from '@etatlotse/contracts/project/plain';
import type {
  AddGoal,
  AddRolloutUnit,
  ChangeGoal,
  MeasureGoal,
  RecordSurvey,
  TellCapability,
  TellTraining,
} from '@etatlotse/contracts/rollout';
import { type Capability, type Rollout, ROLLOUT_PATHS } from '@etatlotse/contracts/rollout/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { RolloutClient } from './rollout.client';

/** Everything that can be told on the board, as one kind of errand each. */
export type RolloutErrand =
  | { readonly kind: 'addGoal'; readonly body: AddGoal }
  | { readonly kind: 'changeGoal'; readonly goalId: string; readonly body: ChangeGoal }
  | { readonly kind: 'measure'; readonly goalId: string; readonly body: MeasureGoal }
  | { readonly kind: 'addUnit'; readonly body: AddRolloutUnit }
  | { readonly kind: 'train'; readonly unitId: string; readonly body: TellTraining }
  | {
      readonly kind: 'tell';
      readonly unitId: string;
      readonly capability: Capability;
      readonly body: TellCapability;
    }
  | { readonly kind: 'survey'; readonly body: RecordSurvey };

/** One roll-out, and what its forms choose from once one of them is open. */
@Injectable()
export class RolloutStore {
  private readonly client = inject(RolloutClient);
  readonly rolloutId = signal('');
  /** Whether a form needs units and projects to choose from. */
  readonly isChoosing = signal(false);

  private readonly resource = httpResource<Rollout>(() =>
    this.rolloutId() === '' ? undefined : ROLLOUT_PATHS.rollout(this.rolloutId()),
  );
  private readonly unitTree = httpResource<UnitTree>(() => (this.isChoosing() ? ORGANIZATION_PATHS.units : undefined));
  private readonly projectPage = httpResource<Page<ProjectRow>>(() =>
    this.isChoosing() ? { url: PROJECT_PATHS.projects, params: query({ level: 'project', limit: 100 }) } : undefined,
  );

  readonly rollout = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly units = computed(() => (this.unitTree.hasValue() ? this.unitTree.value().units : []));
  readonly projects = computed(() => (this.projectPage.hasValue() ? this.projectPage.value().rows : []));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly errand = command((errand: RolloutErrand) => this.send(errand));

  reload(): void {
    this.resource.reload();
  }

  private send(errand: RolloutErrand) {
    const id = this.rolloutId();
    switch (errand.kind) {
      case 'addGoal':
        return this.client.addGoal(id, errand.body);
      case 'changeGoal':
        return this.client.changeGoal(id, errand.goalId, errand.body);
      case 'measure':
        return this.client.measure(id, errand.goalId, errand.body);
      case 'addUnit':
        return this.client.addUnit(id, errand.body);
      case 'train':
        return this.client.train(id, errand.unitId, errand.body);
      case 'tell':
        return this.client.tell(id, errand.unitId, errand.capability, errand.body);
      case 'survey':
        return this.client.survey(id, errand.body);
    }
  }
}
