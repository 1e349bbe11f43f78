import { Module } from '@nestjs/common';
import { CapacityController } from './capacity.controller';
import { CapacityOverviewQueries } from './capacity-overview.queries';
import { ParameterController } from './parameter.controller';
import { ParameterEffectQueries } from './parameter-effect.queries';
import { ParameterQueries } from './parameter.queries';
import { PostController } from './post.controller';
import { PostQueries } from './post.queries';
import { TaskController } from './task.controller';
import { TaskCsv } from './task-csv';
import { TaskForecastQueries } from './task-forecast.queries';
import { TaskOutlookQueries } from './task-outlook.queries';
import { TaskRecordController } from './task-record.controller';
import { TaskQueries } from './task.queries';

/** Posts, tasks and what follows from them: is there enough time for what comes in. */
@Module({
  controllers: [CapacityController, ParameterController, PostController, TaskController, TaskRecordController],
  providers: [
    CapacityOverviewQueries,
    ParameterEffectQueries,
    ParameterQueries,
    PostQueries,
    TaskCsv,
    TaskForecastQueries,
    TaskOutlookQueries,
    TaskQueries,
  ],
  exports: [CapacityOverviewQueries],
})
export class CapacityModule {}
