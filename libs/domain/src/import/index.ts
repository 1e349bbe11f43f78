export { detectTable } from './detect/detect-table';
export * from './mapping';
export * from './mapping-check';
export * from './reading';
export { matchColumns } from './saved-mapping';
export * from './table';
export { TableReader } from './table-reader';
export * from './units';
