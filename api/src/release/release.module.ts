import { Module } from '@nestjs/common';
import { BudgetModule } from '../budget';
import { ReleaseController } from './release.controller';
import { ReleaseQueries } from './release.queries';

@Module({ imports: [BudgetModule], controllers: [ReleaseController], providers: [ReleaseQueries] })
export class ReleaseModule {}
