/** The door of snapshots: what papers and the public page show, and the signature that they carry. */
export { sealArchive, sealPdf } from './seal';
export { Signer } from './signer';
export { snapshotPackage } from './snapshot-package';
export { SnapshotModule } from './snapshot.module';
export { readReleased, type ReleasedSnapshot } from './released-snapshot';
