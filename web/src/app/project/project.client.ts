import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AddDependency,
  AddFollowUpCost,
  AddPurchase,
  AddRisk,
  AssessProject,
  BaselineRequested,
  ChangeProject,
  ChangeRisk,
  CreateProject,
  EndDependency,
  EndFollowUpCost,
  EndProjectLine,
  EndPurchase,
  LinkProjectLine,
  MoveProject,
  ReportMilestone,
  RequestBaseline,
  SaveProjectPlan,
  TakeProjectStep,
} from '@etatlotse/contracts/project';
import {
  PROJECT_PATHS,
  type ProjectChanged,
  type ProjectEvent,
  type ProjectRow,
} from '@etatlotse/contracts/project/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, newIdempotencyKey, query } from '../platform/api';

/** The commands on projects. Reads are resources in the stores, except further pages. */
@Injectable({ providedIn: 'root' })
export class ProjectClient {
  private readonly http = inject(HttpClient);

  page(view: Readonly<Record<string, string | boolean | undefined>>): Observable<Page<ProjectRow>> {
    return this.http.get<Page<ProjectRow>>(PROJECT_PATHS.projects, { params: query(view) });
  }

  events(id: string, cursor: string): Observable<Page<ProjectEvent>> {
    return this.http.get<Page<ProjectEvent>>(PROJECT_PATHS.events(id), { params: query({ cursor }) });
  }

  create(project: CreateProject, key: string): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.projects, project, idempotent(key));
  }

  change(id: string, project: ChangeProject): Observable<ProjectChanged> {
    return this.http.put<ProjectChanged>(PROJECT_PATHS.project(id), project);
  }

  remove(id: string, version: number): Observable<unknown> {
    return this.http.delete(PROJECT_PATHS.project(id), { params: query({ version }) });
  }

  step(id: string, step: TakeProjectStep): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.steps(id), step);
  }

  move(id: string, move: MoveProject): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.move(id), move);
  }

  savePlan(id: string, plan: SaveProjectPlan): Observable<ProjectChanged> {
    return this.http.put<ProjectChanged>(PROJECT_PATHS.plan(id), plan);
  }

  requestBaseline(id: string, request: RequestBaseline): Observable<BaselineRequested> {
    return this.http.post<BaselineRequested>(PROJECT_PATHS.baselines(id), request, idempotent(newIdempotencyKey()));
  }

  reportMilestone(id: string, milestoneId: string, report: ReportMilestone): Observable<ProjectChanged> {
    return this.http.put<ProjectChanged>(PROJECT_PATHS.milestone(id, milestoneId), report);
  }

  assess(id: string, assessment: AssessProject): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.assessments(id), assessment, idempotent(newIdempotencyKey()));
  }

  addRisk(id: string, risk: AddRisk): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.risks(id), risk, idempotent(newIdempotencyKey()));
  }

  changeRisk(id: string, riskId: string, risk: ChangeRisk): Observable<ProjectChanged> {
    return this.http.put<ProjectChanged>(PROJECT_PATHS.risk(id, riskId), risk);
  }

  linkLine(id: string, link: LinkProjectLine): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.lines(id), link, idempotent(newIdempotencyKey()));
  }

  endLine(id: string, linkId: string, end: EndProjectLine): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.lineEnd(id, linkId), end);
  }

  addPurchase(id: string, purchase: AddPurchase): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.purchases(id), purchase, idempotent(newIdempotencyKey()));
  }

  endPurchase(id: string, purchaseId: string, end: EndPurchase): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.purchaseEnd(id, purchaseId), end);
  }

  addFollowUp(id: string, cost: AddFollowUpCost): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.followUps(id), cost, idempotent(newIdempotencyKey()));
  }

  endFollowUp(id: string, followUpId: string, end: EndFollowUpCost): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.followUpEnd(id, followUpId), end);
  }

  addDependency(id: string, dependency: AddDependency): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.dependencies(id), dependency, idempotent(newIdempotencyKey()));
  }

  endDependency(id: string, dependencyId: string, end: EndDependency): Observable<ProjectChanged> {
    return this.http.post<ProjectChanged>(PROJECT_PATHS.dependencyEnd(id, dependencyId), end);
  }
}
