import { Module } from '@nestjs/common';
import { PublicPageController } from './public-page.controller';
import { PublicSnapshots } from './public-snapshots';

@Module({ controllers: [PublicPageController], providers: [PublicSnapshots] })
export class PublicPageModule {}
