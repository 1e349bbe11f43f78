import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Approval, ApprovalQuery, DecideApproval } from '@etatlotse/contracts/approval';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands, type CommandResult } from '../platform/http/command';
import { Permit, SessionOnly } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ApprovalQueries } from './approval.queries';
import { Approvals } from './approvals';
import { decideApproval } from './use-cases/decide-approval';
import { withdrawApproval } from './use-cases/withdraw-approval';

/** What waits for a second person. Who may decide depends on the action, so the use case asks, not the route. */
@Controller('api/v1/approvals')
export class ApprovalController {
  constructor(
    private readonly queries: ApprovalQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('approval.read')
  list(@CurrentCaller() caller: Caller, @Query() query: ApprovalQuery): Promise<Page<Approval>> {
    return this.queries.list(caller, query);
  }

  @Get(':id')
  @Permit('approval.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Approval> {
    const approval = await this.queries.find(caller, path.id);
    if (approval === null) throw new ProblemException('NOT_FOUND');
    return approval;
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Permit('approval.read')
  @SessionOnly()
  decide(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: DecideApproval): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => decideApproval(tx, this.approvals, path.id, body));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Permit('approval.read')
  withdraw(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => withdrawApproval(tx, this.approvals, path.id));
  }
}
