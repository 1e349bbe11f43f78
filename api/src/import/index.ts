/** The door of imports: the module, and files as tables for features that read one of their own. */
export { bytesInMemory } from './file/file-bytes';
export { FileRefused } from './file/file-refused';
export { openTables } from './file/open-tables';
export { columnLetters } from './file/table';
export { ImportModule } from './import.module';
