/** The door of snapshots: what papers show, and the signature that both carry. */
export { sealArchive, sealPdf } from './seal';
export { Signer } from './signer';
export { SnapshotModule } from './snapshot.module';
export { readReleased, type ReleasedSnapshot } from './released-snapshot';
