import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { AdoptPlanVersion, PlanFindings, PlanVersionDetail, TakePlanStep } from '@etatlotse/contracts/planning';
import { PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { PlanningClient } from './planning.client';

/** One plan version; after each step it is read again. Findings are asked for only while it can still change. */
@Injectable()
export class PlanVersionStore {
  private readonly client = inject(PlanningClient);
  private readonly permissions = inject(Permissions);
  readonly versionId = signal('');

  private readonly detailResource = httpResource<PlanVersionDetail>(() =>
    this.versionId() === '' ? undefined : PLANNING_PATHS.planVersion(this.versionId()),
  );
  readonly detail = computed(() => (this.detailResource.hasValue() ? this.detailResource.value() : null));
  private readonly isOpen = computed(() => this.detail()?.isOpen === true);
  private readonly findingResource = httpResource<PlanFindings>(() =>
    this.isOpen() ? PLANNING_PATHS.planFindings(this.versionId()) : undefined,
  );
  readonly findings = computed(() => (this.findingResource.hasValue() ? this.findingResource.value() : null));
  readonly failure = computed(() => {
    const error = this.detailResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('plan.write'));
  readonly mayAdopt = computed(() => this.permissions.has('plan.adopt'));

  readonly takeStep = command((step: TakePlanStep) => this.client.takeStep(this.versionId(), step));
  readonly adopt = command((adoption: AdoptPlanVersion) => this.client.adopt(this.versionId(), adoption));
  readonly rename = command((version: number, name: string) => this.client.rename(this.versionId(), version, name));
  readonly remove = command((version: number) => this.client.remove(this.versionId(), version));

  reload(): void {
    this.detailResource.reload();
    this.findingResource.reload();
  }
}
