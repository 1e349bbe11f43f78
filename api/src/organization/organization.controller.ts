import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  CreateUnit,
  MoveUnit,
  RenameUnit,
  SetUnitValidity,
  type UnitChanged,
  type UnitDetail,
  type UnitTree,
  UnitTreeQuery,
  VersionQuery,
} from '@etatlotse/contracts/organization';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { UnitQueries } from './unit.queries';
import { createUnit } from './use-cases/create-unit';
import { deleteUnit } from './use-cases/delete-unit';
import { moveUnit } from './use-cases/move-unit';
import { renameUnit } from './use-cases/rename-unit';
import { setUnitValidity } from './use-cases/set-unit-validity';

@Controller('api/v1/organization/units')
export class OrganizationController {
  constructor(
    private readonly queries: UnitQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('organization.read')
  tree(@CurrentCaller() caller: Caller, @Query() query: UnitTreeQuery): Promise<UnitTree> {
    return this.queries.tree(caller, query.asOf);
  }

  @Get(':id')
  @Permit('organization.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<UnitDetail> {
    const unit = await this.queries.find(caller, path.id);
    if (unit === null) throw new ProblemException('NOT_FOUND');
    return unit;
  }

  @Post()
  @Permit('organization.write')
  create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateUnit,
    @Headers('idempotency-key') key?: string,
  ): Promise<UnitChanged> {
    return this.commands.create(caller, { key, operation: 'unit.create', body }, (tx) => createUnit(tx, body));
  }

  @Patch(':id')
  @Permit('organization.write')
  rename(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: RenameUnit): Promise<UnitChanged> {
    return this.commands.change(caller, (tx) => renameUnit(tx, path.id, body));
  }

  @Post(':id/move')
  @HttpCode(200)
  @Permit('organization.write')
  move(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: MoveUnit): Promise<UnitChanged> {
    return this.commands.change(caller, (tx) => moveUnit(tx, path.id, body));
  }

  @Put(':id/validity')
  @Permit('organization.write')
  setValidity(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: SetUnitValidity,
  ): Promise<UnitChanged> {
    return this.commands.change(caller, (tx) => setUnitValidity(tx, path.id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Permit('organization.write')
  async remove(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Query() query: VersionQuery): Promise<void> {
    await this.commands.change(caller, (tx) => deleteUnit(tx, path.id, query.version));
  }
}
