import { Module } from '@nestjs/common';
import { DemandModule } from '../demand';
import { AccountingController } from './accounting.controller';
import { AccountingQueries } from './accounting.queries';
import { CoverGate } from './cover-gate';
import { DecisionQueries } from './decision.queries';
import { PortfolioRuns } from './portfolio-runs';
import { PortfolioController } from './portfolio.controller';
import { PortfolioScenarioController } from './scenario.controller';
import { ScenarioQueries } from './scenario.queries';
import { TransferQueries } from './transfer.queries';
import { HighsSolver } from './solver/highs-solver';
import { PORTFOLIO_SOLVER } from './solver/solver';

/** What a round is decided with, and what becomes of the decision. */
@Module({
  imports: [DemandModule],
  controllers: [PortfolioController, PortfolioScenarioController, AccountingController],
  providers: [
    DecisionQueries,
    ScenarioQueries,
    AccountingQueries,
    TransferQueries,
    CoverGate,
    PortfolioRuns,
    { provide: PORTFOLIO_SOLVER, useClass: HighsSolver },
  ],
})
export class PortfolioModule {}
