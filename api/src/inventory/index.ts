/** The door of the registers: quotas of trainings for other features, and what the sample city enters. */
export { insertDecision, insertVolume, SERVICE_STORE } from './catalogue.repository';
export { DESK_STORE, insertFte } from './desk.repository';
export { InventoryModule } from './inventory.module';
export { moveOffer, OFFER_STORE } from './offer.repository';
export { insertMeasurement, PROCESS_STORE } from './process.repository';
export { SYSTEM_STORE } from './system.repository';
export { trainingQuotas } from './training-quota.queries';
export { insertSession, saveTarget, TRAINING_STORE, updateSession } from './training.repository';
