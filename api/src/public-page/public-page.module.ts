import { Module } from '@nestjs/common';
import { PublicPool } from '../platform/database/public-pool';
import { PublicPageController } from './public-page.controller';
import { PublicSnapshots } from './public-snapshots';

@Module({ controllers: [PublicPageController], providers: [PublicPool, PublicSnapshots] })
export class PublicPageModule {}
