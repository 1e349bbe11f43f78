import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { UnitTree } from '@etatlotse/contracts/organization/plain';
import { ORGANIZATION_PATHS } from '@etatlotse/contracts/organization/plain';
import type { ChangeProject, CreateProject } from '@etatlotse/contracts/project';
import { type Project, PROJECT_PATHS, type ProjectName } from '@etatlotse/contracts/project/plain';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { ProjectClient } from './project.client';

/** What the form of a project chooses from, the project it changes, and how it is saved. */
@Injectable()
export class ProjectFormStore {
  private readonly client = inject(ProjectClient);
  private readonly key = newIdempotencyKey();
  /** Undefined for a new project. */
  readonly projectId = signal<string | undefined>(undefined);

  private readonly known = httpResource<Project>(() => {
    const id = this.projectId();
    return id === undefined ? undefined : PROJECT_PATHS.project(id);
  });
  private readonly unitTree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  private readonly parentList = httpResource<readonly ProjectName[]>(() => PROJECT_PATHS.parents);

  readonly project = computed(() => (this.known.hasValue() ? this.known.value() : null));
  readonly units = computed(() => (this.unitTree.hasValue() ? this.unitTree.value().units : []));
  readonly parents = computed(() => (this.parentList.hasValue() ? this.parentList.value() : []));
  readonly create = command((project: CreateProject) => this.client.create(project, this.key));
  readonly change = command((project: ChangeProject) => this.client.change(this.projectId() ?? '', project));
  readonly problem = computed(() => this.create.problem() ?? this.change.problem());
}

/** What only a new project says about itself. */
export type ProjectPlace = Pick<CreateProject, 'level' | 'parentId' | 'plannedStart' | 'plannedEnd'>;
