import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { ChangeBenefit, CreateBenefit } from '@etatlotse/contracts/benefit';
import { BENEFIT_PATHS, type BenefitRow } from '@etatlotse/contracts/benefit/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { PROJECT_PATHS, type ProjectRow } from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { BenefitClient } from './benefit.client';

/** What the form of a benefit chooses from, the benefit it changes, and how it is saved. */
@Injectable()
export class BenefitFormStore {
  private readonly client = inject(BenefitClient);
  private readonly key = newIdempotencyKey();
  /** Undefined for a new one. */
  readonly benefitId = signal<string | undefined>(undefined);

  private readonly known = httpResource<BenefitRow>(() => {
    const id = this.benefitId();
    return id === undefined ? undefined : BENEFIT_PATHS.benefit(id);
  });
  private readonly unitTree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  private readonly projectPage = httpResource<Page<ProjectRow>>(() => ({
    url: PROJECT_PATHS.projects,
    params: query({ level: 'project', limit: 100 }),
  }));

  readonly benefit = computed(() => (this.known.hasValue() ? this.known.value() : null));
  readonly units = computed(() => (this.unitTree.hasValue() ? this.unitTree.value().units : []));
  readonly projects = computed(() => (this.projectPage.hasValue() ? this.projectPage.value().rows : []));
  readonly save = command(
    (face: Omit<ChangeBenefit, 'version'>, place: Pick<CreateBenefit, 'projectId' | 'reviewOn'>) => {
      const benefit = this.benefit();
      return benefit === null
        ? this.client.create({ ...face, ...place }, this.key)
        : this.client.change(benefit.id, { ...face, version: benefit.version });
    },
  );
}
