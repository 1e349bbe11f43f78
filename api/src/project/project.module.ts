import { Module } from '@nestjs/common';
import { ApprovalModule, Approvals } from '../approval';
import { ProjectDetailQueries } from './project-detail.queries';
import { ProjectFlowQueries } from './project-flow.queries';
import { ProjectLinkController } from './project-link.controller';
import { ProjectPlanController } from './project-plan.controller';
import { ProjectController } from './project.controller';
import { ProjectQueries } from './project.queries';
import { confirmBaseline, dismissBaseline, PROJECT_BASELINE } from './use-cases/confirm-baseline';

@Module({
  imports: [ApprovalModule],
  controllers: [ProjectController, ProjectPlanController, ProjectLinkController],
  providers: [ProjectQueries, ProjectDetailQueries, ProjectFlowQueries],
  exports: [ProjectQueries],
})
export class ProjectModule {
  constructor(approvals: Approvals) {
    approvals.register(PROJECT_BASELINE, {
      deciders: ['approval.decide'],
      execute: confirmBaseline,
      dismissed: dismissBaseline,
    });
  }
}
