/** The door of demands for other features. */
export { readDemand, readDemandsOfRound, type StoredDemand } from './demand-read.repository';
export { type DemandGate, DemandGates, moveDemand } from './demand-step';
export { isDemandSeen } from './demand-sight.sql';
export { DemandModule } from './demand.module';
export { holdSeenDemand } from './demand.repository';
export { readCeilings, readCurrentRound, readRound, roundYears, type StoredRound } from './round.repository';
