/** The door of devices: the functions by which files and the sample city enter kinds, batches and equipment. */
export { DeviceModule } from './device.module';
export { insertBatch, insertBatchEvent, insertDeviceKind, insertEquipmentSet, readKindIds } from './device.repository';
