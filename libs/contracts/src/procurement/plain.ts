export { PROCUREMENT_PATHS, type ProcurementPath } from '@etatlotse/domain/procurement';
export * from './procurement-plain';
