import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AddDependency,
  AddFollowUpCost,
  DependencyPath,
  EndDependency,
  EndFollowUpCost,
  EndProjectLine,
  FollowUpCostPath,
  LinkProjectLine,
  type ProjectChanged,
  type ProjectLineOffer,
  ProjectLinePath,
  ProjectSearchQuery,
} from '@etatlotse/contracts/project';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ProjectDetailQueries } from './project-detail.queries';
import { addDependency } from './use-cases/add-dependency';
import { addFollowUpCost } from './use-cases/add-follow-up-cost';
import { endDependency } from './use-cases/end-dependency';
import { endFollowUpCost } from './use-cases/end-follow-up-cost';
import { endProjectLine } from './use-cases/end-project-line';
import { linkProjectLine } from './use-cases/link-project-line';

/**
 * What a project hangs on: the budget lines that pay for it and for operation after it, and milestones of other projects that
 * it waits for.
 */
@Controller('api/v1/projects/:id')
export class ProjectLinkController {
  constructor(
    private readonly details: ProjectDetailQueries,
    private readonly commands: Commands,
  ) {}

  @Get('line-offers')
  @Permit('project.link')
  async lineOffers(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: ProjectSearchQuery,
  ): Promise<readonly ProjectLineOffer[]> {
    const offers = await this.details.lineOffers(caller, path.id, query);
    if (offers === null) throw new ProblemException('NOT_FOUND');
    return offers;
  }

  @Post('lines')
  @Permit('project.link')
  linkLine(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: LinkProjectLine,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: `project.line ${path.id}`, body }, (tx) =>
      linkProjectLine(tx, path.id, body),
    );
  }

  @Post('lines/:linkId/end')
  @HttpCode(200)
  @Permit('project.link')
  endLine(
    @CurrentCaller() caller: Caller,
    @Param() path: ProjectLinePath,
    @Body() body: EndProjectLine,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => endProjectLine(tx, path.id, path.linkId, body));
  }

  @Post('dependencies')
  @Permit('project.write')
  addDependency(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddDependency,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: `project.dependency ${path.id}`, body }, (tx) =>
      addDependency(tx, path.id, body),
    );
  }

  @Post('dependencies/:dependencyId/end')
  @HttpCode(200)
  @Permit('project.write')
  endDependency(
    @CurrentCaller() caller: Caller,
    @Param() path: DependencyPath,
    @Body() body: EndDependency,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => endDependency(tx, path.id, path.dependencyId, body));
  }

  @Post('follow-up-costs')
  @Permit('project.link')
  addFollowUpCost(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddFollowUpCost,
    @Headers('idempotency-key') key?: string,
  ): Promise<ProjectChanged> {
    return this.commands.create(caller, { key, operation: `project.follow_up_cost ${path.id}`, body }, (tx) =>
      addFollowUpCost(tx, path.id, body),
    );
  }

  @Post('follow-up-costs/:followUpId/end')
  @HttpCode(200)
  @Permit('project.link')
  endFollowUpCost(
    @CurrentCaller() caller: Caller,
    @Param() path: FollowUpCostPath,
    @Body() body: EndFollowUpCost,
  ): Promise<ProjectChanged> {
    return this.commands.change(caller, (tx) => endFollowUpCost(tx, path.id, path.followUpId, body));
  }
}
