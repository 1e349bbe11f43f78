import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IdPath } from '@etatlotse/contracts/shared';
import { type CreatedToken, CreateToken, type PersonalToken } from '@etatlotse/contracts/session';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, SessionOnly } from '../platform/http/permit.decorator';
import { AccountQueries } from './account.queries';
import { createToken } from './use-cases/create-token';
import { revokeToken } from './use-cases/revoke-token';

/** Personal tokens for scripts. */
@Controller('api/v1/tokens')
export class TokenController {
  constructor(
    private readonly queries: AccountQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('token.own')
  async list(@CurrentCaller() caller: Caller): Promise<{ rows: readonly PersonalToken[] }> {
    return { rows: await this.queries.tokens(caller) };
  }

  /**
   * The answer is the only place where the token stands. It takes no Idempotency-Key, because an answer that is kept for
   * a repetition would keep the secret, too; a token made twice shows in the list.
   */
  @Post()
  @Permit('token.own')
  @SessionOnly()
  create(@CurrentCaller() caller: Caller, @Body() body: CreateToken): Promise<CreatedToken> {
    return this.commands.change(caller, (tx) => createToken(tx, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('token.own')
  async revoke(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<void> {
    await this.commands.change(caller, (tx) => revokeToken(tx, path.id));
  }
}
