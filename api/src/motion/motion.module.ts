import { Module } from '@nestjs/common';
import { AuthorityModule } from '../authority';
import { MotionController } from './motion.controller';
import { ReadingController } from './reading.controller';
import { ReadingQueries } from './reading.queries';

/** Readings of a budget with the motions on it. */
@Module({ imports: [AuthorityModule], controllers: [MotionController, ReadingController], providers: [ReadingQueries] })
export class MotionModule {}
