/** The door of projects for other features. */
export { ProjectModule } from './project.module';
