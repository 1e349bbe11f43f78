/** The door of imports for the list of features. */
export { ImportModule } from './import.module';
