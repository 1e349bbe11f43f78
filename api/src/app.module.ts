import { Module } from '@nestjs/common';
import { BudgetModule } from './budget/budget.module';
import { PlatformModule } from './platform/platform.module';

/** The list of features. */
@Module({ imports: [PlatformModule, BudgetModule] })
export class AppModule {}
