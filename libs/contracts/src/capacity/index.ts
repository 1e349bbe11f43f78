export * from './plain';
export * from './capacity.contract';
export * from './task.contract';
export * from './outlook.contract';
