import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller';
import { CatalogueQueries } from './catalogue.queries';
import { DeskController } from './desk.controller';
import { DeskQueries } from './desk.queries';
import { OfferController } from './offer.controller';
import { OfferQueries } from './offer.queries';
import { ProcessController } from './process.controller';
import { ProcessQueries } from './process.queries';
import { SystemController } from './system.controller';
import { SystemQueries } from './system.queries';
import { TrainingController } from './training.controller';
import { TrainingQueries } from './training.queries';

@Module({
  controllers: [
    CatalogueController,
    DeskController,
    OfferController,
    ProcessController,
    SystemController,
    TrainingController,
  ],
  providers: [CatalogueQueries, DeskQueries, OfferQueries, ProcessQueries, SystemQueries, TrainingQueries],
})
export class InventoryModule {}
