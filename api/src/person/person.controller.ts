import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangePerson,
  type CreatedPerson,
  CreatePerson,
  type IssuedLink,
  type PersonChoice,
  PersonChoiceQuery,
  type PersonDetail,
  PersonQuery,
  type PersonRow,
} from '@etatlotse/contracts/person';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { issueLink } from '../access';
import { Approvals } from '../approval';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, SessionOnly } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PersonQueries } from './person.queries';
import { changePerson } from './use-cases/change-person';
import { createPerson } from './use-cases/create-person';
import { endLogins } from './use-cases/end-logins';
import { requestLink } from './use-cases/request-link';

/** Accounts. Everything that changes access is closed to personal tokens. */
@Controller('api/v1/person')
export class PersonController {
  constructor(
    private readonly queries: PersonQueries,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @Permit('person.read')
  list(@CurrentCaller() caller: Caller, @Query() query: PersonQuery): Promise<Page<PersonRow>> {
    return this.queries.list(caller, query);
  }

  @Get('choices')
  @Permit('search.use')
  async choices(
    @CurrentCaller() caller: Caller,
    @Query() query: PersonChoiceQuery,
  ): Promise<{ rows: readonly PersonChoice[] }> {
    return { rows: await this.queries.choices(caller, query.q) };
  }

  @Get(':id')
  @Permit('person.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PersonDetail> {
    const person = await this.queries.find(caller, path.id);
    if (person === null) throw new ProblemException('NOT_FOUND');
    return person;
  }

  /**
   * The account and its invitation are two steps: what is kept for a repeated key must not hold the link's secret. A
   * repetition finds the account and gets a new link, which ends the one before.
   */
  @Post()
  @Permit('person.write')
  @SessionOnly()
  async create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreatePerson,
  ): Promise<CreatedPerson> {
    const request = { key, operation: 'person.create', body };
    const person = await this.commands.create(caller, request, (tx) => createPerson(tx, this.approvals, body));
    const isInvited = (await this.queries.find(caller, person.id))?.status === 'invited';
    const link = isInvited ? await this.commands.change(caller, (tx) => issueLink(tx, person.id)) : null;
    return { ...person, link };
  }

  @Put(':id')
  @Permit('person.write')
  @SessionOnly()
  change(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangePerson,
  ): Promise<{ id: string; version: number }> {
    return this.commands.change(caller, (tx) => changePerson(tx, path.id, body));
  }

  /** A new invitation, or a link to set a new password. Each ends the links before it. */
  @Post(':id/links')
  @Permit('person.write')
  @SessionOnly()
  requestLink(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<IssuedLink> {
    return this.commands.change(caller, (tx) => requestLink(tx, this.approvals, path.id));
  }

  @Delete(':id/sessions')
  @HttpCode(200)
  @Permit('person.write')
  @SessionOnly()
  endLogins(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<{ ended: number }> {
    return this.commands.change(caller, (tx) => endLogins(tx, path.id));
  }
}
