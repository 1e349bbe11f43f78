import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  BatchesQuery,
  ChangeBatch,
  CreateBatch,
  DemandQuery,
  DisposeDevices,
  MoveDevices,
} from '@etatlotse/contracts/device';
import type { BatchDetail, BatchPage, DeviceChanged, ReplacementView } from '@etatlotse/contracts/device/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { DemandQueries } from './demand.queries';
import { DeviceQueries } from './device.queries';
import { disposeDevices } from './use-cases/dispose-devices';
import { moveDevices } from './use-cases/move-devices';
import { changeBatch, createBatch } from './use-cases/save-batch';
import { DEVICE_TABLE } from './device.table';

/** Devices in batches, their ages, and what replacing them takes. */
@Controller('api/v1/devices')
export class DeviceController {
  constructor(
    private readonly commands: Commands,
    private readonly devices: DeviceQueries,
    private readonly demands: DemandQueries,
  ) {}

  @Get()
  @Permit('device.read')
  @AsTable(DEVICE_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: BatchesQuery): Promise<BatchPage> {
    return this.devices.list(caller, query);
  }

  @Get('demand')
  @Permit('device.read')
  demand(@CurrentCaller() caller: Caller, @Query() query: DemandQuery): Promise<ReplacementView> {
    return this.demands.demand(caller, query);
  }

  @Get(':id')
  @Permit('device.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<BatchDetail> {
    const batch = await this.devices.find(caller, path.id);
    if (batch === null) throw new ProblemException('NOT_FOUND');
    return batch;
  }

  @Post()
  @Permit('device.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateBatch,
  ): Promise<DeviceChanged> {
    return this.commands.create(caller, { key, operation: 'device.create', body }, (tx) => createBatch(tx, body));
  }

  @Put(':id')
  @Permit('device.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangeBatch): Promise<DeviceChanged> {
    return this.commands.change(caller, (tx) => changeBatch(tx, path.id, body));
  }

  /** The answer names the batch in which the devices are now. */
  @Post(':id/moves')
  @HttpCode(200)
  @Permit('device.write')
  move(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: MoveDevices): Promise<DeviceChanged> {
    return this.commands.change(caller, (tx) => moveDevices(tx, path.id, body));
  }

  @Post(':id/disposals')
  @HttpCode(200)
  @Permit('device.write')
  dispose(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: DisposeDevices,
  ): Promise<DeviceChanged> {
    return this.commands.change(caller, (tx) => disposeDevices(tx, path.id, body));
  }
}
