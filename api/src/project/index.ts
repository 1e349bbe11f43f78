/** The door of projects for other features. */
export { type BegunProject, beginProject } from './begin-project';
export {
  enterProject,
  type KnownProject,
  knownProjects,
  type ProjectStatement,
  removeProjects,
  restateProject,
} from './project-import.repository';
export { holdServedProject, linesOfProject, readProjectMoney } from './project-money';
export { ProjectModule } from './project.module';
export { projectLimits, ProjectQueries } from './project.queries';
export { isProjectSeen } from './project.repository';
