import { Module } from '@nestjs/common';
import { TransferController } from '../transfer/transfer.controller';
import { TransferQueries } from '../transfer/transfer.queries';
import { WaysOutController } from '../ways-out/ways-out.controller';
import { WaysOutQueries } from '../ways-out/ways-out.queries';
import { CoverController } from './cover.controller';
import { PoolQueries } from './pool.queries';

/** Who covers whom: pools, one-sided rights, transfers, and the ways out where nobody does yet. */
@Module({
  controllers: [CoverController, TransferController, WaysOutController],
  providers: [PoolQueries, TransferQueries, WaysOutQueries],
})
export class CoverModule {}
