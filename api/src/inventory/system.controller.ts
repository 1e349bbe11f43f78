import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeSystem,
  CreateSystem,
  type RecordChanged,
  RecordYearQuery,
  type SystemDetail,
  type SystemPage,
  type SystemProposalPage,
  SystemsQuery,
} from '@etatlotse/contracts/inventory';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { SystemQueries } from './system.queries';
import { changeSystem, createSystem } from './use-cases/save-system';
import { SYSTEM_TABLE } from './inventory.tables';

/** Business applications and shared systems, and the demands that follow from their age. */
@Controller('api/v1/systems')
export class SystemController {
  constructor(
    private readonly commands: Commands,
    private readonly systems: SystemQueries,
  ) {}

  @Get()
  @Permit('inventory.read')
  @AsTable(SYSTEM_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: SystemsQuery): Promise<SystemPage> {
    return this.systems.list(caller, query);
  }

  @Get('proposals')
  @Permit('inventory.read')
  proposals(@CurrentCaller() caller: Caller, @Query() query: SystemsQuery): Promise<SystemProposalPage> {
    return this.systems.proposals(caller, query);
  }

  @Get(':id')
  @Permit('inventory.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: RecordYearQuery,
  ): Promise<SystemDetail> {
    const found = await this.systems.find(caller, path.id, query);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('inventory.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateSystem,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    return this.commands.create(caller, { key, operation: 'system.create', body }, (tx) => createSystem(tx, body));
  }

  @Put(':id')
  @Permit('inventory.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeSystem): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeSystem(tx, path.id, body));
  }
}
