/** The door of planning for other features. */
export { addStep, holdOpenVersion, yearsOfVersion } from './added-step';
export { PlanningModule } from './planning.module';
