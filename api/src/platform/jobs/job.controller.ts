import { Controller, Get, HttpCode, type MessageEvent, Param, Post, Sse } from '@nestjs/common';
import { IdPath, type JobState } from '@etatlotse/contracts/shared';
import { concatMap, distinctUntilChanged, from, map, type Observable, takeWhile, timer } from 'rxjs';
import { type Caller, CurrentCaller } from '../http/caller';
import { Permit } from '../http/permit.decorator';
import { ProblemException } from '../problem/problem-exception';
import { JobQueries } from './job.queries';

const POLL_MS = 400;

@Controller('api/v1/jobs')
export class JobController {
  constructor(private readonly jobs: JobQueries) {}

  @Get(':id')
  @Permit('job.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<JobState> {
    const job = await this.jobs.find(caller, path.id);
    if (job === null) throw new ProblemException('NOT_FOUND');
    return job;
  }

  /** Progress as server-sent events: one event for each change, the last one tells how it ended. */
  @Sse(':id/events')
  @Permit('job.read')
  async events(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Observable<MessageEvent>> {
    await this.show(caller, path);
    return timer(0, POLL_MS).pipe(
      concatMap(() => from(this.jobs.find(caller, path.id))),
      takeWhile((job) => job !== null && (job.state === 'queued' || job.state === 'running'), true),
      distinctUntilChanged((before, after) => JSON.stringify(before) === JSON.stringify(after)),
      map((job) => ({ type: 'progress', data: job ?? {} })),
    );
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Permit('job.read')
  async cancel(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<JobState> {
    if (!(await this.jobs.requestCancel(caller, path.id))) throw new ProblemException('NOT_FOUND');
    return this.show(caller, path);
  }
}
