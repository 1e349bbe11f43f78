import { Module } from '@nestjs/common';
import { SiteController } from './site.controller';
import { SiteQueries } from './site.queries';
import { SplitKeyController } from './split-key.controller';
import { SplitKeyQueries } from './split-key.queries';

@Module({
  controllers: [SiteController, SplitKeyController],
  providers: [SiteQueries, SplitKeyQueries],
})
export class SiteModule {}
