import { Module } from '@nestjs/common';
import { SnapshotModule } from '../snapshot';
import { PaperController } from './paper.controller';
import { PaperQueries } from './paper.queries';

@Module({ imports: [SnapshotModule], controllers: [PaperController], providers: [PaperQueries] })
export class PaperModule {}
