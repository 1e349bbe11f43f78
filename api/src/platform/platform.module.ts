import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController } from './audit/audit.controller';
import { AuditAnchor } from './audit/audit-anchor';
import { AuditQueries } from './audit/audit.queries';
import { AuditVerifier } from './audit/audit-verifier';
import { CONFIG, type Config } from './config/config';
import { CoreModule } from './core.module';
import { apiDataSourceOptions } from './database/data-source';
import { Transactions } from './database/transactions';
import { AccessGuard } from './http/access.guard';
import { Authenticator } from './http/authenticator';
import { Sessions } from './http/sessions';
import { Commands } from './http/command';
import { CommandsTogether } from './http/command-together';
import { EarlyHook } from './http/early-hook';
import { StrictPipe } from './input/strict.pipe';
import { JobController } from './jobs/job.controller';
import { JobQueries } from './jobs/job.queries';
import { JobQueue } from './jobs/job-queue';
import { RegularWork } from './jobs/regular-work';
import { OpenApiController } from './openapi/openapi.controller';
import { HealthController } from './operations/health.controller';
import { ProblemFilter } from './problem/problem.filter';

/** What every feature stands on. */
@Global()
@Module({
  imports: [
    CoreModule,
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => apiDataSourceOptions(config.databaseUrl, config.databasePoolSize),
    }),
  ],
  controllers: [HealthController, JobController, AuditController, OpenApiController],
  providers: [
    EarlyHook,
    Transactions,
    Authenticator,
    Sessions,
    Commands,
    CommandsTogether,
    JobQueue,
    JobQueries,
    RegularWork,
    AuditQueries,
    AuditAnchor,
    AuditVerifier,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: StrictPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [AuditAnchor, Transactions, Authenticator, Commands, CommandsTogether, EarlyHook, JobQueue, RegularWork],
})
export class PlatformModule {}
