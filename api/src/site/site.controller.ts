import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { IdPath } from '@etatlotse/contracts/shared';
import {
  ChangeInvestment,
  ChangeSite,
  CreateInvestment,
  CreateSite,
  InvestmentPath,
  SiteQuery,
  SitesQuery,
  SiteVersionQuery,
  TakeSiteStep,
} from '@etatlotse/contracts/site';
import type { SiteChanged, SiteDetail, SiteName, SitePage } from '@etatlotse/contracts/site/plain';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { SiteQueries } from './site.queries';
import { removeSite } from './use-cases/remove-site';
import { changeInvestment, createInvestment } from './use-cases/save-investment';
import { changeSite, createSite } from './use-cases/save-site';
import { takeSiteStep } from './use-cases/take-site-step';
import { SITE_TABLE } from './site.table';

/** Sites of the city and what is invested in their networks. */
@Controller('api/v1/sites')
export class SiteController {
  constructor(
    private readonly commands: Commands,
    private readonly sites: SiteQueries,
  ) {}

  @Get()
  @Permit('site.read')
  @AsTable(SITE_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: SitesQuery): Promise<SitePage> {
    return this.sites.list(caller, query);
  }

  @Get('names')
  @Permit('site.read')
  names(@CurrentCaller() caller: Caller): Promise<readonly SiteName[]> {
    return this.sites.names(caller);
  }

  @Get(':id')
  @Permit('site.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: SiteQuery): Promise<SiteDetail> {
    const site = await this.sites.find(caller, path.id, query.fiscalYear);
    if (site === null) throw new ProblemException('NOT_FOUND');
    return site;
  }

  @Post()
  @Permit('site.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateSite,
  ): Promise<SiteChanged> {
    return this.commands.create(caller, { key, operation: 'site.create', body }, (tx) => createSite(tx, body));
  }

  @Put(':id')
  @Permit('site.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeSite): Promise<SiteChanged> {
    return this.commands.change(caller, (tx) => changeSite(tx, path.id, body));
  }

  @Delete(':id')
  @Permit('site.write')
  remove(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: SiteVersionQuery): Promise<object> {
    return this.commands.change(caller, (tx) => removeSite(tx, path.id, query.version));
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Permit('site.write')
  step(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: TakeSiteStep): Promise<SiteChanged> {
    return this.commands.change(caller, (tx) => takeSiteStep(tx, path.id, body));
  }

  @Post(':id/investments')
  @Permit('site.write')
  invest(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateInvestment,
  ): Promise<SiteChanged> {
    return this.commands.create(caller, { key, operation: `site.invest ${path.id}`, body }, (tx) =>
      createInvestment(tx, path.id, body),
    );
  }

  @Put(':id/investments/:investmentId')
  @Permit('site.write')
  changeInvestment(
    @CurrentCaller() caller: Caller,
    @Param() path: InvestmentPath,
    @Body() body: ChangeInvestment,
  ): Promise<SiteChanged> {
    return this.commands.change(caller, (tx) => changeInvestment(tx, path.id, path.investmentId, body));
  }
}
