/** The door of devices: the functions by which files and the sample city enter kinds, batches and equipment. */
export { DeviceModule } from './device.module';
export { insertBatch, insertBatchEvent, insertDeviceKind, insertEquipmentSet, readKindIds } from './device.repository';
export {
  asImported,
  changedByFile,
  changeImportedBatch,
  checkImportedBatch,
  enterImportedBatch,
  type ImportedBatch,
  type KnownBatch,
  knownBatches,
  type NamedKind,
  namedKinds,
  removeImportedBatches,
} from './batch-import.repository';
