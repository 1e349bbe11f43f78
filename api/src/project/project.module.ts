import { Module } from '@nestjs/common';
import { ApprovalModule, Approvals } from '../approval';
import { AuthorityModule, BoundRegisters } from '../authority';
import { FOLLOW_UP_REGISTER } from './follow-up-cost.repository';
import { ProjectDetailQueries } from './project-detail.queries';
import { ProjectFlowQueries } from './project-flow.queries';
import { ProjectLinkController } from './project-link.controller';
import { ProjectPlanController } from './project-plan.controller';
import { ProjectController } from './project.controller';
import { ProjectQueries } from './project.queries';
import { confirmBaseline, dismissBaseline, PROJECT_BASELINE } from './use-cases/confirm-baseline';

/** Projects; what operation costs after them joins the picture of the bound years. */
@Module({
  imports: [ApprovalModule, AuthorityModule],
  controllers: [ProjectController, ProjectPlanController, ProjectLinkController],
  providers: [ProjectQueries, ProjectDetailQueries, ProjectFlowQueries],
  exports: [ProjectQueries],
})
export class ProjectModule {
  constructor(approvals: Approvals, registers: BoundRegisters) {
    registers.register(FOLLOW_UP_REGISTER);
    approvals.register(PROJECT_BASELINE, {
      deciders: ['approval.decide'],
      execute: confirmBaseline,
      dismissed: dismissBaseline,
    });
  }
}
