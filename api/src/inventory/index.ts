/** The door of the registers; the sample city enters its own records through it. */
export { insertDecision, insertVolume, SERVICE_STORE } from './catalogue.repository';
export { InventoryModule } from './inventory.module';
