export * from './plain';
export * from './procurement.contract';
