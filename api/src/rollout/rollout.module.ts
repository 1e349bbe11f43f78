import { Module } from '@nestjs/common';
import { RolloutGoalController } from './rollout-goal.controller';
import { RolloutController } from './rollout.controller';
import { RolloutQueries } from './rollout.queries';

@Module({
  controllers: [RolloutController, RolloutGoalController],
  providers: [RolloutQueries],
  exports: [RolloutQueries],
})
export class RolloutModule {}
