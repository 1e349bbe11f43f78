import { Module } from '@nestjs/common';
import { BudgetModule } from './budget/budget.module';
import { OrganizationModule } from './organization';
import { PlatformModule } from './platform/platform.module';

/** The list of features. */
@Module({ imports: [PlatformModule, BudgetModule, OrganizationModule] })
export class AppModule {}
