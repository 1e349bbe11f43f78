import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeProject,
  CreateProject,
  DeleteProjectQuery,
  type MilestoneOffer,
  MoveProject,
  type Project,
  type ProjectChanged,
  type ProjectEvent,
  ProjectEventsQuery,
  ProjectFlowQuery,
  type ProjectFlows,
  type ProjectForecastAnswer,
  type ProjectName,
  type ProjectRow,
  ProjectSearchQuery,
  ProjectsQuery,
  type ProjectSummary,
  ProjectSummaryQuery,
  TakeProjectStep,
} from '@etatlotse/contracts/project';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ProjectDetailQueries } from './project-detail.queries';
import { ProjectFlowQueries } from './project-flow.queries';
import { ProjectQueries } from './project.queries';
import { changeProject } from './use-cases/change-project';
import { createProject } from './use-cases/create-project';
import { deleteProject } from './use-cases/delete-project';
import { moveProject } from './use-cases/move-project';
import { takeProjectStep } from './use-cases/take-project-step';
import { PROJECT_TABLE } from './project.table';

/** Projects (Vorhaben): the portfolio, one project, and its way from planned to closed. */
@Controller('api/v1/projects')
export class ProjectController {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly details: ProjectDetailQueries,
    private readonly flows: ProjectFlowQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('project.read')
  @AsTable(PROJECT_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: ProjectsQuery): Promise<Page<ProjectRow>> {
    return this.projects.list(caller, query);
  }

  @Get('summary')
  @Permit('project.read')
  summary(@CurrentCaller() caller: Caller, @Query() query: ProjectSummaryQuery): Promise<ProjectSummary> {
    return this.projects.summary(caller, query);
  }

  @Get('flows')
  @Permit('project.read')
  moneyFlows(@CurrentCaller() caller: Caller, @Query() query: ProjectFlowQuery): Promise<ProjectFlows> {
    return this.flows.flows(caller, query);
  }

  @Get('parents')
  @Permit('project.read')
  parents(@CurrentCaller() caller: Caller): Promise<readonly ProjectName[]> {
    return this.projects.parents(caller);
  }

  @Get('milestones')
  @Permit('project.read')
  milestones(@CurrentCaller() caller: Caller, @Query() query: ProjectSearchQuery): Promise<readonly MilestoneOffer[]> {
    return this.projects.milestones(caller, query);
  }

  @Get(':id')
  @Permit('project.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Project> {
    return known(await this.details.find(caller, path.id));
  }

  @Get(':id/events')
  @Permit('project.read')
  async events(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: ProjectEventsQuery,
  ): Promise<Page<ProjectEvent>> {
    return known(await this.projects.events(caller, path.id, query));
  }

  @Get(':id/forecast')
  @Permit('project.read')
  async forecast(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<ProjectForecastAnswer> {
    return known(await this.details.forecast(caller, path.id));
  }

  @Post()
  @Permit('project.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateProject,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: 'project.create', body }, (tx) => createProject(tx, body));
  }

  @Put(':id')
  @Permit('project.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeProject): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => changeProject(tx, path.id, body));
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('project.write')
  step(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeProjectStep): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => takeProjectStep(tx, path.id, body));
  }

  @Post(':id/move')
  @HttpCode(200)
  @Permit('project.write')
  move(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: MoveProject): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => moveProject(tx, path.id, body));
  }

  @Delete(':id')
  @Permit('project.write')
  remove(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: DeleteProjectQuery,
  ): Promise<Readonly<Record<never, never>>> {
    return this.commands.change(caller, (tx) => deleteProject(tx, path.id, query.version));
  }
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new ProblemException('NOT_FOUND');
  return answer;
}
