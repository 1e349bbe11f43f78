import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddFte,
  ChangeDesk,
  CreateDesk,
  type DeskDetail,
  type DeskPage,
  DesksQuery,
  type RecordChanged,
} from '@etatlotse/contracts/inventory';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { DeskQueries } from './desk.queries';
import { addFte } from './use-cases/add-fte';
import { changeDesk, createDesk } from './use-cases/save-desk';
import { DESK_TABLE } from './inventory.tables';

/** The directory of groups, contacts and coordinators with the history of their full-time equivalents. */
@Controller('api/v1/desks')
export class DeskController {
  constructor(
    private readonly commands: Commands,
    private readonly desks: DeskQueries,
  ) {}

  @Get()
  @Permit('inventory.read')
  @AsTable(DESK_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: DesksQuery): Promise<DeskPage> {
    return this.desks.list(caller, query);
  }

  @Get(':id')
  @Permit('inventory.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<DeskDetail> {
    const found = await this.desks.find(caller, path.id);
    if (found === null) throw new ProblemException('NOT_FOUND');
    return found;
  }

  @Post()
  @Permit('inventory.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateDesk,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    return this.commands.create(caller, { key, operation: 'desk.create', body }, (tx) => createDesk(tx, body));
  }

  @Put(':id')
  @Permit('inventory.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeDesk): Promise<RecordChanged> {
    return this.commands.change(caller, (tx) => changeDesk(tx, path.id, body));
  }

  @Post(':id/fte')
  @Permit('inventory.write')
  addFte(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: AddFte,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordChanged> {
    const request = { key, operation: `desk.addFte ${path.id}`, body };
    return this.commands.create(caller, request, (tx) => addFte(tx, path.id, body));
  }
}
