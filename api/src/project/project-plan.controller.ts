import { Body, Controller, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  AddPurchase,
  AddRisk,
  AssessProject,
  type BaselineRequested,
  ChangeRisk,
  EndPurchase,
  type ProjectChanged,
  ProjectMilestonePath,
  PurchasePath,
  ReportMilestone,
  RequestBaseline,
  RiskPath,
  SaveProjectPlan,
} from '@etatlotse/contracts/project';
import { IdPath } from '@etatlotse/contracts/shared';
import { Approvals } from '../approval';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { addPurchase } from './use-cases/add-purchase';
import { addRisk } from './use-cases/add-risk';
import { assessProject } from './use-cases/assess-project';
import { changeRisk } from './use-cases/change-risk';
import { endPurchase } from './use-cases/end-purchase';
import { reportMilestone } from './use-cases/report-milestone';
import { requestBaseline } from './use-cases/request-baseline';
import { saveProjectPlan } from './use-cases/save-project-plan';

/** What a project promises and how it stands: plan, baselines, milestones, judgements, risks, purchases. */
@Controller('api/v1/projects/:id')
export class ProjectPlanController {
  constructor(
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Put('plan')
  @Permit('project.write')
  savePlan(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: SaveProjectPlan,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => saveProjectPlan(tx, path.id, body));
  }

  @Post('baselines')
  @Permit('project.write')
  requestBaseline(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: RequestBaseline,
    @Headers('idempotency-key') key?: string,
  ): Promise<BaselineRequested> {
    return this.commands.create(caller, { key, operation: `project.baseline ${path.id}`, body }, (tx) =>
      requestBaseline(tx, this.approvals, path.id, body),
    );
  }

  @Put('milestones/:milestoneId')
  @Permit('project.write')
  reportMilestone(
    @CurrentCaller() caller: Caller,
    @Param() path: ProjectMilestonePath,
    @Body() body: ReportMilestone,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => reportMilestone(tx, path.id, path.milestoneId, body));
  }

  @Post('assessments')
  @Permit('project.write')
  assess(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AssessProject,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: `project.assess ${path.id}`, body }, (tx) =>
      assessProject(tx, path.id, body),
    );
  }

  @Post('risks')
  @Permit('project.write')
  addRisk(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddRisk,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: `project.risk ${path.id}`, body }, (tx) =>
      addRisk(tx, path.id, body),
    );
  }

  @Put('risks/:riskId')
  @HttpCode(200)
  @Permit('project.write')
  changeRisk(
    @CurrentCaller() caller: Caller,
    @Param() path: RiskPath,
    @Body() body: ChangeRisk,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => changeRisk(tx, path.id, path.riskId, body));
  }

  @Post('purchases')
  @Permit('project.write')
  addPurchase(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddPurchase,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: `project.purchase ${path.id}`, body }, (tx) =>
      addPurchase(tx, path.id, body),
    );
  }

  @Post('purchases/:purchaseId/end')
  @HttpCode(200)
  @Permit('project.write')
  endPurchase(
    @CurrentCaller() caller: Caller,
    @Param() path: PurchasePath,
    @Body() body: EndPurchase,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => endPurchase(tx, path.id, path.purchaseId, body));
  }
}
