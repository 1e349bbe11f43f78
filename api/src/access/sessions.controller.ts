import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { IdPath } from '@etatlotse/contracts/shared';
import type { OpenSession } from '@etatlotse/contracts/session';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, SessionOnly } from '../platform/http/permit.decorator';
import { AccountQueries } from './account.queries';
import { endOtherSessions, endSession } from './use-cases/end-session';

/** Where am I logged in? */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly queries: AccountQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('session.own')
  async list(@CurrentCaller() caller: Caller): Promise<{ rows: readonly OpenSession[] }> {
    return { rows: await this.queries.openSessions(caller) };
  }

  /** Ends all but the one at hand. */
  @Delete()
  @Permit('session.own')
  @SessionOnly()
  endOthers(@CurrentCaller() caller: Caller): Promise<{ ended: number }> {
    return this.commands.change(caller, (tx) => endOtherSessions(tx, caller.sessionId));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('session.own')
  @SessionOnly()
  async end(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<void> {
    await this.commands.change(caller, (tx) => endSession(tx, path.id));
  }
}
