import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type {
  AddDependency,
  AddFollowUpCost,
  AddPurchase,
  AddRisk,
  AssessProject,
  ChangeRisk,
  EndDependency,
  EndFollowUpCost,
  EndProjectLine,
  EndPurchase,
  LinkProjectLine,
  MoveProject,
  ReportMilestone,
  RequestBaseline,
  TakeProjectStep,
} from '@etatlotse/contracts/project';
import {
  type Project,
  PROJECT_PATHS,
  type ProjectEvent,
  type ProjectForecastAnswer,
  type ProjectName,
} from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ProjectClient } from './project.client';

/** Everything that can be done on the page of a project, as one kind of errand each. */
export type ProjectErrand =
  | { readonly kind: 'step'; readonly body: TakeProjectStep }
  | { readonly kind: 'move'; readonly body: MoveProject }
  | { readonly kind: 'remove'; readonly version: number }
  | { readonly kind: 'baseline'; readonly body: RequestBaseline }
  | { readonly kind: 'milestone'; readonly milestoneId: string; readonly body: ReportMilestone }
  | { readonly kind: 'assess'; readonly body: AssessProject }
  | { readonly kind: 'addRisk'; readonly body: AddRisk }
  | { readonly kind: 'changeRisk'; readonly riskId: string; readonly body: ChangeRisk }
  | { readonly kind: 'link'; readonly body: LinkProjectLine }
  | { readonly kind: 'endLink'; readonly linkId: string; readonly body: EndProjectLine }
  | { readonly kind: 'purchase'; readonly body: AddPurchase }
  | { readonly kind: 'endPurchase'; readonly purchaseId: string; readonly body: EndPurchase }
  | { readonly kind: 'followUp'; readonly body: AddFollowUpCost }
  | { readonly kind: 'endFollowUp'; readonly followUpId: string; readonly body: EndFollowUpCost }
  | { readonly kind: 'wait'; readonly body: AddDependency }
  | { readonly kind: 'endWait'; readonly dependencyId: string; readonly body: EndDependency };

/** One project with its history and its forecast. */
@Injectable()
export class ProjectStore {
  private readonly client = inject(ProjectClient);
  readonly projectId = signal('');

  private readonly url = (path: (id: string) => string): string | undefined =>
    this.projectId() === '' ? undefined : path(this.projectId());
  private readonly projectResource = httpResource<Project>(() => this.url(PROJECT_PATHS.project));
  private readonly forecastResource = httpResource<ProjectForecastAnswer>(() => this.url(PROJECT_PATHS.forecast));
  private readonly eventResource = httpResource<Page<ProjectEvent>>(() => this.url(PROJECT_PATHS.events));
  private readonly parentResource = httpResource<readonly ProjectName[]>(() => PROJECT_PATHS.parents);
  private readonly page = linkedSignal(() => (this.eventResource.hasValue() ? this.eventResource.value() : null));

  readonly project = computed(() => (this.projectResource.hasValue() ? this.projectResource.value() : null));
  readonly forecast = computed(() => (this.forecastResource.hasValue() ? this.forecastResource.value() : null));
  readonly events = computed(() => this.page()?.rows ?? []);
  readonly hasMoreEvents = computed(() => (this.page()?.nextCursor ?? null) !== null);
  readonly parents = computed(() => (this.parentResource.hasValue() ? this.parentResource.value() : []));
  readonly failure = computed(() => {
    const error = this.projectResource.error();
    return error ? problemOf(error) : null;
  });

  readonly errand = command((errand: ProjectErrand) => this.send(errand));
  private readonly next = command((cursor: string) => this.client.events(this.projectId(), cursor));

  async showMoreEvents(): Promise<void> {
    const before = this.page();
    if (!before?.nextCursor) return;
    const page = await this.next.run(before.nextCursor);
    if (page !== null) this.page.set({ ...page, rows: [...before.rows, ...page.rows] });
  }

  reload(): void {
    this.projectResource.reload();
    this.forecastResource.reload();
    this.eventResource.reload();
  }

  private send(errand: ProjectErrand) {
    const id = this.projectId();
    switch (errand.kind) {
      case 'step':
        return this.client.step(id, errand.body);
      case 'move':
        return this.client.move(id, errand.body);
      case 'remove':
        return this.client.remove(id, errand.version);
      case 'baseline':
        return this.client.requestBaseline(id, errand.body);
      case 'milestone':
        return this.client.reportMilestone(id, errand.milestoneId, errand.body);
      case 'assess':
        return this.client.assess(id, errand.body);
      case 'addRisk':
        return this.client.addRisk(id, errand.body);
      case 'changeRisk':
        return this.client.changeRisk(id, errand.riskId, errand.body);
      case 'link':
        return this.client.linkLine(id, errand.body);
      case 'endLink':
        return this.client.endLine(id, errand.linkId, errand.body);
      case 'purchase':
        return this.client.addPurchase(id, errand.body);
      case 'endPurchase':
        return this.client.endPurchase(id, errand.purchaseId, errand.body);
      case 'followUp':
        return this.client.addFollowUp(id, errand.body);
      case 'endFollowUp':
        return this.client.endFollowUp(id, errand.followUpId, errand.body);
      case 'wait':
        return this.client.addDependency(id, errand.body);
      case 'endWait':
        return this.client.endDependency(id, errand.dependencyId, errand.body);
    }
  }
}
