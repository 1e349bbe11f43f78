/** The door of benefits for other features. */
export { BenefitModule } from './benefit.module';
export { readFreedHours } from './benefit.queries';
export { insertBenefit, insertFigure } from './benefit.repository';
