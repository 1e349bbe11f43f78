export * from './plain';
export * from './capacity.contract';
