/** The door of planning for other features. */
export { PlanningModule } from './planning.module';
