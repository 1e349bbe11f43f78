/** The door of benefits for other features. */
export { BenefitModule } from './benefit.module';
export { insertBenefit, insertFigure } from './benefit.repository';
