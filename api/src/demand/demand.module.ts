import { Module } from '@nestjs/common';
import { DemandDetailQueries } from './demand-detail.queries';
import { DemandPartController } from './demand-part.controller';
import { DemandSheetController } from './demand-sheet.controller';
import { DemandGates } from './demand-step';
import { DemandController } from './demand.controller';
import { DemandQueries } from './demand.queries';
import { DeskQueueQueries } from './desk-queue.queries';
import { RoundController, StandardItemController } from './round.controller';
import { RoundQueries } from './round.queries';
import { RoundReminders } from './round-reminders';
import { DemandSheetQueries } from './sheet/demand-sheet.queries';

@Module({
  controllers: [DemandSheetController, DemandController, DemandPartController, RoundController, StandardItemController],
  providers: [
    DemandQueries,
    DemandDetailQueries,
    DeskQueueQueries,
    RoundQueries,
    DemandSheetQueries,
    RoundReminders,
    DemandGates,
  ],
  exports: [DemandGates],
})
export class DemandModule {}
