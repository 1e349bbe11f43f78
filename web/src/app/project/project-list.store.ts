import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import {
  PROJECT_PATHS,
  type ProjectName,
  type ProjectRow,
  type ProjectSummary,
} from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { ProjectClient } from './project.client';

/** The portfolio as the address filters it, page by page, and all of it together. */
@Injectable()
export class ProjectListStore {
  private readonly client = inject(ProjectClient);
  private readonly permissions = inject(Permissions);
  readonly parentId = signal<string | undefined>(undefined);
  readonly words = signal<string | undefined>(undefined);
  readonly withClosed = signal(false);
  readonly onlyStale = signal(false);

  private readonly view = computed(() => ({
    level: 'project',
    parentId: this.parentId(),
    q: this.words(),
    withClosed: this.withClosed() || undefined,
    stale: this.onlyStale() || undefined,
  }));
  private readonly firstPage = httpResource<Page<ProjectRow>>(() => ({
    url: PROJECT_PATHS.projects,
    params: query(this.view()),
  }));
  private readonly summaryResource = httpResource<ProjectSummary>(() => ({
    url: PROJECT_PATHS.summary,
    params: query({ parentId: this.parentId() }),
  }));
  private readonly parentResource = httpResource<readonly ProjectName[]>(() => PROJECT_PATHS.parents);
  private readonly page = linkedSignal(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));

  readonly rows = computed(() => this.page()?.rows ?? null);
  /** To be downloaded as a whole. */
  readonly address = computed(() => listAddress(PROJECT_PATHS.projects, query(this.view())));
  readonly nextCursor = computed(() => this.page()?.nextCursor ?? null);
  readonly summary = computed(() => (this.summaryResource.hasValue() ? this.summaryResource.value() : null));
  readonly parents = computed(() => (this.parentResource.hasValue() ? this.parentResource.value() : []));
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('project.write'));
  readonly mayImport = computed(() => this.permissions.has('import.registers'));
  private readonly next = command((cursor: string) => this.client.page({ ...this.view(), cursor }));

  async showMore(): Promise<void> {
    const before = this.page();
    const cursor = before?.nextCursor;
    if (!before || !cursor) return;
    const page = await this.next.run(cursor);
    if (page !== null) this.page.set({ ...page, rows: [...before.rows, ...page.rows] });
  }

  reload(): void {
    this.firstPage.reload();
    this.summaryResource.reload();
  }
}
