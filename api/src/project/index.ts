/** The door of projects for other features. */
export { holdServedProject, linesOfProject, readProjectMoney } from './project-money';
export { ProjectModule } from './project.module';
export { isProjectSeen } from './project.repository';
