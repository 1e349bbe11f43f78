/** The door of planning for other features. */
export { addStep, holdOpenVersion, yearsOfVersion } from './added-step';
export { countUnknownLines } from './plan-amount.repository';
export { isCodeTaken, readShiftAmounts } from './plan-change.repository';
export { findVersion, lockVersion, type PlanVersionRecord } from './plan-version.repository';
export { PlanningModule } from './planning.module';
export { addVotedSteps, type VotedStep } from './voted-step';
