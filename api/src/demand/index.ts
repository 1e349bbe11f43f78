/** The door of demands for other features. */
export { EMPTY_DEMAND } from './demand-content';
export { readDecidedDemands } from './decided-demands';
export { readDemand, readDemandsOfRound, type StoredDemand } from './demand-read.repository';
export { type DemandGate, DemandGates } from './demand-step';
export { isDemandSeen } from './demand-sight.sql';
export { DemandModule } from './demand.module';
export { holdSeenDemand, insertDemand, writeContent } from './demand.repository';
export {
  copyCeilings,
  insertRound,
  readCeilings,
  readCurrentRound,
  readRound,
  roundYears,
  type StoredRound,
} from './round.repository';
export { readWeighedDemands, weighed, type WeighedDemand } from './weighed-demands';
