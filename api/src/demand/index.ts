/** The door of demands for other features. */
export { readDemandsOfRound, type StoredDemand } from './demand-read.repository';
export { readCeilings, readCurrentRound, roundYears, type StoredRound } from './round.repository';
