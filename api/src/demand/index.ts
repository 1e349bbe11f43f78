/** The door of demands for other features. */
export { readDemandsOfRound, type StoredDemand } from './demand-read.repository';
export { type DemandGate, DemandGates, moveDemand } from './demand-step';
export { DemandModule } from './demand.module';
export { holdSeenDemand } from './demand.repository';
export { readCeilings, readCurrentRound, readRound, roundYears, type StoredRound } from './round.repository';
