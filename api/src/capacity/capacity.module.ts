import { Module } from '@nestjs/common';
import { CapacityController } from './capacity.controller';
import { CapacityOverviewQueries } from './capacity-overview.queries';
import { bundledForecastWorker, FORECAST_WORKER, ForecastRunner } from './forecast-runner';
import { OutlookController } from './outlook.controller';
import { ParameterController } from './parameter.controller';
import { ParameterEffectQueries } from './parameter-effect.queries';
import { ParameterQueries } from './parameter.queries';
import { PostController } from './post.controller';
import { PostQueries } from './post.queries';
import { ReleaseQueries } from './release.queries';
import { bundledRiskWorker, RISK_WORKER, RiskRunner } from './risk-runner';
import { RiskQueries } from './risk.queries';
import { ScenarioController } from './scenario.controller';
import { ScenarioQueries } from './scenario.queries';
import { StaffingPlanController } from './staffing-plan.controller';
import { StaffingPlanQueries } from './staffing-plan.queries';
import { TaskController } from './task.controller';
import { TaskCsv } from './task-csv';
import { TaskForecastQueries } from './task-forecast.queries';
import { TaskOutlookQueries } from './task-outlook.queries';
import { TaskRecordController } from './task-record.controller';
import { TaskQueries } from './task.queries';
import { TaskSheetQueries } from './task-sheet.queries';
import { UnitQueries } from './unit.queries';
import { WhatIfQueries } from './what-if.queries';

/** Posts, tasks and what follows from them: is there enough time for what comes in. */
@Module({
  controllers: [
    CapacityController,
    OutlookController,
    ParameterController,
    PostController,
    ScenarioController,
    StaffingPlanController,
    TaskController,
    TaskRecordController,
  ],
  providers: [
    CapacityOverviewQueries,
    ParameterEffectQueries,
    ParameterQueries,
    PostQueries,
    TaskCsv,
    StaffingPlanQueries,
    TaskForecastQueries,
    TaskOutlookQueries,
    TaskQueries,
    TaskSheetQueries,
    ReleaseQueries,
    RiskQueries,
    RiskRunner,
    ScenarioQueries,
    UnitQueries,
    WhatIfQueries,
    { provide: RISK_WORKER, useValue: bundledRiskWorker },
    ForecastRunner,
    { provide: FORECAST_WORKER, useValue: bundledForecastWorker },
  ],
  exports: [CapacityOverviewQueries],
})
export class CapacityModule {}
