import { Module } from '@nestjs/common';
import { CouncilController } from './council.controller';
import { CouncilQueries } from './council.queries';

/** Bodies of the city and their meetings. */
@Module({ controllers: [CouncilController], providers: [CouncilQueries] })
export class CouncilModule {}
