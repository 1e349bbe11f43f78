/** The door of procurement for features that keep purchases. */
export { adviseProcurement, type ProcurementRules, procurementRules } from './procurement-advice';
export { ProcurementModule } from './procurement.module';
