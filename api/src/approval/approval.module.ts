import { Global, Module } from '@nestjs/common';
import { ApprovalController } from './approval.controller';
import { ApprovalQueries } from './approval.queries';
import { Approvals } from './approvals';

/** Global, because every feature may have something that takes two people. */
@Global()
@Module({
  controllers: [ApprovalController],
  providers: [Approvals, ApprovalQueries],
  exports: [Approvals],
})
export class ApprovalModule {}
