import { Module } from '@nestjs/common';
import { AuthorityModule } from '../authority';
import { SiteModule } from '../site';
import { DemandQueries } from './demand.queries';
import { DeviceController } from './device.controller';
import { DeviceQueries } from './device.queries';
import { EquipmentController } from './equipment.controller';

@Module({
  imports: [AuthorityModule, SiteModule],
  controllers: [DeviceController, EquipmentController],
  providers: [DemandQueries, DeviceQueries],
})
export class DeviceModule {}
