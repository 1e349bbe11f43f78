import { Module } from '@nestjs/common';
import { AccessModule } from './access';
import { ApprovalModule } from './approval';
import { AuthorityModule } from './authority';
import { BudgetModule } from './budget/budget.module';
import { CapacityModule } from './capacity';
import { ContractModule } from './contract';
import { DemandModule } from './demand';
import { DeviceModule } from './device';
import { CouncilModule } from './council';
import { ImportModule } from './import';
import { MotionModule } from './motion';
import { InboxModule } from './inbox';
import { InventoryModule } from './inventory';
import { OrganizationModule } from './organization';
import { PlanningModule } from './planning';
import { PortfolioModule } from './portfolio';
import { PersonModule } from './person';
import { ProcurementModule } from './procurement';
import { ProjectModule } from './project';
import { BenefitModule } from './benefit';
import { OutcomeModule } from './outcome';
import { RolloutModule } from './rollout';
import { PlatformModule } from './platform/platform.module';
import { SiteModule } from './site';
import { TenantModule } from './tenant';
import { PaperModule } from './paper';
import { PublicPageModule } from './public-page';
import { SnapshotModule } from './snapshot';
import { SearchModule } from './search';

/** The list of features. */
@Module({
  imports: [
    PlatformModule,
    PaperModule,
    PublicPageModule,
    SnapshotModule,
    SearchModule,
    AccessModule,
    ApprovalModule,
    AuthorityModule,
    PersonModule,
    TenantModule,
    BudgetModule,
    CapacityModule,
    ContractModule,
    DemandModule,
    DeviceModule,
    CouncilModule,
    MotionModule,
    ImportModule,
    InboxModule,
    InventoryModule,
    OrganizationModule,
    PlanningModule,
    PortfolioModule,
    ProcurementModule,
    ProjectModule,
    RolloutModule,
    OutcomeModule,
    BenefitModule,
    SiteModule,
  ],
})
export class AppModule {}
