import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Inbox, InboxQuery, ReadMessages } from '@etatlotse/contracts/inbox';
import { ok } from '@etatlotse/domain/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { InboxQueries } from './inbox.queries';

/** Everybody's own inbox. Other people's messages do not exist. */
@Controller('api/v1/inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('inbox.own')
  list(@CurrentCaller() caller: Caller, @Query() query: InboxQuery): Promise<Inbox> {
    return this.inbox.list(caller, query);
  }

  /** Marks messages as read; without any named, all of them. */
  @Post('read')
  @HttpCode(200)
  @Permit('inbox.own')
  read(@CurrentCaller() caller: Caller, @Body() body: ReadMessages): Promise<{ readonly read: number }> {
    return this.commands.change(caller, async (tx) => {
      const read = await tx.execute(
        `UPDATE inbox_message SET read_at = $3 WHERE tenant_id = $1 AND person_id = $2 AND read_at IS NULL
           AND ($4::uuid[] = '{}' OR message_id = ANY ($4))`,
        [tx.tenantId, tx.personId, tx.now, body.ids],
      );
      return ok({ read });
    });
  }
}
