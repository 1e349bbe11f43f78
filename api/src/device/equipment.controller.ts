import { Body, Controller, Delete, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeDeviceKind,
  ChangeEquipmentSet,
  CreateDeviceKind,
  CreateEquipmentSet,
  EquipmentVersionQuery,
  KindsQuery,
} from '@etatlotse/contracts/device';
import type { DeviceChanged, EquipmentView, KindsView } from '@etatlotse/contracts/device/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { DemandQueries } from './demand.queries';
import { changeDeviceKind, createDeviceKind } from './use-cases/save-device-kind';
import { changeEquipmentSet, createEquipmentSet, removeEquipmentSet } from './use-cases/save-equipment-set';

/** Kinds of devices with price and cycle, and what workplaces are given. */
@Controller('api/v1')
export class EquipmentController {
  constructor(
    private readonly commands: Commands,
    private readonly demands: DemandQueries,
  ) {}

  @Get('device-kinds')
  @Permit('device.read')
  kinds(@CurrentCaller() caller: Caller, @Query() query: KindsQuery): Promise<KindsView> {
    return this.demands.kinds(caller, query.fiscalYear);
  }

  @Post('device-kinds')
  @Permit('device_kind.write')
  createKind(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateDeviceKind,
  ): Promise<DeviceChanged> {
    return this.commands.create(caller, { key, operation: 'device_kind.create', body }, (tx) =>
      createDeviceKind(tx, body),
    );
  }

  @Put('device-kinds/:id')
  @Permit('device_kind.write')
  changeKind(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeDeviceKind,
  ): Promise<DeviceChanged> {
    return this.commands.change(caller, (tx) => changeDeviceKind(tx, path.id, body));
  }

  @Get('equipment-sets')
  @Permit('device.read')
  equipment(@CurrentCaller() caller: Caller): Promise<EquipmentView> {
    return this.demands.equipment(caller);
  }

  @Post('equipment-sets')
  @Permit('device_kind.write')
  createSet(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateEquipmentSet,
  ): Promise<DeviceChanged> {
    return this.commands.create(caller, { key, operation: 'equipment_set.create', body }, (tx) =>
      createEquipmentSet(tx, body),
    );
  }

  @Put('equipment-sets/:id')
  @Permit('device_kind.write')
  changeSet(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Body() body: ChangeEquipmentSet,
  ): Promise<DeviceChanged> {
    return this.commands.change(caller, (tx) => changeEquipmentSet(tx, path.id, body));
  }

  @Delete('equipment-sets/:id')
  @Permit('device_kind.write')
  removeSet(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: EquipmentVersionQuery,
  ): Promise<object> {
    return this.commands.change(caller, (tx) => removeEquipmentSet(tx, path.id, query.version));
  }
}
