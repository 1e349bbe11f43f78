import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentReleaseQuery,
  PrepareRelease,
  type Release,
  type ReleasedOverview,
  type ReleaseRow,
  ReleasesQuery,
} from '@etatlotse/contracts/release';
import { IdPath } from '@etatlotse/contracts/shared';
import { OverviewQueries } from '../budget';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { ReleaseQueries } from './release.queries';
import { decideRelease } from './use-cases/decide-release';
import { prepareRelease } from './use-cases/prepare-release';

/** What the committee sees until there are snapshots: an overview that two people of finance let go. */
@Controller('api/v1/releases')
export class ReleaseController {
  constructor(
    private readonly releases: ReleaseQueries,
    private readonly overviews: OverviewQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('budget.read_released')
  list(@CurrentCaller() caller: Caller, @Query() query: ReleasesQuery): Promise<ReleaseRow[]> {
    return this.releases.list(caller, query.fiscalYear ?? null);
  }

  /** The newest release of a year; 404 while finance has released none. */
  @Get('current')
  @Permit('budget.read_released')
  async current(@CurrentCaller() caller: Caller, @Query() query: CurrentReleaseQuery): Promise<Release> {
    return found(await this.releases.current(caller, query.fiscalYear));
  }

  @Get(':id')
  @Permit('budget.read_released')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<Release> {
    return found(await this.releases.find(caller, path.id));
  }

  @Post()
  @Permit('release.prepare')
  async prepare(
    @CurrentCaller() caller: Caller,
    @Body() body: PrepareRelease,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    const { attention: _internal, ...overview } = await this.overviews.overview(caller, body.fiscalYear);
    const figures: ReleasedOverview = overview;
    return this.commands.create(caller, { key, operation: 'release.prepare', body }, (tx) =>
      prepareRelease(tx, body, figures),
    );
  }

  @Post(':id/release')
  @HttpCode(200)
  @Permit('release.approve')
  release(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => decideRelease(tx, path.id, 'released'));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Permit('release.approve')
  reject(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CommandResult> {
    return this.commands.change(caller, (tx) => decideRelease(tx, path.id, 'rejected'));
  }
}

function found(release: Release | null): Release {
  if (release === null) throw new ProblemException('NOT_FOUND');
  return release;
}
