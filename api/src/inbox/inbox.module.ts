import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller';
import { InboxQueries } from './inbox.queries';
import { MailSender } from './mail-sender';

@Module({
  controllers: [InboxController],
  providers: [InboxQueries, MailSender],
})
export class InboxModule {}
