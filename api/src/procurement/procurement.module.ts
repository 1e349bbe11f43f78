import { Module } from '@nestjs/common';
import { ProcurementController } from './procurement.controller';
import { ProcurementQueries } from './procurement.queries';

@Module({ controllers: [ProcurementController], providers: [ProcurementQueries] })
export class ProcurementModule {}
