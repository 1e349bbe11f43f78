import { Module } from '@nestjs/common';
import { AuthorityModule } from '../authority';
import { BudgetModule } from '../budget';
import { CapacityModule } from '../capacity';
import { ContractModule } from '../contract';
import { ProjectModule } from '../project';
import { RolloutModule } from '../rollout';
import { Signer } from './signer';
import { SnapshotReader } from './snapshot-reader';
import { SnapshotController } from './snapshot.controller';
import { SnapshotQueries } from './snapshot.queries';

/** Contracts are among its imports because what they bind joins the picture of the later years. */
@Module({
  imports: [AuthorityModule, BudgetModule, CapacityModule, ContractModule, ProjectModule, RolloutModule],
  controllers: [SnapshotController],
  providers: [Signer, SnapshotQueries, SnapshotReader],
  exports: [Signer, SnapshotQueries],
})
export class SnapshotModule {}
