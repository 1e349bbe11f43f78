import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AssignmentPath,
  DelegateRoles,
  type GrantedRoles,
  GrantRoles,
  type Substitute,
} from '@etatlotse/contracts/person';
import { IdPath } from '@etatlotse/contracts/shared';
import { may } from '@etatlotse/domain/access';
import { Approvals } from '../approval';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, SessionOnly } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PersonQueries } from './person.queries';
import { delegateRoles } from './use-cases/delegate-roles';
import { endRole, endSubstitute } from './use-cases/end-role';
import { grantRoles } from './use-cases/grant-roles';

/** Roles of people, and who stands in for them. */
@Controller('api/v1/person/:id')
export class PersonRoleController {
  constructor(
    private readonly queries: PersonQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  /** In force at once only while the city is set up; otherwise `approvalId` names the request that waits. */
  @Post('roles')
  @HttpCode(200)
  @Permit('person.write')
  @SessionOnly()
  grant(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: GrantRoles): Promise<GrantedRoles> {
    return this.commands.change(caller, (tx) => grantRoles(tx, this.approvals, { personId: path.id, ...body }));
  }

  @Delete('roles/:assignmentId')
  @HttpCode(204)
  @Permit('person.write')
  @SessionOnly()
  async end(@CurrentCaller() caller: Caller, @Param() path: AssignmentPath): Promise<void> {
    await this.commands.change(caller, (tx) => endRole(tx, path.id, path.assignmentId));
  }

  /** Who stands in: for oneself everybody may ask, for somebody else whoever reads people. */
  @Get('substitutes')
  @Permit('session.own')
  async substitutes(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
  ): Promise<{ readonly rows: readonly Substitute[] }> {
    const isAllowed = caller.actor.personId === path.id || may(caller.actor, 'person.read');
    const person = isAllowed ? await this.queries.find(caller, path.id) : null;
    if (person === null) throw new ProblemException('NOT_FOUND');
    return { rows: person.substitutes };
  }

  /** For oneself everybody may; for somebody else the use case asks for `person.write`. */
  @Post('substitutes')
  @HttpCode(200)
  @Permit('session.own')
  @SessionOnly()
  delegate(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: DelegateRoles): Promise<GrantedRoles> {
    return this.commands.change(caller, (tx) => delegateRoles(tx, this.approvals, path.id, body));
  }

  @Delete('substitutes/:assignmentId')
  @HttpCode(204)
  @Permit('session.own')
  @SessionOnly()
  async endSubstitute(@CurrentCaller() caller: Caller, @Param() path: AssignmentPath): Promise<void> {
    await this.commands.change(caller, (tx) => endSubstitute(tx, path.id, path.assignmentId));
  }
}
