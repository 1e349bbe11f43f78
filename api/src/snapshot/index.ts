/** The door of snapshots. */
export { SnapshotModule } from './snapshot.module';
