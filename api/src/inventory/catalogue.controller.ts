import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeService,
  CountService,
  CreateService,
  DecideService,
  LinkServiceSystem,
  type RecordChanged,
  RecordYearQuery,
  type ServiceDetail,
  type ServicePage,
  ServicesQuery,
} from '@etatlotse/contracts/inventory';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { CatalogueQueries } from './catalogue.queries';
import { countCases } from './use-cases/count-cases';
import { decideSolution } from './use-cases/decide-solution';
import { linkSystem } from './use-cases/link-system';
import { changeService, createService } from './use-cases/save-catalogue-entry';
import { SERVICE_TABLE } from './inventory.tables';

/** Services of the city (OZG): how far they are, own form or EfA, cases and what one costs. */
@Controller('api/v1/services')
export class CatalogueController {
  constructor(
    private readonly commands: Commands,
    private readonly catalogue: CatalogueQueries,
  ) {}

  @Get()
  @Permit('inventory.read')
  @AsTable(SERVICE_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: ServicesQuery): Promise<ServicePage> {
    return this.catalogue.list(caller, query);
  }

  @Get(':id')
  @Permit('inventory.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: RecordYearQuery,
  ): Promise<ServiceDetail> {
    const found = await this.catalogue.find(caller, path.id, query);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('inventory.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateService,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    return this.commands.create(caller, { key, operation: 'service.create', body }, (tx) => createService(tx, body));
  }

  @Put(':id')
  @Permit('inventory.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeService): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeService(tx, path.id, body));
  }

  @Post(':id/decisions')
  @Permit('inventory.write')
  decide(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: DecideService,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    const request = { key, operation: `service.decide ${path.id}`, body };
    return this.commands.create(caller, request, (tx) => decideSolution(tx, path.id, body));
  }

  @Post(':id/volumes')
  @Permit('inventory.write')
  count(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: CountService,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    const request = { key, operation: `service.count ${path.id}`, body };
    return this.commands.create(caller, request, (tx) => countCases(tx, path.id, body));
  }

  @Put(':id/systems')
  @Permit('inventory.write')
  link(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: LinkServiceSystem,
  ): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => linkSystem(tx, path.id, body));
  }
}
