/** The door of the decision for other features. */
export { PortfolioModule } from './portfolio.module';
